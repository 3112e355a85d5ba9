import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CSV_MAX_ROWS, csvText, DATASET_TABLES, datasetTable } from '../../src/lib/core/dataset/index.ts';
import type {
	CsvFile,
	DatasetFile,
	DatasetTable,
	DatasetTableName,
	TableRows,
	Value
} from '../../src/lib/core/dataset/index.ts';
import { fileStem, orderSql } from '../../src/lib/db/parquet-sql.ts';
import { literal } from '../../src/lib/db/sql.ts';
import { copySorted } from './copy-sorted.ts';
import { inLanes } from './lanes.ts';
import type { Lanes } from './lanes.ts';
import type { Parts } from './parts.ts';
import { filesSql, placeTable } from './place-table.ts';
import type { NamedTable, PlacedTable } from './place-table.ts';

/** Tables in which large dictionaries weigh more than none; they are slower to read without, so it is these alone (decision 11). */
const WITHOUT_LARGE_DICTIONARIES: readonly string[] = ['reports', 'findings'];

/**
 * Bytes are read by everybody and written once; printed cells are so many that a higher level would take minutes (decision 9). Bloom filters
 * would be a tenth of all bytes, and rows that are found by agency lie in the order of agencies.
 */
const pressed = ({ name }: DatasetTable): string[] => [
	`COMPRESSION_LEVEL ${name === 'cells' ? '9' : '16'}`,
	'WRITE_BLOOM_FILTER false',
	...(WITHOUT_LARGE_DICTIONARIES.includes(name)
		? ['STRING_DICTIONARY_PAGE_SIZE_LIMIT 65536', 'DICTIONARY_SIZE_LIMIT 512']
		: [])
];
/** Tables by how long they take to write, of a whole country. */
const LONGEST_FIRST: readonly DatasetTableName[] = ['cells', 'findings', 'reports', 'requests'];
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
	placed: PlacedTable,
	year: number | null,
	folder: string,
	{ fictional, rowsAtOnce }: WriteOptions
): Promise<DatasetFile> {
	const stem = fileStem(table, year);
	const unnamed = join(folder, `${stem}.parquet`);
	await copySorted(connection, table, placed, year, unnamed, {
		options: [...pressed(table), ...(fictional ? [FICTIONAL] : [])],
		...(rowsAtOnce === undefined ? {} : { rowsAtOnce })
	});
	const { sha256, bytes } = await sha256Of(unnamed);
	const path = `${stem}.${sha256.slice(0, 8)}.parquet`;
	await rename(unnamed, join(folder, path));
	const counted = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${literal(join(folder, path))})`);
	return { table: table.name as DatasetTableName, year, path, bytes, sha256, rows: Number(counted.getRows()[0]?.[0]) };
}

/** Writes the rows of a table, as its Parquet files have them, as CSV in total key order. */
async function writeCsv(
	connection: DuckDBConnection,
	table: DatasetTable,
	files: readonly DatasetFile[],
	folder: string
): Promise<CsvFile> {
	const from = filesSql(files.map(({ path }) => join(folder, path)));
	const rows =
		files.length === 0 ? [] : (await connection.runAndReadAll(`FROM ${from} ${orderSql(table)}`)).getRowsJson();
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

export interface WriteOptions extends Lanes {
	readonly fictional: boolean;
	/** Rows put aside before, beside those at hand. */
	readonly parts?: Parts;
	/** Rows sorted at once; of a table with more, piece by piece. */
	readonly rowsAtOnce?: number;
	/** Told before each file is written. */
	readonly onFile?: (table: DatasetTableName, year: number | null) => void;
}

const YEAR = datasetTable('reports').columns.findIndex(({ name }) => name === 'year');

/** The years of the reports, so that a table without a row still has its file. */
const firstYears = ({ reports }: TableRows): number[] =>
	[...new Set(reports.map((row) => Number(row[YEAR])))].sort((a, b) => a - b);

async function writeTable(
	connection: DuckDBConnection,
	table: NamedTable,
	tables: TableRows,
	folder: string,
	options: WriteOptions
): Promise<WrittenTables> {
	const placed = await placeTable(connection, table, tables, options.parts);
	const files: DatasetFile[] = [];
	for (const year of placed.years) {
		options.onFile?.(table.name, year);
		const file = await writeParquet(connection, table, placed, year, folder, options);
		if (file.rows > 0 || year === null) files.push(file);
		else await rm(join(folder, file.path));
	}
	if (files.length === 0) {
		const [year = null] = firstYears(tables);
		files.push(await writeParquet(connection, table, placed, year, folder, options));
	}
	const rows = files.reduce((sum, file) => sum + file.rows, 0);
	const csv = rows <= CSV_MAX_ROWS ? [await writeCsv(connection, table, files, folder)] : [];
	await connection.run(placed.drop);
	return { files, csv };
}

/**
 * Writes every table into the folder: Parquet (one file a year for tables by year, none for a year without a row), and CSV of tables
 * up to CSV_MAX_ROWS rows. The same rows in any order, at hand or in parts, give the same bytes, with any number of lanes.
 */
export async function writeTables(tables: TableRows, folder: string, options: WriteOptions): Promise<WrittenTables> {
	const all = DATASET_TABLES as readonly NamedTable[];
	// The longest work begins first, so that no lane is left with it when the others have ended.
	const inTurn = [
		...LONGEST_FIRST.flatMap((name) => all.filter((table) => table.name === name)),
		...all.filter(({ name }) => !LONGEST_FIRST.includes(name))
	];
	const tasks = inTurn.map(
		(table) => (connection: DuckDBConnection) => writeTable(connection, table, tables, folder, options)
	);
	const done = await inLanes(tasks, options);
	const written = all.flatMap((table) => done[inTurn.indexOf(table)] ?? []);
	return { files: written.flatMap(({ files }) => files), csv: written.flatMap(({ csv }) => csv) };
}
