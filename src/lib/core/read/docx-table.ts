import type { Grid } from './document.ts';

/** A cell as Word writes it: it continues the one above (`vertical`) or the one to its left (`horizontal`) or stands for itself. */
export interface WordCell {
	readonly text: string;
	readonly span: number;
	readonly vertical: boolean;
	readonly horizontal: boolean;
}

export interface WordRow {
	/** Columns of the table's grid that the row leaves out before its first cell. */
	readonly before: number;
	readonly cells: readonly WordCell[];
}

interface PlacedCell {
	text: string;
	readonly row: number;
	readonly col: number;
	rowSpan: number;
	colSpan: number;
}

const MAX_WIDTH = 400;
const MAX_ROWS = 5000;

/** Text in a cell that continues another is not shown by Word; it is kept, so that a figure hidden there makes none that looks right. */
function absorb(owner: PlacedCell, text: string): void {
	if (text === '' || owner.text.split('\n').includes(text) || owner.text === text) return;
	owner.text = owner.text === '' ? text : `${owner.text}\n${text}`;
}

/** Sets the rows of a Word table on its slots; what lies beyond the widest and longest table is cut. */
export function placeWordRows(rows: readonly WordRow[]): Grid {
	const slots: (PlacedCell | null)[][] = [];
	for (const [row, { before, cells }] of rows.slice(0, MAX_ROWS).entries()) {
		const line: (PlacedCell | null)[] = new Array<null>(Math.min(Math.max(0, before), MAX_WIDTH)).fill(null);
		slots.push(line);
		for (const { text, span, vertical, horizontal } of cells) {
			const col = line.length;
			const colSpan = Math.min(Math.max(1, span), MAX_WIDTH - col);
			if (colSpan < 1) break;
			const left = line[col - 1];
			const above = slots[row - 1]?.[col];
			let cell: PlacedCell;
			if (horizontal && left?.row === row) {
				cell = left;
				cell.colSpan += colSpan;
				absorb(cell, text);
			} else if (vertical && above?.col === col && above.colSpan === colSpan) {
				cell = above;
				cell.rowSpan = row - cell.row + 1;
				absorb(cell, text);
			} else cell = { text, row, col, rowSpan: 1, colSpan };
			for (let slot = 0; slot < colSpan; slot += 1) line.push(cell);
		}
	}
	const width = slots.reduce((widest, line) => Math.max(widest, line.length), 0);
	for (const line of slots) while (line.length < width) line.push(null);
	return { width, slots };
}
