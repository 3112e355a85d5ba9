import { csvRecords } from './csv-records.ts';

/** What may be wrong with a list kept by hand, whatever its columns. */
export interface LedgerFault {
	readonly code: 'column-missing' | 'column-unknown' | 'quote-open' | 'row-ragged';
	readonly line: number;
	/** What stands there. */
	readonly found: string;
}

export interface LedgerRow<Column extends string> {
	readonly line: number;
	readonly value: (column: Column) => string;
}

/** The rows of a list kept by hand; none where a column is missing. A row with too many fields is left out and named with its line. */
export function ledgerRows<Column extends string>(
	text: string,
	columns: readonly Column[],
	required: readonly Column[]
): { rows: LedgerRow<Column>[]; faults: LedgerFault[] } {
	const { records, openQuote } = csvRecords(text);
	const [header, ...body] = records;
	if (header === undefined) return { rows: [], faults: [] };
	const names = header.fields.map((name) => name.toLowerCase());
	const faults: LedgerFault[] = names
		.filter((name) => name !== '' && !(columns as readonly string[]).includes(name))
		.map((found) => ({ code: 'column-unknown', line: header.line, found }));
	const missing = required.filter((column) => !names.includes(column));
	if (missing.length > 0) {
		faults.push({ code: 'column-missing', line: header.line, found: missing.join(', ') });
		return { rows: [], faults };
	}
	if (openQuote !== null) faults.push({ code: 'quote-open', line: openQuote, found: '' });
	const rows = body.flatMap(({ line, fields }): LedgerRow<Column>[] => {
		if (fields.length <= names.length) return [{ line, value: (column) => fields[names.indexOf(column)] ?? '' }];
		faults.push({ code: 'row-ragged', line, found: String(fields.length) });
		return [];
	});
	return { rows, faults };
}
