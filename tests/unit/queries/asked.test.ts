import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import {
	askedText,
	countReports,
	leftOut,
	NO_FILTERS,
	parseAsked,
	requestVolumes,
	run,
	silentAgencies,
	sumAbsences,
	sumAccount,
	sumMembers
} from '../../../src/lib/queries/index.ts';
import type { Asked, AskedSum, Filters } from '../../../src/lib/queries/index.ts';
import { writeFixture } from '../db/fixture.ts';
import { openOnWasm } from '../db/wasm-in-node.ts';

// Expected values are worked out by hand from tests/unit/db/fixture-reports.ts.

const sum = (figure: string, year: number, scope: AskedSum['scope'], basis: Asked['basis'] = 'printed'): AskedSum => ({
	kind: 'sum',
	figure,
	basis,
	year,
	scope
});

describe('what is asked stands in the address', () => {
	it.each<[string, Asked]>([
		['sum:new:printed:2023:city_own', sum('new', 2023, 'city_own')],
		['sum:granted:recomputed:2019:city_own', sum('granted', 2019, 'city_own', 'recomputed')],
		['sum:suits.corrected:printed:2023:county_own', sum('suits.corrected', 2023, 'county_own')],
		[
			'report:t3.new.business:printed:2022:unplaced-某局:x',
			{ kind: 'report', figure: 't3.new.business', basis: 'printed', year: 2022, agency: 'unplaced-某局:x' }
		],
		[
			'sum:denied_rate:printed:2023:county_own:province=%E8%99%9A%E5%B7%9E%E7%9C%81&family=health',
			{ ...sum('denied_rate', 2023, 'county_own'), within: { provinces: ['虚州省'], families: ['health'] } }
		]
	])('%s', (text, asked) => {
		expect(parseAsked(text)).toEqual(asked);
		expect(askedText(asked)).toBe(text);
	});

	it.each([
		'',
		'sum',
		'sum:new:printed:2023',
		'sum:new:printed:2023:',
		'sum:new:printed:2023:galaxy',
		'sum:new:printed:2023:city_own:year=2022',
		'sum:new:printed:2023:city_own:colour=red',
		'sum:nothing:printed:2023:city_own',
		'sum:new:guessed:2023:city_own',
		'sum:new:printed:23:city_own',
		'sum:review:recomputed:2023:city_own',
		'sum:disclosed:recomputed:2023:city_own',
		'sum:t3.new.business:printed:2023:city_own',
		'sum:toString:printed:2023:city_own',
		'guess:new:printed:2023:city_own'
	])('%s is none', (text) => {
		expect(parseAsked(text)).toBeNull();
	});
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
	const without: Filters = { ...NO_FILTERS, withoutFailing: true };

	it('a sum says how many reports it is made of and which have no figure', async () => {
		const asked = sum('new', 2023, 'city_own');
		expect(await run(dataset, sumAccount(NO_FILTERS, asked))).toEqual([
			{ value: 40, whole: null, n: 2, reports: 2, failing: 0, leftOut: 0, silent: 0 }
		]);
		const members = await run(dataset, sumMembers(NO_FILTERS, asked));
		expect(members.map(({ agency_id, value, counted }) => [agency_id, value, counted])).toEqual([
			['990100-gov_office', 36, true],
			['990200-education', 4, true]
		]);
		const county = sum('new', 2023, 'county_own');
		expect(await run(dataset, sumAccount(NO_FILTERS, county))).toEqual([
			{ value: null, whole: null, n: 0, reports: 1, failing: 0, leftOut: 0, silent: 0 }
		]);
		expect(await run(dataset, sumAbsences(NO_FILTERS, county))).toEqual([{ absences: ['blank'], reports: 1 }]);
	});

	it('a table that was not found, or whose layout is not known, is its own reason', async () => {
		expect(await run(dataset, sumAbsences(NO_FILTERS, sum('new', 2023, 'unknown')))).toEqual([
			{ absences: ['table_missing'], reports: 1 }
		]);
		// The education bureau's table three of 2023 has no layout: which rows make "other" cannot be told.
		expect(await run(dataset, sumAbsences(NO_FILTERS, sum('other', 2023, 'city_own')))).toEqual([
			{ absences: ['layout_undetermined'], reports: 1 }
		]);
	});

	it('the sum is that of the chart, on either basis', async () => {
		for (const row of await run(dataset, requestVolumes(NO_FILTERS))) {
			const [account] = await run(dataset, sumAccount(NO_FILTERS, sum('new', row.year, row.scope)));
			expect([account?.value, account?.n, account?.reports]).toEqual([row.new.value, row.new.n, row.reports]);
		}
		const printed = await run(dataset, sumAccount(NO_FILTERS, sum('granted', 2019, 'city_own')));
		const recomputed = await run(dataset, sumAccount(NO_FILTERS, sum('granted', 2019, 'city_own', 'recomputed')));
		// The general office leaves its totals blank: 3 of the education bureau; with the applicants' 8 it is 11.
		expect([printed[0]?.value, printed[0]?.n]).toEqual([3, 1]);
		expect([recomputed[0]?.value, recomputed[0]?.n]).toEqual([11, 2]);
	});

	it('a share has both its sums', async () => {
		expect(await run(dataset, sumAccount(NO_FILTERS, sum('disclosed', 2023, 'city_summary')))).toEqual([
			{ value: 67, whole: 118, n: 1, reports: 1, failing: 0, leftOut: 0, silent: 0 }
		]);
	});

	it('agencies without a report of that year are told, with the years they have', async () => {
		const asked = sum('new', 2022, 'city_own');
		const [account] = await run(dataset, sumAccount(NO_FILTERS, asked));
		expect(account).toMatchObject({ n: 1, silent: 1 });
		expect(await run(dataset, silentAgencies(NO_FILTERS, asked))).toEqual([
			{ agency_id: '990200-education', agency: '乙市教育局', years: [2019, 2023] }
		]);
	});

	it('reports that fail a hard rule are left out of everything where the filter says so, and counted', async () => {
		const asked = sum('new', 2023, 'unknown');
		expect(await run(dataset, countReports(NO_FILTERS))).toEqual([{ reports: 10, agencies: 5, failing: 1 }]);
		expect(await run(dataset, countReports(without))).toEqual([{ reports: 9, agencies: 4, failing: 0 }]);
		expect(await run(dataset, leftOut(NO_FILTERS))).toEqual([]);
		expect(await run(dataset, leftOut(without))).toEqual([{ scope: 'unknown', year: 2023, reports: 1 }]);
		expect(await run(dataset, leftOut({ ...without, years: [2022] }))).toEqual([]);
		expect(await run(dataset, sumAccount(without, asked))).toMatchObject([{ reports: 0, n: 0, leftOut: 1 }]);
		expect(await run(dataset, sumMembers(without, asked))).toMatchObject([
			{ agency_id: 'x-quotes', leftOut: true, failing: true, counted: false }
		]);
		expect(await run(dataset, sumAbsences(without, asked))).toEqual([]);
	});

	it('a year or scope outside the selection has no reports', async () => {
		const filters = { ...NO_FILTERS, years: [2022] };
		expect(await run(dataset, sumAccount(filters, sum('new', 2023, 'city_own')))).toMatchObject([
			{ value: null, n: 0, reports: 0 }
		]);
	});

	it('pages of members join to the whole list', async () => {
		const asked = sum('new', 2023, 'city_own');
		const pages = await Promise.all(
			[0, 1].map((offset) => run(dataset, sumMembers(NO_FILTERS, asked, { limit: 1, offset })))
		);
		expect(pages.flat()).toEqual(await run(dataset, sumMembers(NO_FILTERS, asked)));
	});
});
