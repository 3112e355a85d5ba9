import { valueBins } from '../../queries/value-range.ts';
import type { ValueRange } from '../../queries/value-range.ts';
import type { Filters } from '../../queries/filters.ts';
import type { Indicator } from '../../core/indicators/index.ts';
import type { BrushedValues, Choice } from './choice.ts';

/** The filters with the years chosen in the histogram; a year that the filters leave out stays left out. */
export function brushedFilters(filters: Filters, { brushedYears }: Choice): Filters {
	if (brushedYears.length === 0) return filters;
	if (filters.years.length === 0) return { ...filters, years: brushedYears };
	const both = filters.years.filter((year) => brushedYears.includes(year));
	// No year at all would mean every year.
	return { ...filters, years: both.length > 0 ? both : [0] };
}

/** The reports whose own value lies in the chosen stretch; null: all. */
export function rangeOf({ indicators, brushedValues }: Choice): ValueRange | null {
	const [indicator] = indicators;
	return brushedValues === null || indicator === undefined ? null : { indicator, ...brushedValues };
}

/** The stretch that bins from one to another make. */
export function binsToValues(one: Indicator, first: number, last: number): BrushedValues | null {
	const bins = valueBins(one);
	const [low, high] = [bins[Math.min(first, last)], bins[Math.max(first, last)]];
	return low === undefined || high === undefined ? null : { low: low.low, high: high.high };
}

/** Whether the bin lies in the stretch. */
export function isInside(bin: BrushedValues, values: BrushedValues): boolean {
	return bin.low >= values.low && (values.high === null || (bin.high !== null && bin.high <= values.high));
}
