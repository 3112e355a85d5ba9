import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataPackage, DatasetTableName } from '../../src/lib/core/dataset/index.ts';
import { literal } from '../../src/lib/db/sql.ts';
import { rowsOf, withDuckDB } from './duckdb.ts';

export interface ReportKey {
	readonly agency_id: string;
	readonly agency: string;
	readonly year: number;
}

/** A cell that both builds know of one agency-year and know differently; a null value comes with the reason of its absence. */
export interface CellChange extends ReportKey {
	readonly cell: string;
	readonly old: { readonly value: number | null; readonly absence: string | null };
	readonly new: { readonly value: number | null; readonly absence: string | null };
}

export interface Changes {
	readonly reportsAdded: readonly ReportKey[];
	readonly reportsRemoved: readonly ReportKey[];
	readonly agenciesAdded: readonly string[];
	readonly agenciesRemoved: readonly string[];
	readonly cells: readonly CellChange[];
}

/** `first`: there is no earlier build. `unreadable`: there is one and it cannot be compared. */
export type Comparison =
	| { readonly kind: 'first' }
	| { readonly kind: 'same' }
	| { readonly kind: 'unreadable'; readonly reason: string }
	| { readonly kind: 'changed'; readonly changes: Changes };

export async function readPackage(folder: string): Promise<DataPackage> {
	return JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8')) as DataPackage;
}

async function view(
	connection: DuckDBConnection,
	name: string,
	folder: string,
	table: DatasetTableName
): Promise<void> {
	const files = (await readPackage(folder)).resources.filter((resource) => resource['gongkai:table'] === table);
	if (files.length === 0) throw new Error(`no file of table ${table}`);
	const paths = files.map((file) => literal(join(folder, file.path))).join(', ');
	await connection.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet([${paths}])`);
}

/** A cell's number or reason: printed cells, and those that the printed table lacks. */
const known = (side: string): string => `
	CREATE VIEW ${side}_known AS
	SELECT agency_id, "year", cell, value, absence FROM ${side}_cells
	UNION ALL
	SELECT agency_id, "year", cell, NULL, reason FROM ${side}_absences
	WHERE (agency_id, "year", cell) NOT IN (SELECT (agency_id, "year", cell) FROM ${side}_cells)`;

const CELL_CHANGES = `
	SELECT agency_id, r.agency AS agency, "year", cell,
		o.value AS old_value, o.absence AS old_absence, n.value AS new_value, n.absence AS new_absence
	FROM old_known o FULL JOIN new_known n USING (agency_id, "year", cell)
	JOIN new_reports r USING (agency_id, "year")
	SEMI JOIN old_reports p USING (agency_id, "year")
	WHERE o.value IS DISTINCT FROM n.value OR o.absence IS DISTINCT FROM n.absence
	ORDER BY agency_id, "year", cell`;

const onlyIn = (here: string, there: string): string => `
	SELECT agency_id, agency, "year" FROM ${here}_reports ANTI JOIN ${there}_reports USING (agency_id, "year")
	ORDER BY agency_id, "year"`;

const agenciesOnlyIn = (here: string, there: string): string =>
	`SELECT agency FROM ${here}_agencies ANTI JOIN ${there}_agencies USING (agency_id) ORDER BY agency_id`;

async function compare(before: string, after: string): Promise<Changes> {
	return withDuckDB(async (connection) => {
		for (const [side, folder] of [
			['old', before],
			['new', after]
		] as const) {
			for (const table of ['reports', 'agencies', 'cells', 'absences'] as const) {
				await view(connection, `${side}_${table}`, folder, table);
			}
			await connection.run(known(side));
		}
		const reports = async (sql: string): Promise<ReportKey[]> =>
			(await rowsOf(connection, sql)).map((row) => row as unknown as ReportKey);
		const agencies = async (sql: string): Promise<string[]> =>
			(await rowsOf(connection, sql)).map((row) => String(row['agency']));
		const cells = (await rowsOf(connection, CELL_CHANGES)).map((row): CellChange => ({
			agency_id: row['agency_id'] as string,
			agency: row['agency'] as string,
			year: row['year'] as number,
			cell: row['cell'] as string,
			old: { value: row['old_value'] as number | null, absence: row['old_absence'] as string | null },
			new: { value: row['new_value'] as number | null, absence: row['new_absence'] as string | null }
		}));
		return {
			reportsAdded: await reports(onlyIn('new', 'old')),
			reportsRemoved: await reports(onlyIn('old', 'new')),
			agenciesAdded: await agencies(agenciesOnlyIn('new', 'old')),
			agenciesRemoved: await agencies(agenciesOnlyIn('old', 'new')),
			cells
		};
	});
}

/** What the dataset in `after` says otherwise than the one in `before`, from the Parquet files of both. */
export async function compareDatasets(before: string, after: string): Promise<Comparison> {
	if (!existsSync(join(before, 'datapackage.json'))) return { kind: 'first' };
	try {
		const [old, fresh] = [await readPackage(before), await readPackage(after)];
		if (old['gongkai:build'] === fresh['gongkai:build']) return { kind: 'same' };
		return { kind: 'changed', changes: await compare(before, after) };
	} catch (error) {
		return {
			kind: 'unreadable',
			reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
		};
	}
}
