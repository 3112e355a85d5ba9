import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import { MAX_ARCHIVE_BYTES, MAX_BYTES } from '../../src/lib/core/read/index.ts';

export type FileBytes =
	| { readonly ok: true; readonly bytes: Uint8Array; readonly stamp: string }
	| {
			readonly ok: false;
			readonly problem: DatasetProblem;
			readonly size: number | null;
			readonly stamp: string | null;
	  };

const stampText = ({ dev, ino, size, mtimeNs }: BigIntStats): string => [dev, ino, size, mtimeNs].join('-');

/** Tells one state of a file from another: its size, time of change and place on the disk; null where there is no such file. */
export function stampOf(path: string): string | null {
	try {
		return stampText(statSync(path, { bigint: true }));
	} catch {
		return null;
	}
}

export function ioProblem(error: unknown): DatasetProblem {
	const { code, message } = error as NodeJS.ErrnoException;
	return code === 'ENOENT' ? { code: 'file/not-found' } : { code: 'file/not-readable', found: code ?? message };
}

/** Why a path is nothing to read, told without opening it: what is no regular file may block. */
function unfit(stats: BigIntStats): DatasetProblem | null {
	if (stats.isDirectory()) return { code: 'file/is-folder' };
	return stats.isFile() ? null : { code: 'file/not-readable', found: 'not a regular file' };
}

const tooLarge = (size: number, most: number): DatasetProblem => ({
	code: 'file/too-large',
	found: String(size),
	expected: `≤ ${String(most)}`
});

const ZIP = [0x50, 0x4b];

/** Whether a file is past what is read, told by its size and first bytes: an archive may be larger than a report. */
function excess(descriptor: number, size: number): DatasetProblem | null {
	if (size <= MAX_BYTES) return null;
	if (size > MAX_ARCHIVE_BYTES) return tooLarge(size, MAX_ARCHIVE_BYTES);
	const head = new Uint8Array(ZIP.length);
	readSync(descriptor, head, 0, head.length, 0);
	return ZIP.every((byte, index) => head[index] === byte) ? null : tooLarge(size, MAX_BYTES);
}

function readWhole(descriptor: number, size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let read = 0;
	while (read < size) {
		const more = readSync(descriptor, bytes, read, size - read, read);
		if (more === 0) break;
		read += more;
	}
	return read === size ? bytes : bytes.subarray(0, read);
}

/** The bytes of a file, or why there are none. A file whose size or time changes while it is read is a problem. */
export function readFileBytes(path: string): FileBytes {
	let stamp: string | null = null;
	try {
		const stats = statSync(path, { bigint: true });
		stamp = stampText(stats);
		const problem = unfit(stats);
		if (problem) return { ok: false, problem, size: null, stamp };
		const size = Number(stats.size);
		const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			const large = excess(descriptor, size);
			if (large) return { ok: false, problem: large, size, stamp };
			const bytes = readWhole(descriptor, size);
			if (stampText(fstatSync(descriptor, { bigint: true })) === stamp) return { ok: true, bytes, stamp };
			return { ok: false, problem: { code: 'file/changed' }, size: bytes.length, stamp };
		} finally {
			closeSync(descriptor);
		}
	} catch (error) {
		return { ok: false, problem: ioProblem(error), size: null, stamp };
	}
}
