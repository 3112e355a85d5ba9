import { describe, expect, it } from 'vitest';
import { figure, FIGURES } from '../../../src/lib/queries/figures.ts';
import { ratio } from '../../../src/lib/queries/totals.ts';

describe('the figures of a report', () => {
	it('are the four flows, the six outcomes, the three kinds of dispute and lawsuits together', () => {
		expect(FIGURES.map(({ id }) => id)).toEqual([
			...['new', 'carried_in', 'closed', 'carried_out'],
			...['granted', 'partial', 'denied', 'unable', 'unprocessed', 'other'],
			...['review', 'suit_direct', 'suit_after_review', 'suits']
		]);
	});

	it('take other handling from one row of 2019 and three of 2021', () => {
		expect(figure('other').parts).toEqual({
			'2019': ['t3.other.total'],
			'2021': ['t3.other_no_correction.total', 't3.other_fee_unpaid.total', 't3.other_rest.total']
		});
	});

	it('take not disclosed from the same eight rows in both', () => {
		expect(figure('denied').parts['2019']).toHaveLength(8);
		expect(figure('denied').parts['2021']).toEqual(figure('denied').parts['2019']);
	});

	it('count both kinds of lawsuit, and not reviews, as lawsuits', () => {
		expect(figure('suits').parts['2021']).toEqual(['t4.suit_direct.total', 't4.suit_after_review.total']);
	});
});

describe('a share', () => {
	it.each([
		[{ numerator: 1, denominator: 4, n: 2 }, 0.25],
		[{ numerator: 0, denominator: 4, n: 2 }, 0],
		[{ numerator: 0, denominator: 0, n: 2 }, null],
		[{ numerator: null, denominator: null, n: 0 }, null]
	])('of %j is %j', (share, expected) => {
		expect(ratio(share)).toBe(expected);
	});
});
