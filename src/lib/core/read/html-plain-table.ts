import type { SpannedCell } from './grid.ts';
import { markupEnd, readTag, spacesFrom } from './html-tag.ts';
import type { Tag } from './html-tag.ts';
import { runningText, tidyLines } from './html-text.ts';

/** A table that is written in so plain a way that its tree is certain: rows of cells of text, each with its end tag. */
export interface PlainTable {
	readonly rows: readonly (readonly SpannedCell[])[];
	/** Place behind its end tag. */
	readonly end: number;
}

const SECTIONS = new Set(['tbody', 'thead', 'tfoot']);
const COLUMNS = new Set(['col', 'colgroup']);
const PARAGRAPHS = new Set(['p', 'div']);
/** Elements that say nothing of the text in them. */
const INLINE = new Set(['span', 'font', 'b', 'strong', 'em', 'i', 'u', 'o:p']);
const END: Readonly<Record<string, string>> = { td: '</td>', th: '</th>' };
const DEEPEST = 12;

const ENTITIES: ReadonlyMap<string, string> = new Map([
	['nbsp', '\u00a0'],
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['ldquo', '“'],
	['rdquo', '”'],
	['mdash', '—'],
	['ensp', '\u2002'],
	['emsp', '\u2003']
]);

/** The text that is written, its entities resolved; null where one is not of the usual ones or anything else is odd. */
function plainText(written: string): string | null {
	if (written.includes('\0')) return null;
	if (!written.includes('&')) return runningText(written);
	let isPlain = true;
	const text = written.replace(/&([a-z]{1,8};)?/gu, (_, name?: string) => {
		const mark = ENTITIES.get(name?.slice(0, -1) ?? '');
		if (mark === undefined) isPlain = false;
		return mark ?? '';
	});
	return isPlain ? runningText(text) : null;
}

/** Reads a page tag by tag, as long as it is plainly written. */
class Reader {
	readonly text: string;
	at: number;

	constructor(text: string, at: number) {
		this.text = text;
		this.at = at;
	}

	/** The next tag of a table's structure, nothing but spaces and comments before it; null where something else stands there. */
	tag(): Tag | null {
		for (;;) {
			this.at = spacesFrom(this.text, this.at);
			if (this.text.charCodeAt(this.at) !== 0x3c) return null;
			if (this.skipsComment()) continue;
			const tag = readTag(this.text, this.at);
			if (!tag?.isBare) return null;
			this.at += tag.length;
			return tag;
		}
	}

	skipsComment(): boolean {
		const code = this.text.charCodeAt(this.at + 1);
		if (code !== 0x21 && code !== 0x3f) return false;
		const end = markupEnd(this.text, this.at);
		if (end < 0) return false;
		this.at = end;
		return true;
	}

	/** The text of a cell up to and with its end tag; null where more stands in it than text, its breaks and plain elements around it. */
	cell(name: string): string | null {
		const simple = this.#simpleCell(name);
		if (simple !== null) return simple;
		const open: string[] = [];
		let found = '';
		for (;;) {
			const to = this.text.indexOf('<', this.at);
			if (to < 0) return null;
			if (to > this.at) {
				const text = plainText(this.text.slice(this.at, to));
				if (text === null) return null;
				found += text;
				this.at = to;
			}
			if (this.skipsComment()) continue;
			const tag = readTag(this.text, this.at);
			if (!tag?.isBare) return null;
			this.at += tag.length;
			if (tag.isEnd && open.length === 0) return tag.name === name ? tidyLines(found) : null;
			if (tag.isEnd && open.pop() !== tag.name) return null;
			if (tag.name === 'br' || PARAGRAPHS.has(tag.name)) found += '\n';
			else if (!INLINE.has(tag.name)) return null;
			if (tag.isEnd || tag.name === 'br') continue;
			if (open.length >= DEEPEST || (PARAGRAPHS.has(tag.name) && open.includes('p'))) return null;
			open.push(tag.name);
		}
	}

	/** The most usual cell: a text with no more than a paragraph around it. */
	#simpleCell(name: string): string | null {
		const { text } = this;
		const isParagraph = text.startsWith('<p>', this.at);
		const from = isParagraph ? this.at + 3 : this.at;
		const to = text.indexOf('<', from);
		const close = isParagraph ? to + 4 : to;
		if (to < 0 || (isParagraph && !text.startsWith('</p>', to)) || !text.startsWith(END[name] ?? '<', close))
			return null;
		const found = plainText(text.slice(from, to));
		if (found === null) return null;
		this.at = close + 5;
		return tidyLines(found);
	}

	row(): SpannedCell[] | null {
		const cells: SpannedCell[] = [];
		for (let tag = this.tag(); tag; tag = this.tag()) {
			if (tag.name === 'tr') return tag.isEnd ? cells : null;
			if (tag.isEnd || (tag.name !== 'td' && tag.name !== 'th')) return null;
			const text = this.cell(tag.name);
			if (text === null) return null;
			cells.push({ text, rowSpan: tag.rowSpan, colSpan: tag.colSpan });
		}
		return null;
	}
}

const hasCells = (rows: readonly (readonly SpannedCell[])[]): boolean =>
	rows.reduce((cells, row) => cells + row.length, 0) > 1;

/** The table whose tag ends at `from`, if it is a plain one of more than one cell: one of a single cell is a frame around its text. */
export function readPlainTable(text: string, from: number): PlainTable | null {
	const reader = new Reader(text, from);
	const rows: SpannedCell[][] = [];
	let section: string | null = null;
	for (let tag = reader.tag(); tag; tag = reader.tag()) {
		const { name, isEnd } = tag;
		if (name === 'tr' && !isEnd) {
			const cells = reader.row();
			if (!cells) return null;
			rows.push(cells);
		} else if (SECTIONS.has(name)) {
			if (isEnd ? section !== name : section !== null) return null;
			section = isEnd ? null : name;
		} else if (name === 'table') return isEnd && section === null && hasCells(rows) ? { rows, end: reader.at } : null;
		else if (!COLUMNS.has(name) || rows.length > 0 || section !== null) return null;
	}
	return null;
}
