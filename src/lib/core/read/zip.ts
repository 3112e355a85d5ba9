import type { ReadFailure } from './document.ts';
import { unpackEntry } from './zip-entries.ts';
import type { ZipEntry } from './zip-entries.ts';

/** All members of an archive together unpack to no more than this. */
const MAX_TOTAL = 512 * 1024 * 1024;
/** After so many members that are not what the directory says, the rest is left alone. */
const MAX_DAMAGED = 50;

/** Files that systems put into archives beside the reports. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._|~\$)/iu;
/** In names of strangers: control characters, and marks that turn the direction of text. */
const NOT_SHOWN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A file in an archive: its name for display, and its bytes or why there are none. */
export interface ZipMember {
	readonly name: string;
	readonly bytes: Uint8Array | null;
	readonly failure: ReadFailure | null;
}

/**
 * The files of an archive one after another, unpacked only as they are asked for. A member that is damaged, encrypted or too large
 * says so and does not keep the others from being read. Names are never used as paths.
 */
export async function* zipMembers(
	bytes: Uint8Array,
	entries: readonly ZipEntry[],
	maxBytes: number
): AsyncGenerator<ZipMember> {
	const inflater = await import('fflate');
	let left = MAX_TOTAL;
	let damaged = 0;
	for (const entry of entries) {
		if (JUNK.test(entry.name)) continue;
		const name = entry.name.replace(NOT_SHOWN, '\ufffd');
		if (damaged >= MAX_DAMAGED) {
			yield { name, bytes: null, failure: { code: 'file/damaged', found: 'zip' } };
			continue;
		}
		const unpacked = unpackEntry(bytes, entry, Math.min(maxBytes, left), inflater);
		if (unpacked.ok) {
			left -= unpacked.value.length;
			yield { name, bytes: unpacked.value, failure: null };
		} else {
			if (unpacked.failure.code === 'file/damaged') damaged += 1;
			yield { name, bytes: null, failure: unpacked.failure };
		}
	}
}
