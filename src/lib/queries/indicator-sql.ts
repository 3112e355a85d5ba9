import { APPLICANT_TOTAL, LAYOUTS } from '../core/form/index.ts';
import type { CellKey, TableId } from '../core/form/index.ts';
import { tableOfMeasure } from '../core/indicators/index.ts';
import type { CellMeasure, Measure } from '../core/indicators/index.ts';
import { identifier, literal } from '../db/sql.ts';

/** Where the cells of a report stand: in its row of `reports`, in the rows of its applicants, or in the row of one applicant. */
export interface CellSource {
	/** Alias of the row of `reports`. */
	readonly reports: string;
	/** Says where a cell stands that `reports` does not hold as it is asked for. */
	readonly column: (cell: CellKey) => string | undefined;
}

export interface CellName {
	readonly table: TableId;
	readonly row: string;
	readonly column: string;
}

export function cellName(cell: CellKey): CellName {
	const [table, row, column] = cell.split('.') as [TableId, string, string];
	return { table, row, column };
}

/** `reports` carries of table three the total column only; the six applicants stand in `requests`. */
export function isOfOneApplicant(cell: CellKey): boolean {
	const { table, column } = cellName(cell);
	return table === 't3' && column !== APPLICANT_TOTAL.id;
}

interface JoinedApplicants {
	/** A LEFT JOIN for each applicant of whom there is a cell. */
	readonly applicants: readonly string[];
	/** Where such a cell stands; undefined for one that `reports` holds. */
	readonly column: (cell: CellKey) => string | undefined;
}

/** The rows of `requests` that hold the applicants' cells of a row of `reports`. */
export function joinedApplicants(cells: readonly CellKey[], reports: string): JoinedApplicants {
	const ids = [...new Set(cells.filter(isOfOneApplicant).map((cell) => cellName(cell).column))];
	const alias = (applicant: string): string => identifier(`of_${applicant}`);
	return {
		applicants: ids.map(
			(id) =>
				`LEFT JOIN requests ${alias(id)} ON ${alias(id)}.agency_id = ${reports}.agency_id AND ${alias(id)}.year = ${reports}.year AND ${alias(id)}.applicant = ${literal(id)}`
		),
		column: (cell) => {
			const { row, column } = cellName(cell);
			return isOfOneApplicant(cell) ? `${alias(column)}.${identifier(row)}` : undefined;
		}
	};
}

function cellsSql(measure: CellMeasure, source: CellSource): string {
	const column = (cell: CellKey): string =>
		`${source.column(cell) ?? `${identifier(source.reports)}.${identifier(cell)}`}::DOUBLE`;
	const sums = LAYOUTS.map((layout) => {
		const terms = measure.terms[layout];
		const sql = terms?.map(({ cell, sign }, index) => `${sign < 0 ? ' - ' : index > 0 ? ' + ' : ''}${column(cell)}`);
		return { layout, sql: sql ? `(${sql.join('')})` : 'NULL::DOUBLE' };
	});
	const [first] = sums;
	// What both layouts hold alike counts even where the layout could not be told.
	if (first && sums.every(({ sql }) => sql === first.sql)) return first.sql;
	const format = `${identifier(source.reports)}."format_${tableOfMeasure(measure)}"`;
	return `CASE ${format} ${sums.map(({ layout, sql }) => `WHEN ${literal(layout)} THEN ${sql}`).join(' ')} END`;
}

/** A measure of one report: NULL unless every cell it needs is a number. */
export function measureSql(measure: Measure, source: CellSource): string {
	if (measure.kind === 'cells') return cellsSql(measure, source);
	if (measure.kind === 'checks')
		return `(${measure.verdicts.map((verdict) => `${identifier(source.reports)}."checks_${verdict}"::DOUBLE`).join(' + ')})`;
	const value = cellsSql(measure.of, source);
	const found = measure.which === 'zero' ? `CASE WHEN ${value} = 0 THEN 1 ELSE 0 END` : '1';
	return `CASE WHEN ${value} IS NOT NULL THEN (${found})::DOUBLE END`;
}
