import { REPORT_CELLS } from '../../src/lib/core/dataset/index.ts';
import { TABLE_THREE_ROWS } from '../../src/lib/core/form/index.ts';
import { identifier } from '../../src/lib/db/sql.ts';

const KEY = 'agency_id, "year"';
const asNumbers = (columns: readonly string[]): string =>
	columns.map((column) => `${identifier(column)}::DOUBLE AS ${identifier(column)}`).join(', ');
const list = (columns: readonly string[]): string => columns.map(identifier).join(', ');

const TOTALS = REPORT_CELLS.map(({ key }) => key);
const ROWS = TABLE_THREE_ROWS.map(({ id }) => id);
const PRINTED = `CASE WHEN value = trunc(value) THEN value::BIGINT::VARCHAR ELSE value::VARCHAR END`;

/** What stands after FROM for each of the tables that tell the cells. */
export type CellSources = Readonly<Record<'reports' | 'requests' | 'absences', string>>;

/** The tables by their own names. */
export const OWN_TABLES: CellSources = { reports: 'reports', requests: 'requests', absences: 'absences' };

/**
 * The rows of `cells`, all or those of which a condition on agency and year holds, of reports that stand in the tables `reports`, `requests` and `absences` and in no file: the
 * numbers as text, the marks in place of numbers, and no place. Cells that a report lacks (`missing`, `unplaced`) were never printed.
 */
export function cellsSql(from: CellSources, condition = 'true'): string {
	return `
	WITH numbers AS (
		SELECT ${KEY}, cell, value FROM (SELECT ${KEY}, ${asNumbers(TOTALS)} FROM ${from.reports} WHERE ${condition})
		UNPIVOT (value FOR cell IN (${list(TOTALS)}))
		UNION ALL
		SELECT ${KEY}, 't3.' || "row" || '.' || applicant AS cell, value
		FROM (SELECT ${KEY}, applicant, ${asNumbers(ROWS)} FROM ${from.requests} WHERE ${condition})
		UNPIVOT (value FOR "row" IN (${list(ROWS)}))
	)
	SELECT ${KEY}, cell, value, ${PRINTED} AS raw, NULL::VARCHAR AS absence, NULL::VARCHAR AS unit,
		NULL::INTEGER AS "table", NULL::INTEGER AS "row", NULL::INTEGER AS col, NULL::INTEGER AS line
	FROM numbers
	UNION ALL
	SELECT ${KEY}, cell, NULL, raw, reason, NULL, NULL, NULL, NULL, NULL
	FROM ${from.absences} WHERE reason NOT IN ('missing', 'unplaced') AND (${condition})`;
}
