import type { LineSeries } from '$lib/charts/lines.ts';
import type { PanelYear } from '$lib/charts/panel.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import { FIGURE_NAMES, FIGURE_WORDS } from '$lib/format/figures.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { RequestVolume } from '$lib/queries/index.ts';
import { axisYears, byScope, coverage, noReport, panelFacts, reportCount, totalText } from './scope-panel.ts';
import type { ScopePanel } from './scope-panel.ts';

export interface VolumePanel extends ScopePanel {
	readonly series: readonly LineSeries[];
}

function panelYear(row: RequestVolume, locale: Locale): PanelYear {
	const lines = (['new', 'carried_in', 'carried_out'] as const).map((figure) => {
		const note = coverage(row[figure].n, row.reports, locale);
		return {
			label: FIGURE_NAMES[figure][locale],
			text: totalText(row[figure].value, locale),
			...(note === undefined ? {} : { note })
		};
	});
	return {
		year: row.year,
		count: reportCount(row.reports, locale),
		gap: row.new.value === null ? FIGURE_WORDS.noFigure[locale] : null,
		lines
	};
}

/** Requests received by year, a panel a scope. `joined` tells which years the same agencies report. */
export function volumePanels(
	rows: readonly RequestVolume[],
	chosen: readonly number[],
	joined: (scope: Scope, year: number) => boolean,
	locale: Locale
): VolumePanel[] {
	const axis = axisYears(rows, chosen);
	return byScope(rows, locale).map(({ scope, title, byYear }) => {
		const years = axis.map((year) => {
			const row = byYear.get(year)?.[0];
			return row === undefined ? noReport(year, locale) : panelYear(row, locale);
		});
		const values = axis.map((year) => ({
			year,
			value: byYear.get(year)?.[0]?.new.value ?? null,
			joined: joined(scope, year)
		}));
		return {
			scope,
			title,
			series: [{ id: 'new', label: FIGURE_NAMES.new[locale], color: 'var(--granted)', values }],
			...panelFacts(years, byYear)
		};
	});
}
