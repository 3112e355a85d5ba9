import { describe, expect, it } from 'vitest';
import {
	compareSettings,
	DEFAULT_INDICATORS,
	filtersOfRegion,
	MOST_INDICATORS,
	regionOf,
	unusedFilters
} from '../../../src/lib/components/compare/compare-view.ts';
import { bodyRow, greatestOf, rowsByScope, sortBodies } from '../../../src/lib/components/compare/body-rows.ts';
import { funnelRows } from '../../../src/lib/components/compare/funnel-rows.ts';
import { indicator, INDICATORS } from '../../../src/lib/core/indicators/index.ts';
import { NO_FILTERS } from '../../../src/lib/queries/index.ts';
import type { IndicatorReport } from '../../../src/lib/queries/index.ts';

const read = (search: string, agencies: readonly string[] = []) => {
	const params = new URLSearchParams(search);
	return compareSettings((name) => params.get(name), { ...NO_FILTERS, agencies });
};

describe('the address of the comparison', () => {
	it('without parameters opens with departments, with agencies chosen with these', () => {
		expect(read('')).toMatchObject({
			mode: 'departments',
			cells: 'bars',
			reach: null,
			pair: null,
			column: 'total',
			unknown: []
		});
		expect(read('', ['a']).mode).toBe('agencies');
		expect(read('').indicators.map(({ id }) => id)).toEqual(DEFAULT_INDICATORS);
	});

	it('reads what it writes', () => {
		const settings = read(
			'mode=years&ind=new,denied_rate&cells=heat&sort=-denied_rate&reach=parent&rate=denied_rate&pair=2020,2021&column=business'
		);
		expect(settings).toMatchObject({
			...{ mode: 'years', cells: 'heat', sort: { by: 'denied_rate', descending: true }, reach: 'parent' },
			...{ pair: [2020, 2021], column: 'business', unknown: [] }
		});
		expect(settings.indicators.map(({ id }) => id)).toEqual(['new', 'denied_rate']);
		expect(settings.rate.id).toBe('denied_rate');
	});

	it('a damaged one opens with what is understood, and says what is not', () => {
		const settings = read(
			'mode=ranking&ind=new,beauty&sort=-beauty&reach=world&rate=new&pair=2021,2021&column=x&cells=pie'
		);
		expect(settings).toMatchObject({ mode: 'departments', cells: 'bars', reach: null, pair: null, column: 'total' });
		expect(settings.indicators.map(({ id }) => id)).toEqual(['new']);
		expect([...settings.unknown].sort()).toEqual(
			[
				'cells=pie',
				'column=x',
				'ind=beauty',
				'mode=ranking',
				'pair=2021,2021',
				'rate=new',
				'reach=world',
				'sort=-beauty'
			].sort()
		);
	});

	it('takes no more indicators than fit, and says which fall away', () => {
		const ids = INDICATORS.slice(0, MOST_INDICATORS + 1).map(({ id }) => id);
		const settings = read(`ind=${ids.join(',')}`);
		expect(settings.indicators).toHaveLength(MOST_INDICATORS);
		expect(settings.unknown).toEqual([`ind=${ids.at(-1) ?? ''}`]);
	});

	it('names one government by its filters, and tells which filters it does not use', () => {
		const filters = { ...NO_FILTERS, provinces: ['甲省', '乙省'], cities: ['丙市'], levels: ['city'] };
		const region = regionOf(filters);
		expect(region).toEqual({ level: 'city', province: '甲省', city: '丙市', county: null });
		expect(region && regionOf({ ...NO_FILTERS, ...filtersOfRegion(region) })).toEqual(region);
		expect(unusedFilters(filters, 'departments')).toEqual(['province=乙省', 'level=city']);
		expect(unusedFilters(filters, 'peers')).toEqual(['province=甲省', 'province=乙省', 'city=丙市', 'level=city']);
	});
});

const RATE = indicator('denied_rate');
const report = (
	id: string,
	numerator: number | null,
	denominator: number | null,
	scope: IndicatorReport['scope'] = 'city_own'
): IndicatorReport => ({
	...{
		agency_id: id,
		agency: id,
		year: 2023,
		scope,
		family: null,
		province: null,
		city: null,
		county: null,
		failing: false
	},
	formats: { t2: '2021', t3: '2021', t4: '2021' },
	values: { [RATE.id]: { numerator, denominator, absences: numerator === null ? ['blank'] : [] } }
});
const REPORTS = [
	...[
		report('low', 1, 100),
		report('high', 50, 100),
		report('few', 1, 2),
		report('none', 0, 0),
		report('blank', null, null)
	],
	report('government', 99, 100, 'city_summary')
];
const rows = REPORTS.map((one) => bodyRow(one, [RATE]));

describe('rows of bodies', () => {
	it('are sorted by what can be ranked; too few cases come after, absences last, whatever the direction', () => {
		const own = rows.filter(({ scope }) => scope === 'city_own');
		const order = (descending: boolean) =>
			sortBodies(own, { by: RATE.id, descending }).map(({ agency_id }) => agency_id);
		expect(order(true)).toEqual(['high', 'low', 'few', 'none', 'blank']);
		expect(order(false)).toEqual(['low', 'high', 'few', 'none', 'blank']);
	});

	it('of different scopes stand apart, and bars are measured within one', () => {
		const groups = rowsByScope(rows, { by: RATE.id, descending: true });
		expect(groups.map(({ scope, rows: own }) => [scope, own.length, greatestOf(own, RATE.id)])).toEqual([
			['city_own', 5, 0.5],
			['city_summary', 1, 0.99]
		]);
	});

	it('keep their reason: undefined is not zero, few cases have an interval', () => {
		const cells = Object.fromEntries(rows.map((row) => [row.agency_id, row.cells[RATE.id]]));
		expect(cells['none']).toMatchObject({ value: null, status: 'undefined', absences: ['undefined'] });
		expect(cells['blank']).toMatchObject({ value: null, absences: ['blank'] });
		expect(cells['few']).toMatchObject({ value: 0.5, status: 'uncertain' });
		expect(cells['few']?.interval?.low).toBeCloseTo(0.0945, 3);
		expect(cells['high']?.interval).toBeNull();
	});
});

it('the funnel leaves out what has no share and what contradicts itself, and does not judge few cases', () => {
	const points = funnelRows(RATE, [...REPORTS.slice(0, 5), report('more than all', 101, 100)]);
	expect(points.map(({ agency_id, judged }) => [agency_id, judged])).toEqual([
		['high', true],
		['low', true],
		['few', false]
	]);
});
