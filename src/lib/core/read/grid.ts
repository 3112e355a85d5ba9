import type { Grid, GridCell } from './document.ts';

/** A cell as a format gives it: text and spans, not yet placed. `rowSpan` 0 means to the end of the table. */
export interface SpannedCell {
	readonly text: string;
	readonly rowSpan: number;
	readonly colSpan: number;
}

/** Widest and longest table that is laid out; what lies beyond is cut. */
const MAX_WIDTH = 400;
const MAX_ROWS = 5000;

/** Lays rows of spanned cells out on slots, as HTML does: spans reach over slots, later cells move right of them. */
export function layOut(rows: readonly (readonly SpannedCell[])[]): Grid {
	const count = Math.min(rows.length, MAX_ROWS);
	const slots: (GridCell | null)[][] = Array.from({ length: count }, () => []);
	let width = 0;
	for (let row = 0; row < count; row += 1) {
		const line = slots[row] ?? [];
		let col = 0;
		for (const cell of rows[row] ?? []) {
			while (col < line.length && line[col] !== null) col += 1;
			if (col >= MAX_WIDTH) break;
			const colSpan = Math.max(1, Math.min(cell.colSpan, MAX_WIDTH - col));
			const rowSpan = cell.rowSpan === 0 ? count - row : Math.max(1, Math.min(cell.rowSpan, count - row));
			place(slots, { text: cell.text, row, col, rowSpan, colSpan });
			col += colSpan;
			if (col > width) width = col;
		}
	}
	for (const line of slots) while (line.length < width) line.push(null);
	return { width, slots };
}

/** Puts a cell on every slot that it covers and that no other has; lines grow slot by slot, so that they have no holes. */
function place(slots: (GridCell | null)[][], cell: GridCell): void {
	const end = cell.col + cell.colSpan;
	for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
		const line = slots[row];
		if (!line) continue;
		while (line.length < cell.col) line.push(null);
		for (let col = cell.col; col < end; col += 1) {
			if (col === line.length) line.push(cell);
			else line[col] ??= cell;
		}
	}
}
