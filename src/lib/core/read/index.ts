import { readCsv } from './csv.ts';
import { decodeText } from './decode.ts';
import type { Document, NamedResult, ReadFailure, ReadResult } from './document.ts';
import { htmlCost } from './html-cost.ts';
import { readHtml } from './html.ts';
import { readJson } from './json.ts';
import { htmlParts, isMhtml, joinPages } from './mhtml.ts';
import { sniff } from './sniff.ts';
import type { Kind } from './sniff.ts';
import type { PdfOptions } from './pdf-engine.ts';
import { readText } from './text.ts';
import { zipMembers } from './zip.ts';

export type {
	Block,
	Document,
	ExtractedCell,
	ExtractedReport,
	Grid,
	GridBlock,
	GridCell,
	NamedResult,
	ReadFailure,
	ReadFailureCode,
	ReadResult,
	ReaderId,
	TextBlock
} from './document.ts';

/** What readers need to be told of the place they run in. */
export interface ReadOptions {
	readonly pdf?: PdfOptions;
}

/** Larger files are refused: a report is some hundred kilobytes. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** Larger archives are refused. */
export const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
/** A text of more lines than this is no report. */
const MAX_LINES = 200_000;
/** Characters in all pages of a web archive, pictures apart. */
const MAX_ARCHIVED_TEXT = 8_000_000;

const HTML_START = /<(?:!doctype\s+html|html|head|body|table|div|p|span|meta)\b/iu;
const HTML_TAG = /<\/?(?:table|p|div|body|html|td|span)\b/iu;
const WORD_XML = /<(?:pkg:package|w:wordDocument)\b/u;
const SHEET_XML = /<(?:[a-z]{1,8}:)?Workbook\s/u;
const SHEET_NAMESPACE = 'urn:schemas-microsoft-com:office:spreadsheet';
const HEAD = 20_000;

const failed = (code: ReadFailure['code'], found: string): ReadResult => ({ ok: false, failure: { code, found } });
const given = (document: Document | null): ReadResult | null => (document ? { ok: true, document } : null);

function readPage(text: string, encoding: string): ReadResult {
	const cost = htmlCost(text);
	return cost ? { ok: false, failure: cost } : { ok: true, document: readHtml(text, encoding) };
}

/** The page that a web archive opens with; where that has no table, all its pages (a workbook saved so has one for each sheet). */
function readMhtml(bytes: Uint8Array): ReadResult {
	const pages: Document[] = [];
	let characters = 0;
	for (const { text, encoding } of htmlParts(bytes)) {
		characters += text.length;
		if (characters > MAX_ARCHIVED_TEXT)
			return failed('file/too-many', `MHTML characters: more than ${MAX_ARCHIVED_TEXT}`);
		const read = readPage(text, encoding);
		if (!read.ok) return read;
		pages.push(read.document);
		if (pages[0]?.blocks.some(({ kind }) => kind === 'grid')) break;
	}
	return given(joinPages(pages)) ?? failed('file/unknown-kind', 'MHTML');
}

function countLines(text: string): number {
	let lines = 1;
	for (let at = text.indexOf('\n'); at >= 0 && lines <= MAX_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
	return lines;
}

async function readTextual(bytes: Uint8Array): Promise<ReadResult> {
	if (isMhtml(bytes)) return readMhtml(bytes);
	const decoded = decodeText(bytes);
	if (!decoded) return failed('file/not-decodable', 'UTF-8, GB18030');
	const { text, encoding } = decoded;
	if (text.trim() === '') return failed('file/empty', String(bytes.length));
	const head = text.slice(0, HEAD);
	if (/^\ufeff?\s*[[{]/u.test(head)) {
		const json = readJson(text, encoding);
		if (json) return json;
	}
	if (WORD_XML.test(head)) return (await import('./docx.ts')).readWordXml(text);
	if (head.includes(SHEET_NAMESPACE) && SHEET_XML.test(head))
		return (await import('./sheet-xml.ts')).readSheetXml(text);
	if (HTML_START.test(head) && HTML_TAG.test(text)) return readPage(text, encoding);
	if (/^\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?<svg\b/u.test(head)) return failed('file/is-image', 'SVG');
	if (countLines(text) > MAX_LINES) return failed('file/too-many', `lines: more than ${MAX_LINES}`);
	return given(readCsv(text, encoding)) ?? { ok: true, document: readText(text, encoding) };
}

async function readKind(kind: Kind, bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
	switch (kind.kind) {
		case 'failed':
			return { ok: false, failure: kind.failure };
		case 'image':
			return failed('file/is-image', kind.found);
		case 'unknown':
			return failed('file/unknown-kind', kind.found);
		case 'zip':
			return failed('file/nested-zip', String(kind.entries.length));
		case 'pdf':
			return (await import('./pdf.ts')).readPdf(bytes, options.pdf);
		case 'docx':
			return (await import('./docx.ts')).readDocx(bytes, kind.entries, readTextual);
		case 'xlsx':
			return (await import('./xlsx.ts')).readXlsx(bytes, kind.entries);
		case 'xls':
			return (await import('./xlsx.ts')).readXls(kind.stream, kind.isOld);
		case 'text':
			return readTextual(bytes);
	}
}

/** What one collected file holds, the kind told by content and never by name; a file that cannot be read is a value. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
	if (bytes.length === 0) return failed('file/empty', '0');
	if (bytes.length > MAX_BYTES) return failed('file/too-large', String(bytes.length));
	return readKind(await sniff(bytes), bytes, options);
}

/** A fault of ours in one member must not lose the others; alone it is thrown, for the caller to report. */
async function readMember(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
	try {
		return await readDocument(bytes, options);
	} catch (error) {
		return failed('file/damaged', error instanceof Error ? error.message.slice(0, 200) : String(error));
	}
}

/**
 * What a collected file holds: one result, or, for an archive, one for each file in it, in the archive's order, each read only when it
 * is asked for. A member that cannot be read does not keep the others from being read; an archive inside the archive is not opened.
 */
export async function* eachDocument(
	bytes: Uint8Array,
	name: string,
	options: ReadOptions = {}
): AsyncGenerator<NamedResult> {
	const small = bytes.length > 0 && bytes.length <= MAX_ARCHIVE_BYTES;
	const kind = small ? await sniff(bytes) : null;
	if (kind?.kind !== 'zip') {
		const result = kind && bytes.length <= MAX_BYTES ? readKind(kind, bytes, options) : readDocument(bytes, options);
		yield { name, result: await result };
		return;
	}
	let members = 0;
	for await (const member of zipMembers(bytes, kind.entries, MAX_BYTES)) {
		members += 1;
		const result: ReadResult = member.bytes
			? await readMember(member.bytes, options)
			: { ok: false, failure: member.failure ?? { code: 'file/damaged', found: 'zip' } };
		yield { name: `${name}!${member.name}`, result };
	}
	if (members === 0) yield { name, result: failed('file/empty', 'zip') };
}

/** All that `eachDocument` gives. */
export async function readDocuments(
	bytes: Uint8Array,
	name: string,
	options: ReadOptions = {}
): Promise<readonly NamedResult[]> {
	const results: NamedResult[] = [];
	for await (const result of eachDocument(bytes, name, options)) results.push(result);
	return results;
}
