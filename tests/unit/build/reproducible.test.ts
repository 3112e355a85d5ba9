import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { stampOf } from '../../../scripts/build/file-bytes.ts';
import { describeOutcome } from '../../../scripts/build/describe-outcome.ts';
import { readByWorkers } from '../../../scripts/build/reader-pool.ts';
import {
	barText,
	build,
	contentsOf,
	figuresOf,
	FINANCE,
	HEALTH,
	page,
	reportsFolder,
	tempFolder,
	TOWN,
	writeFiles
} from './fixture.ts';

const FILES = {
	'manifest.csv': `file,agency,collected\nb/two.html,${HEALTH},2024-02-01\na/one.html,,2024-01-31\n`,
	'a/one.html': page(figuresOf(FINANCE, 2023)),
	'a/one-again.txt': barText(figuresOf(FINANCE, 2023, { 't2.rules.issued': 9 })),
	'b/two.html': page(figuresOf(HEALTH, 2022, { 't2.rules.issued': '/' })),
	'b/three.txt': barText(figuresOf(TOWN, 2020, {}, '2019')),
	'b/broken.pdf': '%PDF-1.7'
};

/** What tells whether a file was written anew: its place on the disk and when it changed. */
async function stampsOf(folder: string): Promise<Map<string, string>> {
	const names = (await readdir(folder)).sort();
	return new Map(names.map((name) => [name, stampOf(join(folder, name)) ?? '']));
}

describe('a build from the same reports', () => {
	it('gives the same bytes in another folder, on another day, with files written in another order and at another time, read by two workers', async () => {
		const first = await build(FILES);
		const reversed = await reportsFolder(Object.fromEntries(Object.entries(FILES).reverse()));
		await utimes(join(reversed, 'a/one.html'), new Date(0), new Date(0));
		vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), toFake: ['Date'] });
		onTestFinished(() => void vi.useRealTimers());
		const again = await build(reversed, { readFiles: readByWorkers({ jobs: 2, timeout: 60, cache: null }) });
		expect(await contentsOf(again.out)).toEqual(await contentsOf(first.out));
		expect((await contentsOf(first.out)).size).toBeGreaterThan(20);
	});

	it('does not change the dataset, and says so', async () => {
		const first = await build(FILES);
		const before = await contentsOf(first.out);
		const again = await build(FILES, { out: first.out });
		expect(again.written?.comparison).toEqual({ kind: 'same' });
		expect(describeOutcome(again, 'zh')).toContain('与上次构建相同');
		expect(await contentsOf(first.out)).toEqual(before);
	});

	it('after one file changed, writes the files of its year and of tables without a year, and no other', async () => {
		const files = {
			'2022.html': page(figuresOf(FINANCE, 2022)),
			'2023.html': page(figuresOf(FINANCE, 2023))
		};
		const first = await build(files);
		const before = await stampsOf(first.folder);
		await build(
			{ ...files, '2022.html': page(figuresOf(FINANCE, 2022, { 't2.rules.issued': 9 })) },
			{ out: first.out }
		);
		const after = await stampsOf(first.folder);
		const fresh = [...after.keys()].filter((name) => before.get(name) !== after.get(name));
		// The table of sources has the checksum of the file; no other table without a year changed, and nothing of other years.
		const stems = fresh.filter((name) => name.endsWith('.parquet')).map((name) => name.split('.')[0]);
		expect(stems).toEqual(['cells-2022', 'findings-2022', 'reports-2022', 'rule_counts-2022', 'sources']);
		expect(after.size).toBe(before.size);
	}, 60_000);

	it('gives another build id once a figure differs', async () => {
		const id = async (value: number): Promise<string | undefined> =>
			(await build({ 'a.html': page(figuresOf(FINANCE, 2023, { 't2.rules.issued': value })) })).written?.dataset[
				'gongkai:build'
			];
		expect(await id(1)).not.toBe(await id(2));
	});

	it('lists all datasets of the folder, `real` as the default', async () => {
		const out = await tempFolder();
		const reports = await writeFiles(await tempFolder(), { 'a.html': page(figuresOf(FINANCE, 2023)) });
		await build(reports, { out, name: 'demo' });
		await writeFiles(out, { 'broken/datapackage.json': '{' });
		await build(reports, { out, name: 'real', fictional: false });
		const listing = JSON.parse(
			Buffer.from((await contentsOf(out)).get('datasets.json') ?? '', 'base64').toString()
		) as unknown;
		expect(listing).toEqual([
			expect.objectContaining({
				name: 'demo',
				path: 'demo',
				fictional: true,
				default: false,
				title: { zh: '测试', en: 'Test' }
			}),
			expect.objectContaining({ name: 'real', path: 'real', fictional: false, default: true })
		]);
	});
});
