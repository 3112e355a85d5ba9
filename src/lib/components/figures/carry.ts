import type { YearBars } from '$lib/charts/bars.ts';
import type { PanelYear } from '$lib/charts/panel.ts';
import type { Tones } from '$lib/charts/tones.ts';
import { FIGURE_NAMES, FIGURE_WORDS } from '$lib/format/figures.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatChange, formatNumber } from '$lib/format/numbers.ts';
import type { CarryOver } from '$lib/queries/index.ts';
import { axisYears, byScope, coverage, noReport, panelFacts, reportCount, totalText } from './scope-panel.ts';
import type { ScopePanel } from './scope-panel.ts';

export const CARRIED = ['carried_in', 'carried_out'] as const;

/** What came from the year before is grey, what goes on is blue. */
export const CARRY_TONES = {
	carried_in: { color: 'var(--other)', on: 'var(--on-other)' },
	carried_out: { color: 'var(--granted)', on: 'var(--on-granted)' }
} as const satisfies Tones;

export interface CarryPanel extends ScopePanel {
	readonly columns: readonly YearBars[];
}

const word = (id: 'joined' | 'pairs' | 'noPairs', locale: Locale): string => FIGURE_WORDS[id][locale];

/** 38/40 agencies: those whose number is the one they carried out the year before. */
function joinedText(row: CarryOver): string {
	return `${formatNumber(row.joined)}/${formatNumber(row.pairs)}`;
}

function panelYear(row: CarryOver, locale: Locale): PanelYear {
	const lines = CARRIED.map((id) => {
		const note = coverage(row[id].n, row.reports, locale);
		return {
			label: FIGURE_NAMES[id][locale],
			text: totalText(row[id].value, locale),
			color: CARRY_TONES[id].color,
			...(note === undefined ? {} : { note })
		};
	});
	const paired =
		row.pairedOut === null || row.pairedIn === null
			? word('noPairs', locale)
			: word('pairs', locale)
					.replace('{out}', formatNumber(row.pairedOut))
					.replace('{in}', formatNumber(row.pairedIn))
					.replace('{change}', formatChange(row.pairedIn - row.pairedOut));
	return {
		year: row.year,
		count: reportCount(row.reports, locale),
		...(row.pairs === 0 ? {} : { below: { word: word('joined', locale), text: joinedText(row) } }),
		gap: CARRIED.every((id) => row[id].value === null) ? FIGURE_WORDS.noFigure[locale] : null,
		lines,
		note: paired
	};
}

/** Requests carried into and out of each year, a panel a scope. */
export function carryPanels(rows: readonly CarryOver[], chosen: readonly number[], locale: Locale): CarryPanel[] {
	const axis = axisYears(rows, chosen);
	return byScope(rows, locale).map(({ scope, title, byYear }) => {
		const years = axis.map((year) => {
			const row = byYear.get(year)?.[0];
			return row === undefined ? noReport(year, locale) : panelYear(row, locale);
		});
		const columns = years.flatMap((year): YearBars[] => {
			const row = byYear.get(year.year)?.[0];
			if (row === undefined || year.gap !== null) return [];
			return [{ year: year.year, parts: CARRIED.map((id) => ({ id, value: row[id].value })) }];
		});
		return { scope, title, columns, ...panelFacts(years, byYear) };
	});
}
