import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { auditFiles } from '../../../scripts/audit/audit-files.ts';
import type { AuditedFiles } from '../../../scripts/audit/audit-files.ts';
import { reportLines, reportText } from '../../../scripts/audit/show.ts';
import { stepsWith } from '../../../scripts/build/steps.ts';
import { NO_MANIFEST } from '../../../src/lib/core/collect/index.ts';
import { build, figuresOf, FINANCE, HEALTH, page, reportsFolder, tableRows } from './fixture.ts';

interface Run {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

function run(...args: string[]): Promise<Run> {
	return new Promise((resolve) => {
		execFile(process.execPath, ['scripts/data-audit.ts', ...args], { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
		});
	});
}

const WRONG = { 't3.granted.business': 1 } as const;

async function auditIn(files: Readonly<Record<string, string | Uint8Array>>): Promise<AuditedFiles> {
	const folder = await reportsFolder(files);
	const tasks = Object.keys(files).map((name) => ({ path: join(folder, name), name }));
	return auditFiles(tasks, NO_MANIFEST, {}, stepsWith([]));
}

type Line = Readonly<Record<string, unknown>>;
const linesOf = ({ reports }: AuditedFiles): Line[] =>
	reports.flatMap((report) =>
		reportLines(report)
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line) as Line)
	);

describe('auditing files', () => {
	it('gives the findings of the dataset that is built of them', async () => {
		const files = {
			'a.html': page(figuresOf(FINANCE, 2022, { 't3.carried_out.total': 2 })),
			'b.html': page(figuresOf(FINANCE, 2023, WRONG)),
			'c.html': page(figuresOf(HEALTH, 2023))
		};
		const { folder } = await build(files);
		const key = (row: Line): string =>
			['year', 'rule', 'along', 'status', 'left', 'right', 'reason', 'cells', 'suggestion_cell', 'table', 'row', 'line']
				.map((column) => String(row[column]))
				.join('|');
		const rows = await tableRows(folder, 'findings');
		const lines = linesOf(await auditIn(files));
		expect(rows.length).toBeGreaterThan(10);
		expect(lines.map(key).toSorted()).toEqual(rows.map(key).toSorted());
	});

	it('compares files of one agency over the years', async () => {
		const lines = linesOf(
			await auditIn({
				'a.html': page(
					figuresOf(FINANCE, 2022, {
						't3.new.natural_person': 6,
						't3.new.total': 6,
						't3.carried_out.natural_person': 1,
						't3.carried_out.total': 1
					})
				),
				'b.html': page(figuresOf(FINANCE, 2023))
			})
		);
		expect(lines).toContainEqual(
			expect.objectContaining({
				file: 'b.html',
				year: 2023,
				against: 2022,
				rule: 'y-carry',
				along: 'total',
				status: 'fail'
			})
		);
	});

	it('audits a report that does not say its year by itself', async () => {
		const audited = await auditIn({
			'a.html': page({ ...figuresOf(FINANCE, 2023, WRONG) }).replaceAll('2023', '')
		});
		expect(linesOf(audited)).toContainEqual(
			expect.objectContaining({ agency_id: null, year: null, rule: 't3-row', status: 'fail' })
		);
		const [report] = audited.reports;
		expect(report && reportText(report, 'zh', false)).toContain('年度不明');
	});

	it('says in both languages what fails, where, and which cell would heal it', async () => {
		const [report] = (await auditIn({ 'a.html': page(figuresOf(FINANCE, 2023, WRONG)) })).reports;
		if (!report) throw new Error('no report');
		expect(reportText(report, 'zh', false)).toContain(
			'不符 [必须成立] 申请人合计 (t3-row) · 予以公开；左边 3，右边 4；改正一格即全部成立；'
		);
		const english = reportText(report, 'en', false);
		expect(english).toContain('Fails [must hold] Applicant sum (t3-row)');
		expect(english).toContain('0, all that fail would hold');
		expect(english.replaceAll(FINANCE, '')).not.toMatch(/[\u4e00-\u9fa5]/u);
		expect(reportText(report, 'en', true).length).toBeGreaterThan(english.length);
	});
});

describe('data:audit', { timeout: 120_000 }, () => {
	it('exits with 0 where no hard rule fails, 1 where one does or a file gives no report, 2 where nothing is read', async () => {
		const folder = await reportsFolder({
			'good/a.html': page(figuresOf(FINANCE, 2023)),
			'bad.zip': zipSync({ 'b.html': strToU8(page(figuresOf(HEALTH, 2023, WRONG))) }),
			'empty.html': ''
		});
		const good = await run(join(folder, 'good'));
		expect({ code: good.code, stderr: good.stderr }).toEqual({ code: 0, stderr: '' });
		expect(good.stdout).toContain(`${FINANCE} 2023`);
		const bad = await run(join(folder, 'bad.zip'), '--json');
		expect(bad.code).toBe(1);
		expect(bad.stdout.split('\n')[0]).toContain('bad.zip!b.html');
		const nothing = await run(join(folder, 'empty.html'), '--lang', 'en');
		expect(nothing.code).toBe(2);
		expect(nothing.stderr).toContain('data:audit: no report was read');
		expect((await run()).code).toBe(2);
	});
});
