import { createHash } from 'node:crypto';
import type { Reading } from '../../src/lib/core/collect/index.ts';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import { readFileBytes } from './file-bytes.ts';
import { needsOffice } from './legacy-doc.ts';
import { readContent } from './read-content.ts';
import { ReadingCache } from './reading-cache.ts';
import type { CachePlace } from './reading-cache.ts';
import type { FileOutcome, FileTask, ReadFiles } from './reading.ts';

export type ReadContent = (bytes: Uint8Array, name: string) => Promise<Reading>;
export type ReadFile = (task: FileTask) => Promise<FileOutcome>;

/** Failures that the bytes alone decide; others may be gone next time (a converter that is installed since, more time, more memory). */
const LASTING: ReadonlySet<string> = new Set<DatasetProblem['code']>([
	'file/empty',
	'file/unknown-kind',
	'file/not-decodable',
	'file/too-large',
	'file/too-many',
	'file/bomb',
	'file/encrypted',
	'file/damaged',
	'file/is-image',
	'file/scanned-pdf',
	'file/nested-zip'
]);

/** Whether a reading may be kept: no failure in it hangs on the machine. */
export const isLasting = (reading: Reading): boolean =>
	reading.every(
		({ failure }) =>
			failure === null || (failure.code !== 'file/crashed' && LASTING.has(failure.code) && !needsOffice(failure))
	);

/** The facts of a file whose reading came to nothing, for its entry in `sources`. */
export function unreadOutcome(task: FileTask, problem: DatasetProblem): FileOutcome {
	const file = readFileBytes(task.path);
	if (!file.ok) return { ok: false, problem, sha256: null, bytes: file.size, stamp: file.stamp };
	return { ok: false, problem, sha256: sha256Of(file.bytes), bytes: file.bytes.length, stamp: file.stamp };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads one file after the other, each from the cache if there is one and it has it. */
export function fileReader(cache: CachePlace | null, read: ReadContent = readContent): ReadFile {
	const kept = cache && new ReadingCache(cache);
	return async ({ path, name }) => {
		const file = readFileBytes(path);
		if (!file.ok) return { ok: false, problem: file.problem, sha256: null, bytes: file.size, stamp: file.stamp };
		const { bytes, stamp } = file;
		const sha256 = sha256Of(bytes);
		const facts = { sha256, bytes: bytes.length, stamp };
		const known = kept?.get(sha256) ?? null;
		if (known !== null) return { ...facts, ok: true, reading: known, cached: true };
		const reading = await read(bytes, name);
		const text = JSON.stringify(reading);
		if (kept && isLasting(reading)) kept.put(sha256, text);
		return { ...facts, ok: true, reading: text, cached: false };
	};
}

/** Reads files in this thread: for few files, and for tests; a file that takes no end is not ended. */
export function readHere(readFile: ReadFile): ReadFiles {
	return async function* (tasks) {
		for (const task of tasks) yield await readFile(task);
	};
}
