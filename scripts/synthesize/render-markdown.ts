import type { PrintedReport } from './print-report.ts';
import { coveredSlots } from './printed-table.ts';
import type { PrintedTable } from './printed-table.ts';
import { oneLine } from './render-bar-text.ts';

export interface MarkdownShape {
	/** Slots covered by merged cells: empty in their place, the merged cell's text again, or empty cells at the end of the row. */
	readonly spare?: 'in-place' | 'repeated' | 'end';
	/** The rule under the first row of each table. */
	readonly rule?: boolean;
	/** Marks before the title and the headings. */
	readonly headings?: boolean;
}

function tableLines(table: PrintedTable, shape: Required<MarkdownShape>): string[] {
	const lines = table.rows.map((row, index) => {
		const own = row.cells.map((cell) => oneLine(cell.text));
		const texts =
			shape.spare === 'end' || row.cut
				? [...own, ...Array.from({ length: table.width - own.length }, () => '')]
				: coveredSlots(table, index).map((cell, col) => {
						if (cell === null) return '';
						const starts = cell.row === index && cell.col === col;
						return starts || shape.spare === 'repeated' ? oneLine(cell.text) : '';
					});
		return `| ${(row.cut ? own : texts).join(' | ')}${row.cut ? '' : ' |'}`;
	});
	if (shape.rule) lines.splice(1, 0, `|${'---|'.repeat(table.width)}`);
	return lines;
}

/** The report as Markdown, as converters of PDF and HTML write it. */
export function renderMarkdown(report: PrintedReport, shape: MarkdownShape = {}): string {
	const full = { spare: 'in-place', rule: true, headings: true, ...shape } as const;
	const mark = (marks: string): string => (full.headings ? `${marks} ` : '');
	const parts = [`${mark('#')}${report.title.join('')}`];
	for (const { heading, table } of report.sections) {
		if (heading !== '') parts.push(`${mark('##')}${heading}`);
		if (table !== null) parts.push(tableLines(table, full).join('\n'));
	}
	return parts.join('\n\n') + (report.cut ? '' : '\n');
}
