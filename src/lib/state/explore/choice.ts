import { findIndicator } from '../../core/indicators/index.ts';
import type { Indicator } from '../../core/indicators/index.ts';
import { GROUPINGS } from '../../queries/indicator-values.ts';
import type { Grouping } from '../../queries/indicator-values.ts';

export const CHARTS = ['line', 'bar', 'stacked', 'multiples', 'strip', 'scatter', 'heat'] as const;
export type ChartKind = (typeof CHARTS)[number];
export const SCALES = ['absolute', 'share', 'log'] as const;
export type ScaleKind = (typeof SCALES)[number];
export const TABS = ['pivot', 'table', 'sql'] as const;
export type TabId = (typeof TABS)[number];
export const GROUPING_IDS = Object.keys(GROUPINGS) as readonly Grouping[];

/** At most so many indicators at once: more lines or panels cannot be told apart. */
export const MOST_INDICATORS = 4;

/** A stretch of the values' histogram: from `low` on and below `high`; null: no upper end. */
export interface BrushedValues {
	readonly low: number;
	readonly high: number | null;
}

/** What is drawn. `indicators` is never empty; the first is the one that is brushed, and the horizontal axis of a scatter plot. */
export interface Choice {
	readonly indicators: readonly Indicator[];
	readonly by: Grouping;
	readonly split: Grouping | null;
	readonly chart: ChartKind;
	readonly scale: ScaleKind;
	/** Years chosen in the histogram of years; empty: all. */
	readonly brushedYears: readonly number[];
	readonly brushedValues: BrushedValues | null;
}

/** The page's own parameters, in the order of the address. */
export const EXPLORE_PARAMS = [
	...['show', 'by', 'split', 'chart', 'scale', 'brush_years', 'brush_values'],
	...['tab', 'pivot', 'sql', 'plot']
] as const;
export type ChoiceParam = (typeof EXPLORE_PARAMS)[number];

const DEFAULT_INDICATOR = findIndicator('new') as Indicator;
export const DEFAULT_CHOICE: Choice = {
	indicators: [DEFAULT_INDICATOR],
	by: 'year',
	split: null,
	chart: 'line',
	scale: 'absolute',
	brushedYears: [],
	brushedValues: null
};

export function oneOf<T extends string>(list: readonly T[], text: string | null): T | null {
	return list.find((one) => one === text) ?? null;
}

/** `2021-2023` or `2022`; null where it is neither. */
export function parseBrushedYears(text: string): number[] | null {
	const match = /^(\d{4})(?:-(\d{4}))?$/u.exec(text);
	if (!match) return null;
	const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
	if (last < first || last - first > 100) return null;
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function brushedYearsText(years: readonly number[]): string | null {
	if (years.length === 0) return null;
	const [first, last] = [Math.min(...years), Math.max(...years)];
	return first === last ? String(first) : `${first}-${last}`;
}

/** `20~100` or `20~`; null where it is neither. */
export function parseBrushedValues(text: string): BrushedValues | null {
	const match = /^(\d+(?:\.\d+)?)~(\d+(?:\.\d+)?)?$/u.exec(text);
	if (!match) return null;
	const low = Number(match[1]);
	const high = match[2] === undefined ? null : Number(match[2]);
	return high !== null && high <= low ? null : { low, high };
}

export function brushedValuesText(values: BrushedValues | null): string | null {
	return values === null ? null : `${values.low}~${values.high ?? ''}`;
}

/** The choice as the address has it, and the parts (`name=value`) that were not understood. It may not be possible: see `settle`. */
export function readChoice(param: (name: ChoiceParam) => string | null): {
	readonly choice: Choice;
	readonly unknown: readonly string[];
} {
	const unknown: string[] = [];
	const read = <T>(name: ChoiceParam, parse: (text: string) => T | null, otherwise: T): T => {
		const text = param(name);
		if (text === null) return otherwise;
		const found = parse(text);
		if (found === null) unknown.push(`${name}=${text}`);
		return found ?? otherwise;
	};
	const shown = param('show');
	const indicators = (shown ?? '').split(',').flatMap((id) => {
		const found = findIndicator(id);
		if (shown !== null && found === undefined) unknown.push(`show=${id}`);
		return found ?? [];
	});
	const distinct = [...new Set(indicators)];
	for (const one of distinct.slice(MOST_INDICATORS)) unknown.push(`show=${one.id}`);
	return {
		choice: {
			indicators: distinct.length > 0 ? distinct.slice(0, MOST_INDICATORS) : DEFAULT_CHOICE.indicators,
			by: read('by', (text) => oneOf(GROUPING_IDS, text), DEFAULT_CHOICE.by),
			split: read<Grouping | null>('split', (text) => oneOf(GROUPING_IDS, text), null),
			chart: read('chart', (text) => oneOf(CHARTS, text), DEFAULT_CHOICE.chart),
			scale: read('scale', (text) => oneOf(SCALES, text), DEFAULT_CHOICE.scale),
			brushedYears: read('brush_years', parseBrushedYears, []),
			brushedValues: read<BrushedValues | null>('brush_values', parseBrushedValues, null)
		},
		unknown
	};
}

/** The parameters of a choice; null for what is as it is by itself. */
export function choiceParams(
	choice: Choice
): Readonly<Record<Exclude<ChoiceParam, 'tab' | 'pivot' | 'sql' | 'plot'>, string | null>> {
	const unlessDefault = (text: string, usual: string): string | null => (text === usual ? null : text);
	return {
		show: unlessDefault(choice.indicators.map(({ id }) => id).join(','), DEFAULT_INDICATOR.id),
		by: unlessDefault(choice.by, DEFAULT_CHOICE.by),
		split: choice.split,
		chart: unlessDefault(choice.chart, DEFAULT_CHOICE.chart),
		scale: unlessDefault(choice.scale, DEFAULT_CHOICE.scale),
		brush_years: brushedYearsText(choice.brushedYears),
		brush_values: brushedValuesText(choice.brushedValues)
	};
}
