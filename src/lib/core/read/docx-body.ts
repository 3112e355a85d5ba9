import type { ListNumbers } from './docx-numbers.ts';
import type { WordCell, WordRow } from './docx-table.ts';
import { walkXml, xmlAttribute } from './xml.ts';
import type { XmlFault, XmlHandler } from './xml.ts';

/** What the body of a Word document holds, in order. `chunk`: another document, embedded by the name of its relation. */
export type WordBlock =
	| { readonly kind: 'lines'; readonly text: string }
	| { readonly kind: 'table'; readonly table: WordTable }
	| { readonly kind: 'chunk'; readonly relation: string };

export interface WordTable {
	readonly rows: readonly NestedRow[];
}

export interface NestedRow extends Omit<WordRow, 'cells'> {
	readonly cells: readonly NestedCell[];
}

export interface NestedCell extends Omit<WordCell, 'text'> {
	readonly blocks: readonly WordBlock[];
}

/** Text that is deleted, moved away, an instruction, the reading of a character, or the second form of something shown once. */
const NOT_SHOWN = new Set(['del', 'moveFrom', 'instrText', 'delText', 'rt', 'sectPr', 'hdr', 'ftr', 'binData']);
const PROPERTIES = new Set(['pPr', 'rPr', 'tcPr', 'trPr']);
const OFF = new Set(['0', 'false', 'off']);

interface Paragraph {
	text: string;
	style: string | null;
	list: string | null;
	level: number;
	/** Its end is deleted: the next paragraph goes on in the same line. */
	joins: boolean;
}

interface OpenCell {
	span: number;
	vertical: boolean;
	horizontal: boolean;
	deleted: boolean;
	readonly into: Container;
}

interface OpenRow {
	before: number;
	deleted: boolean;
	readonly cells: NestedCell[];
}

/** What takes up paragraphs and tables: the body, a cell, a text box. */
class Container {
	readonly blocks: WordBlock[] = [];
	/** Text boxes of the paragraph that is open; they follow it. */
	readonly #boxes: WordBlock[] = [];
	#head = '';

	line(text: string, joins: boolean): void {
		if (joins) {
			this.#head += text;
			return;
		}
		const whole = this.#head + text;
		this.#head = '';
		if (whole.trim() !== '') this.blocks.push({ kind: 'lines', text: whole });
		this.flush();
	}

	box(blocks: readonly WordBlock[]): void {
		this.#boxes.push(...blocks);
	}

	flush(): void {
		if (this.#head !== '') this.line('', false);
		this.blocks.push(...this.#boxes.splice(0));
	}
}

class BodyHandler implements XmlHandler {
	readonly body = new Container();
	readonly #numbers: ListNumbers;
	readonly #containers: Container[] = [];
	readonly #paragraphs: Paragraph[] = [];
	readonly #tables: NestedRow[][] = [];
	readonly #rows: OpenRow[] = [];
	readonly #cells: OpenCell[] = [];
	/** For each open run, whether its text is hidden. */
	readonly #runs: boolean[] = [];
	/** For each open field, whether its instruction is being read. */
	readonly #fields: boolean[] = [];
	/** For each open choice between two forms, whether one was taken. */
	readonly #choices: boolean[] = [];
	readonly #properties: string[] = [];
	#skipped = 0;
	#texts = 0;

	constructor(numbers: ListNumbers) {
		this.#numbers = numbers;
	}

	open = (name: string, attributes: string): void => {
		if (this.#skipped > 0) this.#skipped += 1;
		else if (name === 'body') this.#containers.push(this.body);
		else if (this.#containers.length === 0) return;
		else if (name.endsWith('PrChange')) this.#skipped = 1;
		else if (PROPERTIES.has(name)) this.#properties.push(name);
		else if (this.#properties.length > 0) this.#property(name, attributes);
		else if (NOT_SHOWN.has(name)) this.#skipped = 1;
		else this.#element(name, attributes);
	};

	close = (name: string): void => {
		if (this.#skipped > 0) this.#skipped -= 1;
		else if (PROPERTIES.has(name)) this.#properties.pop();
		else if (this.#properties.length === 0 && this.#containers.length > 0) this.#end(name);
	};

	text = (text: string): void => {
		if (this.#texts > 0 && this.#skipped === 0) this.#say(text);
	};

	#say(text: string): void {
		const paragraph = this.#paragraphs.at(-1);
		if (paragraph && this.#runs.at(-1) !== true && !this.#fields.includes(true)) paragraph.text += text;
	}

	#property(name: string, attributes: string): void {
		const of = this.#properties.at(-1);
		const value = xmlAttribute(attributes, 'val');
		const paragraph = this.#paragraphs.at(-1);
		const cell = this.#cells.at(-1);
		const row = this.#rows.at(-1);
		if (of === 'rPr') {
			if (name === 'vanish' && this.#properties.length === 1 && !OFF.has(value ?? '') && this.#runs.length > 0)
				this.#runs[this.#runs.length - 1] = true;
			if (name === 'del' && this.#properties.includes('pPr') && paragraph) paragraph.joins = true;
		} else if (of === 'pPr' && paragraph) {
			if (name === 'pStyle') paragraph.style = value;
			else if (name === 'numId') paragraph.list = value;
			else if (name === 'ilvl') paragraph.level = Number(value) || 0;
		} else if (of === 'tcPr' && cell) {
			if (name === 'gridSpan') cell.span = Number(value) || 1;
			else if (name === 'vMerge' || name === 'vmerge') cell.vertical = value !== 'restart';
			else if (name === 'hMerge' || name === 'hmerge') cell.horizontal = value !== 'restart';
			else if (name === 'cellDel') cell.deleted = true;
		} else if (of === 'trPr' && row) {
			if (name === 'gridBefore') row.before = Number(value) || 0;
			else if (name === 'del') row.deleted = true;
		}
	}

	#element(name: string, attributes: string): void {
		const container = this.#containers.at(-1) ?? this.body;
		if (name === 'p') this.#paragraphs.push({ text: '', style: null, list: null, level: 0, joins: false });
		else if (name === 'r') this.#runs.push(false);
		else if (name === 't') this.#texts += 1;
		else if (name === 'tab' || name === 'ptab') this.#say('\t');
		else if (name === 'br' || name === 'cr') this.#say('\n');
		else if (name === 'noBreakHyphen') this.#say('-');
		else if (name === 'fldChar') this.#field(xmlAttribute(attributes, 'fldCharType'));
		else if (name === 'tbl') this.#tables.push([]);
		else if (name === 'tr') this.#rows.push({ before: 0, deleted: false, cells: [] });
		else if (name === 'tc') {
			const into = new Container();
			this.#cells.push({ span: 1, vertical: false, horizontal: false, deleted: false, into });
			this.#containers.push(into);
		} else if (name === 'txbxContent') this.#containers.push(new Container());
		else if (name === 'AlternateContent') this.#choices.push(false);
		else if (name === 'Choice' || name === 'Fallback') {
			if (this.#choices.at(-1) === true) this.#skipped = 1;
			else if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
		} else if (name === 'altChunk') {
			const relation = xmlAttribute(attributes, 'id');
			if (relation !== null) container.blocks.push({ kind: 'chunk', relation });
		}
	}

	#field(type: string | null): void {
		if (type === 'begin') this.#fields.push(true);
		else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
		else if (type === 'end') this.#fields.pop();
	}

	#end(name: string): void {
		if (name === 'p') this.#endParagraph();
		else if (name === 'r') this.#runs.pop();
		else if (name === 't') this.#texts -= 1;
		else if (name === 'AlternateContent') this.#choices.pop();
		else if (name === 'txbxContent') {
			const box = this.#containers.pop();
			box?.flush();
			(this.#containers.at(-1) ?? this.body).box(box?.blocks ?? []);
		} else if (name === 'tc') this.#endCell();
		else if (name === 'tr') {
			const row = this.#rows.pop();
			if (row && !row.deleted) this.#tables.at(-1)?.push({ before: row.before, cells: row.cells });
		} else if (name === 'tbl') {
			const rows = this.#tables.pop();
			const container = this.#containers.at(-1) ?? this.body;
			container.flush();
			if (rows) container.blocks.push({ kind: 'table', table: { rows } });
		} else if (name === 'body') this.body.flush();
	}

	#endCell(): void {
		const cell = this.#cells.pop();
		this.#containers.pop();
		if (!cell || cell.deleted) return;
		const { span, vertical, horizontal, into } = cell;
		into.flush();
		this.#rows.at(-1)?.cells.push({ span, vertical, horizontal, blocks: into.blocks });
	}

	#endParagraph(): void {
		const paragraph = this.#paragraphs.pop();
		if (!paragraph) return;
		// An instruction does not reach past its paragraph: a field without an end must not hide what follows.
		this.#fields.fill(false);
		const { style, list, level } = paragraph;
		const place = list === null ? this.#numbers.ofStyle(style) : { list, level };
		const number = place && place.list !== '0' && paragraph.text.trim() !== '' ? this.#numbers.next(place) : '';
		const text = number === '' ? paragraph.text : `${number} ${paragraph.text}`;
		(this.#containers.at(-1) ?? this.body).line(text, paragraph.joins);
	}
}

/** Walks the main part of a Word document (or a document saved as one XML file) and gives what its body shows. */
export function readWordBody(
	xml: string,
	numbers: ListNumbers
): { blocks: readonly WordBlock[]; fault: XmlFault | null } {
	const handler = new BodyHandler(numbers);
	const fault = walkXml(xml, handler);
	return { blocks: handler.body.blocks, fault };
}
