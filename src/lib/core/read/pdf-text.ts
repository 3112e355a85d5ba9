import { figureText, isFigurePart, linesOf, wordText } from './pdf-words.ts';
import type { Word, WordLine } from './pdf-words.ts';
import type { Glyph, PlacedLine } from './pdf-shapes.ts';

/** A gap of this many font sizes parts two columns. */
const COLUMN_GAP = 1;
/** A line with as many figures is a row of a table. */
const FEWEST_FIGURES = 3;
/** Width of a space in the font size. */
const SPACE = 0.5;

function gapText(left: Word, right: Word, size: number): string {
	const gap = (right.x0 - left.x1) / (size || 1);
	return ' '.repeat(gap < COLUMN_GAP ? 1 : Math.min(60, Math.max(2, Math.round(gap / SPACE))));
}

function lineText(line: WordLine): string {
	const isRow = line.words.filter((word) => word.glyphs.every(isFigurePart)).length >= FEWEST_FIGURES;
	return line.words.reduce((text, word, index) => {
		const before = line.words[index - 1];
		return text + (before ? gapText(before, word, line.size) : '') + (isRow ? figureText(word) : wordText(word));
	}, '');
}

/** Running text as lines that keep the gaps between columns, as `pdftotext -layout` prints them. Turned text is left out. */
export function textLines(glyphs: readonly Glyph[]): PlacedLine[] {
	return linesOf(glyphs.filter((glyph) => glyph.turn === 0)).map((line) => ({
		text: lineText(line),
		x0: line.words[0]?.x0 ?? 0,
		x1: line.words.at(-1)?.x1 ?? 0,
		y0: line.base - line.size * 0.85,
		y1: line.base + line.size * 0.15
	}));
}
