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

/** Gaps are short and counted often: by a loop. */
function countUnit(text: string, unit: number): number {
	let found = 0;
	for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === unit) found += 1;
	return found;
}

const bars = (gap: string): number => countUnit(gap, 0x7c);
const lineEnds = (gap: string): number => countUnit(gap, 0x0a);
/** Bars with nothing between them pad a row whose cells are merged; a blank cell leaves a space or a line end. */
const padding = (gap: string): number => count(gap, /\|(?=\|)/gu);

/** What a table's gaps look like where every cell is filled: needed to tell a blank cell from a spare bar or an empty line. */
export interface GapHabit {
	/** Bars in a whole row, where the table has bars and its rows agree. */
	readonly rowBars: number | null;
	/** Rows end without a bar, so that a bar at the end of one parts a blank cell. Null where filled rows, or all of them, differ. */
	readonly openEnd: boolean | null;
	/** Spare slots between label and first figure in filled rows, by the number of their label words. */
	readonly leading: ReadonlyMap<number, number>;
	/** Merged cells leave their spare bars at the end of the row, so that figures follow the label at once. */
	readonly spareAtEnd: boolean;
	/** Line ends between neighbouring cells, where the table has no bars; 0 where its cells do not stand a cell a line. */
	readonly cellLineEnds: number;
	/** No neighbouring cells of a row stand closer: where some do, more line ends need not be blank cells. */
	readonly evenLines: boolean;
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

/** Bars with nothing between them at the end of a line, and anywhere else in it. */
const SPARE_BEHIND = /\|\|[ \t]*(?:\n|$)/u;
const SPARE_WITHIN = /\|\|(?!\|*[ \t]*(?:\n|$))/u;

function leadingSlots(row: TextRow): number {
	return Math.max(0, bars(row.figures[0]?.gap ?? '') - 1);
}

/** Each figure begins a line and is not moved far to the right, as where the columns of a page are kept. */
function aCellALine(row: TextRow): boolean {
	return row.figures.every((word) => lineEnds(word.gap) > 0 && !/[ \u3000]{6}/u.test(word.gap));
}

function endWithoutBar(rows: readonly TextRow[]): boolean | null {
	const open = new Set(rows.filter((row) => !row.atEnd).map((row) => !(row.after.split('\n')[0] ?? '').includes('|')));
	return open.size === 1 ? open.has(true) : null;
}

/** Learns the habit of one table from its rows, of `width(row)` columns each, and from all gaps in it, headers included. */
export function gapHabit<Row extends TextRow>(
	rows: readonly Row[],
	gaps: readonly string[],
	width: (row: Row) => number | null
): GapHabit {
	const whole = rows.filter((row) => !row.atEnd);
	const filled = rows.filter((row) => row.figures.length > 0 && row.figures.length === width(row));
	const leading = new Map<number, number>();
	for (const labels of new Set(filled.map((row) => row.labels.length))) {
		const usual = most(filled.filter((row) => row.labels.length === labels).map(leadingSlots));
		if (usual !== null) leading.set(labels, usual);
	}
	const atOnce = [...leading.values()].every((slots) => slots === 0);
	const behind =
		gaps.some((gap) => SPARE_BEHIND.test(gap)) || filled.some((row) => bars(row.after.split('\n')[0] ?? '') > 1);
	const cellLineEnds = most(gaps.map(lineEnds)) ?? 1;
	return {
		rowBars: most(whole.map(rowBarsOf)),
		openEnd: endWithoutBar(filled) ?? endWithoutBar(rows.filter((row) => row.figures.length > 0)),
		leading,
		spareAtEnd: atOnce && behind && !gaps.some((gap) => SPARE_WITHIN.test(gap)),
		cellLineEnds: rows.every(aCellALine) ? cellLineEnds : 0,
		evenLines: rows.every((row) => row.figures.every((word) => lineEnds(word.gap) >= cellLineEnds))
	};
}

/** The text ends with the row's last figure, which may have lost its own end. */
export function endsOpen(row: TextRow): boolean {
	return row.atEnd && !/[\n|]/u.test(row.after);
}

/**
 * The cells of a row of `width` columns: the word that fills each, or null for a blank one; null where positions are not certain.
 * As many figures as columns stand in order, if no blank stands among them. Fewer are placed only if the blanks between bars, or
 * the surplus empty lines, make up exactly the rest.
 */
export function cellsOf(row: TextRow, width: number, habit: GapHabit, ordered: boolean): (Word | null)[] | null {
	if (row.figures.length > width) return onOneLine(row, width);
	const gaps = [...row.figures.map((word) => word.gap), row.after];
	const barred = gaps.some((gap) => gap.includes('|'));
	if (row.figures.length === width) {
		const among = row.figures.slice(1).some((word) => bars(word.gap) > 1);
		const shifted = leadingSlots(row) > 0 && habit.leading.get(row.labels.length) !== leadingSlots(row);
		if (barred ? among || shifted : isRepeated(row)) return null;
		return row.figures.slice(0, endsOpen(row) ? -1 : undefined);
	}
	if (!ordered || row.labels.length === 0 || row.strays > 0) return null;
	if (barred) return betweenBars(row, gaps, width, habit);
	return row.atEnd || habit.cellLineEnds === 0 || !habit.evenLines ? null : betweenLines(row, gaps, width, habit);
}

/**
 * A figure that stands twice behind more than the gap between them: it may be one cell that spans two columns, repeated, behind a
 * blank one.
 */
function isRepeated({ figures }: TextRow): boolean {
	const [first, ...rest] = figures;
	const size = (gap: string): number => count(gap, /[\n\t]/gu);
	return (
		rest.length > 0 &&
		rest.length < 3 &&
		rest.some(
			(word, index) =>
				word.text !== '0' && word.text === figures[index]?.text && size(first?.gap ?? '') > size(word.gap)
		)
	);
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
	const own = rowBarsOf(row);
	const spare = own + (habit.openEnd === true ? 1 : 0) - row.labels.length - width;
	const known = (spare === 0 && habit.openEnd !== null) || (habit.spareAtEnd && own === habit.rowBars);
	if (!known || spare < 0 || padding(trailing) > spare) return null;
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
