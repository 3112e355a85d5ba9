import type { Word } from './words.ts';

/** A row of running text: its label words, the figures after them, and the gap behind the last word. */
export interface TextRow {
	readonly labels: readonly Word[];
	readonly figures: readonly Word[];
	readonly after: string;
	/** Words between the label and the figures that are no label: part of it, or a cell's text. */
	readonly strays: number;
	/** Nothing of the document follows: the row may be cut short. */
	readonly atEnd: boolean;
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}

const bars = (gap: string): number => count(gap, /\|/gu);
const lineEnds = (gap: string): number => count(gap, /\n/gu);
/** Bars with nothing between them pad a row whose cells are merged; a blank cell leaves a space or a line end. */
const padding = (gap: string): number => count(gap, /\|(?=\|)/gu);

/** What a table's gaps look like where every cell is filled: needed to tell a blank cell from a spare bar or an empty line. */
export interface GapHabit {
	/** Bars in a whole row, where the table has bars and its rows agree. */
	readonly rowBars: number | null;
	/** Line ends between neighbouring cells, where the table has no bars. */
	readonly cellLineEnds: number;
}

function most(values: readonly number[]): number | null {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const ranked = [...counts].sort((a, b) => b[1] - a[1]);
	const [first, second] = ranked;
	return first && (!second || first[1] > second[1]) ? first[0] : null;
}

/** A bar that opens each row's line stands in the gap behind the row before. */
const OPENING_BAR = /\n\s*\|\s*$/u;

function rowBarsOf(row: TextRow): number {
	const inside = [...row.labels, ...row.figures].slice(1).reduce((sum, word) => sum + bars(word.gap), 0);
	return inside + bars(OPENING_BAR.test(row.labels[0]?.gap ?? '') ? row.after.replace(OPENING_BAR, '') : row.after);
}

/** Learns the habit of one table from its rows and from all gaps in it, headers included. */
export function gapHabit(rows: readonly TextRow[], gaps: readonly string[]): GapHabit {
	const whole = rows.filter((row) => !row.atEnd);
	return { rowBars: most(whole.map(rowBarsOf)), cellLineEnds: most(gaps.map(lineEnds)) ?? 1 };
}

/**
 * The cells of a row of `width` columns: the word that fills each, or null for a blank one; null where positions are not certain.
 * As many figures as columns stand in order. Fewer are placed only if the blanks between bars, or the surplus empty lines,
 * make up exactly the rest.
 */
export function cellsOf(row: TextRow, width: number, habit: GapHabit, ordered: boolean): (Word | null)[] | null {
	if (row.figures.length === width) return [...row.figures];
	if (row.figures.length > width) return onOneLine(row, width);
	if (!ordered || row.labels.length === 0 || row.strays > 0) return null;
	const gaps = [...row.figures.map((word) => word.gap), row.after];
	if (gaps.some((gap) => gap.includes('|'))) return betweenBars(row, gaps, width, habit);
	return row.atEnd ? null : betweenLines(row, gaps, width, habit);
}

function onOneLine(row: TextRow, width: number): (Word | null)[] | null {
	const line = row.labels.at(-1)?.line;
	const figures = row.figures.filter((word) => word.line === line);
	return figures.length === width ? figures : null;
}

function betweenBars(row: TextRow, gaps: readonly string[], width: number, habit: GapHabit): (Word | null)[] | null {
	const trailing = gaps.at(-1) ?? '';
	if (row.figures.length === 0) {
		const blanks = bars(trailing);
		return blanks >= width && !row.atEnd ? new Array<null>(width).fill(null) : null;
	}
	const spare = habit.rowBars === null ? null : habit.rowBars - row.labels.length - width;
	if (spare === null || spare < 0 || rowBarsOf(row) !== habit.rowBars || padding(trailing) > spare) return null;
	const cells: (Word | null)[] = [];
	row.figures.forEach((word, index) => {
		const blanks = bars(gaps[index] ?? '') - 1;
		for (let blank = 0; blank < blanks; blank += 1) cells.push(null);
		cells.push(word);
	});
	if (cells.length > width) return null;
	while (cells.length < width) cells.push(null);
	return cells;
}

function betweenLines(row: TextRow, gaps: readonly string[], width: number, habit: GapHabit): (Word | null)[] | null {
	const surplus = gaps.map((gap) => Math.max(0, lineEnds(gap) - habit.cellLineEnds));
	const all = surplus.reduce((sum, value) => sum + value, 0);
	if (row.figures.length === 0) return all >= width ? new Array<null>(width).fill(null) : null;
	const missing = width - row.figures.length;
	const each = [1, habit.cellLineEnds].find(
		(size) => size > 0 && surplus.every((value) => value % size === 0) && all === missing * size
	);
	if (each === undefined) return null;
	const cells: (Word | null)[] = [];
	surplus.forEach((value, index) => {
		for (let blank = 0; blank < value / each; blank += 1) cells.push(null);
		const word = row.figures[index];
		if (word) cells.push(word);
	});
	return cells.length === width ? cells : null;
}
