import { decodeText } from './decode.ts';
import type { ReadResult } from './document.ts';
import { readHtml } from './html.ts';
import { readText } from './text.ts';

export type {
	Block,
	Document,
	Grid,
	GridBlock,
	GridCell,
	ReadFailure,
	ReadResult,
	ReaderId,
	TextBlock
} from './document.ts';

/** Larger files are refused: a report is some hundred kilobytes. */
export const MAX_BYTES = 64 * 1024 * 1024;

const SIGNATURES: readonly { readonly kind: string; readonly bytes: readonly number[] }[] = [
	{ kind: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
	{ kind: 'ZIP (docx, xlsx, zip)', bytes: [0x50, 0x4b, 0x03, 0x04] },
	{ kind: 'OLE (doc, xls)', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
	{ kind: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
	{ kind: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
	{ kind: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
	{ kind: 'GZIP', bytes: [0x1f, 0x8b] },
	{ kind: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21] }
];

const HTML_START = /<(?:!doctype\s+html|html|head|body|table|div|p|span|meta)\b/iu;

function failure(
	code: 'file/empty' | 'file/unknown-kind' | 'file/not-decodable' | 'file/too-large',
	found: string
): ReadResult {
	return { ok: false, failure: { code, found } };
}

function binaryKind(bytes: Uint8Array): string | null {
	const signature = SIGNATURES.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
	if (signature) return signature.kind;
	const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	return !utf16 && bytes.subarray(0, 4096).includes(0) ? 'binary' : null;
}

/** What the bytes of one collected file hold, the kind told by content and never by name; a file that cannot be read is a value. */
export function readDocument(bytes: Uint8Array): ReadResult {
	if (bytes.length === 0) return failure('file/empty', '0');
	if (bytes.length > MAX_BYTES) return failure('file/too-large', String(bytes.length));
	const kind = binaryKind(bytes);
	if (kind) return failure('file/unknown-kind', kind);
	const decoded = decodeText(bytes);
	if (!decoded) return failure('file/not-decodable', 'UTF-8, GB18030');
	if (decoded.text.trim() === '') return failure('file/empty', String(bytes.length));
	const html =
		HTML_START.test(decoded.text.slice(0, 20000)) && /<\/?(?:table|p|div|body|html|td|span)\b/iu.test(decoded.text);
	return {
		ok: true,
		document: html ? readHtml(decoded.text, decoded.encoding) : readText(decoded.text, decoded.encoding)
	};
}
