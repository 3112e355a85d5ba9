import { AsyncDuckDB, VoidLogger, selectBundle } from '@duckdb/duckdb-wasm';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';
import type { DataPackage, DataPackageResource } from '../core/dataset/package.ts';
import type { Row as TableRow } from '../core/dataset/rows.ts';
import type { DatasetTableName } from '../core/dataset/tables.ts';
import type { ArrowTables, TypedColumn } from './arrow-rows.ts';
import { downloadPackage, downloadResource, folderUrl } from './download.ts';
import { EngineDataset } from './engine.ts';
import { DatasetFileError, EngineError, EngineLostError } from './gate.ts';
import type { Dataset, DatasetContents, OpenDataset, OpenOptions, Progress } from './gate.ts';
import { resourcesOf } from './views.ts';
import { WasmEngine } from './wasm-engine.ts';
import { writeRows } from './write-rows.ts';
import { writeDataset } from './write-dataset.ts';
import type { WriteOptions } from './write-dataset.ts';

/** Adds up what was asked for and what has come, over all files. */
class Downloads {
	readonly #base: URL;
	readonly #options: OpenOptions;
	readonly #under = new Map<string, Promise<Uint8Array>>();
	#progress: Progress = { engine: 'starting', done: 0, total: 0 };

	constructor(base: URL, options: OpenOptions) {
		this.#base = base;
		this.#options = options;
	}

	tell(change: Partial<Progress>): void {
		this.#progress = { ...this.#progress, ...change };
		this.#options.onProgress?.(this.#progress);
	}

	/** Begins a download that `read` will hand over. */
	begin(resource: DataPackageResource): void {
		const download = this.#download(resource);
		download.catch(() => undefined);
		this.#under.set(resource.path, download);
	}

	/** The bytes, handed over once: the engine takes the buffer away. */
	read(resource: DataPackageResource): Promise<Uint8Array> {
		const begun = this.#under.get(resource.path);
		this.#under.delete(resource.path);
		return begun ?? this.#download(resource);
	}

	async #download(resource: DataPackageResource): Promise<Uint8Array> {
		this.tell({ total: this.#progress.total + resource.bytes });
		let came = 0;
		try {
			return await downloadResource(this.#base, resource, (count) => {
				came += count;
				this.tell({ done: this.#progress.done + count });
			});
		} catch (error) {
			this.tell({ done: this.#progress.done - came, total: this.#progress.total - resource.bytes });
			throw error;
		}
	}
}

/** Fails where the engine's module cannot be had: inside the worker such a failure is lost, and those who wait would wait for ever. */
async function assertModule(address: string): Promise<void> {
	const answer = await fetch(address, { method: 'HEAD' });
	const kind = answer.headers.get('content-type') ?? '';
	if (!answer.ok || kind.startsWith('text/html')) throw new Error(`no engine at ${address}: ${answer.status} ${kind}`);
}

/** The single-thread build with WebAssembly exceptions, or for older browsers the one without; both from this site itself. */
async function startEngine(read: (resource: DataPackageResource) => Promise<Uint8Array>): Promise<WasmEngine> {
	const bundle = await selectBundle({
		eh: { mainModule: ehWasm, mainWorker: ehWorker },
		mvp: { mainModule: mvpWasm, mainWorker: mvpWorker }
	});
	if (!bundle.mainWorker) throw new Error(`no worker for: ${bundle.mainModule}`);
	const worker = new Worker(new URL(bundle.mainWorker, location.href));
	const db = new AsyncDuckDB(new VoidLogger(), worker);
	let tell: (reason: Error) => void = () => undefined;
	const broken = new Promise<never>((_, reject) => {
		tell = reject;
	});
	worker.addEventListener('error', (event) => tell(new Error(event.message || 'worker failed')));
	const module = new URL(bundle.mainModule, location.href).href;
	assertModule(module).catch((reason: unknown) => tell(reason instanceof Error ? reason : new Error(String(reason))));
	try {
		const engine = await Promise.race([WasmEngine.start(db, module, read), broken]);
		tell = (reason) => engine.fail(new EngineLostError(reason));
		return engine;
	} catch (error) {
		worker.terminate();
		throw error;
	}
}

const failedToStart = (cause: unknown): never => {
	throw new EngineError(cause);
};

const nothingToRead = (): Promise<never> => Promise.reject(new Error('nothing to read'));

/** Does something with an engine of its own, which ends with it, or with the signal. */
async function withEngine<T>(work: (engine: WasmEngine) => Promise<T>, signal?: AbortSignal): Promise<T> {
	const engine = await startEngine(nothingToRead).catch(failedToStart);
	const onAbort = (): void => void engine.close();
	signal?.addEventListener('abort', onAbort, { once: true });
	try {
		signal?.throwIfAborted();
		return await work(engine);
	} catch (error) {
		signal?.throwIfAborted();
		throw error;
	} finally {
		signal?.removeEventListener('abort', onAbort);
		await engine.close();
	}
}

/** Rows as one Parquet file. Import it dynamically: it carries the engine. */
export const writeParquet = (
	columns: readonly TypedColumn[],
	rows: readonly TableRow[],
	signal?: AbortSignal
): Promise<Uint8Array<ArrayBuffer>> => withEngine((engine) => writeRows(engine, columns, rows), signal);

/** Writes tables as a dataset with an engine of its own, which ends with it. Import it dynamically: it carries the engine. */
export const writeTables = (tables: ArrowTables, options: WriteOptions): Promise<DatasetContents> =>
	withEngine((engine) => writeDataset(engine, tables, options), options.signal);

/** Opens a dataset that is at hand. */
export async function openContents(
	{ package: dataPackage, files }: DatasetContents,
	{ signal, onProgress }: OpenOptions = {}
): Promise<Dataset> {
	// The engine takes the buffer away that it is handed.
	const read = async ({ path }: DataPackageResource): Promise<Uint8Array> => {
		const bytes = files.get(path);
		if (!bytes) throw new DatasetFileError(path, 'not found');
		return bytes.slice();
	};
	onProgress?.({ engine: 'starting', done: 0, total: 0 });
	const engine = await startEngine(read).catch(failedToStart);
	if (signal?.aborted) {
		await engine.close();
		signal.throwIfAborted();
	}
	onProgress?.({ engine: 'ready', done: 0, total: 0 });
	return new EngineDataset(dataPackage, engine);
}

/** Larger tables are fetched when they are asked for, and only the years asked for. */
const PRELOADED_BYTES = 2 ** 20 * 2;
const isSmall = (dataPackage: DataPackage, table: DatasetTableName): boolean =>
	resourcesOf(dataPackage, table).reduce((sum, { bytes }) => sum + bytes, 0) <= PRELOADED_BYTES;

/** Opens the dataset at an address (its folder) in a worker of the page. Import it dynamically: it carries the engine. */
export const openDataset: OpenDataset = async (place, options = {}) => {
	const { signal } = options;
	const base = folderUrl(place);
	const downloads = new Downloads(base, options);
	const starting = startEngine((resource) => downloads.read(resource)).catch(failedToStart);
	try {
		const dataPackage = await downloadPackage(base, options.build, signal);
		const preload = (options.preload ?? []).filter((table) => isSmall(dataPackage, table));
		for (const table of preload) for (const resource of resourcesOf(dataPackage, table)) downloads.begin(resource);
		const dataset = new EngineDataset(dataPackage, await starting);
		signal?.throwIfAborted();
		downloads.tell({ engine: 'ready' });
		dataset.ensure(preload).catch(() => undefined);
		return dataset;
	} catch (error) {
		starting.then(
			(engine) => engine.close(),
			() => undefined
		);
		throw error;
	}
};
