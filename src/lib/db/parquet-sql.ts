import type { ColumnType, DatasetTable } from '../core/dataset/tables.ts';
import { identifier, literal } from './sql.ts';

/** The type of each kind of column, as DuckDB names it. */
export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
	string: 'VARCHAR',
	integer: 'INTEGER',
	number: 'DOUBLE',
	boolean: 'BOOLEAN',
	date: 'DATE'
};

const OPTIONS = ['FORMAT parquet', 'COMPRESSION zstd', 'ROW_GROUP_SIZE 122880'];

type Typed = readonly { readonly name: string; readonly type: ColumnType }[];

/** An empty table with those columns. */
export const createColumnsSql = (name: string, columns: Typed): string =>
	`CREATE TABLE ${identifier(name)} (${columns.map((column) => `${identifier(column.name)} ${SQL_TYPES[column.type]}`).join(', ')})`;

/** An empty table with exactly the columns of a table of the dataset. */
export const createTableSql = ({ name, columns }: DatasetTable): string => createColumnsSql(name, columns);

/** Writes those columns of a table as a Parquet file, in the order of another column of it. */
export function copyRowsSql(name: string, columns: Typed, order: string, path: string): string {
	const listed = columns.map((column) => identifier(column.name)).join(', ');
	return `COPY (SELECT ${listed} FROM ${identifier(name)} ORDER BY ${identifier(order)}) TO ${literal(path)} (${OPTIONS.join(', ')})`;
}

/** The rows of a table, or those of one year, in no order. */
export const fromSql = (table: DatasetTable, year: number | null): string =>
	`FROM ${identifier(table.name)}${year === null ? '' : ` WHERE "year" = ${String(year)}`}`;

const byColumns = (columns: readonly string[]): string =>
	`ORDER BY ${columns.map((column) => `${identifier(column)} ASC NULLS FIRST`).join(', ')}`;

/** The order of a table by its key, which is total, so that the same rows give the same bytes. */
export const orderSql = ({ key }: DatasetTable): string => byColumns(key);

/** The order of rows within a block of a Parquet file, which is total too. */
export const blockOrderSql = ({ key, blockOrder = key }: DatasetTable): string => byColumns(blockOrder);

/** Writes what a statement gives as the Parquet file of a dataset; `more` are further options of COPY. */
export const copyQuerySql = (query: string, path: string, more: readonly string[] = []): string =>
	`COPY (${query}) TO ${literal(path)} (${[...OPTIONS, ...more].join(', ')})`;

/** Writes a table, or its rows of one year, in key order. */
export const copySql = (table: DatasetTable, year: number | null, path: string): string =>
	copyQuerySql(`SELECT * ${fromSql(table, year)} ${orderSql(table)}`, path);

/** The name of a Parquet file without what tells its content: `reports-2023`. */
export const fileStem = (table: DatasetTable, year: number | null): string =>
	year === null ? table.name : `${table.name}-${String(year)}`;
