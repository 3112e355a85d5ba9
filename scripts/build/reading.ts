import type { Reading } from '../../src/lib/core/collect/index.ts';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';

/** A file to read. */
export interface FileTask {
	/** Where it lies. */
	readonly path: string;
	/** What it is called in the dataset. */
	readonly name: string;
}

/** What is known of the bytes that were read. */
export interface FileFacts {
	/** null where the file was not read whole. */
	readonly sha256: string | null;
	readonly bytes: number | null;
	/** Size, time of change and place on the disk when it was read; null where it could not be looked at. */
	readonly stamp: string | null;
}

/** What came of reading a file. The reading is the text of its JSON: it goes so from a worker, and into the cache. */
export type FileOutcome = FileFacts &
	(
		| { readonly ok: true; readonly reading: string; readonly cached: boolean }
		| { readonly ok: false; readonly problem: DatasetProblem }
	);

/** Reads files and gives what came of each, in the order of the tasks, as it goes. */
export type ReadFiles = (tasks: readonly FileTask[]) => AsyncIterable<FileOutcome>;

export const parseReading = (text: string): Reading => JSON.parse(text) as Reading;
