import { Worker } from 'node:worker_threads';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import { unreadOutcome } from './read-file.ts';
import type { CachePlace } from './reading-cache.ts';
import type { FileOutcome, FileTask, ReadFiles } from './reading.ts';
import type { WorkerMessage, WorkerStart } from './serve-reading.ts';

export interface PoolOptions {
	/** Worker threads at most; there are fewer where there are few files. */
	readonly jobs: number;
	/** Seconds that one file may take. */
	readonly timeout: number;
	readonly cache: CachePlace | null;
	/** Megabytes of memory that one worker may fill. */
	readonly memory?: number;
	/** Tests may put another in its place. */
	readonly worker?: URL;
}

export const TIMEOUT_SECONDS = 60;
const MEMORY_MB = 1024;
/** Files sent to a worker ahead of the one it reads, so that it need not wait for the next. */
const IN_HAND = 4;
/** Files read ahead, for each worker, of the first that is not done: what bounds memory while one file takes long. */
const AHEAD = 64;
/** A worker takes some tenths of a second to start. */
const FILES_A_WORKER = 4;

/** A worker thread and the files it was sent, the one that it reads first. */
interface Lane {
	readonly worker: Worker;
	readonly hand: number[];
	ready: boolean;
	timer: NodeJS.Timeout | null;
	timedOut: boolean;
	error: Error | null;
}

/**
 * Reads files on worker threads. A file that takes too long, or brings its worker down twice, is refused; its worker is replaced
 * and the other files that were sent to it go to the next.
 */
class ReaderPool {
	readonly #tasks: readonly FileTask[];
	readonly #options: PoolOptions;
	readonly #lanes = new Set<Lane>();
	readonly #done = new Map<number, FileOutcome>();
	/** Sent to a worker that ended before it came to them. */
	readonly #again: number[] = [];
	/** Brought a worker down; read once more, alone, by a fresh one: it may have been the memory of those before. */
	readonly #suspect = new Set<number>();
	#next = 0;
	#given = 0;
	#failure: Error | null = null;
	#wake: (() => void) | null = null;

	constructor(tasks: readonly FileTask[], options: PoolOptions) {
		this.#tasks = tasks;
		this.#options = options;
	}

	async *read(): AsyncGenerator<FileOutcome> {
		const lanes = Math.max(1, Math.min(this.#options.jobs, Math.ceil(this.#tasks.length / FILES_A_WORKER)));
		try {
			if (this.#tasks.length > 0) for (let lane = 0; lane < lanes; lane += 1) this.#start();
			while (this.#given < this.#tasks.length) {
				const outcome = this.#done.get(this.#given);
				if (outcome) {
					this.#done.delete(this.#given);
					this.#given += 1;
					yield outcome;
					continue;
				}
				if (this.#failure) throw this.#failure;
				for (const lane of this.#lanes) this.#fill(lane);
				await new Promise<void>((resolve) => (this.#wake = resolve));
			}
		} finally {
			const workers = [...this.#lanes].map(({ worker }) => worker);
			for (const lane of this.#lanes) if (lane.timer) clearTimeout(lane.timer);
			this.#lanes.clear();
			await Promise.all(workers.map((worker) => worker.terminate()));
		}
	}

	/** Starts a worker, with one file that it reads alone before any other. */
	#start(first?: number): void {
		const { cache, memory = MEMORY_MB, worker: url = new URL('./read-worker.ts', import.meta.url) } = this.#options;
		const worker = new Worker(url, {
			workerData: { cache } satisfies WorkerStart,
			resourceLimits: { maxOldGenerationSizeMb: memory },
			stdout: true
		});
		// What a library prints is not for the reader of our output.
		worker.stdout.resume();
		const lane: Lane = { worker, hand: [], ready: false, timer: null, timedOut: false, error: null };
		this.#lanes.add(lane);
		worker.on('message', (message: WorkerMessage) => {
			if (!this.#lanes.has(lane)) return;
			if (message === 'ready') {
				lane.ready = true;
				if (first !== undefined) this.#send(lane, first);
			} else this.#settle(lane, message);
			this.#fill(lane);
		});
		worker.on('error', (error: Error) => (lane.error = error));
		worker.on('exit', () => this.#replace(lane));
	}

	#settle(lane: Lane, outcome: FileOutcome): void {
		const index = lane.hand.shift();
		if (index === undefined) throw new Error('a worker answered without a question');
		this.#suspect.delete(index);
		this.#done.set(index, outcome);
		this.#watch(lane);
		this.#wake?.();
	}

	#take(): number | undefined {
		const again = this.#again.shift();
		if (again !== undefined) return again;
		if (this.#next >= this.#tasks.length || this.#next >= this.#given + AHEAD * this.#options.jobs) return undefined;
		this.#next += 1;
		return this.#next - 1;
	}

	#fill(lane: Lane): void {
		while (lane.ready && lane.hand.length < IN_HAND) {
			if (lane.hand.some((index) => this.#suspect.has(index))) return;
			const index = this.#take();
			if (index === undefined) return;
			this.#send(lane, index);
		}
	}

	#send(lane: Lane, index: number): void {
		lane.hand.push(index);
		lane.worker.postMessage(this.#tasks[index]);
		if (lane.hand.length === 1) this.#watch(lane);
	}

	/** Sets the clock for the file that the worker has now come to. */
	#watch(lane: Lane): void {
		if (lane.timer) clearTimeout(lane.timer);
		const [index] = lane.hand;
		lane.timer = null;
		if (index === undefined) return;
		lane.timer = setTimeout(() => {
			// The answer may have come while this thread was busy: messages are taken in before the next turn.
			setImmediate(() => {
				if (lane.hand[0] !== index || !this.#lanes.has(lane)) return;
				lane.timedOut = true;
				void lane.worker.terminate();
			});
		}, this.#options.timeout * 1000);
	}

	/** A worker has ended, because it was stopped or by itself: refuses the file it was at, and lets a fresh one go on. */
	#replace(lane: Lane): void {
		if (!this.#lanes.delete(lane)) return;
		if (lane.timer) clearTimeout(lane.timer);
		const [index, ...others] = lane.hand;
		this.#again.unshift(...others);
		const found = lane.error?.message ?? 'the worker ended';
		if (!lane.ready) this.#failure = new Error(`a reading worker does not start: ${found}`);
		else if (index === undefined) this.#start();
		else if (lane.timedOut) {
			this.#refuse(index, { code: 'file/timeout', found: `> ${String(this.#options.timeout)} s` });
			this.#start();
		} else if (this.#suspect.has(index)) {
			this.#refuse(index, { code: 'file/crashed', found });
			this.#start();
		} else {
			this.#suspect.add(index);
			this.#start(index);
		}
		this.#wake?.();
	}

	#refuse(index: number, problem: DatasetProblem): void {
		const task = this.#tasks[index];
		if (task) this.#done.set(index, unreadOutcome(task, problem));
		this.#suspect.delete(index);
	}
}

export const readByWorkers =
	(options: PoolOptions): ReadFiles =>
	(tasks) =>
		new ReaderPool(tasks, options).read();
