import { LAYOUTS, TABLE_IDS, formCells } from '../form/index.ts';
import type { CellKey, TableId } from '../form/index.ts';
import type { Document } from '../read/document.ts';
import type { TableDraft } from './draft.ts';
import type { Problem, Report, ReportCell } from './report.ts';
import { sectionOf } from './sections.ts';
import { withTableFour } from './tell-layout.ts';
import { namesAnother } from './title.ts';

export type Tables = Partial<Record<TableId, TableDraft>>;
type Cells = Partial<Record<CellKey, ReportCell>>;

const orderOf = (table: TableId): number => TABLE_IDS.indexOf(table);

/** Whether another report begins between two blocks: with its first section, or with a title of another agency or year. */
function beginsBetween(document: Document, from: number, start: number, end: number): boolean {
	const between = document.blocks
		.slice(start, end)
		.flatMap((block) => (block.kind === 'text' ? [{ text: block.text.trim(), line: block.line }] : []));
	return between.some(({ text }) => sectionOf(text) === 's1') || namesAnother(document, from, start, between);
}

/**
 * Tables in reading order shared out to reports: a table met again, a table that the form prints before the last one, and the
 * beginning of a report open the next.
 */
export function copiesOf(drafts: readonly TableDraft[], document: Document): Tables[] {
	const copies: Tables[] = [];
	let before: TableDraft | null = null;
	let from = 0;
	for (const draft of drafts) {
		const last = copies.at(-1);
		if (
			last &&
			before &&
			!last[draft.table] &&
			(orderOf(draft.table) > orderOf(before.table) || before.end > draft.start) &&
			!beginsBetween(document, from, before.end + 1, draft.start)
		)
			last[draft.table] = draft;
		else {
			copies.push({ [draft.table]: draft });
			if (before) from = before.end + 1;
		}
		before = draft;
	}
	return copies;
}

const tablesIn = (report: Report): TableId[] => TABLE_IDS.filter((table) => report.formats[table] !== null);

/** Whether two reports are one: alike in what their titles say; of one without an agency, only if they have a table in common. */
export function isCopyOf(copy: Report, first: Report): boolean {
	const common = tablesIn(copy).some((table) => first.formats[table] !== null);
	if (copy.agency === null && !common) return false;
	return (copy.agency === null || copy.agency === first.agency) && (copy.year === null || copy.year === first.year);
}

function differing(a: Cells, b: Cells): CellKey[] {
	const keys = Object.keys(a) as CellKey[];
	return keys.filter((key) => b[key] && (a[key]?.v !== b[key].v || a[key]?.absence !== b[key].absence));
}

/** Whether a problem speaks of a cell that `cells` lacks, so that it still has to be told. */
function isOpen({ table, row, column }: Problem, cells: Cells): boolean {
	if (table === undefined || (row === undefined && column === undefined)) return false;
	return LAYOUTS.flatMap((layout) => formCells(table, layout)).some(
		(cell) =>
			(row === undefined || cell.row === row) && (column === undefined || cell.column === column) && !cells[cell.key]
	);
}

function joinFormats(first: Report, copy: Report): Report['formats'] {
	const of = (table: TableId): Report['formats'][TableId] => first.formats[table] ?? copy.formats[table];
	return withTableFour({ t2: of('t2'), t3: of('t3'), t4: of('t4') });
}

/**
 * Joins copies of one report: figures that differ between them are withdrawn, since neither is known to be the right one, and a table
 * of which they differ takes none over.
 */
export function joinCopies(first: Report, copy: Report): Report {
	const differ = differing(first.cells, copy.cells);
	const apart = new Set(differ.map((key) => key.split('.')[0]));
	const taken = Object.entries(copy.cells).filter(([key]) => !apart.has(key.split('.')[0]));
	const cells: Cells = { ...(Object.fromEntries(taken) as Cells), ...first.cells };
	const formats = joinFormats(first, copy);
	const stays = ({ code, table }: Problem): boolean =>
		table === undefined ||
		!(
			(code === 'report/table-missing' && formats[table] !== null) ||
			(code === 'table/layout-undetermined' && formats[table] !== 'undetermined')
		);
	const told = new Set(first.problems.map((problem) => JSON.stringify({ ...problem, line: 0 })));
	const problems = copy.problems.filter(
		(problem) => isOpen(problem, cells) && !told.has(JSON.stringify({ ...problem, line: 0 }))
	);
	for (const key of differ) {
		const [a, b] = [first.cells[key], copy.cells[key]];
		if (!a || !b) continue;
		const [table, row, column] = key.split('.') as [TableId, string, string];
		const found = `${a.raw} ¦ ${b.raw}`;
		cells[key] = { v: null, raw: found, absence: 'unplaced', ...(a.at ? { at: a.at } : {}) };
		problems.push({ code: 'report/copies-differ', table, row, column, found });
	}
	return {
		...first,
		formats,
		cells,
		problems: [...first.problems.filter(stays), ...problems],
		copies: first.copies + 1
	};
}
