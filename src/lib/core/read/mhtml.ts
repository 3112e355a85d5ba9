import { BlockWriter } from './block-writer.ts';
import { decodeText } from './decode.ts';
import type { DecodedText } from './decode.ts';
import type { Document } from './document.ts';

interface Part {
	readonly headers: ReadonlyMap<string, string>;
	/** Where its content stands in the file. */
	readonly from: number;
	readonly to: number;
}

const MAX_PARTS = 2000;
const MAX_HEADER = 16 * 1024;
/** Where a file that is a message says so. */
const HEAD = 20_000;
const LETTERS = /^\s{0,9}[A-Za-z-]{2}/u;

/** Text with one character a byte, so that places in it are places in the file. */
function toByteText(bytes: Uint8Array): string {
	return new TextDecoder('windows-1252').decode(bytes);
}

function readHeaders(text: string, from: number): { headers: Map<string, string>; end: number } {
	const blank = /\r?\n[ \t]*\r?\n/gu;
	blank.lastIndex = from;
	const found = blank.exec(text.slice(0, from + MAX_HEADER));
	const end = found ? found.index + found[0].length : Math.min(text.length, from + MAX_HEADER);
	const headers = new Map<string, string>();
	for (const line of text
		.slice(from, end)
		.replace(/\r?\n[ \t]+/gu, ' ')
		.split(/\r?\n/u)) {
		const colon = line.indexOf(':');
		if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
	}
	return { headers, end };
}

/** Whether a file begins as a web archive does: headers of a message, one of which says that it has parts. */
export function isMhtml(bytes: Uint8Array): boolean {
	if (!LETTERS.test(String.fromCharCode(...bytes.subarray(0, 12)))) return false;
	const head = toByteText(bytes.subarray(0, HEAD));
	return (
		/^\s{0,9}[A-Za-z-]{2,40}:/u.test(head) &&
		/^multipart\//iu.test(readHeaders(head.trimStart(), 0).headers.get('content-type') ?? '')
	);
}

function parameter(header: string, name: string): string | null {
	const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(header);
	return match?.[1] ?? match?.[2] ?? null;
}

/** The parts between the boundary's lines; parts that hold parts are opened once more. */
function partsIn(text: string, from: number, to: number, boundary: string, into: Part[], level = 0): void {
	const mark = `--${boundary}`;
	const within = text.slice(0, to);
	let at = within.indexOf(mark, from);
	while (at >= 0 && into.length < MAX_PARTS) {
		if (text.startsWith('--', at + mark.length)) return;
		const { headers, end } = readHeaders(text, at + mark.length);
		const next = within.indexOf(mark, end);
		const stop = next < 0 ? to : next;
		const type = headers.get('content-type') ?? '';
		const inner = /^multipart\//iu.test(type) ? parameter(type, 'boundary') : null;
		if (inner !== null && level < 3) partsIn(text, end, stop, inner, into, level + 1);
		else into.push({ headers, from: end, to: stop });
		at = next;
	}
}

const EQUALS = 0x3d;
const RETURN = 0x0d;
const NEW_LINE = 0x0a;

function hexValue(code: number | undefined): number {
	return code === undefined ? -1 : '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
}

function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
	const out = new Uint8Array(bytes.length);
	let length = 0;
	for (let at = 0; at < bytes.length; at += 1) {
		const code = bytes[at] ?? 0;
		const [next, after] = [bytes[at + 1], bytes[at + 2]];
		if (code !== EQUALS) out[length++] = code;
		else if (next === NEW_LINE) at += 1;
		else if (next === RETURN && after === NEW_LINE) at += 2;
		else if (hexValue(next) >= 0 && hexValue(after) >= 0) {
			out[length++] = hexValue(next) * 16 + hexValue(after);
			at += 2;
		} else out[length++] = code;
	}
	return out.subarray(0, length);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_VALUES = Int8Array.from({ length: 256 }, (_, code) => BASE64.indexOf(String.fromCharCode(code)));

function decodeBase64(bytes: Uint8Array): Uint8Array {
	const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
	let length = 0;
	let bits = 0;
	let held = 0;
	for (const code of bytes) {
		const value = BASE64_VALUES[code] ?? -1;
		if (value < 0) continue;
		held = ((held << 6) | value) & 0xffff;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		out[length++] = (held >> bits) & 0xff;
	}
	return out.subarray(0, length);
}

function contentOf(part: Part, bytes: Uint8Array): Uint8Array {
	const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase();
	const content = bytes.subarray(part.from, part.to);
	if (encoding === 'quoted-printable') return decodeQuotedPrintable(content);
	return encoding === 'base64' ? decodeBase64(content) : content;
}

/** The web pages in a web archive, the one it opens with first, decoded only as they are asked for. */
export function* htmlParts(bytes: Uint8Array): Generator<DecodedText> {
	const text = toByteText(bytes);
	const { headers, end } = readHeaders(text, 0);
	const boundary = parameter(headers.get('content-type') ?? '', 'boundary');
	const parts: Part[] = [];
	if (boundary !== null && boundary !== '') partsIn(text, end, text.length, boundary, parts);
	for (const part of parts) {
		if (!/^text\/html/iu.test(part.headers.get('content-type') ?? '')) continue;
		const decoded = decodeText(contentOf(part, bytes));
		if (decoded) yield decoded;
	}
}

/** Joins the pages of a web archive into one document. */
export function joinPages(pages: readonly Document[]): Document | null {
	const [first] = pages;
	if (!first) return null;
	const writer = new BlockWriter();
	for (const page of pages) writer.append(page.blocks);
	return { reader: 'mhtml', encoding: first.encoding, title: first.title, blocks: writer.blocks };
}
