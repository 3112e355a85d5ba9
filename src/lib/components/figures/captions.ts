import { BRIDGE } from '$lib/core/form/index.ts';
import type { BridgeId } from '$lib/core/indicators/index.ts';
import { joinList, nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import { formatNumber, formatYears } from '$lib/format/numbers.ts';
import type { LeftOut } from '$lib/queries/index.ts';
import { m } from '$lib/paraglide/messages.js';

interface Counted {
	readonly scope: Scope;
	readonly year: number;
	readonly reports: number;
}

/** A title with the years that its figure spans, first and last; without years the title alone. */
export function titleOver(told: string, years: readonly number[]): string {
	if (years.length === 0) return told;
	return m.title_years({ told, years: formatYears(Math.min(...years), Math.max(...years)) });
}

/** The years of rows. */
export const yearsOf = (rows: readonly { readonly year: number }[]): number[] => rows.map(({ year }) => year);

/** How many reports stand behind rows that may have several of each scope and year. */
export function reportsOf(rows: readonly Counted[]): number {
	const bySelection = new Map(rows.map((row) => [`${row.scope} ${row.year}`, row.reports]));
	return [...bySelection.values()].reduce((sum, reports) => sum + reports, 0);
}

/** Unit · N · how many of them give the figure, where not all do · how the scopes stand. Without rows the unit alone: none is not yet zero. */
export function subtitleOf(
	unit: string,
	rows: readonly Counted[],
	panels: number,
	{
		given,
		sameScale = false,
		leftOut = []
	}: { readonly given?: number; readonly sameScale?: boolean; readonly leftOut?: readonly LeftOut[] } = {}
): string {
	if (rows.length === 0) return unit;
	const reports = reportsOf(rows);
	const parts = [unit, m.figure_n({ count: formatNumber(reports) })];
	if (given !== undefined && given < reports) parts.push(m.figure_given({ count: formatNumber(given) }));
	const without = leftOut.reduce((sum, one) => sum + one.reports, 0);
	if (without > 0) parts.push(m.figure_left_out({ count: formatNumber(without) }));
	if (panels > 1) parts.push(m.scopes_apart({ count: formatNumber(panels) }));
	if (panels > 1 && !sameScale) parts.push(m.scales_differ());
	return parts.join(' · ');
}

/** What the change of layout in 2021 does to a figure, as the bridge between the layouts has it. */
export function layoutNote(ids: readonly BridgeId[], locale: Locale): string {
	const concepts = ids.flatMap((id) => BRIDGE.filter((concept) => concept.id === id));
	const words = concepts.map(({ names, note }) => `${nameIn(names, locale)}${m.colon()}${nameIn(note, locale)}`);
	return m.layout_note({ what: joinList(words, locale) });
}

/** The word at the rule between the layouts. */
export function layoutWord(ids: readonly BridgeId[]): string {
	const hows = ids.flatMap((id) => BRIDGE.filter((concept) => concept.id === id).map(({ comparable }) => comparable));
	if (hows.includes('never')) return m.layout_change_never();
	return hows.includes('with_care') ? m.layout_change_care() : m.layout_change_same();
}
