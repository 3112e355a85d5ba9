import type { BuildOutcome } from './build-dataset.ts';

/** What a build did, for machines: one JSON object. */
export function outcomeRecord(outcome: BuildOutcome): Record<string, unknown> {
	const { assembled, written } = outcome;
	const { tables } = assembled;
	return {
		files: outcome.files,
		refused: outcome.refused,
		reports: tables.reports.length,
		agencies: tables.agencies.length,
		sources: outcome.entries.map((entry) => ({
			file: entry.source.path,
			report: entry.ordinal,
			agency: entry.agencyName,
			agency_id: entry.attributed?.agency.id ?? null,
			year: entry.year,
			read: entry.attributed !== null,
			problems: assembled.problems.get(entry) ?? []
		})),
		manifest: outcome.manifest,
		changes: written?.comparison ?? null,
		written: written && { folder: written.folder, build: written.dataset['gongkai:build'] }
	};
}
