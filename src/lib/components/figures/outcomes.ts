import { group } from 'd3-array';
import type { YearBars } from '$lib/charts/bars.ts';
import type { PanelYear } from '$lib/charts/panel.ts';
import { OUTCOME_GROUPS } from '$lib/core/form/index.ts';
import { absenceWord } from '$lib/format/absences.ts';
import { FIGURE_WORDS } from '$lib/format/figures.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatShare } from '$lib/format/numbers.ts';
import { ratio } from '$lib/queries/index.ts';
import type { Basis, OutcomeTotal, Total } from '$lib/queries/index.ts';
import { axisYears, byScope, coverage, noReport, panelFacts, reportCount, totalText } from './scope-panel.ts';
import type { ScopePanel } from './scope-panel.ts';
import { OUTCOME_TONES } from './tones.ts';

export type OutcomeMode = 'count' | 'share';

export interface OutcomePanel extends ScopePanel {
	readonly columns: readonly YearBars[];
}

/** The basis that more reports give; the printed figures where both are equal. Bases are never mixed in one bar. */
export function chosenBasis(rows: readonly { readonly basis: Basis; readonly total: Total }[]): Basis {
	const given = (basis: Basis): number =>
		rows.filter((row) => row.basis === basis).reduce((sum, row) => sum + row.total.n, 0);
	return given('recomputed') > given('printed') ? 'recomputed' : 'printed';
}

/** The rows that the figure draws: of each scope and year those of one basis. */
export function drawnOutcomes(rows: readonly OutcomeTotal[]): OutcomeTotal[] {
	const bars = group(rows, (row) => `${row.scope} ${row.year}`);
	return [...bars.values()].flatMap((bar) => {
		const basis = chosenBasis(bar);
		return bar.filter((row) => row.basis === basis);
	});
}

function gapOf(rows: readonly OutcomeTotal[], mode: OutcomeMode, locale: Locale): string | null {
	if (rows.every((row) => row.total.value === null)) return FIGURE_WORDS.notBrokenDown[locale];
	if (mode === 'count') return null;
	if (rows.every((row) => row.share.denominator === 0)) return absenceWord('undefined', locale);
	return rows.every((row) => ratio(row.share) === null) ? FIGURE_WORDS.notBrokenDown[locale] : null;
}

function panelYear(rows: readonly OutcomeTotal[], mode: OutcomeMode, locale: Locale): PanelYear {
	const first = rows[0] as OutcomeTotal;
	const lines = OUTCOME_GROUPS.flatMap(({ id, names }) => {
		const row = rows.find((one) => one.group === id);
		if (row === undefined) return [];
		const share = formatShare(row.share.numerator, row.share.denominator);
		const [text, beside] =
			mode === 'count' ? [totalText(row.total.value, locale), share] : [share, totalText(row.share.numerator, locale)];
		const note = coverage(mode === 'count' ? row.total.n : row.share.n, row.reports, locale);
		return [
			{
				label: names[locale],
				text: row.total.value === null ? totalText(null, locale) : `${text} (${beside})`,
				color: OUTCOME_TONES[id].color,
				...(note === undefined ? {} : { note })
			}
		];
	});
	return {
		year: first.year,
		count: reportCount(first.reports, locale),
		gap: gapOf(rows, mode, locale),
		lines,
		...(first.basis === 'recomputed' ? { note: FIGURE_WORDS.recomputed[locale] } : {})
	};
}

/** How requests ended by year, a panel a scope: numbers of cases, or shares of all closed. */
export function outcomePanels(
	rows: readonly OutcomeTotal[],
	chosen: readonly number[],
	mode: OutcomeMode,
	locale: Locale
): OutcomePanel[] {
	const drawn = drawnOutcomes(rows);
	const axis = axisYears(drawn, chosen);
	return byScope(drawn, locale).map(({ scope, title, byYear }) => {
		const years = axis.map((year) => {
			const own = byYear.get(year);
			return own === undefined ? noReport(year, locale) : panelYear(own, mode, locale);
		});
		const columns = axis.flatMap((year): YearBars[] => {
			const own = byYear.get(year);
			if (own === undefined || gapOf(own, mode, locale) !== null) return [];
			return [
				{
					year,
					parts: OUTCOME_GROUPS.map(({ id }) => {
						const row = own.find((one) => one.group === id);
						const value = mode === 'count' ? row?.total.value : row === undefined ? null : ratio(row.share);
						return { id, value: value ?? null };
					})
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
