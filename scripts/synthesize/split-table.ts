import type { PrintedCell, PrintedRow, PrintedTable } from './printed-table.ts';

/** Rows of headings and corners alone, at the top of a table. */
export function headRows(table: PrintedTable): number {
	return table.rows.findIndex(({ cells }) => cells.some((cell) => cell.kind === 'figure' || cell.kind === 'label'));
}

function slice(table: PrintedTable, from: number, to: number, spanning: 'repeated' | 'blank'): PrintedRow[] {
	const rows: PrintedCell[][] = Array.from({ length: to - from }, () => []);
	for (const { cells } of table.rows)
		for (const cell of cells) {
			const first = Math.max(from, cell.row);
			const end = Math.min(to, cell.row + cell.rowSpan);
			if (first >= end) continue;
			const text = cell.row < from && spanning === 'blank' ? '' : cell.text;
			rows[first - from]?.push({ ...cell, text, row: first - from, rowSpan: end - first });
		}
	return rows.map((cells) => ({ cells: cells.sort((a, b) => a.col - b.col) }));
}

function shifted(rows: readonly PrintedRow[], by: number): PrintedRow[] {
	return rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, row: cell.row + by })) }));
}

/**
 * The table in two, the second from `row` on, as a page break leaves it: a cell that reaches over the break goes on in a blank
 * cell or one with its text again; the heading rows may stand again.
 */
export function splitTable(
	table: PrintedTable,
	row: number,
	{ spanning, heads }: { readonly spanning: 'repeated' | 'blank'; readonly heads: boolean }
): [PrintedTable, PrintedTable] {
	const top = heads ? Math.max(0, headRows(table)) : 0;
	const repeated = top > 0 && top < row ? slice(table, 0, top, spanning) : [];
	const rest = shifted(slice(table, row, table.rows.length, spanning), repeated.length);
	return [
		{ ...table, rows: slice(table, 0, row, spanning) },
		{ ...table, rows: [...repeated, ...rest] }
	];
}

/**
 * The table with one row of headings in two rows: each of its cells whose text `cut` parts has its first part above its second,
 * the others reach over both.
 */
export function splitHeadingRow(
	table: PrintedTable,
	row: number,
	cut: (cell: PrintedCell) => readonly [string, string] | null
): PrintedTable {
	const rows: PrintedCell[][] = Array.from({ length: table.rows.length + 1 }, () => []);
	for (const { cells } of table.rows)
		for (const cell of cells) {
			if (cell.row > row) rows[cell.row + 1]?.push({ ...cell, row: cell.row + 1 });
			else if (cell.row + cell.rowSpan <= row) rows[cell.row]?.push(cell);
			else {
				const parts = cell.row === row && cell.rowSpan === 1 ? cut(cell) : null;
				if (parts === null) rows[cell.row]?.push({ ...cell, rowSpan: cell.rowSpan + 1 });
				else {
					rows[row]?.push({ ...cell, text: parts[0] });
					rows[row + 1]?.push({ ...cell, id: `${cell.id}.second`, text: parts[1], row: row + 1 });
				}
			}
		}
	return { ...table, rows: rows.map((cells) => ({ cells: cells.sort((a, b) => a.col - b.col) })) };
}
