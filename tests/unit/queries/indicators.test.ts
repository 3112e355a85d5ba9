import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPLICANTS } from '../../../src/lib/core/form/index.ts';
import { indicator, INDICATORS } from '../../../src/lib/core/indicators/index.ts';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import { canGroup, GROUPINGS, indicatorValues, NO_FILTERS, outcomeMix, run } from '../../../src/lib/queries/index.ts';
import type { Filters, Grouping } from '../../../src/lib/queries/index.ts';
import { SUQIAN_2023 } from '../core/indicators/suqian-2023.ts';
import { writeFixture } from '../db/fixture.ts';
import { openOnWasm } from '../db/wasm-in-node.ts';

const REAL = 'static/data/real';
const SUQIAN: Filters = { ...NO_FILTERS, years: [2023], agencies: ['321300-gov'] };

/** The planner of the engines takes four times as long for twice as many. */
const slices = <T>(list: readonly T[]): T[][] =>
	Array.from({ length: Math.ceil(list.length / 10) }, (_, index) => list.slice(10 * index, 10 * index + 10));

/** One of each kind of measure. */
const SAMPLE = [
	'closed',
	'denied_rate',
	'unable_not_held_share',
	'natural_person_share',
	'correction_rate',
	'suits_per_100',
	'fees',
	'zero_request_share',
	'identity_pass_rate',
	'other_rate'
];

let fixture: Awaited<ReturnType<typeof writeFixture>>;
let real: readonly Dataset[];
let invented: readonly Dataset[];
beforeAll(async () => {
	fixture = await writeFixture();
	real = await Promise.all([openDataset(REAL), openOnWasm(REAL)]);
	invented = await Promise.all([openDataset(fixture.folder), openOnWasm(fixture.folder)]);
});
afterAll(async () => {
	await Promise.all([...real, ...invented].map((dataset) => dataset.close()));
	await fixture.remove();
});

/** The rows, which both engines must give alike. */
async function rowsOf(
	datasets: readonly Dataset[],
	ids: readonly string[],
	filters: Filters,
	by?: readonly Grouping[]
) {
	const query = indicatorValues(ids.map(indicator), filters, by);
	const [node, wasm] = await Promise.all(datasets.map((dataset) => run(dataset, query)));
	expect(wasm).toEqual(node);
	return node ?? [];
}

describe('on the report of Suqian city for 2023', () => {
	it.each(slices(INDICATORS.map(({ id }) => id)).map((ids) => [ids[0], ids] as const))(
		'ten indicators from %s on have the numerators and denominators worked out by hand',
		async (_, ids) => {
			const rows = await rowsOf(real, ids, SUQIAN);
			expect(rows).toHaveLength(1);
			const values = Object.entries(rows[0]?.values ?? {});
			const found = values.map(([id, { numerator, denominator }]) => [id, [numerator, denominator]]);
			expect(Object.fromEntries(found)).toEqual(Object.fromEntries(ids.map((id) => [id, SUQIAN_2023[id]])));
			expect(values.every(([, { n, old }]) => n === 1 && old === 0)).toBe(true);
		}
	);

	it('by applicant adds up to the total', async () => {
		const rows = await rowsOf(real, ['new', 'closed', 'disclosure_rate'], SUQIAN, ['applicant']);
		expect(
			rows.map((row) => [row.group.applicant, row.values['new']?.numerator, row.values['closed']?.numerator])
		).toEqual([
			['natural_person', 3402, 3375],
			['business', 99, 99],
			['research', 0, 0],
			['public_interest', 4, 4],
			['legal_service', 5, 7],
			['other_org', 1, 1]
		]);
		// 1,175 + 319 of 3,375
		expect(rows[0]?.values['disclosure_rate']).toEqual({ numerator: 1494, denominator: 3375, n: 1, old: 0 });
	});

	it('by outcome the six are parts of all closed', async () => {
		const [node, wasm] = await Promise.all(real.map((dataset) => run(dataset, outcomeMix(SUQIAN))));
		expect(wasm).toEqual(node);
		expect(
			node?.map((row) => [row.group.outcome, row.values['closed']?.numerator, row.values['closed']?.denominator])
		).toEqual([
			['granted', 1191, 3486],
			['partial', 328, 3486],
			['denied', 142, 3486],
			['unable', 1078, 3486],
			['unprocessed', 406, 3486],
			['other', 341, 3486]
		]);
	});
});

describe('on invented reports (tests/unit/db/fixture-reports.ts)', () => {
	it('scopes are never summed, whatever is grouped', async () => {
		const rows = await rowsOf(invented, ['new'], { ...NO_FILTERS, years: [2023] }, []);
		expect(rows.map(({ scope, reports, values }) => [scope, reports, values['new']?.numerator])).toEqual([
			['city_summary', 1, 120],
			['city_own', 2, 40],
			['county_own', 1, null],
			['unknown', 1, null]
		]);
	});

	it('a rate sums over the reports that have all it needs, and counts them', async () => {
		// 2019, city bodies: one report gives 3 + 0 of 6, the other left its totals blank.
		const [row] = await rowsOf(invented, ['disclosure_rate', 'new'], { ...NO_FILTERS, years: [2019] });
		expect(row).toMatchObject({ scope: 'city_own', group: { year: 2019 }, reports: 2 });
		expect(row?.values['disclosure_rate']).toEqual({ numerator: 3, denominator: 6, n: 1, old: 1 });
	});

	it('a report of undetermined layout gives what both layouts hold alike, not 其他处理', async () => {
		const bureau = { ...NO_FILTERS, years: [2023], agencies: ['990200-education'] };
		const [row] = await rowsOf(invented, ['granted', 'other'], bureau);
		expect(row?.values['granted']).toEqual({ numerator: 4, denominator: null, n: 1, old: 0 });
		expect(row?.values['other']).toEqual({ numerator: null, denominator: null, n: 0, old: 0 });
	});

	it('a denominator of 0 stays 0, for the reader to call it undefined', async () => {
		const county = { ...NO_FILTERS, years: [2022], scopes: ['county_own'] };
		const [row] = await rowsOf(invented, ['denied_rate'], county);
		expect(row?.values['denied_rate']).toMatchObject({ numerator: 0, denominator: 0, n: 1 });
	});

	it('an agency is named as in its newest report', async () => {
		const rows = await rowsOf(invented, ['new'], { ...NO_FILTERS, scopes: ['county_own'] }, ['agency']);
		expect(rows.map(({ group, agency, reports }) => [group.agency_id, agency, reports])).toEqual([
			['990101-health', '子区卫生健康局', 2]
		]);
	});

	it('a printed zero is a report without requests, a blank is not', async () => {
		const rows = await rowsOf(invented, ['zero_request_share'], { ...NO_FILTERS, scopes: ['county_own'] });
		// 2022 prints 0, 2023 leaves it blank.
		expect(rows.map((row) => [row.group.year, row.values['zero_request_share']])).toEqual([
			[2022, { numerator: 1, denominator: 1, n: 1, old: 0 }],
			[2023, { numerator: null, denominator: null, n: 0, old: 0 }]
		]);
	});

	it('checks that depend on a blank do not count as holding', async () => {
		const office = { ...NO_FILTERS, years: [2019], agencies: ['990100-gov_office'] };
		const [row] = await rowsOf(invented, ['identity_pass_rate'], office);
		expect(row?.values['identity_pass_rate']).toMatchObject({ numerator: 10, denominator: 37 });
	});

	it.each(Object.keys(GROUPINGS) as Grouping[])(
		'grouping by %s gives the same rows on both engines, each group once',
		async (by) => {
			const ids = SAMPLE.filter((id) => canGroup(indicator(id), by));
			const rows = await rowsOf(invented, ids, NO_FILTERS, [by, 'year']);
			expect(rows.length).toBeGreaterThan(0);
			expect(new Set(rows.map(({ scope, group }) => JSON.stringify([scope, group]))).size).toBe(rows.length);
		}
	);

	it('groups add up to the whole', async () => {
		const sumOf = async (by: readonly Grouping[]): Promise<number> =>
			(await rowsOf(invented, ['new'], { ...NO_FILTERS, scopes: ['city_own'] }, by)).reduce(
				(sum, row) => sum + (row.values['new']?.numerator ?? 0),
				0
			);
		const whole = await sumOf([]);
		for (const by of ['year', 'province', 'city', 'county', 'level', 'family', 'agency'] as const)
			expect(await sumOf([by])).toBe(whole);
	});
});

it('what no applicant gives cannot be grouped by applicant', () => {
	expect(canGroup(indicator('review'), 'applicant')).toBe(false);
	expect(canGroup(indicator('natural_person_share'), 'applicant')).toBe(false);
	expect(canGroup(indicator('denied_rate'), 'applicant')).toBe(true);
	expect(() => indicatorValues([indicator('review')], NO_FILTERS, ['applicant'])).toThrow(
		'cannot group: review by applicant'
	);
	expect(APPLICANTS).toHaveLength(6);
});
