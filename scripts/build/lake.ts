import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DATASET_TABLES } from '../../src/lib/core/dataset/index.ts';
import type { DataPackage, DatasetTable, DatasetTableName } from '../../src/lib/core/dataset/index.ts';
import { orderSql } from '../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { BuildError } from './build-error.ts';
import { readPackage } from './changes.ts';
import { checkDiskSpace } from './disk-space.ts';
import type { FreeBytes } from './disk-space.ts';
import { rowsOf, withDuckDB, yearsOf } from './duckdb.ts';
import type { Room } from './duckdb.ts';
import { filesSql } from './place-table.ts';
import type { NamedTable } from './place-table.ts';
import { openWorkFolder } from './publish.ts';
import { checkReplaceable, replaceFolder } from './replace-folder.ts';

/** What a lake says of itself, beside the folders of its tables. */
export const LAKE = 'lake.json';

const LAKE_FOLDER = { mark: LAKE, is: { zh: '数据湖', en: 'lake' } } as const;

const TABLES: readonly NamedTable[] = DATASET_TABLES;
const FORMAT = 'FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880';

const has = ({ columns }: DatasetTable, name: string): boolean => columns.some((column) => column.name === name);

/** Tables of rows that have a year and a place, of their own or through their agency, lie in folders by year and province. */
export const isPartitioned = (table: DatasetTable): boolean =>
	table.columns.some(({ name, required }) => name === 'year' && required) &&
	(has(table, 'province') || (table.references ?? []).some(({ table: to }) => to === 'agencies' || to === 'reports'));

/** The rows of a year with the province: that of the report, or of the agency where there is no report of that year. */
function placedSql(table: NamedTable, year: number): string {
	const own = `(SELECT * FROM ${identifier(table.name)} WHERE "year" = ${String(year)})`;
	const key = table.key.map((column) => `t.${identifier(column)} NULLS FIRST`).join(', ');
	if (has(table, 'province')) return `SELECT t.* FROM ${own} t ORDER BY province NULLS FIRST, ${key}`;
	return `SELECT t.*, CASE WHEN r.agency_id IS NULL THEN a.province ELSE r.province END AS province FROM ${own} t
		LEFT JOIN (SELECT agency_id, province FROM reports WHERE "year" = ${String(year)}) r USING (agency_id)
		LEFT JOIN agencies a USING (agency_id) ORDER BY province NULLS FIRST, ${key}`;
}

/** Rows in no order as one number each: how many, and the sum of the hashes of all their columns. */
const digestSql = ({ columns }: DatasetTable, from: string): string =>
	`SELECT count(*)::VARCHAR AS n, sum(hash(${columns.map(({ name }) => identifier(name)).join(', ')}))::VARCHAR AS h FROM ${from}`;

/** What stands after FROM to read a table of a lake with DuckDB. */
export function lakeTableSql(folder: string, table: DatasetTable): string {
	if (!isPartitioned(table)) return `read_parquet(${literal(join(folder, table.name, '*.parquet'))})`;
	const files = literal(join(folder, table.name, 'year=*/province=*/*.parquet'));
	return `read_parquet(${files}, hive_partitioning = true, hive_types = {'year': INTEGER, 'province': VARCHAR})`;
}

async function writeTable(connection: DuckDBConnection, table: NamedTable, folder: string): Promise<void> {
	const target = join(folder, table.name);
	if (!isPartitioned(table)) {
		await mkdir(target);
		const file = literal(join(target, 'part-0.parquet'));
		await connection.run(`COPY (FROM ${identifier(table.name)} ${orderSql(table)}) TO ${file} (${FORMAT})`);
		return;
	}
	for (const year of await yearsOf(connection, { ...table, byYear: true })) {
		await connection.run(
			`COPY (${placedSql(table, Number(year))}) TO ${literal(target)}
			(${FORMAT}, PARTITION_BY ("year", province), FILENAME_PATTERN 'part-{i}', OVERWRITE_OR_IGNORE)`
		);
	}
}

export interface LakeOptions {
	/** Folder of a built dataset. */
	readonly dataset: string;
	/** Folder of the lake; one that is there is replaced. */
	readonly out: string;
	readonly room?: Room;
	readonly onTable?: (table: DatasetTableName) => void;
	readonly freeBytes?: FreeBytes;
}

export interface WrittenLake {
	readonly build: string;
	readonly rows: Readonly<Record<string, number>>;
}

async function open(dataset: string): Promise<DataPackage> {
	try {
		return await readPackage(dataset);
	} catch (error) {
		const why = (error as NodeJS.ErrnoException).code ?? String(error);
		throw new BuildError({ zh: `${dataset}:不是数据集(${why})`, en: `${dataset}: no dataset (${why})` });
	}
}

async function place(connection: DuckDBConnection, dataset: DataPackage, folder: string): Promise<void> {
	for (const { name } of TABLES) {
		const files = dataset.resources.filter((one) => one['gongkai:table'] === name);
		const from = filesSql(files.map(({ path }) => join(folder, path)));
		await connection.run(`CREATE VIEW ${identifier(name)} AS FROM ${from}`);
	}
}

/**
 * Writes a dataset as a lake: `<table>/year=…/province=…/part-0.parquet`, tables without year or place as `<table>/part-0.parquet`. The year
 * and the province stand in the folders' names alone. Read back and held against the dataset before it is put in its place.
 */
export async function writeLake({ dataset: folder, out, room, onTable, freeBytes }: LakeOptions): Promise<WrittenLake> {
	const dataset = await open(folder);
	checkReplaceable(out, LAKE_FOLDER);
	await checkDiskSpace({ dataset: folder, cache: null, files: 0 }, freeBytes && (() => freeBytes(out)));
	const target = resolve(out);
	const work = await openWorkFolder(dirname(target), basename(target));
	try {
		const rows: Record<string, number> = {};
		await withDuckDB(async (connection) => {
			await place(connection, dataset, folder);
			for (const table of TABLES) {
				onTable?.(table.name);
				await writeTable(connection, table, work);
				const [told] = await rowsOf(connection, digestSql(table, identifier(table.name)));
				const empty = isPartitioned(table) && !existsSync(join(work, table.name));
				const [read] = empty
					? [{ n: '0', h: null }]
					: await rowsOf(connection, digestSql(table, lakeTableSql(work, table)));
				if (JSON.stringify(told) !== JSON.stringify(read))
					throw new Error(`the lake does not give the rows of the dataset: ${table.name}`);
				rows[table.name] = Number(told?.['n']);
			}
		}, room);
		const lake = { build: dataset['gongkai:build'], rows };
		const about = { dataset: dataset.name, fictional: dataset['gongkai:fictional'], ...lake };
		await writeFile(join(work, LAKE), `${JSON.stringify(about, null, '\t')}\n`);
		await replaceFolder(work, target, LAKE_FOLDER);
		return lake;
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}
