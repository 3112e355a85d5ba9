import type { YearBars } from '$lib/charts/bars.ts';
import type { PanelLine, PanelYear } from '$lib/charts/panel.ts';
import { DISPUTES, RESULTS } from '$lib/core/form/index.ts';
import { FIGURE_WORDS } from '$lib/format/figures.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { DisputeTotal, Total } from '$lib/queries/index.ts';
import { axisYears, byScope, coverage, noReport, panelFacts, reportCount, totalText } from './scope-panel.ts';
import type { ScopePanel } from './scope-panel.ts';
import { RESULT_TONES } from './tones.ts';

export type DisputeKind = 'review' | 'suits';

export interface DisputePanel extends ScopePanel {
	readonly columns: readonly YearBars[];
}

/** What a figure draws: lawsuits are those brought directly and those after a review, over the reports that give both. */
export const DISPUTE_DRAWN: Record<DisputeKind, DisputeTotal['dispute']> = { review: 'review', suits: 'suits' };

/** What its table lists. */
export const DISPUTE_LISTED: Record<DisputeKind, readonly DisputeTotal['dispute'][]> = {
	review: ['review'],
	suits: ['suit_direct', 'suit_after_review', 'suits']
};

const DRAWN_RESULTS = RESULTS.filter((result) => result.id !== 'total');

const totalOf = (rows: readonly DisputeTotal[], dispute: string, result: string): Total =>
	rows.find((row) => row.dispute === dispute && row.result === result)?.total ?? { value: null, n: 0 };

function lineOf(
	rows: readonly DisputeTotal[],
	kind: DisputeKind,
	result: (typeof RESULTS)[number],
	locale: Locale
): PanelLine {
	const { value, n } = totalOf(rows, DISPUTE_DRAWN[kind], result.id);
	const each = DISPUTES.filter((dispute) => kind === 'suits' && dispute.lawsuit).map(
		(dispute) => `${dispute.names[locale]} ${totalText(totalOf(rows, dispute.id, result.id).value, locale)}`
	);
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

function panelYear(rows: readonly DisputeTotal[], kind: DisputeKind, locale: Locale): PanelYear {
	const first = rows[0] as DisputeTotal;
	return {
		year: first.year,
		count: reportCount(first.reports, locale),
		gap: DRAWN_RESULTS.every((result) => totalOf(rows, DISPUTE_DRAWN[kind], result.id).value === null)
			? FIGURE_WORDS.noFigure[locale]
			: null,
		lines: RESULTS.map((result) => lineOf(rows, kind, result, locale))
	};
}

/** Reviews or lawsuits by result and year, a panel a scope. */
export function disputePanels(
	rows: readonly DisputeTotal[],
	chosen: readonly number[],
	kind: DisputeKind,
	locale: Locale
): DisputePanel[] {
	const axis = axisYears(rows, chosen);
	return byScope(rows, locale).map(({ scope, title, byYear }) => {
		const years = axis.map((year) => {
			const own = byYear.get(year);
			return own === undefined ? noReport(year, locale) : panelYear(own, kind, locale);
		});
		const columns = years.flatMap((year): YearBars[] => {
			const own = byYear.get(year.year);
			if (own === undefined || year.gap !== null) return [];
			return [
				{
					year: year.year,
					parts: DRAWN_RESULTS.map(({ id }) => ({ id, value: totalOf(own, DISPUTE_DRAWN[kind], id).value }))
				}
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
