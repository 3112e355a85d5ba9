import { DataType } from 'apache-arrow';
import type { Field, RecordBatch } from 'apache-arrow';
import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { DataPackageResource } from '../core/dataset/package.ts';
import type { Engine } from './engine.ts';
import { MEMORY_GB } from './gate.ts';
import type { Row, Value } from './gate.ts';
import { plainDay, plainDecimal, plainInstant, plainValue } from './plain.ts';

/** Four 32-bit words, least first, as a two's complement integer of 128 bits. */
function wideInteger(words: Uint32Array): bigint {
	const unsigned = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
	return BigInt.asIntN(words.length * 32, unsigned);
}

/** How values of an Arrow column become plain. HUGEINT, which every `sum` of integers is, arrives as a decimal of scale 0. */
function plainReader({ type }: Field): (value: unknown) => Value {
	const unlessNull =
		<T>(read: (value: T) => Value) =>
		(value: unknown): Value =>
			value === null || value === undefined ? null : read(value as T);
	if (DataType.isDecimal(type)) return unlessNull<Uint32Array>((words) => plainDecimal(wideInteger(words), type.scale));
	if (DataType.isDate(type)) return unlessNull<number | Date>((day) => plainDay(Number(day)));
	if (DataType.isTimestamp(type)) return unlessNull<number>(plainInstant);
	return plainValue;
}

function rowsOf(batch: RecordBatch): Row[] {
	const rows = Array.from({ length: batch.numRows }, (): Record<string, Value> => ({}));
	batch.schema.fields.forEach((field, index) => {
		const { name } = field;
		const vector = batch.getChildAt(index);
		const plain = plainReader(field);
		rows.forEach((row, at) => {
			row[name] = plain(vector?.get(at));
		});
	});
	return rows;
}

type Reader = (resource: DataPackageResource) => Promise<Uint8Array>;

/** Room for the copies of tables: some 100,000 reports with their applicants. */
const HELD_BYTES = 200 * 2 ** 20;

/** DuckDB-WASM in its worker, through one connection. */
export class WasmEngine implements Engine {
	readonly holds = HELD_BYTES;
	readonly #db: AsyncDuckDB;
	readonly #connection: AsyncDuckDBConnection;
	#read: Reader;
	#cancelled = false;
	#reject: (reason: Error) => void = () => undefined;
	/** The worker's end, which AsyncDuckDB does not tell those who wait for an answer. */
	readonly #end = new Promise<never>((_, reject) => {
		this.#reject = reject;
	});

	private constructor(db: AsyncDuckDB, connection: AsyncDuckDBConnection, read: Reader) {
		this.#db = db;
		this.#connection = connection;
		this.#read = read;
		this.#end.catch(() => undefined);
	}

	/** Starts the engine. `wasm` is the address of the module that belongs to the worker of `db`; `read` fetches a file whole. */
	static async start(db: AsyncDuckDB, wasm: string, read: Reader): Promise<WasmEngine> {
		await db.instantiate(wasm);
		await db.open({ path: ':memory:' });
		const connection = await db.connect();
		await connection.query('SET autoinstall_known_extensions = false');
		await connection.query('SET autoload_known_extensions = false');
		await connection.query(`SET memory_limit = '${MEMORY_GB}GB'`);
		return new WasmEngine(db, connection, read);
	}

	/** From now on files come from there. */
	readWith(read: Reader): void {
		this.#read = read;
	}

	run(sql: string): Promise<Row[]> {
		return Promise.race([this.#answer(sql), this.#end]);
	}

	async #answer(sql: string): Promise<Row[]> {
		this.#cancelled = false;
		const rows: Row[] = [];
		for await (const batch of await this.#connection.send(sql)) {
			if (this.#cancelled) break;
			for (const row of rowsOf(batch)) rows.push(row);
		}
		return rows;
	}

	cancel(): void {
		this.#cancelled = true;
		this.#connection.cancelSent().catch(() => undefined);
	}

	load(resource: DataPackageResource): Promise<string> {
		const register = async (): Promise<string> => {
			await this.#db.registerFileBuffer(resource.path, await this.#read(resource));
			return resource.path;
		};
		return Promise.race([register(), this.#end]);
	}

	/** Puts the rows of an Arrow stream into a table that is there. */
	insert(table: string, stream: Uint8Array): Promise<void> {
		const options = { name: table, schema: 'main', create: false };
		return Promise.race([this.#connection.insertArrowFromIPCStream(stream, options), this.#end]);
	}

	/** Runs a statement that writes a file of that name, and gives its bytes; the engine keeps none of it. */
	write(sql: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
		const write = async (): Promise<Uint8Array<ArrayBuffer>> => {
			await this.#db.registerEmptyFileBuffer(path);
			await this.#answer(sql);
			// Its bytes lie in the engine's memory, which goes on to be used.
			const bytes = Uint8Array.from(await this.#db.copyFileToBuffer(path));
			await this.#db.dropFile(path);
			return bytes;
		};
		return Promise.race([write(), this.#end]);
	}

	/** Lets go all who wait: the worker will answer no more. */
	fail(reason: Error): void {
		this.#reject(reason);
	}

	async close(): Promise<void> {
		this.fail(new Error('engine closed'));
		await this.#db.terminate();
	}
}
