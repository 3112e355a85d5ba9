import { ALL_CELLS, formCell, TABLE_IDS } from '../core/form/index.ts';
import type { CellKey, TableId } from '../core/form/index.ts';
import { identifier, literal } from '../db/sql.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import { cellName, isOfOneApplicant, joinedApplicants } from './indicator-sql.ts';
import type { Query } from './query.ts';
import { absenceReasons } from './report-rows.ts';
import { number, numberOrNull, textOrNull } from './row-values.ts';

/** What tells one report from another, in the order of the columns of an extract. */
export const EXTRACT_TEXTS = [
	...(['agency_id', 'agency', 'code', 'province', 'city', 'county', 'township'] as const),
	...(['level', 'type', 'family', 'scope'] as const)
] as const;

export interface ExtractedCell {
	readonly value: number | null;
	/** Why there is no number; null where there is one. `other_layout`: the form of that report has no such cell. */
	readonly absence: string | null;
}

export interface ExtractedReport {
	readonly year: number;
	readonly texts: Readonly<Record<(typeof EXTRACT_TEXTS)[number], string | null>>;
	readonly formats: Readonly<Record<TableId, string | null>>;
	/** In the order of the cells asked for. */
	readonly cells: readonly ExtractedCell[];
}

/** The parts that an extract can be made of. */
export const EXTRACT_PARTS = {
	t2: ALL_CELLS.filter(({ table }) => table === 't2').map(({ key }) => key),
	t3_total: ALL_CELLS.filter(({ table, key }) => table === 't3' && !isOfOneApplicant(key)).map(({ key }) => key),
	t3_applicants: ALL_CELLS.filter(({ key }) => isOfOneApplicant(key)).map(({ key }) => key),
	t4: ALL_CELLS.filter(({ table }) => table === 't4').map(({ key }) => key)
} as const satisfies Record<string, readonly CellKey[]>;
export type ExtractPart = keyof typeof EXTRACT_PARTS;

function absenceOf(cell: CellKey, format: string | null, reason: string | undefined): string {
	if (reason !== undefined) return reason;
	if (format === null) return 'table_missing';
	const layouts: readonly string[] = formCell(cell)?.layouts ?? [];
	if (format === 'undetermined') return 'layout_undetermined';
	return layouts.includes(format) ? 'missing' : 'other_layout';
}

/** Those cells of every filtered report, as the wide tables hold them, each with why it has no number. */
export function extractedReports(filters: Filters, cells: readonly CellKey[]): Query<ExtractedReport> {
	const { applicants, column } = joinedApplicants(cells, 's');
	const columns = [
		...['year', ...EXTRACT_TEXTS, ...TABLE_IDS.map((table) => `format_${table}`)].map(
			(name) => `s.${identifier(name)}`
		),
		...cells.map((cell) => `${column(cell) ?? `s.${identifier(cell)}`}::DOUBLE AS ${identifier(cell)}`),
		'b.reasons'
	];
	const order = [
		's.year',
		...['province', 'city', 'county', 'township', 'agency_id'].map((name) => `s.${name} NULLS LAST`)
	];
	const ofSelected = 'JOIN selected s ON s.agency_id = x.agency_id AND s.year = x.year';
	return {
		tables: applicants.length > 0 ? ['reports', 'absences', 'requests'] : ['reports', 'absences'],
		years: filters.years,
		sql: `WITH selected AS (
	SELECT * FROM reports r WHERE ${where(filters, 'r')}
), lacking AS (
	SELECT x.agency_id, x.year, string_agg(x.cell || ' ' || x.reason, ';' ORDER BY x.cell) AS reasons
	FROM absences x ${ofSelected}
	WHERE ${cells.length > 0 ? `x.cell IN (${cells.map(literal).join(', ')})` : 'FALSE'} GROUP BY x.agency_id, x.year
)
SELECT ${columns.join(', ')}
FROM selected s
${applicants.map((join) => `${join}\n`).join('')}LEFT JOIN lacking b ON b.agency_id = s.agency_id AND b.year = s.year
ORDER BY ${order.join(', ')}`,
		parse: (rows) =>
			rows.map((row) => {
				const reasons = absenceReasons(row);
				const formats = Object.fromEntries(
					TABLE_IDS.map((table) => [table, textOrNull(row, `format_${table}`)])
				) as ExtractedReport['formats'];
				return {
					year: number(row, 'year'),
					texts: Object.fromEntries(
						EXTRACT_TEXTS.map((name) => [name, textOrNull(row, name)])
					) as ExtractedReport['texts'],
					formats,
					cells: cells.map((cell) => {
						const value = numberOrNull(row, cell);
						const absence = value === null ? absenceOf(cell, formats[cellName(cell).table], reasons.get(cell)) : null;
						return { value, absence };
					})
				};
			})
	};
}

/** One cell of one report: the long shape of an extract. Cells that the report's own layout does not have give no row. */
export interface LongRow {
	readonly report: ExtractedReport;
	readonly cell: CellKey;
	readonly found: ExtractedCell;
}

export function longRows(reports: readonly ExtractedReport[], cells: readonly CellKey[]): LongRow[] {
	return reports.flatMap((report) =>
		report.cells.flatMap((found, index) => {
			const cell = cells[index];
			return cell === undefined || found.absence === 'other_layout' ? [] : [{ report, cell, found }];
		})
	);
}
