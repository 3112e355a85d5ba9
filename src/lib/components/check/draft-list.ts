import type { DraftReport, DraftRow } from '$lib/state/check/draft.ts';
import { concludes } from './finding-groups.ts';

export const LIST_FILTERS = ['all', 'failed', 'unread'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** Lines shown at once. */
export const PAGE_LINES = 25;

const FAILED = new WeakMap<DraftReport, boolean>();

/** Worked out once for each report: a list of a thousand is filtered after every file. */
function isFailed({ found }: DraftRow): boolean {
	if (found === null) return false;
	const known = FAILED.get(found) ?? ['hard', 'soft'].includes(concludes(found.findings));
	FAILED.set(found, known);
	return known;
}

const SELECTS: Readonly<Record<ListFilter, (row: DraftRow) => boolean>> = {
	all: () => true,
	failed: isFailed,
	unread: ({ found, status }) => found === null && status !== 'waiting' && status !== 'reading'
};

export function filterRows(rows: readonly DraftRow[], filter: ListFilter): readonly DraftRow[] {
	return filter === 'all' ? rows : rows.filter(SELECTS[filter]);
}

export interface ListPage {
	readonly rows: readonly DraftRow[];
	/** From 0; the last page where a later one is asked for. */
	readonly page: number;
	readonly pages: number;
	/** Numbers of the first and the last line, from 1; 0 where there is none. */
	readonly first: number;
	readonly last: number;
}

export function pageOf(rows: readonly DraftRow[], asked: number): ListPage {
	const pages = Math.max(1, Math.ceil(rows.length / PAGE_LINES));
	const page = Math.min(Math.max(0, asked), pages - 1);
	const shown = rows.slice(page * PAGE_LINES, (page + 1) * PAGE_LINES);
	return {
		rows: shown,
		page,
		pages,
		first: shown.length === 0 ? 0 : page * PAGE_LINES + 1,
		last: page * PAGE_LINES + shown.length
	};
}
