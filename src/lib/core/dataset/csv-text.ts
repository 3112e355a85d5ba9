import type { Value } from './rows.ts';

function field(value: Value): string {
	if (value === null) return '';
	const text = String(value);
	return text === '' || /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 in UTF-8 for machines: NULL is an empty field, an empty text is `""`; nothing is guarded or rounded. */
export function csvText(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
	return [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
