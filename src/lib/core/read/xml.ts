/** What a walk through XML calls; names come without their namespace prefix, an empty element opens and closes. */
export interface XmlHandler {
	readonly open: (name: string, attributes: string) => void;
	readonly close: (name: string) => void;
	readonly text: (text: string) => void;
}

/** `torn`: not well-formed or cut short. `entities`: defines entities of its own. `deep`: nested past any document. */
export type XmlFault = 'torn' | 'entities' | 'deep';

const MAX_DEPTH = 1000;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function character(code: number, otherwise: string): string {
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

export function decodeXmlText(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/giu, (whole, hex, decimal, name) => {
		if (typeof hex === 'string') return character(Number.parseInt(hex, 16), whole);
		if (typeof decimal === 'string') return character(Number(decimal), whole);
		return typeof name === 'string' && Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
	});
}

const ATTRIBUTES = new Map<string, RegExp>();

/** The value of the attribute of that local name, or null. */
export function xmlAttribute(attributes: string, name: string): string | null {
	let pattern = ATTRIBUTES.get(name);
	if (!pattern) {
		pattern = new RegExp(`(?:^|[\\s:])${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)')`, 'u');
		ATTRIBUTES.set(name, pattern);
	}
	const match = pattern.exec(attributes);
	return match ? decodeXmlText(match[1] ?? match[2] ?? '') : null;
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const GREATER = 0x3e;
const SLASH = 0x2f;

/** The `>` that ends the tag, those inside quoted values passed over; -1 where it does not end. */
function tagEnd(source: string, from: number): number {
	for (let at = from; at < source.length; at += 1) {
		const code = source.charCodeAt(at);
		if (code === GREATER) return at;
		if (code !== QUOTE && code !== APOSTROPHE) continue;
		at = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
		if (at < 0) return -1;
	}
	return -1;
}

function nameEnd(source: string, from: number, to: number): number {
	let at = from;
	while (at < to && source.charCodeAt(at) > 0x20) at += 1;
	return at;
}

function localName(source: string, from: number, to: number): string {
	const name = source.slice(from, to);
	return name.slice(name.indexOf(':') + 1);
}

/** Walks through XML once, from left to right, expanding nothing but the five entities of XML and character numbers. */
export function walkXml(source: string, handler: XmlHandler): XmlFault | null {
	const open: string[] = [];
	let at = 0;
	while (at < source.length) {
		const start = source.indexOf('<', at);
		if (start !== at && open.length > 0)
			handler.text(decodeXmlText(source.slice(at, start < 0 ? source.length : start)));
		if (start < 0) break;
		const mark = source[start + 1];
		if (mark === '!' || mark === '?') {
			const end = passOver(source, start, open.length > 0 ? handler : null);
			if (typeof end === 'string') return end;
			at = end;
			continue;
		}
		const end = tagEnd(source, start + 1);
		if (end < 0) return 'torn';
		at = end + 1;
		if (mark === '/') {
			const name = localName(source, start + 2, nameEnd(source, start + 2, end));
			if (open.pop() !== name) return 'torn';
			handler.close(name);
			continue;
		}
		const empty = source.charCodeAt(end - 1) === SLASH;
		const to = empty ? end - 1 : end;
		const nameTo = nameEnd(source, start + 1, to);
		const name = localName(source, start + 1, nameTo);
		handler.open(name, source.slice(nameTo, to));
		if (empty) handler.close(name);
		else if (open.push(name) > MAX_DEPTH) return 'deep';
	}
	return open.length > 0 ? 'torn' : null;
}

/** Where a comment, a section of plain text, an instruction or a document type ends. */
function passOver(source: string, start: number, handler: XmlHandler | null): number | XmlFault {
	const after = (end: string): number | XmlFault => {
		const found = source.indexOf(end, start);
		return found < 0 ? 'torn' : found + end.length;
	};
	if (source.startsWith('<!--', start)) return after('-->');
	if (source.startsWith('<?', start)) return after('?>');
	if (source.startsWith('<![CDATA[', start)) {
		const end = after(']]>');
		if (typeof end === 'number') handler?.text(source.slice(start + 9, end - 3));
		return end;
	}
	const end = after('>');
	if (typeof end === 'number' && source.slice(start, end).includes('[')) return 'entities';
	return end;
}
