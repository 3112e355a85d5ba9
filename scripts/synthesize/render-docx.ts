import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	SectionType,
	ShadingType,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import type { IBorderOptions, ISectionOptions, ITableBordersOptions } from 'docx';
import { fixedZip } from './fixed-zip.ts';
import type { PrintedBlock, PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';

export interface DocxShape {
	/** Heading rows repeat on each page. */
	readonly repeatHeads?: boolean;
	/** Each text in one run, or in runs of a few characters as editing leaves them. */
	readonly runs?: 'whole' | 'split';
	/** How it is laid out for print; null leaves that to the program that opens it. */
	readonly print?: PrintLayout | null;
}

/** What an office sets before it prints a report. */
export interface PrintLayout {
	readonly page?: 'a4' | 'landscape' | 'small';
	readonly borders?: keyof typeof BORDERS;
	/** Font size in points. */
	readonly size?: number;
	/** Page numbers at the foot: — 3 —. */
	readonly numbered?: boolean;
	/** Rows are not broken over pages. */
	readonly wholeRows?: boolean;
	/** Heading cells are shaded. */
	readonly shaded?: boolean;
	/** A page in two columns before the report. */
	readonly cover?: boolean;
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const hairline = { style: BorderStyle.SINGLE, size: 1, color: '808080' };
const twice = { style: BorderStyle.DOUBLE, size: 4, color: '000000' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

const everywhere = (border: IBorderOptions): ITableBordersOptions => ({
	top: border,
	bottom: border,
	left: border,
	right: border,
	insideHorizontal: border,
	insideVertical: border
});

const BORDERS = {
	all: everywhere(line),
	thin: everywhere(hairline),
	double: everywhere(twice),
	/** Open at both sides. */
	inside: { ...everywhere(line), left: none, right: none },
	none: everywhere(none)
} as const satisfies Record<string, ITableBordersOptions>;

/** Page sizes in twentieths of a point; a small one breaks each table. */
const PAGES = {
	a4: { size: { width: 11906, height: 16838 }, margin: { top: 1440, bottom: 1440, left: 1440, right: 1440 } },
	landscape: {
		size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
		margin: { top: 1440, bottom: 1440, left: 1440, right: 1440 }
	},
	small: { size: { width: 10300, height: 7200 }, margin: { top: 850, bottom: 850, left: 850, right: 850 } }
} as const;

function runsOf(text: string, shape: Required<DocxShape>): TextRun[] {
	const pieces = shape.runs === 'split' ? (text.match(/.{1,5}/gsu) ?? []) : [text];
	return pieces.map((piece) => new TextRun(piece));
}

function paragraphs(cell: PrintedCell, shape: Required<DocxShape>): Paragraph[] {
	const alignment = AlignmentType.CENTER;
	if (cell.pieces?.as === 'runs') {
		return [new Paragraph({ alignment, children: cell.pieces.texts.map((text) => new TextRun(text)) })];
	}
	const texts = cell.pieces?.texts ?? cell.text.split('\n');
	return texts.map((text) => new Paragraph({ alignment, children: text === '' ? [] : runsOf(text, shape) }));
}

function tableOf(table: PrintedTable, shape: Required<DocxShape>): Table {
	const isHead = (cells: readonly PrintedCell[]): boolean =>
		cells.every((cell) => cell.kind === 'heading' || cell.kind === 'corner');
	const { borders = 'all', wholeRows = false, shaded = false } = shape.print ?? {};
	const shading = { type: ShadingType.CLEAR, color: 'auto', fill: 'DDE7F2' };
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		...(shape.print === null ? {} : { borders: BORDERS[borders] }),
		rows: table.rows.map(
			({ cells }) =>
				new TableRow({
					...(shape.repeatHeads && isHead(cells) ? { tableHeader: true } : {}),
					...(wholeRows ? { cantSplit: true } : {}),
					children: cells.map(
						(cell) =>
							new TableCell({
								columnSpan: cell.colSpan,
								rowSpan: cell.rowSpan,
								...(shaded && cell.kind !== 'figure' ? { shading } : {}),
								children: paragraphs(cell, shape)
							})
					)
				})
		)
	});
}

function blockParts(block: PrintedBlock, shape: Required<DocxShape>): (Paragraph | Table)[] {
	if (block.kind === 'table') return [tableOf(block.table, shape), new Paragraph({})];
	const lines = block.kind === 'title' ? block.lines : [block.text];
	return lines.map((line) => new Paragraph({ children: runsOf(line, shape) }));
}

function numbers(): Footer {
	const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })];
	return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

/** The sections of a document that is laid out for print: a cover in two columns where there is one, then the report. */
function printed(children: (Paragraph | Table)[], print: PrintLayout): ISectionOptions[] {
	const page = PAGES[print.page ?? 'a4'];
	const foot = print.numbered ? { footers: { default: numbers() } } : {};
	const report = { properties: { page }, ...foot, children };
	if (!print.cover) return [report];
	const parts = ['总体情况', '主动公开', '依申请公开', '行政复议、行政诉讼'];
	const lines = parts.map((part, index) => new Paragraph(`第${index + 1}部分 ${part} …… ${index + 2}`));
	const column = { count: 2, space: 700, separate: true };
	const cover = { properties: { page, column }, ...foot, children: [new Paragraph('公开年报'), ...lines] };
	return [cover, { ...report, properties: { page, type: SectionType.NEXT_PAGE } }];
}

/** The report as a Word file. */
export async function renderDocx(report: PrintedReport, shape: DocxShape = {}): Promise<Uint8Array> {
	const full = { repeatHeads: false, runs: 'whole', print: null, ...shape } as const;
	const children = report.blocks.flatMap((block) => blockParts(block, full));
	const sections = full.print === null ? [{ children }] : printed(children, full.print);
	const size = full.print?.size;
	const styles = size === undefined ? {} : { styles: { default: { document: { run: { size: size * 2 } } } } };
	return fixedZip(new Uint8Array(await Packer.toBuffer(new Document({ ...styles, sections }))));
}
