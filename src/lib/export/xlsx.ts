import { STATUS_OK } from './csv.ts';
import type { CsvColumn } from './csv.ts';

/** One sheet: rows as their columns give them, absences as empty cells with their status beside them. */
export interface Sheet<T> {
	readonly name: string;
	readonly rows: readonly T[];
	readonly columns: readonly CsvColumn<T>[];
	/** Widths by column name, in characters; 12 where none is given. */
	readonly widths?: Readonly<Record<string, number>>;
}

/** Hands the rows to the reader as a workbook; in a browser only. The writer is loaded when first asked for. Texts stay texts. */
export async function saveWorkbook<T>(file: string, { name, rows, columns, widths = {} }: Sheet<T>): Promise<void> {
	const { utils, writeFile } = await import('@e965/xlsx');
	const header = columns.flatMap((column) => (column.absence ? [column.name, `${column.name}.status`] : [column.name]));
	const body = rows.map((row) =>
		columns.flatMap(({ value, absence }) => (absence ? [value(row), absence(row) ?? STATUS_OK] : [value(row)]))
	);
	const sheet = utils.aoa_to_sheet([header, ...body]);
	sheet['!cols'] = header.map((column) => ({ wch: widths[column] ?? 12 }));
	const book = utils.book_new();
	utils.book_append_sheet(book, sheet, name);
	writeFile(book, file, { bookType: 'xlsx', compression: true });
}
