import { Bool, DateDay, Float64, Int32, makeData, Table, tableToIPC, Utf8, Vector } from 'apache-arrow';
import type { Data } from 'apache-arrow';
import { datasetTable } from '../core/dataset/rows.ts';
import type { Row, TableRows, Value } from '../core/dataset/rows.ts';
import { DATASET_TABLES } from '../core/dataset/tables.ts';
import type { ColumnType, DatasetTableName } from '../core/dataset/tables.ts';

/** Every table as an Arrow stream, in the order of DATASET_TABLES; none of a table without a row. */
export type ArrowTables = ReadonlyMap<DatasetTableName, Uint8Array<ArrayBuffer>>;

const DAY = 86_400_000;

/** One bit a row, least significant first. */
function bits(length: number, isSet: (row: number) => boolean): Uint8Array {
	const bitmap = new Uint8Array(Math.ceil(length / 8));
	for (let row = 0; row < length; row += 1)
		if (isSet(row)) bitmap[row >> 3] = (bitmap[row >> 3] ?? 0) | (1 << (row & 7));
	return bitmap;
}

interface Nulls {
	readonly length: number;
	readonly nullCount: number;
	readonly nullBitmap: Uint8Array;
}

function nullsOf(values: readonly Value[]): Nulls {
	const nullCount = values.reduce<number>((count, value) => (value === null ? count + 1 : count), 0);
	return { length: values.length, nullCount, nullBitmap: bits(values.length, (row) => values[row] !== null) };
}

function texts(values: readonly Value[], nulls: Nulls): Data {
	const encoder = new TextEncoder();
	const encoded = values.map((value) => (value === null ? null : encoder.encode(String(value))));
	const valueOffsets = new Int32Array(values.length + 1);
	encoded.forEach((bytes, row) => {
		valueOffsets[row + 1] = (valueOffsets[row] ?? 0) + (bytes?.length ?? 0);
	});
	const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
	encoded.forEach((bytes, row) => bytes && data.set(bytes, valueOffsets[row]));
	return makeData({ type: new Utf8(), ...nulls, valueOffsets, data });
}

const days = (values: readonly Value[]): Int32Array =>
	Int32Array.from(values, (value) => (value === null ? 0 : Date.parse(`${String(value)}T00:00:00Z`) / DAY));

/**
 * What stands in the place of a NULL is never read: the bitmap says that there is none. Arrow's own builders are passed over, since they make
 * functions out of text, which the pages' security policy forbids.
 */
function dataOf(values: readonly Value[], type: ColumnType): Data {
	const nulls = nullsOf(values);
	switch (type) {
		case 'string':
			return texts(values, nulls);
		case 'integer':
			return makeData({ type: new Int32(), ...nulls, data: Int32Array.from(values, Number) });
		case 'number':
			return makeData({ type: new Float64(), ...nulls, data: Float64Array.from(values, Number) });
		case 'date':
			return makeData({ type: new DateDay(), ...nulls, data: days(values) });
		case 'boolean':
			return makeData({ type: new Bool(), ...nulls, data: bits(values.length, (row) => Boolean(values[row])) });
	}
}

/** A column of any table, such as that of an extract. */
export interface TypedColumn {
	readonly name: string;
	readonly type: ColumnType;
}

/** Rows as an Arrow stream, with exactly the types of the columns. */
export function arrowStream(columns: readonly TypedColumn[], rows: readonly Row[]): Uint8Array<ArrayBuffer> {
	const vectors = columns.map(({ name, type }, at) => {
		const values = rows.map((row) => row[at] ?? null);
		return [name, new Vector([dataOf(values, type)])] as const;
	});
	return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream') as Uint8Array<ArrayBuffer>;
}

/** Rows of one table of the dataset. */
export const arrowRows = (name: DatasetTableName, rows: readonly Row[]): Uint8Array<ArrayBuffer> =>
	arrowStream(datasetTable(name).columns, rows);

export function arrowTables(tables: TableRows): ArrowTables {
	const filled = DATASET_TABLES.filter(({ name }) => tables[name].length > 0);
	return new Map(filled.map(({ name }) => [name, arrowRows(name, tables[name])]));
}
