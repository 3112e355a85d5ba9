import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadHarness } from './browser-code.ts';
import type { Followed } from './harness.svelte.ts';

let loaded: Awaited<ReturnType<typeof loadHarness>>;
beforeAll(async () => {
	loaded = await loadHarness();
}, 60_000);
afterAll(() => loaded.remove());

let followed: Followed;
afterEach(() => followed.stop());
const follow = (...options: Parameters<typeof loaded.harness.follow>): Followed =>
	(followed = loaded.harness.follow(...options));
const settle = (): Promise<void> => loaded.harness.settle();
const seen = ({ result: { status, rows, stale } }: Followed): unknown => ({ status, rows, stale });

const BUILT = { key: 'real', sql: 'first', rows: ['built'] };

describe('the answer to a query', () => {
	it('is loading until the engine is there and has answered', async () => {
		const page = follow();
		expect(seen(page)).toEqual({ status: 'loading', rows: [], stale: false });
		await page.state.start();
		await settle();
		expect(page.asked.map(({ sql }) => sql)).toEqual(['first']);
		expect(page.result.status).toBe('loading');
		page.asked[0]?.answer([{ word: 'one' }]);
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['one'], stale: false });
	});

	it('is empty where there are no rows', async () => {
		const page = follow();
		await page.state.start();
		await settle();
		page.asked[0]?.answer([]);
		await settle();
		expect(seen(page)).toEqual({ status: 'empty', rows: [], stale: false });
	});

	it('is asked only while something reads it, where that was wanted, and follows the query again when it is unfolded', async () => {
		const page = follow(undefined, undefined, { whenRead: true });
		await page.state.start();
		await settle();
		expect(page.asked).toEqual([]);
		page.unfold(true);
		await settle();
		page.asked[0]?.answer([{ word: 'one' }]);
		await settle();
		expect(page.result.rows).toEqual(['one']);
		page.unfold(false);
		await settle();
		page.ask('second');
		page.ask('third');
		await settle();
		expect(page.asked.map(({ sql }) => sql)).toEqual(['first']);
		page.unfold(true);
		await settle();
		expect(page.asked.map(({ sql }) => sql)).toEqual(['first', 'third']);
	});

	it('stands prerendered without the engine, and does not ask it again', async () => {
		const page = follow(BUILT);
		expect(seen(page)).toEqual({ status: 'data', rows: ['built'], stale: false });
		await page.state.start();
		await settle();
		expect(page.asked).toEqual([]);
	});

	it('comes at once from the tables of sums where they tell it, and asks no engine', async () => {
		const page = follow(BUILT);
		await page.state.readSums();
		await page.state.start();
		page.ask('sum of one');
		expect(seen(page)).toEqual({ status: 'data', rows: ['summed: sum of one'], stale: false });
		page.ask('sum of two');
		expect(seen(page)).toEqual({ status: 'data', rows: ['summed: sum of two'], stale: false });
		await settle();
		expect(page.asked).toEqual([]);
		// What they do not tell is asked of the engine; the last rows stay until then.
		page.ask('place');
		expect(seen(page)).toEqual({ status: 'loading', rows: ['summed: sum of two'], stale: true });
		await settle();
		expect(page.asked.map(({ sql }) => sql)).toEqual(['place']);
	});

	it('waits for an idle moment to be taken from sums where it is out of the window', async () => {
		const tell = loaded.harness.watchWindow();
		const page = follow(BUILT);
		const leave = page.result.drawnIn({} as Element);
		await page.state.readSums();
		tell(false);
		page.ask('sum out of sight');
		expect(seen(page)).toEqual({ status: 'loading', rows: ['built'], stale: true });
		tell(true);
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['summed: sum out of sight'], stale: false });
		tell(false);
		page.ask('sum of two');
		expect(page.result.stale).toBe(true);
		loaded.harness.idle();
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['summed: sum of two'], stale: false });
		leave();
		loaded.harness.unwatchWindow();
	});

	it('waits for an idle moment to be taken from sums where it comes after the figures', async () => {
		loaded.harness.watchWindow();
		const page = follow(BUILT, undefined, { later: true });
		await page.state.readSums();
		page.ask('sum of choices');
		expect(seen(page)).toEqual({ status: 'loading', rows: ['built'], stale: true });
		loaded.harness.idle();
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['summed: sum of choices'], stale: false });
		expect(page.asked).toEqual([]);
		loaded.harness.unwatchWindow();
	});

	it('comes from the tables of sums as soon as these are there, if the engine has not answered', async () => {
		const page = follow();
		await page.state.start();
		page.ask('sum late');
		await settle();
		expect(page.asked.at(-1)).toMatchObject({ sql: 'sum late' });
		await page.state.readSums();
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['summed: sum late'], stale: false });
		expect(page.asked.at(-1)?.signal?.aborted).toBe(true);
	});

	it('is not taken from rows of another dataset', () => {
		const page = follow({ ...BUILT, key: 'demonstration' });
		expect(seen(page)).toEqual({ status: 'loading', rows: [], stale: false });
	});

	it('keeps the last rows, as stale, while a new query runs', async () => {
		const page = follow(BUILT);
		page.ask('second');
		expect(seen(page)).toEqual({ status: 'loading', rows: ['built'], stale: true });
		await page.state.start();
		await settle();
		page.asked[0]?.answer([{ word: 'two' }]);
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['two'], stale: false });
	});

	it('drops the result of a query that is no longer asked', async () => {
		const page = follow();
		await page.state.start();
		await settle();
		page.ask('second');
		await settle();
		expect(page.asked.map(({ sql }) => sql)).toEqual(['first', 'second']);
		expect(page.asked[0]?.signal?.aborted).toBe(true);
		page.asked[1]?.answer([{ word: 'two' }]);
		page.asked[0]?.answer([{ word: 'one' }]);
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['two'], stale: false });
	});

	it('asks once, whatever its own answer changes', async () => {
		const page = follow();
		await page.state.start();
		await settle();
		page.ask('first');
		page.asked[0]?.answer([{ word: 'one' }]);
		await settle();
		expect(page.asked).toHaveLength(1);
	});

	it('keeps the error of the present query, and asks again on retry', async () => {
		const page = follow();
		await page.state.start();
		await settle();
		page.asked[0]?.fail(new Error('no such column'));
		await settle();
		expect(page.result.status).toBe('error');
		expect(page.result.error?.message).toBe('no such column');
		page.result.retry();
		await settle();
		expect(seen(page)).toEqual({ status: 'loading', rows: [], stale: false });
		page.asked[1]?.answer([{ word: 'one' }]);
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['one'], stale: false });
	});

	it('forgets the error with the query that made it', async () => {
		const page = follow();
		await page.state.start();
		await settle();
		page.asked[0]?.fail(new Error('broken'));
		await settle();
		page.ask('second');
		expect(page.result.status).toBe('loading');
		expect(page.result.error).toBeNull();
	});

	it('fails with the engine, but not while prerendered rows answer it', async () => {
		const page = follow(BUILT, () => Promise.reject(new Error('no WebAssembly')));
		await page.state.start();
		await settle();
		expect(seen(page)).toEqual({ status: 'data', rows: ['built'], stale: false });
		page.ask('second');
		expect(seen(page)).toEqual({ status: 'error', rows: ['built'], stale: true });
		expect(page.result.error?.message).toBe('no WebAssembly');
	});

	it('is asked of an engine that a retry starts again', async () => {
		const held = loaded.harness.heldDataset();
		let tries = 0;
		const page = follow(undefined, async () => {
			tries += 1;
			if (tries === 1) throw new Error('no answer');
			return held.dataset;
		});
		await page.state.start();
		await settle();
		expect(page.result.status).toBe('error');
		page.result.retry();
		await settle();
		expect(page.state.status).toBe('ready');
		expect(held.asked.map(({ sql }) => sql)).toEqual(['first']);
	});

	it('stops asking when its component goes', async () => {
		const page = follow();
		await page.state.start();
		await settle();
		page.stop();
		expect(page.asked[0]?.signal?.aborted).toBe(true);
	});
});

describe('the dataset', () => {
	it('goes from idle over loading to ready, telling how much has come', async () => {
		const { dataset } = loaded.harness.heldDataset();
		let open = (): void => undefined;
		const page = follow(undefined, async (_, options) => {
			options?.onProgress?.({ engine: 'starting', done: 10, total: 40 });
			await new Promise<void>((done) => (open = done));
			return dataset;
		});
		expect([page.state.status, page.state.progress]).toEqual(['idle', null]);
		const starting = page.state.start();
		await settle();
		expect([page.state.status, page.state.progress]).toEqual(['loading', { engine: 'starting', done: 10, total: 40 }]);
		open();
		await starting;
		expect([page.state.status, page.state.dataset]).toEqual(['ready', dataset]);
	});

	it('starts once, however often it is told to', async () => {
		let opened = 0;
		const { dataset } = loaded.harness.heldDataset();
		const page = follow(undefined, async () => {
			opened += 1;
			return dataset;
		});
		await Promise.all([page.state.start(), page.state.start()]);
		await page.state.start();
		expect(opened).toBe(1);
	});

	it('closes an engine that is ready only after it was given up', async () => {
		const { dataset, closed } = loaded.harness.heldDataset();
		let open = (): void => undefined;
		const page = follow(undefined, async () => {
			await new Promise<void>((done) => (open = done));
			return dataset;
		});
		const starting = page.state.start();
		await page.state.close();
		open();
		await starting;
		expect([page.state.status, page.state.dataset, closed()]).toEqual(['idle', null, 1]);
	});
});
