import type { PanelLine } from '$lib/charts/panel.ts';
import { shadeScale } from '$lib/charts/shades.ts';
import type { ShadeScale } from '$lib/charts/shades.ts';
import { SCOPES } from '$lib/core/dataset/tables.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import { intervalOf, statusOf, valueOf } from '$lib/core/indicators/index.ts';
import type { Indicator } from '$lib/core/indicators/index.ts';
import { absenceWord } from '$lib/format/absences.ts';
import { FIGURE_WORDS } from '$lib/format/figures.ts';
import { formatIndicator, formatInterval } from '$lib/format/indicators.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatNumber, formatTick } from '$lib/format/numbers.ts';
import type { IndicatorRow, IndicatorValue } from '$lib/queries/index.ts';
import { coverage, reportCount } from './scope-panel.ts';

/** An indicator in a province, of one scope and year. */
export interface ProvinceValue {
	readonly scope: Scope;
	readonly year: number;
	/** null: the agencies have none, or it is not known. */
	readonly province: string | null;
	readonly reports: number;
	readonly sums: IndicatorValue;
}

/** Reads the rows of `indicatorValues` by year and province. */
export function provinceValues(rows: readonly IndicatorRow[], one: Indicator): ProvinceValue[] {
	return rows.flatMap((row): ProvinceValue[] => {
		const sums = row.values[one.id];
		if (sums === undefined) return [];
		const { year, province } = row.group;
		return [
			{
				scope: row.scope,
				year: Number(year),
				province: province === null || province === undefined ? null : String(province),
				reports: row.reports,
				sums
			}
		];
	});
}

export interface MapChoice {
	readonly scope: Scope;
	readonly year: number;
}

/**
 * Which scope and year to draw, since neither is summed over: as asked, as far as it is there; else where most provinces have a value,
 * of those the newest year.
 */
export function mapChoice(
	rows: readonly ProvinceValue[],
	one: Indicator,
	asked: { readonly scope: string | null; readonly year: number | null }
): MapChoice | null {
	const order = Object.keys(SCOPES);
	const within = (list: readonly ProvinceValue[], test: (row: ProvinceValue) => boolean): readonly ProvinceValue[] =>
		list.some(test) ? list.filter(test) : list;
	const own = within(
		within(rows, (row) => row.scope === asked.scope),
		(row) => row.year === asked.year
	);
	const counts = new Map<string, MapChoice & { count: number }>();
	for (const row of own) {
		const key = `${row.scope} ${row.year}`;
		const found = counts.get(key) ?? { scope: row.scope, year: row.year, count: 0 };
		if (row.province !== null && valueOf(one, row.sums) !== null) found.count += 1;
		counts.set(key, found);
	}
	const [best] = [...counts.values()].sort(
		(a, b) => b.count - a.count || b.year - a.year || order.indexOf(a.scope) - order.indexOf(b.scope)
	);
	return best === undefined ? null : { scope: best.scope, year: best.year };
}

/** The shades of the values that are drawn. */
export function mapShades(rows: readonly ProvinceValue[], one: Indicator): ShadeScale {
	const values = rows.flatMap((row) => (row.province === null ? [] : (valueOf(one, row.sums) ?? [])));
	return shadeScale(values, one.unit === 'piece');
}

export interface ProvinceFace {
	readonly shade: number | null;
	readonly text: string;
	readonly short: string;
	readonly uncertain: boolean;
	readonly lines: readonly PanelLine[];
	readonly count: string | null;
}

/** What the tile of a province says; without a row the dataset has no report of it. */
export function provinceFace(
	row: ProvinceValue | undefined,
	one: Indicator,
	shades: ShadeScale,
	locale: Locale
): ProvinceFace {
	const none = { shade: null, uncertain: false, count: null, lines: [] };
	if (row === undefined) {
		const word = absenceWord('unpublished', locale);
		return { ...none, text: word, short: '' };
	}
	const status = statusOf(one, row.sums);
	const value = valueOf(one, row.sums);
	const interval = intervalOf(one, row.sums);
	const { numerator, denominator, n } = row.sums;
	const notes = [
		denominator !== null && numerator !== null
			? `${formatNumber(numerator)} / ${formatNumber(denominator)}`
			: undefined,
		status === 'uncertain' && interval !== null
			? `${FIGURE_WORDS.uncertain[locale]} ${formatInterval(interval)}`
			: undefined,
		coverage(n, row.reports, locale)
	].filter((note) => note !== undefined);
	const word = value === null ? absenceWord(status, locale) : formatIndicator(one, value);
	return {
		shade: value === null ? null : shades.of(value),
		text: word,
		short: value === null ? '' : one.unit === 'percent' ? `${Math.round(value * 100)}%` : formatTick(value, locale),
		uncertain: status === 'uncertain',
		count: reportCount(row.reports, locale),
		lines: [{ label: one.names[locale], text: word, ...(notes.length === 0 ? {} : { note: notes.join('; ') }) }]
	};
}

/** Rows in the order of a ranking: by value; then those too uncertain to rank, then those without a value. */
export function rankedProvinces(rows: readonly ProvinceValue[], one: Indicator): ProvinceValue[] {
	const rank = (row: ProvinceValue): number => {
		const status = statusOf(one, row.sums);
		return status === 'ok' ? 0 : status === 'uncertain' ? 1 : 2;
	};
	return [...rows].sort((a, b) => rank(a) - rank(b) || (valueOf(one, b.sums) ?? 0) - (valueOf(one, a.sums) ?? 0));
}
