import type { PlacedCell, PlacedTable } from './pdf-shapes.ts';

/** Whether a row prints nothing of its own: it holds parts of cells that began above it, and blanks. */
function isEcho(cells: readonly PlacedCell[], row: number): boolean {
	const inRow = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
	return (
		inRow.some((cell) => cell.row < row && cell.text !== '') &&
		inRow.every((cell) => cell.row < row || cell.text === '')
	);
}

function without(cells: readonly PlacedCell[], row: number): PlacedCell[] {
	return cells.flatMap((cell): PlacedCell[] => {
		if (cell.row > row) return [{ ...cell, row: cell.row - 1 }];
		if (cell.row + cell.rowSpan <= row) return [cell];
		return cell.rowSpan === 1 ? [] : [{ ...cell, rowSpan: cell.rowSpan - 1 }];
	});
}

/** Leaves out rows that only page breaks and gaps between borders make: they print nothing of their own. */
export function dropEchoRows(table: PlacedTable): PlacedTable {
	let { cells, rows } = table;
	for (let row = rows - 1; row > 0; row -= 1) {
		if (!isEcho(cells, row)) continue;
		cells = without(cells, row);
		rows -= 1;
	}
	return { ...table, cells, rows };
}
