import { beginsItem } from './pdf-seam.ts';
import { centreX } from './pdf-shapes.ts';
import type { PlacedLine } from './pdf-shapes.ts';

/** Where the lines of a page may stand: its width, and how far its running text reaches. */
export interface Measure {
	readonly width: number;
	readonly left: number;
	readonly right: number;
}

/** A line that does not fill this part of the page's width may end where it likes. */
const LONG = 0.6;
/** Lines of one paragraph are at most this far apart, in the font size. */
const LEADING = 2.6;

const sizeOf = (line: PlacedLine): number => line.y1 - line.y0;
const isWide = (character: string): boolean => /[\u2e80-\uffef]/u.test(character);

/** What cannot be broken from the first letter of a line: digits and Latin letters together, and the marks behind. */
const FIRST = /^(?:[\w.,%+-]+|.)[,.;:!?。，、；：！？）)》”’]*/u;
const ENDS = /[。！？；：!?;:]$|(?:报告|年报)$/u;
const COLUMNS = /\s{2,}/u;
/** A mark at the end of a line may hang out over the margin. */
const MARK = /[,.;:!?。，、；：！？）)》”’]$/u;

function widthOf(text: string, size: number): number {
	return [...text].reduce((width, character) => width + (isWide(character) ? 1 : 0.55) * size, 0);
}

/** The measure of a page from its lines of running text. */
export function measureOf(width: number, lines: readonly PlacedLine[]): Measure {
	const prose = lines.filter(({ text }) => !COLUMNS.test(text));
	const left = Math.min(...prose.map(({ x0 }) => x0), width);
	const right = Math.max(...prose.map((line) => line.x1 - (MARK.test(line.text) ? sizeOf(line) : 0)), 0);
	return { width, left, right };
}

/** Whether a line is full: the first letters of the next would not have found room in it. */
function isFull(line: PlacedLine, next: PlacedLine, { width, right }: Measure): boolean {
	const first = FIRST.exec(next.text)?.[0] ?? '';
	return line.x1 - line.x0 > LONG * width && right - line.x1 < widthOf(first, sizeOf(line));
}

/** Whether a line begins where the rest of a paragraph does: at the left of the page, or in the middle below a line in the middle. */
function isPlacedAsRest(line: PlacedLine, next: PlacedLine, nextLeft: number): boolean {
	const size = sizeOf(line);
	if (next.x0 - nextLeft < 0.5 * size) return true;
	return Math.abs(centreX(next) - centreX(line)) < size && next.x1 - next.x0 < line.x1 - line.x0 - 2 * size;
}

/** Whether a line of running text goes on in the next, on its page (`below`) or at the top of the next one. */
export function goesOnIn(
	line: PlacedLine,
	next: PlacedLine,
	measure: Measure,
	nextMeasure: Measure,
	below: boolean
): boolean {
	const size = sizeOf(line);
	if (Math.abs(sizeOf(next) - size) > 0.1 * size) return false;
	if (below && (next.y0 <= line.y0 || next.y0 - line.y0 > LEADING * size)) return false;
	if (ENDS.test(line.text) || COLUMNS.test(line.text) || COLUMNS.test(next.text) || beginsItem(next.text)) return false;
	return isFull(line, next, measure) && isPlacedAsRest(line, next, nextMeasure.left);
}

/** The text of two lines as one. */
export function joinedText(first: string, second: string): string {
	const open = isWide(first.at(-1) ?? '') || isWide(second.at(0) ?? '');
	return open ? first + second : `${first} ${second}`;
}
