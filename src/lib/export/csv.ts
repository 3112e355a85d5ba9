import { csvField } from '../core/dataset/csv-text.ts';
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
 * `machine`: RFC 4180 in UTF-8 (an empty text is an empty field: why a number is missing is said by its status), one header row, nothing else. `spreadsheet`: a byte order mark so that Excel reads
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

function lines(table: readonly (readonly Value[])[]): string {
	let text = '';
	for (const row of table) text += row.map(csvField).join(',') + LINE_END;
	return text;
}

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
	const write = variant === 'machine' ? csvField : (value: Value): string => csvField(disarmed(value));
	// Lists that are joined once: a text that grows field by field is a chain of pieces, which takes the heap and is pressed flat at the end.
	const written = rows.map((row) => {
		const fields: string[] = [];
		for (const { value, absence } of columns) {
			fields.push(write(value(row)));
			if (absence) fields.push(write(absence(row) ?? STATUS_OK));
		}
		return fields.join(',');
	});
	written.push('');
	return written.join(LINE_END);
}

/** So many rows are written at once: few enough that the page stays at hand between them. */
const ROWS_AT_ONCE = 2000;

/** The head, then the rows some thousands at a time. */
function* csvParts<T>(
	rows: readonly T[],
	columns: readonly CsvColumn<T>[],
	options: CsvOptions
): Generator<{ readonly text: string; readonly done: number }> {
	yield { text: csvHead(columns, options), done: 0 };
	for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
		const some = rows.slice(at, at + ROWS_AT_ONCE);
		yield { text: csvRows(some, columns, options.variant), done: at + some.length };
	}
}

/** The rows as CSV, exactly these columns in this order; absences are empty fields with their status beside them. */
export function csv<T>(rows: readonly T[], columns: readonly CsvColumn<T>[], options: CsvOptions = {}): string {
	return [...csvParts(rows, columns, options)].map(({ text }) => text).join('');
}

export interface CsvWork {
	/** Told how many rows are written. */
	readonly onRows?: (done: number) => void;
	readonly signal?: AbortSignal;
	/** Milliseconds of now. */
	readonly now?: () => number;
}

/** Longer than this the page is not kept from drawing and hearing. */
const SLICE_MS = 30;
/** Texts of so many characters are handed over together: what the browser has taken is no longer in the page's memory. */
const HANDED_OVER = 4 * 1024 * 1024;

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The same as a file, made bit by bit: a million rows are never in memory as text. Rejects once the signal is aborted. */
export async function csvFile<T>(
	rows: readonly T[],
	columns: readonly CsvColumn<T>[],
	{ onRows, signal, now = () => performance.now(), ...options }: CsvOptions & CsvWork = {}
): Promise<Blob> {
	const parts: Blob[] = [];
	let texts: string[] = [];
	let held = 0;
	let since = now();
	for (const { text, done } of csvParts(rows, columns, options)) {
		texts.push(text);
		held += text.length;
		if (held >= HANDED_OVER) {
			parts.push(new Blob(texts));
			[texts, held] = [[], 0];
		}
		if (now() - since < SLICE_MS) continue;
		onRows?.(done);
		await breath();
		signal?.throwIfAborted();
		since = now();
	}
	onRows?.(rows.length);
	return new Blob([...parts, ...texts], { type: 'text/csv;charset=utf-8' });
}
