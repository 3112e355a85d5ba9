import { createContext } from 'svelte';
import type { DatasetTableName, SumsFiles } from '../core/dataset/tables.ts';
import { downloadResource, folderUrl } from '../db/download.ts';
import { READY_MARK } from '../db/gate.ts';
import type { Dataset, OpenDataset, Progress } from '../db/gate.ts';
import { resourcesOf } from '../db/views.ts';
import type { Sums } from '../queries/sums/sums.ts';
import { whenIdle } from './when-idle.ts';

export type DatasetStatus = 'idle' | 'loading' | 'ready' | 'failed';

export interface DatasetOptions {
	/** Address of the dataset's folder. */
	readonly place: string;
	/** Names the dataset and its build, so that results of one are never shown as another's. */
	readonly key: string;
	/** The build of the page; a dataset of another one is not opened. */
	readonly build?: string;
	/** Tables to fetch while the engine starts. */
	readonly preload?: readonly DatasetTableName[];
	readonly open?: OpenDataset;
	/** The files of its tables of sums; without them every question goes to the engine. */
	readonly sums?: SumsFiles | undefined;
	/** How the tables of sums are had otherwise. */
	readonly openSums?: OpenSums;
}

/** The engine and its worker come only now, in a chunk of their own. */
const openInBrowser: OpenDataset = async (place, options) => {
	const { openDataset } = await import('../db/browser.ts');
	return openDataset(place, options);
};

/** Reads the tables of sums. */
export type OpenSums = (signal: AbortSignal) => Promise<Sums>;

/** The files come while the code does that reads them. */
async function sumsInBrowser(place: string, files: SumsFiles, signal: AbortSignal): Promise<Sums> {
	const base = folderUrl(place);
	const downloads = Object.entries(files).map(
		async ([table, file]) => [table, await downloadResource(base, file, () => undefined, signal)] as const
	);
	const [{ readSums }, ...read] = await Promise.all([import('./open-sums.ts'), ...downloads]);
	return readSums(new Map(read));
}

/** Milliseconds for which the tables of sums go before the engine. */
const SUMS_FIRST = 1500;
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const LARGE_REPORTS = 120_000;

const reportsOf = (dataset: Dataset | null): number =>
	dataset ? resourcesOf(dataset.package, 'reports').reduce((sum, { rowCount }) => sum + rowCount, 0) : 0;

/** The open dataset of the page: make one in the root layout, `setDataset` it, and start it in an effect. */
export class DatasetState {
	readonly key: string;
	readonly #options: DatasetOptions;
	#status = $state<DatasetStatus>('idle');
	#progress = $state.raw<Progress | null>(null);
	#error = $state.raw<Error | null>(null);
	#dataset = $state.raw<Dataset | null>(null);
	#sums = $state.raw<Sums | null>(null);
	readonly #isLarge = $derived(reportsOf(this.#dataset) > LARGE_REPORTS);
	#controller = new AbortController();
	#starting: Promise<void> | null = null;
	#summing: Promise<void> | null = null;
	#reading = new AbortController();

	constructor(options: DatasetOptions) {
		this.key = options.key;
		this.#options = options;
	}

	get status(): DatasetStatus {
		return this.#status;
	}

	/** Null until something is under way. Bytes are those of data files; the engine comes on top. */
	get progress(): Progress | null {
		return this.#progress;
	}

	/** Why it failed: an EngineError, a DatasetFileError or an OtherBuildError. */
	get error(): Error | null {
		return this.#error;
	}

	get dataset(): Dataset | null {
		return this.#dataset;
	}

	/** Whether it has more reports than the engine can hold at hand: each question takes seconds, so that only what is looked at is asked. */
	get isLarge(): boolean {
		return this.#isLarge;
	}

	/** The tables of sums, as soon as they are at hand: what they tell needs no engine. */
	get sums(): Sums | null {
		return this.#sums;
	}

	/** Reads them, once. Never rejects: where they cannot be had, the engine answers. */
	readSums(): Promise<void> {
		const { place, sums, openSums } = this.#options;
		const open = openSums ?? (sums && ((signal: AbortSignal) => sumsInBrowser(place, sums, signal)));
		const { signal } = this.#reading;
		if (this.#sums || !open) return Promise.resolve();
		this.#summing ??= open(signal).then(
			(found) => {
				if (!signal.aborted) this.#sums = found;
			},
			() => undefined
		);
		return this.#summing;
	}

	#stopReading(): void {
		this.#reading.abort();
		this.#reading = new AbortController();
		this.#summing = null;
	}

	/** Starts the engine after first paint, when the browser has nothing else to do; returns the cleanup, which stops all. */
	startWhenIdle(): () => void {
		let cancel: (() => void) | null = null;
		let stopped = false;
		const frame = requestAnimationFrame(() => {
			// They answer the first question, in a moment; where they do not come, the engine is not held up.
			void Promise.race([this.readSums(), after(SUMS_FIRST)]).then(() => {
				if (!stopped) cancel = whenIdle(() => void this.start());
			});
		});
		return () => {
			stopped = true;
			cancelAnimationFrame(frame);
			cancel?.();
			this.#stopReading();
			void this.close();
		};
	}

	/** Starts now, if it is not running; also the retry after a failure. Never rejects: see `status`. */
	start(): Promise<void> {
		this.#starting ??= this.#open().finally(() => {
			this.#starting = null;
		});
		return this.#starting;
	}

	/** Gives up the engine, which is lost, and starts another; what was asked of it and not answered is asked again. */
	async restart(): Promise<void> {
		await this.close().catch(() => undefined);
		await this.start();
	}

	async #open(): Promise<void> {
		if (this.#dataset) return;
		const controller = new AbortController();
		this.#controller = controller;
		this.#status = 'loading';
		this.#error = null;
		try {
			const { place, build, preload = [], open = openInBrowser } = this.#options;
			const dataset = await open(place, {
				preload,
				...(build === undefined ? {} : { build }),
				signal: controller.signal,
				onProgress: (progress) => {
					if (!controller.signal.aborted) this.#progress = progress;
				}
			});
			if (controller.signal.aborted) return await dataset.close();
			this.#dataset = dataset;
			this.#status = 'ready';
			performance.mark(READY_MARK);
		} catch (error) {
			if (controller.signal.aborted) return;
			this.#error = error instanceof Error ? error : new Error(String(error));
			this.#status = 'failed';
		}
	}

	/** Stops the engine, or gives up starting it. */
	async close(): Promise<void> {
		this.#controller.abort();
		const dataset = this.#dataset;
		this.#dataset = null;
		this.#progress = null;
		this.#status = 'idle';
		this.#starting = null;
		await dataset?.close();
	}
}

export const [getDataset, setDataset, hasDataset] = createContext<DatasetState>();
