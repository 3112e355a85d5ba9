import { contentLines, describeDataset } from '../core/dataset/describe.ts';
import type { DatasetDescription } from '../core/dataset/describe.ts';
import type { DataPackage } from '../core/dataset/package.ts';
import { datasetTable } from '../core/dataset/rows.ts';
import { sha256 } from '../core/dataset/sha256.ts';
import type { ColumnType, DatasetFile, DatasetTable, DatasetTableName } from '../core/dataset/tables.ts';
import type { ArrowTables } from './arrow-rows.ts';
import type { DatasetContents, Row } from './gate.ts';
import { identifier, literal } from './sql.ts';

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

/** As `scripts/data-build.ts` writes them. */
const PARQUET_TYPES: Readonly<Record<ColumnType, string>> = {
	string: 'VARCHAR',
	integer: 'INTEGER',
	number: 'DOUBLE',
	boolean: 'BOOLEAN',
	date: 'DATE'
};
const OPTIONS = 'FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880';

const inKeyOrder = (table: DatasetTable): string =>
	`ORDER BY ${table.key.map((column) => `${identifier(column)} ASC NULLS FIRST`).join(', ')}`;

async function writeFile(
	engine: WritingEngine,
	table: DatasetTable,
	year: number | null
): Promise<{ readonly file: DatasetFile; readonly bytes: Uint8Array<ArrayBuffer> }> {
	const stem = year === null ? table.name : `${table.name}-${String(year)}`;
	const unnamed = `${stem}.written.parquet`;
	const of = `${identifier(table.name)}${year === null ? '' : ` WHERE "year" = ${String(year)}`}`;
	const copy = `COPY (SELECT * FROM ${of} ${inKeyOrder(table)}) TO ${literal(unnamed)} (${OPTIONS})`;
	const bytes = await engine.write(copy, unnamed);
	const digest = sha256(bytes);
	const [counted] = await engine.run(`SELECT count(*)::INTEGER AS n FROM ${of}`);
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

/** Content of all files, told by their paths and checksums. */
export const buildOf = (files: readonly DatasetFile[]): string =>
	sha256(new TextEncoder().encode(contentLines(files))).slice(0, 16);

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
		const columns = table.columns.map((column) => `${identifier(column.name)} ${PARQUET_TYPES[column.type]}`);
		await engine.run(`CREATE TABLE ${identifier(name)} (${columns.join(', ')})`);
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
	const dataPackage: DataPackage = describeDataset({ ...description, build: buildOf(files), files, csv: [] });
	return { package: dataPackage, files: contents };
}
