import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withDuckDB } from './duckdb.ts';
import type { Room } from './duckdb.ts';

export type DuckDBTask<T> = (connection: DuckDBConnection) => Promise<T>;

/** How many databases work beside each other, and what they may take together. */
export interface Lanes {
	readonly jobs?: number;
	readonly room?: Room;
}

/**
 * Runs tasks on several databases of one thread each, each task on whichever is free, so that what one writes does not depend on how
 * many there are; gives what came of them in their order.
 */
export async function inLanes<T>(tasks: readonly DuckDBTask<T>[], { jobs = 1, room }: Lanes = {}): Promise<T[]> {
	const results = new Array<T>(tasks.length);
	const waiting = [...tasks.entries()];
	const lanes = Math.max(1, Math.min(jobs, tasks.length));
	const lane = async (_: unknown, number: number): Promise<void> => {
		const own = room && { megabytes: Math.floor(room.megabytes / lanes), spill: join(room.spill, String(number)) };
		if (own) await mkdir(own.spill, { recursive: true });
		await withDuckDB(async (connection) => {
			for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
				const [at, task] = next;
				results[at] = await task(connection);
			}
		}, own);
	};
	const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
	for (const one of ended) if (one.status === 'rejected') throw one.reason;
	return results;
}
