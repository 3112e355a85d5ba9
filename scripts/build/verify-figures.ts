import type { DuckDBConnection } from '@duckdb/node-api';
import { DATASET_TABLES, REPORT_CELLS } from '../../src/lib/core/dataset/index.ts';
import type { DataPackageResource, DatasetTableName } from '../../src/lib/core/dataset/index.ts';
import { TABLE_THREE_ROWS } from '../../src/lib/core/form/index.ts';
import { identifier } from '../../src/lib/db/sql.ts';
import { rowsOf } from './duckdb.ts';

const KEY = 'agency_id, "year"';
const ROWS = TABLE_THREE_ROWS.map(({ id }) => identifier(id)).join(', ');
const CELLS = REPORT_CELLS.map(({ key }) => identifier(key)).join(', ');

interface Check {
	readonly says: string;
	/** A statement of which no row may be there. */
	readonly sql: string;
}

/**
 * The number that one table gives a cell beside the number that `cells` gives it, where they differ. A figure in another unit than
 * the form's (元 for 万元) stands in `cells` as printed, and in `absences`, since it is no figure of that column.
 */
const againstCells = (wide: string): string => `
	WITH wide AS (${wide}),
	printed AS (SELECT ${KEY}, cell, value FROM all_cells ANTI JOIN all_absences USING (${KEY}, cell) WHERE value IS NOT NULL)
	SELECT 1 FROM wide w FULL JOIN (SELECT * FROM printed WHERE cell IN (SELECT cell FROM wide)) p USING (${KEY}, cell)
	WHERE w.value IS DISTINCT FROM p.value`;

const SUMMED = REPORT_CELLS.filter(({ table }) => table !== 't2').map(({ key }) => key);

const CHECKS: readonly Check[] = [
	{
		says: 'reports and cells give a cell different numbers',
		sql: againstCells(
			`SELECT ${KEY}, cell, value FROM (SELECT ${KEY}, ${REPORT_CELLS.map(({ key }) => `${identifier(key)}::DOUBLE AS ${identifier(key)}`).join(', ')} FROM all_reports)
			UNPIVOT (value FOR cell IN (${CELLS}))`
		)
	},
	{
		says: 'requests and cells give a cell different numbers',
		sql: againstCells(
			`SELECT ${KEY}, 't3.' || "row" || '.' || applicant AS cell, value::DOUBLE AS value FROM all_requests
			UNPIVOT (value FOR "row" IN (${ROWS}))`
		)
	},
	{
		says: 'a cell without a number has no reason in absences, or another',
		sql: `SELECT 1 FROM all_cells c LEFT JOIN all_absences a USING (${KEY}, cell)
			WHERE c.value IS NULL AND c.absence IS DISTINCT FROM a.reason`
	},
	{
		says: 'absences name a cell that has a number',
		sql: `SELECT 1 FROM all_absences SEMI JOIN (FROM all_cells WHERE value IS NOT NULL AND unit IS NULL) USING (${KEY}, cell)`
	},
	{
		says: 'summary does not give the sums of reports',
		sql: `WITH summed AS (
				SELECT "year", province, scope, family, count(*) AS reports, ${SUMMED.map((key) => `sum(${identifier(key)}) AS ${identifier(key)}, count(${identifier(key)}) AS ${identifier(`n.${key}`)}`).join(', ')}
				FROM all_reports GROUP BY ALL)
			SELECT 1 FROM all_summary s FULL JOIN summed r
			ON s."year" = r."year" AND s.scope = r.scope AND s.province IS NOT DISTINCT FROM r.province AND s.family IS NOT DISTINCT FROM r.family
			WHERE s.reports IS DISTINCT FROM r.reports OR ${SUMMED.flatMap((key) => [key, `n.${key}`])
				.map((key) => `s.${identifier(key)}::DOUBLE IS DISTINCT FROM r.${identifier(key)}::DOUBLE`)
				.join(' OR ')}`
	},
	{ says: 'a year is out of range', sql: 'FROM all_reports WHERE "year" NOT BETWEEN 2008 AND 2100' }
];

/** What the tables of a dataset, each a view of its name, say against each other: a sentence each, with the number of rows. */
export async function contradictions(
	connection: DuckDBConnection,
	resources: readonly DataPackageResource[]
): Promise<string[]> {
	for (const { name } of DATASET_TABLES) {
		const views = resources.filter((resource) => resource['gongkai:table'] === (name satisfies DatasetTableName));
		if (views.length === 0) return [`${name}: no file of this table`];
		const union = views.map((resource) => `FROM ${identifier(resource.name)}`).join(' UNION ALL BY NAME ');
		await connection.run(`CREATE VIEW all_${name} AS ${union}`);
	}
	const damages: string[] = [];
	for (const { says, sql } of CHECKS) {
		const [counted] = await rowsOf(connection, `SELECT count(*)::INTEGER AS n FROM (${sql})`);
		if (Number(counted?.['n']) > 0) damages.push(`${says}: ${String(counted?.['n'])} rows`);
	}
	return damages;
}
