import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_CELLS } from '../../../src/lib/core/form/index.ts';
import {
	barText,
	contentsOf,
	figuresOf,
	FINANCE,
	HEALTH,
	page,
	reportsFolder,
	tempFolder,
	withoutRow
} from './fixture.ts';

interface Run {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

function run(script: string, ...args: string[]): Promise<Run> {
	return new Promise((resolve) => {
		execFile(process.execPath, [`scripts/${script}.ts`, ...args], { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
		});
	});
}

const lines = (stdout: string): Record<string, unknown>[] =>
	stdout
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('data:build', () => {
	it('exits with 0 where every file gave a report, and prints what it did', async () => {
		const reports = await reportsFolder({ 'a.html': page(figuresOf(FINANCE, 2023)) });
		const { code, stdout, stderr } = await run('data-build', '--reports', reports, '--out', await tempFolder());
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		expect(stdout).toContain('得到 1 份报告');
	});

	it('exits with 1 where a file gave none, and still builds the others; English and JSON on request', async () => {
		const reports = await reportsFolder({ 'a.html': page(figuresOf(FINANCE, 2023)), 'b.html': '' });
		const out = await tempFolder();
		const english = await run('data-build', '--reports', reports, '--out', out, '--name', 'test', '--lang', 'en');
		expect(english.code).toBe(1);
		expect(english.stdout).toContain('b.html\n    The file is empty');
		expect(english.stdout).toContain('1 reports: 1 used, 0 superseded; 1 files gave no report');
		const json = await run('data-build', '--reports', reports, '--out', out, '--name', 'test', '--json');
		expect(json.code).toBe(1);
		expect(lines(json.stdout)).toEqual([
			{
				type: 'file',
				file: 'a.html',
				sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown,
				cached: true,
				read: true,
				reports: [expect.objectContaining({ agency: FINANCE, year: 2023, report: 1, read: true })]
			},
			expect.objectContaining({
				type: 'file',
				file: 'b.html',
				read: false,
				reports: [expect.objectContaining({ agency: null, problems: [{ code: 'file/empty', found: '0' }] })]
			}),
			expect.objectContaining({
				...{ type: 'summary', files: 2, cached: 2, refused: 1, reports: 1 },
				changes: { kind: 'same' }
			})
		]);
	});

	it('takes unchanged files from the cache and says how many, reads all with --no-cache, and writes the same', async () => {
		const reports = await reportsFolder({
			'a.html': page(figuresOf(FINANCE, 2023)),
			'b.html': page(figuresOf(HEALTH, 2023))
		});
		const [cache, outs] = [await tempFolder(), [await tempFolder(), await tempFolder(), await tempFolder()]];
		const [first = '', second = '', third = ''] = outs;
		const call = (out: string, ...more: string[]): Promise<Run> =>
			run('data-build', '--reports', reports, '--out', out, '--lang', 'en', ...more);
		expect((await call(first, '--cache', cache)).stdout).not.toContain('from the cache');
		expect((await call(second, '--cache', cache, '--jobs', '2')).stdout).toContain(
			'2 of them unchanged, taken from the cache'
		);
		expect((await call(third, '--no-cache', '--quiet')).stdout).not.toContain('from the cache');
		const [a, b, c] = await Promise.all(outs.map(contentsOf));
		expect(b).toEqual(a);
		expect(c).toEqual(a);
	});

	it.each([
		['an unknown option', ['--nme', 'x'], /unknown option/u],
		['an argument too many', ['x'], /too many arguments/u],
		['a number of threads that is none', ['--jobs', '0'], /--jobs/u],
		['a time limit that is none', ['--timeout', 'soon'], /--timeout/u],
		['a name that climbs out', ['--name', '../x'], /--name \.\.\/x/u],
		['a folder that is not there', ['--reports', '/no/such/folder'], /\/no\/such\/folder: ENOENT/u]
	])('exits with 2 and one line for %s', async (_, args, message) => {
		const { code, stdout, stderr } = await run('data-build', ...args);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toMatch(message);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});
});

describe('data:extract', () => {
	it('prints a line for each report, with every cell, its place and every verdict', async () => {
		const folder = await reportsFolder({
			'a.html': page(figuresOf(FINANCE, 2023, { 't3.new.total': 6, 't2.rules.issued': '/' })),
			'b.txt': barText(figuresOf(HEALTH, 2020, {}, '2019'))
		});
		const { code, stdout, stderr } = await run('data-extract', join(folder, 'a.html'), join(folder, 'b.txt'));
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		const [a, b, ...more] = lines(stdout);
		expect(more).toEqual([]);
		expect(Object.keys(a ?? {})).toEqual(['file', 'agency', 'year', 'formats', 'cells', 'findings', 'problems']);
		expect(a).toMatchObject({
			file: join(folder, 'a.html'),
			agency: FINANCE,
			year: 2023,
			formats: { t2: '2021', t3: '2021', t4: '2021' },
			cells: {
				't3.new.natural_person': { v: 5, raw: '5', at: { table: 2 } },
				't2.rules.issued': { v: null, raw: '/', absence: 'slash' }
			},
			problems: []
		});
		const findings = a?.['findings'] as { rule: string; along: string; status: string; left: number; right: number }[];
		expect(findings.filter(({ status }) => status !== 'pass')).toEqual([
			expect.objectContaining({ rule: 't3-balance', along: 'total', status: 'fail', left: 6, right: 5, difference: 1 }),
			expect.objectContaining({ rule: 't3-row', along: 'new', status: 'fail', left: 6, right: 5 })
		]);
		expect(findings).toHaveLength(42);
		expect(b).toMatchObject({ agency: HEALTH, year: 2020, formats: { t2: '2019', t3: '2019' } });
		expect(Object.keys(b?.['cells'] ?? {})).toHaveLength(
			ALL_CELLS.filter(({ table, layouts }) => table !== 't2' && layouts.includes('2019')).length + 22
		);
	});

	it('gives a line with problems and no cells for what is no report, exits with 1 and reads the rest', async () => {
		const folder = await reportsFolder({
			'a.html': page(figuresOf(FINANCE, 2023)),
			'empty.txt': '',
			'prose.txt': '今年没有表格'
		});
		await mkdir(join(folder, 'folder.html'));
		const files = ['no.html', 'folder.html', 'empty.txt', 'prose.txt', 'a.html'].map((name) => join(folder, name));
		const { code, stdout, stderr } = await run('data-extract', ...files);
		expect(code).toBe(1);
		const printed = lines(stdout);
		expect(printed.map(({ file }) => file)).toEqual(files);
		expect(printed.map(({ problems }) => (problems as { code: string }[])[0]?.code)).toEqual([
			'file/not-found',
			'file/is-folder',
			'file/empty',
			'report/no-table',
			undefined
		]);
		for (const { cells, findings, formats } of printed.slice(0, 4)) {
			expect({ cells, findings, formats }).toEqual({
				cells: {},
				findings: [],
				formats: { t2: null, t3: null, t4: null }
			});
		}
		expect(stderr).toContain('no.html: 没有这个文件。 → 核对路径');
		expect(stderr).toContain('folder.html: 这是文件夹,不是文件。');
	});

	it('reads a report with a missing row, declares it and exits with 0', async () => {
		const folder = await reportsFolder({ 'a.html': withoutRow(page(figuresOf(FINANCE, 2023)), '上年结转') });
		const { code, stdout } = await run('data-extract', join(folder, 'a.html'));
		expect(code).toBe(0);
		expect(lines(stdout)[0]?.['problems']).toEqual([{ code: 'row/missing', table: 't3', row: 'carried_in' }]);
	});

	it('exits with 2 without a file', async () => {
		const { code, stdout, stderr } = await run('data-extract');
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toMatch(/missing required argument/u);
	});
});
