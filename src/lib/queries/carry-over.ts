import type { Scope } from '../core/dataset/tables.ts';
import { figureSql, scopeOrderSql, totalSql } from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, numberOrNull, text, total } from './row-values.ts';
import { bySums, byYearAndScope, groupOf, reportsOf, totalOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';
import type { Total } from './totals.ts';

/** What a scope's agencies carry into a year and out of it, and whether it joins on to the year before. */
export interface CarryOver {
	readonly year: number;
	readonly scope: Scope;
	/** Reports in the selection. */
	readonly reports: number;
	readonly carried_in: Total;
	readonly carried_out: Total;
	/** Agencies that give 结转下年 the year before and 上年结转 this year. */
	readonly pairs: number;
	/** Of them those where both are the same number. */
	readonly joined: number;
	/** Sums over the pairs; null where there is none. */
	readonly pairedOut: number | null;
	readonly pairedIn: number | null;
}

function carriedOf({ reports, pairs }: Sums, filters: Filters): CarryOver[] {
	const paired = pairs.groups(filters, ['year', 'scope']);
	return byYearAndScope(reports, filters).map((group) => {
		const own = reportsOf(group);
		const pair = groupOf(paired, own.year, own.scope);
		return {
			...own,
			carried_in: totalOf(group, 't3.carried_in.total'),
			carried_out: totalOf(group, 't3.carried_out.total'),
			pairs: pair?.count('n.carry') ?? 0,
			joined: pair?.count('equal.carry') ?? 0,
			pairedOut: pair?.sum('before.carried_out') ?? null,
			pairedIn: pair?.sum('carried_in') ?? null
		};
	});
}

/** Carry-over by year and scope. The year before is looked at whether it is chosen or not; otherwise the same filters hold for it. */
export function carryOver(filters: Filters): Query<CarryOver> {
	const years = [...new Set(filters.years.flatMap((year) => [year - 1, year]))].sort((a, b) => a - b);
	const pair = 'p.carried_out IS NOT NULL AND m.carried_in IS NOT NULL';
	const measured = (chosen: Filters): string => `SELECT r.agency_id, r.year, r.scope,
	${figureSql('carried_in', 'r')} AS carried_in, ${figureSql('carried_out', 'r')} AS carried_out
	FROM reports r WHERE ${where(chosen, 'r')}`;
	return {
		tables: ['reports'],
		years,
		...bySums(filters, (sums) => carriedOf(sums, filters)),
		sql: `WITH measured AS (
	${measured(filters)}
), before AS (
	${measured({ ...filters, years })}
)
SELECT m.year AS year, m.scope AS scope, count(*)::INTEGER AS reports,
	${totalSql('carried_in', 'm.carried_in')},
	${totalSql('carried_out', 'm.carried_out')},
	(count(*) FILTER (WHERE ${pair}))::INTEGER AS pairs,
	(count(*) FILTER (WHERE p.carried_out = m.carried_in))::INTEGER AS joined,
	sum(p.carried_out) FILTER (WHERE ${pair}) AS paired_out,
	sum(m.carried_in) FILTER (WHERE ${pair}) AS paired_in
FROM measured m
LEFT JOIN before p ON p.agency_id = m.agency_id AND p.scope = m.scope AND p.year = m.year - 1
GROUP BY m.year, m.scope
ORDER BY m.year, ${scopeOrderSql('m.scope')}`,
		parse: (rows) =>
			rows.map((row) => ({
				year: number(row, 'year'),
				scope: text(row, 'scope') as Scope,
				reports: number(row, 'reports'),
				carried_in: total(row, 'carried_in'),
				carried_out: total(row, 'carried_out'),
				pairs: number(row, 'pairs'),
				joined: number(row, 'joined'),
				pairedOut: numberOrNull(row, 'paired_out'),
				pairedIn: numberOrNull(row, 'paired_in')
			}))
	};
}
