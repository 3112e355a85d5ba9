import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckClient } from '../../../src/lib/state/check/check-client.ts';
import type { Reader } from '../../../src/lib/state/check/check-client.ts';
import type { WorkerAnswer } from '../../../src/lib/state/check/check-worker.ts';

interface Held extends Reader {
	readonly answer: (answer: WorkerAnswer) => void;
	readonly throwUp: (error: Error) => void;
	readonly break: (error: Error) => void;
	readonly onPart: () => void;
	ended: boolean;
}

/** Workers that answer when told to. */
function heldWorkers(prepare: () => Promise<void> = async () => undefined): {
	start: (onPart: () => void) => Reader;
	workers: Held[];
} {
	const workers: Held[] = [];
	const start = (onPart: () => void): Reader => {
		let answer: Held['answer'] = () => undefined;
		let throwUp: Held['throwUp'] = () => undefined;
		let breakDown: Held['break'] = () => undefined;
		const broken = new Promise<Error>((tell) => {
			breakDown = tell;
		});
		const worker: Held = {
			remote: {
				prepare,
				read: () =>
					new Promise((resolve, reject) => {
						answer = resolve;
						throwUp = reject;
					})
			},
			broken,
			end: () => {
				worker.ended = true;
			},
			answer: (one) => answer(one),
			throwUp: (error) => throwUp(error),
			break: (error) => breakDown(error),
			onPart,
			ended: false
		};
		workers.push(worker);
		return worker;
	};
	return { start, workers };
}

const FILE = new Blob(['']);
const READ: WorkerAnswer = { kind: 'read', key: '1-a', parts: [] };
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a worker that reads drafts', () => {
	it('reads one file after the other with the same worker', async () => {
		const { start, workers } = heldWorkers();
		const client = new CheckClient({ start });
		for (const name of ['a', 'b']) {
			const reading = client.read(FILE, name, []);
			await settle();
			workers[0]?.answer(READ);
			expect(await reading).toEqual(READ);
		}
		expect(workers).toHaveLength(1);
		expect(workers[0]?.ended).toBe(false);
	});

	it('is ended when a file takes too long, and the next file gets another', async () => {
		const { start, workers } = heldWorkers();
		const client = new CheckClient({ start, limit: 1000 });
		const reading = client.read(FILE, 'slow', []);
		await vi.advanceTimersByTimeAsync(1001);
		expect(await reading).toEqual({ kind: 'refused', failure: { code: 'file/timeout', found: '1 s' } });
		expect(workers[0]?.ended).toBe(true);
		const next = client.read(FILE, 'next', []);
		await settle();
		workers[1]?.answer(READ);
		expect(await next).toEqual(READ);
	});

	it('gives an archive its time anew after each of its documents', async () => {
		const { start, workers } = heldWorkers();
		const client = new CheckClient({ start, limit: 1000 });
		const reading = client.read(FILE, 'pack.zip', []);
		for (let document = 0; document < 5; document += 1) {
			await vi.advanceTimersByTimeAsync(900);
			workers[0]?.onPart();
		}
		workers[0]?.answer(READ);
		expect(await reading).toEqual(READ);
		await vi.advanceTimersByTimeAsync(5000);
		expect(workers[0]?.ended).toBe(false);
	});

	it('is ended when it is stopped, and what it was reading says so', async () => {
		const { start, workers } = heldWorkers();
		const client = new CheckClient({ start });
		const reading = client.read(FILE, 'a', []);
		await settle();
		client.stop();
		expect(await reading).toEqual({ kind: 'stopped' });
		expect(workers[0]?.ended).toBe(true);
	});

	it('refuses the file that broke it and starts anew', async () => {
		const { start, workers } = heldWorkers();
		const client = new CheckClient({ start });
		const reading = client.read(FILE, 'a', []);
		await settle();
		workers[0]?.break(new Error('out of memory'));
		expect(await reading).toEqual({ kind: 'refused', failure: { code: 'file/crashed', found: 'out of memory' } });
		const next = client.read(FILE, 'b', []);
		await settle();
		workers[1]?.throwUp(new Error('no clone'));
		expect(await next).toEqual({ kind: 'refused', failure: { code: 'file/crashed', found: 'no clone' } });
		expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
	});

	it('rejects where it cannot be started, and tries again the next time', async () => {
		let fails = true;
		const { start, workers } = heldWorkers(async () => {
			if (fails) throw new Error('blocked');
		});
		const client = new CheckClient({ start });
		await expect(client.read(FILE, 'a', [])).rejects.toThrow('blocked');
		fails = false;
		await client.prepare();
		expect(workers).toHaveLength(2);
	});
});
