import type { ListNumbers } from './docx-numbers.ts';
import { markText, plainLook, setLook } from './docx-runs.ts';
import type { RunLook, RunStyles } from './docx-runs.ts';
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
	/** It shows a picture, or what Word works out when it prints. */
	readonly pictured: boolean;
}

/** Text that is deleted, moved away, an instruction, the reading of a character, or the second form of something shown once. */
const NOT_SHOWN = new Set([
	'del',
	'moveFrom',
	'instrText',
	'delText',
	'rt',
	'sectPr',
	'hdr',
	'ftr',
	'binData',
	'sdtPr',
	'sdtEndPr'
]);
const PROPERTIES = new Set(['pPr', 'rPr', 'tcPr', 'trPr']);
/** Elements that show something of which the file holds no text. */
const PICTURES = new Set(['pic', 'imagedata', 'textpath', 'chart', 'OLEObject']);
/** Parts of a formula that stand high or low. */
const RAISED = new Set(['sup', 'sub']);

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
	pictured: boolean;
	readonly into: Container;
}

interface OpenRow {
	before: number;
	deleted: boolean;
	readonly cells: NestedCell[];
}

interface OpenRun {
	readonly look: RunLook;
	style: string | null;
}

interface OpenField {
	/** Its instruction is being read. */
	instruction: boolean;
	/** Nothing of it was worked out yet. */
	bare: boolean;
	/** A list of a form: its entries and which of them is chosen. */
	readonly entries: string[];
	chosen: number;
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
	readonly #styles: RunStyles;
	readonly #containers: Container[] = [];
	readonly #paragraphs: Paragraph[] = [];
	readonly #tables: NestedRow[][] = [];
	readonly #rows: OpenRow[] = [];
	readonly #cells: OpenCell[] = [];
	readonly #runs: OpenRun[] = [];
	readonly #fields: OpenField[] = [];
	/** For each open choice between two forms, whether one was taken. */
	readonly #choices: boolean[] = [];
	readonly #properties: string[] = [];
	#skipped = 0;
	#texts = 0;
	#raised = 0;

	constructor(numbers: ListNumbers, styles: RunStyles) {
		this.#numbers = numbers;
		this.#styles = styles;
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
		if (!paragraph || this.#fields.some(({ instruction }) => instruction)) return;
		const run = this.#runs.at(-1);
		const { hidden, struck, raised } = this.#styles.shown(
			run?.look ?? plainLook(),
			run?.style ?? null,
			paragraph.style
		);
		if (hidden !== true) paragraph.text += markText(text, { struck, raised: this.#raised > 0 || raised });
	}

	#property(name: string, attributes: string): void {
		const of = this.#properties.at(-1);
		const value = xmlAttribute(attributes, 'val');
		const paragraph = this.#paragraphs.at(-1);
		const cell = this.#cells.at(-1);
		const row = this.#rows.at(-1);
		if (of === 'rPr') {
			const run = this.#properties.length === 1 ? this.#runs.at(-1) : undefined;
			if (run && name === 'rStyle') run.style = value;
			else if (run) setLook(run.look, name, value);
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
		else if (name === 'r') this.#runs.push({ look: plainLook(), style: null });
		else if (name === 't') this.#texts += 1;
		else if (name === 'tab' || name === 'ptab') this.#say('\t');
		else if (name === 'br' || name === 'cr') this.#say('\n');
		else if (name === 'noBreakHyphen') this.#say('-');
		else if (name === 'fldChar') this.#field(xmlAttribute(attributes, 'fldCharType'));
		else if (name === 'listEntry') this.#fields.at(-1)?.entries.push(xmlAttribute(attributes, 'val') ?? '');
		else if (name === 'result') this.#choose(Number(xmlAttribute(attributes, 'val')) || 0);
		else if (PICTURES.has(name)) this.#picture();
		else if (RAISED.has(name)) this.#raised += 1;
		else if (name === 'sym') this.#symbol(Number.parseInt(xmlAttribute(attributes, 'char') ?? '', 16));
		else if (name === 'footnoteReference' || name === 'endnoteReference') this.#ownMark(attributes);
		else if (name === 'tbl') this.#tables.push([]);
		else if (name === 'tr') this.#rows.push({ before: 0, deleted: false, cells: [] });
		else if (name === 'tc') {
			const into = new Container();
			this.#cells.push({ span: 1, vertical: false, horizontal: false, deleted: false, pictured: false, into });
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
		const field = this.#fields.at(-1);
		if (type === 'begin') this.#fields.push({ instruction: true, bare: true, entries: [], chosen: 0 });
		else if (type === 'separate' && field) {
			field.instruction = false;
			field.bare = false;
		} else if (type === 'end') {
			this.#fields.pop();
			if (field?.entries.length) this.#say(field.entries[field.chosen] ?? '');
			else if (field?.bare) this.#picture();
		}
	}

	#choose(entry: number): void {
		const field = this.#fields.at(-1);
		if (field) field.chosen = entry;
	}

	#picture(): void {
		const cell = this.#cells.at(-1);
		if (cell) cell.pictured = true;
	}

	/** A character of a font of signs: which it shows is not told. */
	#symbol(code: number): void {
		if (this.#cells.length > 0 && code > 0 && code <= 0xffff) this.#say(String.fromCharCode(code));
	}

	/** The mark of a note, written out behind its reference. */
	#ownMark(attributes: string): void {
		const run = this.#runs.at(-1);
		if (run && xmlAttribute(attributes, 'customMarkFollows') !== null) run.look.raised = true;
	}

	#end(name: string): void {
		if (name === 'p') this.#endParagraph();
		else if (name === 'r') this.#runs.pop();
		else if (name === 't') this.#texts -= 1;
		else if (name === 'num') this.#say('/');
		else if (RAISED.has(name)) this.#raised -= 1;
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
		const { span, vertical, horizontal, pictured, into } = cell;
		into.flush();
		this.#rows.at(-1)?.cells.push({ span, vertical, horizontal, pictured, blocks: into.blocks });
	}

	#endParagraph(): void {
		const paragraph = this.#paragraphs.pop();
		if (!paragraph) return;
		// An instruction does not reach past its paragraph: a field without an end must not hide what follows.
		for (const field of this.#fields) field.instruction = false;
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
	numbers: ListNumbers,
	styles: RunStyles
): { blocks: readonly WordBlock[]; fault: XmlFault | null } {
	const handler = new BodyHandler(numbers, styles);
	const fault = walkXml(xml, handler);
	return { blocks: handler.body.blocks, fault };
}
