import type { Ruling } from './pdf-lines.ts';
import type { Box, Rule } from './pdf-shapes.ts';

/** The cells that lines rule: edges of columns and rows, and for each slot the number of its cell. */
export interface RuledGrid extends Box {
	readonly xs: readonly number[];
	readonly ys: readonly number[];
	readonly slots: readonly (readonly number[])[];
	readonly openTop: boolean;
	readonly openBottom: boolean;
}

/** Lines nearer than this are one edge: double lines, borders of neighbouring cells. */
const SAME = 2.5;
/** Lines that run this far past the last edge leave the table open on that side. */
const OPEN = 5;
/** A side counts as ruled where its line covers this much of it. */
const COVERED = 0.5;
const MOST_EDGES = 600;

interface Edge {
	readonly at: number;
	/** Where lines run along this edge, in order and apart from each other. */
	readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** Groups lines into edges and joins what runs along each. */
function edgesOf(rules: readonly Rule[]): Edge[] {
	const sorted = [...rules].sort((a, b) => a.at - b.at);
	const edges: Edge[] = [];
	for (let start = 0; start < sorted.length;) {
		const first = sorted[start]?.at ?? 0;
		let end = start;
		while (end < sorted.length && (sorted[end]?.at ?? 0) - first <= SAME) end += 1;
		const group = sorted.slice(start, end);
		const length = group.reduce((sum, rule) => sum + rule.to - rule.from, 0);
		const at = group.reduce((sum, rule) => sum + rule.at * (rule.to - rule.from), 0) / (length || 1);
		const spans: { from: number; to: number }[] = [];
		for (const rule of group.sort((a, b) => a.from - b.from)) {
			const last = spans.at(-1);
			if (last && rule.from <= last.to + 0.5) last.to = Math.max(last.to, rule.to);
			else spans.push({ from: rule.from, to: rule.to });
		}
		edges.push({ at, spans });
		start = end;
	}
	return edges;
}

function isRuled(edge: Edge | undefined, from: number, to: number): boolean {
	const covered = (edge?.spans ?? []).reduce(
		(sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)),
		0
	);
	return covered >= (to - from) * COVERED;
}

/** Closes the sides of a table where lines run on past its last edge: an open side, or a row that the page cuts. */
function close(edges: Edge[], first: number, last: number): { readonly before: boolean; readonly after: boolean } {
	const before = edges.length === 0 || (edges[0]?.at ?? 0) - first > OPEN;
	const after = edges.length === 0 || last - (edges.at(-1)?.at ?? 0) > OPEN;
	if (before) edges.unshift({ at: first, spans: [] });
	if (after) edges.push({ at: last, spans: [] });
	return { before, after };
}

/** Numbers the cells: slots without a line between them are one cell; a shape that is no box falls into its rows. */
function numberCells(rows: number, cols: number, joinsRight: boolean[][], joinsDown: boolean[][]): number[][] {
	const slots = Array.from({ length: rows }, () => new Array<number>(cols).fill(-1));
	let next = 0;
	for (let row = 0; row < rows; row += 1)
		for (let col = 0; col < cols; col += 1) {
			if (slots[row]?.[col] !== -1) continue;
			const queue: [number, number][] = [[row, col]];
			const found: [number, number][] = [];
			const number = next;
			next += 1;
			while (queue.length > 0) {
				const [r, c] = queue.pop() as [number, number];
				const line = slots[r];
				if (line?.[c] !== -1) continue;
				line[c] = number;
				found.push([r, c]);
				if (joinsRight[r]?.[c]) queue.push([r, c + 1]);
				if (joinsDown[r]?.[c]) queue.push([r + 1, c]);
				if (c > 0 && joinsRight[r]?.[c - 1]) queue.push([r, c - 1]);
				if (r > 0 && joinsDown[r - 1]?.[c]) queue.push([r - 1, c]);
			}
			next = straighten(slots, found, next);
		}
	return slots;
}

function straighten(slots: number[][], found: readonly [number, number][], next: number): number {
	const rows = found.map(([row]) => row);
	const cols = found.map(([, col]) => col);
	const height = Math.max(...rows) - Math.min(...rows) + 1;
	const width = Math.max(...cols) - Math.min(...cols) + 1;
	if (height * width === found.length) return next;
	const sorted = [...found].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	sorted.forEach(([row, col], index) => {
		const [lastRow, lastCol] = sorted[index - 1] ?? [-1, -1];
		const line = slots[row];
		if (!line) return;
		if (lastRow === row && lastCol === col - 1) line[col] = line[col - 1] ?? next;
		else line[col] = next++;
	});
	return next;
}

/** The grid that a group of lines rules, or null where it rules none (a frame, an underline, a drawing). */
export function gridOf(ruling: Ruling): RuledGrid | null {
	const columns = edgesOf(ruling.down);
	const rows = edgesOf(ruling.across);
	close(columns, ruling.x0, ruling.x1);
	const { before: openTop, after: openBottom } = close(rows, ruling.y0, ruling.y1);
	const [width, height] = [columns.length - 1, rows.length - 1];
	if (width < 1 || height < 1 || columns.length > MOST_EDGES || rows.length > MOST_EDGES) return null;
	const xs = columns.map((edge) => edge.at);
	const ys = rows.map((edge) => edge.at);
	const each = (test: (row: number, col: number) => boolean): boolean[][] =>
		Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, col) => test(row, col)));
	const right = each((r, c) => c < width - 1 && !isRuled(columns[c + 1], ys[r] ?? 0, ys[r + 1] ?? 0));
	const down = each((r, c) => r < height - 1 && !isRuled(rows[r + 1], xs[c] ?? 0, xs[c + 1] ?? 0));
	return {
		xs,
		ys,
		slots: numberCells(height, width, right, down),
		openTop,
		openBottom,
		x0: xs[0] ?? 0,
		x1: xs.at(-1) ?? 0,
		y0: ys[0] ?? 0,
		y1: ys.at(-1) ?? 0
	};
}

/** Index of the interval between sorted edges that holds a place, or -1. */
export function intervalOf(edges: readonly number[], place: number): number {
	if (place < (edges[0] ?? 0) || place > (edges.at(-1) ?? 0)) return -1;
	let low = 0;
	let high = edges.length - 2;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((edges[middle] ?? 0) <= place) low = middle;
		else high = middle - 1;
	}
	return low;
}
