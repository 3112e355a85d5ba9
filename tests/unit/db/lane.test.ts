import { describe, expect, it } from 'vitest';
import { Lane } from '../../../src/lib/db/lane.ts';

describe('a lane', () => {
	it('runs the job of least rank first, as ranked when its turn comes, and equals in the order they came', async () => {
		const lane = new Lane();
		const done: string[] = [];
		let seen = 3;
		const job = (name: string) => async () => void done.push(name);
		await Promise.all([
			lane.run(job('chart outside of the window'), { rank: () => 3 }),
			lane.run(job('list'), { rank: () => 2 }),
			lane.run(job('chart scrolled to'), { rank: () => seen }),
			lane.run(async () => {
				done.push('first chart');
				seen = 0;
			}),
			lane.run(job('second chart'))
		]);
		expect(done).toEqual(['first chart', 'chart scrolled to', 'second chart', 'list', 'chart outside of the window']);
	});

	it('skips a job whose caller has gone, and goes on after one that fails', async () => {
		const lane = new Lane();
		const controller = new AbortController();
		const done: string[] = [];
		const failing = lane.run(() => Promise.reject(new Error('broken')));
		const gone = lane.run(async () => void done.push('gone'), { signal: controller.signal });
		const last = lane.run(async () => void done.push('last'));
		controller.abort(new Error('left'));
		await expect(failing).rejects.toThrow('broken');
		await expect(gone).rejects.toThrow('left');
		await last;
		expect(done).toEqual(['last']);
	});
});
