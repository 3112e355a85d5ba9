import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import {
	beyondRuleCounts,
	continuityByYear,
	countToMend,
	coverageByAgency,
	coverageByRegion,
	findingsToMend,
	missingReports,
	NO_FILTERS,
	run,
	verdictsBy,
	verdictsByRule
} from '../../../src/lib/queries/index.ts';
import { writeFixture } from '../db/fixture.ts';
import { openOnWasm } from '../db/wasm-in-node.ts';

// Expected values are worked out by hand from tests/unit/db/fixture-reports.ts.

const HARD = { severity: 'hard', rule: null } as const;
const BALANCE = { severity: 'hard', rule: 't3-balance' } as const;

it('the counts by rule know no city, county or agency', () => {
	expect(beyondRuleCounts({ ...NO_FILTERS, provinces: ['虚州省'], levels: ['city'] })).toBe(false);
	expect(beyondRuleCounts({ ...NO_FILTERS, counties: ['子区'] })).toBe(true);
});

describe.each(['node', 'wasm'] as const)('in the engine of %s', (engine) => {
	let fixture: Awaited<ReturnType<typeof writeFixture>>;
	let dataset: Dataset;
	beforeAll(async () => {
		fixture = await writeFixture();
		dataset = await (engine === 'node' ? openDataset(fixture.folder) : openOnWasm(fixture.folder));
	});
	afterAll(async () => {
		await dataset.close();
		await fixture.remove();
	});

	it('verdicts by rule count reports, hard rules first', async () => {
		expect(await run(dataset, verdictsByRule(NO_FILTERS))).toEqual([
			{ rule: 't3-balance', severity: 'hard', reports: 4, assessable: 4, failed: 1, unsure: 1 },
			{ rule: 'y-carry', severity: 'definitional', reports: 2, assessable: 1, failed: 1, unsure: 0 }
		]);
		expect(await run(dataset, verdictsByRule({ ...NO_FILTERS, levels: ['city'], years: [2023] }))).toEqual([
			{ rule: 't3-balance', severity: 'hard', reports: 2, assessable: 2, failed: 0, unsure: 1 },
			{ rule: 'y-carry', severity: 'definitional', reports: 1, assessable: 1, failed: 1, unsure: 0 }
		]);
		expect(await run(dataset, verdictsByRule({ ...NO_FILTERS, levels: ['county'], scopes: ['city_own'] }))).toEqual([]);
	});

	it('verdicts of a severity are counted on the reports themselves', async () => {
		// Of ten reports one fails (of the place not known); the general office of 2019 has 27 unsure checks.
		expect(await run(dataset, verdictsBy('level', NO_FILTERS, HARD))).toEqual([
			{ value: 'city', reports: 7, assessable: 7, failed: 0, unsure: 1 },
			{ value: 'county', reports: 2, assessable: 2, failed: 0, unsure: 0 },
			{ value: null, reports: 1, assessable: 1, failed: 1, unsure: 0 }
		]);
		const withoutFailing = { ...NO_FILTERS, withoutFailing: true };
		expect(await run(dataset, verdictsBy('level', withoutFailing, HARD))).toEqual(
			await run(dataset, verdictsBy('level', NO_FILTERS, HARD))
		);
	});

	it('verdicts of one rule come from its counts', async () => {
		expect(await run(dataset, verdictsBy('year', NO_FILTERS, BALANCE))).toEqual([
			{ value: '2022', reports: 1, assessable: 1, failed: 0, unsure: 0 },
			{ value: '2023', reports: 3, assessable: 3, failed: 1, unsure: 1 }
		]);
		expect(await run(dataset, verdictsBy('level', NO_FILTERS, BALANCE))).toEqual([
			{ value: 'city', reports: 3, assessable: 3, failed: 0, unsure: 1 },
			{ value: null, reports: 1, assessable: 1, failed: 1, unsure: 0 }
		]);
	});

	it('continuity is told by rule and year', async () => {
		expect(await run(dataset, continuityByYear(NO_FILTERS))).toEqual([
			{ rule: 'y-carry', year: 2022, reports: 1, assessable: 0, failed: 0, unsure: 0 },
			{ rule: 'y-carry', year: 2023, reports: 1, assessable: 1, failed: 1, unsure: 0 }
		]);
	});

	it('missing reports are listed one by one, gaps first', async () => {
		const rows = await run(dataset, missingReports(NO_FILTERS));
		expect(rows.map((row) => [row.agency_id, row.year, row.state])).toEqual([
			['990200-education', 2022, 'gap'],
			['990100-gov_office', 2020, 'gap'],
			['x-quotes', 2022, 'before_first'],
			['990101-health', 2019, 'before_first']
		]);
		expect(rows[0]).toMatchObject({
			agency: '乙市教育局',
			province: '虚州省',
			city: '乙市',
			county: null,
			level: 'city'
		});
		const some = { ...NO_FILTERS, years: [2022], provinces: ['虚州省'] };
		expect((await run(dataset, missingReports(some))).map((row) => row.agency_id)).toEqual(['990200-education']);
	});

	it('coverage counts the reports that are there, the gaps, and what lies outside', async () => {
		const rows = await run(dataset, coverageByRegion({ ...NO_FILTERS, years: [2022] }, 'province'));
		expect(rows).toEqual([
			{ region: '乌有\'省"; DROP', year: 2022, agencies: 1, published: 0, gaps: 0, outside: 1 },
			{ region: '虚州省', year: 2022, agencies: 4, published: 3, gaps: 1, outside: 0 }
		]);
		const cities = await run(
			dataset,
			coverageByRegion({ ...NO_FILTERS, years: [2022], provinces: ['虚州省'] }, 'city')
		);
		expect(cities.map(({ region, published, gaps }) => [region, published, gaps])).toEqual([
			['乙市', 0, 1],
			['甲市', 3, 0]
		]);
	});

	it('agencies with gaps come first, in pages', async () => {
		const [first, second] = await run(dataset, coverageByAgency(NO_FILTERS, 2));
		expect(first).toMatchObject({
			agency_id: '990100-gov_office',
			states: { '2019': 'published', '2020': 'gap', '2022': 'published', '2023': 'published' },
			total: 5
		});
		expect(second?.agency_id).toBe('990200-education');
		expect(await run(dataset, coverageByAgency(NO_FILTERS, 2, 4))).toHaveLength(1);
	});

	it('the list to mend holds each failed check with whose it is and where', async () => {
		expect(await run(dataset, countToMend(NO_FILTERS, HARD))).toEqual([{ findings: 1, reports: 1 }]);
		expect(await run(dataset, findingsToMend(NO_FILTERS, HARD))).toMatchObject([
			{
				agency_id: 'x-quotes',
				agency: '乌有\'局"; --',
				year: 2023,
				rule: 't3-balance',
				along: 'total',
				left: 62,
				right: 63,
				source: 'invented/x-quotes-2023.txt'
			}
		]);
		expect(await run(dataset, findingsToMend(NO_FILTERS, { severity: 'definitional', rule: null }))).toEqual([]);
		expect(await run(dataset, findingsToMend({ ...NO_FILTERS, years: [2022] }, BALANCE))).toEqual([]);
	});
});
