import type { Scope } from '../core/dataset/tables.ts';
import { reasonRows } from '../core/form/index.ts';
import type { ReasonGroupId, TableThreeRowId } from '../core/form/index.ts';
import { identifier, literal } from '../db/sql.ts';
import { applicantsSql, scopeOrderSql, shareSql, totalSql } from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import { BASES, BASIS_PREFIX } from './outcomes-by-year.ts';
import type { Basis } from './outcomes-by-year.ts';
import type { Query } from './query.ts';
import { number, share, text, total } from './row-values.ts';
import { bySums, byYearAndScope, reportsOf, totalOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';
import type { Share, Total } from './totals.ts';

export interface ReasonTotal {
	readonly year: number;
	readonly scope: Scope;
	readonly row: TableThreeRowId;
	readonly basis: Basis;
	/** Reports in the selection. */
	readonly reports: number;
	/** Over the reports that give the row. */
	readonly total: Total;
	/** Of all rows of the group, over the reports that give every one of them. */
	readonly share: Share;
}

function reasonsOf({ reports }: Sums, filters: Filters, group: ReasonGroupId): ReasonTotal[] {
	const rows = reasonRows(group).map(({ id }) => id);
	return byYearAndScope(reports, filters).flatMap((sums) => {
		const whole = BASES.map((basis) => {
			const parts = rows.map((id) => sums.sum(`${BASIS_PREFIX[basis]}reasons.${id}`));
			return parts.includes(null) ? null : parts.reduce<number>((all, part) => all + (part ?? 0), 0);
		});
		return rows.flatMap((row) =>
			BASES.map((basis, at) => {
				const prefix = BASIS_PREFIX[basis];
				return {
					...reportsOf(sums),
					...{ row, basis },
					total: totalOf(sums, `${prefix}t3.${row}.total`),
					share: {
						numerator: sums.sum(`${prefix}reasons.${row}`),
						denominator: whole[at] ?? null,
						n: sums.count(`n.${prefix}reasons.${group}`)
					}
				};
			})
		);
	});
}

/** The reasons of one group of outcomes, by year and scope, printed and recomputed from the applicants: never mixed. */
export function reasonTotals(filters: Filters, group: ReasonGroupId): Query<ReasonTotal> {
	const rows = reasonRows(group);
	const choose = (column: (id: TableThreeRowId) => string): string =>
		`CASE v.reason ${rows.map(({ id }) => `WHEN ${literal(id)} THEN ${column(id)}`).join(' ')} END`;
	const over = 'PARTITION BY l.agency_id, l.year';
	const windows = BASES.flatMap((basis) => [
		`count(l.${basis}) OVER (${over}) AS ${identifier(`${basis}.given`)}`,
		`sum(l.${basis}) OVER (${over}) AS ${identifier(`${basis}.whole`)}`
	]);
	return {
		tables: ['reports', 'requests'],
		years: filters.years,
		...bySums(filters, (sums) => reasonsOf(sums, filters, group)),
		sql: `WITH selected AS (
	SELECT * FROM reports r WHERE ${where(filters, 'r')}
), applicants AS (
	${applicantsSql('selected')}
), listed AS (
	SELECT s.agency_id, s.year, s.scope, v.reason, v.ordinal,
	${choose((id) => `s.${identifier(`t3.${id}.total`)}::DOUBLE`)} AS printed,
	${choose((id) => `a.${identifier(id)}`)} AS recomputed
	FROM selected s LEFT JOIN applicants a ON a.agency_id = s.agency_id AND a.year = s.year
	CROSS JOIN (VALUES ${rows.map(({ id }, index) => `(${literal(id)}, ${index})`).join(', ')}) v(reason, ordinal)
), measured AS (
	SELECT l.*, ${windows.join(', ')} FROM listed l
)
SELECT m.year AS year, m.scope AS scope, m.reason AS reason, count(*)::INTEGER AS reports,
	${BASES.flatMap((basis) => [
		totalSql(basis, `m.${basis}`),
		shareSql(
			`${basis}.share`,
			`m.${basis}`,
			`m.${identifier(`${basis}.whole`)}`,
			`m.${identifier(`${basis}.given`)} = ${rows.length}`
		)
	]).join(',\n\t')}
FROM measured m
GROUP BY m.year, m.scope, m.reason, m.ordinal
ORDER BY m.year, ${scopeOrderSql('m.scope')}, m.ordinal`,
		parse: (found) =>
			found.flatMap((row) =>
				BASES.map((basis) => ({
					year: number(row, 'year'),
					scope: text(row, 'scope') as Scope,
					row: text(row, 'reason') as TableThreeRowId,
					basis,
					reports: number(row, 'reports'),
					total: total(row, basis),
					share: share(row, `${basis}.share`)
				}))
			)
	};
}
