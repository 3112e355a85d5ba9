import { describe, expect, it } from 'vitest';
import { pivotRecords, pivotTables } from '../../../src/lib/components/explore/pivot.ts';
import { subtitleOf } from '../../../src/lib/components/explore/captions.ts';
import { explorePanels } from '../../../src/lib/components/explore/panels.ts';
import { observationsOf, withoutLogarithm } from '../../../src/lib/components/explore/observations.ts';
import { indicator } from '../../../src/lib/core/indicators/index.ts';
import type { IndicatorRow } from '../../../src/lib/queries/index.ts';
import { DEFAULT_CHOICE } from '../../../src/lib/state/explore/choice.ts';
import { pivotText, readPivot } from '../../../src/lib/state/explore/pivot-choice.ts';

const row = (
	scope: IndicatorRow['scope'],
	group: IndicatorRow['group'],
	id: string,
	numerator: number | null,
	denominator: number | null = null,
	n = numerator === null ? 0 : 1
): IndicatorRow => ({
	scope,
	group,
	agency: null,
	reports: 1,
	values: { [id]: { numerator, denominator, n, old: 0 } }
});

describe('the pivot table', () => {
	const rate = indicator('denied_rate');
	const cells = [
		row('city_own', { province: '甲省', year: 2022 }, rate.id, 1, 100),
		row('city_own', { province: '甲省', year: 2023 }, rate.id, 1, 10),
		row('city_own', { province: '乙省', year: 2023 }, rate.id, 0, 0),
		row('county_own', { province: '甲省', year: 2023 }, rate.id, 5, 50)
	];
	const tables = pivotTables(
		{
			cells,
			byRow: [row('city_own', { province: '甲省' }, rate.id, 2, 110)],
			byColumn: [row('city_own', { year: 2023 }, rate.id, 1, 10)],
			all: [row('city_own', {}, rate.id, 2, 110)]
		},
		rate,
		'province',
		'year',
		'en'
	);

	it('has one table a scope; none holds figures of another', () => {
		expect(tables.map(({ scope, rows }) => [scope, rows.length])).toEqual([
			['city_own', 2],
			['county_own', 1]
		]);
	});

	it('tells a rate of too few cases, one of none, and a pair without a report apart', () => {
		const [city] = tables;
		const [a, b] = city?.rows ?? [];
		const [early, late] = city?.columns ?? [];
		if (!city || !a || !b || !early || !late) throw new Error('rows expected');
		const [first, second] = a.label === '甲省' ? [a, b] : [b, a];
		expect(city.cell(first, early)).toMatchObject({ value: 0.01, status: 'ok' });
		expect(city.cell(first, late)).toMatchObject({ value: 0.1, status: 'uncertain' });
		expect(city.cell(second, late)).toMatchObject({ value: null, status: 'undefined' });
		expect(city.cell(second, early)).toBeUndefined();
	});

	it('takes totals from their own answers, never from its cells', () => {
		expect(tables[0]?.total?.value).toBeCloseTo(2 / 110, 12);
		expect(pivotRecords(tables)).toHaveLength(2 + 1 + 1 + 1);
	});

	it('stands in the address; what cannot be is named, and the usual one shown', () => {
		const choice = { ...DEFAULT_CHOICE, by: 'family', split: 'year' } as const;
		const usual = readPivot(null, choice);
		expect(pivotText(usual)).toBe('family~year~new');
		expect(readPivot('agency~year~closed', choice)).toMatchObject({
			rows: 'agency',
			measure: { id: 'closed' },
			unknown: null
		});
		for (const text of ['agency~agency~new', 'level~year~new', 'family~outcome~new', 'x', 'family~year~nonsense'])
			expect(readPivot(text, choice)).toEqual({ ...usual, unknown: text });
	});
});

describe('shares of parts', () => {
	const choice = { ...DEFAULT_CHOICE, split: 'applicant', scale: 'share' } as const;
	const of = (year: number, applicant: string, value: number | null, n = 1): IndicatorRow =>
		row('city_own', { year, applicant }, 'new', value, null, n);

	it('are of the parts shown, and add up to one', () => {
		const shares = observationsOf([of(2023, 'natural_person', 30), of(2023, 'business', 10)], choice, 'en');
		expect(shares.map(({ value }) => value)).toEqual([0.75, 0.25]);
	});

	it('are not told where the parts come from different numbers of reports', () => {
		const shares = observationsOf([of(2023, 'natural_person', 30, 2), of(2023, 'business', 10, 1)], choice, 'en');
		expect(shares.map(({ value, status }) => [value, status])).toEqual([
			[null, 'parts_differ'],
			[null, 'parts_differ']
		]);
	});

	it('of nothing are undefined, never 0 %', () => {
		const shares = observationsOf([of(2023, 'natural_person', 0), of(2023, 'business', 0)], choice, 'en');
		expect(shares.map(({ status }) => status)).toEqual(['undefined', 'undefined']);
	});

	it('never go over scopes', () => {
		const shares = observationsOf(
			[of(2023, 'natural_person', 30), { ...of(2023, 'natural_person', 10), scope: 'county_own' }],
			choice,
			'en'
		);
		expect(shares.map(({ value }) => value)).toEqual([1, 1]);
	});

	it('zeros are counted for the logarithm, absences are not', () => {
		const plain = observationsOf(
			[of(2022, 'business', 0), of(2023, 'business', null), of(2024, 'business', 4)],
			{ ...choice, scale: 'absolute' },
			'en'
		);
		expect(withoutLogarithm(plain)).toBe(1);
	});
});

it('a part of a whole that exceeds the whole is declared with the chart', () => {
	const rate = indicator('denied_rate');
	const choice = { ...DEFAULT_CHOICE, indicators: [rate], by: 'year' as const, split: null };
	const rows = [
		row('city_own', { year: 2022 }, rate.id, 30, 25),
		row('city_own', { year: 2023 }, rate.id, 30, 30),
		row('city_own', { year: 2024 }, rate.id, 30, null, 0)
	];
	const observations = observationsOf(rows, choice, 'zh');
	expect(subtitleOf(choice, observations, 3, 1, 'zh')).toContain('1 个比例超过 100%，未画：有报告的分项大于合计');
	expect(subtitleOf(choice, observations.slice(1), 2, 1, 'zh')).not.toContain('100%');
	const [panel] = explorePanels(observations, choice, { joined: () => true, locale: 'zh' });
	expect(panel?.data.points.map(({ value, absent }) => value ?? absent)).toEqual(['超过 100%', 1, '无数字']);
	expect(observations[0]?.value).toBe(1.2);
	expect(panel?.data.points[0]?.lines.map(({ text }) => text)).toContain('30 / 25');
});
