import { APPLICANT_COLUMNS, LAYOUTS, TABLE_THREE_ROWS, TABLE_TWO, tableThreeRows } from '../form/index.ts';
import type { TableId } from '../form/index.ts';
import type { Block } from '../read/document.ts';
import { blockColumns } from './columns.ts';
import type { Drafts, TableDraft } from './draft.ts';
import { cellsOf, endsOpen, gapHabit } from './gaps.ts';
import type { TextRow } from './gaps.ts';
import { matchApplicant } from './labels.ts';
import { withoutRepeats } from './repeated-rows.ts';
import { settleRows } from './settle.ts';
import type { Place } from './report.ts';
import { readTableFour } from './text-table-four.ts';
import { TextParser } from './text-parser.ts';
import type { OpenRow, TextTable } from './text-parser.ts';
import { placeOf, rawOf, wordsOf } from './words.ts';
import type { Word } from './words.ts';

const ROW_ORDER: readonly string[] = TABLE_THREE_ROWS.map((row) => row.id);

/** A row cut by the end of the document, every cell before the cut filled: the cells it still prints. */
function cutRow(row: OpenRow, rows: readonly OpenRow[], width: number): Word[] | null {
	const others = rows.filter((other) => other !== row);
	if (
		!row.atEnd ||
		row.strays > 0 ||
		row.figures.length >= width ||
		others.length === 0 ||
		others.some((other) => other.figures.length !== width)
	)
		return null;
	const gaps = new Set(row.figures.slice(1).map((word) => word.gap.replace(/ /gu, '')));
	if (gaps.size > 1) return null;
	return row.figures.slice(0, endsOpen(row) ? -1 : undefined);
}

function putRow(
	draft: TableDraft,
	row: OpenRow,
	id: string,
	columns: readonly string[],
	cells: readonly (Word | null)[],
	table: number
): void {
	draft.rows.add(id);
	const anchor = row.labels.at(-1) ?? row.figures[0];
	cells.forEach((word, index) => {
		const column = columns[index];
		if (column === undefined) return;
		const blank: Place = { table, row: anchor?.line ?? 0, col: index + 1, ...(anchor ? { line: anchor.line } : {}) };
		draft.put(id, column, word?.text ?? '', word ? placeOf(word, table) : blank);
	});
	draft.lacks(id, columns, anchor?.line);
}

/** The figures of a row stand on the line of its label, and no other row's label does. */
function sameLine(row: TextRow, rows: readonly TextRow[]): boolean {
	const line = row.labels.at(-1)?.line;
	const others = rows.some((other) => other !== row && other.labels.at(-1)?.line === line);
	return !others && row.figures.length > 0 && row.figures.every((word) => word.line === line);
}

function inFormOrder(rows: readonly OpenRow[]): boolean {
	const positions = rows.map((row) => ROW_ORDER.indexOf(row.id));
	return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1));
}

/** Every row of a layout stands once, with just its figures behind its label: what is parted elsewhere is not parted here. */
function isWhole({ rows, orphans, unknown }: TextTable, width: (row: OpenRow) => number): boolean {
	const printed = rows.map(({ id }) => id).join(' ');
	return (
		orphans.length === 0 &&
		unknown.length === 0 &&
		rows.every((row) => row.strays === 0 && row.figures.length === width(row)) &&
		LAYOUTS.some((layout) => TABLE_TWO[layout].flatMap((block) => block.rows.map(({ id }) => id)).join(' ') === printed)
	);
}

function readTableTwo(text: TextTable, drafts: Drafts, number: number, scrambled: boolean): void {
	const habit = gapHabit(text.rows, text.gaps, (row) => blockColumns(row.header, row.id)?.columns.length ?? null);
	const width = (row: OpenRow): number => blockColumns(row.header, row.id)?.columns.length ?? 0;
	/** Of two rows under one header one has lost its figures: those of the other may be either's. */
	const besideLost = (row: OpenRow): boolean =>
		text.rows.some(
			(other) =>
				other !== row &&
				other.header === row.header &&
				other.figures.length === 0 &&
				!cellsOf(other, width(other), habit, true)
		);
	const parted =
		(scrambled && !isWhole(text, width)) ||
		text.orphans.length > 0 ||
		text.rows.some((row) => row.figures.length > width(row) && !sameLine(row, text.rows));
	for (const row of text.rows) {
		const draft = drafts.forRow('t2', row.id, text.start, true);
		const columns = blockColumns(row.header, row.id);
		const line = row.labels.at(-1)?.line ?? 0;
		if (!columns) {
			draft.rows.add(row.id);
			draft.problem({ code: 'table/header-not-found', row: row.id, found: row.header.join(' | ').slice(0, 200), line });
			continue;
		}
		// More figures than columns: part of the header was not seen.
		if (!sameLine(row, text.rows) || row.figures.length <= columns.columns.length) draft.headers.push(columns.layouts);
		const cells =
			(parted || besideLost(row)) && !sameLine(row, text.rows)
				? null
				: cellsOf(row, columns.columns.length, habit, !parted);
		if (cells) putRow(draft, row, row.id, columns.columns, cells, number);
		else draft.notPlaced(row.id, rawOf(row), columns.columns.join(', '), line);
	}
}

/** With fewer labels of applicants the order of the columns is not told. */
const FEWEST_APPLICANTS = 4;

/** 总计 stands before 自然人, or before 其他 on the lines of the organisations: the columns are in another order than the form's. */
function totalIsMoved(labels: readonly { readonly id: string; readonly line: number }[]): boolean {
	const total = labels.findIndex(({ id }) => id === 'total');
	if (total < 0) return false;
	if (labels.findIndex(({ id }) => id === 'natural_person') > total) return true;
	const line = labels[total]?.line;
	const beside = labels.slice(0, total).some((label) => label.line === line && label.id === 'business');
	return beside && !labels.slice(0, total).some((label) => label.line === line && label.id === 'other_org');
}

function headerIsOrdered(header: readonly Word[]): boolean {
	const labels = header.flatMap((word) => {
		const id = matchApplicant(word.text);
		return id === null ? [] : [{ id, line: word.line }];
	});
	if (new Set(labels.map(({ id }) => id)).size < FEWEST_APPLICANTS || totalIsMoved(labels)) return false;
	const ids = labels.map(({ id }) => id).filter((id) => id !== 'total');
	const positions = [...new Set(ids)].map((id) => APPLICANT_COLUMNS.findIndex((column) => column.id === id));
	return (
		positions.length > 0 && positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1))
	);
}

/** Figures of several rows stand behind one label. */
function hasLumps(text: TextTable): boolean {
	return text.rows.some((row) => row.figures.length > APPLICANT_COLUMNS.length && !sameLine(row, text.rows));
}

/** The figures of a table three stand apart from their labels, or its rows out of the form's order. */
function standsOutOfOrder(text: TextTable): boolean {
	return hasLumps(text) || text.orphans.length > 0 || !inFormOrder(text.rows);
}

/**
 * A neighbour has lost its figures, and those of this row do not stand on its line: the labels may have been moved together, and
 * the figures be those of either.
 */
function besideEmptied(
	index: number,
	rows: readonly OpenRow[],
	cells: readonly (readonly unknown[] | null)[]
): boolean {
	const row = rows[index];
	if (!row || row.figures.length === 0 || sameLine(row, rows)) return false;
	return [index - 1, index + 1].some((at) => rows[at]?.figures.length === 0 && !rows[at].atEnd && cells[at] === null);
}

/** Places the rows of table three, or declares them. */
function readTableThree(printed: TextTable, drafts: Drafts, number: number): void {
	const text = withoutRepeats(printed);
	const columns = APPLICANT_COLUMNS.map((column) => column.id);
	const rows = text.rows;
	const both = rows.some((row) => row.id === 'other') && rows.some((row) => row.id.startsWith('other_'));
	const headed = headerIsOrdered(text.header);
	const trusted = inFormOrder(rows) && !text.orphansFirst && !hasLumps(text);
	const habit = gapHabit(rows, text.gaps, () => columns.length);
	if (rows.length === 0) drafts.current('t3', text.start);
	if (!headed && rows.length > 0) {
		drafts.forRow('t3', 'new', text.start, rows[0]?.id === 'new').problem({
			code: 'table/header-not-found',
			found: text.header
				.map((word) => word.text)
				.join(' | ')
				.slice(0, 200),
			line: text.header[0]?.line ?? 0
		});
	}
	const alone = rows.map((row) => {
		const usable = headed && !(both && row.id.startsWith('other')) && (trusted || sameLine(row, rows));
		if (!usable) return null;
		return (
			cellsOf(row, columns.length, habit, trusted && text.orphans.length === 0) ?? cutRow(row, rows, columns.length)
		);
	});
	const placed = alone.map((cells, index) => (besideEmptied(index, rows, alone) ? null : cells));
	const parted = placed.includes(null) || text.orphans.length > 0 || !trusted;
	const settled = parted ? settleRows(text.figures, { lines: labelledLines(rows), rows }) : null;
	const agree =
		settled !== null &&
		rows.every((row, index) => placed[index]?.every((word, at) => word === settled.rows.get(row.id)?.[at]) ?? true);
	const reading = agree ? settled.rows : null;
	const form = agree ? new Set(tableThreeRows(settled.layout).map(({ id }) => id)) : null;
	rows.forEach((row, index) => {
		// Its figures are those of a row of the layout that the identities settled: the label was cut.
		if (form && !form.has(row.id)) return;
		const draft = drafts.forRow('t3', row.id, text.start, row.id === 'new');
		const cells = placed[index] ?? (reading && !reading.has(row.id) ? cellsOf(row, columns.length, habit, true) : null);
		if (cells && draft.rows.has(row.id)) {
			const texts = new Map(columns.map((column, at) => [column, cells[at]?.text ?? '']));
			draft.repeat(row.id, texts, rawOf(row), row.labels.at(-1)?.line);
		} else if (cells) putRow(draft, row, row.id, columns, cells, number);
		else if (reading?.has(row.id)) return;
		else if (!row.atEnd || row.figures.length > 0)
			draft.notPlaced(row.id, rawOf(row), columns.join(', '), row.labels.at(-1)?.line);
		else
			draft.problem({ code: 'table/incomplete', row: row.id, found: rawOf(row), line: row.labels.at(-1)?.line ?? 0 });
	});
	for (const [id, words] of reading ?? []) {
		const draft = drafts.current('t3', text.start);
		if (draft.cells.has(`t3.${id}.total`)) continue;
		draft.rows.add(id);
		words.forEach((word, at) => draft.put(id, columns[at] ?? '', word.text, placeOf(word, number), true));
	}
	if (reading) text.orphans.length = 0;
}

function labelledLines(rows: readonly OpenRow[]): ReadonlyMap<number, string> {
	return new Map(rows.filter((row) => sameLine(row, rows)).map((row) => [row.labels.at(-1)?.line ?? 0, row.id]));
}

/** Reads the statutory tables out of running text, for those of `wanted` that no grid held. `firstTable` numbers them on. */
export function readTextTables(
	blocks: readonly Block[],
	wanted: ReadonlySet<TableId>,
	drafts: Drafts,
	firstTable: number
): void {
	const parser = new TextParser();
	const { words, tail } = wordsOf(blocks);
	for (const word of words) parser.feed(word);
	parser.finish(tail);
	const scrambled = parser.tables.some((table) => table.table === 't3' && standsOutOfOrder(withoutRepeats(table)));
	parser.tables
		.filter((table) => wanted.has(table.table))
		.forEach((table, index) => {
			const number = firstTable + index;
			if (table.table === 't2') readTableTwo(table, drafts, number, scrambled);
			else if (table.table === 't3') readTableThree(table, drafts, number);
			else readTableFour(table, drafts, number, blocks, scrambled);
			const draft = drafts.peek(table.table);
			for (const { label, figures } of table.unknown) {
				draft?.problem({
					code: 'row/unknown',
					found: [label, ...figures]
						.map((word) => word.text)
						.join(' | ')
						.slice(0, 200),
					line: label.line
				});
			}
			if (table.orphans.length > 0) {
				draft?.problem({
					code: 'row/unknown',
					found: table.orphans
						.map((word) => word.text)
						.join(' ')
						.slice(0, 200),
					line: table.orphans[0]?.line ?? 0
				});
			}
		});
}
