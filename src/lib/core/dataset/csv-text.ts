import type { Value } from './rows.ts';

/** What makes a field need its quotes: what parts fields and lines, and what readers take off or put in. */
const QUOTED = /[",\r\n\ufeff]|^ | $/u;

/** A field as RFC 4180 has it; NULL is an empty field, and so is an empty text. */
export function csvField(value: Value | boolean): string {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (value === null) return '';
	return QUOTED.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** In the tables of a dataset no status stands beside a value, so an empty text is `""`. */
const tableField = (value: Value): string => (value === '' ? '""' : csvField(value));

/** A table of a dataset in UTF-8 for machines: nothing is guarded or rounded, and NULL and an empty text stay apart. */
export function csvText(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
	return [columns, ...rows].map((row) => `${row.map(tableField).join(',')}\r\n`).join('');
}
