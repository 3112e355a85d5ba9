import type { Glyph } from './pdf-shapes.ts';

/** Characters side by side on one baseline without a gap that could part two words. */
export interface Word {
	readonly glyphs: readonly Glyph[];
	readonly x0: number;
	readonly x1: number;
}

export interface WordLine {
	readonly words: readonly Word[];
	readonly base: number;
	readonly size: number;
}

/** Gaps in the font size: digits nearer than the first are one figure, other characters nearer than the second one word. */
const FIGURE_GAP = 0.18;
const WORD_GAP = 0.25;
/** Strings that overlap by more than this, in the font size, are two words: figures, and other text. */
const FIGURE_OVERLAP = 0.08;
const WORD_OVERLAP = 0.6;
/** Baselines nearer than this, in the font size, are one line. */
const SAME_LINE = 0.4;
/** The same character printed again within this distance, in the font size, makes it bold. */
const BOLD_SHIFT = 0.12;

const FIGURE = /^[\d.,%０-９．，]$/u;

/** A character that figures are made of. */
export const isFigurePart = (glyph: Glyph): boolean => FIGURE.test(glyph.text);

/** Turns characters so that their reading direction runs right; upright ones stay as they are. */
export function upright(glyph: Glyph): Glyph {
	const { x0, y0, x1, y1, turn, base } = glyph;
	if (turn === 0) return glyph;
	if (turn === 1) return { ...glyph, turn: 0, x0: y0, x1: y1, y0: -x1, y1: -x0, base: -base };
	if (turn === 2) return { ...glyph, turn: 0, x0: -x1, x1: -x0, y0: -y1, y1: -y0, base: -base };
	return { ...glyph, turn: 0, x0: -y1, x1: -y0, y0: x0, y1: x1, base };
}

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map((glyph) => glyph.text).join('');

/** Whether a string is one printed before, printed again a little aside to make it bold. */
function isBold(string: readonly Glyph[], before: readonly Glyph[]): boolean {
	const [first, other] = [string[0], before[0]];
	if (!first || !other || string.length !== before.length) return false;
	const near = BOLD_SHIFT * first.size;
	return (
		Math.abs(first.x0 - other.x0) < near &&
		Math.abs(first.base - other.base) < near &&
		Math.abs(first.size - other.size) < 0.1 * first.size &&
		textOf(string) === textOf(before)
	);
}

/** The strings of a line from left to right, so that characters of strings that overlap do not mix. */
function inStrings(glyphs: readonly Glyph[]): Glyph[] {
	const strings = new Map<number, Glyph[]>();
	for (const glyph of glyphs) {
		const string = strings.get(glyph.run);
		if (string) string.push(glyph);
		else strings.set(glyph.run, [glyph]);
	}
	const sorted = [...strings.values()].map((string) => string.sort((a, b) => a.x0 - b.x0));
	sorted.sort((a, b) => (a[0]?.x0 ?? 0) - (b[0]?.x0 ?? 0));
	return sorted
		.filter((string, index) => !sorted.slice(Math.max(0, index - 3), index).some((other) => isBold(string, other)))
		.flat();
}

function isOneWord(previous: Glyph, glyph: Glyph): boolean {
	const gap = (glyph.x0 - previous.x1) / Math.min(glyph.size, previous.size);
	const isFigure = isFigurePart(glyph) && isFigurePart(previous);
	if (glyph.run !== previous.run && gap < (isFigure ? -FIGURE_OVERLAP : -WORD_OVERLAP)) return false;
	return gap <= (isFigure ? FIGURE_GAP : WORD_GAP);
}

function wordsOf(line: readonly Glyph[]): Word[] {
	const words: Glyph[][] = [];
	inStrings(line).forEach((glyph, index, all) => {
		const previous = all[index - 1];
		const open = words.at(-1);
		if (previous && open && isOneWord(previous, glyph)) open.push(glyph);
		else words.push([glyph]);
	});
	return words.map((glyphs) => ({
		glyphs,
		x0: glyphs[0]?.x0 ?? 0,
		x1: Math.max(...glyphs.map((glyph) => glyph.x1))
	}));
}

/** Lines of upright characters from top to bottom, each cut into words. */
export function linesOf(glyphs: readonly Glyph[]): WordLine[] {
	const sorted = [...glyphs].sort((a, b) => a.base - b.base);
	const groups: Glyph[][] = [];
	let base = -Infinity;
	let size = 0;
	for (const glyph of sorted) {
		const open = groups.at(-1);
		if (open && glyph.base - base <= SAME_LINE * Math.min(size, glyph.size)) open.push(glyph);
		else {
			groups.push([glyph]);
			base = glyph.base;
			size = glyph.size;
		}
	}
	return groups.map((group) => ({
		words: wordsOf(group),
		base: group[0]?.base ?? 0,
		size: Math.max(...group.map((glyph) => glyph.size))
	}));
}

export const wordText = (word: Word): string => textOf(word.glyphs);

/** How near the edge of what the page shows a figure is as if cut off, in the font size. */
const AT_EDGE = 0.1;

/** A figure's text, with a mark behind it where it ends at the edge of what the page shows, since digits may be cut off there. */
export function figureText({ glyphs }: Word): string {
	const last = glyphs.at(-1);
	if (!last || !glyphs.every(isFigurePart)) return textOf(glyphs);
	const past = (last.x1 - last.edge) / last.size;
	return past > -AT_EDGE ? `${textOf(glyphs)}\ufffd` : textOf(glyphs);
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u;
const FIGURE_LINE = /^[\d.,]+$/u;

/**
 * A figure too long for its cell that runs on in the next line: digits alone, no room for one more at the end of the line above.
 * `room` is the width inside the cell's borders.
 */
function runsOn(above: WordLine, below: WordLine, room: number): boolean {
	const [first, second] = [above, below].map((line) => line.words.map(wordText).join(' '));
	if (!FIGURE_LINE.test(first ?? '') || !FIGURE_LINE.test(second ?? '')) return false;
	const width = (above.words.at(-1)?.x1 ?? 0) - (above.words[0]?.x0 ?? 0);
	const digit = width / (first?.length ?? 1);
	const rest = (below.words.at(-1)?.x1 ?? 0) - (below.words[0]?.x0 ?? 0);
	return width + digit * 1.6 > room && rest < width && below.base - above.base < 1.8 * above.size;
}

/** The text of one cell: lines of Chinese joined, others on lines of their own, words parted by a space. */
export function cellText(glyphs: readonly Glyph[], width: number): string {
	if (glyphs.length === 0) return '';
	const turns = new Map<number, Glyph[]>();
	for (const glyph of glyphs) turns.set(glyph.turn, [...(turns.get(glyph.turn) ?? []), glyph]);
	if (turns.size > 1) return [...turns.values()].map((part) => cellText(part, width)).join('\n');
	const lines = linesOf(glyphs.map(upright));
	let text = '';
	lines.forEach((line, index) => {
		const next = line.words.map(wordText).join(' ');
		const above = lines[index - 1];
		const glued =
			(CJK.test(text.at(-1) ?? '') && CJK.test(next.at(0) ?? '')) ||
			(above !== undefined && runsOn(above, line, width));
		text += index === 0 || glued ? next : `\n${next}`;
	});
	return text;
}
