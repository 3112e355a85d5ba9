import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
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
import { copySql, createTableSql, fileStem, inOrderSql } from '../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { appendRows } from './append-rows.ts';
import { cellsSql } from './cells-sql.ts';
import type { CellSources } from './cells-sql.ts';
import { yearsOf } from './duckdb.ts';
import { inLanes } from './lanes.ts';
import type { Lanes } from './lanes.ts';
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
	const counted = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${literal(join(folder, path))})`);
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

type NamedTable = DatasetTable & { readonly name: DatasetTableName };

/** A table whose rows stand under its name. */
interface Placed {
	readonly years: readonly (number | null)[];
	/** Makes the rows of a year stand there, where not all do at once. */
	readonly turnTo?: (year: number | null) => Promise<void>;
	/** The statement that takes them away. */
	readonly drop: string;
}

const filesSql = (parts: readonly string[]): string => `read_parquet([${parts.map(literal).join(', ')}])`;

/** Printed cells at hand, and those of the parts, which their other tables tell: a year at a time, since they are so many. */
async function placeCells(connection: DuckDBConnection, own: string, parts: Parts): Promise<Placed> {
	const from = (name: keyof CellSources): string => filesSql(parts.get(name) ?? []);
	const sources: CellSources = { reports: from('reports'), requests: from('requests'), absences: from('absences') };
	const years = await connection.runAndReadAll(
		`SELECT DISTINCT "year" FROM (SELECT "year" FROM ${own} UNION ALL SELECT "year" FROM ${sources.reports}) ORDER BY 1`
	);
	return {
		years: years.getRows().map(([year]) => Number(year)),
		turnTo: async (year) => {
			const all = `FROM ${own} WHERE "year" = ${String(year)} UNION ALL (${cellsSql(sources, year)})`;
			await connection.run(`CREATE OR REPLACE VIEW cells AS ${all}`);
		},
		drop: `DROP VIEW cells; DROP TABLE ${own}`
	};
}

/** Makes the rows of a table, and those put aside in parts, stand under its name. */
async function place(
	connection: DuckDBConnection,
	table: NamedTable,
	tables: TableRows,
	parts: Parts | undefined
): Promise<Placed> {
	const name = identifier(table.name);
	await connection.run(createTableSql(table));
	await appendRows(connection, table, tables[table.name]);
	const files = parts?.get(table.name) ?? [];
	if (parts === undefined || (files.length === 0 && table.name !== 'cells'))
		return { years: await yearsOf(connection, table), drop: `DROP TABLE ${name}` };
	const own = identifier(`${table.name} at hand`);
	await connection.run(`ALTER TABLE ${name} RENAME TO ${own}`);
	if (table.name === 'cells') return placeCells(connection, own, parts);
	const all = `FROM ${own} UNION ALL FROM ${filesSql(files)}`;
	const groups = GROUPS[table.name];
	// A sum is made once, other rows are read from their files whenever they are asked for.
	if (groups) await connection.run(`CREATE TABLE ${name} AS ${folded(table, groups, all)}`);
	else await connection.run(`CREATE VIEW ${name} AS ${all}`);
	return {
		years: await yearsOf(connection, table),
		drop: `DROP ${groups ? 'TABLE' : 'VIEW'} ${name}; DROP TABLE ${own}`
	};
}

export interface WriteOptions extends Lanes {
	readonly fictional: boolean;
	/** Rows put aside before, beside those at hand. */
	readonly parts?: Parts;
	/** Told before each file is written. */
	readonly onFile?: (table: DatasetTableName, year: number | null) => void;
}

async function writeTable(
	connection: DuckDBConnection,
	table: NamedTable,
	tables: TableRows,
	folder: string,
	{ fictional, parts, onFile }: WriteOptions
): Promise<WrittenTables> {
	const { years, turnTo, drop } = await place(connection, table, tables, parts);
	const files: DatasetFile[] = [];
	for (const year of years) {
		onFile?.(table.name, year);
		await turnTo?.(year);
		const file = await writeParquet(connection, table, year, folder, fictional);
		if (file.rows > 0 || year === null) files.push(file);
		else await rm(join(folder, file.path));
	}
	const csv: CsvFile[] = [];
	if (files.reduce((sum, { rows }) => sum + rows, 0) <= CSV_MAX_ROWS) {
		if (turnTo) {
			const written = filesSql(files.map(({ path }) => join(folder, path)));
			await connection.run(`CREATE OR REPLACE VIEW ${identifier(table.name)} AS FROM ${written}`);
		}
		csv.push(await writeCsv(connection, table, folder));
	}
	await connection.run(drop);
	return { files, csv };
}

/**
 * Writes every table into the folder: Parquet (one file a year for tables by year, none for a year without a row), and CSV of tables
 * up to CSV_MAX_ROWS rows. The same rows in any order, at hand or in parts, give the same bytes, with any number of lanes.
 */
export async function writeTables(tables: TableRows, folder: string, options: WriteOptions): Promise<WrittenTables> {
	const tasks = (DATASET_TABLES as readonly NamedTable[]).map(
		(table) => (connection: DuckDBConnection) => writeTable(connection, table, tables, folder, options)
	);
	const written = await inLanes(tasks, options);
	return { files: written.flatMap(({ files }) => files), csv: written.flatMap(({ csv }) => csv) };
}
