import type { DatasetTableName } from '../core/dataset/tables.ts';
import type { Dataset, Row } from '../db/gate.ts';

/** One question to the dataset: its SQL, the files it needs and how the rows become typed, serialisable values. */
export interface Query<T> {
	readonly sql: string;
	readonly tables: readonly DatasetTableName[];
	/** The years of by-year tables that it reads; empty: all. */
	readonly years: readonly number[];
	readonly parse: (rows: readonly Row[]) => T[];
}

/** Loads what the query needs, runs it and parses its rows. */
export async function run<T>(dataset: Dataset, query: Query<T>, signal?: AbortSignal): Promise<T[]> {
	await dataset.ensure(query.tables, query.years, signal);
	return query.parse(await dataset.query(query.sql, signal));
}
