import type { Inflate, inflateSync } from 'fflate';
import { decodeText } from './decode.ts';
import type { ReadFailure } from './document.ts';
import { LittleEndian } from './little-endian.ts';

/** A file inside a zip container, as the container's directory describes it. */
export interface ZipEntry {
	/** With `/` between folders; for display and look-up only, never a path to write to. */
	readonly name: string;
	readonly method: number;
	readonly encrypted: boolean;
	readonly crc: number;
	/** Bytes it takes in the container, and bytes it says it unpacks to. */
	readonly packed: number;
	readonly size: number;
	/** Where its packed bytes begin. */
	readonly start: number;
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ReadFailure };

/** What of fflate is used; it is loaded only where there is something to unpack. */
export interface Inflater {
	readonly Inflate: typeof Inflate;
	readonly inflateSync: typeof inflateSync;
}

/** An entry that unpacks to more than this many times its size, and to more than the floor, is a bomb; reports reach about 100. */
const MAX_RATIO = 250;
const RATIO_FLOOR = 16 * 1024 * 1024;
/** Entries packed to less are unpacked at one go: at worst to some tens of megabytes, of which no more is kept than should be. */
const SMALL = 64 * 1024;
/** Packed bytes handed to the inflater at a time: one step yields at most about a thousand times as many. */
const STEP = 16 * 1024;
/** Sum of packed sizes over the container's own size: more means that entries share their bytes. */
const OVERLAP_SLACK = 1024;

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const FROM_DOS = 0;
const SATURATED = 0xffffffff;

const damaged = (found: string): { readonly ok: false; readonly failure: ReadFailure } => ({
	ok: false,
	failure: { code: 'file/damaged', found }
});

interface Directory {
	readonly at: number;
	readonly end: number;
	/** Bytes before the container proper, which its offsets do not count. */
	readonly shift: number;
}

function findDirectory(read: LittleEndian): Directory | null {
	for (let at = read.length - 22; at >= Math.max(0, read.length - 22 - 0xffff); at -= 1) {
		if (read.u32(at) !== END_SIGNATURE) continue;
		const large = read.u32(at - 20) === END64_LOCATOR ? read.u64(at - 12) : -1;
		const is64 = large >= 0 && read.u32(large) === END64_SIGNATURE;
		const size = is64 ? read.u64(large + 40) : read.u32(at + 12);
		const offset = is64 ? read.u64(large + 48) : read.u32(at + 16);
		const end = is64 ? large : at;
		const shift = end - size - offset;
		return size < 0 || offset < 0 || shift < 0 ? null : { at: offset + shift, end, shift };
	}
	return null;
}

/** Sizes and offset that did not fit 32 bits stand in an extra field, in this order. */
function large(read: LittleEndian, from: number, to: number, values: readonly number[]): number[] {
	for (let at = from; at + 4 <= to; at += 4 + Math.max(0, read.u16(at + 2))) {
		if (read.u16(at) !== 0x0001) continue;
		let next = at + 4;
		return values.map((value) => {
			if (value !== SATURATED) return value;
			next += 8;
			return read.u64(next - 8);
		});
	}
	return [...values];
}

/** Names are UTF-8 where the entry says so; else what Windows and old tools write: GB18030, unless Chinese in UTF-8 fits. */
function decodeName(bytes: Uint8Array, isUtf8: boolean, madeBy: number): string {
	const decoded = decodeText(bytes);
	const sure =
		decoded?.encoding === 'utf-8' && (isUtf8 || madeBy !== FROM_DOS || /[\u3400-\u9fff]/u.test(decoded.text));
	if (decoded && (sure || /^[\u0020-\u007e]*$/u.test(decoded.text))) return decoded.text.replaceAll('\\', '/');
	return new TextDecoder('gb18030').decode(bytes).replaceAll('\\', '/');
}

/** The files in a zip container, folders left out; a container that is cut, or whose entries share bytes, is refused. */
export function listEntries(bytes: Uint8Array, maxEntries: number): Outcome<readonly ZipEntry[]> {
	const read = new LittleEndian(bytes);
	const directory = findDirectory(read);
	if (!directory) return damaged('zip without its directory (cut short?)');
	const entries: ZipEntry[] = [];
	let packedInAll = 0;
	for (let at = directory.at; at < directory.end;) {
		if (read.u32(at) !== ENTRY_SIGNATURE) return damaged('zip directory');
		const flags = read.u16(at + 8);
		const nameEnd = at + 46 + read.u16(at + 28);
		const extraEnd = nameEnd + read.u16(at + 30);
		const next = extraEnd + read.u16(at + 32);
		const printed = [read.u32(at + 24), read.u32(at + 20), read.u32(at + 42)];
		const [size = -1, packed = -1, offset = -1] = large(read, nameEnd, extraEnd, printed);
		const local = offset + directory.shift;
		const start = local + 30 + read.u16(local + 26) + read.u16(local + 28);
		if (next > directory.end || size < 0 || packed < 0 || read.u32(local) !== LOCAL_SIGNATURE)
			return damaged('zip directory');
		if (start + packed > bytes.length) return damaged('zip entry (cut short?)');
		packedInAll += packed;
		if (packedInAll > bytes.length + OVERLAP_SLACK)
			return { ok: false, failure: { code: 'file/bomb', found: 'zip entries that share their bytes' } };
		const name = decodeName(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0, read.u16(at + 4) >> 8);
		const entry = {
			method: read.u16(at + 10),
			encrypted: (flags & 1) !== 0,
			crc: read.u32(at + 16),
			packed,
			size,
			start
		};
		if (!name.endsWith('/')) entries.push({ name, ...entry });
		if (entries.length > maxEntries)
			return { ok: false, failure: { code: 'file/too-many', found: `more than ${maxEntries} files in a zip` } };
		at = next;
	}
	return { ok: true, value: entries };
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, index) => {
	let value = index;
	for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value;
});

function crc32(bytes: Uint8Array): number {
	let crc = -1;
	const { length } = bytes;
	// By index: over an iterator this takes four times as long, and longer than all else in a document.
	for (let at = 0; at < length; at += 1) crc = (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
	return (crc ^ -1) >>> 0;
}

/** Unpacks to at most `size` bytes, whatever the stream holds; null where it is broken or holds another number. */
function inflate(packed: Uint8Array, size: number, { Inflate, inflateSync }: Inflater): Uint8Array | null {
	try {
		if (packed.length <= SMALL) {
			// One byte more than there should be tells a stream that goes on; it writes no further.
			const out = inflateSync(packed, { out: new Uint8Array(size + 1) });
			return out.length === size ? out : null;
		}
		const out = new Uint8Array(size);
		const got = { length: 0 };
		const stream = new Inflate((chunk) => {
			if (got.length + chunk.length <= size) out.set(chunk, got.length);
			got.length += chunk.length;
		});
		for (let at = 0; at < packed.length && got.length <= size; at += STEP)
			stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
		return got.length === size ? out : null;
	} catch {
		return null;
	}
}

/** The bytes of an entry: never more than `limit`, checked against the size and the checksum that the directory states. */
export function unpackEntry(
	bytes: Uint8Array,
	entry: ZipEntry,
	limit: number,
	inflater: Inflater
): Outcome<Uint8Array> {
	if (entry.encrypted) return { ok: false, failure: { code: 'file/encrypted', found: 'zip' } };
	if (entry.size > RATIO_FLOOR && entry.size > entry.packed * MAX_RATIO)
		return { ok: false, failure: { code: 'file/bomb', found: `${entry.packed} → ${entry.size}` } };
	if (entry.size > limit) return { ok: false, failure: { code: 'file/too-large', found: String(entry.size) } };
	if (entry.method !== 0 && entry.method !== 8)
		return { ok: false, failure: { code: 'file/unknown-kind', found: `zip method ${entry.method}` } };
	const packed = bytes.subarray(entry.start, entry.start + entry.packed);
	const value = entry.method === 0 ? packed : inflate(packed, entry.size, inflater);
	if (value?.length !== entry.size || crc32(value) !== entry.crc) return damaged('zip checksum');
	return { ok: true, value };
}
