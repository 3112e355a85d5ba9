import { APPLICANTS } from '$lib/core/form/index.ts';
import type { CellKey, Layout } from '$lib/core/form/index.ts';
import { FIGURE_NAMES } from '$lib/format/figures.ts';
import { nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { askableFigure, partNames } from '$lib/queries/index.ts';
import type { AskableFigure, AskedSum, Basis } from '$lib/queries/index.ts';
import { familyName } from '$lib/format/families.ts';

const isShort = (id: string): id is keyof typeof FIGURE_NAMES => Object.hasOwn(FIGURE_NAMES, id);

/** The name of a figure, as charts and tables have it. */
export function figureName(id: string, locale: Locale): string {
	const names = isShort(id) ? FIGURE_NAMES[id] : askableFigure(id)?.names;
	return names === undefined ? id : nameIn(names, locale);
}

/** Its name among its siblings. */
export function siblingName(id: string, locale: Locale): string {
	const names = partNames(id);
	return names === undefined ? figureName(id, locale) : nameIn(names, locale);
}

/** The cells of a report that make a figure: as printed, or of the six applicants that its totals are summed from. */
export function cellsOfFigure(
	{ parts, whole }: AskableFigure,
	layout: Layout,
	basis: Basis
): { own: readonly CellKey[]; whole: readonly CellKey[] } {
	const printed = parts[layout];
	const own =
		basis === 'printed'
			? printed
			: printed.flatMap((cell) => APPLICANTS.map(({ id }): CellKey => `t3.${cell.split('.')[1] ?? ''}.${id}`));
	return { own, whole: whole?.[layout] ?? [] };
}

/** The part of the selection that a sum is taken of, in words. */
export function withinWords({ within = {} }: AskedSum, locale: Locale): string {
	const places = [...(within.provinces ?? []), ...(within.cities ?? []), ...(within.counties ?? [])];
	const families = (within.families ?? []).map((family) => familyName(family, locale));
	return [...places, ...families].join(' · ');
}
