import type { PrintedReport } from './print-report.ts';
import { oneLine } from './render-bar-text.ts';

/** A text extract with a line for each row and a single space between cells; merged and empty cells leave no trace but a space. */
export function renderSpaceText(report: PrintedReport): string {
	const lines = [...report.title, ''];
	for (const { heading, table } of report.sections) {
		if (heading !== '') lines.push(heading, '');
		for (const row of table?.rows ?? []) lines.push(row.cells.map((cell) => oneLine(cell.text)).join(' '));
	}
	return lines.join('\n') + (report.cut ? '' : '\n');
}
