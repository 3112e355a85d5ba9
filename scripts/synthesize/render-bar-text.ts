import type { PrintedReport } from './print-report.ts';
import { coveredSlots, spareSlots } from './printed-table.ts';
import type { PrintedRow, PrintedTable } from './printed-table.ts';

export interface BarTextShape {
	/** Slots covered by merged cells: bars at the end of the row, empty cells in their place, or nothing. */
	readonly spare?: 'end' | 'in-place' | 'none';
	/** The last row of a table loses its spare bars, or keeps them. */
	readonly lastRow?: 'trimmed' | 'kept';
	/** An empty cell: its bar alone, or a bar parted by spaces. */
	readonly blank?: 'bar' | 'spaced';
	/** A line for each row, or one line for the whole table. */
	readonly lines?: 'row' | 'table';
}

/** A label or figure on one line. */
export const oneLine = (text: string): string => text.replace(/\n+/gu, ' ');

function rowTexts(table: PrintedTable, row: PrintedRow, index: number, spare: BarTextShape['spare']): string[] {
	if (spare !== 'in-place' || row.cut) return row.cells.map((cell) => oneLine(cell.text));
	return coveredSlots(table, index).map((cell, col) =>
		cell !== null && cell.row === index && cell.col === col ? oneLine(cell.text) : ''
	);
}

function rowLine(table: PrintedTable, row: PrintedRow, index: number, shape: Required<BarTextShape>): string {
	const texts = rowTexts(table, row, index, shape.spare);
	if (row.cut) return texts.join(' | ') + (row.cells.at(-1)?.kind === 'figure' ? ' |' : '');
	const trimmed = shape.lastRow === 'trimmed' && index === table.rows.length - 1;
	const spare = shape.spare === 'end' && !trimmed ? spareSlots(table, row) : 0;
	const empty = shape.blank === 'bar' ? '|' : '| ';
	const line = texts.map((text) => (text === '' ? empty : `${text} | `)).join('');
	return `${line}${'|'.repeat(spare)}`.trimEnd();
}

/** A text extract with a line for each row and a bar after each cell, as sites make it of a page's tables. */
export function renderBarText(report: PrintedReport, shape: BarTextShape = {}): string {
	const full = { spare: 'end', lastRow: 'trimmed', blank: 'bar', lines: 'row', ...shape } as const;
	const lines: string[] = [];
	for (const block of report.blocks) {
		if (block.kind === 'title') lines.push(...block.lines);
		else if (block.kind === 'table') {
			const rows = block.table.rows.map((row, index) => rowLine(block.table, row, index, full));
			lines.push(...(full.lines === 'row' ? rows : [rows.join(' ')]));
		} else lines.push(block.text);
	}
	return lines.join('\n') + (report.cut ? '' : '\n');
}
