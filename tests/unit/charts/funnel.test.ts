import { describe, expect, it } from 'vitest';
import { binomialAtMost, controlLimits, funnelPlace } from '../../../src/lib/charts/control-limits.ts';
import { placeFunnel, pooledRate } from '../../../src/lib/charts/funnel.ts';
import { placeStrip } from '../../../src/lib/charts/strip.ts';

/** The sum of the probabilities themselves, in whole numbers small enough to be exact. */
function atMost(part: number, whole: number, rate: number): number {
	let sum = 0;
	let ways = 1;
	for (let k = 0; k <= part; k += 1) {
		sum += ways * rate ** k * (1 - rate) ** (whole - k);
		ways = (ways * (whole - k)) / (k + 1);
	}
	return sum;
}

describe('control limits', () => {
	it.each([
		[2, 10, 0.3],
		[0, 5, 0.1],
		[7, 12, 0.5],
		[30, 50, 0.62],
		[11, 40, 0.05]
	])('the binomial of at most %i of %i at %f is the sum of its terms', (part, whole, rate) => {
		expect(binomialAtMost(part, whole, rate)).toBeCloseTo(atMost(part, whole, rate), 12);
	});

	it('a share outside a limit is less probable than the tail, the next one inside is not', () => {
		for (const [whole, rate] of [
			[20, 0.3],
			[57, 0.08],
			[133, 0.71]
		] as const)
			for (const level of [0.95, 0.998]) {
				const { low, high } = controlLimits(rate, whole, level);
				for (let part = 0; part <= whole; part += 1) {
					const share = part / whole;
					expect(share < low - 1e-12).toBe(atMost(part, whole, rate) < (1 - level) / 2);
					const least = part === 0 ? 1 : 1 - atMost(part - 1, whole, rate);
					expect(share > high + 1e-12).toBe(least < (1 - level) / 2);
				}
			}
	});

	it('many cases bring the limits near those of the normal curve', () => {
		const { low, high } = controlLimits(0.3, 20_000, 0.95);
		const half = 1.959964 * Math.sqrt((0.3 * 0.7) / 20_000);
		expect(low).toBeCloseTo(0.3 - half, 4);
		expect(high).toBeCloseTo(0.3 + half, 4);
	});

	it('a pooled rate of nothing or all leaves no room for chance', () => {
		expect(controlLimits(0, 50, 0.95)).toEqual({ low: 0, high: 0 });
		expect(controlLimits(1, 50, 0.95)).toEqual({ low: 1, high: 1 });
	});

	it('tells the two limits apart, on both sides', () => {
		const places = [0, 12, 20, 30, 40, 48, 60].map((part) => funnelPlace(part, 100, 0.3));
		expect(places).toEqual(['below_998', 'below_998', 'below_95', 'within', 'above_95', 'above_998', 'above_998']);
	});
});

describe('the funnel', () => {
	const area = { left: 40, right: 840, top: 10, bottom: 310 };
	const body = (id: string, part: number, whole: number, judged = true) => ({ id, label: id, part, whole, judged });

	it('pools parts over wholes', () => {
		expect(pooledRate([body('a', 1, 10), body('b', 30, 90)])).toBe(0.31);
		expect(pooledRate([])).toBeNull();
	});

	it('names what is outside the limits, and judges nothing with too few cases', () => {
		const placed = placeFunnel(
			[body('a', 300, 1000), body('b', 28, 100), body('c', 80, 200), body('d', 5, 6, false)],
			area
		);
		expect(placed?.points.map(({ id, place, name }) => [id, place, name !== null])).toEqual([
			['a', 'within', false],
			['b', 'within', false],
			['c', 'above_95', true],
			['d', null, false]
		]);
		const xs = placed?.points.map(({ x }) => x) ?? [];
		expect(xs[0]).toBeGreaterThan(xs[2] ?? 0);
		expect(xs[2]).toBeGreaterThan(xs[1] ?? 0);
	});

	it('leaves out a name that would cover another', () => {
		const twins = ['e', 'f'].map((id) => body(`a name long enough to collide ${id}`, 90, 200));
		const placed = placeFunnel(
			[body('rest', 1000, 5000), ...twins, ...twins.map((one, at) => ({ ...one, id: `${at}` }))],
			area
		);
		const names = placed?.points.flatMap(({ name }) => name ?? []) ?? [];
		expect(names.length).toBeLessThan(4);
		expect(names.length).toBeGreaterThan(0);
	});
});

describe('the strip', () => {
	const room = { width: 400, top: 5, bottom: 20 };

	it('ends at four third quartiles where a few giants would leave it empty, and tells how many lie beyond', () => {
		const strip = placeStrip([1, 2, 3, 4, 5, 900, 4000], { spread: { q1: 2, median: 4, q3: 5 }, own: 3, ...room });
		expect(strip.end).toBe(20);
		expect(strip.beyond).toBe(2);
		expect(strip.own).toBe(60);
	});

	it('always holds the own value', () => {
		const strip = placeStrip([1, 2, 3, 4, 5, 900], { spread: { q1: 2, median: 4, q3: 5 }, own: 900, ...room });
		expect(strip.own).toBeLessThanOrEqual(400);
		expect(strip.beyond).toBe(0);
	});
});
