import type { DuckDBConnection } from '@duckdb/node-api';
import { DATASET_TABLES, datasetTable, REPORT_CELLS } from '../../src/lib/core/dataset/index.ts';
import type { DataPackageResource, DatasetTableName } from '../../src/lib/core/dataset/index.ts';
import { TABLE_THREE_ROWS } from '../../src/lib/core/form/index.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { rowsOf } from './duckdb.ts';
import type { DuckDBTask } from './lanes.ts';
import { agenciesSql, pairsSql, summarySql, SUMMARY_COLUMNS } from './sums-sql.ts';

const KEY = 'agency_id, "year"';
const ROWS = TABLE_THREE_ROWS.map(({ id }) => identifier(id)).join(', ');
const CELLS = REPORT_CELLS.map(({ key }) => identifier(key)).join(', ');

interface Check {
	readonly says: string;
	/** A statement of which no row may be there. */
	readonly sql: string;
	/** Two statements, of one row each, that are equal where there is none: they take no room, however many cells there are. */
	readonly same?: readonly [string, string];
}

/** Rows in no order as one number: how many, and the sum of their hashes. */
const digest = (sql: string): string =>
	`SELECT count(*) AS n, sum(hash(agency_id, "year", cell, value)) AS h FROM (${sql})`;

/**
 * The number that one table gives a cell beside the number that `cells` gives it, where they differ. A figure in another unit than
 * the form's (元 for 万元) stands in `cells` as printed, and in `absences`, since it is no figure of that column.
 */
function againstCells(says: string, wide: string, cells: string): Check {
	const printed = `SELECT ${KEY}, cell, value FROM (SELECT * FROM cells_of_year WHERE value IS NOT NULL AND ${cells})
		ANTI JOIN absences_of_year USING (${KEY}, cell)`;
	return {
		says,
		sql: `WITH wide AS (${wide}), printed AS (${printed})
			SELECT 1 FROM wide w FULL JOIN printed p USING (${KEY}, cell) WHERE w.value IS DISTINCT FROM p.value`,
		same: [digest(wide), digest(printed)]
	};
}

const IN_REPORTS = `cell IN (${REPORT_CELLS.map(({ key }) => literal(key)).join(', ')})`;

/** Rows of a table of sums that a statement gives otherwise, or that one of them lacks. */
function againstSums(says: string, table: DatasetTableName, sql: string, only?: readonly string[]): Check {
	const columns = datasetTable(table)
		.columns.filter(({ name }) => only?.includes(name) ?? true)
		.map(({ name, type }) =>
			type === 'string' ? identifier(name) : `${identifier(name)}::DOUBLE AS ${identifier(name)}`
		);
	const [own, made] = [`all_${table}`, `(${sql})`].map((from) => `SELECT ${columns.join(', ')} FROM ${from}`);
	return { says, sql: `(${own} EXCEPT ALL ${made}) UNION ALL (${made} EXCEPT ALL ${own})` };
}

/** What must hold within a year. */
const CHECKS_OF_YEAR: readonly Check[] = [
	againstCells(
		'reports and cells give a cell different numbers',
		`SELECT ${KEY}, cell, value FROM (SELECT ${KEY}, ${REPORT_CELLS.map(({ key }) => `${identifier(key)}::DOUBLE AS ${identifier(key)}`).join(', ')} FROM reports_of_year)
			UNPIVOT (value FOR cell IN (${CELLS}))`,
		IN_REPORTS
	),
	againstCells(
		'requests and cells give a cell different numbers',
		`SELECT ${KEY}, 't3.' || "row" || '.' || applicant AS cell, value::DOUBLE AS value FROM requests_of_year
			UNPIVOT (value FOR "row" IN (${ROWS}))`,
		`NOT ${IN_REPORTS}`
	),
	{
		says: 'a cell without a number has no reason in absences, or another',
		sql: `SELECT 1 FROM (SELECT * FROM cells_of_year WHERE value IS NULL) c LEFT JOIN absences_of_year a USING (${KEY}, cell)
			WHERE c.absence IS DISTINCT FROM a.reason`
	},
	{
		says: 'absences name a cell that has a number',
		sql: `SELECT 1 FROM (SELECT * FROM cells_of_year WHERE value IS NOT NULL AND unit IS NULL) SEMI JOIN absences_of_year USING (${KEY}, cell)`
	},
	{ says: 'a year is out of range', sql: 'FROM reports_of_year WHERE "year" NOT BETWEEN 2008 AND 2100' }
];

const CHECKS: readonly Check[] = [
	againstSums('summary does not give the sums of reports', 'summary', summarySql('all_reports'), SUMMARY_COLUMNS),
	againstSums(
		'summary_pairs does not give the sums of reports and those of the year before',
		'summary_pairs',
		pairsSql('all_reports')
	),
	againstSums('summary_agencies does not give the agencies of reports', 'summary_agencies', agenciesSql('all_reports'))
];

const OF_YEAR = ['reports', 'requests', 'cells', 'absences'] as const satisfies readonly DatasetTableName[];

/** Rows of which none may be there; those of a check with a digest are only looked for where the digests differ. */
async function rowsAgainst(connection: DuckDBConnection, { sql, same }: Check): Promise<number> {
	if (same) {
		const [left, right] = [await rowsOf(connection, same[0]), await rowsOf(connection, same[1])];
		if (JSON.stringify(left) === JSON.stringify(right)) return 0;
	}
	const [counted] = await rowsOf(connection, `SELECT count(*)::INTEGER AS n FROM (${sql})`);
	return Number(counted?.['n']);
}

type Found = ReadonlyMap<string, number>;

async function foundBy(connection: DuckDBConnection, checks: readonly Check[]): Promise<Found> {
	const found = new Map<string, number>();
	for (const check of checks) found.set(check.says, await rowsAgainst(connection, check));
	return found;
}

const union = (views: readonly DataPackageResource[]): string =>
	views.map(({ name }) => `FROM ${identifier(name)}`).join(' UNION ALL BY NAME ');

/**
 * What the tables of a dataset say against each other: a sentence each, with the number of rows. Tasks are given a connection on which
 * each file is a view of its name.
 */
export async function contradictions(
	run: (tasks: readonly DuckDBTask<Found>[]) => Promise<Found[]>,
	resources: readonly DataPackageResource[]
): Promise<string[]> {
	const of = (table: DatasetTableName): DataPackageResource[] =>
		resources.filter((resource) => resource['gongkai:table'] === table);
	for (const { name } of DATASET_TABLES) if (of(name).length === 0) return [`${name}: no file of this table`];
	const years = new Set(resources.flatMap((resource) => resource['gongkai:year'] ?? []));
	const ofYears = [...years].sort().map((year): DuckDBTask<Found> => async (connection) => {
		for (const table of OF_YEAR) {
			const own = of(table).filter((one) => one['gongkai:year'] === year);
			const from = own.length > 0 ? union(own) : `FROM (${union(of(table))}) WHERE "year" = ${String(year)}`;
			await connection.run(`CREATE OR REPLACE VIEW ${table}_of_year AS ${from}`);
		}
		return foundBy(connection, CHECKS_OF_YEAR);
	});
	const ofAll: DuckDBTask<Found> = async (connection) => {
		for (const { name } of DATASET_TABLES)
			await connection.run(`CREATE OR REPLACE VIEW all_${name} AS ${union(of(name))}`);
		return foundBy(connection, CHECKS);
	};
	const found = await run([...ofYears, ofAll]);
	return [...CHECKS_OF_YEAR, ...CHECKS].flatMap(({ says }) => {
		const rows = found.reduce((sum, counts) => sum + (counts.get(says) ?? 0), 0);
		return rows > 0 ? [`${says}: ${String(rows)} rows`] : [];
	});
}
