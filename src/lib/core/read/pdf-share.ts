import { centreX, centreY } from './pdf-shapes.ts';
import type { Glyph } from './pdf-shapes.ts';
import { isFigurePart } from './pdf-words.ts';
import type { Word } from './pdf-words.ts';

type CellAt = (x: number, y: number) => number;

/** A border this far inside a character, in its width, runs through it. */
const INSIDE = 0.15;

/** A gap is told from another where they differ by this much of the font size. */
const NOTICED = 0.01;

/** Text that stands for what cannot be told: a cell with it holds no figure. */
const DOUBT = '\ufffd';

/** Digits that stand together, and the cell each has its middle in. */
type Digits = readonly { readonly glyph: Glyph; readonly cell: number }[];

const gapBefore = (digits: Digits, index: number): number =>
	(digits[index]?.glyph.x0 ?? 0) - (digits[index - 1]?.glyph.x1 ?? 0);

function middleCell(digits: Digits, cellAt: CellAt): number {
	const [first, last] = [digits[0], digits.at(-1)];
	if (!first || !last) return -1;
	const middle = cellAt((first.glyph.x0 + last.glyph.x1) / 2, centreY(first.glyph));
	return digits.some(({ cell }) => cell === middle) ? middle : first.cell;
}

/** Whether a border between two digits runs through one of them: what it runs through is one figure. */
function runsThrough(digits: Digits, index: number, cellAt: CellAt): boolean {
	return [digits[index - 1], digits[index]].some((digit) => {
		if (!digit) return false;
		const { glyph } = digit;
		const inset = INSIDE * (glyph.x1 - glyph.x0);
		return cellAt(glyph.x0 + inset, centreY(glyph)) !== cellAt(glyph.x1 - inset, centreY(glyph));
	});
}

type Verdict = 'one' | 'two' | 'doubtful';

/** Whether digits set one by one go on over a border: told by the gap there and the gaps inside cells. */
function meetSingly(digits: Digits, index: number, cellAt: CellAt): Verdict {
	if (digits[index]?.cell === digits[index - 1]?.cell) return 'one';
	const inside = digits.flatMap((digit, at) =>
		at > 0 && digit.cell === digits[at - 1]?.cell ? [gapBefore(digits, at)] : []
	);
	const wide = gapBefore(digits, index) > Math.max(0, ...inside) + 2 * NOTICED * (digits[index]?.glyph.size ?? 1);
	return wide ? 'two' : runsThrough(digits, index, cellAt) ? 'one' : 'doubtful';
}

/** Whether digits of two strings, or of one, belong to one figure. */
function meet(digits: Digits, index: number, cellAt: CellAt): Verdict {
	const [before, after] = [digits[index - 1], digits[index]];
	if (before?.glyph.run === after?.glyph.run)
		return before?.cell === after?.cell || runsThrough(digits, index, cellAt) ? 'one' : 'doubtful';
	const [left, right] = [before, after].map((digit) =>
		middleCell(
			digits.filter(({ glyph }) => glyph.run === digit?.glyph.run),
			cellAt
		)
	);
	if (left === right) return 'one';
	const within = digits.findIndex((digit, at) => at > 0 && digit.glyph.run === digits[at - 1]?.glyph.run);
	const usual = within < 0 ? 0 : gapBefore(digits, within);
	return gapBefore(digits, index) - usual > NOTICED * (after?.glyph.size ?? 1) ? 'two' : 'doubtful';
}

/** Cuts digits that stand together at borders into figures, each with its cell; what may be one figure or two is marked. */
function figuresOf(digits: Digits, cellAt: CellAt): { readonly cell: number; readonly glyphs: Glyph[] }[] {
	if (new Set(digits.map(({ cell }) => cell)).size === 1)
		return [{ cell: digits[0]?.cell ?? -1, glyphs: digits.map(({ glyph }) => glyph) }];
	const singly = digits.length > 2 && new Set(digits.map(({ glyph }) => glyph.run)).size === digits.length;
	const verdicts = digits.map((_, index): Verdict =>
		index === 0 ? 'one' : singly ? meetSingly(digits, index, cellAt) : meet(digits, index, cellAt)
	);
	const starts = verdicts.flatMap((verdict, index) => (index === 0 || verdict !== 'one' ? [index] : []));
	return starts.map((start, at) => {
		const end = starts[at + 1] ?? digits.length;
		const part = digits.slice(start, end);
		const glyphs = part.map(({ glyph }) => glyph);
		const last = glyphs.at(-1);
		const doubtful = verdicts[start] === 'doubtful' || verdicts[end] === 'doubtful';
		if (doubtful && last) glyphs.push({ ...last, x0: centreX(last), text: DOUBT });
		return { cell: middleCell(part, cellAt), glyphs };
	});
}

/**
 * Shares the characters of a word out to the cells they stand in. A figure that a border runs through stays whole, in the cell of
 * its middle; two figures that meet at a border come apart there, or are marked as unreadable where it may be one figure or two.
 */
export function shareOut(word: Word, cellAt: CellAt): Map<number, Glyph[]> {
	const shares = new Map<number, Glyph[]>();
	const put = (cell: number, glyphs: readonly Glyph[]): void => {
		const share = shares.get(cell);
		if (share) share.push(...glyphs);
		else shares.set(cell, [...glyphs]);
	};
	const placed = word.glyphs.map((glyph) => ({ glyph, cell: cellAt(centreX(glyph), centreY(glyph)) }));
	for (let start = 0; start < placed.length;) {
		let end = start;
		while (end < placed.length && isFigurePart((placed[end] as (typeof placed)[number]).glyph)) end += 1;
		if (end > start) for (const { cell, glyphs } of figuresOf(placed.slice(start, end), cellAt)) put(cell, glyphs);
		else {
			const { cell, glyph } = placed[start] as (typeof placed)[number];
			put(cell, [glyph]);
			end = start + 1;
		}
		start = end;
	}
	return shares;
}

/** How far a figure may reach over its cell's border near the edge of what the page shows, and when it touches that edge, in the font size. */
const OVER = 0.03;
const NEAR = 0.5;
const TOUCHES = 0.1;
/** Room before a figure that ends at its border: it was not set to fill its cell, in the font size. */
const ROOM = 0.15;

/** Marks figures that reach over, or just to, their cell's border at the edge of what the page shows: digits behind may be cut off. */
export function doubtCutOff(glyphs: readonly Glyph[], left: number, right: number): Glyph[] {
	const start = Math.min(...glyphs.map((glyph) => glyph.x0));
	return glyphs.flatMap((glyph) => {
		const over = (glyph.x1 - right) / glyph.size;
		const past = (glyph.x1 - glyph.edge) / glyph.size;
		const fills = over > -TOUCHES && Math.abs(past) < TOUCHES && start - left > ROOM * glyph.size;
		return isFigurePart(glyph) && glyph.turn === 0 && (fills || (over > OVER && past > -NEAR))
			? [glyph, { ...glyph, x0: centreX(glyph), text: DOUBT }]
			: [glyph];
	});
}
