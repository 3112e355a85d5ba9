import type { Indicator } from '$lib/core/indicators/index.ts';
import { figureOfIndicator } from '$lib/queries/index.ts';
import type { Asked } from '$lib/queries/index.ts';

/** What is asked at a cell of the comparison; null where the indicator is no single figure of the report. */
export function askedOf(one: Indicator, row: { readonly agency_id: string; readonly year: number }): Asked | null {
	const figure = figureOfIndicator(one);
	if (figure === null) return null;
	return { kind: 'report', figure, basis: 'printed', year: row.year, agency: row.agency_id };
}
