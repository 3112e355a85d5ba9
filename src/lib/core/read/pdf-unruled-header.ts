import { beginsItem } from './pdf-seam.ts';
import type { PlacedCell } from './pdf-shapes.ts';
import type { Column, PlacedWord } from './pdf-unruled.ts';

/** The headings above the columns of an unruled table; columns count from the first one with figures. */
export interface UnruledHeader {
	readonly rows: number;
	readonly cells: readonly PlacedCell[];
	readonly words: readonly PlacedWord[];
}

/** Headings reach at most this far above the figures, and lines of them lie at most this far apart, in the font size. */
const HIGHEST = 22;
const APART = 3.3;
/** Lines of one heading lie at most this far apart, in the font size. */
const LEADING = 1.95;
/** Words of one line, some of them set between the lines of others, lie at most this far apart, in the font size. */
const SAME_LINE = 0.95;
/** Tables of fewer columns print the lines of their headings one by one, and are read so. */
const MANY_COLUMNS = 10;

/** Words above the figures that can be headings, nearest first: up to the first line that is prose or a numbered heading at the left. */
function wordsAbove(words: readonly PlacedWord[], columns: readonly Column[], top: number): PlacedWord[] {
	const [first, right] = [columns[0]?.x0 ?? 0, columns.at(-1)?.x1 ?? 0];
	const above = words.filter((word) => word.base < top && !word.figure).sort((a, b) => b.base - a.base);
	const found: PlacedWord[] = [];
	let last = top;
	for (const word of above) {
		if (top - word.base > HIGHEST * word.size || last - word.base > APART * word.size) break;
		const over = columns.filter(({ x0, x1 }) => word.x0 < (x0 + x1) / 2 && word.x1 > (x0 + x1) / 2).length;
		const isProse = word.x0 < first && over > columns.length / 2;
		const isHeading = beginsItem(word.text) && word.x1 < right;
		if (isProse || isHeading) {
			last = word.base;
			const line = found.filter((other) => other.base === word.base);
			return found.filter((other) => !line.includes(other));
		}
		found.push(word);
		last = word.base;
	}
	return found;
}

/** Which column a word stands over, or -1 where it reaches over the middle of more than one, or stands over none. */
function columnOf(word: PlacedWord, columns: readonly Column[], edges: readonly number[], right: number): number {
	const centre = (word.x0 + word.x1) / 2;
	const column = edges.findLastIndex((edge) => centre >= edge);
	const isWide = columns.filter(({ x0, x1 }) => word.x0 < (x0 + x1) / 2 && word.x1 > (x0 + x1) / 2).length > 1;
	return column >= 0 && !isWide && centre < right + 2 * word.size ? column : -1;
}

/**
 * How far apart lines of one heading lie, in points. Narrow columns break all their headings; where few columns have more than
 * one line above them, those are headings over several columns, and only what stands on about one line is one heading.
 */
function leadingOf(stacks: readonly (readonly PlacedWord[])[]): number {
	const size = Math.max(1, ...stacks.flat().map((word) => word.size));
	const gaps = stacks.flatMap((stack) => stack.slice(1).map((word, index) => (stack[index]?.base ?? 0) - word.base));
	const apart = gaps.filter((gap) => gap > SAME_LINE * size);
	const broken = stacks.filter((stack) => stack.length > 1).length > stacks.length / 2;
	if (!broken || apart.length === 0 || stacks.length < MANY_COLUMNS) return SAME_LINE * size;
	return Math.min(LEADING * size, Math.min(...apart) * 1.15);
}

/** The headings of one column from its words, both from the lowest up. */
function headingsOf(stack: readonly PlacedWord[], leading: number): PlacedWord[][] {
	const headings: PlacedWord[][] = [];
	for (const word of stack) {
		const last = headings.at(-1)?.at(-1);
		if (last && last.base - word.base <= leading) headings.at(-1)?.push(word);
		else headings.push([word]);
	}
	return headings;
}

/** Sets headings over the columns: lines of one heading joined, the lowest heading of each column in one row, others above. */
export function headerRows(
	words: readonly PlacedWord[],
	columns: readonly Column[],
	edges: readonly number[],
	top: number,
	labels: readonly PlacedWord[]
): UnruledHeader {
	const right = columns.at(-1)?.x1 ?? 0;
	const found = wordsAbove(
		words.filter((word) => !labels.includes(word)),
		columns,
		top
	);
	const stacks = edges.map((): PlacedWord[] => []);
	const others: PlacedWord[] = [];
	for (const word of found) (stacks[columnOf(word, columns, edges, right)] ?? others).push(word);
	const leading = leadingOf(stacks);
	const headings = stacks.map((stack) => headingsOf(stack, leading));
	const height = Math.max(0, ...headings.map((column) => column.length));
	if (height === 0) return { rows: 0, cells: [], words: [] };
	const rows = height + (others.length > 0 ? 1 : 0);
	const cells: PlacedCell[] = headings.flatMap((column, col) =>
		Array.from({ length: height }, (_, up): PlacedCell => {
			const heading = column[up] ?? [];
			const sorted = [...heading].sort((a, b) => a.base - b.base || a.x0 - b.x0);
			return { row: rows - 1 - up, col, rowSpan: 1, colSpan: 1, text: sorted.map((word) => word.text).join('') };
		})
	);
	if (others.length > 0) {
		const text = [...others].sort((a, b) => a.base - b.base || a.x0 - b.x0).map((word) => word.text);
		cells.push({ row: 0, col: 0, rowSpan: 1, colSpan: edges.length, text: text.join(' ') });
	}
	return { rows, cells, words: found };
}
