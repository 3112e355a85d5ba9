import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import type { PrintedReport } from '../../../scripts/synthesize/print-report.ts';
import type { PrintedTable } from '../../../scripts/synthesize/printed-table.ts';

const paragraphs = (text: string): Paragraph[] =>
	text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));

export function wordTable(table: PrintedTable): Table {
	return new Table({
		rows: table.rows.map(
			({ cells }) =>
				new TableRow({
					children: cells.map(
						({ text, rowSpan, colSpan }) => new TableCell({ rowSpan, columnSpan: colSpan, children: paragraphs(text) })
					)
				})
		)
	});
}

/** The report as a Word document, its cells merged as printed. */
export async function renderDocx(report: PrintedReport): Promise<Uint8Array> {
	const children = report.blocks.flatMap((block): (Paragraph | Table)[] => {
		if (block.kind === 'table') return [wordTable(block.table)];
		return block.kind === 'title' ? block.lines.flatMap(paragraphs) : paragraphs(block.text);
	});
	return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
