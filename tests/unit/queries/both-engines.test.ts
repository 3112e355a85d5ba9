import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATASET_TABLES } from '../../../src/lib/core/dataset/tables.ts';
import { REASON_GROUPS } from '../../../src/lib/core/form/index.ts';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import { literal } from '../../../src/lib/db/sql.ts';
import {
	agencyOptions,
	carryOver,
	cellsOf,
	compareAgencies,
	correctionsOf,
	countReports,
	coverageByScope,
	disputeFunnel,
	disputesByResult,
	filterOptions,
	findingsOf,
	headFigures,
	headTrends,
	laterFindingsOf,
	leftOut,
	NO_FILTERS,
	outcomesByYear,
	placeOptions,
	problemsOf,
	reasonTotals,
	reportRows,
	requestVolumes,
	silentAgencies,
	sourcesOf,
	sumAbsences,
	sumAccount,
	sumMembers,
	tableOf,
	where
} from '../../../src/lib/queries/index.ts';
import type { AskedSum, Filters, Query } from '../../../src/lib/queries/index.ts';
import { writeFixture } from '../db/fixture.ts';
import { openOnWasm } from '../db/wasm-in-node.ts';

let fixture: Awaited<ReturnType<typeof writeFixture>>;
let node: Dataset;
let wasm: Dataset;
beforeAll(async () => {
	fixture = await writeFixture();
	[node, wasm] = await Promise.all([openDataset(fixture.folder), openOnWasm(fixture.folder)]);
});
afterAll(async () => {
	await Promise.all([node.close(), wasm.close()]);
	await fixture.remove();
});

async function rowsOf(dataset: Dataset, query: Query<unknown>): Promise<{ raw: unknown; parsed: unknown }> {
	await dataset.ensure(query.tables, query.years);
	const raw = await dataset.query(query.sql);
	return { raw, parsed: query.parse(raw) };
}

const FILTERS: [string, Filters][] = [
	['nothing', NO_FILTERS],
	['a year', { ...NO_FILTERS, years: [2023] }],
	['a year without reports', { ...NO_FILTERS, years: [1999] }],
	['places', { ...NO_FILTERS, provinces: ['虚州省'], cities: ['甲市'] }],
	['a hostile place', { ...NO_FILTERS, provinces: [`乌有'省"; DROP`] }],
	[
		'all of it',
		{
			years: [2022, 2023],
			provinces: ['虚州省'],
			cities: ['甲市'],
			counties: ['子区'],
			levels: ['county'],
			families: ['health'],
			scopes: ['county_own'],
			agencies: ['990101-health'],
			withoutFailing: true
		}
	],
	['no failing reports', { ...NO_FILTERS, withoutFailing: true }]
];
const ASKED: readonly AskedSum[] = [
	{ kind: 'sum', figure: 'new', basis: 'printed', year: 2023, scope: 'county_own' },
	{ kind: 'sum', figure: 'granted', basis: 'recomputed', year: 2019, scope: 'city_own' },
	{ kind: 'sum', figure: 'disclosed', basis: 'printed', year: 2023, scope: 'city_summary' },
	{ kind: 'sum', figure: 't4.review.pending', basis: 'printed', year: 2023, scope: 'city_own' }
];
const BUILDERS: [string, (filters: Filters) => Query<unknown>][] = [
	['headFigures', headFigures],
	['requestVolumes', requestVolumes],
	['outcomesByYear', outcomesByYear],
	['outcomesByYear, printed only', (filters) => outcomesByYear(filters, ['printed'])],
	['disputesByResult', disputesByResult],
	['reportRows', reportRows],
	['a page of reportRows', (filters) => reportRows(filters, { limit: 2, offset: 1 })],
	['countReports', countReports],
	['filterOptions', filterOptions],
	['placeOptions', placeOptions],
	['agencyOptions', agencyOptions],
	['compareAgencies', (filters) => compareAgencies(filters.agencies, filters)],
	['leftOut', leftOut],
	['carryOver', carryOver],
	['coverageByScope', coverageByScope],
	['disputeFunnel', disputeFunnel],
	['headTrends', headTrends],
	...REASON_GROUPS.map((group): [string, (filters: Filters) => Query<unknown>] => [
		`reasonTotals of ${group}`,
		(filters) => reasonTotals(filters, group)
	]),
	...ASKED.flatMap((asked): [string, (filters: Filters) => Query<unknown>][] => [
		[`sumAccount of ${asked.figure}`, (filters) => sumAccount(filters, asked)],
		[`sumMembers of ${asked.figure}`, (filters) => sumMembers(filters, asked)],
		[`sumAbsences of ${asked.figure}`, (filters) => sumAbsences(filters, asked)],
		[`silentAgencies of ${asked.figure}`, (filters) => silentAgencies(filters, asked)]
	])
];

describe('both engines give the same rows', () => {
	describe.each(BUILDERS)('%s', (_, build) => {
		it.each(FILTERS)('filtered by %s', async (__, filters) => {
			const query = build(filters);
			const [fromNode, fromWasm] = [await rowsOf(node, query), await rowsOf(wasm, query)];
			expect(fromWasm).toEqual(fromNode);
			expect(JSON.parse(JSON.stringify(fromNode.parsed))).toEqual(fromNode.parsed);
		});
	});

	it.each<[string, Query<unknown>]>([
		['two agencies', compareAgencies(['990200-education', '990100-gov_office'])],
		['cells', cellsOf('990100-gov_office', 2019)],
		['findings', findingsOf('x-quotes')],
		['findings of a year', findingsOf('x-quotes', 2022)],
		['later findings', laterFindingsOf('990100-gov_office', 2022)],
		['corrections', correctionsOf('x-quotes', 2023)],
		['problems', problemsOf('x-quotes', 2023)],
		['sources', sourcesOf('990100-gov_office', 2019)],
		...DATASET_TABLES.map(({ name }): [string, Query<unknown>] => [`the table ${name}`, tableOf(name, { limit: 20 })]),
		['a year of a table', tableOf('cells', { limit: 5, offset: 2, years: [2019] })]
	])('for %s', async (_, query) => {
		expect(await rowsOf(wasm, query)).toEqual(await rowsOf(node, query));
	});

	it('for filters of any text, of which none takes in a row it does not name', async () => {
		await Promise.all([node, wasm].map((dataset) => dataset.ensure(['agencies'])));
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (hostile) => {
				for (const dataset of [node, wasm]) {
					const [row] = await dataset.query(
						`SELECT count(*)::INTEGER AS n FROM (SELECT ${literal(hostile)} AS province UNION ALL SELECT 'other') x WHERE ${where({ ...NO_FILTERS, provinces: [hostile] }, 'x')}`
					);
					expect(row).toEqual({ n: hostile === 'other' ? 2 : 1 });
				}
			}),
			{
				numRuns: 200,
				examples: [[`' OR TRUE --`], [`'; DROP VIEW agencies; --`], ['a\0b'], ['\\'], [`''`], ['\ud800']]
			}
		);
		expect(await wasm.query('SELECT count(*)::INTEGER AS n FROM agencies')).toEqual([{ n: 5 }]);
	});
});
