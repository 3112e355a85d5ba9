import type { Scope } from '../core/dataset/tables.ts';
import { figureSql, scopeOrderSql, totalSql } from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, text, total } from './row-values.ts';
import { bySums, byYearAndScope, groupOf, reportsOf, totalOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';
import type { Total } from './totals.ts';

export interface RequestVolume {
	readonly year: number;
	readonly scope: Scope;
	/** Reports in the selection, with or without the figures. */
	readonly reports: number;
	/** Of these, those whose agency has a report of the year before in the selection, within the same scope. */
	readonly again: number;
	readonly new: Total;
	readonly carried_in: Total;
	readonly carried_out: Total;
}

function volumesOf({ reports, pairs }: Sums, filters: Filters): RequestVolume[] {
	const before = pairs.groups(filters, ['year', 'scope']);
	return byYearAndScope(reports, filters).map((group) => {
		const own = reportsOf(group);
		const chosen = filters.years.length === 0 || filters.years.includes(own.year - 1);
		return {
			...own,
			again: chosen ? (groupOf(before, own.year, own.scope)?.count('pairs') ?? 0) : 0,
			new: totalOf(group, 't3.new.total'),
			carried_in: totalOf(group, 't3.carried_in.total'),
			carried_out: totalOf(group, 't3.carried_out.total')
		};
	});
}

/** Requests received and carried over, by year and scope; a year without a report has no row. */
export function requestVolumes(filters: Filters): Query<RequestVolume> {
	return {
		tables: ['reports'],
		years: filters.years,
		...bySums(filters, (sums) => volumesOf(sums, filters)),
		sql: `WITH before AS (
	SELECT r.agency_id, r.year, r.scope FROM reports r WHERE ${where(filters, 'r')}
)
SELECT r.year AS year, r.scope AS scope, count(*)::INTEGER AS reports, count(b.agency_id)::INTEGER AS again,
	${totalSql('new', figureSql('new', 'r'))},
	${totalSql('carried_in', figureSql('carried_in', 'r'))},
	${totalSql('carried_out', figureSql('carried_out', 'r'))}
FROM reports r LEFT JOIN before b ON b.agency_id = r.agency_id AND b.year = r.year - 1 AND b.scope = r.scope
WHERE ${where(filters, 'r')}
GROUP BY r.year, r.scope
ORDER BY r.year, ${scopeOrderSql('r.scope')}`,
		parse: (rows) =>
			rows.map((row) => ({
				year: number(row, 'year'),
				scope: text(row, 'scope') as Scope,
				reports: number(row, 'reports'),
				again: number(row, 'again'),
				new: total(row, 'new'),
				carried_in: total(row, 'carried_in'),
				carried_out: total(row, 'carried_out')
			}))
	};
}
