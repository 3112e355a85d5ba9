import type { YearBars } from '$lib/charts/bars.ts';
import type { PanelLine, PanelYear } from '$lib/charts/panel.ts';
import { DISPUTES, RESULTS } from '$lib/core/form/index.ts';
import type { DisputeId } from '$lib/core/form/index.ts';
import { FIGURE_WORDS } from '$lib/format/figures.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { DisputeTotal } from '$lib/queries/index.ts';
import { axisYears, byScope, coverage, noReport, panelFacts, reportCount, totalText } from './scope-panel.ts';
import type { ScopePanel } from './scope-panel.ts';
import { RESULT_TONES } from './tones.ts';

export type DisputeKind = 'review' | 'suits';

export interface DisputePanel extends ScopePanel {
	readonly columns: readonly YearBars[];
}

/** Parts of table four that a figure sums: lawsuits are those brought directly and those after a review. */
export const DISPUTE_PARTS: Record<DisputeKind, readonly DisputeId[]> = {
	review: ['review'],
	suits: ['suit_direct', 'suit_after_review']
};

const DRAWN_RESULTS = RESULTS.filter((result) => result.id !== 'total');

/** The sum of a result over the kinds of dispute; null where any kind has no figure: half a sum would pass for the whole. */
export function sumResult(
	rows: readonly DisputeTotal[],
	parts: readonly DisputeId[],
	result: string
): { value: number | null; n: number } {
	const found = parts.map((dispute) => rows.find((row) => row.dispute === dispute && row.result === result));
	const n = Math.min(...found.map((row) => row?.total.n ?? 0));
	if (found.some((row) => row === undefined || row.total.value === null)) return { value: null, n };
	return { value: found.reduce((sum, row) => sum + (row?.total.value as number), 0), n };
}

function lineOf(
	rows: readonly DisputeTotal[],
	parts: readonly DisputeId[],
	result: (typeof RESULTS)[number],
	locale: Locale
): PanelLine {
	const { value, n } = sumResult(rows, parts, result.id);
	const each =
		parts.length > 1
			? parts.map((dispute) => {
					const name = DISPUTES.find((one) => one.id === dispute)?.names[locale] ?? dispute;
					return `${name} ${totalText(sumResult(rows, [dispute], result.id).value, locale)}`;
				})
			: [];
	const note = [coverage(n, rows[0]?.reports ?? 0, locale), result.id === 'total' ? undefined : each.join(' + ')]
		.filter((one) => one !== undefined && one !== '')
		.join('; ');
	return {
		label: result.id === 'total' ? FIGURE_WORDS.printedTotal[locale] : result.names[locale],
		text: totalText(value, locale),
		...(result.id === 'total' ? {} : { color: RESULT_TONES[result.id].color, hatched: result.id === 'pending' }),
		...(note === '' ? {} : { note })
	};
}

function panelYear(rows: readonly DisputeTotal[], parts: readonly DisputeId[], locale: Locale): PanelYear {
	const first = rows[0] as DisputeTotal;
	return {
		year: first.year,
		count: reportCount(first.reports, locale),
		gap: DRAWN_RESULTS.every((result) => sumResult(rows, parts, result.id).value === null)
			? FIGURE_WORDS.noFigure[locale]
			: null,
		lines: RESULTS.map((result) => lineOf(rows, parts, result, locale))
	};
}

/** Reviews or lawsuits by result and year, a panel a scope. */
export function disputePanels(
	rows: readonly DisputeTotal[],
	chosen: readonly number[],
	kind: DisputeKind,
	locale: Locale
): DisputePanel[] {
	const parts = DISPUTE_PARTS[kind];
	const axis = axisYears(rows, chosen);
	return byScope(rows, locale).map(({ scope, title, byYear }) => {
		const years = axis.map((year) => {
			const own = byYear.get(year);
			return own === undefined ? noReport(year, locale) : panelYear(own, parts, locale);
		});
		const columns = years.flatMap((year): YearBars[] => {
			const own = byYear.get(year.year);
			if (own === undefined || year.gap !== null) return [];
			return [
				{ year: year.year, parts: DRAWN_RESULTS.map(({ id }) => ({ id, value: sumResult(own, parts, id).value })) }
			];
		});
		return {
			scope,
			title,
			columns,
			...panelFacts(years, byYear)
		};
	});
}
