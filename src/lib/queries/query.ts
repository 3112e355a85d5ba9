import type { DatasetTableName } from '../core/dataset/tables.ts';
import type { Dataset, Row } from '../db/gate.ts';
import { KeptAnswers } from './kept-answers.ts';
import { SharedQuestion } from './shared-question.ts';
import type { Asker } from './shared-question.ts';
import type { Sums } from './sums/sums.ts';

/** One question to the dataset: its SQL, the files it needs and how the rows become typed, serialisable values. */
export interface Query<T> {
	readonly sql: string;
	readonly tables: readonly DatasetTableName[];
	/** The years of by-year tables that it reads; empty: all. */
	readonly years: readonly number[];
	readonly parse: (rows: readonly Row[]) => T[];
	/** The same answer from the tables of sums, at once and without the engine; left out where they do not tell it. */
	readonly fromSums?: (sums: Sums) => T[];
}

interface Answers {
	readonly kept: KeptAnswers;
	readonly asked: Map<string, SharedQuestion>;
}

const answersOf = new WeakMap<Dataset, Answers>();

function ask(dataset: Dataset, { kept, asked }: Answers, { sql, tables, years }: Query<unknown>): SharedQuestion {
	const known = asked.get(sql);
	if (known && !known.givenUp) return known;
	const question = new SharedQuestion(async (signal, rank) => {
		try {
			await dataset.ensure(tables, years, signal);
			const rows = await dataset.query(sql, signal, rank);
			kept.keep(sql, rows);
			return rows;
		} finally {
			if (asked.get(sql) === question) asked.delete(sql);
		}
	});
	asked.set(sql, question);
	return question;
}

/** Loads what the query needs, runs it, or takes the answer that was given before, and parses its rows. */
export async function run<T>(
	dataset: Dataset,
	query: Query<T>,
	signal?: AbortSignal,
	rank?: () => number
): Promise<T[]> {
	const answers = answersOf.get(dataset) ?? { kept: new KeptAnswers(), asked: new Map() };
	answersOf.set(dataset, answers);
	const known = answers.kept.get(query.sql);
	if (known) return query.parse(known);
	const asker: Asker = { signal, rank };
	return query.parse(await ask(dataset, answers, query).wait(asker));
}
