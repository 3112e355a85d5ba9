import { describe, expect, it } from 'vitest';
import { placeMiniYears } from '$lib/charts/mini-years.ts';
import { belowTexts } from '$lib/charts/year-axis.ts';
import { APPLICANT_SHARES, applicantPanels, applicantRows } from '$lib/components/figures/applicants.ts';
import { layoutWord, subtitleOf } from '$lib/components/figures/captions.ts';
import { carryPanels } from '$lib/components/figures/carry.ts';
import { funnelPanels } from '$lib/components/figures/funnel.ts';
import { reasonPanels } from '$lib/components/figures/reasons.ts';
import { along } from '$lib/components/figures/row-bars.ts';
import { reasonRows } from '$lib/core/form/index.ts';
import type { CarryOver, DisputeFunnel, IndicatorRow, ReasonTotal } from '$lib/queries/index.ts';

describe('years in little', () => {
	it('tell a zero from a year without a figure, and give each year its place', () => {
		const { bars, layoutChange } = placeMiniYears(
			[
				{ year: 2020, value: 4 },
				{ year: 2021, value: null },
				{ year: 2022, value: 0 },
				{ year: 2023, value: 2 }
			],
			{ width: 80, height: 20 }
		);
		expect(bars.map(({ kind, height }) => [kind, height])).toEqual([
			['bar', 20],
			['absent', 5],
			['zero', 1],
			['bar', 10]
		]);
		expect(bars.map(({ x }) => x)).toEqual([3, 23, 43, 63]);
		expect(layoutChange).toBe(20);
	});

	it('have no rule where one layout alone is in view', () => {
		expect(placeMiniYears([{ year: 2021, value: 1 }], { width: 20, height: 9 }).layoutChange).toBeNull();
	});
});

it('a figure without rows yet says its unit, and no count of reports', () => {
	expect(subtitleOf('件', [], 0)).toBe('件');
	expect(subtitleOf('件', [{ scope: 'city_own', year: 2023, reports: 3 }], 1)).toBe('件 · N = 3 份报告');
});

it('what stands under a year keeps its word only where every year has room for it', () => {
	const years = [{}, { below: { word: '接上', text: '1/1' } }, { below: { word: '接上', text: '52/55' } }];
	expect(belowTexts(years, 80)).toEqual(['', '接上 1/1', '接上 52/55']);
	expect(belowTexts(years, 40)).toEqual(['', '1/1', '52/55']);
	expect(belowTexts(years, 10)).toEqual(['', '', '']);
});

it('the rule between the layouts says what stays comparable', () => {
	expect(layoutWord(['requests'])).toContain('口径可比');
	expect(layoutWord(['requests', 'normative_issued'])).toContain('近似');
	expect(layoutWord(['requests', 'fees'])).toContain('不可比');
});

it('bars end at the greatest, and never pass their track', () => {
	expect([along(5, 20), along(0, 0), along(30, 20)]).toEqual([25, 0, 100]);
});

const reason = (year: number, values: readonly (number | null)[], basis: ReasonTotal['basis'] = 'printed') =>
	reasonRows('unable').map((row, index): ReasonTotal => {
		const value = values[index] ?? null;
		const whole = values.some((one) => one === null) ? null : values.reduce<number>((a, b) => a + (b ?? 0), 0);
		return {
			year,
			scope: 'city_own',
			row: row.id,
			basis,
			reports: 1,
			total: { value, n: value === null ? 0 : 1 },
			share:
				whole === null ? { numerator: null, denominator: null, n: 0 } : { numerator: value, denominator: whole, n: 1 }
		};
	});

describe('reasons', () => {
	it('stand for the newest year with a figure, the greatest first, with every year in little', () => {
		const rows = [...reason(2021, [5, 0, 1]), ...reason(2022, [1, 6, 3]), ...reason(2023, [null, null, null])];
		const [panel] = reasonPanels(rows, [], 'unable', 'zh');
		expect([panel?.year, panel?.max]).toEqual([2022, 6]);
		expect(panel?.rows.map(({ id, value, beside }) => [id, value, beside])).toEqual([
			['unable_must_create', 6, '60.0%'],
			['unable_unclear', 3, '30.0%'],
			['unable_not_held', 1, '10.0%']
		]);
		expect(panel?.rows.at(-1)?.trend.map(({ value }) => value)).toEqual([5, 1, null]);
		expect(panel?.years.map(({ gap }) => gap)).toEqual([null, null, '结果未列']);
	});

	it('of a year without any have no share', () => {
		const [panel] = reasonPanels(reason(2023, [0, 0, 0]), [], 'unable', 'zh');
		expect(panel?.rows.map(({ value, beside }) => [value, beside])).toEqual(Array(3).fill([0, undefined]));
	});

	it('are drawn on the basis that more reports give', () => {
		const rows = [...reason(2023, [null, null, null]), ...reason(2023, [2, 0, 0], 'recomputed')];
		const [panel] = reasonPanels(rows, [], 'unable', 'zh');
		expect(panel?.rows[0]).toMatchObject({ id: 'unable_not_held', value: 2 });
		expect(panel?.years[0]?.note).toContain('六类申请人');
	});
});

const shares = (year: number, people: number | null, all: number | null): IndicatorRow => ({
	scope: 'county_own',
	group: { year },
	agency: null,
	reports: 3,
	values: Object.fromEntries(
		APPLICANT_SHARES.map(({ id }) => [
			id,
			{ numerator: id === 'natural_person_share' ? people : 0, denominator: all, n: all === null ? 0 : 3, old: 0 }
		])
	)
});

describe('applicants', () => {
	it('below the least number have an interval, and of nothing no share', () => {
		const [panel] = applicantPanels(applicantRows([shares(2022, 0, 0), shares(2023, 5, 5)]), [], 'zh');
		expect(panel?.year).toBe(2023);
		expect(panel?.rows[0]).toMatchObject({ id: 'natural_person', value: 1, text: '100.0%', beside: '5 / 5' });
		// Wilson, 95 %: 5 of 5 lie between 1 / (1 + z² / 5) and 1.
		expect(panel?.rows[0]?.uncertain?.low).toBeCloseTo(0.5655, 4);
		expect(panel?.years[0]?.gap).toBe('无从计算');
		expect(panel?.rows[0]?.trend.map(({ value }) => value)).toEqual([null, 1]);
	});

	it('of many are certain', () => {
		const [panel] = applicantPanels(applicantRows([shares(2023, 95, 100)]), [], 'zh');
		expect(panel?.rows[0]).toMatchObject({ value: 0.95, text: '95.0%' });
		expect(panel?.rows[0]).not.toHaveProperty('uncertain');
	});
});

const carried = (year: number, more: Partial<CarryOver> = {}): CarryOver => ({
	...{ year, scope: 'county_own', reports: 2, pairs: 0, joined: 0, pairedOut: null, pairedIn: null },
	carried_in: { value: 3, n: 2 },
	carried_out: { value: 4, n: 2 },
	...more
});

it('carry-over says of how many agencies the years join, and where that cannot be told', () => {
	const [panel] = carryPanels(
		[carried(2022), carried(2023, { pairs: 2, joined: 1, pairedOut: 4, pairedIn: 3 })],
		[],
		'zh'
	);
	expect(panel?.years.map(({ below }) => below)).toEqual([undefined, { word: '接上', text: '1/2' }]);
	expect(panel?.years.map(({ note }) => note)).toEqual([
		'没有两年都有数的机关，无从核对是否接得上',
		'两年都有数的机关：上年结转出 4，本年转入 3（−1）'
	]);
	expect(panel?.columns[1]?.parts.map(({ value }) => value)).toEqual([3, 4]);
});

describe('the funnel', () => {
	const NONE = { upheld: 0, corrected: 0, other: 0, pending: 0 };
	const row = (year: number, requests: number | null, results: Partial<DisputeFunnel['results']>): DisputeFunnel => ({
		...{ year, scope: 'city_summary', reports: 1, n: requests === null ? 0 : 1, new: requests },
		results: { review: NONE, suit_direct: NONE, suit_after_review: NONE, ...results }
	});

	it('adds both kinds of lawsuit, keeps pending apart, and ends at the greatest bar', () => {
		const [panel] = funnelPanels(
			[
				row(2022, 50, {
					review: { upheld: 60, corrected: 1, other: 0, pending: 4 },
					suit_direct: { upheld: 1, corrected: 0, other: 0, pending: 2 },
					suit_after_review: { upheld: 3, corrected: 0, other: 1, pending: 1 }
				}),
				row(2023, null, {})
			],
			[],
			'zh'
		);
		expect([panel?.year, panel?.max]).toEqual([2022, 65]);
		expect(panel?.steps.map(({ total, perHundred }) => [total, perHundred])).toEqual([
			[65, 130],
			[8, 16]
		]);
		expect(panel?.steps[1]?.parts.map(({ result, value }) => [result, value])).toEqual([
			['upheld', 4],
			['corrected', 0],
			['other', 1],
			['pending', 3]
		]);
		expect(panel?.steps[1]?.kinds.map(({ total }) => total)).toEqual([3, 5]);
		expect(panel?.years.map(({ gap }) => gap)).toEqual([null, '无数字']);
	});

	it('has no rate on no request', () => {
		const [panel] = funnelPanels([row(2023, 0, {})], [], 'en');
		expect(panel?.steps.map(({ perHundred }) => perHundred)).toEqual([null, null]);
	});
});
