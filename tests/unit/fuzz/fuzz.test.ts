import { describe, expect, it } from 'vitest';
import { inputOf } from '../../../scripts/fuzz/inputs.ts';
import { judge } from '../../../scripts/fuzz/judge.ts';
import { seedsByTarget } from '../../../scripts/fuzz/seeds.ts';

/** A bounded part of `npm run fuzz`: always the same inputs. */
const INPUTS = 40;
const seeds = await seedsByTarget();

describe.each(Object.keys(seeds))('hostile %s', (target) => {
	const sound = seeds[target] ?? [];

	it('a sound file of it is read, so that what is mutated is worth it', { timeout: 60_000 }, async () => {
		const judged = [];
		for (const { bytes, name } of sound) judged.push(await judge(bytes, name));
		expect(judged.flatMap(({ faults }) => faults)).toEqual([]);
		expect(judged.reduce((sum, { cells }) => sum + cells, 0)).toBeGreaterThan(100);
	});

	it('never crashes, hangs, or becomes a figure that is not printed', { timeout: 60_000 }, async () => {
		const inputs = target === 'pdf' || target === 'docx' ? INPUTS / 2 : INPUTS;
		for (let index = 0; index < inputs; index += 1) {
			const { bytes, name } = inputOf(target, sound, 'ci', index);
			expect({ index, faults: (await judge(bytes, name)).faults }).toEqual({ index, faults: [] });
		}
	});
});
