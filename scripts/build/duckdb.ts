import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';

/** The rows of a statement as plain values: integers past 2^53 and dates are texts. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
	return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** What a large work may take: the rest goes to a folder on disk and is gone with the database. */
export interface Room {
	readonly megabytes: number;
	readonly spill: string;
}

/** Runs work on a DuckDB in memory with one thread, so that what it writes does not depend on the machine's cores. */
export async function withDuckDB<T>(work: (connection: DuckDBConnection) => Promise<T>, room?: Room): Promise<T> {
	const bounds = room ? { memory_limit: `${String(room.megabytes)}MB`, temp_directory: room.spill } : {};
	const instance = await DuckDBInstance.create(':memory:', { threads: '1', ...bounds });
	try {
		const connection = await instance.connect();
		try {
			return await work(connection);
		} finally {
			connection.closeSync();
		}
	} finally {
		instance.closeSync();
	}
}
