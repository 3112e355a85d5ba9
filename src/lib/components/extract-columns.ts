import { datasetTable } from '../core/dataset/rows.ts';
import { TABLE_IDS } from '../core/form/index.ts';
import type { CellKey } from '../core/form/index.ts';
import type { CsvColumn } from '../export/csv.ts';
import { columnName, rowName } from '../format/cells.ts';
import { nameIn } from '../format/locale.ts';
import type { Locale } from '../format/locale.ts';
import { EXTRACT_TEXTS } from '../queries/index.ts';
import type { ExtractedReport, LongRow } from '../queries/index.ts';

function meaning(column: string, locale: Locale): string {
	const found = datasetTable('reports').columns.find(({ name }) => name === column);
	return found ? nameIn(found.meaning, locale) : column;
}

function cellMeaning(cell: CellKey, locale: Locale): string {
	const [table, row, column] = cell.split('.') as [(typeof TABLE_IDS)[number], string, string];
	return `${rowName(table, row, locale)} · ${columnName(table, column, locale)}`;
}

function reportColumns<T>(reportOf: (row: T) => ExtractedReport, locale: Locale): CsvColumn<T>[] {
	return [
		...EXTRACT_TEXTS.map((name): CsvColumn<T> => ({
			name,
			type: 'string',
			label: meaning(name, locale),
			value: (row) => reportOf(row).texts[name]
		})),
		{ name: 'year', type: 'integer', label: meaning('year', locale), value: (row) => reportOf(row).year },
		...TABLE_IDS.map((table): CsvColumn<T> => ({
			name: `format_${table}`,
			type: 'string',
			label: meaning(`format_${table}`, locale),
			value: (row) => reportOf(row).formats[table]
		}))
	];
}

/** One row a report: its dimensions, then each cell with its status. */
export function wideColumns(cells: readonly CellKey[], locale: Locale): CsvColumn<ExtractedReport>[] {
	return [
		...reportColumns((row: ExtractedReport) => row, locale),
		...cells.map((cell, index): CsvColumn<ExtractedReport> => ({
			name: cell,
			type: 'number',
			label: cellMeaning(cell, locale),
			value: (row) => row.cells[index]?.value ?? null,
			absence: (row) => row.cells[index]?.absence ?? null
		}))
	];
}

/** One row a cell of a report. */
export function longColumns(locale: Locale): CsvColumn<LongRow>[] {
	return [
		...reportColumns((row: LongRow) => row.report, locale),
		{ name: 'cell', label: locale === 'zh' ? '格名:表.行.列' : 'cell: table.row.column', value: (row) => row.cell },
		{
			name: 'meaning',
			label: locale === 'zh' ? '格的含义' : 'what the cell means',
			value: (row) => cellMeaning(row.cell, locale)
		},
		{
			name: 'value',
			type: 'number',
			label: locale === 'zh' ? '数字' : 'the number',
			value: (row) => row.found.value,
			absence: (row) => row.found.absence
		}
	];
}
