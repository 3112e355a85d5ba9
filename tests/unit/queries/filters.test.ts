import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../../src/lib/core/agencies/agency.ts';
import { SCOPES } from '../../../src/lib/core/dataset/tables.ts';
import { filtersFromParams, filtersToParams, NO_FILTERS, where } from '../../../src/lib/queries/filters.ts';
import type { Filters } from '../../../src/lib/queries/filters.ts';

const texts = (): fc.Arbitrary<string[]> =>
	fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 })).map((values) => values.sort());
const keys = (of: object): fc.Arbitrary<string[]> => fc.subarray(Object.keys(of)).map((values) => values.sort());

const anyFilters: fc.Arbitrary<Filters> = fc.record({
	years: fc.uniqueArray(fc.integer({ min: 1990, max: 2100 })).map((years) => years.sort((a, b) => a - b)),
	provinces: texts(),
	cities: texts(),
	counties: texts(),
	levels: keys(LEVELS),
	families: texts(),
	scopes: keys(SCOPES),
	agencies: texts(),
	withoutFailing: fc.boolean()
});

const read = (search: string, alsoKnown?: string[]): ReturnType<typeof filtersFromParams> =>
	filtersFromParams(new URLSearchParams(search), alsoKnown);

describe('filters in the address', () => {
	it('come back from their parameters, whatever they hold', () => {
		fc.assert(
			fc.property(anyFilters, (filters) => {
				const search = filtersToParams(filters).toString();
				expect(read(search)).toEqual({ filters, unknown: [] });
			})
		);
	});

	it('are the same parameters in whatever order they were chosen', () => {
		const chosen = { ...NO_FILTERS, years: [2023, 2019, 2023], provinces: ['乙', '甲', '乙'] };
		const other = { ...NO_FILTERS, years: [2019, 2023], provinces: ['甲', '乙'] };
		expect(filtersToParams(chosen).toString()).toBe(filtersToParams(other).toString());
	});

	it('are short to read', () => {
		const filters = { ...NO_FILTERS, years: [2019, 2020, 2021, 2023], provinces: ['江苏省'], levels: ['county'] };
		expect(decodeURIComponent(filtersToParams(filters).toString())).toBe(
			'year=2019-2021,2023&province=江苏省&level=county'
		);
		expect(filtersToParams(NO_FILTERS).toString()).toBe('');
	});

	it.each<[string, number[]]>([
		['year=2023', [2023]],
		['year=2019-2021', [2019, 2020, 2021]],
		['year=2023,2019', [2019, 2023]],
		['year=2019&year=2021', [2019, 2021]]
	])('%s chooses the years %j', (search, years) => {
		expect(read(search)).toEqual({ filters: { ...NO_FILTERS, years }, unknown: [] });
	});

	it.each([
		['year=2023-2019'],
		['year=abc'],
		['year='],
		['year=20231'],
		['year=2019-'],
		['level=galaxy'],
		['scope=city'],
		['province='],
		['without=anything'],
		['colour=red']
	])('%s is reported, not dropped silently', (search) => {
		expect(read(search)).toEqual({ filters: NO_FILTERS, unknown: [search] });
	});

	it("pass over the page's own parameters", () => {
		expect(read('view=table&year=2020&colour=red', ['view'])).toEqual({
			filters: { ...NO_FILTERS, years: [2020] },
			unknown: ['colour=red']
		});
	});
});

describe('filters in SQL', () => {
	it('are TRUE where nothing is chosen', () => {
		expect(where(NO_FILTERS, 'r')).toBe('TRUE');
	});

	it('name each column and quote each value', () => {
		expect(where({ ...NO_FILTERS, years: [2020, 2019], agencies: [`o'b`] }, 'r')).toBe(
			`"r"."year" IN (2019, 2020) AND "r"."agency_id" IN ('o''b')`
		);
	});

	it('leave out what fails a hard rule', () => {
		expect(where({ ...NO_FILTERS, withoutFailing: true }, 'r')).toBe('NOT ("r"."hard_fail" > 0)');
	});
});
