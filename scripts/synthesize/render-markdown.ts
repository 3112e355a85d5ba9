import type { PrintedReport } from './print-report.ts';
import { coveredSlots } from './printed-table.ts';
import type { PrintedRow, PrintedTable } from './printed-table.ts';
import { oneLine } from './render-bar-text.ts';

export interface MarkdownShape {
	/** Slots covered by merged cells: empty in their place, the merged cell's text again, or empty cells at the end of the row. */
	readonly spare?: 'in-place' | 'repeated' | 'end';
	/** The rule under the first row of each table. */
	readonly rule?: boolean;
	/** The first row of the table over the rule, an empty row over it, or the heading rows lost. */
	readonly header?: 'first-row' | 'empty' | 'lost';
	/** A line break within a cell: a space, or the element of HTML. */
	readonly breaks?: 'space' | 'br';
	/** Marks before the title and the headings. */
	readonly headings?: boolean;
}

/** The rows without those that hold headings alone. */
function rowsOf(table: PrintedTable, shape: Required<MarkdownShape>): { row: PrintedRow; index: number }[] {
	const rows = table.rows.map((row, index) => ({ row, index }));
	if (shape.header !== 'lost') return rows;
	return rows.filter(({ row }) => row.cells.some((cell) => cell.kind === 'figure' || cell.kind === 'label'));
}

function tableLines(table: PrintedTable, shape: Required<MarkdownShape>): string[] {
	const written = (text: string): string => (shape.breaks === 'br' ? text.replace(/\n+/gu, '<br>') : oneLine(text));
	const lines = rowsOf(table, shape).map(({ row, index }) => {
		const own = row.cells.map((cell) => written(cell.text));
		const texts =
			shape.spare === 'end' || row.cut
				? [...own, ...Array.from({ length: table.width - own.length }, () => '')]
				: coveredSlots(table, index).map((cell, col) => {
						if (cell === null) return '';
						const starts = cell.row === index && cell.col === col;
						return starts || shape.spare === 'repeated' ? written(cell.text) : '';
					});
		return `| ${(row.cut ? own : texts).join(' | ')}${row.cut ? '' : ' |'}`;
	});
	if (shape.header === 'empty') lines.unshift(`|${'  |'.repeat(table.width)}`);
	if (shape.rule) lines.splice(1, 0, `|${'---|'.repeat(table.width)}`);
	return lines;
}

/** The report as Markdown, as converters of PDF and HTML write it. */
export function renderMarkdown(report: PrintedReport, shape: MarkdownShape = {}): string {
	const full = {
		spare: 'in-place',
		rule: true,
		header: 'first-row',
		breaks: 'space',
		headings: true,
		...shape
	} as const;
	const mark = (marks: string): string => (full.headings ? `${marks} ` : '');
	const parts = report.blocks.map((block) => {
		if (block.kind === 'title') return `${mark('#')}${block.lines.join('')}`;
		if (block.kind === 'heading') return `${mark('##')}${block.text}`;
		return block.kind === 'table' ? tableLines(block.table, full).join('\n') : block.text;
	});
	return parts.join('\n\n') + (report.cut ? '' : '\n');
}
