import type { Scope } from '../core/dataset/tables.ts';
import type { OutcomeGroupId } from '../core/form/index.ts';
import { identifier } from '../db/sql.ts';
import {
	applicantsSql,
	figureSql,
	OUTCOME_GROUP_IDS,
	recomputedSql,
	scopeOrderSql,
	shareSql,
	totalSql
} from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, share, text, total } from './row-values.ts';
import { bySums, byYearAndScope, reportsOf, shareOver, totalOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';
import type { Share, Total } from './totals.ts';

/** `printed`: the report's own total column; `recomputed`: from the six applicants, where all six are numbers. Never mixed. */
export const BASES = ['printed', 'recomputed'] as const;
export type Basis = (typeof BASES)[number];
/** With what the names of its columns begin in the tables of sums. */
export const BASIS_PREFIX: Readonly<Record<Basis, string>> = { printed: '', recomputed: 'recomputed.' };

export interface OutcomeTotal {
	readonly year: number;
	readonly scope: Scope;
	readonly group: OutcomeGroupId;
	readonly basis: Basis;
	/** Reports in the selection. */
	readonly reports: number;
	/** Over the reports that give every part of the group. */
	readonly total: Total;
	/** Of `closed`, over the reports that give all six groups and `closed` on this basis: the six shares have one denominator. */
	readonly share: Share;
}

const MEASURES = [...OUTCOME_GROUP_IDS, 'closed'] as const;

function outcomesOf({ reports }: Sums, filters: Filters, bases: readonly Basis[]): OutcomeTotal[] {
	return byYearAndScope(reports, filters).flatMap((sums) =>
		bases.flatMap((basis) =>
			OUTCOME_GROUP_IDS.map((group) => {
				const prefix = BASIS_PREFIX[basis];
				return {
					...reportsOf(sums),
					...{ group, basis },
					total: totalOf(sums, `${prefix}outcome.${group}`),
					share: shareOver(sums, `${prefix}outcomes`, `${prefix}outcomes.${group}`, `${prefix}outcomes.closed`)
				};
			})
		)
	);
}

/** Outcomes by year, scope and group, in the order of the form. Without `recomputed` among the bases, `requests` is not loaded. */
export function outcomesByYear(filters: Filters, bases: readonly Basis[] = BASES): Query<OutcomeTotal> {
	const recomputes = bases.includes('recomputed');
	const measured = bases.flatMap((basis) =>
		MEASURES.map((id) => {
			const expression = basis === 'printed' ? figureSql(id, 's') : recomputedSql(id, 's', 'a');
			return `${expression} AS ${identifier(`${basis}.${id}`)}`;
		})
	);
	const totals = bases.flatMap((basis) => {
		const column = (id: string): string => `m.${identifier(`${basis}.${id}`)}`;
		const complete = MEASURES.map((id) => `${column(id)} IS NOT NULL`).join(' AND ');
		return OUTCOME_GROUP_IDS.flatMap((group) => [
			totalSql(`${basis}.${group}`, column(group)),
			shareSql(`${basis}.${group}.share`, column(group), column('closed'), complete)
		]);
	});
	return {
		tables: recomputes ? ['reports', 'requests'] : ['reports'],
		years: filters.years,
		...bySums(filters, (sums) => outcomesOf(sums, filters, bases)),
		sql: `WITH selected AS (
	SELECT * FROM reports r WHERE ${where(filters, 'r')}
)${recomputes ? `, applicants AS (\n\t${applicantsSql('selected')}\n)` : ''}, measured AS (
	SELECT s.year, s.scope, ${measured.join(',\n\t')}
	FROM selected s${recomputes ? ' LEFT JOIN applicants a ON a.agency_id = s.agency_id AND a.year = s.year' : ''}
)
SELECT m.year AS year, m.scope AS scope, count(*)::INTEGER AS reports,
	${totals.join(',\n\t')}
FROM measured m
GROUP BY m.year, m.scope
ORDER BY m.year, ${scopeOrderSql('m.scope')}`,
		parse: (rows) =>
			rows.flatMap((row) =>
				bases.flatMap((basis) =>
					OUTCOME_GROUP_IDS.map((group) => ({
						year: number(row, 'year'),
						scope: text(row, 'scope') as Scope,
						group,
						basis,
						reports: number(row, 'reports'),
						total: total(row, `${basis}.${group}`),
						share: share(row, `${basis}.${group}.share`)
					}))
				)
			)
	};
}
