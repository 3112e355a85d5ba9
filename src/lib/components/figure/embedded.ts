const OF_THE_OVERVIEW = [
	...(['heads', 'volumes', 'outcomes', 'map', 'denied', 'unable', 'applicants', 'carry'] as const),
	...(['funnel', 'reviews', 'lawsuits', 'coverage'] as const)
] as const;
const OF_COMPARE = ['table', 'funnel', 'reports', 'peers', 'history', 'years'] as const;

export type OverviewFigureId = (typeof OF_THE_OVERVIEW)[number];
export type CompareFigureId = (typeof OF_COMPARE)[number];
export type EmbeddedFigureId = OverviewFigureId | 'explore' | `compare-${CompareFigureId}`;

/** The figures that have a page of their own: those of the overview by their ids there, those of Compare with its name before. */
export const EMBEDDED_FIGURES: readonly EmbeddedFigureId[] = [
	...OF_THE_OVERVIEW,
	'explore',
	...OF_COMPARE.map((id) => `compare-${id}` as const)
];

export function isEmbedded(id: string | null): id is EmbeddedFigureId {
	return EMBEDDED_FIGURES.some((known) => known === id);
}

export type Home =
	| { readonly path: '/'; readonly anchor: OverviewFigureId }
	| { readonly path: '/explore/'; readonly anchor: 'explore' }
	| { readonly path: '/compare/'; readonly anchor: CompareFigureId };

/** Where the figure stands among others: the page, and its id there. */
export function homeOf(id: EmbeddedFigureId): Home {
	if (id === 'explore') return { path: '/explore/', anchor: id };
	const own = OF_COMPARE.find((one) => id === `compare-${one}`);
	return own === undefined ? { path: '/', anchor: id as OverviewFigureId } : { path: '/compare/', anchor: own };
}
