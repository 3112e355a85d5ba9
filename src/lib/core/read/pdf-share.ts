import { centreX, centreY } from './pdf-shapes.ts';
import type { Glyph } from './pdf-shapes.ts';
import { isFigurePart } from './pdf-words.ts';
import type { Word } from './pdf-words.ts';

type CellAt = (x: number, y: number) => number;

/** A border this far inside a character, in its width, runs through it. */
const INSIDE = 0.15;

/** Text that stands for what cannot be told: a cell with it holds no figure. */
const DOUBT = '\ufffd';

function meeting(word: Word, index: number, cellAt: CellAt): 'one' | 'two' | 'doubtful' {
	const [before, after] = [word.glyphs[index - 1], word.glyphs[index]];
	if (!before || !after) return 'one';
	const runsThrough = [before, after].some((glyph) => {
		const inset = INSIDE * (glyph.x1 - glyph.x0);
		return cellAt(glyph.x0 + inset, centreY(glyph)) !== cellAt(glyph.x1 - inset, centreY(glyph));
	});
	if (runsThrough || before.run === after.run) return 'one';
	const gaps = word.glyphs.map((glyph, at) => (at === 0 ? 0 : glyph.x0 - (word.glyphs[at - 1]?.x1 ?? 0)));
	const widest = Math.max(0, ...gaps.filter((_, at) => at > 0 && at !== index));
	return (gaps[index] ?? 0) > widest + 0.02 * after.size ? 'two' : 'doubtful';
}

/**
 * Shares the characters of a word out to the cells they stand in. A figure that a border runs through stays whole, in the cell of
 * its middle; two figures that meet at a border come apart there, or are marked as unreadable where it may be one figure or two.
 */
export function shareOut(word: Word, cellAt: CellAt): Map<number, Glyph[]> {
	const cells = word.glyphs.map((glyph) => cellAt(centreX(glyph), centreY(glyph)));
	if (new Set(cells).size === 1) return new Map([[cells[0] ?? -1, [...word.glyphs]]]);
	const shares = new Map<number, Glyph[]>();
	let part: { readonly glyph: Glyph; readonly cell: number }[] = [];
	let doubtful = false;
	const flush = (doubtBehind: boolean): void => {
		const first = part[0];
		const last = part.at(-1);
		if (!first || !last) return;
		const middle = cellAt((first.glyph.x0 + last.glyph.x1) / 2, centreY(first.glyph));
		const home = part.some(({ cell }) => cell === middle) ? middle : first.cell;
		const share = shares.get(home) ?? [];
		share.push(...part.map(({ glyph }) => glyph));
		if (doubtful || doubtBehind) share.push({ ...last.glyph, x0: last.glyph.x1, text: DOUBT });
		shares.set(home, share);
		part = [];
		doubtful = doubtBehind;
	};
	word.glyphs.forEach((glyph, index) => {
		const previous = word.glyphs[index - 1];
		if (previous && !(isFigurePart(glyph) && isFigurePart(previous))) flush(false);
		else if (previous && cells[index - 1] !== cells[index]) {
			const verdict = meeting(word, index, cellAt);
			if (verdict !== 'one') flush(verdict === 'doubtful');
		}
		part.push({ glyph, cell: cells[index] ?? -1 });
	});
	flush(false);
	return shares;
}
