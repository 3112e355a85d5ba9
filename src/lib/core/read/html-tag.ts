import { styleOf } from './html-style.ts';

/** Elements of which the parser's tree depends on the name alone, and of which the reader wants no attribute but those kept. */
const LEAN = new Set(['td', 'th', 'tr', 'p', 'span', 'div', 'table', 'tbody', 'thead', 'tfoot', 'col']);
/** Elements without an end tag, whether or not they are written as ending themselves. */
const VOID = new Set(['br', 'col']);
const KEPT = new Set(['rowspan', 'colspan', 'hidden']);

/** A tag as it is written in a page. */
export interface Tag {
	/** In small letters. */
	readonly name: string;
	readonly isEnd: boolean;
	/** From its `<` to behind its `>`. */
	readonly length: number;
	/** The tag with the wanted attributes alone; null where it has no others. */
	readonly lean: string | null;
	/** It has no attribute that tells what is printed but spans, and does not end itself where others have an end tag. */
	readonly isBare: boolean;
	readonly rowSpan: number;
	readonly colSpan: number;
}

export const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isNamePart = (code: number): boolean => isLetter(code) || code === 0x2d || (code >= 0x30 && code <= 0x3a);
/** What may stand in a value without quotes; more could be there, but what is unusual is left to the parser. */
const isPlainValue = (code: number): boolean =>
	isNamePart(code) || code === 0x25 || code === 0x23 || code === 0x2e || code === 0x5f;

export function spacesFrom(text: string, from: number): number {
	let at = from;
	while (isSpace(text.charCodeAt(at))) at += 1;
	return at;
}

/** The end of the value that begins there, behind its quotes; -1 where it is not plainly written. */
function valueEnd(text: string, from: number): number {
	const quote = text.charCodeAt(from);
	if (quote !== 0x22 && quote !== 0x27) {
		let at = from;
		while (isPlainValue(text.charCodeAt(at))) at += 1;
		return at > from ? at : -1;
	}
	for (let at = from + 1; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === quote) return at + 1;
		if (code === 0x3c || code === 0x3e) return -1;
	}
	return -1;
}

function isWanted(name: string, printed: string): boolean {
	if (name !== 'style') return KEPT.has(name);
	const value = printed.replace(/^["']|["']$/gu, '');
	const { hidden, struck } = styleOf(value);
	return hidden || struck || value.includes('&');
}

interface Attributes {
	/** Those that are wanted, as printed. */
	readonly kept: string;
	readonly spans: ReadonlyMap<string, string>;
	readonly hasOnlySpans: boolean;
	readonly endsItself: boolean;
}

/** The attributes of a tag from behind its name; null where they are not plainly written. */
function readAttributes(text: string, from: number): Attributes | null {
	let kept = '';
	let hasOnlySpans = true;
	let styled = false;
	const spans = new Map<string, string>();
	let at = from;
	for (;;) {
		const start = spacesFrom(text, at);
		const code = text.charCodeAt(start);
		if (code === 0x3e) return { kept, spans, hasOnlySpans, endsItself: false };
		if (code === 0x2f && text.charCodeAt(start + 1) === 0x3e) return { kept, spans, hasOnlySpans, endsItself: true };
		if (start === at || !isLetter(code)) return null;
		let end = start + 1;
		while (isNamePart(text.charCodeAt(end))) end += 1;
		const name = text.slice(start, end).toLowerCase();
		let value = end;
		if (text.charCodeAt(end) === 0x3d) {
			value = end + 1;
			end = valueEnd(text, value);
			if (end < 0) return null;
		}
		const next = text.charCodeAt(end);
		if (!isSpace(next) && next !== 0x3e && next !== 0x2f) return null;
		at = end;
		// The first of two attributes of one name is the one that counts.
		if (name === 'style' && styled) continue;
		styled ||= name === 'style';
		const printed = text.slice(value, end);
		if (!isWanted(name, printed)) continue;
		kept += ` ${text.slice(start, end)}`;
		const isSpan = name === 'rowspan' || name === 'colspan';
		if (!isSpan || printed.includes('&')) hasOnlySpans = false;
		else if (!spans.has(name)) spans.set(name, printed.replace(/^["']/u, ''));
	}
}

/** How many rows or columns a cell spans, as its attribute says; 1 where it says nothing of use. */
export function readSpan(printed: string | null | undefined): number {
	const value = Number.parseInt(printed ?? '', 10);
	return Number.isFinite(value) && value >= 0 ? value : 1;
}

/** The tag that `written` is; null where it is not plainly one. */
function parseTag(written: string): Tag | null {
	const isEnd = written.charCodeAt(1) === 0x2f;
	const from = isEnd ? 2 : 1;
	let named = from;
	while (isNamePart(written.charCodeAt(named))) named += 1;
	const attributes = readAttributes(written, named);
	if (!attributes) return null;
	const { kept, spans, hasOnlySpans, endsItself } = attributes;
	const name = written.slice(from, named).toLowerCase();
	const lean = `${written.slice(0, named)}${kept}${endsItself ? '/>' : '>'}`;
	return {
		name,
		isEnd,
		length: written.length,
		lean: !isEnd && LEAN.has(name) && lean !== written ? lean : null,
		isBare: hasOnlySpans && (!endsItself || VOID.has(name)),
		rowSpan: readSpan(spans.get('rowspan')),
		colSpan: Math.max(1, readSpan(spans.get('colspan')))
	};
}

/** The tags of a page are few and stand at each of its cells: each is looked into once. */
const tags = new Map<string, Tag | null>();
const MOST_TAGS = 2_000;
const LONGEST = 400;

/** Forgets the tags of the page before, of whose text they are parts. */
export function forgetTags(): void {
	tags.clear();
}

/** Whether a `<` begins no tag but stands for itself. */
export function isNoTag(text: string, at: number): boolean {
	const code = text.charCodeAt(at + 1);
	return code !== 0x2f && !isLetter(code);
}

/** The tag that begins at a `<`; null where none does or it is not plainly written. */
export function readTag(text: string, at: number): Tag | null {
	if (!isLetter(text.charCodeAt(text.charCodeAt(at + 1) === 0x2f ? at + 2 : at + 1))) return null;
	const end = text.indexOf('>', at);
	if (end < 0) return null;
	const written = text.slice(at, end + 1);
	if (written.length > LONGEST) return parseTag(written);
	const known = tags.get(written);
	if (known !== undefined) return known;
	if (tags.size >= MOST_TAGS) tags.clear();
	const tag = parseTag(written);
	tags.set(written, tag);
	return tag;
}

/** Place behind a comment, a declaration, or what is taken for one; -1 where its end is not plain. */
export function markupEnd(text: string, from: number): number {
	if (!text.startsWith('<!--', from)) return text.indexOf('>', from) + 1 || -1;
	const end = text.indexOf('-->', from + 4);
	const isPlain = end >= 0 && text[from + 4] !== '>' && text[from + 4] !== '-';
	return isPlain && !text.slice(from, end).includes('--!>') ? end + 3 : -1;
}
