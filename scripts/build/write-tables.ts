import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BOOLEAN, DATE, DOUBLE, DuckDBDataChunk, DuckDBDateValue, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { CSV_MAX_ROWS, csvText, DATASET_TABLES } from '../../src/lib/core/dataset/index.ts';
import type {
	ColumnType,
	CsvFile,
	DatasetFile,
	DatasetTable,
	DatasetTableName,
	Row,
	TableRows,
	Value
} from '../../src/lib/core/dataset/index.ts';

import { copySql, createTableSql, fileStem, fromSql, inOrderSql } from '../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { withDuckDB } from './duckdb.ts';

const TYPES: Record<ColumnType, DuckDBType> = {
	string: VARCHAR,
	integer: INTEGER,
	number: DOUBLE,
	boolean: BOOLEAN,
	date: DATE
};
/** Said in the metadata of each Parquet file of an invented dataset. */
const FICTIONAL = `KV_METADATA {fictional: ${literal('虚构数据,仅供演示 / fictional data, for demonstration')}}`;
const CHUNK_ROWS = 2048;
const DAY = 86_400_000;

export interface WrittenTables {
	readonly files: readonly DatasetFile[];
	readonly csv: readonly CsvFile[];
}

function toDuckDB(value: Value, type: ColumnType): DuckDBValue {
	return value !== null && type === 'date'
		? new DuckDBDateValue(Date.parse(`${String(value)}T00:00:00Z`) / DAY)
		: value;
}

async function fill(connection: DuckDBConnection, table: DatasetTable, rows: readonly Row[]): Promise<void> {
	await connection.run(createTableSql(table));
	const appender = await connection.createAppender(table.name);
	const types = table.columns.map((column) => TYPES[column.type]);
	for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
		const part = rows.slice(start, start + CHUNK_ROWS);
		const chunk = DuckDBDataChunk.create(types, part.length);
		chunk.setRows(
			part.map((row) => row.map((value, index) => toDuckDB(value, table.columns[index]?.type ?? 'string')))
		);
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
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
	await connection.run(copySql(table, year, unnamed, fictional ? [FICTIONAL] : []));
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

/**
 * Writes every table into the folder: Parquet (one file a year for tables by year, none for a year without a row), and CSV of tables
 * up to CSV_MAX_ROWS rows. The same rows in any order give the same bytes.
 */
export async function writeTables(tables: TableRows, folder: string, fictional: boolean): Promise<WrittenTables> {
	return withDuckDB(async (connection) => {
		const files: DatasetFile[] = [];
		const csv: CsvFile[] = [];
		for (const table of DATASET_TABLES as readonly (DatasetTable & { readonly name: DatasetTableName })[]) {
			const rows = tables[table.name];
			await fill(connection, table, rows);
			const yearAt = table.columns.findIndex((column) => column.name === 'year');
			const years = table.byYear
				? [...new Set(rows.map((row) => row[yearAt] as number))].sort((a, b) => a - b)
				: [null];
			for (const year of years) files.push(await writeParquet(connection, table, year, folder, fictional));
			if (rows.length <= CSV_MAX_ROWS) csv.push(await writeCsv(connection, table, folder));
			await connection.run(`DROP TABLE ${identifier(table.name)}`);
		}
		return { files, csv };
	});
}
