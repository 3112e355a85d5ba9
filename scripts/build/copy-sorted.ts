import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetTable } from '../../src/lib/core/dataset/index.ts';
import { blockOrderSql, copyQuerySql } from '../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { filesSql } from './place-table.ts';
import type { PlacedTable } from './place-table.ts';

/** Rows that are sorted at once: of the widest of the large tables some hundred megabytes. */
export const ROWS_AT_ONCE = 1_000_000;
/** Rows of a block of agencies, of tables whose blocks have an order of their own; measured: larger and smaller ones weigh more. */
const ROWS_A_BLOCK = 20_480;

/** Keys at which about so many rows have come since the last, told by the keys alone: so that the same rows are always parted alike. */
async function cutsOf(
	connection: DuckDBConnection,
	column: string,
	{ keysSql, rowsAKey }: PlacedTable,
	year: number | null,
	rowsAtOnce: number
): Promise<string[]> {
	const counted = await connection.runAndReadAll(
		`SELECT ${column}, count(*) ${keysSql(year)} GROUP BY 1 ORDER BY 1 NULLS FIRST`
	);
	const cuts: string[] = [];
	let rows = 0;
	for (const [key, keys] of counted.getRows()) {
		if (rows >= rowsAtOnce && key !== null) {
			cuts.push(String(key));
			rows = 0;
		}
		rows += Number(keys) * rowsAKey;
	}
	return cuts;
}

/** Conditions of which exactly one holds of each row, in the order of the key. */
function ranges(column: string, cuts: readonly string[]): string[] {
	const [first] = cuts;
	if (first === undefined) return ['true'];
	return [
		`${column} IS NULL OR ${column} < ${literal(first)}`,
		...cuts.map((cut, at) => {
			const next = cuts[at + 1];
			const from = `${column} >= ${literal(cut)}`;
			return next === undefined ? from : `${from} AND ${column} < ${literal(next)}`;
		})
	];
}

/**
 * Writes rows of a table as a Parquet file in the order of its key, or block by block in the order that it has for these. A sort of very
 * many rows does not keep within the memory that it is given, so these are sorted piece by piece, each a range of keys, and then put after
 * each other.
 */
export async function copySorted(
	connection: DuckDBConnection,
	table: DatasetTable,
	placed: PlacedTable,
	year: number | null,
	path: string,
	{ options, rowsAtOnce: asked = ROWS_AT_ONCE }: { readonly options: readonly string[]; readonly rowsAtOnce?: number }
): Promise<void> {
	const rowsAtOnce = table.blockOrder ? ROWS_A_BLOCK : asked;
	const [key = ''] = table.key;
	const column = identifier(key);
	const isText = table.columns.some(({ name, type }) => name === key && type === 'string');
	const counted = await connection.runAndReadAll(`SELECT count(*) ${placed.keysSql(year)}`);
	const few = Number(counted.getRows()[0]?.[0]) * placed.rowsAKey <= rowsAtOnce;
	if (few || !isText) {
		await connection.run(
			copyQuerySql(`SELECT * FROM (${placed.rowsSql(year)}) ${blockOrderSql(table)}`, path, options)
		);
		return;
	}
	const cuts = await cutsOf(connection, column, placed, year, rowsAtOnce);
	const folder = `${path}.pieces`;
	await mkdir(folder);
	try {
		const files: string[] = [];
		for (const range of ranges(column, cuts)) {
			const file = join(folder, `${String(files.length)}.parquet`);
			const rows = `SELECT * FROM (${placed.rowsSql(year, range)}) ${blockOrderSql(table)}`;
			await connection.run(`COPY (${rows}) TO ${literal(file)} (FORMAT parquet, COMPRESSION snappy)`);
			files.push(file);
		}
		await connection.run(copyQuerySql(`FROM ${filesSql(files)}`, path, options));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
