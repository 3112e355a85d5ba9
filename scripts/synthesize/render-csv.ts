import type { PrintedReport } from './print-report.ts';
import { coveredSlots } from './printed-table.ts';
import type { PrintedTable } from './printed-table.ts';

export interface CsvShape {
	readonly delimiter?: ',' | ';' | '\t';
	/** Slots covered by merged cells: empty, or the merged cell's text again. */
	readonly spare?: 'empty' | 'repeated';
	/** Every field in quotes, or only those that need them. */
	readonly quotes?: 'all' | 'needed';
}

/** The texts of a table's slots, row by row; a merged cell's in its first slot or in all. */
export function slotTexts(table: PrintedTable, spare: 'empty' | 'repeated'): string[][] {
	return table.rows.map((_, row) =>
		coveredSlots(table, row).map((cell, col) => {
			if (cell === null) return '';
			return spare === 'repeated' || (cell.row === row && cell.col === col) ? cell.text : '';
		})
	);
}

/** The report as a sheet saved with separators: a paragraph is a row of one field. */
export function renderCsv(report: PrintedReport, shape: CsvShape = {}): string {
	const full = { delimiter: ',', spare: 'empty', quotes: 'needed', ...shape } as const;
	const field = (text: string): string =>
		full.quotes === 'all' || /["\n\r]/u.test(text) || text.includes(full.delimiter)
			? `"${text.replaceAll('"', '""')}"`
			: text;
	const rows = report.blocks.flatMap((block): string[][] => {
		if (block.kind === 'title') return block.lines.map((line) => [line]);
		return block.kind === 'table' ? slotTexts(block.table, full.spare) : [[block.text]];
	});
	const width = Math.max(...rows.map((row) => row.length));
	return rows
		.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')].map(field).join(full.delimiter))
		.map((line) => `${line}\r\n`)
		.join('');
}
