import type { PlacedCell, PlacedTable } from './pdf-shapes.ts';

/** What a page break makes of the last row above it and the first row below it. */
export interface Seam {
	/** The row below is the rest of the row above. */
	readonly sameRow: boolean;
	/** Cells above that go on below, each with its other part. */
	readonly continued: ReadonlyMap<PlacedCell, PlacedCell>;
}

interface Pair {
	readonly above: PlacedCell;
	readonly below: PlacedCell;
}

const ORDINAL =
	/^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.]|\(\s*[一二三四五六七八九十]{1,3}\s*\)|\d{1,2}\s*(?:[、)]|\.(?!\d))|第[一二三四五六七八九十]+[条章节]|注\s*:)/u;
/** The first letters of an item, cut off by the page: no figure with its unit. */
const NUMBERED = /^\d{1,2}\s*[.、]\s*\p{L}/u;
const FIGURE = /^(?:[+-]?[\d,. ]+[^\d\s]{0,3}|[-—/]+)$/u;

const plain = (text: string): string => text.normalize('NFKC').trim();
const isBlank = (cell: PlacedCell): boolean => plain(cell.text) === '';
const isFigure = (cell: PlacedCell): boolean =>
	!isBlank(cell) && FIGURE.test(plain(cell.text)) && !NUMBERED.test(plain(cell.text));
const isLabel = (cell: PlacedCell): boolean => !isBlank(cell) && !isFigure(cell);

/** Whether a text begins with the number of an item: it is no rest of another. */
export const beginsItem = (text: string): boolean => ORDINAL.test(plain(text));
const begins = (cell: PlacedCell): boolean => beginsItem(cell.text);

const inRow = (cell: PlacedCell, row: number): boolean => cell.row <= row && row < cell.row + cell.rowSpan;
const inOrder = (cells: readonly PlacedCell[]): PlacedCell[] => [...cells].sort((a, b) => a.col - b.col);

/** Whether a cell that spans rows goes on below the break. */
function goesOn({ above, below }: Pair): boolean {
	if (above.rowSpan === 1 && below.rowSpan === 1) return false;
	if (isBlank(below)) return true;
	if (isBlank(above)) return above.rowSpan > 1;
	return above.rowSpan > 1 && below.rowSpan > 1 && isLabel(above) && isLabel(below) && !begins(below);
}

/** Whether the cells of one row that are no spans are two parts of one row. */
function isOneRow(pairs: readonly Pair[], open: boolean): boolean {
	const filledAbove = pairs.filter(({ above }) => !isBlank(above));
	const filledBelow = pairs.filter(({ below }) => !isBlank(below));
	if (filledAbove.length === 0) return false;
	if (filledBelow.length === 0) return true;
	if (pairs.some(({ above, below }) => isFigure(below) && !isBlank(above))) return false;
	if (filledBelow.some(({ below }) => begins(below))) return false;
	const figuresAbove = pairs.some(({ above }) => isFigure(above));
	const figuresBelow = pairs.some(({ below }) => isFigure(below));
	const labelsBelow = pairs.filter(({ below }) => isLabel(below));
	const labelsGoOn = labelsBelow.every(({ above }) => isLabel(above));
	if (!figuresBelow) return figuresAbove ? labelsGoOn : open && labelsGoOn && pairs.length > 1;
	if (labelsBelow.length === 0) return true;
	const ordinal = pairs.some(({ above }) => begins(above));
	return labelsGoOn && (open || (ordinal && !figuresAbove));
}

/** Whether two labels are one that the break cut: the second begins no item of its own. */
const isOneLabel = ({ above, below }: Pair): boolean => isLabel(above) && isLabel(below) && !begins(below);

const holds = (outer: PlacedCell, inner: PlacedCell): boolean =>
	outer.col <= inner.col && inner.col + inner.colSpan <= outer.col + outer.colSpan && inner.colSpan < outer.colSpan;

/**
 * Whether a row of headings is cut: beside a heading whose parts stand below it, each other cell spans both rows, so that what stands
 * below it is its rest.
 */
function isHeadCut(pairs: readonly Pair[], bottom: readonly PlacedCell[], top: readonly PlacedCell[]): boolean {
	const lone = bottom.filter((cell) => !pairs.some(({ above }) => above === cell));
	const parts = top.filter((cell) => !pairs.some(({ below }) => below === cell));
	return (
		lone.length > 0 &&
		pairs.length > 0 &&
		lone.every((cell) => isLabel(cell) && parts.filter((part) => holds(cell, part)).length > 1) &&
		parts.every((part) => isLabel(part) && !begins(part) && lone.some((cell) => holds(cell, part))) &&
		pairs.every((pair) => isLabel(pair.above) && (isBlank(pair.below) || isOneLabel(pair)))
	);
}

/** Reads the seam between two parts of one table whose columns are the same. */
export function seamOf(above: PlacedTable, below: PlacedTable): Seam {
	const bottom = inOrder(above.cells.filter((cell) => inRow(cell, above.rows - 1)));
	const top = inOrder(below.cells.filter((cell) => inRow(cell, 0)));
	const pairs = bottom.flatMap((cell): Pair[] => {
		const other = top.find((candidate) => candidate.col === cell.col && candidate.colSpan === cell.colSpan);
		return other ? [{ above: cell, below: other }] : [];
	});
	if (isHeadCut(pairs, bottom, top))
		return { sameRow: false, continued: new Map(pairs.map((pair) => [pair.above, pair.below])) };
	const continued = new Map(pairs.filter(goesOn).map((pair) => [pair.above, pair.below]));
	const rest = pairs.filter((pair) => !continued.has(pair.above));
	const whole = pairs.length === bottom.length && pairs.length === top.length;
	const single = rest.filter((pair) => pair.above.rowSpan === 1 && pair.below.rowSpan === 1);
	const spans = rest.filter((pair) => !single.includes(pair));
	const sameRow =
		whole &&
		single.length > 0 &&
		spans.every(isOneLabel) &&
		isOneRow(single, above.openBottom || below.openTop) &&
		below.rows > 0;
	if (!sameRow) return { sameRow, continued };
	return { sameRow, continued: new Map(pairs.map((pair) => [pair.above, pair.below])) };
}
