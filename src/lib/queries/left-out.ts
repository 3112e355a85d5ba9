import type { Scope } from '../core/dataset/tables.ts';
import { scopeOrderSql } from './figures.ts';
import { failingSql, where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, text } from './row-values.ts';
import { byScope, bySums, byYear, reportsOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';

/** Reports of one scope and year that the filters leave out because they fail a hard rule. */
export interface LeftOut {
	readonly scope: Scope;
	readonly year: number;
	readonly reports: number;
}

function leftOutOf({ reports }: Sums, filters: Filters): LeftOut[] {
	if (!filters.withoutFailing) return [];
	const groups = reports.groups({ ...filters, withoutFailing: false }, ['year', 'scope', 'failing']);
	return groups
		.filter(({ key }) => key['failing'] === 1)
		.sort((a, b) => byYear(a, b) || byScope(a, b))
		.map(reportsOf);
}

/** How many reports the filters leave out for failing a hard rule, by scope and year; no row where they leave none out. */
export function leftOut(filters: Filters): Query<LeftOut> {
	return {
		tables: ['reports'],
		years: filters.years,
		...bySums(filters, (sums) => leftOutOf(sums, filters)),
		sql: `SELECT r.scope AS scope, r.year AS year, count(*)::INTEGER AS reports
FROM reports r WHERE ${filters.withoutFailing ? `${where({ ...filters, withoutFailing: false }, 'r')} AND ${failingSql('r')}` : 'FALSE'}
GROUP BY r.scope, r.year
ORDER BY r.year, ${scopeOrderSql('r.scope')}`,
		parse: (rows) =>
			rows.map((row) => ({
				scope: text(row, 'scope') as Scope,
				year: number(row, 'year'),
				reports: number(row, 'reports')
			}))
	};
}
