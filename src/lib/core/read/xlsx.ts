import type * as Library from '@e965/xlsx';
import { plainWorkbook } from './biff.ts';
import type { ReadFailure, ReadResult, ReaderId } from './document.ts';
import { decodeText } from './decode.ts';
import { writeSheets } from './sheet-blocks.ts';
import { MAX_SHEET_ROWS } from './sheet-grid.ts';
import type { Sheet } from './sheet-grid.ts';
import { markRuns, markStruckCells } from './sheet-marks.ts';
import { unpackEntry } from './zip-entries.ts';
import type { ZipEntry } from './zip-entries.ts';

/** All parts of a workbook together; pictures, drawings and caches are not unpacked. */
const MAX_PARTS = 64 * 1024 * 1024;
/** Parts of a workbook that the library sees; no binary ones above all, since it hangs on broken ones. */
const PARTS = /^(?:\[Content_Types\]\.xml|(?:_rels|xl)\/.+\.(?:xml|rels))$/iu;
const LEFT_OUT =
	/^xl\/(?:media|theme|drawings|charts|chartsheets|embeddings|pivotCache|pivotTables|externalLinks|calcChain|printerSettings)/iu;

type DecodeText = (text: string) => string;

const failed = (code: ReadFailure['code'], found: string): ReadResult => ({ ok: false, failure: { code, found } });

const asItIs: DecodeText = (text) => text;

/** Before 1997 a workbook's text was bytes of the machine's code page, which the library hands on one by one. */
function decodeOldText(text: string): string {
	if (!/[\u0080-\u00ff]/u.test(text) || /[^\u0000-\u00ff]/u.test(text)) return text;
	return new TextDecoder('gb18030').decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

const OPTIONS = { cellNF: true, cellStyles: true, cellHTML: false, dense: true, sheetRows: MAX_SHEET_ROWS } as const;

function toResult(parse: () => Library.WorkBook, reader: ReaderId, decode: DecodeText): ReadResult {
	let book: Library.WorkBook;
	try {
		book = parse();
	} catch (error) {
		return failed('file/damaged', (error instanceof Error ? error.message : String(error)).slice(0, 200));
	}
	const hidden = new Set((book.Workbook?.Sheets ?? []).flatMap(({ name, Hidden }) => (Hidden ? (name ?? []) : [])));
	const sheets = book.SheetNames.map((name) => ({
		name: decode(name),
		hidden: hidden.has(name),
		sheet: decodeTexts(book.Sheets[name] ?? {}, decode)
	}));
	return writeSheets(sheets, reader);
}

function decodeTexts(sheet: Sheet, decode: DecodeText): Sheet {
	if (decode === asItIs) return sheet;
	const data = (sheet['!data'] ?? []).map((row) =>
		row?.map((cell) => (cell && typeof cell.v === 'string' ? { ...cell, v: decode(cell.v) } : cell))
	);
	return { ...sheet, '!data': data };
}

/** A part whose struck and raised text is told from what holds; others as they are. */
function markPart(name: string, bytes: Uint8Array): Uint8Array {
	const mark = /(?:^|\/)styles\.xml$/iu.test(name) ? markStruckCells : /\.xml$/iu.test(name) ? markRuns : null;
	if (!mark || (!holds(bytes, 'strike') && !holds(bytes, 'vertAlign'))) return bytes;
	const xml = decodeText(bytes)?.text;
	const marked = xml === undefined ? undefined : mark(xml);
	return marked === undefined || marked === xml ? bytes : new TextEncoder().encode(marked);
}

/** Whether the bytes hold a word of Latin letters. */
function holds(bytes: Uint8Array, word: string): boolean {
	const codes = [...word].map((letter) => letter.charCodeAt(0));
	const first = codes[0] ?? 0;
	for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
		if (codes.every((code, index) => bytes[at + index] === code)) return true;
	return false;
}

/** Reads a workbook in a zip container (.xlsx, .xlsm): its parts are unpacked within limits before the library sees them. */
export async function readXlsx(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<ReadResult> {
	const inflater = await import('fflate');
	const parts: Record<string, Uint8Array> = {};
	let left = MAX_PARTS;
	for (const entry of entries) {
		if (!PARTS.test(entry.name) || LEFT_OUT.test(entry.name)) continue;
		const unpacked = unpackEntry(bytes, entry, left, inflater);
		if (!unpacked.ok) return unpacked;
		left -= unpacked.value.length;
		const head = new TextDecoder('windows-1252').decode(unpacked.value.subarray(0, 1024));
		if (head.includes('<!DOCTYPE')) return failed('file/bomb', 'XML entities');
		parts[entry.name] = markPart(entry.name, unpacked.value);
	}
	const { read } = await import('@e965/xlsx');
	const plain = inflater.zipSync(parts, { level: 0, mtime: '2000-01-01' });
	return toResult(() => read(plain, { ...OPTIONS, type: 'array' }), 'xlsx', asItIs);
}

/** Reads the stream of an old binary workbook (.xls, WPS .et); `isOld`: of Excel 95 or before. */
export async function readXls(stream: Uint8Array, isOld: boolean): Promise<ReadResult> {
	const plain = plainWorkbook(stream);
	if (!plain.ok) return plain;
	const { read } = await import('@e965/xlsx');
	const parse = (): Library.WorkBook => read(plain.bytes, { ...OPTIONS, cellFormula: false, type: 'array' });
	return toResult(parse, 'xls', isOld ? decodeOldText : asItIs);
}
