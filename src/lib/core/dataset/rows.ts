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

/** Whether the key of a table is what standards call a primary key: none of its columns may be empty. */
export const isKeyPrimary = ({ key, columns }: DatasetTable): boolean =>
	key.every((name) => columns.some((column) => column.name === name && column.required));

/** A row from values by column name; a column not named is NULL. A name that the table lacks, or NULL where none may be, is our mistake. */
export function toRow(name: DatasetTableName, values: Readonly<Record<string, Value>>): Row {
	const { columns } = datasetTable(name);
	let known = 0;
	let lacking: string | null = null;
	const row = columns.map((column) => {
		const given = values[column.name];
		if (given !== undefined) known += 1;
		if (column.required && (given ?? null) === null) lacking ??= column.name;
		return given ?? null;
	});
	if (known !== Object.keys(values).length) {
		const unknown = Object.keys(values).find((key) => !columns.some((column) => column.name === key));
		if (unknown !== undefined) throw new Error(`unknown column: ${name}.${unknown}`);
	}
	if (lacking !== null) throw new Error(`value required: ${name}.${String(lacking)}`);
	return row;
}

/**
 * Rows from values in the order of the table's columns, for tables with very many: `columns` says which they are, and is held against the
 * table once.
 */
export function rowMaker(name: DatasetTableName, columns: readonly string[]): (values: Row) => Row {
	const table = datasetTable(name);
	if (table.columns.map((column) => column.name).join() !== columns.join()) throw new Error(`other columns: ${name}`);
	const required = [...table.columns.entries()].filter(([, column]) => column.required).map(([at]) => at);
	return (values) => {
		if (values.length !== columns.length) throw new Error(`values of a row: ${String(values.length)}, ${name}`);
		for (const at of required) {
			if ((values[at] ?? null) === null) throw new Error(`value required: ${name}.${String(columns[at])}`);
		}
		return values;
	};
}
