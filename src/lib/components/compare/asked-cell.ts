import type { Indicator } from '$lib/core/indicators/index.ts';
import { askableFigure } from '$lib/queries/index.ts';
import type { Asked } from '$lib/queries/index.ts';

/** Which indicators are figures that can be asked where they come from. */
const AS_FIGURES: Readonly<Record<string, string>> = { disclosure_rate: 'disclosed' };

/** What is asked at a cell of the comparison; null where the indicator is no single figure of the report. */
export function askedOf(one: Indicator, row: { readonly agency_id: string; readonly year: number }): Asked | null {
	const figure = AS_FIGURES[one.id] ?? one.id;
	if (!askableFigure(figure)) return null;
	return { kind: 'report', figure, basis: 'printed', year: row.year, agency: row.agency_id };
}
