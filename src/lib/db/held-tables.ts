import type { DataPackage } from '../core/dataset/package.ts';
import { datasetTable } from '../core/dataset/rows.ts';
import type { ColumnType, DatasetTableName } from '../core/dataset/tables.ts';
import { identifier, literal } from './sql.ts';

/** Bytes of a value in the engine's memory; texts longer than twelve bytes lie beside it, mostly shared by no one. */
const WIDTHS: Readonly<Record<ColumnType, number>> = { string: 24, integer: 4, number: 8, boolean: 1, date: 4 };

/** About how many bytes a table takes in the engine's memory, all years of it. */
export function heldBytes(dataPackage: DataPackage, name: DatasetTableName): number {
	const rows = dataPackage.resources
		.filter((resource) => resource['gongkai:table'] === name)
		.reduce((sum, resource) => sum + resource.rowCount, 0);
	return rows * datasetTable(name).columns.reduce((sum, { type }) => sum + WIDTHS[type], 0);
}

const HELD = 'held';
const held = (name: DatasetTableName): string => `${HELD}.${identifier(name)}`;
const listed = (name: DatasetTableName): string =>
	datasetTable(name)
		.columns.map((column) => identifier(column.name))
		.join(', ');

export const HELD_SCHEMA_SQL = `CREATE SCHEMA IF NOT EXISTS ${HELD}`;

/** The statements that copy a table's files into the engine's memory, each for itself, so that others may go between them. */
export function holdSql(name: DatasetTableName, paths: readonly string[]): string[] {
	return paths.map(
		(path, index) =>
			`${index === 0 ? `CREATE OR REPLACE TABLE ${held(name)} AS` : `INSERT INTO ${held(name)}`} SELECT ${listed(name)} FROM read_parquet(${literal(path)})`
	);
}

/** The statement that lets a table's view read the copy. */
export const heldViewSql = (name: DatasetTableName): string =>
	`CREATE OR REPLACE VIEW ${identifier(name)} AS SELECT ${listed(name)} FROM ${held(name)}`;

export const dropHeldSql = (name: DatasetTableName): string => `DROP TABLE IF EXISTS ${held(name)}`;
