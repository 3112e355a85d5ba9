import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CSV_MAX_ROWS, csvText, DATASET_TABLES } from '../../src/lib/core/dataset/index.ts';
import type {
	CsvFile,
	DatasetFile,
	DatasetTable,
	DatasetTableName,
	TableRows,
	Value
} from '../../src/lib/core/dataset/index.ts';
import { copySql, createTableSql, fileStem, fromSql, inOrderSql } from '../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { appendRows } from './append-rows.ts';
import { withDuckDB, yearsOf } from './duckdb.ts';
import type { Room } from './duckdb.ts';
import type { Parts } from './parts.ts';

/** Bytes are read by everybody and written once; printed cells are so many that a higher level would take minutes (decision 9). */
const levelOf = ({ name }: DatasetTable): string => `COMPRESSION_LEVEL ${name === 'cells' ? '9' : '19'}`;
/** Said in the metadata of each Parquet file of an invented dataset. */
const FICTIONAL = `KV_METADATA {fictional: ${literal('虚构数据,仅供演示 / fictional data, for demonstration')}}`;
export interface WrittenTables {
	readonly files: readonly DatasetFile[];
	readonly csv: readonly CsvFile[];
}

export async function sha256Of(path: string): Promise<{ sha256: string; bytes: number }> {
	const content = await readFile(path);
	return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

/** Writes one Parquet file in total key order and names it by its content. */
async function writeParquet(
	connection: DuckDBConnection,
	table: DatasetTable,
	year: number | null,
	folder: string,
	fictional: boolean
): Promise<DatasetFile> {
	const stem = fileStem(table, year);
	const unnamed = join(folder, `${stem}.parquet`);
	await connection.run(copySql(table, year, unnamed, [levelOf(table), ...(fictional ? [FICTIONAL] : [])]));
	const { sha256, bytes } = await sha256Of(unnamed);
	const path = `${stem}.${sha256.slice(0, 8)}.parquet`;
	await rename(unnamed, join(folder, path));
	const counted = await connection.runAndReadAll(`SELECT count(*) ${fromSql(table, year)}`);
	return { table: table.name as DatasetTableName, year, path, bytes, sha256, rows: Number(counted.getRows()[0]?.[0]) };
}

async function writeCsv(connection: DuckDBConnection, table: DatasetTable, folder: string): Promise<CsvFile> {
	const rows = (await connection.runAndReadAll(inOrderSql(table))).getRowsJson();
	const path = `${table.name}.csv`;
	await writeFile(
		join(folder, path),
		csvText(
			table.columns.map((column) => column.name),
			rows as Value[][]
		)
	);
	return { table: table.name as DatasetTableName, path, ...(await sha256Of(join(folder, path))), rows: rows.length };
}

/** Tables whose rows are sums: rows of one group from several parts are added up. */
const GROUPS: Readonly<Partial<Record<DatasetTableName, readonly string[]>>> = {
	summary: ['year', 'province', 'scope', 'family'],
	rule_counts: ['year', 'province', 'scope', 'family', 'rule', 'severity']
};

function folded(table: DatasetTable, groups: readonly string[], from: string): string {
	const columns = table.columns.map(({ name }) =>
		groups.includes(name) ? identifier(name) : `sum(${identifier(name)})::INTEGER AS ${identifier(name)}`
	);
	return `SELECT ${columns.join(', ')} FROM (${from}) GROUP BY ${groups.map(identifier).join(', ')}`;
}

/** Makes the rows of a table, and those put aside in parts, stand under its name; gives the statement that takes them away. */
async function place(
	connection: DuckDBConnection,
	table: DatasetTable & { readonly name: DatasetTableName },
	tables: TableRows,
	parts: readonly string[]
): Promise<string> {
	const name = identifier(table.name);
	await connection.run(createTableSql(table));
	await appendRows(connection, table, tables[table.name]);
	if (parts.length === 0) return `DROP TABLE ${name}`;
	const own = identifier(`${table.name} at hand`);
	await connection.run(`ALTER TABLE ${name} RENAME TO ${own}`);
	const all = `FROM ${own} UNION ALL FROM read_parquet([${parts.map(literal).join(', ')}])`;
	const groups = GROUPS[table.name];
	// A sum is made once, other rows are read from their files whenever they are asked for.
	if (groups) await connection.run(`CREATE TABLE ${name} AS ${folded(table, groups, all)}`);
	else await connection.run(`CREATE VIEW ${name} AS ${all}`);
	return `DROP ${groups ? 'TABLE' : 'VIEW'} ${name}; DROP TABLE ${own}`;
}

export interface WriteOptions {
	readonly fictional: boolean;
	/** Rows put aside before, beside those at hand. */
	readonly parts?: Parts;
	readonly room?: Room;
	/** Told before each file is written. */
	readonly onFile?: (table: DatasetTableName, year: number | null) => void;
}

/**
 * Writes every table into the folder: Parquet (one file a year for tables by year, none for a year without a row), and CSV of tables
 * up to CSV_MAX_ROWS rows. The same rows in any order, at hand or in parts, give the same bytes.
 */
export async function writeTables(tables: TableRows, folder: string, options: WriteOptions): Promise<WrittenTables> {
	const { fictional, parts, room, onFile } = options;
	return withDuckDB(async (connection) => {
		const files: DatasetFile[] = [];
		const csv: CsvFile[] = [];
		for (const table of DATASET_TABLES as readonly (DatasetTable & { readonly name: DatasetTableName })[]) {
			const drop = await place(connection, table, tables, parts?.get(table.name) ?? []);
			let rows = 0;
			for (const year of await yearsOf(connection, table)) {
				onFile?.(table.name, year);
				const file = await writeParquet(connection, table, year, folder, fictional);
				rows += file.rows;
				files.push(file);
			}
			if (rows <= CSV_MAX_ROWS) csv.push(await writeCsv(connection, table, folder));
			await connection.run(drop);
		}
		return { files, csv };
	}, room);
}
