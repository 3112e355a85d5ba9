import { APPLICANTS, OUTCOME_GROUPS, TABLE_IDS } from '../core/form/index.ts';
import { cellsOfMeasure, indicator, outcome } from '../core/indicators/index.ts';
import type { Indicator, IndicatorSums } from '../core/indicators/index.ts';
import { SUMMED_INDICATORS } from '../core/dataset/summed-figures.ts';
import type { Scope } from '../core/dataset/tables.ts';
import { identifier, literal } from '../db/sql.ts';
import { scopeOrderSql } from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import { cellName, joinedApplicants, measureSql } from './indicator-sql.ts';
import type { CellSource } from './indicator-sql.ts';
import { reportBinsSql, withinSql, withinTables } from './value-range.ts';
import type { ValueRange } from './value-range.ts';
import type { Query } from './query.ts';
import { number, numberOrNull, text, textOrNull } from './row-values.ts';
import type { SumGroup } from './sums/sum-table.ts';
import { byScope, bySums, shareOver } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';

/** By what figures may be grouped, with the columns that tell one group from another; the scope is always one of them. */
export const GROUPINGS = {
	year: ['year'],
	province: ['province'],
	city: ['province', 'city'],
	county: ['province', 'city', 'county'],
	level: ['level'],
	family: ['family'],
	agency: ['agency_id'],
	applicant: ['applicant'],
	outcome: ['outcome']
} as const;
export type Grouping = keyof typeof GROUPINGS;
export type GroupColumn = (typeof GROUPINGS)[Grouping][number];

/** Whether an indicator can be told by that grouping: by applicant only what rests on table three, by outcome only the closed. */
export function canGroup(one: Indicator, grouping: Grouping): boolean {
	if (grouping === 'applicant') return one.byApplicant;
	return grouping !== 'outcome' || one.id === 'closed';
}

export interface IndicatorValue extends IndicatorSums {
	/** How many of the `n` reports have a table it needs in layout 2019. */
	readonly old: number;
}

export interface IndicatorRow {
	readonly scope: Scope;
	/** The group: a value for each column of its groupings; null where the dataset has none. */
	readonly group: Readonly<Partial<Record<GroupColumn, string | number | null>>>;
	/** The agency's name in its newest report of the group, where grouped by agency. */
	readonly agency: string | null;
	/** Reports in the group, with or without the figures. */
	readonly reports: number;
	/** Where it lies along the dimension that a brush moves on, if one was asked for: the year, or which of `valueBins`; null: in none. */
	readonly along?: number | null;
	/** By indicator id. Grouped by outcome, `closed` has the outcome as its numerator and all closed as its denominator. */
	readonly values: Readonly<Record<string, IndicatorValue>>;
}

/** What a brush moves on: the year of a report, or the bin of its own value of an indicator. */
export type BrushDimension = 'year' | Indicator;

const ORDERED: Readonly<Partial<Record<GroupColumn, readonly string[]>>> = {
	applicant: APPLICANTS.map(({ id }) => id),
	outcome: OUTCOME_GROUPS.map(({ id }) => id)
};

function orderSql(column: GroupColumn): string {
	const values = ORDERED[column];
	if (!values) return `m.${identifier(column)} NULLS LAST`;
	return `CASE m.${identifier(column)} ${values.map((value, index) => `WHEN ${literal(value)} THEN ${index}`).join(' ')} END`;
}

const valuesSql = (column: GroupColumn, alias: string): string =>
	`CROSS JOIN (VALUES ${(ORDERED[column] ?? []).map((value) => `(${literal(value)})`).join(', ')}) ${alias}(${identifier(column)})`;

interface Parts {
	readonly numerator: string;
	/** null: the indicator has none. */
	readonly denominator: string | null;
	/** What else must be a number for a report to count. */
	readonly also: readonly string[];
}

function partsOf(one: Indicator, byOutcome: boolean, source: CellSource): Parts {
	if (!byOutcome) {
		const denominator = one.denominator === null ? null : measureSql(one.denominator, source);
		return { numerator: measureSql(one.numerator, source), denominator, also: [] };
	}
	const groups = OUTCOME_GROUPS.map(({ id }) => ({ id, sql: measureSql(outcome(id), source) }));
	return {
		numerator: `CASE o.outcome ${groups.map(({ id, sql }) => `WHEN ${literal(id)} THEN ${sql}`).join(' ')} END`,
		denominator: measureSql(one.numerator, source),
		also: groups.map(({ sql }) => sql)
	};
}

/** Whether the tables of sums have these indicators by these columns. */
const canSum = (indicators: readonly Indicator[], columns: readonly GroupColumn[]): boolean =>
	indicators.every((one) => SUMMED_INDICATORS.includes(one)) &&
	columns.every((column) => ['year', 'province', 'level', 'family'].includes(column));

/** NULLS LAST. */
function byColumn(column: GroupColumn): (a: SumGroup, b: SumGroup) => number {
	return (one, other) => {
		const [a, b] = [one.key[column] ?? null, other.key[column] ?? null];
		if (a === b) return 0;
		if (a === null || b === null) return a === null ? 1 : -1;
		return a < b ? -1 : 1;
	};
}

function valuesOf(
	{ reports }: Sums,
	filters: Filters,
	indicators: readonly Indicator[],
	columns: readonly GroupColumn[]
): IndicatorRow[] {
	const orders = [byScope, ...columns.map(byColumn)];
	const groups = reports
		.groups(filters, ['scope', ...columns])
		.sort((a, b) => orders.reduce((order, next) => order || next(a, b), 0));
	return groups.map((group) => ({
		scope: group.key['scope'] as Scope,
		group: Object.fromEntries(columns.map((column) => [column, group.key[column] ?? null])),
		agency: null,
		reports: group.count('reports'),
		values: Object.fromEntries(
			indicators.map(({ id }) => [
				id,
				{ ...shareOver(group, id, `${id}.numerator`, `${id}.denominator`), old: group.count(`old.${id}`) }
			])
		)
	}));
}

/**
 * Indicators over the filtered reports, grouped. Numerator and denominator are sums over the reports that have all the cells the
 * indicator needs; figures of different scopes are never summed, so every group stands within one scope. Meant for up to twenty
 * indicators at once: the engines plan twice as many in four times the time. `within` keeps the reports whose own value lies there;
 * `along` divides each group by a dimension, so that the sums of any stretch of it are sums of rows.
 */
export function indicatorValues(
	indicators: readonly Indicator[],
	filters: Filters,
	by: readonly Grouping[] = ['year'],
	within: ValueRange | null = null,
	along: BrushDimension | null = null
): Query<IndicatorRow> {
	for (const grouping of by)
		for (const one of indicators)
			if (!canGroup(one, grouping)) throw new Error(`cannot group: ${one.id} by ${grouping}`);
	const columns = [...new Set(by.flatMap((grouping): readonly GroupColumn[] => GROUPINGS[grouping]))];
	const [byApplicant, byOutcome, byAgency] = [by.includes('applicant'), by.includes('outcome'), by.includes('agency')];
	const cells = [
		...new Set(
			indicators.flatMap(({ numerator, denominator }) =>
				[numerator, ...(denominator === null ? [] : [denominator])].flatMap(cellsOfMeasure)
			)
		)
	];
	const joined = joinedApplicants(byApplicant ? [] : cells, 's');
	const source: CellSource = {
		reports: 's',
		column: (cell) => (byApplicant ? `q.${identifier(cellName(cell).row)}` : joined.column(cell))
	};
	// Measures that several indicators share are worked out once.
	const expressions: string[] = [];
	const place = (sql: string): string => {
		const known = expressions.indexOf(sql);
		return `m.v${known < 0 ? expressions.push(sql) - 1 : known}`;
	};
	const sums = indicators.map((one, index) => {
		const { numerator, denominator, also } = partsOf(one, byOutcome, source);
		const [num, den] = [place(numerator), denominator === null ? null : place(denominator)];
		const needed = [...new Set([num, ...(den === null ? [] : [den]), ...also.map(place)])];
		const has = needed.map((column) => `${column} IS NOT NULL`).join(' AND ');
		const old = one.tables.map((table) => `m.old_${table}`).join(' OR ') || 'FALSE';
		return [
			`sum(${num}) FILTER (WHERE ${has}) AS num${index}`,
			`${den === null ? 'NULL::DOUBLE' : `sum(${den}) FILTER (WHERE ${has})`} AS den${index}`,
			`(count(*) FILTER (WHERE ${has}))::INTEGER AS n${index}`,
			`(count(*) FILTER (WHERE ${has} AND (${old})))::INTEGER AS old${index}`
		].join(', ');
	});
	const ofReport = columns.filter((column) => column !== 'applicant' && column !== 'outcome');
	const selectedColumns = [
		...['s.scope', 's.year AS report_year', 's.agency'],
		...TABLE_IDS.map((table) => `coalesce(s.format_${table} = '2019', FALSE) AS old_${table}`),
		...ofReport.map((column) => `s.${identifier(column)}`),
		...(byApplicant ? ['v.applicant'] : []),
		...(byOutcome ? ['o.outcome'] : []),
		...(along === null ? [] : [`${along === 'year' ? 's.year' : 's.bin'} AS along`])
	];
	const joins = [
		...(byApplicant
			? [
					valuesSql('applicant', 'v'),
					'LEFT JOIN requests q ON q.agency_id = s.agency_id AND q.year = s.year AND q.applicant = v.applicant'
				]
			: []),
		...(byOutcome ? [valuesSql('outcome', 'o')] : []),
		...joined.applicants
	];
	const grouped = [
		'm.scope',
		...columns.map((column) => `m.${identifier(column)}`),
		...(along === null ? [] : ['m.along'])
	];
	const binned = along === null || along === 'year' ? null : along;
	const bins =
		binned === null
			? ''
			: `LEFT JOIN (
	${reportBinsSql(binned, filters)}
	) b ON b.agency_id = r.agency_id AND b.year = r.year `;
	const needsRequests = [...(within ? [within] : []), ...(binned ? [{ indicator: binned }] : [])].some((one) =>
		withinTables(one).includes('requests')
	);
	return {
		tables: byApplicant || joined.applicants.length > 0 || needsRequests ? ['reports', 'requests'] : ['reports'],
		years: filters.years,
		...(within === null && along === null && canSum(indicators, columns)
			? bySums(filters, (sums) => valuesOf(sums, filters, indicators, columns))
			: {}),
		sql: `WITH selected AS (
	SELECT r.*${binned === null ? '' : ', b.bin'} FROM reports r ${bins}WHERE ${where(filters, 'r')}${within ? ` AND ${withinSql(filters, within, 'r')}` : ''}
), measured AS (
	SELECT ${selectedColumns.join(', ')},
	${expressions.map((sql, index) => `${sql} AS v${index}`).join(',\n\t')}
	FROM selected s ${joins.join('\n\t')}
)
SELECT ${grouped.join(', ')}, ${byAgency ? 'arg_max(m.agency, m.report_year)' : 'NULL::VARCHAR'} AS agency,
	count(*)::INTEGER AS reports,
	${sums.join(',\n\t')}
FROM measured m
GROUP BY ${grouped.join(', ')}
ORDER BY ${[scopeOrderSql('m.scope'), ...columns.map(orderSql), ...(along === null ? [] : ['m.along NULLS LAST'])].join(', ')}`,
		parse: (rows) =>
			rows.map((row) => ({
				scope: text(row, 'scope') as Scope,
				group: Object.fromEntries(
					columns.map((column) => [column, column === 'year' ? number(row, column) : textOrNull(row, column)])
				),
				agency: textOrNull(row, 'agency'),
				reports: number(row, 'reports'),
				...(along === null ? {} : { along: numberOrNull(row, 'along') }),
				values: Object.fromEntries(
					indicators.map((one, index) => [
						one.id,
						{
							numerator: numberOrNull(row, `num${index}`),
							denominator: numberOrNull(row, `den${index}`),
							n: number(row, `n${index}`),
							old: number(row, `old${index}`)
						}
					])
				)
			}))
	};
}

/** The six outcomes of the closed requests, as `indicatorValues` with the grouping `outcome`. */
export function outcomeMix(filters: Filters, by: readonly Grouping[] = ['year']): Query<IndicatorRow> {
	return indicatorValues([indicator('closed')], filters, [...by, 'outcome']);
}
