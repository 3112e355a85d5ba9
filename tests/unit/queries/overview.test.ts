import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import {
	carryOver,
	coverageByScope,
	disputeFunnel,
	headTrends,
	NO_FILTERS,
	reasonTotals,
	run
} from '../../../src/lib/queries/index.ts';
import type { ReasonGroupId } from '../../../src/lib/core/form/index.ts';
import { writeFixture } from '../db/fixture.ts';

// Expected values are worked out by hand from tests/unit/db/fixture-reports.ts.

let fixture: Awaited<ReturnType<typeof writeFixture>>;
let dataset: Dataset;
beforeAll(async () => {
	fixture = await writeFixture();
	dataset = await openDataset(fixture.folder);
});
afterAll(async () => {
	await dataset.close();
	await fixture.remove();
});

describe('reasons', () => {
	const of = async (group: ReasonGroupId, year: number, scope: string, basis: string) => {
		const rows = await run(dataset, reasonTotals({ ...NO_FILTERS, years: [year] }, group));
		const chosen = rows.filter((row) => row.scope === scope && row.basis === basis);
		return Object.fromEntries(chosen.map(({ row, total, share }) => [row, { total, share }]));
	};

	it('are each row of the group and its share of them all', async () => {
		const denied = await of('denied', 2023, 'city_summary', 'printed');
		expect(Object.keys(denied)).toHaveLength(8);
		expect(denied['denied_process']).toEqual({
			total: { value: 4, n: 1 },
			share: { numerator: 4, denominator: 6, n: 1 }
		});
		expect(denied['denied_law']).toEqual({
			total: { value: 0, n: 1 },
			share: { numerator: 0, denominator: 6, n: 1 }
		});
		expect((await of('unable', 2023, 'city_summary', 'printed'))['unable_unclear']).toEqual({
			total: { value: 2, n: 1 },
			share: { numerator: 2, denominator: 34, n: 1 }
		});
	});

	it('come from the applicants where the printed totals are blank, on a basis of their own', async () => {
		expect((await of('denied', 2019, 'city_own', 'printed'))['denied_internal']).toEqual({
			total: { value: 1, n: 1 },
			share: { numerator: 1, denominator: 1, n: 1 }
		});
		expect((await of('denied', 2019, 'city_own', 'recomputed'))['denied_internal']).toEqual({
			total: { value: 1, n: 2 },
			share: { numerator: 1, denominator: 2, n: 2 }
		});
	});

	it('of other handling are those of layout 2021 alone', async () => {
		expect((await of('other', 2019, 'city_own', 'printed'))['other_rest']).toEqual({
			total: { value: null, n: 0 },
			share: { numerator: null, denominator: null, n: 0 }
		});
		expect((await of('other', 2023, 'city_own', 'printed'))['other_rest']).toEqual({
			total: { value: 1, n: 1 },
			share: { numerator: 1, denominator: 1, n: 1 }
		});
	});
});

describe('carry-over', () => {
	it('sums what is carried, and tells of which agencies both years join', async () => {
		const rows = await run(dataset, carryOver({ ...NO_FILTERS, years: [2023] }));
		expect(rows).toEqual([
			{
				year: 2023,
				scope: 'city_summary',
				reports: 1,
				carried_in: { value: 4, n: 1 },
				carried_out: { value: 6, n: 1 },
				...{ pairs: 1, joined: 1, pairedOut: 4, pairedIn: 4 }
			},
			{
				year: 2023,
				scope: 'city_own',
				reports: 2,
				carried_in: { value: 1, n: 2 },
				carried_out: { value: 1, n: 2 },
				...{ pairs: 1, joined: 1, pairedOut: 1, pairedIn: 1 }
			},
			{
				year: 2023,
				scope: 'county_own',
				reports: 1,
				carried_in: { value: 0, n: 1 },
				carried_out: { value: 0, n: 1 },
				...{ pairs: 1, joined: 1, pairedOut: 0, pairedIn: 0 }
			},
			{
				year: 2023,
				scope: 'unknown',
				reports: 1,
				carried_in: { value: null, n: 0 },
				carried_out: { value: null, n: 0 },
				...{ pairs: 0, joined: 0, pairedOut: null, pairedIn: null }
			}
		]);
	});

	it('has no pair where the year before is not there', async () => {
		const [first] = await run(dataset, carryOver({ ...NO_FILTERS, years: [2022] }));
		expect(first).toMatchObject({ scope: 'city_summary', pairs: 0, joined: 0, pairedOut: null });
	});
});

describe('from request to lawsuit', () => {
	it('takes reports alone that give every figure', async () => {
		const rows = await run(dataset, disputeFunnel({ ...NO_FILTERS, years: [2023] }));
		expect(rows.map(({ scope, reports, n, new: requests }) => [scope, reports, n, requests])).toEqual([
			['city_summary', 1, 1, 120],
			['city_own', 2, 1, 36],
			['county_own', 1, 0, null],
			['unknown', 1, 0, null]
		]);
		expect(rows[0]?.results).toEqual({
			review: { upheld: 5, corrected: 2, other: 1, pending: 2 },
			suit_direct: { upheld: 1, corrected: 0, other: 1, pending: 0 },
			suit_after_review: { upheld: 2, corrected: 1, other: 0, pending: 1 }
		});
		// One of the two prints a slash for its pending reviews: its other figures are left out, too.
		expect(rows[1]?.results.review).toEqual({ upheld: 1, corrected: 0, other: 0, pending: 1 });
		expect(rows[2]?.results.review.upheld).toBeNull();
	});
});

it('the head figures of every year, scopes apart', async () => {
	const rows = await run(dataset, headTrends({ ...NO_FILTERS, scopes: ['city_summary'] }));
	expect(rows.map(({ year, figures, disclosed }) => [year, figures.new.value, figures.suits.value, disclosed])).toEqual(
		[
			[2022, 100, 3, { numerator: 70, denominator: 100, n: 1 }],
			[2023, 120, 6, { numerator: 67, denominator: 118, n: 1 }]
		]
	);
});

it('reports there and missing by scope: a gap is no end', async () => {
	const rows = await run(dataset, coverageByScope({ ...NO_FILTERS, scopes: ['city_own'] }));
	expect(rows).toEqual([
		{ scope: 'city_own', year: 2019, agencies: 2, published: 2, gaps: 0, outside: 0 },
		{ scope: 'city_own', year: 2020, agencies: 1, published: 0, gaps: 1, outside: 0 },
		{ scope: 'city_own', year: 2022, agencies: 2, published: 1, gaps: 1, outside: 0 },
		{ scope: 'city_own', year: 2023, agencies: 2, published: 2, gaps: 0, outside: 0 }
	]);
});
