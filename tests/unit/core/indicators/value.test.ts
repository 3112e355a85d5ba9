import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicator, intervalOf, statusOf, valueOf, wilson } from '../../../../src/lib/core/indicators/index.ts';

describe("Wilson's interval", () => {
	// Brown, Cai, DasGupta (2001) and any table of binomial intervals: 95 %.
	it.each([
		[0, 10, 0, 0.2775],
		[1, 10, 0.0179, 0.4042],
		[5, 10, 0.2366, 0.7634],
		[10, 10, 0.7225, 1],
		[17, 414, 0.0258, 0.0647],
		[81, 263, 0.2553, 0.3662]
	])('of %i in %i is %f to %f', (part, whole, low, high) => {
		const found = wilson(part, whole);
		expect(found?.low).toBeCloseTo(low, 3);
		expect(found?.high).toBeCloseTo(high, 3);
	});

	it.each([
		[0, 0],
		[1, 0],
		[-1, 10],
		[11, 10],
		[1, Number.NaN]
	])('of %i in %i there is none', (part, whole) => {
		expect(wilson(part, whole)).toBeNull();
	});

	it('holds the share, lies within 0 and 1, and narrows as the number grows', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
				const part = Math.round(share * whole);
				const [few, many] = [wilson(part, whole), wilson(10 * part, 10 * whole)];
				if (!few || !many) throw new Error('no interval');
				expect(few.low).toBeLessThanOrEqual(part / whole);
				expect(few.high).toBeGreaterThanOrEqual(part / whole);
				expect(few.low).toBeGreaterThanOrEqual(0);
				expect(few.high).toBeLessThanOrEqual(1);
				expect(many.high - many.low).toBeLessThan(few.high - few.low);
			})
		);
	});
});

describe('a value', () => {
	const rate = indicator('review_correction_rate');

	it('of nothing is undefined, not 0 %', () => {
		const sums = { numerator: 0, denominator: 0, n: 3 };
		expect([valueOf(rate, sums), statusOf(rate, sums), intervalOf(rate, sums)]).toEqual([null, 'undefined', null]);
	});

	it('is absent where no report gives it', () => {
		const sums = { numerator: null, denominator: null, n: 0 };
		expect([valueOf(rate, sums), statusOf(rate, sums)]).toEqual([null, 'no_figure']);
	});

	it('is uncertain below ten cases decided, and certain from ten on', () => {
		expect(statusOf(rate, { numerator: 1, denominator: 9, n: 1 })).toBe('uncertain');
		expect(statusOf(rate, { numerator: 1, denominator: 10, n: 1 })).toBe('ok');
	});

	it('of more pending than all is undefined', () => {
		const sums = { numerator: 1, denominator: -2, n: 1 };
		expect([valueOf(rate, sums), statusOf(rate, sums), intervalOf(rate, sums)]).toEqual([null, 'undefined', null]);
	});

	it('per hundred is so many on a hundred, and has no interval', () => {
		const reviews = indicator('reviews_per_100');
		const sums = { numerator: 440, denominator: 3511, n: 1 };
		expect(valueOf(reviews, sums)).toBeCloseTo(12.53, 2);
		expect(intervalOf(reviews, sums)).toBeNull();
	});

	it('of a count is the count, of any size', () => {
		expect(valueOf(indicator('new'), { numerator: 3, denominator: null, n: 1 })).toBe(3);
		expect(statusOf(indicator('new'), { numerator: 0, denominator: null, n: 1 })).toBe('ok');
	});
});
