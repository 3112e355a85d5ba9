import { forgetTags, isNoTag, markupEnd, readTag } from './html-tag.ts';
import { readPlainTable } from './html-plain-table.ts';
import type { PlainTable } from './html-plain-table.ts';

/** Elements whose content is text up to their own end tag. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript']);
/** Those of them that no reader is shown. */
const UNSEEN = new Set(['script', 'style', 'iframe', 'noscript']);
/** Elements inside which tags mean something else. */
const OTHERWISE = new Set(['svg', 'math', 'plaintext', 'select', 'frameset', 'template']);
/** Place of the end tag behind the text content of an element; -1 where it is not plain. */
function rawEnd(text: string, from: number, name: string): number {
	const close = new RegExp(`</${name}[\\s/>]`, 'giu');
	close.lastIndex = from;
	const end = close.exec(text)?.index ?? -1;
	return name === 'script' && end >= 0 && text.slice(from, end).includes('<!--') ? -1 : end;
}

/** A text without what was cut out of it. */
class Cuttings {
	readonly #text: string;
	#lean = '';
	#copied = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/** Puts `instead` in place of what stands from `from` to `to`; cuts come in the text's order. */
	cut(from: number, to: number, instead = ''): void {
		if (to <= from) return;
		this.#lean += this.#text.slice(this.#copied, from) + instead;
		this.#copied = to;
	}

	get rest(): string {
		return this.#lean + this.#text.slice(this.#copied);
	}
}

export interface LeanPage {
	/** The page for the parser; a table that is read already stands in it as an empty one with its number in `PLAIN`. */
	readonly text: string;
	readonly tables: readonly PlainTable['rows'][];
}

/** The attribute of an empty table that stands for a plain one. */
export const PLAIN = 'plain-table';

/**
 * A page without what says nothing to its reader, since parsing it takes longer than all else: attributes of looks (alignment,
 * widths, fonts), what scripts and styles hold; and with its plain tables taken out, read. Tags are followed as the parser would;
 * from the first place that is not plainly written on, the page is left as it is.
 */
export function leanPage(text: string): LeanPage {
	forgetTags();
	const cuttings = new Cuttings(text);
	const tables: PlainTable['rows'][] = [];
	const isMarked = text.includes(PLAIN);
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		const code = text.charCodeAt(at + 1);
		if (code === 0x21 || code === 0x3f) {
			at = markupEnd(text, at);
			if (at < 0) break;
			continue;
		}
		if (isNoTag(text, at)) {
			at += 1;
			continue;
		}
		const tag = readTag(text, at);
		if (!tag || OTHERWISE.has(tag.name)) break;
		const { name, isEnd } = tag;
		const end = at + tag.length;
		const plain = name === 'table' && !isEnd && tag.isBare && !isMarked ? readPlainTable(text, end) : null;
		if (plain) {
			cuttings.cut(at, plain.end, `<table ${PLAIN}=${tables.length}></table>`);
			tables.push(plain.rows);
			at = plain.end;
			continue;
		}
		if (tag.lean !== null) cuttings.cut(at, end, tag.lean);
		at = end;
		if (isEnd || !RAW.has(name)) continue;
		at = rawEnd(text, end, name);
		if (at < 0) break;
		if (UNSEEN.has(name)) cuttings.cut(end, at);
	}
	return { text: cuttings.rest, tables };
}
