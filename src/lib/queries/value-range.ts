import { cellsOfMeasure } from '../core/indicators/index.ts';
import type { Indicator } from '../core/indicators/index.ts';
import type { DatasetTableName } from '../core/dataset/tables.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import { joinedApplicants, measureSql } from './indicator-sql.ts';
import type { Query } from './query.ts';
import { number, numberOrNull } from './row-values.ts';

/** Reports whose own value of the indicator is at least `low` and, where `high` is given, below it; in the indicator's unit. */
export interface ValueRange {
	readonly indicator: Indicator;
	readonly low: number;
	readonly high: number | null;
}

/** A bin of a histogram of values: from `low` on, and below `high`; null: no upper end. */
export interface ValueBin {
	readonly low: number;
	readonly high: number | null;
}

const decades = (first: number, last: number): number[] =>
	Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((power) =>
		[1, 2, 5].map((digit) => Number(`${digit}e${power}`))
	);

/** The same for every selection, so that bins can be compared: shares in steps of five per cent, all else by 1, 2 and 5. */
const EDGES = {
	percent: Array.from({ length: 20 }, (_, index) => index / 20),
	piece: [0, ...decades(0, 7)],
	wan_yuan: [0, 0.0001, ...decades(0, 8)],
	per_hundred: [0, 0.0001, ...decades(-1, 4)],
	ratio: [0, 0.0001, ...decades(-1, 4)]
} as const;

/** The bins of an indicator's values. No indicator is below 0, but where a report contradicts itself: those are in no bin. */
export function valueBins({ unit }: Pick<Indicator, 'unit'>): readonly ValueBin[] {
	const edges = EDGES[unit];
	return edges.map((low, index) => ({ low, high: edges[index + 1] ?? null }));
}

function cellsOf({ numerator, denominator }: Indicator) {
	return [...new Set([numerator, ...(denominator === null ? [] : [denominator])].flatMap(cellsOfMeasure))];
}

/** The value of every selected report: `agency_id`, `year`, `value` in the indicator's unit; NULL where it has none. */
function reportValuesSql(one: Indicator, filters: Filters): string {
	const joined = joinedApplicants(cellsOf(one), 'x');
	const source = { reports: 'x', column: joined.column };
	const numerator = measureSql(one.numerator, source);
	const value =
		one.denominator === null
			? numerator
			: `CASE WHEN ${measureSql(one.denominator, source)} > 0 THEN ${one.unit === 'per_hundred' ? '100 * ' : ''}${numerator} / ${measureSql(one.denominator, source)} END`;
	return `SELECT x.agency_id, x.year, ${value} AS value
	FROM reports x ${joined.applicants.join('\n\t')} WHERE ${where(filters, 'x')}`;
}

/** The bin of every selected report: `agency_id`, `year`, `bin`, which of `valueBins`; NULL where it has no value (or one below 0). */
export function reportBinsSql(one: Indicator, filters: Filters): string {
	const cases = valueBins(one).map((bin, index) => `WHEN ${insideSql(bin, 'v.value')} THEN ${index}`);
	return `SELECT v.agency_id, v.year, CASE ${cases.join(' ')} END AS bin FROM (
	${reportValuesSql(one, filters)}
	) v`;
}

const insideSql = ({ low, high }: ValueBin, value: string): string =>
	high === null ? `${value} >= ${low}` : `(${value} >= ${low} AND ${value} < ${high})`;

/** The condition that a report lies in the range; `alias` stands for `reports`. */
export function withinSql(filters: Filters, range: ValueRange, alias: string): string {
	return `EXISTS (SELECT 1 FROM (
	${reportValuesSql(range.indicator, filters)}
) w WHERE w.agency_id = ${alias}.agency_id AND w.year = ${alias}.year AND ${insideSql(range, 'w.value')})`;
}

export function withinTables({ indicator }: Pick<ValueRange, 'indicator'>): readonly DatasetTableName[] {
	return joinedApplicants(cellsOf(indicator), 'x').applicants.length > 0 ? ['reports', 'requests'] : ['reports'];
}

export interface ReportsOfYear {
	readonly year: number;
	readonly reports: number;
}

/** How many reports each year has, of those in the range. */
export function reportsByYear(filters: Filters, within: ValueRange | null = null): Query<ReportsOfYear> {
	return {
		tables: within ? withinTables(within) : ['reports'],
		years: filters.years,
		sql: `SELECT r.year AS year, count(*)::INTEGER AS reports
FROM reports r WHERE ${where(filters, 'r')}${within ? ` AND ${withinSql(filters, within, 'r')}` : ''}
GROUP BY r.year ORDER BY r.year`,
		parse: (rows) => rows.map((row) => ({ year: number(row, 'year'), reports: number(row, 'reports') }))
	};
}

export interface ReportsOfBin {
	/** Which of `valueBins`; null: the reports without a value (or with one below 0). */
	readonly bin: number | null;
	readonly reports: number;
}

/** How many reports have their own value in each of the indicator's bins. */
export function reportsByValue(one: Indicator, filters: Filters): Query<ReportsOfBin> {
	return {
		tables: withinTables({ indicator: one }),
		years: filters.years,
		sql: `SELECT b.bin, count(*)::INTEGER AS reports FROM (
	${reportBinsSql(one, filters)}
) b GROUP BY b.bin ORDER BY b.bin NULLS LAST`,
		parse: (rows) => rows.map((row) => ({ bin: numberOrNull(row, 'bin'), reports: number(row, 'reports') }))
	};
}

export interface ReportsOfYearAndBin extends ReportsOfYear, ReportsOfBin {}

/** Both at once: what either histogram shows of any stretch of the other is a sum of these. */
export function reportsByYearAndValue(one: Indicator, filters: Filters): Query<ReportsOfYearAndBin> {
	return {
		tables: withinTables({ indicator: one }),
		years: filters.years,
		sql: `SELECT b.year, b.bin, count(*)::INTEGER AS reports FROM (
	${reportBinsSql(one, filters)}
) b GROUP BY b.year, b.bin ORDER BY b.year, b.bin NULLS LAST`,
		parse: (rows) =>
			rows.map((row) => ({
				year: number(row, 'year'),
				bin: numberOrNull(row, 'bin'),
				reports: number(row, 'reports')
			}))
	};
}
