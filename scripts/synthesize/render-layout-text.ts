import { displayWidth, wrap } from './display-width.ts';
import type { PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';

/** How a program that keeps the layout of a PDF page lays its text out in lines. */
export interface LayoutTextShape {
	/** Wide columns with empty lines between rows, or narrow ones where labels wrap and single spaces part headings. */
	readonly columns?: 'wide' | 'narrow';
	/** Empty lines between the rows of a table. */
	readonly gap?: 0 | 1 | 2;
	/** Cell texts centred in their cells, or at their left. */
	readonly align?: 'centre' | 'left';
	/** Lines of a page; then come its number and a form feed. */
	readonly pageLines?: number;
	/** A page may end inside a row. */
	readonly breakRows?: boolean;
	/** Columns of running text in a line. */
	readonly textWidth?: number;
}

const WIDTHS: Readonly<Record<string, Readonly<Record<'wide' | 'narrow', readonly number[]>>>> = {
	t2: { wide: [18, 18, 16, 16], narrow: [16, 14, 14, 14] },
	t3: { wide: [6, 9, 30, 12, 10, 8, 9, 9, 8, 9], narrow: [4, 8, 18, 7, 6, 6, 6, 6, 5, 7] },
	t4: { wide: Array.from({ length: 15 }, () => 8), narrow: Array.from({ length: 15 }, () => 5) }
};

interface Fragment {
	readonly text: string;
	readonly from: number;
	readonly room: number;
}

/** Column widths: the form's, widened where a figure needs more. */
function columnWidths(table: PrintedTable, columns: 'wide' | 'narrow'): number[] {
	const widths = [...(WIDTHS[table.table]?.[columns] ?? [])];
	while (widths.length < table.width) widths.push(columns === 'wide' ? 14 : 10);
	for (const { cells } of table.rows)
		for (const cell of cells)
			if (cell.kind === 'figure' && cell.colSpan === 1)
				widths[cell.col] = Math.max(widths[cell.col] ?? 0, displayWidth(cell.text) + 2);
	return widths;
}

interface LaidOut {
	readonly cell: PrintedCell;
	readonly lines: readonly string[];
	readonly from: number;
	readonly room: number;
}

function layOutCells(table: PrintedTable, columns: 'wide' | 'narrow'): LaidOut[] {
	const widths = columnWidths(table, columns);
	const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
	return table.rows.flatMap(({ cells }) =>
		cells.map((cell): LaidOut => {
			const room = widths.slice(cell.col, cell.col + cell.colSpan).reduce((sum, width) => sum + width, 0);
			const lines = cell.text === '' ? [] : wrap(cell.text, Math.max(2, room - 1));
			return { cell, lines, from: starts[cell.col] ?? 0, room };
		})
	);
}

/**
 * Puts the lines of all cells on half-lines, each cell's in the middle of its height, as a typesetter does: the figures of a row
 * whose label takes two lines come to stand between them.
 */
function halfLines(
	table: PrintedTable,
	cells: readonly LaidOut[],
	gap: number
): { placed: Map<number, Fragment[]>; tops: number[] } {
	const heights = table.rows.map((_, row) =>
		cells.reduce(
			(most, { cell, lines }) => (cell.row === row && cell.rowSpan === 1 ? Math.max(most, lines.length) : most),
			1
		)
	);
	for (const { cell, lines } of cells) {
		if (cell.rowSpan === 1) continue;
		const spanned = heights.slice(cell.row, cell.row + cell.rowSpan);
		const missing = lines.length - spanned.reduce((sum, height) => sum + height + gap, -gap);
		const last = cell.row + cell.rowSpan - 1;
		if (missing > 0) heights[last] = (heights[last] ?? 1) + missing;
	}
	const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + (height + gap) * 2, 0));
	const placed = new Map<number, Fragment[]>();
	for (const { cell, lines, from, room } of cells) {
		const last = cell.row + cell.rowSpan - 1;
		const height = (tops[last] ?? 0) - (tops[cell.row] ?? 0) + (heights[last] ?? 1) * 2;
		const top = (tops[cell.row] ?? 0) + Math.floor((height - lines.length * 2) / 2);
		lines.forEach((text, index) => {
			const at = top + index * 2;
			placed.set(at, [...(placed.get(at) ?? []), { text, from, room }]);
		});
	}
	return { placed, tops };
}

function composed(fragments: readonly Fragment[], align: 'centre' | 'left'): string {
	let line = '';
	for (const { text, from, room } of fragments.toSorted((a, b) => a.from - b.from)) {
		const spare = Math.max(0, room - displayWidth(text));
		const start = from + (align === 'centre' ? Math.floor(spare / 2) : Math.min(1, spare));
		const width = displayWidth(line);
		line += ' '.repeat(line === '' ? start : Math.max(1, start - width)) + text;
	}
	return line;
}

interface Line {
	readonly text: string;
	/** A page may end before this line. */
	readonly mayBreak: boolean;
}

const lineOf = (text: string): Line => ({ text, mayBreak: true });

function tableLines(table: PrintedTable, shape: Required<LayoutTextShape>): Line[] {
	const { placed, tops } = halfLines(table, layOutCells(table, shape.columns), shape.gap);
	const lines: Line[] = [];
	let before = 0;
	let row = -1;
	for (const at of [...placed.keys()].sort((a, b) => a - b)) {
		for (let empty = at - before; empty > 2; empty -= 2) lines.push({ text: '', mayBreak: false });
		const reached = tops.findLastIndex((top) => top <= at);
		lines.push({ text: composed(placed.get(at) ?? [], shape.align), mayBreak: shape.breakRows || reached !== row });
		row = reached;
		before = at;
	}
	return lines;
}

function numbered(lines: readonly Line[], pageLines: number): string[] {
	const pages: string[] = [];
	let page = 1;
	let onPage = 0;
	for (const { text, mayBreak } of lines) {
		if (onPage >= pageLines && mayBreak) {
			pages.push('', `${' '.repeat(30)}- ${page} -`, '', `\f${text}`);
			page += 1;
			onPage = 1;
			continue;
		}
		pages.push(text);
		onPage += 1;
	}
	return pages;
}

/** The text of a PDF as `pdftotext -layout` and its like give it: columns by spaces, wrapped labels over several lines. */
export function renderLayoutText(report: PrintedReport, shape: LayoutTextShape = {}): string {
	const full = {
		...({ columns: 'wide', gap: 1, align: 'centre', pageLines: 60, breakRows: false, textWidth: 60 } as const),
		...shape
	};
	const lines = report.blocks.flatMap((block): Line[] => {
		if (block.kind === 'table') return [...tableLines(block.table, full), lineOf(''), lineOf('')];
		if (block.kind === 'title') return [...block.lines.map((line) => lineOf(' '.repeat(10) + line)), lineOf('')];
		if (block.kind === 'heading') return [lineOf(''), lineOf(`     ${block.text}`)];
		if (block.kind === 'paragraph') return wrap(`    ${block.text}`, full.textWidth).map(lineOf);
		return [lineOf(''), lineOf(' '.repeat(30) + block.text), lineOf('')];
	});
	return `${numbered(lines, full.pageLines).join('\n')}\n`;
}
