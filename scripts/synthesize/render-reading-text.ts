import type { PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedRow, PrintedTable } from './printed-table.ts';
import { Random } from './random.ts';
import { wrap } from './display-width.ts';

/** How a program gives the text of a PDF in what it takes for the order of reading: labels and figures drift apart. */
export interface ReadingTextShape {
	/** Which blocks drift apart, and how, is told by this name. */
	readonly seed?: string;
	/** The share of blocks of rows whose figures part from their labels. */
	readonly parted?: number;
	/** A label wider than this stands over several lines. */
	readonly labelWidth?: number;
}

type Order = 'row' | 'label-later' | 'columns' | 'labels-first';

const isFigure = (cell: PrintedCell): boolean => cell.kind === 'figure';

/** Runs of rows that a program reads as one block. */
function runsOf(rows: readonly PrintedRow[], most: number, random: Random): PrintedRow[][] {
	const runs: PrintedRow[][] = [];
	for (let at = 0; at < rows.length;) {
		const size = random.int(1, most);
		runs.push(rows.slice(at, at + size));
		at += size;
	}
	return runs;
}

const ORDERS: readonly (readonly [Order, number])[] = [
	['label-later', 3],
	['columns', 3],
	['labels-first', 2]
];

function runText(rows: readonly PrintedRow[], order: Order, labelWidth: number): string[] {
	const label = (cell: PrintedCell): string => wrap(cell.text, labelWidth).join('\n');
	const labels = (row: PrintedRow): string[] =>
		row.cells.filter((cell) => !isFigure(cell) && cell.text !== '').map(label);
	const figures = (row: PrintedRow): string[] => row.cells.filter(isFigure).map((cell) => cell.text);
	switch (order) {
		case 'row':
			return rows.flatMap((row) => [...labels(row), ...figures(row)]);
		case 'label-later':
			return [...rows.flatMap(figures), ...rows.flatMap(labels)];
		case 'labels-first':
			return [rows.flatMap(labels).join('\n'), ...rows.flatMap(figures)];
		case 'columns': {
			const columns = Math.max(0, ...rows.map((row) => figures(row).length));
			const column = (at: number): string => rows.flatMap((row) => figures(row)[at] ?? []).join('\n');
			return [...Array.from({ length: columns }, (_, at) => column(at)), rows.flatMap(labels).join('\n')];
		}
	}
}

function tableParts(table: PrintedTable, shape: Required<ReadingTextShape>, random: Random): string[] {
	const heads = table.rows.filter(({ cells }) => !cells.some(isFigure));
	if (table.table === 't4')
		return [
			...runText(heads, 'columns', 4),
			...runText(
				table.rows.filter((row) => !heads.includes(row)),
				'row',
				4
			)
		];
	const size = table.table === 't3' ? 8 : 3;
	const [top, body] =
		table.table === 't3' ? [heads, table.rows.filter((row) => !heads.includes(row))] : [[], table.rows];
	const first = top.length === 0 ? [] : runText(top, random.chance(0.5) ? 'row' : 'labels-first', 4);
	const runs = runsOf(body, size, random).flatMap((run) => {
		const order = random.chance(shape.parted) ? random.weighted(ORDERS) : 'row';
		return runText(run, order, shape.labelWidth);
	});
	return [...first, ...runs];
}

/** The text of a PDF as `pdftotext` and its like give it without the layout. Blank cells leave no trace. */
export function renderReadingText(report: PrintedReport, shape: ReadingTextShape = {}): string {
	const full = { seed: 'reading', parted: 0.3, labelWidth: 34, ...shape };
	const random = new Random(full.seed);
	const parts = report.blocks.flatMap((block) => {
		if (block.kind === 'title') return [block.lines.join('\n')];
		if (block.kind === 'table') return tableParts(block.table, full, random);
		return [block.kind === 'paragraph' ? wrap(block.text, 58).join('\n') : block.text];
	});
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
