import { expect, it } from 'vitest';
import { indicator } from '../../../src/lib/core/indicators/index.ts';
import { formatIndicator, formatInterval, formulaText, unitWords } from '../../../src/lib/format/indicators.ts';

it.each([
	['denied_rate', 142 / 3486, '4.1%'],
	['reviews_per_100', (100 * 440) / 3511, '12.53'],
	['fees', 59237.2449, '59,237.2449'],
	['new', 3511, '3,511'],
	['denied_rate', null, '—']
])('a value of %s (%j) is written %s', (id, value, text) => {
	expect(formatIndicator(indicator(id), value)).toBe(text);
});

it('an interval is written with one sign of per cent', () => {
	expect(formatInterval({ low: 0.0258, high: 0.0647 })).toBe('2.6–6.5%');
});

it('a formula names its cells, and both layouts where they differ', () => {
	expect(formulaText(indicator('review_correction_rate'), 'en')).toBe(
		'(t4.review.corrected) ÷ (t4.review.total − t4.review.pending)'
	);
	expect(formulaText(indicator('fees'), 'zh')).toBe('2019版: 无; 2021版: t2.fees.amount');
	expect(formulaText(indicator('zero_request_share'), 'en')).toBe(
		'(reports with t3.new.total = 0) ÷ (reports that give t3.new.total)'
	);
});

it('the unit says of what', () => {
	expect(unitWords(indicator('denied_rate'), 'en')).toBe('% of requests closed');
	expect(unitWords(indicator('denied_rate'), 'zh')).toBe('占办结的申请的%');
	expect(unitWords(indicator('reviews_per_100'), 'en')).toBe('per 100 requests newly received');
	expect(unitWords(indicator('licence_to_enforcement'), 'en')).toBe('ratio to penalties and coercion');
	expect(unitWords(indicator('new'), 'zh')).toBe('件');
});
