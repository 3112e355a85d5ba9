import type { Agency, AgencyContext } from '../../src/lib/core/agencies/index.ts';
import type { Finding } from '../../src/lib/core/audit/finding.ts';
import type { DatasetProblem, Entry, Scope, SourceFile } from '../../src/lib/core/dataset/index.ts';
import type { Report } from '../../src/lib/core/extract/report.ts';
import { foldLabel, TABLE_IDS } from '../../src/lib/core/form/index.ts';
import type { Document, ReadResult } from '../../src/lib/core/read/document.ts';
import type { ManifestRow } from './manifest.ts';

export interface Resolution {
	readonly agency: Agency;
	readonly problems: readonly DatasetProblem[];
}

/** The steps from bytes to findings; tests may put others in their place. */
export interface Steps {
	readonly read: (bytes: Uint8Array, name: string) => ReadResult | Promise<ReadResult>;
	readonly extract: (document: Document, file: string) => readonly Report[];
	readonly resolve: (name: string, context: AgencyContext & { readonly year: number }) => Resolution;
	readonly scopeOf: (agency: Agency) => Scope;
	readonly audit: (report: Report) => readonly Finding[];
}

export interface CollectedFile {
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly sha256: string;
	readonly row: ManifestRow | null;
	/** What is wrong with its row of the manifest. */
	readonly manifestProblems: readonly DatasetProblem[];
}

export const hasTable = (report: Report): boolean => TABLE_IDS.some((table) => report.formats[table] !== null);

/** A file that gave no report: one entry, with the reason. */
export function refusedFile(source: SourceFile, row: ManifestRow | null, problems: readonly DatasetProblem[]): Entry {
	return { source, ordinal: 1, agencyName: row?.agency ?? null, year: row?.year ?? null, attributed: null, problems };
}

/** One name is the other with its place before it, or the other way round: 柳江区工业和信息化局, 柳州市柳江区工业和信息化局. */
function sameAgency(a: string, b: string): boolean {
	const [left, right] = [foldLabel(a), foldLabel(b)];
	return left.endsWith(right) || right.endsWith(left);
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

/** The manifest overrules the document; where a file holds several reports it only fills in what one of them does not say. */
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
	report: Report,
	ordinal: number,
	source: SourceFile,
	file: CollectedFile,
	several: boolean,
	steps: Steps
): Entry {
	const { name, year, problems } = attribute(report, file.row, several);
	const supplied = new Set<DatasetProblem['code']>();
	if (name !== null) supplied.add('report/agency-not-found');
	if (year !== null) supplied.add('report/year-not-found');
	const own: DatasetProblem[] = [...report.problems.filter((problem) => !supplied.has(problem.code)), ...problems];
	const needs = (code: 'report/no-table' | 'report/agency-not-found' | 'report/year-not-found'): void => {
		if (!own.some((problem) => problem.code === code)) own.push({ code });
	};
	const entry = { source, ordinal, agencyName: name, year };
	if (!hasTable(report)) needs('report/no-table');
	if (name === null) needs('report/agency-not-found');
	if (year === null) needs('report/year-not-found');
	if (name === null || year === null || !hasTable(report)) return { ...entry, attributed: null, problems: own };
	const context = { year, address: source.address, place: file.row?.place ?? null, hints: folderHints(file.path) };
	const { agency, problems: unresolved } = steps.resolve(name, context);
	return {
		...entry,
		attributed: { report, agency, scope: steps.scopeOf(agency), year, findings: steps.audit(report) },
		problems: [...own, ...unresolved]
	};
}

/** Reads, extracts, attributes and audits one file. Whatever is wrong with it is in the entries; it never throws for what the file holds. */
export async function readReportFile(file: CollectedFile, steps: Steps): Promise<Entry[]> {
	const { path, sha256, bytes, row, manifestProblems } = file;
	const source: SourceFile = {
		path,
		sha256,
		bytes: bytes.length,
		reader: null,
		address: row?.address ?? null,
		collected: row?.collected ?? null
	};
	try {
		const result = await steps.read(bytes, path);
		if (!result.ok) return [refusedFile(source, row, [result.failure, ...manifestProblems])];
		const read = { ...source, reader: result.document.reader };
		const reports = steps.extract(result.document, path);
		if (reports.length === 0) return [refusedFile(read, row, [{ code: 'report/no-table' }, ...manifestProblems])];
		return reports.map((report, index) => {
			const entry = entryOf(report, index + 1, read, file, reports.length > 1, steps);
			return index === 0 ? { ...entry, problems: [...entry.problems, ...manifestProblems] } : entry;
		});
	} catch (error) {
		const found = error instanceof Error ? error.message : String(error);
		return [refusedFile(source, row, [{ code: 'file/crashed', found }, ...manifestProblems])];
	}
}
