import type { Document, Grid } from './document.ts';
import { layOut } from './grid.ts';
import { tidyText } from './tidy.ts';

const DELIMITERS = [',', '\t', ';'] as const;
/** Rows and characters beyond which a text is no report's table. */
const MAX_ROWS = 5000;
const MAX_LENGTH = 4 * 1024 * 1024;

/** Labels of the statutory form that stand in a cell of their own. */
const LABEL =
	/^(?:[（(]?[一二三四五六七八九\d]{1,2}[)）、.．]?)?(?:信息内容|规章|(?:行政)?规范性文件|行政许可|行政处罚|行政强制|行政事业性收费|自然人|法人或其他组织|予以公开|属于国家秘密|重复申请|总计|行政复议|结果维持|结果纠正|尚未审结|本年(?:度)?新收.*|上年结转.*|结转下年.*)$/u;

/** Traditional characters of those labels, each before its simplified form. */
const TRADITIONAL = '規规範范許许處处罰罚強强業业費费總总計计內内復复結结維维糾纠審审屬属國国轉转開开請请';

const TRADITIONAL_CHARACTER = new RegExp(`[${TRADITIONAL.replace(/.(.)/gu, (pair) => pair.charAt(0))}]`, 'gu');

const simplify = (text: string): string =>
	text.replace(TRADITIONAL_CHARACTER, (character) => TRADITIONAL[TRADITIONAL.indexOf(character) + 1] ?? character);

interface Row {
	readonly line: number;
	readonly fields: readonly string[];
}

/** Splits delimited text as RFC 4180 says: a field in quotation marks may hold delimiters, line ends and doubled marks. */
export function parseDelimited(text: string, delimiter: string): Row[] {
	const rows: Row[] = [];
	let fields: string[] = [];
	let line = 1;
	let start = line;
	let at = 0;
	while (at <= text.length && rows.length < MAX_ROWS) {
		let field = '';
		if (text[at] === '"') {
			let from = at + 1;
			for (;;) {
				const end = text.indexOf('"', from);
				const stop = end < 0 ? text.length : end;
				field += text.slice(from, stop);
				at = stop + 1;
				if (text[at] !== '"' || end < 0) break;
				field += '"';
				from = at + 1;
			}
			line += field.split('\n').length - 1;
		}
		let end = at;
		while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
		field += text.slice(at, end);
		fields.push(field.endsWith('\r') ? field.slice(0, -1) : field);
		at = end + 1;
		if (text[end] === delimiter) continue;
		rows.push({ line: start, fields });
		fields = [];
		line += 1;
		start = line;
		if (end >= text.length) break;
	}
	return rows;
}

const isFilled = (field: string): boolean => field.trim() !== '';

function hasLabel({ fields }: Row): boolean {
	return fields.some((field) => field.length < 60 && LABEL.test(simplify(field.replace(/[\s"“”]/gu, ''))));
}

/** What stands in a cell that has no words: a number, a mark of absence, nothing. */
const FIGURE = /^[\s\d.,%+\-－—–/０-９．，＋／]{0,30}$/u;
/** Words that are not cut off before a number, as they are where a comma parts thousands. */
const areWords = (field: string): boolean => /\p{Script=Han}/u.test(field) && !/[\s\d]$/u.test(field.trim());

/** A row of a table, whatever its labels are: words, and at least two cells with figures in them. */
function hasFigures({ fields }: Row): boolean {
	const figures = fields.filter((field) => /[\d０-９]/u.test(field) && FIGURE.test(field));
	return figures.length >= 2 && fields.some(areWords);
}

interface Table {
	readonly rows: readonly Row[];
	/** All rows have as many fields, as spreadsheets write them: a field's place is its column. */
	readonly even: boolean;
}

/** A text that breaks off inside a row may break off inside a number: dots behind it keep it from being read as one. */
function withoutCut(rows: readonly Row[], width: number, text: string): readonly Row[] {
	const last = rows.at(-1);
	if (!last || last.fields.length === width || text.endsWith('\n') || isLine(last)) return rows;
	const fields = last.fields.with(-1, `${last.fields.at(-1) ?? ''}…`);
	const padding = new Array<string>(width - fields.length).fill('…');
	return [...rows.slice(0, -1), { ...last, fields: [...fields, ...padding] }];
}

/** Fewer rows of cells are no table of the form. */
const FEWEST_ROWS = 3;

/** Whether so many lines have the delimiter: cheap to tell, and true of hardly any running text. */
function mayBeRows(text: string, delimiter: string): boolean {
	let lines = 0;
	for (let at = text.indexOf(delimiter); at >= 0 && lines < FEWEST_ROWS; lines += 1) {
		const end = text.indexOf('\n', at);
		at = end < 0 ? -1 : text.indexOf(delimiter, end);
	}
	return lines >= FEWEST_ROWS;
}

function readTable(text: string): Table | null {
	const head = text.slice(0, 20_000);
	const found = DELIMITERS.filter((delimiter) => head.includes(delimiter) && mayBeRows(text, delimiter)).flatMap(
		(delimiter): Table[] => {
			const rows = parseDelimited(text, delimiter).filter(({ fields }) => fields.some(isFilled));
			const width = rows.reduce((widest, row) => Math.max(widest, row.fields.length), 0);
			if (width < 3) return [];
			const labelled = rows.filter((row) => row.fields.length > 1 && (hasLabel(row) || hasFigures(row)));
			if (labelled.length < FEWEST_ROWS) return [];
			const whole = withoutCut(rows, width, text);
			const even = whole.every(({ fields }) => fields.length === width || fields.filter(isFilled).length <= 1);
			// Tabs that part cells unevenly are left to the reader of running text, which knows them.
			if (even) return [{ rows: whole, even }];
			return delimiter === '\t' ? [] : [{ rows, even }];
		}
	);
	return found.find(({ even }) => even) ?? found[0] ?? null;
}

/** A row whose only text stands in its first field is a line of running text: a title, a heading, prose. */
function isLine({ fields }: Row): boolean {
	return fields.slice(1).every((field) => !isFilled(field));
}

function toGrid(rows: readonly Row[]): Grid {
	const grid = layOut(
		rows.map(({ fields }) => fields.map((field) => ({ text: tidyText(field), rowSpan: 1, colSpan: 1 })))
	);
	return { ...grid, lines: rows.map(({ line }) => line) };
}

/**
 * Reads text whose lines are rows of cells parted by commas, tabs or semicolons; null where it is no table of the statutory form.
 * Rows of one length give a grid whose blanks are blanks, since what was merged is lost. Rows of differing length lost their places
 * with the merged cells: each becomes a line of text, its cells parted by bars.
 */
export function readCsv(text: string, encoding: string): Document | null {
	if (text.length > MAX_LENGTH) return null;
	const table = readTable(text.replace(/^\ufeff/u, ''));
	if (!table) return null;
	const { rows, even } = table;
	if (!even) {
		const blocks = rows.map(({ line, fields }) => ({ kind: 'text' as const, text: barred(fields), line }));
		return { reader: 'csv', encoding, title: null, blocks };
	}
	const lines = rows.findIndex((row) => !isLine(row));
	const above = rows.slice(0, Math.max(0, lines));
	const blocks = above.map(({ line, fields }) => ({ kind: 'text' as const, text: (fields[0] ?? '').trim(), line }));
	const body = rows.slice(above.length);
	return {
		reader: 'csv',
		encoding,
		title: null,
		blocks: [...blocks, { kind: 'grid', grid: toGrid(body), table: 1, line: body[0]?.line ?? 1 }]
	};
}

function barred(fields: readonly string[]): string {
	if (fields.filter(isFilled).length <= 1) return fields.find(isFilled)?.trim() ?? '';
	return fields.map((field) => tidyText(field).replaceAll('\n', ' ')).join(' | ');
}
