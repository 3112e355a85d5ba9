import type { PdfFont, ShownGlyph } from './pdf-engine.ts';
import { apply, compose, quarterTurns } from './pdf-matrix.ts';
import type { Matrix } from './pdf-matrix.ts';
import type { Glyph } from './pdf-shapes.ts';

/** The state of text that the operators of a page set. */
export interface TextState {
	font: PdfFont | null;
	size: number;
	matrix: Matrix;
	x: number;
	y: number;
	lineX: number;
	lineY: number;
	spacing: number;
	wordSpacing: number;
	scale: number;
	leading: number;
	rise: number;
	mode: number;
}

export const NEW_TEXT: Readonly<TextState> = {
	font: null,
	size: 0,
	matrix: [1, 0, 0, 1, 0, 0],
	x: 0,
	y: 0,
	lineX: 0,
	lineY: 0,
	spacing: 0,
	wordSpacing: 0,
	scale: 1,
	leading: 0,
	rise: 0,
	mode: 0
};

/** Smaller print than this, in points, is no text for readers. */
const SMALLEST = 1.5;
/** How far a character reaches above and below its baseline, in its size. */
const ABOVE = 0.85;
const BELOW = 0.15;

const SPACE = /^[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]*$/u;
const UNREADABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

/** What a character says: a shown soft hyphen is a hyphen, one without a meaning is said to be unreadable, never left out. */
function textOf(glyph: ShownGlyph): string {
	if (glyph.unicode === '') return '\ufffd';
	return glyph.unicode.replace(/\u00ad/gu, '-').replace(UNREADABLE, '\ufffd');
}

export function moveLine(state: TextState, x: number, y: number): void {
	state.x = state.lineX += x;
	state.y = state.lineY += y;
}

function isShown(item: unknown): item is ShownGlyph {
	return typeof item === 'object' && item !== null && 'unicode' in item && 'width' in item;
}

/** The characters that one operator shows, in page space; the state moves on behind them. Spaces and slanted text are left out. */
export function showText(state: TextState, items: readonly unknown[], page: Matrix, run: number): Glyph[] {
	const glyphs: Glyph[] = [];
	const { font, size, scale } = state;
	const matrix = compose(page, state.matrix);
	const unit = font?.fontMatrix?.[0] ?? 0.001;
	const vertical = font?.vertical ?? false;
	const [a, b, c, d] = matrix;
	const height = Math.hypot(c, d) * Math.abs(size);
	const sign = Math.sign(size) || 1;
	const turn = quarterTurns(a * sign * scale, b * sign * scale);
	for (const item of items) {
		if (typeof item === 'number') {
			const move = (-item / 1000) * size;
			if (vertical) state.y += move;
			else state.x += move * scale;
			continue;
		}
		if (!isShown(item)) continue;
		const gap = state.spacing + (item.isSpace ? state.wordSpacing : 0);
		const width = item.width * unit * size * scale;
		const origin = vertical ? item.vmetric : null;
		const x = state.x - (origin?.[1] ?? 0) * unit * size * scale;
		const y = state.y - (origin?.[2] ?? 0) * unit * size + state.rise;
		const text = textOf(item);
		if (turn !== null && height >= SMALLEST && !SPACE.test(text))
			glyphs.push(boxed(matrix, x, y, width, size, turn, text, run));
		if (vertical) state.y += (origin?.[0] ?? -1000) * unit * size - gap;
		else state.x += width + gap * scale;
	}
	return glyphs;
}

/** Sets a character into its box; `base` lies along the reading direction whatever the turn. */
function boxed(
	matrix: Matrix,
	x: number,
	y: number,
	width: number,
	size: number,
	turn: 0 | 1 | 2 | 3,
	text: string,
	run: number
): Glyph {
	const start = apply(matrix, x, y - size * BELOW);
	const end = apply(matrix, x + width, y + size * ABOVE);
	const foot = apply(matrix, x, y);
	return {
		text,
		turn,
		run,
		edge: Infinity,
		size: Math.hypot(matrix[2], matrix[3]) * Math.abs(size),
		base: turn % 2 === 0 ? foot[1] : foot[0],
		x0: Math.min(start[0], end[0]),
		x1: Math.max(start[0], end[0]),
		y0: Math.min(start[1], end[1]),
		y1: Math.max(start[1], end[1])
	};
}
