import type { ReadFailure } from './document.ts';
import { LittleEndian } from './little-endian.ts';

const BOF = 0x0809;
const EOF = 0x000a;
const BOUND_SHEET = 0x0085;
const SHARED_STRINGS = 0x00fc;
const CONTINUE = 0x003c;
const FORMULA = 0x0006;
const STRING = 0x0207;
const NUMBER = 0x0203;
const BOOLEAN_OR_ERROR = 0x0205;
const MERGED_CELLS = 0x00e5;
const FILE_PASS = 0x002f;

/** Records that tell what is in the cells and how it is shown: code page, dates, formats, sizes, rows, columns, cells. */
const KEPT = new Set([
	...[0x0042, 0x0022, 0x041e, 0x00e0, 0x0200, 0x0208, 0x007d],
	...[0x00fd, 0x0204, 0x00d6, NUMBER, 0x027e, 0x00bd, BOOLEAN_OR_ERROR]
]);

const GLOBALS = 0x0005;
const WORKSHEET = 0x0010;
/** The library's time over shared strings grows with the square of their size. */
const MAX_STRINGS = 2 * 1024 * 1024;
const MAX_KEPT = 32 * 1024 * 1024;

type Outcome =
	{ readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly failure: ReadFailure };

const failed = (code: ReadFailure['code'], found: string): Outcome => ({ ok: false, failure: { code, found } });

/** Records written one after another; the places of the sheets in the list of sheets are put right at the end. */
class Records {
	readonly #parts: Uint8Array[] = [];
	readonly #sheets: { readonly part: Uint8Array; readonly was: number }[] = [];
	readonly #moved = new Map<number, number>();
	length = 0;

	add(type: number, content: Uint8Array, was: number): void {
		const part = new Uint8Array(content.length + 4);
		part.set([type & 0xff, type >> 8, content.length & 0xff, content.length >> 8]);
		part.set(content, 4);
		if (type === BOF) this.#moved.set(was, this.length);
		if (type === BOUND_SHEET) this.#sheets.push({ part, was: new LittleEndian(content).u32(0) });
		this.#parts.push(part);
		this.length += part.length;
	}

	bytes(): Uint8Array {
		for (const { part, was } of this.#sheets)
			new DataView(part.buffer).setUint32(4, this.#moved.get(was) ?? 0xffffffff, true);
		const bytes = new Uint8Array(this.length);
		let at = 0;
		for (const part of this.#parts) {
			bytes.set(part, at);
			at += part.length;
		}
		return bytes;
	}
}

/** A formula as the value it last had: a record of a number, of true, false or an error, or of a text that follows; null for none. */
function valueOf(formula: Uint8Array): { readonly type: number; readonly content: Uint8Array } | null {
	if (formula[12] !== 0xff || formula[13] !== 0xff) return { type: NUMBER, content: formula.slice(0, 14) };
	const [kind, value] = [formula[6] ?? 3, formula[8] ?? 0];
	if (kind === 0) return { type: FORMULA, content: Uint8Array.from([...formula.subarray(0, 20), 0, 0]) };
	if (kind > 2) return null;
	return { type: BOOLEAN_OR_ERROR, content: Uint8Array.from([...formula.subarray(0, 6), value, kind - 1]) };
}

/**
 * The stream of an .xls workbook with nothing in it but its worksheets' cells, formulas as the values they last had. The library hangs
 * on broken formulas, links and drawings, so it sees none.
 */
export function plainWorkbook(stream: Uint8Array): Outcome {
	const read = new LittleEndian(stream);
	const out = new Records();
	let depth = 0;
	let shown = false;
	let before = 0;
	let strings = 0;
	for (let at = 0; at + 4 <= stream.length;) {
		const [type, length] = [read.u16(at), read.u16(at + 2)];
		const content = stream.subarray(at + 4, at + 4 + length);
		if (depth === 0 && type !== BOF) break;
		if (content.length < length) return failed('file/damaged', 'xls (cut short?)');
		if (type === FILE_PASS) return failed('file/encrypted', 'xls');
		if (type === BOF) {
			depth += 1;
			const kind = read.u16(at + 6);
			if (depth === 1) shown = kind === GLOBALS || kind === WORKSHEET;
		}
		if (shown && depth === 1) {
			const kept = keep(type, content, before);
			if (kept) out.add(kept.type, kept.content, at);
			before = kept?.type ?? (type === CONTINUE ? before : 0);
			if (kept && (type === SHARED_STRINGS || type === CONTINUE)) strings += length;
			if (strings > MAX_STRINGS || out.length > MAX_KEPT) return failed('file/too-large', 'xls');
		}
		if (type === EOF) depth -= 1;
		at += 4 + length;
	}
	return depth === 0 ? { ok: true, bytes: out.bytes() } : failed('file/damaged', 'xls (cut short?)');
}

/** What of a record the library is to see; `before` is the kept record that it may continue. */
function keep(
	type: number,
	content: Uint8Array,
	before: number
): { readonly type: number; readonly content: Uint8Array } | null {
	if (KEPT.has(type) || type === BOF || type === EOF || type === BOUND_SHEET || type === SHARED_STRINGS)
		return { type, content };
	if (type === CONTINUE) return before === SHARED_STRINGS || before === CONTINUE ? { type, content } : null;
	if (type === FORMULA) return content.length < 22 ? null : valueOf(content);
	if (type === STRING) return before === FORMULA ? { type, content } : null;
	if (type !== MERGED_CELLS) return null;
	return new LittleEndian(content).u16(0) * 8 + 2 <= content.length ? { type, content } : null;
}
