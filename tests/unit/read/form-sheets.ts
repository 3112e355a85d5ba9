import { utils, write } from '@e965/xlsx';
import type { BookType, WorkBook, WorkSheet } from '@e965/xlsx';
import type { PrintedReport } from '../../../scripts/synthesize/print-report.ts';
import type { PrintedTable } from '../../../scripts/synthesize/printed-table.ts';

export interface SheetShape {
	readonly bookType?: BookType;
	/** All tables under each other in one sheet, or one sheet each. */
	readonly stacked?: boolean;
	/** Merged cells as such, or only blanks where they were. */
	readonly merged?: boolean;
}

interface Line {
	readonly texts: readonly string[];
	readonly merges: readonly { readonly col: number; readonly rowSpan: number; readonly colSpan: number }[];
}

function linesOf(table: PrintedTable): Line[] {
	return table.rows.map(({ cells }) => {
		const texts = new Array<string>(table.width).fill('');
		for (const { text, col } of cells) texts[col] = text;
		return { texts, merges: cells.filter(({ rowSpan, colSpan }) => rowSpan * colSpan > 1) };
	});
}

const alone = (text: string): Line => ({ texts: [text], merges: [] });

function toSheet(lines: readonly Line[], merged: boolean): WorkSheet {
	const sheet = utils.aoa_to_sheet(
		lines.map(({ texts }) =>
			texts.map((text) => (text === '' ? null : /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text))
		)
	);
	if (merged)
		sheet['!merges'] = lines.flatMap(({ merges }, row) =>
			merges.map(({ col, rowSpan, colSpan }) => ({
				s: { r: row, c: col },
				e: { r: row + rowSpan - 1, c: col + colSpan - 1 }
			}))
		);
	return sheet;
}

/** The sheets of a report as rows of texts. */
export function sheetLines(
	report: PrintedReport,
	stacked: boolean
): { readonly name: string; readonly lines: readonly Line[] }[] {
	const sheets: { name: string; lines: Line[] }[] = [{ name: 'Sheet1', lines: [] }];
	for (const block of report.blocks) {
		if (block.kind === 'heading' && !stacked)
			sheets.push({ name: block.text.slice(0, 12).replace(/[\\/?*[\]:]/gu, ''), lines: [] });
		const lines = sheets.at(-1)?.lines ?? [];
		if (block.kind === 'table') lines.push(...linesOf(block.table));
		else lines.push(...(block.kind === 'title' ? block.lines : [block.text]).map(alone));
	}
	return sheets;
}

export function renderSheets(report: PrintedReport, shape: SheetShape = {}): Uint8Array {
	const { bookType = 'xlsx', stacked = true, merged = true } = shape;
	const book: WorkBook = utils.book_new();
	for (const { name, lines } of sheetLines(report, stacked))
		utils.book_append_sheet(book, toSheet(lines, merged), name);
	return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

/** The stacked sheet as delimited text, as a spreadsheet saves it: every row as long as the widest, merged cells lost. */
export function renderCsv(report: PrintedReport, delimiter: string): string {
	const lines = sheetLines(report, true).flatMap((sheet) => sheet.lines);
	const width = Math.max(...lines.map(({ texts }) => texts.length));
	const quote = (text: string): string =>
		/["\n]/u.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
	return lines
		.map(({ texts }) => Array.from({ length: width }, (_, col) => quote(texts[col] ?? '')).join(delimiter))
		.join('\r\n');
}
