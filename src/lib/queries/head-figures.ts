import type { Scope } from '../core/dataset/tables.ts';
import { identifier } from '../db/sql.ts';
import { figureSql, scopeOrderSql, shareSql, totalSql } from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, numberOrNull, share, text, total } from './row-values.ts';
import type { SumGroup } from './sums/sum-table.ts';
import { byScope, bySums, byYear, disclosedOf, groupOf, reportsOf, shareOver, totalOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';
import type { Matched, Share, Total } from './totals.ts';

export const HEAD_FIGURE_IDS = ['new', 'closed', 'review', 'suits'] as const;
export type HeadFigureId = (typeof HEAD_FIGURE_IDS)[number];

/** Where the sums have each head figure. */
export const HEAD_COLUMNS: Readonly<Record<HeadFigureId, string>> = {
	new: 't3.new.total',
	closed: 't3.closed.total',
	review: 't4.review.total',
	suits: 'suits.total'
};

export interface HeadFigure {
	readonly current: Total;
	readonly previous: Total;
	/** Among agencies that give the figure in both years: the honest base of a change in per cent. */
	readonly matched: Matched;
}

export interface HeadFigures {
	readonly scope: Scope;
	/** The newest chosen year in which this scope has a report. `previous` is the year before it, chosen or not. */
	readonly year: number;
	readonly reports: number;
	readonly previousReports: number;
	readonly figures: Readonly<Record<HeadFigureId, HeadFigure>>;
	/** (granted + partial) / closed, over the reports that give all three. */
	readonly disclosed: {
		readonly current: Share;
		readonly previous: Share;
		/** The same of both years, among agencies that give it in both. */
		readonly matched: { readonly current: Share; readonly previous: Share };
	};
}

/** A figure of this year (`c`), of the year before (`p`), and of both where an agency gives both. */
function figureColumns(id: HeadFigureId): string {
	const [now, before] = [`c.${identifier(id)}`, `p.${identifier(id)}`];
	const both = `${now} IS NOT NULL AND ${before} IS NOT NULL`;
	return [
		totalSql(`${id}.current`, now),
		totalSql(`${id}.previous`, before),
		`sum(${now}) FILTER (WHERE ${both}) AS ${identifier(`${id}.matched.value`)}`,
		`sum(${before}) FILTER (WHERE ${both}) AS ${identifier(`${id}.matched.previous`)}`,
		`(count(*) FILTER (WHERE ${both}))::INTEGER AS ${identifier(`${id}.matched.n`)}`
	].join(',\n\t');
}

const given = (alias: string): string => `${alias}.disclosed IS NOT NULL AND ${alias}.closed IS NOT NULL`;

const shareColumns = (name: string, alias: string, only = given(alias)): string =>
	shareSql(name, `${alias}.disclosed`, `${alias}.closed`, only);

const IN_BOTH = `${given('c')} AND ${given('p')}`;

function matchedOf(pair: SumGroup | undefined, id: HeadFigureId): Matched {
	return { value: pair?.sum(id) ?? null, previous: pair?.sum(`before.${id}`) ?? null, n: pair?.count(`n.${id}`) ?? 0 };
}

function headsOf({ reports, pairs }: Sums, filters: Filters): HeadFigures[] {
	const everyYear = { ...filters, years: [] };
	const groups = reports.groups(everyYear, ['year', 'scope']);
	const paired = pairs.groups(everyYear, ['year', 'scope']);
	const newest = new Map<unknown, SumGroup>();
	for (const group of reports.groups(filters, ['year', 'scope']).sort(byYear)) newest.set(group.key['scope'], group);
	return [...newest.values()].sort(byScope).map((now) => {
		const own = reportsOf(now);
		const [before, pair] = [groupOf(groups, own.year - 1, own.scope), groupOf(paired, own.year, own.scope)];
		const head = (id: HeadFigureId): HeadFigure => ({
			current: totalOf(now, HEAD_COLUMNS[id]),
			previous: totalOf(before, HEAD_COLUMNS[id]),
			matched: matchedOf(pair, id)
		});
		return {
			...own,
			previousReports: before?.count('reports') ?? 0,
			figures: { new: head('new'), closed: head('closed'), review: head('review'), suits: head('suits') },
			disclosed: {
				current: disclosedOf(now),
				previous: disclosedOf(before),
				matched: {
					current: shareOver(pair, 'disclosed', 'disclosed.numerator', 'disclosed.denominator'),
					previous: shareOver(pair, 'disclosed', 'before.disclosed.numerator', 'before.disclosed.denominator')
				}
			}
		};
	});
}

/** The newest year of the selection and the year before it, for each scope: scopes are never summed. */
export function headFigures(filters: Filters): Query<HeadFigures> {
	const years = [...new Set(filters.years.flatMap((year) => [year - 1, year]))].sort((a, b) => a - b);
	const ofYear = (year: string): string => `SELECT r.agency_id, r.scope,
	${HEAD_FIGURE_IDS.map((id) => `${figureSql(id, 'r')} AS ${identifier(id)}`).join(', ')},
	${figureSql('granted', 'r')} + ${figureSql('partial', 'r')} AS disclosed
	FROM reports r JOIN newest n ON n.scope = r.scope AND r.year = ${year}
	WHERE ${where({ ...filters, years }, 'r')}`;
	return {
		tables: ['reports'],
		years,
		...bySums(filters, (sums) => headsOf(sums, filters)),
		sql: `WITH newest AS (
	SELECT r.scope, max(r.year) AS year FROM reports r WHERE ${where(filters, 'r')} GROUP BY r.scope
), now AS (
	${ofYear('n.year')}
), before AS (
	${ofYear('n.year - 1')}
)
SELECT n.scope AS scope, n.year AS year,
	count(c.agency_id)::INTEGER AS reports,
	count(p.agency_id)::INTEGER AS previous_reports,
	${HEAD_FIGURE_IDS.map(figureColumns).join(',\n\t')},
	${shareColumns('disclosed.current', 'c')},
	${shareColumns('disclosed.previous', 'p')},
	${shareColumns('disclosed.matched.current', 'c', IN_BOTH)},
	${shareColumns('disclosed.matched.previous', 'p', IN_BOTH)}
FROM now c
FULL JOIN before p ON p.agency_id = c.agency_id AND p.scope = c.scope
JOIN newest n ON n.scope = coalesce(c.scope, p.scope)
GROUP BY n.scope, n.year
ORDER BY ${scopeOrderSql('n.scope')}`,
		parse: (rows) =>
			rows.map((row) => {
				const head = (id: HeadFigureId): HeadFigure => ({
					current: total(row, `${id}.current`),
					previous: total(row, `${id}.previous`),
					matched: {
						value: numberOrNull(row, `${id}.matched.value`),
						previous: numberOrNull(row, `${id}.matched.previous`),
						n: number(row, `${id}.matched.n`)
					}
				});
				return {
					scope: text(row, 'scope') as Scope,
					year: number(row, 'year'),
					reports: number(row, 'reports'),
					previousReports: number(row, 'previous_reports'),
					figures: { new: head('new'), closed: head('closed'), review: head('review'), suits: head('suits') },
					disclosed: {
						current: share(row, 'disclosed.current'),
						previous: share(row, 'disclosed.previous'),
						matched: {
							current: share(row, 'disclosed.matched.current'),
							previous: share(row, 'disclosed.matched.previous')
						}
					}
				};
			})
	};
}
