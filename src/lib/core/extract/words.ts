import { foldLabel, remember } from '../form/index.ts';
import type { Block } from '../read/document.ts';
import { isFigure } from './figure.ts';
import {
	isSpanningHeading,
	matchArticleItem,
	matchCorner,
	matchTableFour,
	matchTableThree,
	matchTableTwoRow,
	matchApplicant
} from './labels.ts';
import type { Place } from './report.ts';

/** A word of running text: what stands between bars, line ends or wide gaps, with the gap before it. */
export interface Word {
	readonly text: string;
	/** 1-based line of the source. */
	readonly line: number;
	/** 1-based position among the words of its line. */
	readonly col: number;
	/** Index of its block in the document. */
	readonly block: number;
	/** Everything between the previous word and this one: bars, spaces and line ends. */
	readonly gap: string;
	/** The line it stands on has bars. */
	readonly barred: boolean;
	readonly figure: boolean;
}

const DRAWN_BARS = /[｜￨│┃║┆┇┊┋╎╏❘∣]/gu;
const RULE_LINE = /^(?=.*\||\s*[-—=]{5})[\s|:+\-=—]*-{3,}[\s|:+\-=—]*$/u;
const WIDE_GAP = /\t|[ \u3000]{2}/u;
const PAGE_NUMBER = /^\s*(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)\s*$/u;

/** A text whose bars, drawn or full-width, are the plain one. */
export function plainBars(text: string): string {
	return text.replace(DRAWN_BARS, '|');
}

/** The line under the head of a Markdown table, or one drawn with dashes. */
export function isRuleLine(text: string): boolean {
	return text.includes('---') && RULE_LINE.test(text);
}

function isKnownLabel(text: string): boolean {
	return (
		matchTableTwoRow(text) !== null ||
		matchTableThree(text, 'other') !== null ||
		matchTableFour(text) !== null ||
		matchApplicant(text) !== null
	);
}

/** Whether a text begins as a heading of table two does. */
export const namesColumn = (text: string): boolean =>
	matchCorner(text) !== null || /^(?:本年|上一?年|现行|处理决定|对外|采购)/u.test(foldLabel(text));

/** With fewer it is a row, or a sentence with spaces around its numbers. */
const FEWEST_FIGURES = 4;
const FEWEST_LABELS = 4;
/** So many figures between words are a row, whatever the words. */
const FIGURES_OF_A_ROW = 3;
const LONGEST_IN_PARTS = 4;

/** The labels in parts between two figures: each the fewest parts that name something of the form. */
function labelsOf(parts: readonly string[]): { readonly texts: readonly string[]; readonly known: number } {
	const texts: string[] = [];
	let known = 0;
	for (let at = 0; at < parts.length;) {
		const sizes = Array.from({ length: Math.min(LONGEST_IN_PARTS, parts.length - at) }, (_, index) => index + 1);
		const size = sizes.find((count) => {
			const text = parts.slice(at, at + count).join(' ');
			return isKnownLabel(text) || namesColumn(text) || matchArticleItem(text) !== null || isSpanningHeading(text);
		});
		if (size !== undefined) known += 1;
		texts.push(parts.slice(at, at + (size ?? 1)).join(' '));
		at += size ?? 1;
	}
	return { texts, known };
}

/** A line that holds several rows, figures with labels before and behind them; null where it is no such line. */
function cutRows(parts: readonly string[]): string[] | null {
	const figures = parts.filter(isFigure).length;
	const cut: string[] = [];
	let known = 0;
	let inside = 0;
	for (let at = 0; at < parts.length;) {
		const figure = isFigure(parts[at] ?? '');
		const end = parts.findIndex((part, index) => index > at && isFigure(part) !== figure);
		const run = parts.slice(at, end < 0 ? parts.length : end);
		const labels = figure ? null : labelsOf(run);
		known += labels?.known ?? 0;
		if (figure && at > 0 && end >= 0) inside = Math.max(inside, run.length);
		cut.push(...(labels?.texts ?? run));
		at += run.length;
	}
	const many = figures >= FEWEST_FIGURES && known >= FEWEST_LABELS && known * 2 > parts.length - figures;
	return many || inside >= FIGURES_OF_A_ROW ? cut : null;
}

/** A text without bars cut where single spaces part a label from its figures, or headers from each other; `figures` more stand on its line. */
function cutAtSpaces(text: string, figures = 0): string[] {
	const parts = text.split(/\s+/u);
	if (parts.length === 1) return [text];
	if (parts.every(isFigure)) return parts;
	const rows = cutRows(parts);
	if (rows) return rows;
	const columns = new Set(parts.map((part) => matchApplicant(part)));
	if (!columns.has(null) && columns.size > 1) return parts;
	let tail = parts.length;
	while (tail > 0 && isFigure(parts[tail - 1] ?? '')) tail -= 1;
	if (tail < parts.length) {
		const head = parts.slice(0, tail).join(' ');
		if (tail > 0 && (isKnownLabel(head) || parts.length - tail > 1 || figures > 2))
			return [...cutAtSpaces(head), ...parts.slice(tail)];
		return [text];
	}
	if (isKnownLabel(text)) return [text];
	const named = parts.filter((part) => isKnownLabel(part) || namesColumn(part));
	return named.length >= 2 && named.length >= parts.length - 1 ? parts : [text];
}

/** What stands between the bars of a line, and the bars. */
function barPieces(text: string): string[] {
	const pieces: string[] = [];
	for (const piece of text.split('|')) {
		if (pieces.length > 0) pieces.push('|');
		pieces.push(piece);
	}
	return pieces;
}

interface LinePiece {
	/** The words of the piece; none for a gap. */
	readonly parts: readonly string[];
	readonly before: string;
	readonly behind: string;
}

interface Line {
	readonly barred: boolean;
	readonly pieces: readonly LinePiece[];
}

/** A line of running text cut into words and the gaps around them; null for a page number or a drawn rule. */
const cutLine = remember((printed): Line | null => {
	const text = plainBars(printed.replace(/\u00a0/gu, ' '));
	if (isRuleLine(text) || PAGE_NUMBER.test(text)) return null;
	const barred = text.includes('|');
	const pieces = barred ? barPieces(text) : WIDE_GAP.test(text) ? text.split(/(\t+|[ \u3000]{2,})/u) : [text];
	const figures = barred ? 0 : pieces.filter((piece, at) => at % 2 === 0 && isFigure(piece.trim())).length;
	return {
		barred,
		pieces: pieces.map((piece, at) => {
			const trimmed = piece.trim();
			if (at % 2 === 1 || trimmed === '') return { parts: [], before: piece, behind: '' };
			return {
				parts: barred ? [trimmed] : cutAtSpaces(trimmed, figures),
				before: piece.slice(0, piece.length - piece.trimStart().length),
				behind: piece.slice(piece.trimEnd().length)
			};
		})
	};
});

/** The words of a document's running text, page numbers and rule lines left out, and the gap behind the last; grids are skipped. */
export function wordsOf(blocks: readonly Block[]): { readonly words: readonly Word[]; readonly tail: string } {
	const words: Word[] = [];
	let gap = '';
	blocks.forEach((block, index) => {
		if (block.kind !== 'text') return;
		const line = cutLine(block.text);
		if (!line) return;
		let col = 0;
		for (const { parts, before, behind } of line.pieces) {
			gap += before;
			for (const part of parts) {
				col += 1;
				words.push({
					text: part,
					line: block.line,
					col,
					block: index,
					gap,
					barred: line.barred,
					figure: isFigure(part)
				});
				gap = ' ';
			}
			if (parts.length > 0) gap = behind;
		}
		if (index < blocks.length - 1) gap += '\n';
	});
	return { words, tail: gap };
}

export function placeOf(word: Word, table: number): Place {
	return { table, row: word.line, col: word.col, line: word.line };
}

/** What a row prints, for a problem that speaks of it. */
export function rawOf(row: { readonly labels: readonly Word[]; readonly figures: readonly Word[] }): string {
	return [...row.labels.slice(-1), ...row.figures]
		.map((word) => word.text)
		.join(' | ')
		.slice(0, 200);
}
