import * as xlsx from '@e965/xlsx';
import { fixedZip } from './fixed-zip.ts';
import type { PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';
import { slotTexts } from './render-csv.ts';

export interface XlsxShape {
	/** Everything on one sheet, or each table on a sheet of its own. */
	readonly sheets?: 'one' | 'by-table';
	/** Merged cells merged, or their slots left empty. */
	readonly merges?: boolean;
	/** Plain figures as numbers, or all cells as text. */
	readonly numbers?: 'number' | 'text';
}

type Sheet = { readonly rows: (string | number)[][]; readonly merges: xlsx.Range[] };

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/u;

function mergeOf(cell: PrintedCell, top: number): xlsx.Range[] {
	if (cell.rowSpan === 1 && cell.colSpan === 1) return [];
	const r = top + cell.row;
	return [{ s: { r, c: cell.col }, e: { r: r + cell.rowSpan - 1, c: cell.col + cell.colSpan - 1 } }];
}

function addTable(sheet: Sheet, table: PrintedTable, shape: Required<XlsxShape>): void {
	const top = sheet.rows.length;
	const figures = table.rows.map((_, row) =>
		slotTexts(table, 'empty')[row]?.map((text) =>
			shape.numbers === 'number' && PLAIN_NUMBER.test(text) && String(Number(text)) === text ? Number(text) : text
		)
	);
	sheet.rows.push(...figures.map((row) => row ?? []));
	if (shape.merges)
		sheet.merges.push(...table.rows.flatMap(({ cells }) => cells.flatMap((cell) => mergeOf(cell, top))));
}

/** The report as a workbook of Excel. */
export function renderXlsx(report: PrintedReport, shape: XlsxShape = {}): Uint8Array {
	const full = { sheets: 'one', merges: true, numbers: 'number', ...shape } as const;
	const sheets: Sheet[] = [{ rows: [], merges: [] }];
	for (const block of report.blocks) {
		const sheet = sheets.at(-1);
		if (sheet === undefined) continue;
		if (block.kind === 'title') sheet.rows.push(...block.lines.map((line) => [line]));
		else if (block.kind === 'table') {
			addTable(sheet, block.table, full);
			if (full.sheets === 'by-table') sheets.push({ rows: [], merges: [] });
		} else sheet.rows.push([block.text]);
	}
	const book = xlsx.utils.book_new();
	sheets
		.filter(({ rows }) => rows.length > 0)
		.forEach(({ rows, merges }, index) => {
			const made = xlsx.utils.aoa_to_sheet(rows);
			made['!merges'] = merges;
			xlsx.utils.book_append_sheet(book, made, `Sheet${index + 1}`);
		});
	return fixedZip(
		new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx', compression: false }) as ArrayBuffer)
	);
}
