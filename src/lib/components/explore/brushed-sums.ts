import type { GroupColumn, IndicatorRow, IndicatorValue, ReportsOfYearAndBin } from '$lib/queries/index.ts';

const plus = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b);

const sumOf = (a: IndicatorValue, b: IndicatorValue): IndicatorValue => ({
	numerator: plus(a.numerator, b.numerator),
	denominator: plus(a.denominator, b.denominator),
	n: a.n + b.n,
	old: a.old + b.old
});

const groupKey = ({ scope, group }: IndicatorRow): string =>
	[
		scope,
		...Object.values<string | number | null>(group as Readonly<Record<GroupColumn, string | number | null>>)
	].join('\n');

/** What `indicatorValues` gives of a stretch of its `along`: the sums of its rows there, in their order. */
export function sumsWithin(rows: readonly IndicatorRow[], inside: (along: number) => boolean): IndicatorRow[] {
	const sums = new Map<string, IndicatorRow>();
	for (const row of rows) {
		if (typeof row.along !== 'number' || !inside(row.along)) continue;
		const key = groupKey(row);
		const known = sums.get(key);
		if (known === undefined) {
			sums.set(key, row);
			continue;
		}
		const values = Object.fromEntries(
			Object.entries(row.values).map(([id, value]) => {
				const before = known.values[id];
				return [id, before === undefined ? value : sumOf(before, value)];
			})
		);
		sums.set(key, { ...known, agency: row.agency, reports: known.reports + row.reports, values });
	}
	return [...sums.values()];
}

/** How many reports each year or bin has, of those that lie inside of the other. */
export function countsWithin(
	rows: readonly ReportsOfYearAndBin[],
	of: 'year' | 'bin',
	inside: (row: ReportsOfYearAndBin) => boolean
): Map<number | null, number> {
	const counts = new Map<number | null, number>();
	for (const row of rows) if (inside(row)) counts.set(row[of], (counts.get(row[of]) ?? 0) + row.reports);
	return counts;
}
