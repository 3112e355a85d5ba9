import type { CsvColumn } from '$lib/export/csv.ts';
import type { Value } from '$lib/db/gate.ts';
import { absenceWords } from '$lib/format/absences.ts';
import { formatNumber } from '$lib/format/numbers.ts';
import type { Asked } from '$lib/queries/index.ts';
import type { Locale } from '$lib/format/locale.ts';

/** One column of a figure's table and of its CSV: both are made of the same rows. */
export interface FigureColumn<T> {
	/** Header of the CSV, the same in both languages. */
	readonly name: string;
	/** Header of the table. */
	readonly label: string;
	readonly value: (row: T) => Value;
	/** How the table writes the value; by itself a number gets commas, and text stands as it is. */
	readonly text?: (row: T) => string;
	/** Why there is no value: shown in its place, and in a status column of the CSV. */
	readonly absence?: (row: T) => string | null;
	/** The row's name. */
	readonly head?: boolean;
	/** What is asked when the reader asks where the value comes from. */
	readonly ask?: (row: T) => Asked | null;
}

export interface TableCell {
	readonly text: string;
	readonly kind: 'number' | 'text' | 'absent';
}

/** A cell as the table shows it. */
export function tableCell<T>(column: FigureColumn<T>, row: T, locale: Locale): TableCell {
	const value = column.value(row);
	if (value === null) {
		return { text: absenceWords(column.absence?.(row)?.split('+') ?? [], locale), kind: 'absent' };
	}
	const text = column.text?.(row);
	if (typeof value === 'number') return { text: text ?? formatNumber(value), kind: 'number' };
	return { text: text ?? String(value), kind: 'text' };
}

export function csvColumns<T>(columns: readonly FigureColumn<T>[]): CsvColumn<T>[] {
	return columns.map(({ name, label, value, absence }) =>
		absence === undefined ? { name, label, value } : { name, label, value, absence }
	);
}
