import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicator } from '../../../src/lib/core/indicators/index.ts';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import {
	hasPeers,
	indicatorReports,
	LEAST_PEERS,
	peerStatistics,
	percentilePlace,
	reachesOf,
	run
} from '../../../src/lib/queries/index.ts';
import type { ComparisonGroup, PeerBody } from '../../../src/lib/queries/index.ts';
import { writeFixture } from '../db/fixture.ts';
import { openOnWasm } from '../db/wasm-in-node.ts';

const REAL = 'static/data/real';
const IDS = [
	'new',
	'disclosure_rate',
	'other_rate',
	'correction_rate',
	'suits_per_100',
	'fees',
	'natural_person_share'
];
const indicators = IDS.map(indicator);

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

const OFFICE: PeerBody = {
	agency_id: '990100-gov_office',
	scope: 'city_own',
	family: 'gov_office',
	province: '虚州省',
	city: '甲市',
	county: null
};
const HOSTILE: PeerBody = { ...OFFICE, agency_id: `x-gov_office.'"; --`, province: `乌有'省"; DROP` };
const GROUPS: readonly [string, ComparisonGroup][] = [
	['no agency', { kind: 'agencies', ids: [] }],
	['agencies', { kind: 'agencies', ids: ['990100-gov_office', '990101-health', `x'"; --`] }],
	['a city', { kind: 'region', region: { level: 'city', province: '虚州省', city: '甲市', county: null } }],
	['a county', { kind: 'region', region: { level: 'county', province: '虚州省', city: '甲市', county: '子区' } }],
	[
		'a hostile province',
		{ kind: 'region', region: { level: 'province', province: `乌有'省"; DROP`, city: null, county: null } }
	],
	...(['parent', 'province', 'nation'] as const).map((reach): [string, ComparisonGroup] => [
		`peers: ${reach}`,
		{ kind: 'peers', of: OFFICE, reach }
	]),
	['hostile peers', { kind: 'peers', of: HOSTILE, reach: 'province' }],
	['peers of a body of no known level', { kind: 'peers', of: { ...OFFICE, scope: 'unknown' }, reach: 'nation' }]
];

describe.each(GROUPS)('%s', (_, group) => {
	it.each([{}, { years: [2023], withoutFailing: true }])(
		'both engines give the same reports and statistics, kept %o',
		async (kept) => {
			for (const datasets of [real, invented]) {
				for (const query of [
					indicatorReports(indicators, group, kept),
					peerStatistics(indicators, group, kept, OFFICE.agency_id)
				]) {
					const [node, wasm] = await Promise.all(datasets.map((dataset) => run<unknown>(dataset, query)));
					expect(wasm).toEqual(node);
				}
			}
		}
	);
});

const inNode = async (group: ComparisonGroup, years: readonly number[], ids = IDS) => {
	const [node] = invented;
	if (!node) throw new Error('no dataset');
	return run(node, indicatorReports(ids.map(indicator), group, { years }));
};

it('a region takes in the bodies of its own level, its government among them, not those of its counties', async () => {
	const rows = await inNode(
		{ kind: 'region', region: { level: 'city', province: '虚州省', city: '甲市', county: null } },
		[2023]
	);
	expect(rows.map(({ agency_id, scope }) => [agency_id, scope])).toEqual([
		['990100-government', 'city_summary'],
		['990100-gov_office', 'city_own']
	]);
});

it('an indicator without a number tells why: the cell, the table, the layout', async () => {
	const [office] = await inNode({ kind: 'agencies', ids: ['990100-gov_office'] }, [2019], ['disclosure_rate', 'fees']);
	expect(office?.values['disclosure_rate']).toEqual({ numerator: null, denominator: null, absences: ['blank'] });
	expect(office?.values['fees']?.numerator).toBeNull();
	const [quotes] = await inNode({ kind: 'agencies', ids: ['x-quotes'] }, [2023], ['new']);
	expect(quotes?.values['new']?.absences).toEqual(['table_missing']);
	const [school] = await inNode(
		{ kind: 'agencies', ids: ['990200-education'] },
		[2023],
		['correction_rate', 'other_rate']
	);
	expect(school?.values['correction_rate']?.absences).toEqual(['slash']);
	expect(school?.values['other_rate']?.absences).toEqual(['layout_undetermined']);
});

it('peers of a main body are main bodies, of a line those of the line', async () => {
	const lines = [OFFICE, { ...OFFICE, agency_id: '990100-gov_office.research' }];
	const counts = await Promise.all(
		lines.map(async (of) =>
			(await inNode({ kind: 'peers', of, reach: 'nation' }, [2023])).map(({ agency_id }) => agency_id)
		)
	);
	expect(counts).toEqual([['990100-gov_office'], []]);
});

it('with fewer than the least number of peers neither median nor place is told, and the number is', async () => {
	const [node] = invented;
	if (!node) throw new Error('no dataset');
	const group = { kind: 'peers' as const, of: OFFICE, reach: 'nation' as const };
	const rows = await run(node, peerStatistics([indicator('new')], group, { years: [2023] }, OFFICE.agency_id));
	expect(rows).toEqual([
		{
			scope: 'city_own',
			year: 2023,
			indicator: 'new',
			reports: 1,
			n: 1,
			few: 0,
			undefined: 0,
			spread: null,
			place: null
		}
	]);
	expect(LEAST_PEERS).toBe(5);
});

describe('over thirteen reports of one scope', () => {
	/** A relation of that name in place of the dataset's: the figures are set here. */
	const rates: readonly [part: number, whole: number][] = [
		...([
			[10, 100],
			[20, 100],
			[30, 100],
			[30, 100],
			[40, 100],
			[50, 100],
			[90, 100]
		] as [number, number][]),
		...([
			[1, 5],
			[0, 19],
			[0, 0]
		] as [number, number][])
	];

	it('quartiles, place, and who is left out are those worked out by hand', async () => {
		const query = peerStatistics([indicator('denied_rate')], { kind: 'agencies', ids: ['a'] }, {}, 'b3');
		const end = query.sql.indexOf('), valued AS');
		const made = rates
			.map(
				([part, whole], index) =>
					`SELECT 'b${index}' AS agency_id, 2023 AS year, 'city_own' AS scope, ${part}::DOUBLE AS num0, ${whole}::DOUBLE AS den0`
			)
			.join(' UNION ALL ');
		const lacking = `SELECT 'none', 2023, 'city_own', NULL::DOUBLE, NULL::DOUBLE`;
		const sql = `WITH measured AS (${made} UNION ALL ${lacking}${query.sql.slice(end)}`;
		for (const dataset of invented) {
			const [row] = query.parse(await dataset.query(sql));
			// Ranked: 10, 20, 30, 30, 40, 50, 90 % of 100; 1 of 5 and 0 of 19 are too few, 0 of 0 undefined, one lacks the figure.
			expect(row).toMatchObject({ reports: 11, n: 7, few: 2, undefined: 1, place: { below: 2, equal: 2, above: 3 } });
			expect(row?.spread).toEqual({ least: 0.1, q1: 0.25, median: 0.3, q3: 0.45, most: 0.9 });
			expect(percentilePlace(row?.place ?? { below: 0, equal: 0, above: 0 })).toBeCloseTo(3 / 7, 12);
		}
	});
});

it('bodies of no known kind have no peers; governments and towns have them by scope', () => {
	expect(hasPeers({ scope: 'city_own', family: null })).toBe(false);
	expect(hasPeers({ scope: 'unknown', family: 'health' })).toBe(false);
	expect(hasPeers({ scope: 'county_summary', family: null })).toBe(true);
	expect(hasPeers({ scope: 'township_own', family: null })).toBe(true);
	expect(hasPeers({ scope: 'city_own', family: 'health' })).toBe(true);
});

it('a reach that tells no other peers than a wider one is not offered', () => {
	expect(reachesOf('county_own')).toEqual(['parent', 'province', 'nation']);
	expect(reachesOf('city_own')).toEqual(['province', 'nation']);
	expect(reachesOf('province_own')).toEqual(['nation']);
});
