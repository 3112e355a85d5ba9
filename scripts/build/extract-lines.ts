import { auditReport } from '../../src/lib/core/audit/index.ts';
import type { Finding } from '../../src/lib/core/audit/index.ts';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import { extractReports } from '../../src/lib/core/extract/index.ts';
import type { Report } from '../../src/lib/core/extract/index.ts';
import { readDocument } from '../../src/lib/core/read/index.ts';
import { hasTable } from './read-report-file.ts';

/** One line of `data:extract`: a report as the design gives it, every verdict included. */
export interface ExtractLine extends Pick<Report, 'file' | 'agency' | 'year' | 'formats' | 'cells'> {
	readonly findings: readonly Finding[];
	readonly problems: readonly DatasetProblem[];
}

/** The line of a file that gave no report at all. */
export function refusedLine(file: string, problem: DatasetProblem): ExtractLine {
	const formats = { t2: null, t3: null, t4: null };
	return { file, agency: null, year: null, formats, cells: {}, findings: [], problems: [problem] };
}

/** The reports in the bytes of one file; at least one line. `read` is whether any of them has a table. */
export function extractLines(bytes: Uint8Array, file: string): { lines: ExtractLine[]; read: boolean } {
	const result = readDocument(bytes);
	if (!result.ok) return { lines: [refusedLine(file, result.failure)], read: false };
	const reports = extractReports(result.document, file);
	if (reports.length === 0) return { lines: [refusedLine(file, { code: 'report/no-table' })], read: false };
	const lines = reports.map(({ agency, year, formats, cells, problems }, index): ExtractLine => {
		const report = reports[index];
		return { file, agency, year, formats, cells, findings: report ? auditReport(report) : [], problems };
	});
	return { lines, read: reports.some(hasTable) };
}
