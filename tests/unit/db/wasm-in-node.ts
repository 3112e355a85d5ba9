import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';
import type * as DuckDB from '@duckdb/duckdb-wasm';
import type { DataPackage, DataPackageResource } from '../../../src/lib/core/dataset/package.ts';
import { EngineDataset } from '../../../src/lib/db/engine.ts';
import type { Engine } from '../../../src/lib/db/engine.ts';
import { WasmEngine } from '../../../src/lib/db/wasm-engine.ts';

const require = createRequire(import.meta.url);

const BOOT = (path: string): string => `
	const { parentPort } = require('node:worker_threads');
	globalThis.postMessage = (data, transfer) => parentPort.postMessage(data, transfer);
	parentPort.on('message', (data) => globalThis.onmessage({ data }));
	require(${JSON.stringify(path)});`;

type Listener = (event: { data?: unknown; message?: string }) => void;

/** What AsyncDuckDB asks of a browser's worker, on a worker thread of Node. */
class ThreadWorker {
	readonly #thread: Worker;
	readonly #listeners = new Map<Listener, (data: unknown) => void>();

	constructor(path: string) {
		// The worker prints every rejected statement; the tests see them as errors already.
		this.#thread = new Worker(BOOT(path), { eval: true, stdout: true, stderr: true });
	}

	#eventOf(type: string): string {
		return type === 'close' ? 'exit' : type;
	}

	addEventListener(type: string, listener: Listener): void {
		const heard = (data: unknown): void => listener(type === 'message' ? { data } : { message: String(data) });
		this.#listeners.set(listener, heard);
		this.#thread.on(this.#eventOf(type), heard);
	}

	removeEventListener(type: string, listener: Listener): void {
		const heard = this.#listeners.get(listener);
		if (heard) this.#thread.off(this.#eventOf(type), heard);
	}

	postMessage(data: unknown, transfer: readonly Transferable[]): void {
		this.#thread.postMessage(data, transfer);
	}

	terminate(): Promise<number> {
		return this.#thread.terminate();
	}
}

/** The engine of the browser, in its build for Node: the same DuckDB and the same protocol. */
export async function startWasm(
	read: (resource: DataPackageResource) => Promise<Uint8Array>,
	build: 'eh' | 'mvp' = 'eh'
): Promise<WasmEngine> {
	const { AsyncDuckDB, VoidLogger } = require('@duckdb/duckdb-wasm') as typeof DuckDB;
	const worker = new ThreadWorker(require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-node-${build}.worker.cjs`));
	const db = new AsyncDuckDB(new VoidLogger(), worker as unknown as globalThis.Worker);
	return WasmEngine.start(db, require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${build}.wasm`), read);
}

/** The same, which answers from the files always. */
const withoutCopies = (engine: WasmEngine): Engine => ({
	holds: 0,
	run: (sql) => engine.run(sql),
	cancel: () => engine.cancel(),
	load: (resource) => engine.load(resource),
	close: () => engine.close()
});

/** The dataset of a folder on the engine of the browser (its build for Node, the same DuckDB and the same protocol). */
export async function openOnWasm(
	folder: string,
	build: 'eh' | 'mvp' = 'eh',
	copies: 'with copies' | 'from the files' = 'with copies'
): Promise<EngineDataset> {
	const engine = await startWasm(
		({ path }) => readFile(join(folder, path)).then((bytes) => new Uint8Array(bytes)),
		build
	);
	const dataPackage = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8')) as DataPackage;
	return new EngineDataset(dataPackage, copies === 'with copies' ? engine : withoutCopies(engine));
}
