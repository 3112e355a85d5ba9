import { LAYOUTS } from './names.ts';
import type { Layout } from './names.ts';

/** The same question asked of every layout. */
export function eachLayout<T>(of: (layout: Layout) => T): Record<Layout, T> {
	return Object.fromEntries(LAYOUTS.map((layout) => [layout, of(layout)])) as Record<Layout, T>;
}

export const isLayout = (found: string | null | undefined): found is Layout =>
	(LAYOUTS as readonly (string | null | undefined)[]).includes(found);
