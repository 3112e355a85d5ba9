import { describe, expect, it } from 'vitest';
import { describeOutcome } from '../../../scripts/build/describe-outcome.ts';
import { readByWorkers } from '../../../scripts/build/reader-pool.ts';
import type { PoolOptions } from '../../../scripts/build/reader-pool.ts';
import type { CachePlace } from '../../../scripts/build/reading-cache.ts';
import type { ReadFiles } from '../../../scripts/build/reading.ts';
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
	TOWN
} from './fixture.ts';
import type { Files } from './fixture.ts';

const UNRULY = new URL('./unruly-worker.ts', import.meta.url);

const workers = (options: Partial<PoolOptions> = {}): ReadFiles =>
	readByWorkers({ jobs: 2, timeout: 60, cache: null, ...options });

const reports = (count: number): Record<string, string> =>
	Object.fromEntries(
		Array.from({ length: count }, (_, index) => {
			const figures = figuresOf([FINANCE, HEALTH, TOWN][index % 3] ?? '', 2019 + (index % 5));
			const file = String(index).padStart(2, '0');
			return index % 2 === 0 ? [`${file}.html`, page(figures)] : [`${file}.txt`, barText(figures)];
		})
	);

async function outcomes(files: Files, readFiles: ReadFiles): Promise<string[]> {
	const folder = await reportsFolder(files);
	const names = Object.keys(files);
	const seen: string[] = [];
	for await (const outcome of readFiles(names.map((name) => ({ path: `${folder}/${name}`, name })))) {
		seen.push(outcome.ok ? 'read' : outcome.problem.code);
	}
	return seen;
}

describe('reading on several threads', () => {
	it('gives the same bytes with one thread or two, in this thread, in any order of the files, with and without a cache', async () => {
		const files = reports(17);
		const place: CachePlace = { folder: await tempFolder(), version: 'test' };
		const first = await contentsOf((await build(files)).out);
		const shuffled = Object.fromEntries(
			Object.entries(files).sort(([a], [b]) => a.slice(-6).localeCompare(b.slice(-6)))
		);
		const others = [
			await build(files, { readFiles: workers({ jobs: 1 }) }),
			await build(shuffled, { readFiles: workers({ jobs: 2 }) }),
			await build(files, { readFiles: workers({ cache: place }) }),
			await build(shuffled, { readFiles: workers({ jobs: 1, cache: place }) })
		];
		expect(others.map((outcome) => outcome.cached)).toEqual([0, 0, 0, 17]);
		for (const { out } of others) expect(await contentsOf(out)).toEqual(first);
	}, 60_000);

	it('gives results in the order of the files though some take longer', async () => {
		const files = Object.fromEntries([
			['0.txt', 'SLOW'],
			...Array.from({ length: 12 }, (_, index) => [`${String(index + 1)}.txt`, index === 5 ? '' : 'prose'] as const)
		]) as Record<string, string>;
		const folder = await reportsFolder(files);
		const tasks = Object.keys(files).map((name) => ({ path: `${folder}/${name}`, name }));
		const sizes: (number | null)[] = [];
		for await (const { bytes } of workers({ worker: UNRULY })(tasks)) sizes.push(bytes);
		expect(sizes).toEqual([4, 5, 5, 5, 5, 5, 0, 5, 5, 5, 5, 5, 5]);
	});

	it.each([
		['that has no end', 'HANG', 'file/timeout', { timeout: 0.5 }],
		['that is waited for in vain', 'NEVER', 'file/timeout', { timeout: 0.5 }],
		['that ends the worker', 'EXIT', 'file/crashed', {}],
		['that throws where nobody waits', 'THROW', 'file/crashed', {}],
		['that fills the memory', 'MEMORY', 'file/crashed', { memory: 64 }]
	])('refuses a file %s, and loses no other', async (_, word, code, options) => {
		const files = { ...reports(9), '04.txt': `${word} 2023年政府信息公开工作年度报告` };
		const outcome = await build(files, { readFiles: workers({ worker: UNRULY, jobs: 2, ...options }) });
		expect(outcome.refused).toBe(1);
		const refused = outcome.entries.find((entry) => !entry.attributed);
		expect(refused?.source).toMatchObject({ path: '04.txt', bytes: Buffer.byteLength(files['04.txt']) });
		expect(refused?.source.sha256).toMatch(/^[0-9a-f]{64}$/u);
		expect(refused?.problems.map((problem) => problem.code)).toEqual([code]);
		expect(outcome.entries.filter((entry) => entry.attributed)).toHaveLength(9);
		expect(describeOutcome(outcome, 'en')).toMatch(
			code === 'file/timeout' ? /not read within the time limit: found “> 0\.5 s”/u : /The reader failed/u
		);
	});

	it('reads a file again, in a fresh worker, before it takes it for one that ends workers', async () => {
		const files = { 'a.txt': 'prose', 'b.txt': 'TIRED', 'c.txt': 'EXIT', 'd.txt': 'TIRED', 'e.txt': 'prose' };
		expect(await outcomes(files, workers({ worker: UNRULY, jobs: 1 }))).toEqual([
			...['read', 'read', 'file/crashed', 'read', 'read']
		]);
	});

	it('does not give up where many files in a row bring workers down', async () => {
		const names = Array.from({ length: 8 }, (_, index) => `${String(index)}.txt`);
		const files = Object.fromEntries(names.map((name) => [name, 'EXIT']));
		expect(await outcomes(files, workers({ worker: UNRULY }))).toEqual(names.map(() => 'file/crashed'));
	}, 60_000);

	it('stops, and blames no file, where workers do not start', async () => {
		const worker = new URL('./stuck-worker.ts', import.meta.url);
		await expect(outcomes(reports(3), workers({ worker }))).rejects.toThrow(
			/worker does not start: this worker does not/u
		);
	});

	it('lets go of its threads when nobody asks for more', async () => {
		const folder = await reportsFolder({ 'a.txt': 'prose', 'b.txt': 'HANG' });
		const tasks = ['a.txt', 'b.txt'].map((name) => ({ path: `${folder}/${name}`, name }));
		for await (const outcome of workers({ worker: UNRULY })(tasks)) {
			expect(outcome.ok).toBe(true);
			break;
		}
	});

	it('reads nothing where there is nothing', async () => {
		expect(await outcomes({}, workers())).toEqual([]);
	});
});
