import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditHard, auditReport, auditWhole } from '../../../../src/lib/core/audit/index.ts';
import { extractReports } from '../../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../../src/lib/core/extract/index.ts';
import { readDocument } from '../../../../src/lib/core/read/index.ts';

const REPORTS = join(import.meta.dirname, '../../../../data/reports');

async function shipped(): Promise<Report[]> {
	const files = readdirSync(REPORTS).filter((file) => file !== 'README.md' && file !== 'manifest.csv');
	const reports = await Promise.all(
		files.map(async (file) => {
			const read = await readDocument(readFileSync(join(REPORTS, file)));
			return read.ok ? extractReports(read.document, file) : [];
		})
	);
	return reports.flat();
}

it('finds no hard failure in the shipped reports but the two totals of 0 over parts that are filled', async () => {
	const failures = (await shipped()).flatMap((report) =>
		auditWhole(report).flatMap(({ rule, along, status, severity, left, right }) =>
			status === 'fail' && severity === 'hard' ? [`${report.file} ${rule} ${along} ${left} ${right}`] : []
		)
	);
	expect(failures).toEqual([
		'2023-hongze-district.txt t4-sum review 0 11',
		'2023-hongze-district.txt t4-sum suit_after_review 0 5'
	]);
});

it('finds decisions entered as items, and a layout that is out of date, in the reports that have them', async () => {
	const found = (await shipped()).flatMap((report) =>
		auditWhole(report).flatMap(({ rule, along, status }) =>
			status === 'fail' && (rule === 'u-items' || rule === 'd-layout') ? [`${report.file} ${rule} ${along}`] : []
		)
	);
	expect(found.toSorted()).toEqual([
		'2019-huangpi-civil-affairs-bureau.txt u-items penalty',
		'2019-wangcang-forestry-bureau.txt u-items licensing',
		'2019-wangcang-forestry-bureau.txt u-items penalty',
		'2022-fengshou-township.txt d-layout t2',
		'2023-hongze-district.txt d-layout t3'
	]);
});

it('gives the same verdicts of the identities by whichever way they are asked for', async () => {
	const identity = /^t[34]-(?:balance|sum|row)$/u;
	for (const report of await shipped()) {
		const own = auditReport(report);
		for (const audit of [auditHard, auditWhole]) {
			const asked = audit(report).filter(({ rule, along }) => identity.test(rule) && !/^t[34]$/u.test(along));
			expect(asked.toSorted(byName)).toEqual(own.toSorted(byName));
		}
	}
});

function byName(a: { rule: string; along: string }, b: { rule: string; along: string }): number {
	return `${a.rule} ${a.along}`.localeCompare(`${b.rule} ${b.along}`);
}
