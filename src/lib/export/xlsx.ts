import type { WorkSheet } from '@e965/xlsx';
import type { Value } from '../db/gate.ts';
import { csvHeader, csvValues } from './csv.ts';
import { saveBlob } from './save.ts';
import type { CsvColumn } from './csv.ts';

/** One sheet: rows as their columns give them, absences as empty cells with their status beside them. */
export interface Sheet<T> {
	readonly name: string;
	readonly rows: readonly T[];
	readonly columns: readonly CsvColumn<T>[];
	/** Widths by column name, in characters; 12 where none is given. */
	readonly widths?: Readonly<Record<string, number>>;
}

/** A sheet of texts in two columns: what the figures mean. */
export interface DefinitionSheet {
	readonly name: string;
	/** Parts, each with its heading. */
	readonly parts: readonly { readonly heading: string; readonly lines: readonly (readonly [string, string])[] }[];
}

/** Rows that a sheet can hold, its header among them. */
export const SHEET_ROWS = 1_048_576;
/** Characters that one cell can hold. */
const CELL_CHARACTERS = 32_767;

/** A workbook that a sheet cannot hold: nothing is cut silently. */
export class SheetLimitError extends Error {
	constructor(reason: string) {
		super(`workbook not possible: ${reason}`);
		this.name = 'SheetLimitError';
	}
}

const NAME_CHARACTERS = 31;
/** A sheet's name as workbooks allow it. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/gu, '-').slice(0, NAME_CHARACTERS);

function checkLimits(rows: readonly (readonly Value[])[]): void {
	if (rows.length > SHEET_ROWS) throw new SheetLimitError(`${rows.length} rows of ${SHEET_ROWS}`);
	for (const row of rows)
		for (const value of row)
			if (typeof value === 'string' && value.length > CELL_CHARACTERS)
				throw new SheetLimitError(`a text of ${value.length} characters of ${CELL_CHARACTERS}`);
}

/** A workbook as bytes: the rows, then what they mean. Texts stay texts, whatever they begin with. */
export async function workbook<T>(
	{ name, rows, columns, widths = {} }: Sheet<T>,
	definitions?: DefinitionSheet
): Promise<Uint8Array<ArrayBuffer>> {
	const { utils, write } = await import('@e965/xlsx');
	const header = csvHeader(columns);
	const body = rows.map((row) => csvValues(row, columns));
	checkLimits([header, ...body]);
	const sheet = utils.aoa_to_sheet([header, ...body]);
	sheet['!cols'] = header.map((column) => ({ wch: widths[column] ?? 12 }));
	const book = utils.book_new();
	utils.book_append_sheet(book, sheet, sheetName(name));
	if (definitions) {
		const lines = definitions.parts.flatMap(({ heading, lines: own }) => [
			[heading],
			...own.map((line) => [...line]),
			[]
		]);
		const told: WorkSheet = utils.aoa_to_sheet(lines);
		told['!cols'] = [{ wch: 24 }, { wch: 100 }];
		utils.book_append_sheet(book, told, sheetName(definitions.name));
	}
	return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the rows to the reader as a workbook; in a browser only. The writer is loaded when first asked for. */
export async function saveWorkbook<T>(file: string, sheet: Sheet<T>, definitions?: DefinitionSheet): Promise<void> {
	saveBlob(file, new Blob([await workbook(sheet, definitions)], { type: XLSX_TYPE }));
}
