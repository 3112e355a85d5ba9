import { buildIdOf, describeDataset } from '../core/dataset/describe.ts';
import type { DatasetDescription } from '../core/dataset/describe.ts';
import type { DataPackage } from '../core/dataset/package.ts';
import { datasetTable } from '../core/dataset/rows.ts';
import { sha256 } from '../core/dataset/sha256.ts';
import type { DatasetFile, DatasetTable, DatasetTableName } from '../core/dataset/tables.ts';
import type { ArrowTables } from './arrow-rows.ts';
import type { DatasetContents, Row } from './gate.ts';
import { copySql, createTableSql, fileStem, fromSql } from './parquet-sql.ts';
import { identifier } from './sql.ts';

/** What an engine must do for a dataset to be written with it. */
export interface WritingEngine {
	run(sql: string): Promise<Row[]>;
	/** Puts the rows of an Arrow stream into a table that is there. */
	insert(table: string, stream: Uint8Array): Promise<void>;
	/** Runs a statement that writes a file of that name, and gives its bytes; the engine keeps none of it. */
	write(sql: string, path: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface WriteOptions extends Pick<DatasetDescription, 'name' | 'title' | 'fictional' | 'session'> {
	/** Told after each table. */
	readonly onTable?: (done: number, total: number) => void;
	readonly signal?: AbortSignal;
}

async function writeFile(
	engine: WritingEngine,
	table: DatasetTable,
	year: number | null
): Promise<{ readonly file: DatasetFile; readonly bytes: Uint8Array<ArrayBuffer> }> {
	const stem = fileStem(table, year);
	const unnamed = `${stem}.written.parquet`;
	const bytes = await engine.write(copySql(table, year, unnamed), unnamed);
	const digest = sha256(bytes);
	const [counted] = await engine.run(`SELECT count(*)::INTEGER AS n ${fromSql(table, year)}`);
	const path = `${stem}.${digest.slice(0, 8)}.parquet`;
	const name = table.name as DatasetTableName;
	return {
		file: { table: name, year, path, bytes: bytes.length, sha256: digest, rows: Number(counted?.['n']) },
		bytes
	};
}

async function yearsOf(engine: WritingEngine, table: DatasetTable): Promise<(number | null)[]> {
	if (!table.byYear) return [null];
	const rows = await engine.run(`SELECT DISTINCT "year" FROM ${identifier(table.name)} ORDER BY "year"`);
	return rows.map((row) => Number(row['year']));
}

/**
 * Writes tables as the Parquet files of a dataset, with the engine that will read them: a file a year for tables by year, in key order,
 * named by their content. The same rows in any order give the same bytes with the same engine.
 */
export async function writeDataset(
	engine: WritingEngine,
	tables: ArrowTables,
	{ onTable, signal, ...description }: WriteOptions
): Promise<DatasetContents> {
	const files: DatasetFile[] = [];
	const contents = new Map<string, Uint8Array<ArrayBuffer>>();
	let done = 0;
	for (const [name, stream] of tables) {
		signal?.throwIfAborted();
		const table = datasetTable(name);
		await engine.run(createTableSql(table));
		await engine.insert(name, stream);
		for (const year of await yearsOf(engine, table)) {
			signal?.throwIfAborted();
			const { file, bytes } = await writeFile(engine, table, year);
			files.push(file);
			contents.set(file.path, bytes);
		}
		await engine.run(`DROP TABLE ${identifier(name)}`);
		done += 1;
		onTable?.(done, tables.size);
	}
	const dataPackage: DataPackage = describeDataset({ ...description, build: buildIdOf(files), files, csv: [] });
	return { package: dataPackage, files: contents };
}
