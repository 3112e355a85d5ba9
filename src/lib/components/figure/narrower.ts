import type { DataPackage } from '$lib/core/dataset/package.ts';
import { filtersFromParams } from '$lib/queries/filters.ts';

export interface Narrower {
	/** The years, ascending. */
	readonly years: readonly number[];
	/** The query string of the same view with these years alone. */
	readonly search: string;
}

/** The same view of the newest three years and of the newest one, as far as these are fewer years than it takes in now. */
export function narrowerViews(dataPackage: DataPackage, search: string): Narrower[] {
	const all = dataPackage.resources.flatMap((resource) =>
		resource['gongkai:table'] === 'reports' ? (resource['gongkai:year'] ?? []) : []
	);
	const years = [...new Set(all)].sort((a, b) => a - b);
	const asked = filtersFromParams(new URLSearchParams(search)).filters.years.length || years.length;
	return [3, 1].flatMap((count): Narrower[] => {
		const newest = years.slice(-count);
		const [first, last] = [newest[0], newest.at(-1)];
		if (first === undefined || count >= asked) return [];
		const params = new URLSearchParams(search);
		params.set('year', first === last ? String(first) : `${first}-${last}`);
		return [{ years: newest, search: `?${params.toString()}` }];
	});
}
