/** A box on a page, in points from its top left corner, y down. */
export interface Box {
	readonly x0: number;
	readonly y0: number;
	readonly x1: number;
	readonly y1: number;
}

/** One printed character (or ligature): its box, its baseline, its font size, quarter turns clockwise of its reading direction. */
export interface Glyph extends Box {
	readonly text: string;
	readonly base: number;
	readonly size: number;
	readonly turn: 0 | 1 | 2 | 3;
	/** Number of its string: text that the page sets without moving to a new place. */
	readonly run: number;
	/** Where the page stops showing text at its right. */
	readonly edge: number;
}

/** A straight line along an axis: `at` across it, `from` and `to` along it. */
export interface Rule {
	readonly at: number;
	readonly from: number;
	readonly to: number;
}

/** What one page shows: text that is visible, lines, and filled boxes. */
export interface PaintedPage {
	readonly width: number;
	readonly height: number;
	readonly glyphs: readonly Glyph[];
	/** Lines from left to right. */
	readonly across: readonly Rule[];
	/** Lines from top to bottom. */
	readonly down: readonly Rule[];
	readonly fills: readonly Box[];
}

/** A cell of a table on a page. */
export interface PlacedCell {
	readonly row: number;
	readonly col: number;
	readonly rowSpan: number;
	readonly colSpan: number;
	readonly text: string;
}

/** A table, or the part of one that stands on a page. `xs` are the edges of its columns; a side is open where no line closes it. */
export interface PlacedTable extends Box {
	readonly xs: readonly number[];
	readonly rows: number;
	readonly cells: readonly PlacedCell[];
	readonly openTop: boolean;
	readonly openBottom: boolean;
	/** The text in its cells. */
	readonly glyphs: readonly Glyph[];
	/** One column, or one row of shaded boxes: a frame or a banner, unless a table on the page beside it goes on in it. */
	readonly weak: boolean;
	/** No lines rule it: its edges lie somewhere between its columns. */
	readonly unruled: { readonly columns: number; readonly headed: boolean } | null;
}

/** A line of running text on a page. */
export interface PlacedLine extends Box {
	readonly text: string;
}

export const centreX = (box: Box): number => (box.x0 + box.x1) / 2;
export const centreY = (box: Box): number => (box.y0 + box.y1) / 2;

export function contains(box: Box, x: number, y: number): boolean {
	return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

export function intersect(a: Box, b: Box): Box {
	return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) };
}
