import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractReports } from '../src/lib/core/extract/index.ts';
import type { Report } from '../src/lib/core/extract/report.ts';
import { TABLE_IDS } from '../src/lib/core/form/index.ts';
import { readDocument } from '../src/lib/core/read/index.ts';
import { compareCells } from './compare-cells.ts';
import type { Comparison } from './compare-cells.ts';
import { sharedFindingFaults } from './shared-findings.ts';
import { SHARED_REPORTS, hasSharedReports, readAllGold, readGold, readSharedFile } from './shared-reports.ts';
import type { Gold } from './shared-reports.ts';
import { TRANSCRIPTS } from './transcripts.ts';

/** Kinds that have no reader yet. */
const NOT_READ_YET = /\.(?:pdf|docx?)$/u;
/** Text that a program took out of a PDF: figures parted from labels; what it cannot place need not be declared cell by cell. */
const FROM_PDF = /\.(?:layout|reading)\.txt$|\.md$/u;

interface Outcome {
	readonly name: string;
	readonly report: Report | null;
	readonly comparison: Comparison | null;
	readonly faults: readonly string[];
	readonly remarks: readonly string[];
}

const list = (cells: readonly string[]): string =>
	cells.length > 6 ? `${cells.slice(0, 6).join(', ')} …` : cells.join(', ');

/** Extracts one file and sets it beside the gold; `strict`: a cell of the gold must be there or be named by a problem. */
async function check(
	name: string,
	bytes: Uint8Array,
	gold: Gold,
	agency: string | null,
	strict: boolean
): Promise<Outcome> {
	const read = await readDocument(bytes);
	if (!read.ok)
		return { name, report: null, comparison: null, faults: [`not read: ${read.failure.code}`], remarks: [] };
	const reports = extractReports(read.document, name);
	const report = reports[0];
	if (report === undefined || reports.length > 1)
		return { name, report: null, comparison: null, faults: [`${reports.length} reports for one`], remarks: [] };
	const comparison = compareCells(report, gold);
	const { wrong, missed, extra, declared } = comparison;
	const faults: string[] = [];
	const remarks: string[] = [];
	if (wrong.length > 0) faults.push(`wrong ${wrong.length}: ${list(wrong)}`);
	if (missed.length > 0) (strict ? faults : remarks).push(`missed without a problem ${missed.length}: ${list(missed)}`);
	if (report.year !== gold.year && report.year !== null) faults.push(`year ${report.year} for ${gold.year}`);
	else if (report.year === null) remarks.push(`year not found (${gold.year})`);
	for (const table of TABLE_IDS)
		if (report.formats[table] !== gold.formats[table])
			(strict ? faults : remarks).push(`layout of ${table}: ${report.formats[table]} for ${gold.formats[table]}`);
	if (declared.length > 0) remarks.push(`declared ${declared.length}: ${list(declared)}`);
	if (extra.length > 0) remarks.push(`extra ${extra.length}: ${list(extra)}`);
	if (report.agency !== agency) remarks.push(`agency ${report.agency ?? 'not found'} for ${agency ?? 'none'}`);
	return { name, report, comparison, faults, remarks };
}

const COLUMNS = [
	'file',
	'right',
	'absent',
	'declared',
	'missed',
	'wrong',
	'extra',
	'year',
	't2',
	't3',
	't4',
	''
] as const;

function cellsOf(outcome: Outcome): string[] {
	const { comparison, report } = outcome;
	const counts =
		comparison === null
			? ['-', '-', '-', '-', '-', '-']
			: [
					comparison.right,
					comparison.absentRight,
					comparison.declared.length,
					comparison.missed.length,
					comparison.wrong.length,
					comparison.extra.length
				].map(String);
	const layouts = TABLE_IDS.map((table) => report?.formats[table]?.replace('undetermined', '?') ?? '-');
	return [outcome.name, ...counts, String(report?.year ?? '-'), ...layouts, outcome.faults.length > 0 ? 'FAIL' : 'ok'];
}

function printTable(outcomes: readonly Outcome[]): void {
	const rows = [[...COLUMNS], ...outcomes.map(cellsOf)];
	const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	for (const row of rows)
		console.log(
			row
				.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
				.join('  ')
		);
}

async function sharedOutcomes(): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const gold of readAllGold())
		for (const file of gold.files) {
			if (NOT_READ_YET.test(file)) console.log(`not read yet: declared: ${file}`);
			else outcomes.push(await check(file, readSharedFile(file), gold, gold.agency, !FROM_PDF.test(file)));
		}
	return outcomes;
}

async function shippedOutcomes(): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const transcript of TRANSCRIPTS) {
		const bytes = readFileSync(join(import.meta.dirname, '../data/reports', transcript.file));
		const agency = transcript.printedAgency ?? transcript.agency;
		const outcome = await check(transcript.file, bytes, readGold(transcript.gold), agency, true);
		outcomes.push({ ...outcome, name: `data/reports/${transcript.file}` });
	}
	return outcomes;
}

if (hasSharedReports()) {
	const outcomes = [...(await sharedOutcomes()), ...(await shippedOutcomes())];
	printTable(outcomes);
	for (const { name, faults, remarks } of outcomes) {
		for (const fault of faults) console.log(`FAIL ${name}: ${fault}`);
		for (const remark of remarks) console.log(`     ${name}: ${remark}`);
	}
	const findingFaults = await sharedFindingFaults();
	for (const fault of findingFaults) console.log(`FAIL findings: ${fault}`);
	const failed = outcomes.filter(({ faults }) => faults.length > 0).length + findingFaults.length;
	console.log(`${outcomes.length + findingFaults.length - failed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
} else {
	console.error(
		`test:shared: the reports it compares with are in ../shared/reports, and ${SHARED_REPORTS} is not there`
	);
	process.exitCode = 2;
}
