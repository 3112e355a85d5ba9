import type { Scope } from '../core/dataset/tables.ts';
import type { Indicator } from '../core/indicators/index.ts';
import { literal } from '../db/sql.ts';
import type { ComparisonGroup } from './comparison-groups.ts';
import { scopeOrderSql } from './figures.ts';
import { measuredSql } from './indicator-reports.ts';
import type { Kept } from './indicator-reports.ts';
import type { Query } from './query.ts';
import { number, numberOrNull, text } from './row-values.ts';

/** With fewer peers that can be ranked, neither median nor place is told: our judgement. */
export const LEAST_PEERS = 5;

/** How an indicator is spread over the reports of one scope and year. Values are in the indicator's unit, a share as a fraction of one. */
export interface PeerStatistics {
	readonly scope: Scope;
	readonly year: number;
	readonly indicator: string;
	/** Reports of the group. */
	readonly reports: number;
	/** Among them those that can be ranked: they give the indicator, and its denominator is large enough. */
	readonly n: number;
	/** Those whose denominator is too small for a rate. */
	readonly few: number;
	/** Those whose denominator is 0. */
	readonly undefined: number;
	/** Least, quartiles and greatest over the `n`; null with fewer than `LEAST_PEERS`. The quartiles lie between values in proportion. */
	readonly spread: {
		readonly least: number;
		readonly q1: number;
		readonly median: number;
		readonly q3: number;
		readonly most: number;
	} | null;
	/** Where the agency stands among the `n`, itself counted as equal to itself; null where it cannot be ranked. */
	readonly place: { readonly below: number; readonly equal: number; readonly above: number } | null;
}

/** The share of peers below, those equal counted by half: between 0 and 1. */
export function percentilePlace({ below, equal, above }: NonNullable<PeerStatistics['place']>): number {
	return (below + equal / 2) / (below + equal + above);
}

function valueSql({ denominator, unit, least }: Indicator, index: number): { value: string; few: string } {
	if (denominator === null) return { value: `m.num${index}`, few: 'FALSE' };
	const scaled = unit === 'per_hundred' ? `100 * m.num${index}` : `m.num${index}`;
	return {
		value: `CASE WHEN m.den${index} > 0 THEN ${scaled} / m.den${index} END`,
		few: least === null ? 'FALSE' : `coalesce(m.den${index} > 0 AND m.den${index} < ${least}, FALSE)`
	};
}

/**
 * Median, quartiles and place of every indicator over a group, within each scope and year. The agency `own` is one of the group: what
 * is the median of the same bodies is so for each of them.
 */
export function peerStatistics(
	indicators: readonly Indicator[],
	group: ComparisonGroup,
	kept: Kept = {},
	own = ''
): Query<PeerStatistics> {
	const { sql, tables } = measuredSql(indicators, group, kept);
	const long = indicators.map((one, index) => {
		const { value, few } = valueSql(one, index);
		return `SELECT m.agency_id, m.year, m.scope, ${index} AS indicator, ${value} AS value, ${few} AS few,
	${one.denominator === null ? 'FALSE' : `coalesce(m.den${index} <= 0, FALSE)`} AS undefined FROM measured m`;
	});
	const ranked = 'v.value IS NOT NULL AND NOT v.few';
	const quantile = (part: number): string => `quantile_cont(v.value, ${part}) FILTER (WHERE ${ranked})`;
	const told = (sql: string): string => `CASE WHEN count(*) FILTER (WHERE ${ranked}) >= ${LEAST_PEERS} THEN ${sql} END`;
	const against = (sign: string): string => `(count(*) FILTER (WHERE ${ranked} AND v.value ${sign} o.value))::INTEGER`;
	return {
		tables,
		years: kept.years ?? [],
		sql: `WITH ${sql}, valued AS (
	${long.join('\n\tUNION ALL\n\t')}
), own AS (
	SELECT v.year, v.scope, v.indicator, v.value FROM valued v WHERE v.agency_id = ${literal(own)} AND ${ranked}
)
SELECT v.scope, v.year, v.indicator, count(*)::INTEGER AS reports,
	(count(*) FILTER (WHERE ${ranked}))::INTEGER AS n,
	(count(*) FILTER (WHERE v.few))::INTEGER AS few,
	(count(*) FILTER (WHERE v.undefined))::INTEGER AS undefined,
	${told(`min(v.value) FILTER (WHERE ${ranked})`)} AS least,
	${told(quantile(0.25))} AS q1, ${told(quantile(0.5))} AS median, ${told(quantile(0.75))} AS q3,
	${told(`max(v.value) FILTER (WHERE ${ranked})`)} AS most,
	(count(o.value))::INTEGER AS placed, ${against('<')} AS below, ${against('=')} AS equal, ${against('>')} AS above
FROM valued v LEFT JOIN own o ON o.year = v.year AND o.scope = v.scope AND o.indicator = v.indicator
GROUP BY v.scope, v.year, v.indicator
ORDER BY ${scopeOrderSql('v.scope')}, v.year, v.indicator`,
		parse: (rows) =>
			rows.map((row) => {
				const n = number(row, 'n');
				return {
					scope: text(row, 'scope') as Scope,
					year: number(row, 'year'),
					indicator: indicators[number(row, 'indicator')]?.id ?? '',
					reports: number(row, 'reports'),
					n,
					few: number(row, 'few'),
					undefined: number(row, 'undefined'),
					spread:
						n < LEAST_PEERS
							? null
							: {
									least: number(row, 'least'),
									q1: number(row, 'q1'),
									median: number(row, 'median'),
									q3: number(row, 'q3'),
									most: number(row, 'most')
								},
					place:
						n < LEAST_PEERS || numberOrNull(row, 'placed') === 0
							? null
							: { below: number(row, 'below'), equal: number(row, 'equal'), above: number(row, 'above') }
				};
			})
	};
}
