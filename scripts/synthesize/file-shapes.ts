import type { FileKind, FileShape } from './draft.ts';
import type { Random } from './random.ts';

type Weighted = readonly (readonly [FileShape, number])[];

const TEXT: Weighted = [
	[{ kind: 'bars' }, 5],
	[{ kind: 'bars', lastRow: 'kept' }, 2],
	[{ kind: 'bars', blank: 'spaced' }, 2],
	[{ kind: 'bars', spare: 'none' }, 2],
	[{ kind: 'bars', spare: 'in-place' }, 2],
	[{ kind: 'bars', lines: 'table' }, 1],
	[{ kind: 'cell-lines' }, 3],
	[{ kind: 'cell-lines', gap: 'none' }, 2],
	[{ kind: 'cell-lines', indent: ' ' }, 1],
	[{ kind: 'cell-lines', bar: 'after' }, 2],
	[{ kind: 'cell-lines', bar: 'next-line' }, 2],
	[{ kind: 'cell-lines', bar: 'next-line', spare: 'dropped' }, 1],
	[{ kind: 'cell-lines', bar: 'around' }, 1],
	[{ kind: 'spaces' }, 2],
	[{ kind: 'spaces', lines: 'table' }, 1],
	[{ kind: 'spaces', lines: 'labels-then-figures' }, 1],
	[{ kind: 'spaces', separator: '\t' }, 2],
	[{ kind: 'layout' }, 3],
	[{ kind: 'layout', gap: 0, pageLines: 45 }, 2],
	[{ kind: 'layout', columns: 'narrow', gap: 0, align: 'left' }, 2],
	[{ kind: 'layout', columns: 'narrow', gap: 1, pageLines: 38, breakRows: true }, 1],
	[{ kind: 'reading', parted: 0 }, 2],
	[{ kind: 'reading', parted: 0.25 }, 3],
	[{ kind: 'reading', parted: 0.7, labelWidth: 24 }, 1]
];

const MARKDOWN: Weighted = [
	[{ kind: 'markdown' }, 4],
	[{ kind: 'markdown', spare: 'end' }, 2],
	[{ kind: 'markdown', spare: 'repeated' }, 2],
	[{ kind: 'markdown', rule: false, headings: false }, 1],
	[{ kind: 'markdown', header: 'empty' }, 2],
	[{ kind: 'markdown', breaks: 'br' }, 2],
	[{ kind: 'markdown', header: 'empty', spare: 'repeated' }, 1],
	[{ kind: 'markdown', header: 'lost', rule: false }, 1]
];

const CSV: Weighted = [
	[{ kind: 'csv' }, 4],
	[{ kind: 'csv', spare: 'repeated' }, 1],
	[{ kind: 'csv', quotes: 'all' }, 1],
	[{ kind: 'csv', delimiter: ';' }, 1],
	[{ kind: 'csv', delimiter: '\t' }, 1]
];

const HTML: Weighted = [
	[{ kind: 'html' }, 4],
	[{ kind: 'html', blank: '&nbsp;', paragraphs: true }, 3],
	[{ kind: 'html', blank: '<o:p> </o:p>', headingCells: 'th' }, 1],
	[{ kind: 'html', blank: '&#12288;', paragraphs: true }, 1]
];

const DOCX: Weighted = [
	[{ kind: 'docx' }, 3],
	[{ kind: 'docx', repeatHeads: true }, 1],
	[{ kind: 'docx', runs: 'split' }, 1]
];

const XLSX: Weighted = [
	[{ kind: 'xlsx' }, 3],
	[{ kind: 'xlsx', sheets: 'by-table' }, 1],
	[{ kind: 'xlsx', merges: false }, 1],
	[{ kind: 'xlsx', numbers: 'text' }, 1]
];

const PDF: Weighted = [
	[{ kind: 'pdf', style: 'ruled' }, 4],
	[{ kind: 'pdf', style: 'small-pages' }, 2],
	[{ kind: 'pdf', style: 'shaded' }, 1],
	[{ kind: 'pdf', style: 'borderless' }, 1],
	[{ kind: 'pdf', style: 'thin' }, 1],
	[{ kind: 'pdf', style: 'tight' }, 1],
	[{ kind: 'pdf', style: 'landscape' }, 1],
	[{ kind: 'pdf', style: 'repeated-heads' }, 1],
	[{ kind: 'pdf', style: 'rows-only' }, 1],
	[{ kind: 'pdf', style: 'open-sides' }, 1],
	[{ kind: 'pdf', style: 'double-lines' }, 1],
	[{ kind: 'pdf', style: 'cover' }, 1]
];

/** Word files as offices lay them out for print; LibreOffice prints them to PDF. */
export const OFFICE_SHAPES: Weighted = [
	[{ kind: 'docx', print: {} }, 2],
	[{ kind: 'docx', repeatHeads: true, print: { numbered: true } }, 2],
	[{ kind: 'docx', print: { page: 'small', numbered: true } }, 2],
	[{ kind: 'docx', repeatHeads: true, print: { page: 'small', numbered: true, size: 9 } }, 2],
	[{ kind: 'docx', print: { page: 'landscape', numbered: true } }, 1],
	[{ kind: 'docx', print: { size: 7, borders: 'thin' } }, 1],
	[{ kind: 'docx', print: { borders: 'inside', numbered: true } }, 1],
	[{ kind: 'docx', print: { borders: 'double' } }, 1],
	[{ kind: 'docx', print: { borders: 'none', size: 8 } }, 1],
	[{ kind: 'docx', runs: 'split', print: { cover: true, numbered: true } }, 1],
	[{ kind: 'docx', print: { page: 'small', wholeRows: true, shaded: true } }, 1]
];

/** The shapes of each kind of file, with their weights. */
export const SHAPES: Readonly<Record<FileKind, Weighted>> = {
	html: HTML,
	docx: DOCX,
	pdf: PDF,
	xlsx: XLSX,
	txt: TEXT,
	md: MARKDOWN,
	csv: CSV
};

export const drawShape = (random: Random, kind: FileKind, shapes: Partial<typeof SHAPES> = {}): FileShape =>
	random.weighted(shapes[kind] ?? SHAPES[kind]);

/** How a shape is called in tables: its kind and what sets it apart. */
export function shapeName(shape: FileShape): string {
	const parts = Object.entries(shape).flatMap(([key, value]) => {
		if (key === 'kind' || key === 'seed' || key === 'furniture' || key === 'encoding' || key === 'charset') return [];
		return [typeof value === 'string' && /^[\w-]+$/u.test(value) ? value : `${key}=${JSON.stringify(value)}`];
	});
	return [shape.kind, ...parts].join(' ');
}
