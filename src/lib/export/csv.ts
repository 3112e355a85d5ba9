import Papa from 'papaparse';
import type { ColumnType } from '../core/dataset/tables.ts';
import type { Value } from '../db/gate.ts';

export { fileName, saveBlob, saveText } from './save.ts';

export interface CsvColumn<T> {
	readonly name: string;
	/** Its type in a Parquet file; without it the values tell. */
	readonly type?: ColumnType;
	/** What it means, in the reader's language: for definitions beside the rows. */
	readonly label?: string;
	readonly value: (row: T) => Value;
	/**
	 * Adds the column `<name>.status` beside it, so that an empty field is never taken for a zero: null where there is a
	 * number (`ok`), else why there is none.
	 */
	readonly absence?: (row: T) => string | null;
}

/**
 * `machine`: RFC 4180 in UTF-8, one header row, nothing else. `spreadsheet`: a byte order mark so that Excel reads
 * Chinese, notes in rows above that begin with `# `, and texts that a spreadsheet would run as a formula disarmed.
 */
export type CsvVariant = 'machine' | 'spreadsheet';

export interface CsvOptions {
	readonly variant?: CsvVariant;
	/** Title, source, N, build; for spreadsheets only. */
	readonly notes?: readonly string[];
}

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';
export const STATUS_OK = 'ok';

/** What spreadsheets take for the beginning of a formula; in Chinese versions the full-width forms too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]./su;

function disarmed(value: Value): Value {
	return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}

/** The names that the columns take in a file: a column that may lack its number has a status beside it. */
export function csvHeader<T>(columns: readonly CsvColumn<T>[]): string[] {
	return columns.flatMap(({ name, absence }) => (absence ? [name, `${name}.status`] : [name]));
}

/** The values of a row, in the order of `csvHeader`. */
export function csvValues<T>(row: T, columns: readonly CsvColumn<T>[]): Value[] {
	return columns.flatMap(({ value, absence }): Value[] =>
		absence ? [value(row), absence(row) ?? STATUS_OK] : [value(row)]
	);
}

/** Every status that occurs in the rows, in alphabetical order. */
export function statusesIn<T>(rows: readonly T[], columns: readonly CsvColumn<T>[]): string[] {
	const found = new Set<string>();
	for (const { absence } of columns) if (absence) for (const row of rows) found.add(absence(row) ?? STATUS_OK);
	return [...found].sort();
}

const lines = (table: readonly (readonly Value[])[]): string =>
	table.length === 0
		? ''
		: Papa.unparse(
				table.map((row) => [...row]),
				{ newline: LINE_END }
			) + LINE_END;

/** What stands before the rows. */
export function csvHead<T>(
	columns: readonly CsvColumn<T>[],
	{ variant = 'machine', notes = [] }: CsvOptions = {}
): string {
	if (variant === 'machine') return lines([csvHeader(columns)]);
	const noted = notes.flatMap((note) => note.split(/\r?\n/u)).map((line) => [`# ${line}`]);
	return BYTE_ORDER_MARK + lines([...noted, csvHeader(columns)].map((row) => row.map(disarmed)));
}

/** Some of the rows, to be put after each other; both variants have the same rows. */
export function csvRows<T>(
	rows: readonly T[],
	columns: readonly CsvColumn<T>[],
	variant: CsvVariant = 'machine'
): string {
	const body = rows.map((row) => csvValues(row, columns));
	return lines(variant === 'machine' ? body : body.map((row) => row.map(disarmed)));
}

/** The rows as CSV, exactly these columns in this order; absences are empty fields with their status beside them. */
export function csv<T>(rows: readonly T[], columns: readonly CsvColumn<T>[], options: CsvOptions = {}): string {
	return csvHead(columns, options) + csvRows(rows, columns, options.variant);
}
