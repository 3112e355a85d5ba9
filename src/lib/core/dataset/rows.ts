import { DATASET_TABLES } from './tables.ts';
import type { DatasetTable, DatasetTableName } from './tables.ts';

/** A value of a table: dates are ISO text. */
export type Value = string | number | null;

/** One row, its values in the order of the table's columns. */
export type Row = readonly Value[];

export type TableRows = Readonly<Record<DatasetTableName, readonly Row[]>>;

const TABLE_BY_NAME: ReadonlyMap<string, DatasetTable> = new Map(DATASET_TABLES.map((table) => [table.name, table]));

export function datasetTable(name: string): DatasetTable {
	const table = TABLE_BY_NAME.get(name);
	if (!table) throw new Error(`unknown table: ${name}`);
	return table;
}

const COLUMNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	DATASET_TABLES.map((table) => [table.name, new Set(table.columns.map((column) => column.name))])
);

/** A row from values by column name; a column not named is NULL. A name that the table lacks, or NULL where none may be, is our mistake. */
export function toRow(name: DatasetTableName, values: Readonly<Record<string, Value>>): Row {
	const known = COLUMNS.get(name);
	for (const column of Object.keys(values))
		if (!known?.has(column)) throw new Error(`unknown column: ${name}.${column}`);
	return datasetTable(name).columns.map((column) => {
		const value = values[column.name] ?? null;
		if (value === null && column.required) throw new Error(`value required: ${name}.${column.name}`);
		return value;
	});
}
