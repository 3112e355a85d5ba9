import { styleOf } from './html-style.ts';

/** Elements of which the parser's tree depends on the name alone, and of which the reader wants no attribute but those kept. */
const LEAN = new Set(['td', 'th', 'tr', 'p', 'span', 'div', 'table', 'tbody', 'thead', 'tfoot', 'col']);
const KEPT = new Set(['rowspan', 'colspan', 'hidden']);
/** Elements whose content is text up to their own end tag. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript']);
/** Elements inside which tags mean something else. */
const OTHERWISE = new Set(['svg', 'math', 'plaintext', 'select', 'frameset', 'template']);

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isNamePart = (code: number): boolean => isLetter(code) || code === 0x2d || (code >= 0x30 && code <= 0x3a);
/** What may stand in a value without quotes; more could be there, but what is unusual is left to the parser. */
const isPlainValue = (code: number): boolean =>
	isNamePart(code) || code === 0x25 || code === 0x23 || code === 0x2e || code === 0x5f;

function spacesFrom(text: string, from: number): number {
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

interface Tag {
	/** Place behind its `>`. */
	readonly end: number;
	/** Its attributes that are wanted, as printed; null where all are. */
	readonly kept: string | null;
}

/** The attributes of a tag from behind its name; null where they are not plainly written. */
function readAttributes(text: string, from: number, isLean: boolean): Tag | null {
	let kept = '';
	let dropped = false;
	let styled = false;
	let at = from;
	for (;;) {
		const start = spacesFrom(text, at);
		const code = text.charCodeAt(start);
		if (code === 0x3e) return { end: start + 1, kept: dropped ? kept : null };
		if (code === 0x2f && text.charCodeAt(start + 1) === 0x3e)
			return { end: start + 2, kept: dropped ? `${kept}/` : null };
		if (start === at || !isLetter(code)) return null;
		let end = start + 1;
		while (isNamePart(text.charCodeAt(end))) end += 1;
		const named = end;
		let value = end;
		if (text.charCodeAt(end) === 0x3d) {
			value = end + 1;
			end = valueEnd(text, value);
			if (end < 0) return null;
		}
		const next = text.charCodeAt(end);
		if (!isSpace(next) && next !== 0x3e && next !== 0x2f) return null;
		at = end;
		if (!isLean) continue;
		const name = text.slice(start, named).toLowerCase();
		// The first of two attributes of one name is the one that counts.
		const wanted = isWanted(name, text.slice(value, end)) && !(name === 'style' && styled);
		styled ||= name === 'style';
		if (wanted) kept += ` ${text.slice(start, end)}`;
		else dropped = true;
	}
}

/** Place behind a comment, a declaration, or what is taken for one; -1 where its end is not plain. */
function markupEnd(text: string, from: number): number {
	if (!text.startsWith('<!--', from)) return text.indexOf('>', from) + 1 || -1;
	const end = text.indexOf('-->', from + 4);
	const isPlain = end >= 0 && text[from + 4] !== '>' && text[from + 4] !== '-';
	return isPlain && !text.slice(from, end).includes('--!>') ? end + 3 : -1;
}

/** Place of the end tag behind the text content of an element; -1 where it is not plain. */
function rawEnd(text: string, from: number, name: string): number {
	const close = new RegExp(`</${name}[\\s/>]`, 'giu');
	close.lastIndex = from;
	const end = close.exec(text)?.index ?? -1;
	return name === 'script' && end >= 0 && text.slice(from, end).includes('<!--') ? -1 : end;
}

/**
 * A page without the attributes that say nothing to its reader (alignment, widths, fonts), since parsing them takes longer than all
 * else. Tags are followed as the parser would; from the first place that is not plainly written on, the page is left as it is.
 */
export function withoutLooks(text: string): string {
	let lean = '';
	let copied = 0;
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		const code = text.charCodeAt(at + 1);
		const from = code === 0x2f ? at + 2 : at + 1;
		if (code === 0x21 || code === 0x3f) {
			at = markupEnd(text, at);
			if (at < 0) break;
			continue;
		}
		let named = from;
		while (isNamePart(text.charCodeAt(named))) named += 1;
		if (named === from || !isLetter(text.charCodeAt(from))) {
			if (code === 0x2f) break;
			at += 1;
			continue;
		}
		const name = text.slice(from, named).toLowerCase();
		if (OTHERWISE.has(name)) break;
		const tag = readAttributes(text, named, code !== 0x2f && LEAN.has(name));
		if (!tag) break;
		if (tag.kept !== null) {
			lean += text.slice(copied, named) + tag.kept;
			copied = tag.end - 1;
		}
		at = tag.end;
		if (code === 0x2f || !RAW.has(name)) continue;
		at = rawEnd(text, at, name);
		if (at < 0) break;
	}
	return lean + text.slice(copied);
}
