import type { PrintedReport } from './print-report.ts';
import { spareSlots } from './printed-table.ts';
import type { PrintedRow, PrintedTable } from './printed-table.ts';

export interface CellLinesShape {
	/** No bar; a bar after each cell; a bar alone on the next line; a bar before each row and after each cell. */
	readonly bar?: 'none' | 'after' | 'next-line' | 'around';
	/** Without bars: an empty line between cells (a blank cell is one empty line more), or none. */
	readonly gap?: 'empty-line' | 'none';
	/** Spare bars for merged cells on a line of their own, or none. */
	readonly spare?: 'kept' | 'dropped';
	/** Printed before each figure. */
	readonly indent?: string;
}

function plainCells(row: PrintedRow, shape: Required<CellLinesShape>): string {
	const end = shape.gap === 'empty-line' ? '\n\n' : '\n';
	return row.cells
		.map((cell) => (cell.text === '' ? '\n' : `${cell.kind === 'figure' ? shape.indent : ''}${cell.text}${end}`))
		.join('');
}

function barredCells(table: PrintedTable, row: PrintedRow, index: number, shape: Required<CellLinesShape>): string {
	const last = index === table.rows.length - 1;
	const spare = shape.spare === 'kept' ? '|'.repeat(spareSlots(table, row)) : '';
	const cells = row.cells.map((cell) => ({
		...cell,
		text: cell.kind === 'figure' ? shape.indent + cell.text : cell.text
	}));
	if (shape.bar === 'around') {
		const lines = cells.map((cell) => (cell.text.trim() === '' ? '|' : `${cell.text} |`));
		return `|\n${lines.join('\n')}${spare === '' ? '' : ` ${spare}`}\n`;
	}
	const bar = shape.bar === 'after' ? ' |\n' : '\n|\n';
	const lines = cells.map((cell) => (cell.text.trim() === '' ? '|\n' : `${cell.text}${bar}`));
	if (row.cut && row.cells.at(-1)?.kind !== 'figure') lines.push((lines.pop() ?? '').replace(/\s*\|\n$/u, '\n'));
	return `${lines.join('')}${spare === '' || last ? '' : `${spare}\n`}`;
}

/** A text extract with a line for each cell, as copied from a page or made by a converter. */
export function renderCellLines(report: PrintedReport, shape: CellLinesShape = {}): string {
	const full = { bar: 'none', gap: 'empty-line', spare: 'kept', indent: '', ...shape } as const;
	const end = full.bar === 'none' && full.gap === 'empty-line' ? '\n\n' : '\n';
	let text = '';
	for (const block of report.blocks) {
		if (block.kind === 'title') text += block.lines.map((line) => `${line}${end}`).join('');
		else if (block.kind === 'table')
			block.table.rows.forEach((row, index) => {
				if (full.bar === 'none') text += plainCells(row, full);
				else text += barredCells(block.table, row, index, row.cut ? { ...full, spare: 'dropped' } : full);
			});
		else text += `${block.text}${end}`;
	}
	const block = report.blocks.at(-1);
	const last = block?.kind === 'table' ? block.table.rows.at(-1)?.cells.at(-1) : undefined;
	return report.cut && last?.kind !== 'figure' ? text.trimEnd() : text;
}
