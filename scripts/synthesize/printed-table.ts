import type { TableId } from '../../src/lib/core/form/index.ts';
import type { Figure, ReportFigures } from './report-figures.ts';

/** `item` is a heading over a block, `heading` stands over columns, `corner` over row labels, `group` beside several rows. */
export type PrintedKind = 'item' | 'heading' | 'corner' | 'group' | 'label' | 'figure';

/** One cell as printed, where it starts and how far it reaches (0-based). A line break in a label is `\n`. */
export interface PrintedCell {
	/** A figure: its cell key. A label: `t2.rules`, `t2.issued`, `t3.group.denied`, `t4.review.upheld` … */
	readonly id: string;
	readonly kind: PrintedKind;
	readonly text: string;
	readonly row: number;
	readonly col: number;
	readonly rowSpan: number;
	readonly colSpan: number;
	/** The text in pieces, each in a markup element of its own: runs of one line, or paragraphs. */
	readonly pieces?: { readonly as: 'runs' | 'paragraphs'; readonly texts: readonly string[] };
}

export interface PrintedRow {
	/** The cells that start in this row, from left to right. */
	readonly cells: readonly PrintedCell[];
	/** The text of the report breaks off inside this row. */
	readonly cut?: true;
}

export interface PrintedTable {
	/** `other`: a table that is not of the form. */
	readonly table: TableId | 'other';
	readonly width: number;
	readonly rows: readonly PrintedRow[];
}

/** A cell before it has a place; spans default to 1. */
export interface LooseCell {
	readonly id: string;
	readonly kind: PrintedKind;
	readonly text: string;
	readonly rowSpan?: number;
	readonly colSpan?: number;
}

/** Places rows of cells as a browser does: each in the first slot that no cell above reaches into. */
export function placeRows(table: PrintedTable['table'], rows: readonly (readonly LooseCell[])[]): PrintedTable {
	const taken: boolean[][] = rows.map(() => []);
	let width = 0;
	const placed = rows.map((cells, row): PrintedRow => {
		let col = 0;
		return {
			cells: cells.map((cell): PrintedCell => {
				const { id, kind, text, rowSpan = 1, colSpan = 1 } = cell;
				while (taken[row]?.[col]) col += 1;
				for (let down = row; down < row + rowSpan; down += 1)
					for (let right = col; right < col + colSpan; right += 1) {
						const slots = taken[down];
						if (slots === undefined) throw new Error(`cell reaches below its table: ${id}`);
						if (slots[right]) throw new Error(`cells overlap: ${id}`);
						slots[right] = true;
					}
				const at = { id, kind, text, row, col, rowSpan, colSpan };
				col += colSpan;
				width = Math.max(width, col);
				return at;
			})
		};
	});
	return { table, width, rows: placed };
}

/** The cell that covers each slot of a row, or null. */
export function coveredSlots(table: PrintedTable, row: number): (PrintedCell | null)[] {
	const slots: (PrintedCell | null)[] = Array.from({ length: table.width }, () => null);
	for (const { cells } of table.rows)
		for (const cell of cells)
			if (cell.row <= row && row < cell.row + cell.rowSpan) slots.fill(cell, cell.col, cell.col + cell.colSpan);
	return slots;
}

/** How many slots of a row are no cell's first: what bar-separated extracts print as spare bars. */
export function spareSlots(table: PrintedTable, row: PrintedRow): number {
	return row.cut ? 0 : table.width - row.cells.length;
}

/** The same table with an empty cell under each column heading in place of its row span. */
export function withEmptyCellsUnderHeadings(table: PrintedTable): PrintedTable {
	const rows: PrintedCell[][] = table.rows.map(() => []);
	for (const { cells } of table.rows)
		for (const cell of cells) {
			if (cell.kind !== 'heading' || cell.rowSpan === 1) rows[cell.row]?.push(cell);
			else
				for (let down = 0; down < cell.rowSpan; down += 1)
					rows[cell.row + down]?.push({ ...cell, text: down === 0 ? cell.text : '', row: cell.row + down, rowSpan: 1 });
		}
	return { ...table, rows: rows.map((cells) => ({ cells: cells.sort((a, b) => a.col - b.col) })) };
}

/** The table up to the first cell of that id, or null where it has none; after a label, or before the last figure of a row, the row counts as broken off. */
export function cutAfter(table: PrintedTable, id: string): PrintedTable | null {
	const last = table.rows.findIndex((row) => row.cells.some((cell) => cell.id === id));
	const row = table.rows[last];
	if (row === undefined) return null;
	const cells = row.cells.slice(0, row.cells.findIndex((cell) => cell.id === id) + 1);
	const whole = cells.length === row.cells.length && cells.at(-1)?.kind === 'figure';
	return { ...table, rows: [...table.rows.slice(0, last), whole ? row : { cells, cut: true }] };
}

/** The printed cells of one row of figures; `spans` tells how many columns each takes. */
export function figureCells(
	figures: ReportFigures,
	keys: readonly `${TableId}.${string}.${string}`[],
	spans: readonly number[]
): LooseCell[] {
	const cells: LooseCell[] = [];
	for (let index = 0; index < keys.length; index += 1) {
		const key = keys[index];
		if (key === undefined) continue;
		const merged = figures.merged?.[key];
		const columns = merged?.columns ?? 1;
		const colSpan = spans.slice(index, index + columns).reduce((sum, span) => sum + span, 0);
		cells.push({ id: key, kind: 'figure', text: printFigure(merged?.figure ?? figures.cells[key]), colSpan });
		index += columns - 1;
	}
	return cells;
}

export function printFigure(figure: Figure | undefined): string {
	return figure === undefined ? '' : String(figure);
}
