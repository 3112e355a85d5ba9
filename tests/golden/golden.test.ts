import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../src/lib/core/audit/index.ts';
import { extractReports } from '../../src/lib/core/extract/index.ts';
import type { AbsenceReason, FoundLayout, Report } from '../../src/lib/core/extract/index.ts';
import { readDocument } from '../../src/lib/core/read/index.ts';

const REPORTS = join(import.meta.dirname, '../../data/reports');

interface GoldenCell {
	readonly v: number | null;
	readonly absence?: AbsenceReason;
}

interface GoldenReport {
	/** Path into data/reports. */
	readonly file: string;
	readonly agency: string | null;
	readonly year: number | null;
	readonly copies: number;
	readonly formats: Readonly<Record<string, FoundLayout>>;
	readonly cells: Readonly<Record<string, GoldenCell>>;
}

interface GoldenFinding {
	readonly rule: string;
	readonly along: string;
	readonly status: string;
	readonly left: number | null;
	readonly right: number | null;
}

const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).flatMap((entry) =>
	entry.isDirectory() ? entry.name : []
);

function readJson(folder: string, file: string): unknown {
	return JSON.parse(readFileSync(join(import.meta.dirname, folder, file), 'utf8'));
}

async function extracted(file: string): Promise<Report[]> {
	const read = await readDocument(readFileSync(join(REPORTS, file)));
	if (!read.ok) throw new Error(`not read: ${file}: ${read.failure.code}`);
	return extractReports(read.document, file);
}

function comparable(report: Report): GoldenReport {
	const { file, agency, year, copies, formats } = report;
	const cells: Record<string, GoldenCell> = {};
	for (const [key, cell] of Object.entries(report.cells))
		if (cell !== undefined) cells[key] = cell.absence ? { v: cell.v, absence: cell.absence } : { v: cell.v };
	return { file, agency, year, copies, formats, cells };
}

const inOrder = (findings: readonly GoldenFinding[]): GoldenFinding[] =>
	findings.toSorted((a, b) => `${a.rule} ${a.along}`.localeCompare(`${b.rule} ${b.along}`));

describe.each(folders)('%s', (folder) => {
	const expected = readJson(folder, 'report.json') as GoldenReport;

	it('is extracted cell by cell as a person read it', async () => {
		expect((await extracted(expected.file)).map(comparable)).toEqual([expected]);
	});

	it('gives the findings worked out from those cells', async () => {
		const findings = (await extracted(expected.file))
			.flatMap(auditReport)
			.filter((finding) => finding.status !== 'pass')
			.map(({ rule, along, status, left, right }) => ({ rule, along, status, left, right }));
		expect(inOrder(findings)).toEqual(inOrder(readJson(folder, 'findings.json') as GoldenFinding[]));
	});

	it('names its origin', () => {
		expect(existsSync(join(import.meta.dirname, folder, 'origin.md'))).toBe(true);
	});
});

it('has a case for every shipped report', () => {
	const shipped = readdirSync(REPORTS).filter((file) => file !== 'README.md' && file !== 'manifest.csv');
	const cases = folders.map((folder) => (readJson(folder, 'report.json') as GoldenReport).file);
	expect(cases.toSorted()).toEqual(shipped.toSorted());
});
