import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicator, INDICATORS } from '../../../src/lib/core/indicators/index.ts';
import { REASON_SENTENCES, reasonSentence } from '../../../src/lib/format/explore.ts';
import { binsToValues, brushedFilters, isInside, rangeOf } from '../../../src/lib/state/explore/brush.ts';
import {
	CHARTS,
	choiceParams,
	DEFAULT_CHOICE,
	GROUPING_IDS,
	readChoice,
	SCALES
} from '../../../src/lib/state/explore/choice.ts';
import type { Choice } from '../../../src/lib/state/explore/choice.ts';
import { chartReason, groupingReason, scaleReason, settle, splitReason } from '../../../src/lib/state/explore/rules.ts';
import { NO_FILTERS, valueBins } from '../../../src/lib/queries/index.ts';

const at = (search: string) => {
	const params = new URLSearchParams(search);
	return readChoice((name) => params.get(name));
};
const choose = (change: Partial<Choice>, ...ids: string[]): Choice => ({
	...DEFAULT_CHOICE,
	...(ids.length > 0 ? { indicators: ids.map(indicator) } : {}),
	...change
});

const anyChoice: fc.Arbitrary<Choice> = fc.record({
	indicators: fc.uniqueArray(fc.constantFrom(...INDICATORS), { minLength: 1, maxLength: 4 }),
	by: fc.constantFrom(...GROUPING_IDS),
	split: fc.option(fc.constantFrom(...GROUPING_IDS)),
	chart: fc.constantFrom(...CHARTS),
	scale: fc.constantFrom(...SCALES),
	brushedYears: fc.constantFrom([], [2021], [2021, 2022, 2023]),
	brushedValues: fc.constantFrom(null, { low: 0, high: 1 }, { low: 0.05, high: 0.5 }, { low: 1000, high: null })
});

describe('the choice in the address', () => {
	it('is empty for the opening view', () => {
		expect(Object.values(choiceParams(DEFAULT_CHOICE)).every((value) => value === null)).toBe(true);
		expect(at('')).toEqual({ choice: DEFAULT_CHOICE, unknown: [] });
	});

	it('reads back as it was written', () => {
		fc.assert(
			fc.property(anyChoice, (choice) => {
				const params = new URLSearchParams(
					Object.entries(choiceParams(choice)).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
				);
				expect(at(params.toString())).toEqual({ choice, unknown: [] });
			})
		);
	});

	it('keeps what is understood of a damaged link, and names the rest', () => {
		const { choice, unknown } = at(
			'show=closed,nonsense&by=planet&split=outcome&chart=pie&scale=share&brush_years=20x1&brush_values=9~3'
		);
		expect(choice).toEqual(choose({ split: 'outcome', scale: 'share' }, 'closed'));
		expect(unknown).toEqual(['show=nonsense', 'by=planet', 'chart=pie', 'brush_years=20x1', 'brush_values=9~3']);
	});

	it('takes four indicators and names those beyond', () => {
		const { choice, unknown } = at('show=new,closed,carried_in,carried_out,handled');
		expect(choice.indicators).toHaveLength(4);
		expect(unknown).toEqual(['show=handled']);
	});
});

describe('what goes with what', () => {
	it('whatever is asked settles to a choice without a reason against it, and settles once', () => {
		fc.assert(
			fc.property(anyChoice, (asked) => {
				const { choice, changes } = settle(asked);
				expect(groupingReason(choice, choice.by)).toBeNull();
				expect(splitReason(choice, choice.split)).toBeNull();
				expect(chartReason(choice, choice.chart)).toBeNull();
				expect(scaleReason(choice, choice.scale)).toBeNull();
				expect(settle(choice)).toEqual({ choice, changes: [] });
				if (changes.length === 0) expect(choice).toEqual(asked);
			})
		);
	});

	it.each([
		['a lawsuit by applicant', groupingReason(choose({}, 'suits'), 'applicant'), 'by_applicant'],
		['new requests by outcome', groupingReason(choose({}, 'new'), 'outcome'), 'by_outcome'],
		['closed by outcome', groupingReason(choose({}, 'closed'), 'outcome'), null],
		['a county in its city', splitReason(choose({ by: 'city' }), 'county'), 'place_in_place'],
		['a year by year', splitReason(choose({}), 'year'), 'same_twice'],
		['lines by province', chartReason(choose({ by: 'province' }), 'line'), 'line_needs_year'],
		['a count and a rate on one axis', chartReason(choose({}, 'new', 'denied_rate'), 'line'), 'units_differ'],
		['the same as small multiples', chartReason(choose({}, 'new', 'denied_rate'), 'multiples'), null],
		['a stack of levels', chartReason(choose({ split: 'level' }), 'stacked'), 'stack_of_levels'],
		['a stack of years', chartReason(choose({ by: 'province', split: 'year' }), 'stacked'), 'stack_of_years'],
		['a stack of rates', chartReason(choose({ split: 'province' }, 'denied_rate'), 'stacked'), 'stack_needs_counts'],
		['a stack of new and closed', chartReason(choose({}, 'new', 'closed'), 'stacked'), 'stack_needs_parts'],
		['a stack of outcomes', chartReason(choose({}, 'granted', 'denied'), 'stacked'), null],
		['a strip of years', chartReason(choose({}), 'strip'), 'needs_members'],
		['a scatter plot of one', chartReason(choose({ by: 'agency' }), 'scatter'), 'two_indicators'],
		['a heat map without columns', chartReason(choose({ by: 'agency' }), 'heat'), 'needs_split'],
		['bars on a logarithm', scaleReason(choose({ chart: 'bar' }), 'log'), 'log_of_bars'],
		['lines on a logarithm', scaleReason(choose({}), 'log'), null],
		['a share of nothing', scaleReason(choose({}), 'share'), 'share_needs_parts'],
		['a share of the applicants', scaleReason(choose({ split: 'applicant' }), 'share'), null]
	])('%s: %o', (_, reason, code) => {
		expect(reason?.code ?? null).toBe(code);
	});

	it('has a sentence in both languages for every reason, with its gaps filled', () => {
		for (const code of Object.keys(REASON_SENTENCES) as (keyof typeof REASON_SENTENCES)[]) {
			for (const locale of ['zh', 'en'] as const) {
				const sentence = reasonSentence({ code, indicator: indicator('suits'), count: 3 }, locale);
				expect(sentence).toMatch(/[。.]$/u);
				expect(sentence).not.toMatch(/[{}]/u);
			}
		}
		expect(reasonSentence({ code: 'by_applicant', indicator: indicator('suits') }, 'en')).toContain('“Lawsuits”');
	});
});

describe('the brush', () => {
	it('keeps within the years of the filters', () => {
		const choice = choose({ brushedYears: [2022, 2023] });
		expect(brushedFilters(NO_FILTERS, choice).years).toEqual([2022, 2023]);
		expect(brushedFilters({ ...NO_FILTERS, years: [2023, 2024] }, choice).years).toEqual([2023]);
		expect(brushedFilters({ ...NO_FILTERS, years: [2024] }, choice).years).not.toContain(2024);
		expect(brushedFilters({ ...NO_FILTERS, years: [2024] }, choice).years).not.toEqual([]);
	});

	it('is a stretch of whole bins of the first indicator, in either direction', () => {
		const rate = indicator('denied_rate');
		expect(binsToValues(rate, 3, 1)).toEqual({ low: 0.05, high: 0.2 });
		expect(binsToValues(rate, 0, 19)).toEqual({ low: 0, high: null });
		expect(rangeOf(choose({ brushedValues: { low: 0.05, high: 0.2 } }, 'denied_rate'))).toEqual({
			indicator: rate,
			low: 0.05,
			high: 0.2
		});
		const inside = valueBins(rate).filter((bin) => isInside(bin, { low: 0.05, high: 0.2 }));
		expect(inside.map(({ low }) => low)).toEqual([0.05, 0.1, 0.15]);
	});

	it.each(INDICATORS.map((one) => [one.id, one] as const))(
		'the bins of %s follow each other from 0 without a gap',
		(_, one) => {
			const bins = valueBins(one);
			expect(bins[0]?.low).toBe(0);
			expect(bins.at(-1)?.high).toBeNull();
			bins.slice(1).forEach((bin, index) => expect(bin.low).toBe(bins[index]?.high));
		}
	);
});
