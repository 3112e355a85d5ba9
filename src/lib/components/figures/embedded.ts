/** The figures that have a page of their own, by their ids on the overview. */
export const EMBEDDED_FIGURES = [
	...(['heads', 'volumes', 'outcomes', 'map', 'denied', 'unable', 'applicants', 'carry'] as const),
	...(['funnel', 'reviews', 'lawsuits', 'coverage'] as const)
] as const;
export type EmbeddedFigureId = (typeof EMBEDDED_FIGURES)[number];

export function isEmbedded(id: string | null): id is EmbeddedFigureId {
	return EMBEDDED_FIGURES.some((known) => known === id);
}
