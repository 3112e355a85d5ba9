import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, DuckDBTypeId } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import type { DataPackage, DataPackageResource } from '../core/dataset/package.ts';
import { EngineDataset } from './engine.ts';
import type { Engine } from './engine.ts';
import { DatasetFileError, EngineError } from './gate.ts';
import type { OpenDataset, Row, Value } from './gate.ts';
import { plainDay, plainInstant, plainValue } from './plain.ts';
import { resourcesOf } from './views.ts';

function rowsOf(reader: DuckDBResultReader): Row[] {
	const names = reader.columnNames();
	const toText = names.map((_, index) => (reader.columnTypeId(index) === DuckDBTypeId.DATE ? plainDay : plainInstant));
	return reader.getRowsJS().map((values) =>
		Object.fromEntries(
			names.map((name, index): [string, Value] => {
				const value: unknown = values[index];
				return [name, value instanceof Date ? (toText[index] ?? plainInstant)(value.getTime()) : plainValue(value)];
			})
		)
	);
}

class NodeEngine implements Engine {
	readonly #folder: string;
	readonly #instance: DuckDBInstance;
	readonly #connection: DuckDBConnection;
	#running: Promise<unknown> = Promise.resolve();

	constructor(folder: string, instance: DuckDBInstance, connection: DuckDBConnection) {
		this.#folder = folder;
		this.#instance = instance;
		this.#connection = connection;
	}

	// Native reading of the files is fast enough, and a build holds what it needs itself.
	readonly holds = 0;

	async run(sql: string): Promise<Row[]> {
		const running = this.#connection.runAndReadAll(sql);
		this.#running = running;
		return rowsOf(await running);
	}

	cancel(): void {
		this.#connection.interrupt();
	}

	async load({ path, bytes }: DataPackageResource): Promise<string> {
		const file = join(this.#folder, path);
		const found = await stat(file).catch((cause: unknown) => {
			throw new DatasetFileError(path, 'not found', cause);
		});
		if (found.size !== bytes) throw new DatasetFileError(path, `${found.size} bytes instead of ${bytes}`);
		return file;
	}

	async close(): Promise<void> {
		this.cancel();
		await this.#running.catch(() => undefined);
		this.#connection.closeSync();
		this.#instance.closeSync();
	}
}

async function readPackage(folder: string): Promise<DataPackage> {
	const path = 'datapackage.json';
	const text = await readFile(join(folder, path), 'utf8').catch((cause: unknown) => {
		throw new DatasetFileError(path, 'not found', cause);
	});
	try {
		return JSON.parse(text) as DataPackage;
	} catch (cause) {
		throw new DatasetFileError(path, 'not JSON', cause);
	}
}

/** Opens the dataset in a folder (with its datapackage.json) in memory, in Node. Sizes are checked, hashes are not. */
export const openDataset: OpenDataset = async (folder, options = {}) => {
	options.signal?.throwIfAborted();
	const dataPackage = await readPackage(folder);
	const instance = await DuckDBInstance.create(':memory:', {
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false'
	}).catch((cause: unknown) => {
		throw new EngineError(cause);
	});
	const dataset = new EngineDataset(dataPackage, new NodeEngine(folder, instance, await instance.connect()));
	const preload = options.preload ?? [];
	await dataset.ensure(preload, [], options.signal);
	const total = preload
		.flatMap((table) => resourcesOf(dataPackage, table))
		.reduce((sum, resource) => sum + resource.bytes, 0);
	options.onProgress?.({ engine: 'ready', done: total, total });
	return dataset;
};
