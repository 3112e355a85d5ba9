import { Bool, DateDay, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import type { DataType } from 'apache-arrow';
import { datasetTable } from '../core/dataset/rows.ts';
import type { Row, TableRows, Value } from '../core/dataset/rows.ts';
import { DATASET_TABLES } from '../core/dataset/tables.ts';
import type { ColumnType, DatasetTableName } from '../core/dataset/tables.ts';

/** Every table as an Arrow stream, in the order of DATASET_TABLES; none of a table without a row. */
export type ArrowTables = ReadonlyMap<DatasetTableName, Uint8Array<ArrayBuffer>>;

const ARROW_TYPES: Readonly<Record<ColumnType, () => DataType>> = {
	string: () => new Utf8(),
	integer: () => new Int32(),
	number: () => new Float64(),
	boolean: () => new Bool(),
	date: () => new DateDay()
};

const isoDay = (value: Value): Date | null => (value === null ? null : new Date(`${String(value)}T00:00:00Z`));

function columnOf(rows: readonly Row[], at: number, type: ColumnType): readonly unknown[] {
	return type === 'date' ? rows.map((row) => isoDay(row[at] ?? null)) : rows.map((row) => row[at] ?? null);
}

/** Rows of one table as an Arrow stream, with exactly the types of its columns. */
export function arrowRows(name: DatasetTableName, rows: readonly Row[]): Uint8Array<ArrayBuffer> {
	const columns = datasetTable(name).columns.map(
		({ name: column, type }, at) => [column, vectorFromArray(columnOf(rows, at, type), ARROW_TYPES[type]())] as const
	);
	return tableToIPC(new Table(Object.fromEntries(columns)), 'stream') as Uint8Array<ArrayBuffer>;
}

export function arrowTables(tables: TableRows): ArrowTables {
	const filled = DATASET_TABLES.filter(({ name }) => tables[name].length > 0);
	return new Map(filled.map(({ name }) => [name, arrowRows(name, tables[name])]));
}
