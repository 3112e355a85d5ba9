import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { chmod, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../scripts/build/build-dataset.ts';
import { describeOutcome } from '../../../scripts/build/describe-outcome.ts';
import { checkMemory } from '../../../scripts/build/memory.ts';
import { verifyDataset } from '../../../scripts/build/verify.ts';
import {
	build,
	contentsOf,
	figuresOf,
	FINANCE,
	HEALTH,
	page,
	reportsFolder,
	tableRows,
	tempFolder
} from './fixture.ts';

const GOOD = { 'good.html': page(figuresOf(FINANCE, 2023)) };
const isRoot = process.getuid?.() === 0;

const problemsBySource = (outcome: Awaited<ReturnType<typeof build>>): unknown[] =>
	outcome.entries
		.filter((entry) => !entry.attributed)
		.map(({ source, problems }) => [source.path, ...problems.map(({ code, found }) => [code, found])]);

describe('a folder with what is no file', () => {
	it('follows links to files and folders, and comes to an end where they lead in a circle', async () => {
		const reports = await reportsFolder({ 'a/one.html': page(figuresOf(FINANCE, 2023)) });
		const outside = await reportsFolder({ 'two.html': page(figuresOf(HEALTH, 2022)) });
		await symlink('..', join(reports, 'a/up'));
		await symlink('a', join(reports, 'b'));
		await symlink(outside, join(reports, 'elsewhere'));
		await symlink('self', join(reports, 'self'));
		await symlink('nowhere', join(reports, 'lost.html'));
		await symlink(join(outside, 'two.html'), join(reports, 'two-again.html'));
		const outcome = await build(reports);
		expect(problemsBySource(outcome)).toEqual([
			['lost.html', ['file/not-found', undefined]],
			['self', ['file/not-readable', 'ELOOP']],
			['a/up', ['file/folder-again', '.']],
			['b', ['file/folder-again', 'a']]
		]);
		expect((await tableRows(outcome.folder, 'sources')).map((row) => [row['source'], row['outcome']])).toEqual([
			['a/one.html', 'used'],
			['a/up', 'refused'],
			['b', 'refused'],
			['elsewhere/two.html', 'used'],
			['lost.html', 'refused'],
			['self', 'refused'],
			['two-again.html', 'superseded']
		]);
		const text = describeOutcome(outcome, 'zh');
		expect(text).toContain('b\n    这是指向文件夹的链接,所指的文件夹已经读过:所见“a”');
		expect(text).toContain('内容完全相同的文件:\n  elsewhere/two.html = two-again.html');
		expect(await verifyDataset(outcome.folder)).toEqual([]);
	});

	it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
		const reports = await reportsFolder(GOOD);
		execFileSync('mkfifo', [join(reports, 'pipe.html')]);
		const outcome = await build(reports);
		expect(problemsBySource(outcome)).toEqual([['pipe.html', ['file/not-readable', 'not a regular file']]]);
	});

	it.skipIf(isRoot)('names a folder and a file that may not be opened, and reads the others', async () => {
		const reports = await reportsFolder({ ...GOOD, 'shut/a.html': 'x', 'shut.html': 'x' });
		await chmod(join(reports, 'shut'), 0);
		await chmod(join(reports, 'shut.html'), 0);
		const outcome = await build(reports);
		await chmod(join(reports, 'shut'), 0o700);
		expect(problemsBySource(outcome)).toEqual([
			['shut.html', ['file/not-readable', 'EACCES']],
			['shut', ['file/not-readable', 'EACCES']]
		]);
	});

	it('refuses a file of 500 MB without reading it', async () => {
		const reports = await reportsFolder({ ...GOOD, 'large.html': '' });
		await truncate(join(reports, 'large.html'), 500_000_000);
		const before = process.resourceUsage().maxRSS;
		const outcome = await build(reports);
		expect(problemsBySource(outcome)).toEqual([['large.html', ['file/too-large', '500000000']]]);
		expect(process.resourceUsage().maxRSS - before).toBeLessThan(300_000);
		expect(await tableRows(outcome.folder, 'sources')).toEqual([
			expect.objectContaining({ source: 'good.html' }),
			expect.objectContaining({ source: 'large.html', bytes: 500_000_000, sha256: null })
		]);
	});
});

describe('a file that changes during the build', () => {
	const other = page(figuresOf(HEALTH, 2022));
	const files = { 'a.html': page(figuresOf(FINANCE, 2023)), 'b.html': page(figuresOf(FINANCE, 2022)) };

	it('is read once more, and the dataset is that of what it came to be', async () => {
		const reports = await reportsFolder(files);
		const seen: string[] = [];
		const outcome = await build(reports, {
			onFile: ({ file }) => {
				seen.push(file);
				if (seen.length === 2) writeFileSync(join(reports, 'a.html'), other);
			}
		});
		expect(seen).toEqual(['a.html', 'b.html', 'a.html']);
		const expected = await build({ ...files, 'a.html': other });
		expect(await contentsOf(outcome.out)).toEqual(await contentsOf(expected.out));
	});

	it('is refused where it changes again, with a sentence, and the others stand', async () => {
		const reports = await reportsFolder(files);
		let times = 0;
		const outcome = await build(reports, {
			onFile: ({ file }) => {
				times += 1;
				if (file === 'a.html') writeFileSync(join(reports, 'a.html'), `${other}${' '.repeat(times)}`);
			}
		});
		expect(problemsBySource(outcome)).toEqual([['a.html', ['file/changed', undefined]]]);
		expect(describeOutcome(outcome, 'zh')).toContain('a.html\n    读取时文件一直在变动。\n    → 等文件写完后重新构建');
		expect(await tableRows(outcome.folder, 'reports')).toHaveLength(1);
	});

	it('is not found where it is taken away', async () => {
		const reports = await reportsFolder(files);
		const outcome = await build(reports, {
			onFile: ({ file }) => {
				if (file === 'a.html') rmSync(join(reports, 'a.html'), { force: true });
			}
		});
		expect(problemsBySource(outcome)).toEqual([['a.html', ['file/not-found', undefined]]]);
	});
});

describe('a disk with too little room', () => {
	it('is said before anything is read, and nothing is touched', async () => {
		const good = await build(GOOD);
		const before = await contentsOf(good.out);
		const stages: string[] = [];
		const full = build(
			{ 'a.html': page(figuresOf(HEALTH, 2023)) },
			{ out: good.out, freeBytes: async () => 3_000_000, onStage: (stage) => stages.push(stage) }
		);
		await expect(full).rejects.toThrow(/test: too little disk space \(about 17 MB needed, 3 MB free\)/u);
		expect(stages).toEqual(['collect']);
		expect(await contentsOf(good.out)).toEqual(before);
	});

	it('counts the cache in, where it lies on the same disk', async () => {
		const cache = await tempFolder();
		const asked: string[] = [];
		await build(GOOD, {
			cache,
			freeBytes: async (path) => {
				asked.push(path);
				return 1e9;
			}
		});
		expect(asked).toHaveLength(1);
	});

	it('is like too little memory, which is said with the way to have more', () => {
		expect(() => checkMemory(1000, 2 ** 31, 2 ** 31)).not.toThrow();
		expect(() => checkMemory(1000, 2 ** 31, 2 ** 26)).toThrow(
			/1000 files need about 125 MB of memory, this machine has 64 MB free; the dataset stays/u
		);
		expect(() => checkMemory(100_000, 2 ** 32, 2 ** 40)).toThrow(
			/100000 files need about 12500 MB of memory, 4096 MB may be used.*NODE_OPTIONS=--max-old-space-size=12500/u
		);
	});

	it.each(STAGES)('that fills before the stage “%s” is cleared up, and the old dataset stands', async (filled) => {
		const good = await build(GOOD);
		const before = await contentsOf(good.out);
		const full = build(
			{ 'a.html': page(figuresOf(HEALTH, 2023)) },
			{
				out: good.out,
				onStage: (stage) => {
					if (stage === filled) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
				}
			}
		);
		await expect(full).rejects.toThrow(/ENOSPC/u);
		expect(await contentsOf(good.out)).toEqual(before);
		expect(await verifyDataset(good.folder)).toEqual([]);
	});
});
