import { group } from 'd3-array';
import { everyYear } from '$lib/charts/year-axis.ts';
import { describeYear } from '$lib/charts/panel.ts';
import type { PanelYear } from '$lib/charts/panel.ts';
import { SCOPES } from '$lib/core/dataset/tables.ts';
import { scopeName } from '$lib/format/scopes.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import { absenceWord } from '$lib/format/absences.ts';
import { FIGURE_WORDS } from '$lib/format/figures.ts';
import { formatNumber } from '$lib/format/numbers.ts';
import type { LeftOut } from '$lib/queries/index.ts';
import type { Locale } from '$lib/format/locale.ts';

/** Small multiples have one panel a scope, since figures of different scopes are never summed. */
export interface ScopePanel {
	readonly scope: Scope;
	readonly title: string;
	readonly years: readonly PanelYear[];
	/** The panel in one sentence, for screen readers. */
	readonly summary: string;
	/** All its reports. */
	readonly reports: number;
}

/** Whether any year of the panel has a figure: a panel of gaps alone is told in a sentence instead. */
export function hasFigures(panel: ScopePanel): boolean {
	return panel.years.some((year) => year.gap === null);
}

/** What every panel says of its years, whatever it draws. */
export function panelFacts(
	years: readonly PanelYear[],
	byYear: ReadonlyMap<number, readonly { readonly reports: number }[]>
): Pick<ScopePanel, 'years' | 'summary' | 'reports'> {
	return {
		years,
		summary: years
			.filter((year) => year.lines.length > 0)
			.map(describeYear)
			.join('. '),
		reports: [...byYear.values()].reduce((sum, rows) => sum + (rows[0]?.reports ?? 0), 0)
	};
}

interface ScopeYear {
	readonly scope: Scope;
	readonly year: number;
}

export interface ScopeGroup<T> {
	readonly scope: Scope;
	readonly title: string;
	readonly byYear: ReadonlyMap<number, T[]>;
}

/** Rows by scope, in the order of SCOPES, then by year. Scopes without rows are left out. */
export function byScope<T extends ScopeYear>(rows: readonly T[], locale: Locale): ScopeGroup<T>[] {
	return (Object.keys(SCOPES) as Scope[]).flatMap((scope) => {
		const own = rows.filter((row) => row.scope === scope);
		if (own.length === 0) return [];
		return [{ scope, title: scopeName(scope, locale), byYear: group(own, (row) => row.year) }];
	});
}

/** The years of the axis: those chosen, or all that any scope has, with no hole between them. */
export function axisYears(rows: readonly ScopeYear[], chosen: readonly number[]): number[] {
	return everyYear(chosen.length > 0 ? chosen : rows.map((row) => row.year));
}

export function reportCount(reports: number, locale: Locale): string {
	return locale === 'zh' ? `${formatNumber(reports)} 份` : `n=${formatNumber(reports)}`;
}

export function noReport(year: number, locale: Locale): PanelYear {
	return { year, count: null, gap: absenceWord('unpublished', locale), lines: [] };
}

/** Says in each year how many reports the filters leave out, and that a year is empty for that reason alone. */
export function withLeftOut<P extends ScopePanel>(
	panels: readonly P[],
	leftOut: readonly LeftOut[],
	locale: Locale
): readonly P[] {
	if (leftOut.length === 0) return panels;
	return panels.map((panel) => ({
		...panel,
		years: panel.years.map((year): PanelYear => {
			const reports = leftOut.find((one) => one.scope === panel.scope && one.year === year.year)?.reports ?? 0;
			if (reports === 0) return year;
			const words = FIGURE_WORDS.leftOut[locale].replace('{count}', formatNumber(reports));
			if (year.lines.length === 0) return { ...year, gap: FIGURE_WORDS.allLeftOut[locale], note: words };
			return { ...year, note: [year.note, words].filter((one) => one !== undefined).join('; ') };
		})
	}));
}

/** How many of the reports give a figure, where not all do. */
export function coverage(n: number, reports: number, locale: Locale): string | undefined {
	if (n === reports) return undefined;
	return locale === 'zh' ? `${reports} 份报告中 ${n} 份有此数` : `given by ${n} of ${reports} reports`;
}

/** A total in words: the number, or that no report gives it. */
export function totalText(value: number | null, locale: Locale): string {
	return value === null ? FIGURE_WORDS.noFigure[locale] : formatNumber(value);
}
