import type { Value } from '../db/gate.ts';

export interface CsvColumn<T> {
	readonly name: string;
	readonly value: (row: T) => Value;
	/** Adds the column `<name>.status` beside it: why there is no number, or `ok`. */
	readonly absence?: (row: T) => string | null;
}

/** `machine`: RFC 4180, UTF-8, one header row, nothing else. `spreadsheet`: with a byte order mark, notes above, and formulas guarded. */
export type CsvVariant = 'machine' | 'spreadsheet';

export declare function csv<T>(
	rows: readonly T[],
	columns: readonly CsvColumn<T>[],
	options?: { variant?: CsvVariant; notes?: readonly string[] }
): string;

/** Hands a text to the reader as a file. Browser only. */
export declare function saveText(name: string, text: string, type?: string): void;
