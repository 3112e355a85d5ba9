import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Command } from 'commander';
import { inputOf } from './fuzz/inputs.ts';
import type { Judged } from './fuzz/judge.ts';
import { seedsByTarget } from './fuzz/seeds.ts';
import type { Task } from './fuzz/worker.ts';
import { print, runCommand } from './run/command.ts';
import { ROOT } from './run/run-tool.ts';

/** An input that gives no answer for so long counts as one that hangs, and its thread is ended. */
const HANG_MS = 60_000;
const FOUND = join(ROOT, '.cache/fuzz');
const MEMORY_MB = 2048;

type Answer = Judged & { readonly bytes: number };

class Thread {
	readonly #seed: string;
	#worker: Worker | null = null;
	#answer: (answer: Answer) => void = () => undefined;

	constructor(seed: string) {
		this.#seed = seed;
	}

	/** What came of one input; a thread that hangs or dies is started anew. */
	async judge(task: Task): Promise<Answer> {
		this.#worker ??= await this.#start();
		const { promise, resolve } = Promise.withResolvers<Answer>();
		this.#answer = resolve;
		const timer = setTimeout(() => this.#lose('hangs'), HANG_MS);
		this.#worker.postMessage(task);
		const answer = await promise;
		clearTimeout(timer);
		return answer;
	}

	async stop(): Promise<void> {
		await this.#worker?.terminate();
	}

	#lose(fault: string): void {
		void this.#worker?.terminate();
		this.#worker = null;
		this.#answer({ faults: [fault], ms: 0, reports: 0, cells: 0, bytes: 0 });
	}

	async #start(): Promise<Worker> {
		const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), {
			workerData: { seed: this.#seed },
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }
		});
		const { promise, resolve, reject } = Promise.withResolvers<unknown>();
		this.#answer = resolve;
		worker.on('message', (answer: Answer) => this.#answer(answer));
		worker.on('error', (error: Error) => {
			reject(error);
			this.#lose(`thread died: ${error.message}`);
		});
		await promise;
		return worker;
	}
}

const positive = (name: string, text: string): number => {
	const value = Number(text);
	if (!(value > 0)) throw new Error(`--${name} ${text}: > 0`);
	return value;
};

/** 0: every input was read as it should be. 1: some were not; they are kept in .cache/fuzz. */
async function main(args: readonly string[]): Promise<number> {
	const command = new Command('fuzz')
		.description(
			'用变异的文件试读取与抽取 / try reading and extraction on mutated files; the same seed gives the same inputs'
		)
		.option('--minutes <n>', '多久 / how long', '1')
		.option('--seed <text>', '种子 / seed', '1')
		.option('--jobs <n>', '线程 / threads', String(availableParallelism()))
		.option('--target <name...>', '只试这些 / these targets only')
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const options = command.opts<{ minutes: string; seed: string; jobs: string; target?: string[] }>();
	const seeds = await seedsByTarget();
	const targets = options.target ?? Object.keys(seeds);
	const unknown = targets.filter((name) => !(name in seeds));
	if (unknown.length > 0) throw new Error(`--target ${unknown.join(' ')}: ${Object.keys(seeds).join(' ')}`);
	const end = performance.now() + positive('minutes', options.minutes) * 60_000;
	const tally = new Map(
		targets.map((name) => [name, { inputs: 0, bytes: 0, reports: 0, cells: 0, most: 0, faults: 0 }])
	);
	let next = 0;
	const work = async (): Promise<void> => {
		const thread = new Thread(options.seed);
		while (performance.now() < end) {
			const number = next;
			next += 1;
			const target = targets[number % targets.length] ?? '';
			const index = Math.floor(number / targets.length);
			const { faults, ms, reports, cells, bytes } = await thread.judge({ target, index });
			const row = tally.get(target);
			if (!row) continue;
			row.inputs += 1;
			row.bytes += bytes;
			row.reports += reports;
			row.cells += cells;
			row.most = Math.max(row.most, ms);
			if (faults.length === 0) continue;
			row.faults += 1;
			const { name, bytes: content } = inputOf(target, seeds[target] ?? [], options.seed, index);
			await mkdir(FOUND, { recursive: true });
			await writeFile(join(FOUND, `${target}-${options.seed}-${String(index)}-${name}`), content);
			await print(`${target} ${String(index)}: ${faults.slice(0, 3).join('; ')}\n`);
		}
		await thread.stop();
	};
	await Promise.all(Array.from({ length: positive('jobs', options.jobs) }, work));
	let [inputs, faulty] = [0, 0];
	for (const [name, row] of tally) {
		inputs += row.inputs;
		faulty += row.faults;
		await print(
			`${name.padEnd(12)} ${String(row.inputs).padStart(7)} 个输入 / inputs, ${(row.bytes / 1e6).toFixed(1)} MB, ` +
				`${String(row.reports)} reports, ${String(row.cells)} cells, 最久 / slowest ${row.most.toFixed(0)} ms, ${String(row.faults)} 问题 / faults\n`
		);
	}
	await print(`${String(inputs)} 个输入 / inputs, ${String(faulty)} 问题 / faults, seed ${options.seed}\n`);
	return faulty === 0 ? 0 : 1;
}

await runCommand('fuzz', main);
