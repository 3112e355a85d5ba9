import type { Agency, AgencyContext } from '../agencies/index.ts';
import { sameAgency } from '../dataset/index.ts';
import type { DatasetProblem, Entry, Scope, SourceFile } from '../dataset/index.ts';
import type { Report } from '../extract/report.ts';
import { shownName, TABLE_IDS } from '../form/index.ts';
import { plainPath } from './manifest.ts';
import type { Manifest, ManifestRow } from './manifest.ts';
import { sourceName } from './reading.ts';
import type { ReadPart, ReadReport } from './reading.ts';

export interface Resolution {
	readonly agency: Agency;
	readonly problems: readonly DatasetProblem[];
}

/** The steps from a report to its agency; tests may put others in their place. */
export interface Steps {
	readonly resolve: (name: string, context: AgencyContext & { readonly year: number }) => Resolution;
	readonly scopeOf: (agency: Agency) => Scope;
}

export const hasTable = (report: Report): boolean => TABLE_IDS.some((table) => report.formats[table] !== null);

/** A source that gave no report: one entry, with the reason. */
function refused(
	source: SourceFile,
	ordinal: number,
	row: ManifestRow | null,
	problems: readonly DatasetProblem[]
): Entry {
	return { source, ordinal, agencyName: row?.agency ?? null, year: row?.year ?? null, attributed: null, problems };
}

/** Names of the folders above a file that may name a place: words, or a whole division code (not `2023` or `11`). */
function folderHints(path: string): string[] {
	return path
		.split('/')
		.slice(0, -1)
		.filter((folder) => /\p{Script=Han}|^\d{6}/u.test(folder));
}

interface Attribution {
	readonly name: string | null;
	readonly year: number | null;
	readonly problems: readonly DatasetProblem[];
}

/** The manifest overrules the document; where its row is for several reports it only fills in what one of them does not say. */
function attribute(report: Report, row: ManifestRow | null, several: boolean): Attribution {
	const problems: DatasetProblem[] = [];
	if (report.agency !== null && row?.agency && !sameAgency(report.agency, row.agency)) {
		problems.push({ code: 'manifest/agency-differs', found: report.agency, expected: row.agency });
	}
	if (report.year !== null && row?.year && report.year !== row.year) {
		problems.push({ code: 'manifest/year-differs', found: String(report.year), expected: String(row.year) });
	}
	const given = { agency: row?.agency ?? null, year: row?.year ?? null };
	return several
		? { name: report.agency ?? given.agency, year: report.year ?? given.year, problems }
		: { name: given.agency ?? report.agency, year: given.year ?? report.year, problems };
}

function entryOf(
	{ report }: ReadReport,
	ordinal: number,
	source: SourceFile,
	row: ManifestRow | null,
	several: boolean,
	steps: Steps
): Entry {
	const { name, year, problems } = attribute(report, row, several);
	const supplied = new Set<DatasetProblem['code']>();
	if (name !== null) supplied.add('report/agency-not-found');
	if (year !== null) supplied.add('report/year-not-found');
	const own: DatasetProblem[] = [...report.problems.filter((problem) => !supplied.has(problem.code)), ...problems];
	const needs = (code: 'report/no-table' | 'report/agency-not-found' | 'report/year-not-found'): void => {
		if (!own.some((problem) => problem.code === code)) own.push({ code });
	};
	const entry = { source, ordinal, agencyName: name, year };
	const filedYear = several ? null : (row?.year ?? null);
	if (!hasTable(report)) needs('report/no-table');
	if (name === null) needs('report/agency-not-found');
	if (year === null) needs('report/year-not-found');
	if (name === null || year === null || !hasTable(report)) return { ...entry, attributed: null, problems: own };
	const context = { year, address: source.address, place: row?.place ?? null, hints: folderHints(source.path) };
	const { agency, problems: unresolved } = steps.resolve(name, context);
	return {
		...entry,
		attributed: { report: { ...report, file: source.path }, agency, scope: steps.scopeOf(agency), year, filedYear },
		problems: [...own, ...unresolved]
	};
}

/** A part of a reading, or the file that was not read. */
export type CollectedPart = Omit<ReadPart, 'failure'> & { readonly failure: DatasetProblem | null };

/** What is known of a collected file, and what reading it gave: at least one part. */
export interface CollectedFile extends Pick<SourceFile, 'sha256' | 'bytes'> {
	readonly parts: readonly CollectedPart[];
}

/** A file that was not read at all, as its one part. */
export const unreadPart = (failure: DatasetProblem): CollectedPart => ({
	member: null,
	reader: null,
	failure,
	reports: []
});

/** One document of a file: which row of the manifest is for it, and whether for it alone. */
interface Source {
	readonly path: string;
	readonly row: ManifestRow | null;
	readonly alone: boolean;
}

function sourceOf(path: string, part: CollectedPart, manifest: Manifest, reports: number): Source {
	const ofFile = manifest.rows.get(plainPath(path)) ?? null;
	if (part.member === null) return { path, row: ofFile, alone: reports <= 1 };
	const member = sourceName(path, part.member);
	const own = manifest.rows.get(plainPath(member));
	return own
		? { path: member, row: own, alone: part.reports.length <= 1 }
		: { path: member, row: ofFile, alone: reports <= 1 };
}

/** The entries of one collected file: its reports attributed to an agency and a year, or the reason why there are none; at least one. */
export function entriesOf(
	path: string,
	{ sha256, bytes, parts }: CollectedFile,
	manifest: Manifest,
	steps: Steps
): Entry[] {
	const reports = parts.reduce((sum, part) => sum + part.reports.length, 0);
	const ordinals = new Map<string, number>();
	return parts.flatMap((part): Entry[] => {
		const { path: name, row, alone } = sourceOf(path, part, manifest, reports);
		const source: SourceFile = {
			path: shownName(name),
			sha256,
			bytes,
			reader: part.reader,
			address: row?.address ?? null,
			collected: row?.collected ?? null,
			published: row?.published ?? null
		};
		const next = (): number => {
			const ordinal = (ordinals.get(name) ?? 0) + 1;
			ordinals.set(name, ordinal);
			return ordinal;
		};
		const declared = ordinals.has(name) ? [] : (manifest.problemsOf.get(plainPath(name)) ?? []);
		if (part.failure || part.reports.length === 0) {
			return [refused(source, next(), row, [part.failure ?? { code: 'report/no-table' }, ...declared])];
		}
		return part.reports.map((report, index) => {
			const entry = entryOf(report, next(), source, row, !alone, steps);
			return index === 0 ? { ...entry, problems: [...entry.problems, ...declared] } : entry;
		});
	});
}
