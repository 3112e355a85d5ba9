import type { DuckDBConnection } from '@duckdb/node-api';
import { datasetTable } from '../../src/lib/core/dataset/index.ts';
import type { DatasetTable, DatasetTableName, TableRows } from '../../src/lib/core/dataset/index.ts';
import { createTableSql, fromSql, SQL_TYPES } from '../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { appendRows } from './append-rows.ts';
import { cellsSql } from './cells-sql.ts';
import type { CellSources } from './cells-sql.ts';
import { yearsOf } from './duckdb.ts';
import type { Parts } from './parts.ts';

export type NamedTable = DatasetTable & { readonly name: DatasetTableName };

/** A table whose rows can be asked for: those at hand and those put aside. */
export interface PlacedTable {
	readonly years: readonly (number | null)[];
	/** The rows of a year of which a condition on the key holds, in no order. */
	readonly rowsSql: (year: number | null, condition?: string) => string;
	/** What stands after SELECT … to look at the keys of a year without making its rows. */
	readonly keysSql: (year: number | null) => string;
	/** How many rows a row of `keysSql` stands for, about. */
	readonly rowsAKey: number;
	/** The statement that takes the rows away. */
	readonly drop: string;
}

/** Tables whose rows are sums: rows of one group from several parts are added up. */
const GROUPS: Readonly<Partial<Record<DatasetTableName, readonly string[]>>> = {
	summary: datasetTable('summary').key,
	summary_pairs: datasetTable('summary_pairs').key,
	summary_agencies: datasetTable('summary_agencies').key,
	rule_counts: ['year', 'province', 'scope', 'family', 'rule', 'severity']
};

function folded(table: DatasetTable, groups: readonly string[], from: string): string {
	const columns = table.columns.map(({ name, type }) =>
		groups.includes(name) ? identifier(name) : `sum(${identifier(name)})::${SQL_TYPES[type]} AS ${identifier(name)}`
	);
	return `SELECT ${columns.join(', ')} FROM (${from}) GROUP BY ${groups.map(identifier).join(', ')}`;
}

export const filesSql = (paths: readonly string[]): string => `read_parquet([${paths.map(literal).join(', ')}])`;

const ofYear = (year: number | null): string => (year === null ? 'true' : `"year" = ${String(year)}`);

/** Printed cells that a report has, about. */
const CELLS_A_REPORT = 210;

/** Printed cells at hand, and those of the parts, which their other tables tell. Their keys are looked at in the reports. */
async function placeCells(
	connection: DuckDBConnection,
	tables: TableRows,
	parts: Parts | undefined
): Promise<PlacedTable> {
	const reports = datasetTable('reports');
	await connection.run(createTableSql(reports));
	await appendRows(connection, reports, tables.reports);
	const from = (name: keyof CellSources): string => filesSql(parts?.get(name) ?? []);
	const sources: CellSources = { reports: from('reports'), requests: from('requests'), absences: from('absences') };
	const more = parts ? ` UNION ALL SELECT agency_id, "year" FROM ${sources.reports}` : '';
	const keys = `(SELECT agency_id, "year" FROM reports${more})`;
	const years = await connection.runAndReadAll(`SELECT DISTINCT "year" FROM ${keys} ORDER BY 1`);
	return {
		years: years.getRows().map(([year]) => Number(year)),
		rowsSql: (year, condition = 'true') => {
			const wanted = `${ofYear(year)} AND (${condition})`;
			const own = `SELECT * FROM cells WHERE ${wanted}`;
			return parts ? `${own} UNION ALL (${cellsSql(sources, wanted)})` : own;
		},
		keysSql: (year) => `FROM ${keys} WHERE ${ofYear(year)}`,
		rowsAKey: CELLS_A_REPORT,
		drop: `DROP TABLE cells; DROP TABLE reports`
	};
}

/** Makes the rows of a table, and those put aside in parts, ready to be asked for. */
export async function placeTable(
	connection: DuckDBConnection,
	table: NamedTable,
	tables: TableRows,
	parts: Parts | undefined
): Promise<PlacedTable> {
	const name = identifier(table.name);
	await connection.run(createTableSql(table));
	await appendRows(connection, table, tables[table.name]);
	const placed = async (drop: string): Promise<PlacedTable> => ({
		years: await yearsOf(connection, table),
		rowsSql: (year, condition = 'true') => `SELECT * FROM ${name} WHERE ${ofYear(year)} AND (${condition})`,
		keysSql: (year) => fromSql(table, year),
		rowsAKey: 1,
		drop
	});
	const files = parts?.get(table.name) ?? [];
	if (table.name === 'cells') return placeCells(connection, tables, parts);
	if (files.length === 0) return placed(`DROP TABLE ${name}`);
	const own = identifier(`${table.name} at hand`);
	await connection.run(`ALTER TABLE ${name} RENAME TO ${own}`);
	const all = `FROM ${own} UNION ALL FROM ${filesSql(files)}`;
	const groups = GROUPS[table.name];
	// A sum is made once, other rows are read from their files whenever they are asked for.
	if (groups) await connection.run(`CREATE TABLE ${name} AS ${folded(table, groups, all)}`);
	else await connection.run(`CREATE VIEW ${name} AS ${all}`);
	return placed(`DROP ${groups ? 'TABLE' : 'VIEW'} ${name}; DROP TABLE ${own}`);
}
