import type { Grid, GridCell } from './document.ts';
import { cellText } from './sheet-cell.ts';
import type { SheetCell } from './sheet-cell.ts';
import { tidyText } from './tidy.ts';

interface Corner {
	readonly r: number;
	readonly c: number;
}

/** A sheet as the spreadsheet library gives it, its cells row by row. */
export interface Sheet {
	readonly '!data'?: readonly (readonly (SheetCell | undefined)[] | undefined)[];
	readonly '!merges'?: readonly { readonly s: Corner; readonly e: Corner }[];
	readonly '!rows'?: readonly ({ readonly hidden?: boolean; readonly hpt?: number } | undefined)[];
	readonly '!cols'?: readonly ({ readonly hidden?: boolean; readonly width?: number } | undefined)[];
}

/** Longest and widest sheet that is laid out; what lies beyond is cut. */
export const MAX_SHEET_ROWS = 5000;
const MAX_WIDTH = 400;
/** Characters in all cells of a sheet. */
const MAX_CHARACTERS = 20_000_000;

export interface SheetGrid {
	/** Null where no row has more than one cell: running text that was put into a sheet. */
	readonly grid: Grid | null;
	/** Lines above the first and below the last row that has more than one cell: title and prose. */
	readonly above: readonly string[];
	readonly below: readonly string[];
}

/** The text of every cell; null where it is more than any report, as when one long text stands in many cells. */
function readTexts(sheet: Sheet): string[][] | null {
	let left = MAX_CHARACTERS;
	const tidied = new Map<string, string>();
	const read = (cell: SheetCell | undefined): string => {
		const text = left > 0 ? cellText(cell) : '';
		left -= text.length;
		const known = tidied.get(text) ?? tidyText(text);
		tidied.set(text, known);
		return known;
	};
	const data = (sheet['!data'] ?? []).slice(0, MAX_SHEET_ROWS);
	const texts = Array.from(data, (row) => Array.from((row ?? []).slice(0, MAX_WIDTH), read));
	return left > 0 ? texts : null;
}

interface Box {
	readonly rows: number;
	readonly width: number;
}

/** The part of the sheet that holds text, merged cells with text included. */
function findBox(texts: readonly (readonly string[])[], sheet: Sheet): Box {
	let rows = 0;
	let width = 0;
	texts.forEach((line, row) => {
		line.forEach((text, col) => {
			if (text === '') return;
			rows = Math.max(rows, row + 1);
			width = Math.max(width, col + 1);
		});
	});
	for (const { s, e } of sheet['!merges'] ?? []) {
		if ((texts[s.r]?.[s.c] ?? '') === '') continue;
		rows = Math.max(rows, Math.min(e.r + 1, MAX_SHEET_ROWS));
		width = Math.max(width, Math.min(e.c + 1, MAX_WIDTH));
	}
	return { rows, width };
}

interface Merge {
	readonly from: Corner;
	readonly to: Corner;
}

/** Merged ranges inside the box, by the slot where they begin; null where they cover more than they can without lying on each other. */
function mergesIn(sheet: Sheet, { rows, width }: Box): Map<number, Merge> | null {
	const merges = new Map<number, Merge>();
	let covered = 0;
	for (const { s, e } of sheet['!merges'] ?? []) {
		if (s.r >= rows || s.c >= width || e.r < s.r || e.c < s.c) continue;
		const to = { r: Math.min(e.r, rows - 1), c: Math.min(e.c, width - 1) };
		covered += (to.r - s.r + 1) * (to.c - s.c + 1);
		if (covered > 2 * rows * width) return null;
		merges.set(s.r * MAX_WIDTH + s.c, { from: s, to });
	}
	return merges;
}

/**
 * A sheet as one grid whose rows and columns are those of the sheet; slots of hidden rows and columns are empty.
 * Null for a sheet without text, 'too-many' where its merged ranges lie on each other or its text is more than any report.
 */
export function sheetGrid(sheet: Sheet): SheetGrid | 'too-many' | null {
	const texts = readTexts(sheet);
	if (!texts) return 'too-many';
	const box = findBox(texts, sheet);
	if (box.rows === 0) return null;
	const merges = mergesIn(sheet, box);
	if (!merges) return 'too-many';
	const hiddenRows = (sheet['!rows'] ?? []).map((row) => row?.hidden === true || row?.hpt === 0);
	const hiddenCols = (sheet['!cols'] ?? []).map((col) => col?.hidden === true || col?.width === 0);
	const rows = Array.from({ length: box.rows }, (_, row) => row);
	const cols = Array.from({ length: box.width }, (_, col) => col);
	const slots = rows.map(() => new Array<GridCell | null>(box.width).fill(null));
	const shownRows = rows.filter((row) => hiddenRows[row] !== true);
	const shownCols = cols.filter((col) => hiddenCols[col] !== true);
	const place = (text: string, from: Corner, to: Corner): void => {
		const ownRows = shownRows.slice(firstFrom(shownRows, from.r), firstFrom(shownRows, to.r + 1));
		const ownCols = shownCols.slice(firstFrom(shownCols, from.c), firstFrom(shownCols, to.c + 1));
		const [row, col] = [ownRows[0], ownCols[0]];
		if (row === undefined || col === undefined) return;
		const cell = { text, row, col, rowSpan: to.r - row + 1, colSpan: to.c - col + 1 };
		for (const r of ownRows) {
			const line = slots[r] ?? [];
			for (const c of ownCols) line[c] ??= cell;
		}
	};
	for (const { from, to } of merges.values()) place(texts[from.r]?.[from.c] ?? '', from, to);
	for (const row of shownRows) {
		for (const col of shownCols) {
			if (!slots[row]?.[col]) place(texts[row]?.[col] ?? '', { r: row, c: col }, { r: row, c: col });
		}
	}
	return linesAround({ width: box.width, slots });
}

/** Index of the first of the ascending numbers that is not below `least`. */
function firstFrom(ascending: readonly number[], least: number): number {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

function linesAround(grid: Grid): SheetGrid {
	const filled = grid.slots.map((line, row) => [
		...new Set(line.filter((cell): cell is GridCell => cell !== null && cell.row === row && cell.text !== ''))
	]);
	const many = filled.map((cells) => cells.length > 1);
	const first = many.indexOf(true);
	const textsOf = (rows: readonly (readonly GridCell[])[]): string[] => rows.flat().map((cell) => cell.text);
	if (first < 0) return { grid: null, above: textsOf(filled), below: [] };
	return {
		grid,
		above: textsOf(filled.slice(0, first)),
		below: textsOf(filled.slice(many.lastIndexOf(true) + 1))
	};
}
