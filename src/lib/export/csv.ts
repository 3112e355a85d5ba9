import Papa from 'papaparse';
import type { Value } from '../db/gate.ts';

export { fileName, saveText } from './save.ts';

export interface CsvColumn<T> {
	readonly name: string;
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

/** The rows as CSV, exactly these columns in this order; absences are empty fields with their status beside them. */
export function csv<T>(rows: readonly T[], columns: readonly CsvColumn<T>[], options: CsvOptions = {}): string {
	const { variant = 'machine', notes = [] } = options;
	const header = columns.flatMap(({ name, absence }) => (absence ? [name, `${name}.status`] : [name]));
	const body = rows.map((row) =>
		columns.flatMap(({ value, absence }): Value[] => (absence ? [value(row), absence(row) ?? STATUS_OK] : [value(row)]))
	);
	const text = (table: readonly (readonly Value[])[]): string =>
		Papa.unparse(
			table.map((row) => [...row]),
			{ newline: LINE_END }
		) + LINE_END;
	if (variant === 'machine') return text([header, ...body]);
	const noted = notes.flatMap((note) => note.split(/\r?\n/u)).map((line) => [`# ${line}`]);
	return BYTE_ORDER_MARK + text([...noted, header, ...body].map((row) => row.map(disarmed)));
}
