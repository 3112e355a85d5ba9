import type { DatasetEntry } from '../core/dataset/tables.ts';

/** The parameter of the address that names a dataset; without it the address means the default one. */
export const DATASET_PARAM = 'data';

/** Names a dataset and its build, so that answers of one are never shown as another's. */
export function datasetKey({ name, build }: Pick<DatasetEntry, 'name' | 'build'>): string {
	return `${name}:${build}`;
}

/** The query string (with what follows a `#`) that names that dataset too; null names the default one. */
export function withDataset(search: string, name: string | null): string {
	if (name === null) return search;
	const at = search.indexOf('#');
	const query = at < 0 ? search : search.slice(0, at);
	const hash = at < 0 ? '' : search.slice(at);
	const params = new URLSearchParams(query);
	if (params.has(DATASET_PARAM)) return search;
	return `${query === '' ? '?' : `${query}&`}${DATASET_PARAM}=${encodeURIComponent(name)}${hash}`;
}
