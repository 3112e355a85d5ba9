import { APPLICANT_COLUMNS, DISPUTES, RESULTS, SECTIONS, TABLE_THREE_ROWS, foldLabel } from '../form/index.ts';
import type { OutcomeGroupId, TableId } from '../form/index.ts';
import type { Block } from '../read/document.ts';
import { blockColumns } from './columns.ts';
import type { Drafts, TableDraft } from './draft.ts';
import { cellsOf, gapHabit } from './gaps.ts';
import type { TextRow } from './gaps.ts';
import {
	isIdentityNote,
	isSpanningHeading,
	matchApplicant,
	matchArticleItem,
	matchCorner,
	matchTableFour,
	matchTableThree,
	matchTableTwoRow,
	readLabel,
	splitLabels
} from './labels.ts';
import type { Place } from './report.ts';
import { wordsOf } from './words.ts';
import type { Word } from './words.ts';

interface OpenRow extends TextRow {
	readonly id: string;
	readonly header: readonly string[];
	labels: Word[];
	figures: Word[];
	after: string;
	atEnd: boolean;
	/** The label is also a heading: without figures the row was none. */
	readonly tentative: boolean;
}

/** One table of running text from its first word to its last. */
interface TextTable {
	readonly table: TableId;
	readonly start: number;
	readonly rows: OpenRow[];
	readonly header: Word[];
	/** The gap before each of its words. */
	readonly gaps: string[];
	/** Figures that follow no label; those before the first row mean that labels and figures are parted. */
	readonly orphans: Word[];
	orphansFirst: boolean;
	readonly unknown: { readonly label: Word; readonly figures: Word[] }[];
}

const LONGEST_LABEL = 110;
const ROW_ORDER: readonly string[] = TABLE_THREE_ROWS.map((row) => row.id);

function isSectionHeading(text: string): boolean {
	const { ordinal, words } = readLabel(text);
	if (ordinal === '' || words.length > 40) return false;
	return SECTIONS.some(
		(section) => section.keys.some((key) => words.includes(foldLabel(key))) && /^[一二三四五六]$/u.test(ordinal)
	);
}

function joined(words: readonly Word[]): string {
	return foldLabel(words.map((word) => word.text).join(''));
}

class TextParser {
	readonly tables: TextTable[] = [];
	#open: TextTable | null = null;
	#row: OpenRow | null = null;
	#header: string[] | null = null;
	#collecting = false;
	#group: OutcomeGroupId | null = null;
	#leading: Word[] = [];
	#stray: { readonly label: Word; readonly figures: Word[] } | null = null;
	/** Words since the last figure: the header of table four is told from them. */
	#recent: Word[] = [];

	feed(word: Word): void {
		if (word.figure) this.#figure(word);
		else this.#text(word);
		this.#open?.gaps.push(word.gap);
	}

	/** Closes what is open at the end of the document; `tail` is the gap behind its last word. */
	finish(tail: string): void {
		if (this.#row) this.#row.after = tail;
		this.#closeTable();
	}

	#closeRow(next: Word | null): void {
		const row = this.#row;
		this.#row = null;
		if (!row) return;
		row.after = next?.gap ?? row.after;
		row.atEnd = next === null;
		if (row.figures.length > 0 || !row.tentative) this.#open?.rows.push(row);
	}

	#closeTable(next: Word | null = null): void {
		this.#closeRow(next);
		if (this.#open && (this.#open.rows.length > 0 || this.#open.unknown.length > 0 || this.#open.header.length > 0))
			this.tables.push(this.#open);
		this.#open = null;
		this.#header = null;
		this.#collecting = false;
		this.#group = null;
		this.#stray = null;
		this.#leading = [];
	}

	#begin(table: TableId, word: Word): void {
		if (this.#open?.table === table) return;
		this.#closeTable(word);
		this.#open = {
			table,
			start: word.block,
			rows: [],
			header: [],
			gaps: [],
			orphans: [],
			orphansFirst: false,
			unknown: []
		};
	}

	#startRow(id: string, word: Word, tentative = false): void {
		this.#closeRow(word);
		this.#stray = null;
		this.#row = {
			id,
			header: this.#header ?? [],
			labels: [...this.#leading, word],
			figures: [],
			after: '',
			atEnd: false,
			tentative
		};
		this.#leading = [];
	}

	#figure(word: Word): void {
		this.#recent = [];
		if (!this.#open) return;
		if (this.#row) {
			this.#row.figures.push(word);
			return;
		}
		if (this.#stray) {
			this.#stray.figures.push(word);
			if (!this.#open.unknown.includes(this.#stray)) this.#open.unknown.push(this.#stray);
			return;
		}
		if (this.#open.table === 't4') return;
		this.#open.orphans.push(word);
		if (this.#open.rows.length === 0) this.#open.orphansFirst = true;
	}

	#text(word: Word): void {
		this.#recent.push(word);
		if (foldLabel(word.text).length > LONGEST_LABEL) {
			if (this.#open && this.#open.table !== 't2') this.#closeTable(word);
			else if (this.#open) this.#strayLabel(word);
			return;
		}
		if (this.#two(word) || this.#three(word) || this.#four(word)) return;
		if (isSectionHeading(word.text)) {
			this.#closeTable(word);
			this.#recent = [word];
			return;
		}
		this.#strayLabel(word);
	}

	#strayLabel(word: Word): void {
		if (this.#row && this.#row.figures.length === 0) {
			this.#row.labels.push(word);
			return;
		}
		if (this.#row) this.#closeRow(word);
		if (!this.#open) return;
		if (this.#open.rows.length === 0 && this.#open.table !== 't2') {
			this.#open.header.push(word);
			return;
		}
		this.#stray = { label: word, figures: [] };
	}

	#two(word: Word): boolean {
		const item = word.text.length <= 60 ? matchArticleItem(word.text) : null;
		if (item !== null) {
			this.#begin('t2', word);
			this.#closeRow(word);
			this.#header = null;
			this.#collecting = false;
			this.#stray = null;
			return true;
		}
		const corner = matchCorner(word.text);
		if (corner) {
			this.#begin('t2', word);
			this.#closeRow(word);
			this.#header = corner.rest === '' ? [] : [corner.rest];
			this.#collecting = true;
			this.#stray = null;
			return true;
		}
		if (this.#open?.table !== 't2') return false;
		const row = matchTableTwoRow(word.text);
		if (row !== null && this.#header !== null) {
			this.#collecting = false;
			this.#startRow(row, word);
			return true;
		}
		if (!this.#collecting || isSectionHeading(word.text) || isIdentityNote(word.text)) return false;
		this.#header?.push(word.text);
		return true;
	}

	#three(word: Word): boolean {
		const heading =
			isSpanningHeading(word.text) || (word.text.length <= 60 && matchApplicant(word.text) === 'natural_person');
		const isTable = this.#open?.table === 't3';
		if (heading) {
			if (isTable) this.#closeRow(word);
			this.#begin('t3', word);
			this.#open?.header.push(word);
			return true;
		}
		const parts = splitLabels(word.text);
		let matched = false;
		for (const part of parts) {
			const label = matchTableThree(part, this.#group);
			if (!label) continue;
			const begins = label.kind === 'row' && label.row === 'new' && readLabel(part).ordinal !== '';
			if (!isTable && !begins && this.#open?.table !== 't3') continue;
			if (begins) this.#begin('t3', word);
			matched = true;
			this.#threeLabel(label, word);
		}
		if (matched) return true;
		if (!isTable) return false;
		const applicant = matchApplicant(word.text);
		if (
			applicant === 'total' &&
			this.#group === 'other' &&
			this.#row?.figures.length !== 0 &&
			(this.#open?.rows.length ?? 0) > 3
		) {
			this.#startRow('closed', word, true);
			return true;
		}
		if (applicant !== null) {
			if (this.#row?.figures.length !== 0) this.#closeRow(word);
			this.#open?.header.push(word);
			return true;
		}
		return false;
	}

	#threeLabel(label: NonNullable<ReturnType<typeof matchTableThree>>, word: Word): void {
		if (label.kind === 'results') {
			if (this.#row && this.#row.figures.length === 0) return;
			this.#closeRow(word);
			this.#leading.push(word);
			return;
		}
		const waiting = this.#row !== null && this.#row.figures.length === 0 && !this.#row.tentative;
		if (label.group) this.#group = label.group;
		if (label.kind === 'group' || label.row === 'other') {
			if (waiting && this.#row && label.group !== null && this.#isInside(this.#row.id, label.group)) return;
			if (label.kind === 'row') {
				this.#startRow('other', word, true);
				return;
			}
			this.#closeRow(word);
			this.#leading.push(word);
			return;
		}
		if (this.#row?.tentative && this.#row.figures.length === 0) this.#leading = [...this.#row.labels];
		this.#startRow(label.row, word, !label.sure);
	}

	#isInside(row: string, group: OutcomeGroupId): boolean {
		return TABLE_THREE_ROWS.some((entry) => entry.id === row && 'group' in entry && entry.group === group);
	}

	#four(word: Word): boolean {
		const label = matchTableFour(word.text);
		const folded = foldLabel(word.text);
		const named = label !== null || (folded.length <= 40 && /未经复议|复议后起诉/u.test(folded));
		const isTable = this.#open?.table === 't4';
		if (!named) return false;
		if (!isTable) {
			if (label?.kind === 'result' && label.id === 'total') return false;
			if (this.#open?.table === 't3' && (this.#open.rows.length === 0 || this.#row?.figures.length === 0)) return false;
			if (this.#open?.table === 't2' && this.#collecting) return false;
			this.#begin('t4', word);
			this.#open?.header.push(...this.#recent.slice(-20, -1));
		}
		this.#row ??= { id: 'counts', header: [], labels: [], figures: [], after: '', atEnd: false, tentative: true };
		this.#open?.header.push(word);
		return true;
	}
}

function placeOf(word: Word, table: number): Place {
	return { table, row: word.line, col: word.col, line: word.line };
}

function rawOf(row: TextRow): string {
	return [...row.labels.slice(-1), ...row.figures]
		.map((word) => word.text)
		.join(' | ')
		.slice(0, 200);
}

/** A row cut by the end of the document, every cell before the cut filled: the cells it still prints. */
function cutRow(row: OpenRow, rows: readonly OpenRow[], width: number): Word[] | null {
	const others = rows.filter((other) => other !== row);
	if (
		!row.atEnd ||
		row.figures.length >= width ||
		others.length === 0 ||
		others.some((other) => other.figures.length !== width)
	)
		return null;
	const gaps = new Set(row.figures.slice(1).map((word) => word.gap.replace(/ /gu, '')));
	if (gaps.size > 1) return null;
	return /[\n|]/u.test(row.after) ? row.figures : row.figures.slice(0, -1);
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
}

function sameLine(row: TextRow): boolean {
	const line = row.labels.at(-1)?.line;
	return row.figures.length > 0 && row.figures.every((word) => word.line === line);
}

function inFormOrder(rows: readonly OpenRow[]): boolean {
	const positions = rows.map((row) => ROW_ORDER.indexOf(row.id));
	return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1));
}

function readTableTwo(text: TextTable, drafts: Drafts, number: number): void {
	const habit = gapHabit(text.rows, text.gaps);
	const ordered = text.orphans.length === 0;
	for (const row of text.rows) {
		const draft = drafts.forRow('t2', row.id, text.start, true);
		const columns = blockColumns(row.header, row.id);
		const line = row.labels.at(-1)?.line ?? 0;
		if (!columns) {
			draft.rows.add(row.id);
			draft.problem({ code: 'table/header-not-found', row: row.id, found: row.header.join(' | ').slice(0, 200), line });
			continue;
		}
		draft.layouts.add(columns.layout);
		const cells = text.orphansFirst && !sameLine(row) ? null : cellsOf(row, columns.columns.length, habit, ordered);
		if (cells) putRow(draft, row, row.id, columns.columns, cells, number);
		else draft.notPlaced(row.id, rawOf(row), columns.columns.join(', '), line);
	}
}

function headerIsOrdered(header: readonly Word[]): boolean {
	const ids = header.flatMap((word) => matchApplicant(word.text) ?? []).filter((id) => id !== 'total');
	const positions = [...new Set(ids)].map((id) => APPLICANT_COLUMNS.findIndex((column) => column.id === id));
	return (
		positions.length > 0 && positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1))
	);
}

function readTableThree(text: TextTable, drafts: Drafts, number: number): void {
	const columns = APPLICANT_COLUMNS.map((column) => column.id);
	const rows = text.rows;
	const both = rows.some((row) => row.id === 'other') && rows.some((row) => row.id.startsWith('other_'));
	const headed = headerIsOrdered(text.header);
	const trusted = inFormOrder(rows) && !text.orphansFirst;
	const habit = gapHabit(rows, text.gaps);
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
	for (const row of rows) {
		const draft = drafts.forRow('t3', row.id, text.start, row.id === 'new');
		const usable = headed && !(both && row.id.startsWith('other')) && (trusted || sameLine(row));
		const cells = usable
			? (cellsOf(row, columns.length, habit, trusted && text.orphans.length === 0) ?? cutRow(row, rows, columns.length))
			: null;
		if (cells) putRow(draft, row, row.id, columns, cells, number);
		else if (!row.atEnd || row.figures.length > 0)
			draft.notPlaced(row.id, rawOf(row), columns.join(', '), row.labels.at(-1)?.line);
		else
			draft.problem({ code: 'table/incomplete', row: row.id, found: rawOf(row), line: row.labels.at(-1)?.line ?? 0 });
	}
}

function readTableFour(text: TextTable, drafts: Drafts, number: number): void {
	const columns = DISPUTES.flatMap((dispute) => RESULTS.map((result) => [dispute.id, result.id] as const));
	const row = text.rows[0];
	if (!row) return;
	const header = joined([...text.header, ...row.labels]);
	const groups = ['行政复议', '未经复议', '复议后'].map((name) => header.lastIndexOf(name));
	const headed =
		groups.every((at) => at >= 0) &&
		(groups[1] ?? 0) < (groups[2] ?? 0) &&
		header.includes('维持') &&
		header.includes('审结');
	const draft = drafts.forRow('t4', 'counts', text.start, true);
	draft.rows.add('counts');
	const cells = headed && row.figures.length === columns.length ? row.figures : null;
	if (!cells) {
		for (const dispute of DISPUTES)
			draft.notPlaced(dispute.id, rawOf(row), RESULTS.map((result) => result.id).join(', '), row.figures[0]?.line);
		return;
	}
	columns.forEach(([dispute, result], index) => {
		const word = cells[index];
		draft.rows.add(dispute);
		if (word) draft.put(dispute, result, word.text, placeOf(word, number));
	});
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
	parser.tables
		.filter((table) => wanted.has(table.table))
		.forEach((table, index) => {
			const number = firstTable + index;
			if (table.table === 't2') readTableTwo(table, drafts, number);
			else if (table.table === 't3') readTableThree(table, drafts, number);
			else readTableFour(table, drafts, number);
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
