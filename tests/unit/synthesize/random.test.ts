import { describe, expect, it } from 'vitest';
import { Random } from '../../../scripts/synthesize/random.ts';

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('random numbers told by a name', () => {
	it('come again for the same name and differ for another', () => {
		const some = (...names: readonly (string | number)[]): number[] => {
			const random = new Random(...names);
			return draws(5, () => random.float());
		};
		expect(some('1', 'report', 7)).toEqual(some('1', 'report', 7));
		expect(some('1', 'report', 7)).not.toEqual(some('1', 'report', 8));
		expect(some('1', 'report', 7)).not.toEqual(some('2', 'report', 7));
	});

	it('are the ones that they always were', () => {
		const random = new Random('fixed');
		expect(draws(3, () => random.int(0, 999_999))).toMatchInlineSnapshot(`
			[
			  971183,
			  577902,
			  88519,
			]
		`);
	});

	it.each([
		['poisson, small', (random: Random) => random.poisson(0.4), 0.4],
		['poisson', (random: Random) => random.poisson(12), 12],
		['poisson, large', (random: Random) => random.poisson(5000), 5000],
		['binomial, few', (random: Random) => random.binomial(10, 0.3), 3],
		['binomial, rare', (random: Random) => random.binomial(400, 0.01), 4],
		['binomial, nearly all', (random: Random) => random.binomial(400, 0.99), 396],
		['binomial, many', (random: Random) => random.binomial(100_000, 0.035), 3500],
		['gamma below one', (random: Random) => random.gamma(0.4), 0.4],
		['gamma', (random: Random) => random.gamma(7), 7]
	] as const)('have the mean of their distribution: %s', (name, draw, expected) => {
		const random = new Random(name);
		const found = mean(draws(4000, () => draw(random)));
		expect(Math.abs(found - expected) / expected).toBeLessThan(0.1);
	});

	it('share out every trial', () => {
		const random = new Random('shares');
		for (const trials of [0, 1, 17, 4000]) {
			const shares = random.multinomial(trials, random.dirichlet([0.9, 0.09, 1e-9, 0.01], 20));
			expect(shares.reduce((sum, share) => sum + share, 0)).toBe(trials);
			expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
		}
	});
});
