import type { Scope } from '../core/dataset/tables.ts';
import { figureSql, scopeOrderSql, shareSql, totalSql } from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import { HEAD_COLUMNS, HEAD_FIGURE_IDS } from './head-figures.ts';
import type { HeadFigureId } from './head-figures.ts';
import type { Query } from './query.ts';
import { number, share, text, total } from './row-values.ts';
import { byScope, bySums, byYear, disclosedOf, reportsOf, totalOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';
import type { Share, Total } from './totals.ts';

/** The head figures of one year of a scope. */
export interface HeadTrend {
	readonly scope: Scope;
	readonly year: number;
	readonly reports: number;
	readonly figures: Readonly<Record<HeadFigureId, Total>>;
	readonly disclosed: Share;
}

function trendsOf({ reports }: Sums, filters: Filters): HeadTrend[] {
	const groups = reports.groups(filters, ['year', 'scope']).sort((a, b) => byScope(a, b) || byYear(a, b));
	return groups.map((group) => ({
		...reportsOf(group),
		figures: {
			new: totalOf(group, HEAD_COLUMNS.new),
			closed: totalOf(group, HEAD_COLUMNS.closed),
			review: totalOf(group, HEAD_COLUMNS.review),
			suits: totalOf(group, HEAD_COLUMNS.suits)
		},
		disclosed: disclosedOf(group)
	}));
}

/** The head figures of every chosen year, for the small lines beside those of the newest. */
export function headTrends(filters: Filters): Query<HeadTrend> {
	const disclosed = `(${figureSql('granted', 'r')} + ${figureSql('partial', 'r')})`;
	const closed = figureSql('closed', 'r');
	return {
		tables: ['reports'],
		years: filters.years,
		...bySums(filters, (sums) => trendsOf(sums, filters)),
		sql: `SELECT r.year AS year, r.scope AS scope, count(*)::INTEGER AS reports,
	${HEAD_FIGURE_IDS.map((id) => totalSql(id, figureSql(id, 'r'))).join(',\n\t')},
	${shareSql('disclosed', disclosed, closed, `${disclosed} IS NOT NULL AND ${closed} IS NOT NULL`)}
FROM reports r WHERE ${where(filters, 'r')}
GROUP BY r.year, r.scope
ORDER BY ${scopeOrderSql('r.scope')}, r.year`,
		parse: (rows) =>
			rows.map((row) => ({
				scope: text(row, 'scope') as Scope,
				year: number(row, 'year'),
				reports: number(row, 'reports'),
				figures: {
					new: total(row, 'new'),
					closed: total(row, 'closed'),
					review: total(row, 'review'),
					suits: total(row, 'suits')
				},
				disclosed: share(row, 'disclosed')
			}))
	};
}
