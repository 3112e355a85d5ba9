import type { Finding } from '../../src/lib/core/audit/index.ts';
import { hasTable, sourceName } from '../../src/lib/core/collect/index.ts';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import type { Report } from '../../src/lib/core/extract/index.ts';
import { parseReading } from './reading.ts';
import type { FileOutcome } from './reading.ts';

/** One line of `data:extract`: a report as the design gives it, every verdict included. */
export interface ExtractLine extends Pick<Report, 'file' | 'agency' | 'year' | 'formats' | 'cells'> {
	readonly findings: readonly Finding[];
	readonly problems: readonly DatasetProblem[];
}

/** The line of a file that gave no report at all. */
function refusedLine(file: string, problem: DatasetProblem): ExtractLine {
	const formats = { t2: null, t3: null, t4: null };
	return { file, agency: null, year: null, formats, cells: {}, findings: [], problems: [problem] };
}

/** The reports of one file as it was read; at least one line. `read` is whether every document in it gave a report with a table. */
export function extractLines(file: string, outcome: FileOutcome): { lines: ExtractLine[]; read: boolean } {
	if (!outcome.ok) return { lines: [refusedLine(file, outcome.problem)], read: false };
	const parts = parseReading(outcome.reading);
	const lines = parts.flatMap(({ member, failure, reports }): ExtractLine[] => {
		const name = sourceName(file, member);
		if (failure) return [refusedLine(name, failure)];
		if (reports.length === 0) return [refusedLine(name, { code: 'report/no-table' })];
		return reports.map(({ report: { agency, year, formats, cells, problems }, findings }) => {
			return { file: name, agency, year, formats, cells, findings, problems };
		});
	});
	return { lines, read: parts.every(({ reports }) => reports.some(({ report }) => hasTable(report))) };
}
