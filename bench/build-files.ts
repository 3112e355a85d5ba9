import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDataset } from '../scripts/build/build-dataset.ts';
import { codeVersion } from '../scripts/build/code-version.ts';
import { readByWorkers } from '../scripts/build/reader-pool.ts';
import type { CachePlace } from '../scripts/build/reading-cache.ts';
import { stepsWith } from '../scripts/build/steps.ts';
import type { FileKind } from '../scripts/synthesize/draft.ts';
import { MUTATIONS, readRates } from '../scripts/synthesize/mutations/registry.ts';
import { sizesFor } from '../scripts/synthesize/world/world.ts';
import { writeCorpus } from '../scripts/synthesize/write-corpus.ts';
import { textTable } from '../scripts/text-table.ts';

interface BuildTimes {
	/** Seconds until every file was read, extracted and audited; the start of the threads is in it. */
	readonly read: number;
	readonly whole: number;
	readonly reports: number;
	/** Processor seconds of all threads, until all was read and in whole: they say more than the clock while other work runs. */
	readonly readCpu: number;
	readonly cpu: number;
	/** Megabytes at most, all threads together, of this process. */
	readonly memory: number;
}

async function timeBuild(reports: string, jobs: number, cache: CachePlace | null): Promise<BuildTimes> {
	const out = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
	const started = performance.now();
	const before = process.cpuUsage();
	const cpuSeconds = (): number => {
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1e6;
	};
	let read = 0;
	let readCpu = 0;
	let memory = 0;
	try {
		const outcome = await buildDataset(
			{
				...{ reports, out, name: 'bench', title: { zh: '测速', en: 'Bench' }, fictional: true },
				onFile: ({ done }) => {
					if (done % 100 === 0) memory = Math.max(memory, process.memoryUsage.rss());
				},
				onStage: (stage) => {
					if (stage === 'assemble') [read, readCpu] = [performance.now() - started, cpuSeconds()];
					memory = Math.max(memory, process.memoryUsage.rss());
				}
			},
			stepsWith([], readByWorkers({ jobs, timeout: 60, cache }))
		);
		const whole = performance.now() - started;
		memory = Math.max(memory, process.memoryUsage.rss());
		const attributed = outcome.entries.filter((entry) => entry.attributed).length;
		return {
			...{ read: read / 1000, whole: whole / 1000, readCpu, cpu: cpuSeconds() },
			...{ reports: attributed, memory: memory / 2 ** 20 }
		};
	} finally {
		await rm(out, { recursive: true, force: true });
	}
}

export interface FileBuilds {
	readonly reports: number;
	readonly kinds: readonly FileKind[];
	readonly jobs: readonly number[];
}

/** Builds an invented corpus with each number of threads, without a cache, then from a warm cache; rates in reports a second. */
export async function benchFileBuilds({ reports, kinds, jobs }: FileBuilds): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
	try {
		const agencies = Math.ceil(reports / 7);
		await writeCorpus({
			...{ seed: 'bench', years: [2019, 2025], sizes: sizesFor(agencies), agencies, kinds, missing: 0, reports },
			...{ mutations: readRates('default', MUTATIONS), errors: new Map<string, number>(), out: join(folder, 'corpus') }
		});
		const cache = { folder: join(folder, 'cache'), version: await codeVersion() };
		const rows: string[][] = [];
		const run = async (name: string, threads: number, place: CachePlace | null): Promise<void> => {
			const times = await timeBuild(join(folder, 'corpus/reports'), threads, place);
			rows.push([
				...[name, String(times.reports), times.read.toFixed(2), (times.reports / times.read).toFixed(0)],
				((1000 * times.readCpu) / times.reports).toFixed(2),
				...[
					times.whole.toFixed(2),
					(times.reports / times.whole).toFixed(0),
					((1000 * times.cpu) / times.reports).toFixed(2),
					times.memory.toFixed(0)
				]
			]);
		};
		for (const threads of jobs) await run(`--jobs ${threads}`, threads, null);
		const most = Math.max(...jobs);
		await run(`--jobs ${most}, cache filled`, most, cache);
		await run(`--jobs ${most}, from the cache`, most, cache);
		const header = [
			'whole build',
			'reports',
			'read s',
			'reports/s',
			'CPU ms',
			'whole s',
			'reports/s',
			'CPU ms',
			'peak MB'
		];
		return `${kinds.join(', ')}\n${textTable(header, rows)}`;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
