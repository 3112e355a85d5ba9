import type { DatasetTableName } from '../core/dataset/tables.ts';
import type { Dataset, Row } from '../db/gate.ts';
import { KeptAnswers } from './kept-answers.ts';

/** One question to the dataset: its SQL, the files it needs and how the rows become typed, serialisable values. */
export interface Query<T> {
	readonly sql: string;
	readonly tables: readonly DatasetTableName[];
	/** The years of by-year tables that it reads; empty: all. */
	readonly years: readonly number[];
	readonly parse: (rows: readonly Row[]) => T[];
}

const answers = new WeakMap<Dataset, KeptAnswers>();

/** Loads what the query needs, runs it, or takes the answer that was given before, and parses its rows. */
export async function run<T>(dataset: Dataset, query: Query<T>, signal?: AbortSignal): Promise<T[]> {
	const kept = answers.get(dataset) ?? new KeptAnswers();
	answers.set(dataset, kept);
	const known = kept.get(query.sql);
	if (known) return query.parse(known);
	await dataset.ensure(query.tables, query.years, signal);
	const rows = await dataset.query(query.sql, signal);
	kept.keep(query.sql, rows);
	return query.parse(rows);
}
