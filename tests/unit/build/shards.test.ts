import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readShards } from '../../../scripts/build/read-shards.ts';
import { parseShare, shareOf } from '../../../scripts/build/share.ts';
import { SHARD } from '../../../scripts/build/shard-file.ts';
import { stepsWith } from '../../../scripts/build/steps.ts';
import { writeShard } from '../../../scripts/build/write-shard.ts';
import type { ShardOptions } from '../../../scripts/build/write-shard.ts';
import {
	contentsOf,
	barText,
	build,
	figuresOf,
	FINANCE,
	HEALTH,
	page,
	reportsFolder,
	tempFolder,
	TOWN
} from './fixture.ts';
import type { Files } from './fixture.ts';

const FILES: Files = {
	'manifest.csv': `file,agency,collected\nb/two.html,${HEALTH},2024-02-01\na/one.html,,2024-01-31\ngone.html,,\n`,
	'a/one.html': page(figuresOf(FINANCE, 2023)),
	'a/one-again.txt': barText(figuresOf(FINANCE, 2023, { 't2.rules.issued': 9 })),
	'a-b.html': page(figuresOf(FINANCE, 2022)),
	'b/two.html': page(figuresOf(HEALTH, 2022, { 't2.rules.issued': '/' })),
	'b/three.txt': barText(figuresOf(TOWN, 2020, {}, '2019')),
	'b/broken.pdf': '%PDF-1.7',
	'empty.txt': ''
};
const CODE = 'code-1';
const { readFiles } = stepsWith([]);

async function shard(reports: string, number: number, of: number, more: Partial<ShardOptions> = {}): Promise<string> {
	const out = join(await tempFolder(), `s${String(number)}`);
	await writeShard({ reports, share: { number, of }, out, code: CODE, ...more }, readFiles);
	return out;
}

const shardsOf = (reports: string, of: number, more: Partial<ShardOptions> = {}): Promise<string[]> =>
	Promise.all(Array.from({ length: of }, (_, index) => shard(reports, index + 1, of, more)));

const refusal = (folders: readonly string[], code = CODE): Promise<unknown> =>
	readShards(folders, code).then(
		() => 'joined',
		(error: unknown) => (error as Error).message
	);

describe('shards of a folder, joined', () => {
	it('give the dataset of one whole build, byte for byte, in whatever order they are named', async () => {
		const reports = await reportsFolder(FILES);
		const whole = await build(reports);
		expect(whole.refused).toBe(2);
		for (const of of [3, 9]) {
			const folders = (await shardsOf(reports, of)).reverse();
			const { collection, readFiles: joined } = await readShards(folders, CODE);
			// The folder of reports itself is not opened.
			const merged = await build('/no/such/folder', { collection, readFiles: joined });
			expect(await contentsOf(merged.out)).toEqual(await contentsOf(whole.out));
			expect(merged.manifest).toEqual(whole.manifest);
			expect(merged.refused).toBe(2);
		}
	});

	it('take each file once, told by its path alone', () => {
		const paths = Array.from({ length: 300 }, (_, index) => `虚州市/${String(index)}.html`);
		const counts = [1, 2, 3].map((number) => paths.filter((path) => shareOf(path, 3) === number).length);
		expect(counts.reduce((sum, count) => sum + count)).toBe(300);
		expect(Math.min(...counts)).toBeGreaterThan(70);
		// sha256('a/one.html') begins with the digits that are taken here.
		expect(shareOf('a/one.html', 1)).toBe(1);
		expect([3, 7].map((of) => shareOf('a/one.html', of))).toEqual([3, 7].map((of) => (0xf15b2c8e % of) + 1));
	});

	it('are refused where one is missing or given twice', async () => {
		const folders = await shardsOf(await reportsFolder(FILES), 3);
		const [first = '', second = '', third = ''] = folders;
		expect(await refusal([first, third])).toBe('shards missing: 2/3');
		expect(await refusal([first, second, third, second])).toMatch(/^shard 2\/3 is given more than once: .*s2, .*s2$/u);
		expect(await refusal([])).toBe('no shards');
	});

	it('are refused where they are of another folder, number of shares or version of the program', async () => {
		const reports = await reportsFolder(FILES);
		const [first = '', second = ''] = await shardsOf(reports, 2);
		const grown = await reportsFolder({
			...FILES,
			'b/three.txt': barText(figuresOf(TOWN, 2020, { 't2.rules.made': 71 }, '2019'))
		});
		expect(await refusal([first, await shard(grown, 2, 2)])).toMatch(/read from another folder/u);
		const told = await reportsFolder({ ...FILES, 'manifest.csv': 'file,agency\n' });
		expect(await refusal([first, await shard(told, 2, 2)])).toMatch(/read from another folder/u);
		expect(await refusal([first, await shard(reports, 2, 3)])).toMatch(/one of 3, not of 2/u);
		expect(await refusal([first, await shard(reports, 2, 2, { code: 'code-2' })])).toMatch(
			/another version of the program/u
		);
		expect(await refusal([first, second], 'code-2')).toMatch(/read them again/u);
	});

	it('are refused where a part is damaged or the folder is no shard', async () => {
		const [first = '', second = ''] = await shardsOf(await reportsFolder(FILES), 2);
		expect(await refusal([first, await tempFolder()])).toMatch(/no shard \(there is no shard\.json\)/u);
		const text = await readFile(join(second, SHARD), 'utf8');
		await writeFile(join(second, SHARD), text.replace('"files": 7', '"files": 7,'));
		expect(await refusal([first, second])).toMatch(/not JSON/u);
		await writeFile(join(second, SHARD), text);
		const part = join(second, 'readings-0000.parquet');
		await writeFile(part, (await readFile(part)).subarray(1));
		expect(await refusal([first, second])).toMatch(/the shard is damaged \(readings-0000\.parquet\)/u);
	});
});

describe('a shard', () => {
	it('is not written where a file changes while it is read, nor over a folder that is none, nor without room', async () => {
		const reports = await reportsFolder(FILES);
		const out = join(await tempFolder(), 'shard');
		const options = { reports, share: { number: 1, of: 1 }, out, code: CODE };

		await expect(
			writeShard(options, async function* (tasks) {
				for await (const outcome of readFiles(tasks)) {
					yield outcome;
					await writeFile(join(reports, 'a/one.html'), 'changed');
				}
			})
		).rejects.toThrow(/files changed while they were read \(a\/one\.html, 1 in all\)/u);

		const unread = (): never => {
			throw new Error('files were read');
		};
		await expect(writeShard({ ...options, out: reports }, unread)).rejects.toThrow(/a folder that is no shard/u);
		await expect(writeShard({ ...options, freeBytes: () => Promise.resolve(1024) }, readFiles)).rejects.toThrow(
			/too little disk space/u
		);
		await expect(readFile(join(out, SHARD))).rejects.toThrow(/ENOENT/u);
	});

	it.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/99999', '-1/3'])('has no number %s', (text) => {
		expect(() => parseShare(text)).toThrow(/i\/n/u);
	});
});

interface Run {
	readonly code: number;
	readonly stderr: string;
}

function run(script: string, ...args: string[]): Promise<Run> {
	return new Promise((resolve) => {
		execFile(process.execPath, [`scripts/${script}.ts`, ...args, '--quiet'], (error, _, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, stderr });
		});
	});
}

describe('data:build --shard and data:merge', () => {
	it('give what data:build gives; say in one line what is missing and exit with 2', async () => {
		const reports = await reportsFolder({
			'a.html': page(figuresOf(FINANCE, 2023)),
			'b.html': page(figuresOf(HEALTH, 2023)),
			'c.html': ''
		});
		const [whole, shards, merged] = [await tempFolder(), await tempFolder(), await tempFolder()];
		const from = ['--reports', reports, '--no-cache', '--jobs', '1'];
		const codes = await Promise.all([
			run('data-build', ...from, '--out', whole, '--name', 'test'),
			run('data-build', ...from, '--out', shards, '--name', 'test', '--shard', '1/2'),
			run('data-build', ...from, '--out', shards, '--name', 'test', '--shard', '2/2')
		]);
		// c.html is empty: the build and the share that has it say so.
		expect(codes.map(({ code }) => code).sort()).toEqual([0, 1, 1]);
		const [first, second] = [join(shards, 'test.1-of-2'), join(shards, 'test.2-of-2')];
		const alone = await run('data-merge', join(merged, 'test'), second, '--lang', 'en');
		expect(alone).toEqual({ code: 2, stderr: 'data:merge: shards missing: 1/2\n' });
		expect(await run('data-merge', join(merged, 'test'), second, first)).toEqual({ code: 1, stderr: '' });
		expect(await contentsOf(merged)).toEqual(await contentsOf(whole));
	});
});
