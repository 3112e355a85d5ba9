import type { PrintedReport } from './print-report.ts';
import { oneLine } from './render-bar-text.ts';

export interface SpaceTextShape {
	/** A line for each row, or one line for the whole table. */
	readonly lines?: 'row' | 'table';
}

/** A text extract with a line for each row and a single space between cells; merged and empty cells leave no trace but a space. */
export function renderSpaceText(report: PrintedReport, shape: SpaceTextShape = {}): string {
	const lines: string[] = [];
	for (const block of report.blocks) {
		if (block.kind === 'title') lines.push(...block.lines, '');
		else if (block.kind === 'heading') lines.push(block.text, '');
		else if (block.kind === 'table') {
			const rows = block.table.rows.map((row) => row.cells.map((cell) => oneLine(cell.text)).join(' '));
			lines.push(...(shape.lines === 'table' ? [rows.join(' ')] : rows));
		} else lines.push(block.text);
	}
	return lines.join('\n') + (report.cut ? '' : '\n');
}
