import { describe, expect, it } from 'vitest';
import type { Dataset, Row } from '../../../src/lib/db/gate.ts';
import { run } from '../../../src/lib/queries/query.ts';
import type { Query } from '../../../src/lib/queries/query.ts';

interface Asked {
	readonly signal: AbortSignal | undefined;
	readonly rank: (() => number) | undefined;
	readonly answer: (rows: Row[]) => void;
}

function heldDataset(): { dataset: Dataset; asked: Asked[] } {
	const asked: Asked[] = [];
	const dataset: Dataset = {
		package: {} as Dataset['package'],
		ensure: () => Promise.resolve(),
		close: () => Promise.resolve(),
		query: (_, signal, rank) => new Promise((answer) => asked.push({ signal, rank, answer }))
	};
	return { dataset, asked };
}

const words: Query<string> = {
	sql: 'words',
	tables: [],
	years: [],
	parse: (rows) => rows.map((row) => String(row['word']))
};
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('a question that several ask', () => {
	it('goes to the engine once, with the least rank of those who wait', async () => {
		const { dataset, asked } = heldDataset();
		let rank = 3;
		const [one, two] = [run(dataset, words, undefined, () => rank), run(dataset, words, undefined, () => 2)];
		await settle();
		expect(asked.length).toBe(1);
		expect(asked[0]?.rank?.()).toBe(2);
		rank = 0;
		expect(asked[0]?.rank?.()).toBe(0);
		asked[0]?.answer([{ word: 'here' }]);
		expect(await Promise.all([one, two])).toEqual([['here'], ['here']]);
	});

	it('is given up only when nobody waits any more, and then asked anew', async () => {
		const { dataset, asked } = heldDataset();
		const [first, second] = [new AbortController(), new AbortController()];
		const one = run(dataset, words, first.signal);
		const two = run(dataset, words, second.signal);
		await settle();
		first.abort(new Error('left'));
		await expect(one).rejects.toThrow('left');
		expect(asked[0]?.signal?.aborted).toBe(false);
		second.abort(new Error('left too'));
		await expect(two).rejects.toThrow('left too');
		expect(asked[0]?.signal?.aborted).toBe(true);
		const three = run(dataset, words);
		await settle();
		asked[1]?.answer([{ word: 'there' }]);
		expect(await three).toEqual(['there']);
	});
});
