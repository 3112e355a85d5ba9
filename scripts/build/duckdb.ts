import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetTable } from '../../src/lib/core/dataset/index.ts';
import { identifier } from '../../src/lib/db/sql.ts';

/** The rows of a statement as plain values: integers past 2^53 and dates are texts. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
	return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** The years that a table by year holds, in order; of another table no year, once. */
export async function yearsOf(connection: DuckDBConnection, table: DatasetTable): Promise<readonly (number | null)[]> {
	if (!table.byYear) return [null];
	const found = await connection.runAndReadAll(`SELECT DISTINCT "year" FROM ${identifier(table.name)} ORDER BY 1`);
	return found.getRows().map(([year]) => Number(year));
}

/** What a large work may take: the rest goes to a folder on disk and is gone with the database. */
export interface Room {
	readonly megabytes: number;
	readonly spill: string;
}

export interface OpenDuckDB {
	readonly connection: DuckDBConnection;
	readonly close: () => void;
}

/** A DuckDB in memory with one thread, so that what it writes does not depend on the machine's cores. */
export async function openDuckDB(room?: Room): Promise<OpenDuckDB> {
	const bounds = room ? { memory_limit: `${String(room.megabytes)}MB`, temp_directory: room.spill } : {};
	const instance = await DuckDBInstance.create(':memory:', { threads: '1', ...bounds });
	const connection = await instance.connect();
	return {
		connection,
		close: () => {
			connection.closeSync();
			instance.closeSync();
		}
	};
}

/** Runs work on such a DuckDB, which is gone when the work ends. */
export async function withDuckDB<T>(work: (connection: DuckDBConnection) => Promise<T>, room?: Room): Promise<T> {
	const { connection, close } = await openDuckDB(room);
	try {
		return await work(connection);
	} finally {
		close();
	}
}
