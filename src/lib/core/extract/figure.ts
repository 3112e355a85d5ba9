import { foldCharacters, remember } from '../form/index.ts';
import type { AbsenceReason } from './report.ts';

/** What a cell's text says: a number as printed (never rescaled by its unit), a reason why there is none, or text. */
export type Figure =
	| { readonly kind: 'number'; readonly v: number; readonly unit: string | null }
	| { readonly kind: 'absence'; readonly absence: Exclude<AbsenceReason, 'text' | 'missing' | 'unplaced'> }
	| { readonly kind: 'text' };

const TEXT: Figure = { kind: 'text' };
const NUMBER =
	/^([+-]|增加?|减少?)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(件|项|个|宗|条|份|次|起|例|人次|元|万元?|亿元?)?(\([^()]*\))?$/u;
const DASH = /^[-—－–―─‒﹣⁃]+$/u;
const SLASH = /^[/\\╱]+$/u;
/** A mark behind a figure that points to a note: folding would make a digit of it. */
const NOTE_MARK = /(?<=[\d０-９件项])\s*(?:[①-⑳⑴-⒇❶-❿²³¹⁰⁴-⁹]+|[*＊※]{1,3}|[[［【]注\s?\d{0,2}[\]］】])\s*$/u;
const MARK = /[①-⒛❶-❿²³¹⁰⁴-⁹₀-₉]/u;
/** A second figure in brackets (last year's, a part): which of the two counts is not said. */
const SECOND_FIGURE = /^\([\d,.+-]+[件项个宗条]?\)$/u;

const COUNTS: Figure[] = [];
const MOST_DIGITS = 4;

/** The number in one to four plain digits, or -1. Most cells are such: told by a loop, before memory or an expression is asked. */
export function plainCount(text: string): number {
	if (text.length === 0 || text.length > MOST_DIGITS) return -1;
	let count = 0;
	for (let at = 0; at < text.length; at += 1) {
		const digit = text.charCodeAt(at) - 0x30;
		if (digit < 0 || digit > 9) return -1;
		count = count * 10 + digit;
	}
	return count;
}

/** Reads the text of one cell. `signed` admits a minus sign in words (减38) as well as in signs. */
export function parseFigure(raw: string): Figure {
	const count = plainCount(raw);
	return count < 0 ? readFigure(raw) : (COUNTS[count] ??= { kind: 'number', v: count, unit: null });
}

const readFigure: (raw: string) => Figure = remember((raw) => {
	if (raw.length > 96) return TEXT;
	const noted = raw.replace(NOTE_MARK, '');
	if (MARK.test(noted)) return TEXT;
	const spaced = foldCharacters(noted).replace(/−/gu, '-');
	if (spaced === '') return { kind: 'absence', absence: 'blank' };
	if (/\d\s+[\d,.]|[,.]\s+\d/u.test(spaced)) return TEXT;
	const text = spaced.replace(/\s/gu, '').replace(/（/gu, '(').replace(/）/gu, ')');
	if (DASH.test(text)) return { kind: 'absence', absence: 'dash' };
	if (SLASH.test(text)) return { kind: 'absence', absence: 'slash' };
	const match = NUMBER.exec(text);
	if (!match || SECOND_FIGURE.test(match[4] ?? '')) return TEXT;
	const size = Number((match[2] ?? '').replace(/,/gu, ''));
	if (!Number.isFinite(size) || size > Number.MAX_SAFE_INTEGER) return TEXT;
	const negative = match[1] === '-' || (match[1]?.startsWith('减') ?? false);
	return { kind: 'number', v: negative && size !== 0 ? -size : size, unit: match[3] ?? null };
});

/** A word of running text that can only be a cell's content: a number, a dash or a slash. */
export function isFigure(text: string): boolean {
	const figure = parseFigure(text);
	return figure.kind === 'number' || (figure.kind === 'absence' && figure.absence !== 'blank');
}
