import { SECTIONS, TABLE_THREE_ROWS, foldLabel } from '../form/index.ts';
import type { OutcomeGroupId, TableId } from '../form/index.ts';
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
import { namesColumn } from './words.ts';
import type { Word } from './words.ts';

export interface OpenRow extends TextRow {
	readonly id: string;
	readonly header: readonly string[];
	labels: Word[];
	figures: Word[];
	after: string;
	strays: number;
	atEnd: boolean;
	/** The label is also a heading: without figures the row was none. */
	readonly tentative: boolean;
}

/** One table of running text from its first word to its last. */
export interface TextTable {
	readonly table: TableId;
	readonly start: number;
	readonly rows: OpenRow[];
	readonly header: Word[];
	/** All its figures in reading order. */
	readonly figures: Word[];
	/** The gap before each of its words. */
	readonly gaps: string[];
	/** Figures that follow no label; those before the first row mean that labels and figures are parted. */
	readonly orphans: Word[];
	orphansFirst: boolean;
	readonly unknown: { readonly label: Word; readonly figures: Word[] }[];
}

const LONGEST_LABEL = 110;

function isSectionHeading(text: string): boolean {
	const { ordinal, words } = readLabel(text);
	if (ordinal === '' || words.length > 40) return false;
	return SECTIONS.some(
		(section) => section.keys.some((key) => words.includes(foldLabel(key))) && /^[一二三四五六]$/u.test(ordinal)
	);
}

/** Follows the words of running text and shares them out to tables, rows and headers; decides nothing about columns. */
export class TextParser {
	readonly tables: TextTable[] = [];
	#open: TextTable | null = null;
	#row: OpenRow | null = null;
	#header: string[] | null = null;
	/** How many gaps of the open table stand up to the end of its last row. */
	#rowsEnd = 0;
	/** Headings of table two that stand higher than its corner. */
	#above: string[] = [];
	#collecting = false;
	#group: OutcomeGroupId | null = null;
	#leading: Word[] = [];
	/** (六)其他处理 without figures: a heading if its sub-rows follow, else the row of layout 2019, all blank. */
	#blankOther: OpenRow | null = null;
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
		this.#rowsEnd = this.#open?.gaps.length ?? 0;
		row.atEnd = next === null;
		if (row.figures.length > 0 || !row.tentative) this.#open?.rows.push(row);
		else if (row.id === 'other') this.#blankOther = row;
	}

	#closeTable(next: Word | null = null): void {
		this.#closeRow(next);
		if (this.#open && this.#rowsEnd > 0) this.#open.gaps.length = this.#rowsEnd;
		this.#rowsEnd = 0;
		if (this.#open && (this.#open.rows.length > 0 || this.#open.unknown.length > 0 || this.#open.header.length > 0))
			this.tables.push(this.#open);
		this.#open = null;
		this.#header = null;
		this.#above = [];
		this.#collecting = false;
		this.#group = null;
		this.#stray = null;
		this.#leading = [];
		this.#blankOther = null;
	}

	#begin(table: TableId, word: Word): void {
		if (this.#open?.table === table) return;
		this.#closeTable(word);
		this.#open = {
			table,
			start: word.block,
			rows: [],
			header: [],
			figures: [],
			gaps: [],
			orphans: [],
			orphansFirst: false,
			unknown: []
		};
	}

	#startRow(id: string, word: Word, tentative = false): void {
		if (this.#row?.id === id && this.#row.figures.length === 0) {
			this.#row.labels.push(word);
			return;
		}
		this.#closeRow(word);
		if (this.#blankOther && !id.startsWith('other_')) this.#open?.rows.push(this.#blankOther);
		this.#blankOther = null;
		this.#stray = null;
		this.#row = {
			id,
			header: this.#header ?? [],
			labels: [...this.#leading, word],
			figures: [],
			after: '',
			strays: 0,
			atEnd: false,
			tentative
		};
		this.#leading = [];
	}

	#figure(word: Word): void {
		this.#recent = [];
		if (!this.#open) return;
		this.#open.figures.push(word);
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
		const below = this.#open?.table === 't2' && word.line !== this.#row?.labels.at(-1)?.line && word.text.length > 3;
		if (this.#row && this.#row.figures.length === 0 && !below) {
			this.#row.labels.push(word);
			this.#row.strays += 1;
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
			this.#above = [];
			this.#collecting = false;
			this.#stray = null;
			return true;
		}
		const corner = matchCorner(word.text);
		if (corner) {
			this.#begin('t2', word);
			this.#closeRow(word);
			this.#header = [...this.#above, ...(corner.rest === '' ? [] : [corner.rest])];
			this.#above = [];
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
		if (this.#header === null && namesColumn(word.text)) {
			this.#above.push(word.text);
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
		// 其他 without its number beside a row that waits for its figures may be the end of （六）其他: whose figures follow is open.
		if (label.kind === 'row' && label.row === 'other_rest' && !label.sure && waiting && !word.barred) {
			this.#closeRow(word);
			this.#stray = { label: word, figures: [] };
			return;
		}
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
		this.#row ??= {
			id: 'counts',
			header: [],
			labels: [],
			figures: [],
			after: '',
			strays: 0,
			atEnd: false,
			tentative: true
		};
		this.#open?.header.push(word);
		return true;
	}
}
