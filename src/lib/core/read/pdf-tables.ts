import { gridOf, intervalOf } from './pdf-grid.ts';
import type { RuledGrid } from './pdf-grid.ts';
import { groupRules, sidesOf } from './pdf-lines.ts';
import { doubtCutOff, shareOut } from './pdf-share.ts';
import { centreX, centreY, contains } from './pdf-shapes.ts';
import type { Glyph, PaintedPage, PlacedCell, PlacedTable } from './pdf-shapes.ts';
import { cellText, linesOf } from './pdf-words.ts';
import type { Word } from './pdf-words.ts';

/** A row or column narrower than this that no text stands in is a gap between borders. */
const SLIVER = 6;
interface TextOfPage {
	/** The words of the page, each with the glyphs as they stand on it. */
	readonly words: readonly Word[];
}

function wordsOn(glyphs: readonly Glyph[]): TextOfPage {
	const level = glyphs.filter((glyph) => glyph.turn === 0);
	const turned = glyphs.filter((glyph) => glyph.turn !== 0);
	return {
		words: [
			...linesOf(level).flatMap((line) => line.words),
			...turned.map((glyph) => ({ glyphs: [glyph], x0: glyph.x0, x1: glyph.x1 }))
		]
	};
}

/**
 * The intervals between edges that are more than gaps. Narrow ones go, narrowest first, as long as every cell with text keeps
 * another; `reach` tells for each such cell the intervals it covers.
 */
function keptIntervals(edges: readonly number[], reach: readonly ReadonlySet<number>[]): number[] {
	const size = (index: number): number => (edges[index + 1] ?? 0) - (edges[index] ?? 0);
	const kept = new Set(Array.from({ length: edges.length - 1 }, (_, index) => index));
	for (const index of [...kept].sort((a, b) => size(a) - size(b))) {
		if (size(index) >= SLIVER) break;
		const needed = reach.some(
			(covered) => covered.has(index) && [...covered].every((at) => at === index || !kept.has(at))
		);
		if (!needed) kept.delete(index);
	}
	return [...kept];
}

/** Leaves out the rows and columns of a grid that are gaps between borders. */
function thin(grid: RuledGrid, filled: ReadonlySet<number>): { xs: number[]; ys: number[]; slots: number[][] } {
	const { xs, ys, slots } = grid;
	const reach = new Map<number, { rows: Set<number>; cols: Set<number> }>();
	slots.forEach((line, row) =>
		line.forEach((cell, col) => {
			if (!filled.has(cell)) return;
			const covered = reach.get(cell) ?? { rows: new Set(), cols: new Set() };
			covered.rows.add(row);
			covered.cols.add(col);
			reach.set(cell, covered);
		})
	);
	const covered = [...reach.values()];
	const rows = keptIntervals(
		ys,
		covered.map((cell) => cell.rows)
	);
	const cols = keptIntervals(
		xs,
		covered.map((cell) => cell.cols)
	);
	return {
		xs: edgesLeft(xs, cols),
		ys: edgesLeft(ys, rows),
		slots: rows.map((row) => cols.map((col) => slots[row]?.[col] ?? -1))
	};
}

/** The edges between the intervals that are left: halfway where a gap between two of them went. */
function edgesLeft(edges: readonly number[], kept: readonly number[]): number[] {
	const first = edges[0] ?? 0;
	const left = kept.map((index, at) => {
		const before = kept[at - 1];
		const start = edges[index] ?? first;
		return before === undefined ? first : ((edges[before + 1] ?? start) + start) / 2;
	});
	return [...left, edges.at(-1) ?? first];
}

function cellsIn(slots: readonly (readonly number[])[]): Omit<PlacedCell & { id: number }, 'text'>[] {
	const boxes = new Map<number, { id: number; row: number; col: number; lastRow: number; lastCol: number }>();
	slots.forEach((line, row) =>
		line.forEach((id, col) => {
			const box = boxes.get(id);
			if (!box) boxes.set(id, { id, row, col, lastRow: row, lastCol: col });
			else {
				box.lastRow = Math.max(box.lastRow, row);
				box.lastCol = Math.max(box.lastCol, col);
			}
		})
	);
	return [...boxes.values()].map(({ id, row, col, lastRow, lastCol }) => ({
		id,
		row,
		col,
		rowSpan: lastRow - row + 1,
		colSpan: lastCol - col + 1
	}));
}

/** Fills a grid with text; null where it turns out to be a frame or a drawing. The glyphs it took are added to `taken`. */
function fill(grid: RuledGrid, text: TextOfPage, taken: Set<Glyph>, shaded: boolean): PlacedTable | null {
	const cellAt = (x: number, y: number): number => {
		const row = intervalOf(grid.ys, y);
		const col = intervalOf(grid.xs, x);
		return row < 0 || col < 0 ? -1 : (grid.slots[row]?.[col] ?? -1);
	};
	const glyphs = new Map<number, Glyph[]>();
	for (const word of text.words) {
		const left = word.glyphs.filter((glyph) => !taken.has(glyph));
		if (!left.some((glyph) => contains(grid, centreX(glyph), centreY(glyph)))) continue;
		for (const [cell, share] of shareOut({ ...word, glyphs: left }, cellAt)) {
			if (cell < 0) continue;
			const known = glyphs.get(cell);
			if (known) known.push(...share);
			else glyphs.set(cell, share);
		}
	}
	for (const { id, col, colSpan } of cellsIn(grid.slots)) {
		const share = glyphs.get(id);
		if (share) glyphs.set(id, doubtCutOff(share, grid.xs[col] ?? 0, grid.xs[col + colSpan] ?? 0));
	}
	const { xs, ys, slots } = thin(grid, new Set(glyphs.keys()));
	if (slots.length < 1 || (slots[0]?.length ?? 0) < 1 || glyphs.size === 0) return null;
	const found = cellsIn(slots);
	const columns = slots[0]?.length ?? 0;
	if (columns < 2 && shaded) return null;
	const weak = columns < 2 || (shaded && slots.length < 2);
	const placed = [...glyphs.values()].flat();
	for (const glyph of placed) taken.add(glyph);
	return {
		glyphs: placed,
		weak,
		unruled: null,
		x0: xs[0] ?? 0,
		x1: xs.at(-1) ?? 0,
		y0: ys[0] ?? 0,
		y1: ys.at(-1) ?? 0,
		xs,
		rows: slots.length,
		openTop: grid.openTop,
		openBottom: grid.openBottom,
		cells: found.map(({ id, ...cell }) => ({
			...cell,
			text: cellText(glyphs.get(id) ?? [], (xs[cell.col + cell.colSpan] ?? 0) - (xs[cell.col] ?? 0))
		}))
	};
}

/** Whether rows of figures go on below shaded boxes: the boxes are the head of a table that is not shaded itself. */
function runsOn(table: PlacedTable, text: TextOfPage, taken: ReadonlySet<Glyph>): boolean {
	const below = text.words.filter(({ glyphs: [first], x0, x1 }) => {
		if (!first || taken.has(first) || x0 < table.x0 || x1 > table.x1) return false;
		return first.base > table.y1 && first.base - table.y1 < 3 * first.size && /^\d/u.test(first.text);
	});
	return below.length >= 3;
}

const area = (grid: RuledGrid): number => (grid.x1 - grid.x0) * (grid.y1 - grid.y0);

/** The tables on a page and the text outside of them. Small tables come first, so that a frame around one does not take its text. */
export function tablesOn(page: PaintedPage): { readonly tables: PlacedTable[]; readonly rest: readonly Glyph[] } {
	const text = wordsOn(page.glyphs);
	const taken = new Set<Glyph>();
	const tables: PlacedTable[] = [];
	const ruled = groupRules(page.across, page.down).flatMap((ruling) => gridOf(ruling) ?? []);
	for (const grid of ruled.sort((a, b) => area(a) - area(b))) {
		const table = fill(grid, text, taken, false);
		if (table) tables.push(table);
	}
	const free = page.fills.filter(
		(box) =>
			box.x1 - box.x0 < page.width * 0.95 &&
			box.y1 - box.y0 < page.height * 0.98 &&
			!tables.some((table) => contains(table, centreX(box), centreY(box)))
	);
	if (free.length >= 4) {
		const { across, down } = sidesOf(free);
		const shaded = groupRules(across, down).flatMap((ruling) => gridOf(ruling) ?? []);
		for (const grid of shaded.sort((a, b) => area(a) - area(b))) {
			const table = fill(grid, text, taken, true);
			if (table && !runsOn(table, text, taken)) tables.push(table);
			else for (const glyph of table?.glyphs ?? []) taken.delete(glyph);
		}
	}
	return { tables, rest: page.glyphs.filter((glyph) => !taken.has(glyph)) };
}
