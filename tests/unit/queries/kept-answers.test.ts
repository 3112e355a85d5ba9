import { describe, expect, it } from 'vitest';
import type { Dataset, Row } from '../../../src/lib/db/gate.ts';
import { KEPT_ROWS, KeptAnswers } from '../../../src/lib/queries/kept-answers.ts';
import { run } from '../../../src/lib/queries/query.ts';
import type { Query } from '../../../src/lib/queries/query.ts';

const rows = (count: number): Row[] => Array.from({ length: count }, (_, x) => ({ x }));

describe('answers that are kept', () => {
	it('are given again, and let go oldest first once there are too many rows', () => {
		const kept = new KeptAnswers();
		const part = rows(KEPT_ROWS / 4 - 1);
		for (const sql of ['a', 'b', 'c', 'd']) kept.keep(sql, part);
		expect(kept.get('a')).toBe(part);
		kept.keep('e', part);
		// `a` was asked for after `b`.
		expect(['a', 'b', 'c', 'd', 'e'].map((sql) => kept.get(sql) === part)).toEqual([true, false, true, true, true]);
	});

	it('are none that are too long', () => {
		const kept = new KeptAnswers();
		kept.keep('a', rows(KEPT_ROWS / 4));
		expect(kept.get('a')).toBeUndefined();
	});

	it('answer a query of one dataset without asking it, and no query of another', async () => {
		const asked: string[] = [];
		const dataset = (name: string): Dataset =>
			({
				ensure: async () => undefined,
				query: async (sql: string) => {
					asked.push(`${name}: ${sql}`);
					if (sql === 'bad') throw new Error('bad');
					return rows(2);
				}
			}) as unknown as Dataset;
		const query = (sql: string): Query<unknown> => ({
			sql,
			tables: [],
			years: [],
			parse: (all) => all.map((row) => row['x'])
		});
		const [one, other] = [dataset('one'), dataset('other')];
		for (const _ of [1, 2]) expect(await run(one, query('a'))).toEqual([0, 1]);
		expect(await run(other, query('a'))).toEqual([0, 1]);
		for (const _ of [1, 2]) await expect(run(one, query('bad'))).rejects.toThrow('bad');
		expect(asked).toEqual(['one: a', 'other: a', 'one: bad', 'one: bad']);
	});
});
