import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { fixedZip } from './fixed-zip.ts';
import type { PrintedBlock, PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';

export interface DocxShape {
	/** Heading rows repeat on each page. */
	readonly repeatHeads?: boolean;
	/** Each text in one run, or in runs of a few characters as editing leaves them. */
	readonly runs?: 'whole' | 'split';
}

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
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		rows: table.rows.map(
			({ cells }) =>
				new TableRow({
					...(shape.repeatHeads && isHead(cells) ? { tableHeader: true } : {}),
					children: cells.map(
						(cell) =>
							new TableCell({ columnSpan: cell.colSpan, rowSpan: cell.rowSpan, children: paragraphs(cell, shape) })
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

/** The report as a Word file. */
export async function renderDocx(report: PrintedReport, shape: DocxShape = {}): Promise<Uint8Array> {
	const full = { repeatHeads: false, runs: 'whole', ...shape } as const;
	const children = report.blocks.flatMap((block) => blockParts(block, full));
	return fixedZip(new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] }))));
}
