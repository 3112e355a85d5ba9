import type { Origin } from '$lib/export/provenance.ts';
import { ASK_PARAM } from '$lib/state/asking.svelte.ts';
import { DATASET_PARAM } from '$lib/state/dataset-key.ts';
import { datasets } from '$lib/state/datasets.svelte.ts';

/** The dataset that the page shows, as files and drawings name it. */
export function origin(): Origin {
	const { name, title, build, fictional, session } = datasets.shown;
	return { name, title, build, fictional, session: session ?? false };
}

/** The chosen filters as the address has them, readable: `level=city, year=2023`. Not while the page is prerendered. */
export function filterText(search: URLSearchParams): string {
	return [...search]
		.filter(([name]) => name !== DATASET_PARAM)
		.map(([name, value]) => `${name}=${value}`)
		.join(', ');
}

/** What an address says beside the view: which figure is embedded, which figure is asked about. */
const PASSING: ReadonlySet<string> = new Set(['figure', ASK_PARAM]);

/** The parameters of the address without the name of an embedded figure, or only those named. */
export function viewParams(search: string, only?: readonly string[]): URLSearchParams {
	const kept = (name: string): boolean => (only ? only.includes(name) : !PASSING.has(name));
	return new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => kept(name)));
}

/** What an agency's page shows, as the other pages say it: that agency alone, all its years. */
const AS_FILTER: ReadonlyMap<string, string> = new Map([
	['id', 'agency'],
	['outcomes', 'outcomes'],
	[DATASET_PARAM, DATASET_PARAM]
]);

/** The view of a figure for the pages that filter; `ofOneAgency`: the address is that of an agency's page. */
export function filterParams(search: string, ofOneAgency: boolean, only?: readonly string[]): URLSearchParams {
	if (!ofOneAgency) return viewParams(search, only);
	const renamed = [...new URLSearchParams(search)].flatMap(([name, value]): [string, string][] => {
		const as = AS_FILTER.get(name);
		return as === undefined || (only && !only.includes(as)) ? [] : [[as, value]];
	});
	return new URLSearchParams(renamed);
}

/** As a query string with its question mark; empty where nothing is chosen. */
export function searchOf(params: URLSearchParams): string {
	const text = params.toString();
	return text === '' ? '' : `?${text}`;
}
