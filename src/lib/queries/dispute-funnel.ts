import type { Scope } from '../core/dataset/tables.ts';
import { DISPUTES, RESULTS } from '../core/form/index.ts';
import type { CellKey, ResultId } from '../core/form/index.ts';
import { identifier } from '../db/sql.ts';
import { figureSql, scopeOrderSql, sumSql } from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, numberOrNull, text } from './row-values.ts';
import { bySums, byYearAndScope, reportsOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';

export const FUNNEL_STAGES = ['review', 'suit_direct', 'suit_after_review'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];
export type FunnelResult = Exclude<ResultId, 'total'>;
export const FUNNEL_RESULTS: readonly FunnelResult[] = RESULTS.flatMap(({ id }) => (id === 'total' ? [] : [id]));

/** Requests, reviews and lawsuits of the same reports: those that give the new requests and every result of table four. */
export interface DisputeFunnel {
	readonly year: number;
	readonly scope: Scope;
	/** Reports in the selection. */
	readonly reports: number;
	/** Reports that give everything, and are in the sums. */
	readonly n: number;
	/** null: no report gives everything. */
	readonly new: number | null;
	/** By result: the cells themselves, not the printed totals. */
	readonly results: Readonly<Record<FunnelStage, Readonly<Record<FunnelResult, number | null>>>>;
}

const CELLS = DISPUTES.flatMap(({ id }) =>
	FUNNEL_RESULTS.map((result): { stage: FunnelStage; result: FunnelResult; cell: CellKey } => ({
		stage: id,
		result,
		cell: `t4.${id}.${result}`
	}))
);

/** Every result of every stage. */
const resultsOf = (value: (cell: CellKey) => number | null): DisputeFunnel['results'] =>
	Object.fromEntries(
		FUNNEL_STAGES.map((stage) => [
			stage,
			Object.fromEntries(FUNNEL_RESULTS.map((result) => [result, value(`t4.${stage}.${result}`)]))
		])
	) as DisputeFunnel['results'];

function funnelOf({ reports }: Sums, filters: Filters): DisputeFunnel[] {
	return byYearAndScope(reports, filters).map((group) => ({
		...reportsOf(group),
		n: group.count('n.funnel'),
		new: group.sum('funnel.new'),
		results: resultsOf((cell) => group.sum(`funnel.${cell}`))
	}));
}

/** From request to review to lawsuit, by year and scope. */
export function disputeFunnel(filters: Filters): Query<DisputeFunnel> {
	const complete = `f.new IS NOT NULL AND f.disputes IS NOT NULL`;
	return {
		tables: ['reports'],
		years: filters.years,
		...bySums(filters, (sums) => funnelOf(sums, filters)),
		sql: `WITH given AS (
	SELECT r.*, ${figureSql('new', 'r')} AS new, ${sumSql(CELLS.map(({ cell }) => `r.${identifier(cell)}`))} AS disputes
	FROM reports r WHERE ${where(filters, 'r')}
)
SELECT f.year AS year, f.scope AS scope, count(*)::INTEGER AS reports,
	(count(*) FILTER (WHERE ${complete}))::INTEGER AS n,
	sum(f.new) FILTER (WHERE ${complete}) AS new,
	${CELLS.map(({ cell }) => `sum(f.${identifier(cell)}::DOUBLE) FILTER (WHERE ${complete}) AS ${identifier(cell)}`).join(',\n\t')}
FROM given f
GROUP BY f.year, f.scope
ORDER BY f.year, ${scopeOrderSql('f.scope')}`,
		parse: (rows) =>
			rows.map((row) => ({
				year: number(row, 'year'),
				scope: text(row, 'scope') as Scope,
				reports: number(row, 'reports'),
				n: number(row, 'n'),
				new: numberOrNull(row, 'new'),
				results: resultsOf((cell) => numberOrNull(row, cell))
			}))
	};
}
