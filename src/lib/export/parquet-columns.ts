import type { ColumnType } from '../core/dataset/tables.ts';
import type { Row } from '../core/dataset/rows.ts';
import type { Value } from '../db/gate.ts';
import { csvHeader, csvValues } from './csv.ts';
import type { CsvColumn } from './csv.ts';

export interface TypedRows {
	readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
	readonly rows: readonly Row[];
}

const INT32 = 2 ** 31;

/** The type that holds every value; text where they differ, or where there is none. */
function typeOf(values: readonly Value[]): ColumnType {
	const known = values.filter((value) => value !== null);
	if (known.length === 0 || known.some((value) => typeof value !== 'number')) return 'string';
	return known.every((value) => Number.isInteger(value) && Math.abs(Number(value)) < INT32) ? 'integer' : 'number';
}

/** The same rows and columns as the CSV has, the status columns too, with a type each. */
export function typedRows<T>(rows: readonly T[], columns: readonly CsvColumn<T>[]): TypedRows {
	const values = rows.map((row) => csvValues(row, columns));
	const types = columns.flatMap(({ type, absence }): (ColumnType | undefined)[] =>
		absence ? [type, 'string'] : [type]
	);
	const typed = csvHeader(columns).map((name, at) => ({
		name,
		type: types[at] ?? typeOf(values.map((row) => row[at] ?? null))
	}));
	return {
		columns: typed,
		rows: values.map((row) =>
			row.map((value, at) => {
				if (value === null) return null;
				return typed[at]?.type === 'string' || typeof value === 'boolean' ? String(value) : value;
			})
		)
	};
}
