import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { OVERRIDE_COLUMNS, readOverrides, resolveAgency } from '../../../../src/lib/core/agencies/index.ts';
import { AGENCY_PROBLEM_CODES, LEVELS, UNIT_TYPES, scopeOf } from '../../../../src/lib/core/agencies/index.ts';
import { SCOPES } from '../../../../src/lib/core/dataset/tables.ts';

const file = Papa.parse<Record<string, string>>(readFileSync('data/agencies.csv', 'utf8'), {
	header: true,
	skipEmptyLines: true
});

describe('data/agencies.csv', () => {
	it('has the columns that are read, and rows that are understood', () => {
		expect(file.errors).toEqual([]);
		expect(file.meta.fields).toEqual([...OVERRIDE_COLUMNS]);
		expect(readOverrides(file.data)).toHaveLength(file.data.length);
	});

	it.each(readOverrides(file.data).map((row) => [row.name, row] as const))('places %s', (name, row) => {
		const overrides = readOverrides(file.data);
		const { agency, problems } = resolveAgency(name, { year: row.fromYear ?? 2023, overrides });
		expect(agency.code).toBe(row.code);
		expect(agency.type).toBe('zone');
		expect(problems).toEqual([]);
	});
});

describe('overrides', () => {
	const row = {
		name: '丰收乡',
		from_year: '2020',
		to_year: '2022',
		code: '370826',
		level: '',
		type: '',
		family: '',
		id: ''
	};

	it('go before the rules in their years only', () => {
		const overrides = readOverrides([row]);
		expect(resolveAgency('丰收乡', { year: 2021, overrides }).agency).toMatchObject({
			code: '370826',
			township: '丰收乡'
		});
		expect(resolveAgency('丰收乡', { year: 2023, overrides }).agency.code).toBeNull();
		expect(resolveAgency('丰收乡', { year: null, overrides }).agency.code).toBeNull();
	});

	it('overrule level, type, family and id', () => {
		const given = {
			...row,
			name: '南京海关',
			from_year: '',
			to_year: '',
			code: '',
			level: 'province',
			type: 'other',
			family: 'tax',
			id: 'x'
		};
		const { agency, problems } = resolveAgency('南京海关', { year: 2021, overrides: readOverrides([given]) });
		expect(agency).toMatchObject({ id: 'x', code: '320100', level: 'province', type: 'other', family: 'tax' });
		expect(problems).toEqual([]);
	});

	it('place an agency where no list of divisions has its place', () => {
		const given = {
			...{
				name: '云外市雾里县档案局',
				code: '',
				from_year: '',
				to_year: '',
				level: 'county',
				type: '',
				family: '',
				id: '1-archives'
			},
			...{ province: '云外省', city: '云外市', county: '雾里县' }
		};
		const context = { year: 2021, place: '云外省云外市雾里县', overrides: readOverrides([given]) };
		const { agency, problems } = resolveAgency('云外市雾里县档案局', context);
		expect(agency).toMatchObject({
			...{ id: '1-archives', code: null, level: 'county' },
			province: '云外省',
			city: '云外市',
			county: '雾里县'
		});
		expect(problems).toEqual([]);
	});

	it.each([
		[{ province: '云外省' }, 'both a code and names of a place in agencies.csv: 370826 云外省'],
		[{ code: '', county: '雾里县' }, 'place without its province in agencies.csv: 雾里县'],
		[{ level: 'town' }, 'unknown level in agencies.csv: town'],
		[{ family: 'x' }, 'unknown family in agencies.csv: x'],
		[{ code: '999999' }, 'unknown division code in agencies.csv: 999999'],
		[{ to_year: '22' }, 'not a year in column to_year of agencies.csv: 22'],
		[{ name: '' }, 'row without name in agencies.csv']
	])('refuse %o', (wrong, message) => {
		expect(() => readOverrides([{ ...row, ...wrong }])).toThrow(message);
	});
});

describe('scopeOf', () => {
	it.each([
		['central', 'department', 'central_own'],
		['province', 'government', 'province_summary'],
		['city', 'government', 'city_summary'],
		['city', 'general_office', 'city_own'],
		['county', 'zone', 'county_own'],
		['township', 'township', 'township_own'],
		[null, 'government', 'unknown']
	] as const)('puts %s %s into %s', (level, type, scope) => {
		expect(scopeOf({ level, type })).toBe(scope);
	});

	it('names only scopes of the dataset', () => {
		for (const level of [...(Object.keys(LEVELS) as (keyof typeof LEVELS)[]), null]) {
			for (const type of Object.keys(UNIT_TYPES) as (keyof typeof UNIT_TYPES)[]) {
				expect(Object.keys(SCOPES)).toContain(scopeOf({ level, type }));
			}
		}
		expect(new Set(AGENCY_PROBLEM_CODES).size).toBe(AGENCY_PROBLEM_CODES.length);
	});
});
