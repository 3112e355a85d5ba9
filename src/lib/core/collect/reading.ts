import type { Finding } from '../audit/finding.ts';
import type { Report } from '../extract/report.ts';
import type { ReadFailure } from '../read/document.ts';

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

/** What a document of a file is called: `a.zip!b.html`, or as the file where it is the file itself. */
export const sourceName = (file: string, member: string | null): string =>
	member === null ? file : `${file}!${member}`;
