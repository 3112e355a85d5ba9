import type { PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedRow } from './printed-table.ts';
import { oneLine } from './render-bar-text.ts';

export interface SpaceTextShape {
	/** A line for each row, one line for the whole table, or a line for each label and one for the figures behind it. */
	readonly lines?: 'row' | 'table' | 'labels-then-figures';
	readonly separator?: ' ' | '\t';
}

function rowLines(row: PrintedRow, shape: SpaceTextShape): string[] {
	const separator = shape.separator ?? ' ';
	const texts = (cells: readonly PrintedCell[]): string[] => cells.map((cell) => oneLine(cell.text));
	const figures = row.cells.filter((cell) => cell.kind === 'figure');
	if (shape.lines !== 'labels-then-figures' || figures.length === 0) return [texts(row.cells).join(separator)];
	const labels = row.cells.filter((cell) => cell.kind !== 'figure');
	return [...texts(labels), texts(figures).join(separator)];
}

/** A text extract with a line for each row and a single space (or tab) between cells; merged and empty cells leave no trace but a space. */
export function renderSpaceText(report: PrintedReport, shape: SpaceTextShape = {}): string {
	const lines: string[] = [];
	for (const block of report.blocks) {
		if (block.kind === 'title') lines.push(...block.lines, '');
		else if (block.kind === 'heading') lines.push(block.text, '');
		else if (block.kind === 'table') {
			const rows = block.table.rows.flatMap((row) => rowLines(row, shape));
			lines.push(...(shape.lines === 'table' ? [rows.join(' ')] : rows));
		} else lines.push(block.text);
	}
	return lines.join('\n') + (report.cut ? '' : '\n');
}
