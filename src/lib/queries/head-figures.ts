import type { Scope } from '../core/dataset/tables.ts';
import { identifier } from '../db/sql.ts';
import { figureSql, scopeOrderSql, shareSql, totalSql } from './figures.ts';
import { NO_FILTERS, where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, numberOrNull, share, text, total } from './row-values.ts';
import type { Matched, Share, Total } from './totals.ts';

export const HEAD_FIGURE_IDS = ['new', 'closed', 'review', 'suits'] as const;
export type HeadFigureId = (typeof HEAD_FIGURE_IDS)[number];

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
	readonly disclosed: { readonly current: Share; readonly previous: Share };
}

const CURRENT = 's.year = n.year';
const PREVIOUS = 's.year = n.year - 1';

function figureColumns(id: HeadFigureId): string {
	const [now, before] = [`s.${identifier(id)}`, `p.${identifier(id)}`];
	const both = `${CURRENT} AND ${now} IS NOT NULL AND ${before} IS NOT NULL`;
	return [
		totalSql(`${id}.current`, now, CURRENT),
		totalSql(`${id}.previous`, now, PREVIOUS),
		`sum(${now}) FILTER (WHERE ${both}) AS ${identifier(`${id}.matched.value`)}`,
		`sum(${before}) FILTER (WHERE ${both}) AS ${identifier(`${id}.matched.previous`)}`,
		`(count(*) FILTER (WHERE ${both}))::INTEGER AS ${identifier(`${id}.matched.n`)}`
	].join(',\n\t');
}

/** The newest year of the selection and the year before it, for each scope: scopes are never summed. */
export function headFigures(filters: Filters): Query<HeadFigures> {
	const chosenYears = where({ ...NO_FILTERS, years: filters.years }, 's');
	const given = 's.disclosed IS NOT NULL AND s.closed IS NOT NULL';
	return {
		tables: ['reports'],
		years: [...new Set(filters.years.flatMap((year) => [year - 1, year]))].sort((a, b) => a - b),
		sql: `WITH selected AS (
	SELECT r.agency_id, r.year, r.scope,
	${HEAD_FIGURE_IDS.map((id) => `${figureSql(id, 'r')} AS ${identifier(id)}`).join(', ')},
	${figureSql('granted', 'r')} + ${figureSql('partial', 'r')} AS disclosed
	FROM reports r WHERE ${where({ ...filters, years: [] }, 'r')}
), newest AS (
	SELECT s.scope, max(s.year) AS year FROM selected s WHERE ${chosenYears} GROUP BY s.scope
)
SELECT n.scope AS scope, n.year AS year,
	(count(*) FILTER (WHERE ${CURRENT}))::INTEGER AS reports,
	(count(*) FILTER (WHERE ${PREVIOUS}))::INTEGER AS previous_reports,
	${HEAD_FIGURE_IDS.map(figureColumns).join(',\n\t')},
	${shareSql('disclosed.current', 's.disclosed', 's.closed', `${CURRENT} AND ${given}`)},
	${shareSql('disclosed.previous', 's.disclosed', 's.closed', `${PREVIOUS} AND ${given}`)}
FROM newest n
JOIN selected s ON s.scope = n.scope AND (${CURRENT} OR ${PREVIOUS})
LEFT JOIN selected p ON p.agency_id = s.agency_id AND p.scope = s.scope AND p.year = s.year - 1
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
					disclosed: { current: share(row, 'disclosed.current'), previous: share(row, 'disclosed.previous') }
				};
			})
	};
}
