import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsWithin, sumsWithin } from '../../../src/lib/components/explore/brushed-sums.ts';
import { indicator, valueOf } from '../../../src/lib/core/indicators/index.ts';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import {
	indicatorValues,
	NO_FILTERS,
	reportsByValue,
	reportsByYear,
	reportsByYearAndValue,
	run,
	valueBins
} from '../../../src/lib/queries/index.ts';
import type { Query } from '../../../src/lib/queries/index.ts';
import { writeFixture } from '../db/fixture.ts';
import { openOnWasm } from '../db/wasm-in-node.ts';

const REAL = 'static/data/real';
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
async function rowsOf<T>(datasets: readonly Dataset[], query: Query<T>): Promise<T[]> {
	const [node, wasm] = await Promise.all(datasets.map((dataset) => run(dataset, query)));
	expect(wasm).toEqual(node);
	return node ?? [];
}

describe.each(['new', 'denied_rate', 'natural_person_share', 'suits_per_100', 'fees', 'identity_pass_rate'])(
	'reports by their own %s',
	(id) => {
		const one = indicator(id);

		it('are as many as their values say, one by one', async () => {
			for (const datasets of [real, invented]) {
				const each = await rowsOf(datasets, indicatorValues([one], NO_FILTERS, ['agency', 'year']));
				const values = each.map((row) => {
					const sums = row.values[id];
					return sums === undefined ? null : valueOf(one, sums);
				});
				const bins = valueBins(one);
				const expected = new Map<number | null, number>();
				for (const value of values) {
					const found =
						value === null ? -1 : bins.findIndex(({ low, high }) => value >= low && (high === null || value < high));
					const bin = found < 0 ? null : found;
					expected.set(bin, (expected.get(bin) ?? 0) + 1);
				}
				const found = await rowsOf(datasets, reportsByValue(one, NO_FILTERS));
				expect(new Map(found.map(({ bin, reports }) => [bin, reports]))).toEqual(expected);
				expect(found.reduce((sum, { reports }) => sum + reports, 0)).toBe(each.length);
			}
		});

		it('make up the figure when a stretch of values is chosen', async () => {
			const [low, high] = one.unit === 'percent' ? [0.05, 0.5] : [1, 100];
			const within = { indicator: one, low, high };
			const each = await rowsOf(real, indicatorValues([one], NO_FILTERS, ['agency', 'year']));
			const inside = each.filter((row) => {
				const sums = row.values[id];
				const value = sums === undefined ? null : valueOf(one, sums);
				return value !== null && value >= low && value < high;
			});
			const chosen = await rowsOf(
				real,
				indicatorValues([one, indicator('new')], NO_FILTERS, ['agency', 'year'], within)
			);
			expect(chosen.map(({ group }) => group)).toEqual(inside.map(({ group }) => group));
			const byYear = await rowsOf(real, reportsByYear(NO_FILTERS, within));
			expect(byYear.reduce((sum, { reports }) => sum + reports, 0)).toBe(inside.length);
		});
	}
);

it('the statement without a stretch is the one that was prerendered', () => {
	expect(indicatorValues([indicator('new')], NO_FILTERS).sql).not.toContain('EXISTS');
});

describe('what follows a brush while it is dragged', () => {
	const [first, other] = [indicator('new'), indicator('denied_rate')];

	it.each([[['year']], [['province']], [['agency']], [['family', 'year']], [['applicant']]] as const)(
		'by %j are the sums that the engine gives of the years',
		async (by) => {
			const indicators = by[0] === 'applicant' ? [first] : [first, other];
			for (const datasets of [real, invented]) {
				const sums = await rowsOf(datasets, indicatorValues(indicators, NO_FILTERS, by, null, 'year'));
				for (const years of [[2021], [2022, 2023], [2019, 2020, 2021, 2022, 2023, 2024]]) {
					const asked = await rowsOf(datasets, indicatorValues(indicators, { ...NO_FILTERS, years }, by));
					const found = sumsWithin(sums, (year) => years.includes(year));
					expect(found.map(({ along: _, ...row }) => row)).toEqual(asked);
				}
			}
		}
	);

	it.each([first, other])('are the sums that the engine gives of a stretch of values', async (one) => {
		const bins = valueBins(one);
		for (const datasets of [real, invented]) {
			const sums = await rowsOf(datasets, indicatorValues([first, other], NO_FILTERS, ['year'], null, one));
			const counts = await rowsOf(datasets, reportsByYearAndValue(one, NO_FILTERS));
			for (const [from, to] of [
				[0, 0],
				[1, 4],
				[2, bins.length - 1]
			] as const) {
				const range = { indicator: one, low: bins[from]?.low ?? 0, high: bins[to]?.high ?? null };
				const isInside = (bin: number | null): boolean => bin !== null && bin >= from && bin <= to;
				const asked = await rowsOf(datasets, indicatorValues([first, other], NO_FILTERS, ['year'], range));
				expect(sumsWithin(sums, isInside).map(({ along: _, ...row }) => row)).toEqual(asked);
				const years = await rowsOf(datasets, reportsByYear(NO_FILTERS, range));
				expect(countsWithin(counts, 'year', ({ bin }) => isInside(bin))).toEqual(
					new Map(years.map(({ year, reports }) => [year, reports]))
				);
			}
			const whole = await rowsOf(datasets, reportsByValue(one, NO_FILTERS));
			expect(countsWithin(counts, 'bin', () => true)).toEqual(new Map(whole.map(({ bin, reports }) => [bin, reports])));
		}
	});
});
