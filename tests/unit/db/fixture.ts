import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataPackage, DataPackageResource } from '../../../src/lib/core/dataset/package.ts';
import { DATASET_TABLES } from '../../../src/lib/core/dataset/tables.ts';
import type { ColumnType, DatasetTable, DatasetTableName } from '../../../src/lib/core/dataset/tables.ts';
import { identifier, literal } from '../../../src/lib/db/sql.ts';
import { fixtureRows } from './fixture-reports.ts';
import type { FixtureRow } from './fixture-reports.ts';

/** As `scripts/data-build.ts` writes them. */
const TYPES: Readonly<Record<ColumnType, string>> = {
	string: 'VARCHAR',
	integer: 'INTEGER',
	number: 'DOUBLE',
	boolean: 'BOOLEAN',
	date: 'DATE'
};

function valueSql(value: FixtureRow[string] | undefined): string {
	if (value === null || value === undefined) return 'NULL';
	return typeof value === 'string' ? literal(value) : String(value);
}

function rowSql(table: DatasetTable, row: FixtureRow): string {
	for (const name of Object.keys(row))
		if (!table.columns.some((column) => column.name === name)) throw new Error(`unknown column: ${table.name}.${name}`);
	for (const { name, required } of table.columns)
		if (required && (row[name] ?? null) === null) throw new Error(`required: ${table.name}.${name}`);
	return `(${table.columns.map((column) => valueSql(row[column.name])).join(', ')})`;
}

async function writeResource(
	connection: DuckDBConnection,
	folder: string,
	table: DatasetTable,
	year: number | null
): Promise<DataPackageResource> {
	const name = year === null ? table.name : `${table.name}-${year}`;
	const path = `${name}.parquet`;
	const only = year === null ? '' : ` WHERE year = ${year}`;
	const order = table.key.map((column) => `${identifier(column)} NULLS FIRST`).join(', ');
	await connection.run(
		`COPY (SELECT * FROM ${identifier(table.name)}${only} ORDER BY ${order}) TO ${literal(join(folder, path))} (FORMAT parquet, COMPRESSION zstd)`
	);
	const bytes = await readFile(join(folder, path));
	return {
		name,
		type: 'table',
		path,
		title: table.meaning.zh,
		description: table.meaning.en,
		format: 'parquet',
		mediatype: 'application/vnd.apache.parquet',
		bytes: bytes.length,
		hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
		rowCount: 0,
		schema: { fields: [], missingValues: [''], primaryKey: table.key },
		'gongkai:table': table.name as DatasetTableName,
		'gongkai:year': year
	};
}

/** Writes the dataset of invented reports into a new folder, as `npm run data:build` would; tables without a row have no file. */
export async function writeFixture(): Promise<{ folder: string; package: DataPackage; remove: () => Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'gongkai-dataset-'));
	const rows = fixtureRows();
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const connection = await instance.connect();
	const resources: DataPackageResource[] = [];
	for (const table of DATASET_TABLES as readonly DatasetTable[]) {
		const ofTable = rows[table.name as DatasetTableName] ?? [];
		if (ofTable.length === 0) continue;
		const columns = table.columns.map((column) => `${identifier(column.name)} ${TYPES[column.type]}`);
		await connection.run(`CREATE TABLE ${identifier(table.name)} (${columns.join(', ')})`);
		await connection.run(
			`INSERT INTO ${identifier(table.name)} VALUES ${ofTable.map((row) => rowSql(table, row)).join(', ')}`
		);
		const years = table.byYear ? [...new Set(ofTable.map((row) => row['year'] as number))].sort() : [null];
		for (const year of years) resources.push(await writeResource(connection, folder, table, year));
	}
	connection.closeSync();
	instance.closeSync();
	const dataPackage: DataPackage = {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: 'fixture',
		title: '虚构数据',
		description: 'Invented reports',
		version: '1.0.0+f00',
		licenses: [],
		contributors: [],
		sources: [],
		resources,
		'gongkai:title': { zh: '虚构数据', en: 'Invented data' },
		'gongkai:build': 'fixture',
		'gongkai:fictional': true,
		'gongkai:csv': []
	};
	await writeFile(join(folder, 'datapackage.json'), JSON.stringify(dataPackage));
	return { folder, package: dataPackage, remove: () => rm(folder, { recursive: true }) };
}
