import type { Glyph, PlacedCell, PlacedTable, Rule } from './pdf-shapes.ts';
import { headerRows } from './pdf-unruled-header.ts';
import { rowsOf } from './pdf-unruled-rows.ts';
import { figureText, linesOf } from './pdf-words.ts';
import type { Word } from './pdf-words.ts';

/** A word with its place: baseline, font size, and whether it can only be a cell's content. */
export interface PlacedWord {
	readonly text: string;
	readonly x0: number;
	readonly x1: number;
	readonly base: number;
	readonly size: number;
	readonly figure: boolean;
	readonly glyphs: readonly Glyph[];
}

/** A row of figures: one visual line that has many. */
interface FigureLine {
	readonly base: number;
	readonly size: number;
	readonly figures: readonly PlacedWord[];
}

const FIGURE = /^(?:[+-]?\d[\d,]*(?:\.\d+)?\ufffd?|[-—–]+|\/)$/u;
/** Fewer figures than this side by side are no row of a wide table; fewer rows than this show columns only if they are many. */
const FEWEST_FIGURES = 5;
const FEWEST_ROWS = 3;
const MANY_FIGURES = 10;
/** Rows of one table are at most this far apart, in the font size. */
const ROW_GAP = 12;
/** A line with few figures belongs to the rows above it if it is at most this far below, in the font size. */
const SPARSE_GAP = 6;

export function placedWords(glyphs: readonly Glyph[]): PlacedWord[] {
	return linesOf(glyphs).flatMap(({ words, base }) =>
		words.map((word: Word): PlacedWord => {
			const text = figureText(word);
			const size = Math.max(...word.glyphs.map((glyph) => glyph.size));
			return { ...word, text, base, size, figure: FIGURE.test(text.normalize('NFKC')) };
		})
	);
}

function figureLines(words: readonly PlacedWord[]): FigureLine[] {
	const byBase = new Map<number, PlacedWord[]>();
	for (const word of words) {
		const line = byBase.get(word.base);
		if (line) line.push(word);
		else byBase.set(word.base, [word]);
	}
	return [...byBase.values()].flatMap((line) => {
		const figures = line.filter((word) => word.figure).sort((a, b) => a.x0 - b.x0);
		const [first] = figures;
		return first && figures.length >= FEWEST_FIGURES ? [{ base: first.base, size: first.size, figures }] : [];
	});
}

/** Where the figures of a column stand. */
export interface Column {
	x0: number;
	x1: number;
}

/** The columns in which figures stand one below the other, or null where they do not. Rows with fewer figures have blanks. */
function columnsOf(lines: readonly FigureLine[]): Column[] | null {
	const most = Math.max(...lines.map((line) => line.figures.length));
	const full = lines.filter((line) => line.figures.length === most);
	if (most < MANY_FIGURES && (full.length < 2 || lines.length < FEWEST_ROWS)) return null;
	const columns = Array.from({ length: most }, (_, index): Column => ({
		x0: Math.min(...full.map((line) => line.figures[index]?.x0 ?? Infinity)),
		x1: Math.max(...full.map((line) => line.figures[index]?.x1 ?? -Infinity))
	}));
	for (const line of lines) {
		if (line.figures.length === most) continue;
		for (const figure of line.figures) {
			const under = columns.filter((column) => figure.x0 < column.x1 && figure.x1 > column.x0);
			const [only] = under;
			if (!only || under.length > 1) return null;
			only.x0 = Math.min(only.x0, figure.x0);
			only.x1 = Math.max(only.x1, figure.x1);
		}
	}
	return columns.every((column, index) => column.x0 > (columns[index - 1]?.x1 ?? -Infinity)) ? columns : null;
}

const columnAt = (columns: readonly Column[], word: PlacedWord): number =>
	columns.findIndex((column) => word.x0 < column.x1 && word.x1 > column.x0);

/** Lines of figures one below the other that may be rows of one table. */
function runsOf(lines: readonly FigureLine[]): FigureLine[][] {
	const runs: FigureLine[][] = [];
	for (const line of [...lines].sort((a, b) => a.base - b.base)) {
		const open = runs.at(-1);
		const last = open?.at(-1);
		const near = last !== undefined && line.base - last.base < ROW_GAP * line.size;
		const alike = last !== undefined && last.figures.length >= MANY_FIGURES === line.figures.length >= MANY_FIGURES;
		if (open && near && alike && columnsOf([...open, line, line, line]) !== null) open.push(line);
		else runs.push([line]);
	}
	return runs;
}

/** All lines with figures between the first and the last of a run, sparse ones too; null where a figure stands between the columns. */
function allLines(
	run: readonly FigureLine[],
	columns: readonly Column[],
	words: readonly PlacedWord[]
): FigureLine[] | null {
	const [first, last] = [run[0], run.at(-1)];
	const [left, right] = [columns[0]?.x0 ?? 0, columns.at(-1)?.x1 ?? 0];
	if (!first || !last) return null;
	const inRun = new Set(run.flatMap((line) => line.figures));
	const lines = [...run];
	const others = words.filter((word) => word.figure && !inRun.has(word) && word.x1 > left && word.x0 < right);
	let end = last.base;
	for (const word of [...others].sort((a, b) => a.base - b.base)) {
		if (word.base < first.base || word.base - end > SPARSE_GAP * word.size) continue;
		if (columnAt(columns, word) < 0) return null;
		end = Math.max(end, word.base);
		const known = lines.findIndex((line) => Math.abs(line.base - word.base) < 0.1);
		const line = lines[known];
		if (line) lines[known] = { ...line, figures: [...line.figures, word] };
		else lines.push({ base: word.base, size: word.size, figures: [word] });
	}
	return lines.sort((a, b) => a.base - b.base);
}

/** The table that lines of figures belong to, with the labels before them and the headings above; null where rows or labels are in doubt. */
function tableOf(
	run: readonly FigureLine[],
	columns: readonly Column[],
	words: readonly PlacedWord[],
	rules: readonly Rule[]
): PlacedTable | null {
	const lines = allLines(run, columns, words);
	const [first] = columns;
	if (!first || !lines) return null;
	const figures = lines.flatMap((line) => line.figures);
	const labels = words.filter((word) => !word.figure && (word.x0 + word.x1) / 2 < first.x0 && word.x0 < first.x0);
	const rows = rowsOf(lines, labels, rules, columns.length >= MANY_FIGURES);
	if (!rows) return null;
	const own = rows.flatMap((row) => row.labels);
	const reach = Math.min(first.x0, Math.max(...own.map((word) => word.x1), -Infinity));
	const last = columns.at(-1) ?? first;
	const edges = columns.map((column, index) => {
		const before = columns[index - 1];
		return before
			? (before.x1 + column.x0) / 2
			: Number.isFinite(reach)
				? (reach + column.x0) / 2
				: column.x0 - column.x1 + column.x0;
	});
	const body = { top: rows[0]?.y0 ?? 0, bottom: rows.at(-1)?.y1 ?? 0 };
	const stray = (word: PlacedWord): boolean =>
		!word.figure && !own.includes(word) && word.base > body.top && word.base < body.bottom && word.x1 > first.x0;
	if (words.some(stray)) return null;
	const header = headerRows(words, columns, edges, body.top, own);
	const leaf = header.cells.filter((cell) => cell.row === header.rows - 1 && cell.colSpan === 1);
	if (header.rows > 0 && leaf.some((cell) => cell.text === '')) return null;
	const xs = [...(own.length > 0 ? [Math.min(...own.map((word) => word.x0)) - 2] : []), ...edges, last.x1 + 2];
	const shift = own.length > 0 ? 1 : 0;
	const cells: PlacedCell[] = header.cells.map((cell) => ({ ...cell, col: cell.col + shift }));
	rows.forEach((row, index) => {
		const at = { row: header.rows + index, rowSpan: 1, colSpan: 1 };
		if (shift === 1) cells.push({ ...at, col: 0, text: row.text });
		const line = lines.find(({ base }) => base === row.base);
		columns.forEach((column, col) => {
			const figure = line?.figures.find((word) => columnAt([column], word) === 0);
			cells.push({ ...at, col: col + shift, text: figure?.text ?? '' });
		});
	});
	const used = [...header.words, ...own, ...figures];
	return {
		x0: xs[0] ?? 0,
		x1: xs.at(-1) ?? 0,
		y0: Math.min(body.top, ...header.words.map((word) => word.base - word.size)),
		y1: body.bottom,
		xs,
		rows: header.rows + rows.length,
		cells,
		openTop: false,
		openBottom: false,
		weak: false,
		unruled: { columns: columns.length, headed: header.rows > 0 },
		glyphs: used.flatMap((word) => word.glyphs)
	};
}

/** What of a page no ruled table took, and its lines. */
export interface FreePage {
	readonly glyphs: readonly Glyph[];
	readonly rules: readonly Rule[];
}

/** Whether every table without headings of its own has the columns of the one before it. */
function areHeaded(tables: readonly PlacedTable[]): boolean {
	return tables.every(({ unruled }, index) => {
		if (!unruled || unruled.headed) return true;
		return tables[index - 1]?.unruled?.columns === unruled.columns;
	});
}

/** The columns of a few rows, where longer tables of the document have columns in which they fit. */
function knownColumns(run: readonly FigureLine[], known: readonly (readonly Column[])[]): Column[] | null {
	const fits = known.find((columns) =>
		run.every((line) => {
			const at = line.figures.map((figure) => columnAt(columns, figure));
			return !at.includes(-1) && new Set(at).size === at.length;
		})
	);
	return fits ? fits.map((column) => ({ ...column })) : null;
}

/**
 * Tables of many columns that no lines rule, page by page, as far as figures and labels stand in rows and columns without doubt;
 * none at all where some rows of figures belong to none, since half a table is worse than its text.
 */
export function unruledTables(pages: readonly FreePage[]): PlacedTable[][] {
	const found = pages.map(({ glyphs, rules }) => {
		const words = placedWords(glyphs.filter((glyph) => glyph.turn === 0));
		return { words, rules, runs: runsOf(figureLines(words)) };
	});
	const known = found.flatMap(({ runs }) =>
		runs.flatMap((run) => (run.length < FEWEST_ROWS ? [] : [columnsOf(run) ?? []]))
	);
	const none = pages.map((): PlacedTable[] => []);
	const tables: PlacedTable[][] = [];
	for (const { words, rules, runs } of found) {
		const own = runs.map((run) => {
			const columns = columnsOf(run) ?? knownColumns(run, known);
			return columns && tableOf(run, columns, words, rules);
		});
		if (!own.every((table) => table !== null)) return none;
		tables.push(own);
	}
	return areHeaded(tables.flat()) ? tables : none;
}
