import { legacyDoc } from './doc.ts';
import type { ReadFailure } from './document.ts';
import { readOleDirectory } from './ole.ts';
import type { OleStream } from './ole.ts';
import { listEntries, unpackEntry } from './zip-entries.ts';
import type { Inflater, ZipEntry } from './zip-entries.ts';

/** What the bytes of a file are, told by their content. */
export type Kind =
	| { readonly kind: 'pdf' | 'text' }
	| { readonly kind: 'xls'; readonly stream: Uint8Array; readonly isOld: boolean }
	| { readonly kind: 'docx' | 'xlsx' | 'zip'; readonly entries: readonly ZipEntry[] }
	| { readonly kind: 'image' | 'unknown'; readonly found: string }
	| { readonly kind: 'failed'; readonly failure: ReadFailure };

/** An archive of reports holds no more files than this; a document of Word or Excel far fewer. */
export const MAX_MEMBERS = 10_000;

interface Signature {
	readonly found: string;
	readonly bytes: readonly (number | null)[];
	readonly at?: number;
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

const IMAGES: readonly Signature[] = [
	{ found: 'PNG', bytes: [0x89, ...ascii('PNG')] },
	{ found: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
	{ found: 'GIF', bytes: ascii('GIF8') },
	{ found: 'TIFF', bytes: [...ascii('II'), 0x2a, 0] },
	{ found: 'TIFF', bytes: [...ascii('MM'), 0, 0x2a] },
	{ found: 'BMP', bytes: [...ascii('BM'), null, null, null, null, 0, 0, 0, 0] },
	{ found: 'WebP', bytes: [...ascii('RIFF'), null, null, null, null, ...ascii('WEBP')] },
	{ found: 'HEIC', bytes: ascii('ftypheic'), at: 4 }
];

const OTHERS: readonly Signature[] = [
	{ found: 'RTF', bytes: ascii('{\\rtf') },
	{ found: 'RAR', bytes: ascii('Rar!') },
	{ found: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
	{ found: 'GZIP', bytes: [0x1f, 0x8b] },
	{ found: 'tar', bytes: ascii('ustar'), at: 257 },
	{ found: 'CAJ', bytes: ascii('CAJ') }
];

const OLE: Signature = { found: 'OLE', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] };
const ZIPS: readonly Signature[] = [
	{ found: 'zip', bytes: [0x50, 0x4b, 3, 4] },
	{ found: 'zip', bytes: [0x50, 0x4b, 5, 6] }
];

/** Packages that hold no report we can read, by a file in them. */
const PACKAGES: readonly { readonly found: string; readonly file: RegExp }[] = [
	{ found: 'OFD', file: /^OFD\.xml$/iu },
	{ found: 'PowerPoint', file: /^ppt\//iu },
	{ found: 'EPUB', file: /^META-INF\/container\.xml$/iu },
	{ found: 'JAR', file: /^META-INF\/MANIFEST\.MF$/iu }
];

function matches(bytes: Uint8Array, { bytes: signature, at = 0 }: Signature): boolean {
	return signature.every((byte, index) => byte === null || bytes[at + index] === byte);
}

const PDF: Signature = { found: 'PDF', bytes: ascii('%PDF-') };

/** PDF readers allow some bytes before the mark of the format. */
function isPdf(bytes: Uint8Array): boolean {
	const head = bytes.subarray(0, 1024 + PDF.bytes.length);
	for (let at = head.indexOf(0x25); at >= 0; at = head.indexOf(0x25, at + 1)) {
		if (matches(head, { ...PDF, at })) return at === 0 || !isTextual(head.subarray(0, at));
	}
	return false;
}

function isTextual(bytes: Uint8Array): boolean {
	return new TextDecoder('windows-1252').decode(bytes).trim().length > 16;
}

const failed = (code: ReadFailure['code'], found: string): Kind => ({ kind: 'failed', failure: { code, found } });

function oleKind(bytes: Uint8Array): Kind {
	const { streams, torn } = readOleDirectory(bytes);
	const find = (name: string): OleStream | undefined => streams.find((stream) => stream.name === name);
	if (find('EncryptedPackage')) return failed('file/encrypted', 'Office');
	const word = find('WordDocument');
	if (word) return { kind: 'failed', failure: legacyDoc(word) };
	const book = find('Workbook') ?? find('Book');
	const stream = book?.bytes();
	if (book)
		return stream ? { kind: 'xls', stream, isOld: book.name === 'Book' } : failed('file/damaged', 'xls (cut short?)');
	if (torn) return failed('file/damaged', 'OLE directory (cut short?)');
	const names = streams.map(({ name }) => name.replace(/[^\u0020-\u007e]/gu, ''));
	return { kind: 'unknown', found: `OLE: ${names.slice(0, 4).join(', ')}` };
}

const FAMILIES = ['wordprocessingml', 'spreadsheetml', 'ms-word', 'ms-excel'] as const;

/** The family of formats that the main part of a package belongs to, as its list of content types says. */
function familyOf(types: string): (typeof FAMILIES)[number] | undefined {
	const main = types
		.toLowerCase()
		.split(/["']/u)
		.filter((type) => type.includes('.main'));
	return FAMILIES.find((family) => main.some((type) => type.includes(`${family}.`)));
}

function zipKind(bytes: Uint8Array, inflater: Inflater): Kind {
	const listed = listEntries(bytes, MAX_MEMBERS);
	if (!listed.ok) return { kind: 'failed', failure: listed.failure };
	const entries = listed.value;
	const names = entries.map(({ name }) => name);
	const read = (name: string): string => {
		const entry = entries.find((candidate) => candidate.name === name);
		const unpacked = entry && unpackEntry(bytes, entry, 1024 * 1024, inflater);
		return unpacked?.ok ? new TextDecoder().decode(unpacked.value) : '';
	};
	if (names.includes('[Content_Types].xml')) {
		const main = familyOf(read('[Content_Types].xml'));
		const inFolder = (folder: string): boolean => main === undefined && names.some((name) => name.startsWith(folder));
		if (names.includes('xl/workbook.bin')) return { kind: 'unknown', found: 'XLSB' };
		if (main === 'wordprocessingml' || main === 'ms-word' || inFolder('word/')) return { kind: 'docx', entries };
		if (main === 'spreadsheetml' || main === 'ms-excel' || inFolder('xl/')) return { kind: 'xlsx', entries };
	}
	const type = names.includes('mimetype') ? read('mimetype') : '';
	if (type !== '') return { kind: 'unknown', found: type.slice(0, 100) };
	const other = PACKAGES.find(({ file }) => names.some((name) => file.test(name)));
	return other ? { kind: 'unknown', found: other.found } : { kind: 'zip', entries };
}

/** What a file is, by its first bytes and by what its container lists; never by its name. */
export async function sniff(bytes: Uint8Array): Promise<Kind> {
	if (ZIPS.some((signature) => matches(bytes, signature))) return zipKind(bytes, await import('fflate'));
	if (matches(bytes, OLE)) return oleKind(bytes);
	const image = IMAGES.find((signature) => matches(bytes, signature));
	if (image) return { kind: 'image', found: image.found };
	const other = OTHERS.find((signature) => matches(bytes, signature));
	if (other) return { kind: 'unknown', found: other.found };
	if (isPdf(bytes)) return { kind: 'pdf' };
	const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	return !utf16 && bytes.subarray(0, 4096).includes(0) ? { kind: 'unknown', found: 'binary' } : { kind: 'text' };
}
