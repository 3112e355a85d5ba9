import type { Entry } from '../../src/lib/core/dataset/index.ts';
import type { BuildOutcome, FileDone } from './build-dataset.ts';

const reportRecord = (entry: Entry): Record<string, unknown> => ({
	source: entry.source.path,
	report: entry.ordinal,
	reader: entry.source.reader,
	agency: entry.agencyName,
	agency_id: entry.attributed?.agency.id ?? null,
	year: entry.year,
	read: entry.attributed !== null,
	problems: entry.problems
});

/** What came of reading one file, for machines: one line of the log, written as soon as it is known. */
export function fileRecord({ file, sha256, cached, entries }: FileDone): Record<string, unknown> {
	const read = entries.some((entry) => entry.attributed);
	return { type: 'file', file, sha256, cached, read, reports: entries.map(reportRecord) };
}

/** What a build did, for machines: the last line of the log. */
export function summaryRecord(outcome: BuildOutcome): Record<string, unknown> {
	const { assembled, written } = outcome;
	const { tables } = assembled;
	return {
		type: 'summary',
		files: outcome.files,
		cached: outcome.cached,
		refused: outcome.refused,
		reports: tables.reports.length,
		agencies: tables.agencies.length,
		versions: assembled.versions.map(({ used, superseded }) => ({
			agency_id: used.attributed.agency.id,
			year: used.attributed.year,
			used: used.source.path,
			superseded: superseded.map(({ entry, problems }) => ({ source: entry.source.path, problems }))
		})),
		same_content: outcome.sameContent,
		manifest: outcome.manifest,
		decisions: outcome.decisions,
		coverage: outcome.coverage,
		changes: written?.comparison ?? null,
		written: written && { folder: written.folder, build: written.dataset['gongkai:build'] }
	};
}
