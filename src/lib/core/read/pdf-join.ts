import { beginsItem, seamOf } from './pdf-seam.ts';
import type { PlacedCell, PlacedLine, PlacedTable } from './pdf-shapes.ts';

/** Edges of two parts of a table this near each other are one. */
const SAME_EDGE = 3.5;
/** Margins of left and right pages may differ by this much. */
const SHIFT = 72;
/** Text hangs at most this many line heights below its cell. */
const HANGING = 1.5;
/** A cell that text hangs out of takes at most this part of the table's width. */
const NARROW = 0.25;

/** Whether a table may go on in another on the next page: equally wide, at the same place or on the other side's margin. */
export function isContinued(above: PlacedTable, below: PlacedTable): boolean {
	if (above.unruled || below.unruled) return onSameColumns(above, below);
	const widths = Math.abs(above.x1 - above.x0 - (below.x1 - below.x0));
	return (widths < 2 * SAME_EDGE && Math.abs(above.x0 - below.x0) < SHIFT) || lacksFirst(above, below);
}

/** Whether two unruled parts have the same columns: the edges of each lie between the same columns of the other. */
function onSameColumns(above: PlacedTable, below: PlacedTable): boolean {
	if (!above.unruled || above.unruled.columns !== below.unruled?.columns) return false;
	if (above.xs.length !== below.xs.length) return false;
	return above.xs.every((edge, index) => {
		if (index === 0 || index === above.xs.length - 1) return true;
		const width = Math.min((above.xs[index + 1] ?? edge) - edge, edge - (above.xs[index - 1] ?? edge));
		return Math.abs(edge - (below.xs[index] ?? edge)) < width / 2;
	});
}

/** Whether a part lacks the first column: no line shows there where one cell spans all its rows and the sides are open. */
export function lacksFirst(above: PlacedTable, below: PlacedTable): boolean {
	if (above.unruled || below.unruled) return false;
	const edges = above.xs.slice(1, 3);
	return Math.abs(above.x1 - below.x1) < SAME_EDGE && edges.some((edge) => Math.abs(edge - below.x0) < SAME_EDGE);
}

/** The part with its first column put back: one cell over all rows that holds the text found there. */
export function withFirst(below: PlacedTable, x0: number, text: string): PlacedTable {
	const first = { row: 0, col: 0, rowSpan: below.rows, colSpan: 1, text };
	const cells = [first, ...below.cells.map((cell) => ({ ...cell, col: cell.col + 1 }))];
	return { ...below, x0, xs: [x0, ...below.xs], cells };
}

function union(first: readonly number[], second: readonly number[]): number[] {
	const edges: number[] = [];
	for (const edge of [...first, ...second].sort((a, b) => a - b))
		if (edges.length === 0 || edge - (edges.at(-1) ?? 0) > SAME_EDGE) edges.push(edge);
	return edges;
}

function nearest(edges: readonly number[], place: number): number {
	let best = 0;
	edges.forEach((edge, index) => {
		if (Math.abs(edge - place) < Math.abs((edges[best] ?? 0) - place)) best = index;
	});
	return best;
}

/** The same cells on other column edges; null where two of its own edges would fall together. */
function onEdges(table: PlacedTable, xs: readonly number[], shift: number): PlacedTable | null {
	const places = table.xs.map((x) => nearest(xs, x + shift));
	if (new Set(places).size !== places.length) return null;
	const cells = table.cells.map((cell): PlacedCell => {
		const col = places[cell.col] ?? 0;
		return { ...cell, col, colSpan: (places[cell.col + cell.colSpan] ?? col + 1) - col };
	});
	return { ...table, xs, cells };
}

function rowTexts(table: PlacedTable, row: number): string {
	return table.cells
		.filter((cell) => cell.row === row)
		.sort((a, b) => a.col - b.col)
		.map((cell) => `${cell.rowSpan}:${cell.text.normalize('NFKC').replace(/\s+/gu, '')}`)
		.join('|');
}

/** How many rows at the head of a part repeat the head of the table. */
function repeatedHead(table: PlacedTable, part: PlacedTable): number {
	let rows = 0;
	while (rows < Math.min(table.rows, part.rows)) {
		const texts = rowTexts(part, rows);
		if (!/\p{L}/u.test(texts) || texts !== rowTexts(table, rows)) break;
		rows += 1;
	}
	const crosses = (at: number): boolean => part.cells.some((cell) => cell.row < at && cell.row + cell.rowSpan > at);
	while (rows > 0 && crosses(rows)) rows -= 1;
	return rows;
}

function withoutHead(part: PlacedTable, rows: number): PlacedTable {
	if (rows === 0) return part;
	return {
		...part,
		rows: part.rows - rows,
		openTop: false,
		cells: part.cells.filter((cell) => cell.row >= rows).map((cell) => ({ ...cell, row: cell.row - rows }))
	};
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u;

function joinText(above: string, below: string): string {
	if (above === '' || below === '') return above + below;
	return CJK.test(above.at(-1) ?? '') && CJK.test(below.at(0) ?? '') ? above + below : `${above}\n${below}`;
}

/** Joins a table and its part on the next page into one; null where their columns cannot be brought together. */
export function joinTables(table: PlacedTable, part: PlacedTable): PlacedTable | null {
	const next = part.unruled ? { ...part, xs: table.xs, x0: table.x0, x1: table.x1 } : part;
	const shift = Math.abs(table.x0 - next.x0) < SAME_EDGE ? 0 : table.x0 - next.x0;
	const xs = union(
		table.xs,
		next.xs.map((x) => x + shift)
	);
	const above = onEdges(table, xs, 0);
	const whole = onEdges(next, xs, shift);
	if (!above || !whole) return null;
	const below = withoutHead(whole, repeatedHead(above, whole));
	if (below.rows === 0) return above;
	const { sameRow, continued } = seamOf(above, below);
	const offset = above.rows - (sameRow ? 1 : 0);
	const gone = new Set(continued.values());
	const cells = [
		...above.cells.map((cell): PlacedCell => {
			const other = continued.get(cell);
			if (!other) return cell;
			const rowSpan = other.row + offset + other.rowSpan - cell.row;
			return { ...cell, rowSpan, text: joinText(cell.text, other.text) };
		}),
		...below.cells.filter((cell) => !gone.has(cell)).map((cell) => ({ ...cell, row: cell.row + offset }))
	];
	return {
		...above,
		cells,
		rows: offset + below.rows,
		openBottom: below.openBottom,
		glyphs: [...above.glyphs, ...next.glyphs]
	};
}

/**
 * The table with a line of text that hangs out of a cell of its last row, as browsers print a tall cell cut by the page;
 * null where the line is no such thing.
 */
export function takeIn(table: PlacedTable, line: PlacedLine): PlacedTable | null {
	const height = line.y1 - line.y0;
	const below = line.y0 - table.y1;
	if (below < -height || below > HANGING * height || beginsItem(line.text)) return null;
	const home = table.cells.find((cell) => {
		const [left, right] = [table.xs[cell.col] ?? 0, table.xs[cell.col + cell.colSpan] ?? 0];
		const isLast = cell.row + cell.rowSpan === table.rows;
		return isLast && right - left < NARROW * (table.x1 - table.x0) && line.x0 >= left - 1 && line.x1 <= right + 1;
	});
	if (!home) return null;
	const cells = table.cells.map((cell) => (cell === home ? { ...cell, text: joinText(cell.text, line.text) } : cell));
	return { ...table, cells, y1: Math.max(table.y1, line.y1) };
}
