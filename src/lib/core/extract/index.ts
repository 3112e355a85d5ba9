import { LAYOUTS, TABLE_IDS, eachLayout } from '../form/index.ts';
import type { CellKey, TableId } from '../form/index.ts';
import type { Document } from '../read/document.ts';
import { barredGrids } from './barred-grids.ts';
import { copiesOf, isCopyOf, joinCopies } from './copies.ts';
import type { Tables } from './copies.ts';
import { Drafts } from './draft.ts';
import type { TableDraft } from './draft.ts';
import { reportsOfExtracted } from './extracted.ts';
import { GridReader } from './grid-tables.ts';
import { lacksOf } from './lacks.ts';
import type { FoundLayout, Problem, Report, ReportCell } from './report.ts';
import { readSections, sectionOf } from './sections.ts';
import { rowsOf, settleLayout, withTableFour } from './tell-layout.ts';
import { readTextTables } from './text-tables.ts';
import { findTitle } from './title.ts';

export { ABSENCE_REASONS } from './report.ts';
export type {
	AbsenceReason,
	FoundLayout,
	Place,
	Problem,
	ProblemCode,
	Report,
	ReportCell,
	Section,
	SectionId
} from './report.ts';
export { parseFigure } from './figure.ts';

function foundLayouts(tables: Tables): Record<TableId, FoundLayout> {
	const fitting = (['t2', 't3'] as const).map((table) => {
		const draft = tables[table];
		return draft && draft.rows.size > 0 ? draft.layouts() : null;
	});
	const told = fitting.map((layouts) => (layouts?.length === 1 ? (layouts[0] ?? null) : null));
	const [t2 = null, t3 = null] = fitting.map((layouts) => layouts && settleLayout(layouts, told));
	return withTableFour({ t2, t3, t4: tables.t4 ? 'undetermined' : null });
}

/** The rows of each table, in each layout and in all. */
const FORM_ROWS = new Map(
	TABLE_IDS.map((table) => [
		table,
		{
			...eachLayout((layout) => [...rowsOf(table, layout)]),
			undetermined: [...new Set(LAYOUTS.flatMap((layout) => [...rowsOf(table, layout)]))]
		}
	])
);

/** The rows that a table should have and has not; where its layout is not told, those of either. */
function missingRows(tables: Tables, formats: Record<TableId, FoundLayout>): Problem[] {
	return TABLE_IDS.flatMap((table): Problem[] => {
		const found = formats[table];
		const draft = tables[table];
		if (!draft || found === null) return [];
		const rows = FORM_ROWS.get(table)?.[found] ?? [];
		return rows.filter((row) => !draft.rows.has(row)).map((row) => ({ code: 'row/missing', table, row }));
	});
}

function cellsIn(tables: Tables): Partial<Record<CellKey, ReportCell>> {
	const cells: Partial<Record<CellKey, ReportCell>> = {};
	for (const table of TABLE_IDS) for (const [key, cell] of tables[table]?.cells ?? []) cells[key] = cell;
	return cells;
}

/** The parts of a document that belong to one copy: from the end of the copy before to its own last table. */
function reportOf(document: Document, file: string, tables: Tables, from: number): { report: Report; end: number } {
	const drafts = Object.values(tables);
	const start = Math.min(...drafts.map((draft) => draft.start));
	const end = Math.max(...drafts.map((draft) => draft.end));
	const facts = findTitle(document, from, start);
	const formats = foundLayouts(tables);
	const problems: Problem[] = [
		...lacksOf({ ...facts, formats }),
		...TABLE_IDS.flatMap((table) => tables[table]?.problems ?? []),
		...missingRows(tables, formats)
	];
	return {
		report: {
			file,
			reader: document.reader,
			agency: facts.agency,
			year: facts.year,
			title: facts.title,
			formats,
			cells: cellsIn(tables),
			problems,
			sections: readSections(document, from, untilNextReport(document, from, end)),
			copies: 1
		},
		end
	};
}

/** Index of the block after `end` where the document begins anew: its first line again, or another first section; or its end. */
function untilNextReport(document: Document, from: number, end: number): number {
	const first = document.blocks.slice(from).find((block) => block.kind === 'text' && block.text.trim() !== '');
	const opening = first?.kind === 'text' ? first.text : null;
	const next = document.blocks.findIndex(
		(block, index) => index > end && block.kind === 'text' && (block.text === opening || sectionOf(block.text) === 's1')
	);
	return next < 0 ? document.blocks.length : next;
}

/** Lets the slots of lines with bars decide, table by table, where they show a whole header. */
function takeOverSlots(document: Document, wanted: ReadonlySet<TableId>, drafts: Drafts): void {
	const slots = new Drafts();
	const reader = new GridReader(slots, 'slots');
	for (const { grid, block } of barredGrids(document.blocks)) reader.read(grid, block);
	reader.finish();
	const blockOfLine = new Map(document.blocks.map(({ line }, index) => [line, index]));
	for (const draft of slots.all) draft.standAt(blockOfLine);
	for (const table of wanted) {
		const read = drafts.all.filter((draft) => draft.table === table);
		const found = slots.all.filter((draft) => draft.table === table && draft.cells.size > 0);
		found.forEach((draft, index) => {
			const own = read[index];
			if (own) own.takeOver(draft);
			else drafts.all.push(draft);
		});
	}
}

/**
 * The reports in one document, in reading order, every cell anchored on the labels of its row and column. A report that stands
 * twice is one. A document without a statutory table gives one report with no cells and the problem `report/no-table`.
 */
export function extractReports(document: Document, file: string): Report[] {
	if (document.extracted) return reportsOfExtracted(document.extracted, file);
	const drafts = new Drafts();
	const grids = new GridReader(drafts);
	let tables = 0;
	document.blocks.forEach((block, index) => {
		if (block.kind !== 'grid') return;
		tables = block.table;
		grids.read(block, index);
	});
	grids.finish();
	const inGrids = new Set(drafts.all.filter((draft) => draft.rows.size > 0).map((draft) => draft.table));
	const wanted = new Set(TABLE_IDS.filter((table) => !inGrids.has(table)));
	if (wanted.size > 0) {
		readTextTables(document.blocks, wanted, drafts, tables + 1);
		takeOverSlots(document, wanted, drafts);
	}
	const read = drafts.all.filter((draft) => draft.rows.size > 0);
	const empty = drafts.all.filter(
		(draft) => draft.rows.size === 0 && !read.some((other) => other.table === draft.table)
	);
	const bare = (draft: TableDraft): boolean =>
		draft.cells.size === 0 && read.some((other) => other.table === draft.table && other.cells.size > 0);
	const found = [...read.filter((draft) => !bare(draft)), ...empty].sort((a, b) => a.start - b.start);
	if (found.length === 0) {
		const facts = findTitle(document, 0, document.blocks.length);
		return [
			{
				file,
				reader: document.reader,
				...facts,
				formats: { t2: null, t3: null, t4: null },
				cells: {},
				problems: [{ code: 'report/no-table' }],
				sections: readSections(document, 0, document.blocks.length),
				copies: 1
			}
		];
	}
	const reports: Report[] = [];
	let from = 0;
	for (const copy of copiesOf(found, document)) {
		const { report, end } = reportOf(document, file, copy, from);
		from = end + 1;
		const known = reports.findIndex((candidate) => isCopyOf(report, candidate));
		const first = reports[known];
		if (first) reports[known] = joinCopies(first, report);
		else reports.push(report);
	}
	return reports;
}

/** The report of a file that could not be read: its problem and no cells. */
export function unreadReport(file: string, problem: Problem): Report {
	return {
		file,
		reader: null,
		agency: null,
		year: null,
		title: null,
		formats: { t2: null, t3: null, t4: null },
		cells: {},
		problems: [problem],
		sections: [],
		copies: 1
	};
}
