import { csv, csvFile, saveBlob, saveText } from '$lib/export/csv.ts';
import type { CsvColumn, CsvWork } from '$lib/export/csv.ts';
import { digestOf } from '$lib/export/digest.ts';
import { typedRows } from '$lib/export/parquet-columns.ts';
import { columnLines, provenanceLines, provenanceNotes, sideFile, statusLines } from '$lib/export/provenance.ts';
import type { FileFacts, Provenance } from '$lib/export/provenance.ts';
import { saveBytes } from '$lib/export/save.ts';
import { saveWorkbook } from '$lib/export/xlsx.ts';
import type { DefinitionSheet } from '$lib/export/xlsx.ts';
import { EXPORT_WORDS } from '$lib/format/exports.ts';
import { nameIn } from '$lib/format/locale.ts';
import { exportName } from '../fictional.ts';

/** What a file is made of: its rows, and what it says of itself. */
export interface FileContent<T> {
	readonly id: string;
	readonly about: Provenance;
	readonly rows: readonly T[];
	readonly columns: readonly CsvColumn<T>[];
}

/** Names say the dataset's build, and whether the data are real. */
export function nameOf(
	{ id, about }: Pick<FileContent<unknown>, 'id' | 'about'>,
	extension: string,
	more = ''
): string {
	return exportName(`${id}-${about.origin.build}${more}`, extension);
}

async function factsOf<T>({ rows, columns }: FileContent<T>): Promise<FileFacts & { readonly bytes: number }> {
	return { rows: rows.length, ...(await digestOf(csv(rows, columns))) };
}

export async function saveStrictCsv<T>(content: FileContent<T>, work: CsvWork = {}): Promise<void> {
	saveBlob(nameOf(content, 'csv'), await csvFile(content.rows, content.columns, work));
}

export async function saveSpreadsheetCsv<T>(content: FileContent<T>, work: CsvWork = {}): Promise<void> {
	const notes = provenanceNotes(content.about, await factsOf(content));
	const file = await csvFile(content.rows, content.columns, { ...work, variant: 'spreadsheet', notes });
	saveBlob(nameOf(content, 'csv', '-excel'), file);
}

/** The side file of the strict CSV: what it holds, of which build, with its checksum. */
export async function saveSideFile<T>(content: FileContent<T>): Promise<void> {
	const { about, rows, columns } = content;
	const text = sideFile(about, { ...(await factsOf(content)), name: nameOf(content, 'csv') }, rows, columns);
	saveText(nameOf(content, 'json'), text, 'application/json;charset=utf-8');
}

/** The rows as Parquet, written by an engine of its own in this browser; the same columns as the CSV, each with its type. */
export async function saveParquet<T>(content: FileContent<T>, signal?: AbortSignal): Promise<void> {
	const { columns, rows } = typedRows(content.rows, content.columns);
	const { writeParquet } = await import('$lib/db/browser.ts');
	const bytes = await writeParquet(columns, rows, signal);
	signal?.throwIfAborted();
	saveBytes(nameOf(content, 'parquet'), bytes, 'application/vnd.apache.parquet');
}

export function definitionsOf<T>({ about, rows, columns }: FileContent<T>, facts: FileFacts): DefinitionSheet {
	const { locale } = about;
	const word = (id: keyof typeof EXPORT_WORDS): string => nameIn(EXPORT_WORDS[id], locale);
	return {
		name: word('definitions'),
		parts: [
			{ heading: about.title, lines: provenanceLines(about, facts) },
			{ heading: word('columns'), lines: columnLines(columns, locale) },
			{ heading: word('statuses'), lines: statusLines(rows, columns, locale) }
		].filter(({ lines }) => lines.length > 0)
	};
}

export async function saveXlsx<T>(content: FileContent<T>): Promise<void> {
	const { about, rows, columns } = content;
	const kind = about.origin.fictional
		? EXPORT_WORDS.fictional
		: about.origin.session
			? EXPORT_WORDS.session
			: EXPORT_WORDS.data;
	const widths = Object.fromEntries(
		columns.map((column) => [column.name, Math.min(40, Math.max(10, column.name.length + 2))])
	);
	await saveWorkbook(
		nameOf(content, 'xlsx'),
		{ name: nameIn(kind, about.locale), rows, columns, widths },
		definitionsOf(content, await factsOf(content))
	);
}
