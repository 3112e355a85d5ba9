import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes, TreeAdapter } from 'parse5';
import type { ReadFailure } from './document.ts';

/** No collected page comes near these; past them a page is made to wear out its reader. */
const MAX_TAGS = 1_000_000;
const MAX_ROWS = 20_000;
const MAX_ELEMENTS = 1_000_000;
const MAX_DEPTH = 3_000;
/** Pages of fewer tags than this, and whose tags that format text cannot multiply, parse fast whatever they hold. */
const SURELY_CHEAP = 40_000;
const SURELY_FEW = 3_000_000;

/** Tags that are opened again in every block until they are closed. Those of links are closed by the next one. */
const FORMATTING = new Set(['b', 'big', 'code', 'em', 'font', 'i', 's', 'small', 'strike', 'strong', 'tt', 'u']);
const ROWS = new Set(['tr', 'table', 'tbody', 'thead', 'tfoot']);

const tooMany = (found: string): ReadFailure => ({ code: 'file/too-many', found });

class Costly extends Error {}

/** Parses as the reader will, but gives up when the tree grows past its limits: unclosed tags can multiply or nest without end. */
function tryParse(text: string): ReadFailure | null {
	let elements = 0;
	let depth = 0;
	const adapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
		...defaultTreeAdapter,
		createElement: (...given) => {
			elements += 1;
			if (elements > MAX_ELEMENTS) throw new Costly('elements');
			return defaultTreeAdapter.createElement(...given);
		},
		onItemPush: () => {
			depth += 1;
			if (depth > MAX_DEPTH) throw new Costly('levels');
		},
		onItemPop: () => {
			depth -= 1;
		}
	};
	try {
		parse(text, { treeAdapter: adapter });
	} catch (error) {
		if (error instanceof Costly) return tooMany(`HTML ${error.message}`);
		throw error;
	}
	return null;
}

/** The name of the tag that opens there, in small letters and cut where it is longer than those looked for; '' where none does. */
function nameAt(text: string, from: number): string {
	let to = from;
	while (to < from + 7 && isLetter(text.charCodeAt(to))) to += 1;
	return text.slice(from, to).toLowerCase();
}

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** A page of so few tags is within every limit, whatever they are. */
const FEW = Math.floor(Math.sqrt(SURELY_FEW));

function hasFewTags(text: string): boolean {
	let marks = 0;
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
		marks += 1;
		if (marks > FEW) return false;
	}
	return true;
}

/** Why a page would take too long or too much memory to read, or null. Tags are counted; only a page that might be costly is tried. */
export function htmlCost(text: string): ReadFailure | null {
	if (hasFewTags(text)) return null;
	let tags = 0;
	let rows = 0;
	let formatting = 0;
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
		const name = nameAt(text, at + 1);
		if (name === '') continue;
		tags += 1;
		if (ROWS.has(name)) rows += 1;
		else if (FORMATTING.has(name)) formatting += 1;
		if (tags > MAX_TAGS) return tooMany(`HTML tags: more than ${MAX_TAGS}`);
		if (rows > MAX_ROWS) return tooMany(`table rows: more than ${MAX_ROWS}`);
	}
	return tags <= SURELY_CHEAP && tags * formatting <= SURELY_FEW ? null : tryParse(text);
}
