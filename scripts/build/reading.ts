import type { Finding } from '../../src/lib/core/audit/finding.ts';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import type { Report } from '../../src/lib/core/extract/report.ts';
import type { ReadFailure } from '../../src/lib/core/read/index.ts';

/** One report with its verdicts; its `file` is empty, since what the bytes say does not depend on where they lie. */
export interface ReadReport {
	readonly report: Report;
	readonly findings: readonly Finding[];
}

/** What one document of a file gave: its reports, or why there is none. */
export interface ReadPart {
	/** Path within the file, for an archive; null for the file itself. */
	readonly member: string | null;
	readonly reader: string | null;
	readonly failure: ReadFailure | { readonly code: 'file/crashed'; readonly found: string } | null;
	readonly reports: readonly ReadReport[];
}

/** What the bytes of one file gave, in the order of its documents; at least one part. */
export type Reading = readonly ReadPart[];

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

/** What a document of a file is called: `a.zip!b.html`, or as the file where it is the file itself. */
export const sourceName = (file: string, member: string | null): string =>
	member === null ? file : `${file}!${member}`;

export const parseReading = (text: string): Reading => JSON.parse(text) as Reading;
