import Papa from 'papaparse';

export interface NumberedRecord {
	/** Line of the text on which it begins. */
	readonly line: number;
	readonly fields: readonly string[];
}

/** The records of a CSV text that is kept by hand; records without any text are left out. `openQuote`: the record of a quotation mark that is not closed. */
export function csvRecords(text: string): { records: NumberedRecord[]; openQuote: number | null } {
	const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''));
	const found: NumberedRecord[] = [];
	let line = 1;
	for (const raw of parsed.data) {
		const fields = raw.map((field) => field.trim());
		if (fields.some((field) => field !== '')) found.push({ line, fields });
		line += raw.join('').split('\n').length;
	}
	const quote = parsed.errors.find((error) => error.code === 'MissingQuotes' || error.code === 'InvalidQuotes');
	return { records: found, openQuote: quote ? (quote.row ?? 0) + 1 : null };
}
