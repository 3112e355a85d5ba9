import type { Scope } from '../core/dataset/tables.ts';
import { DISPUTES, RESULTS } from '../core/form/index.ts';
import type { CellKey, DisputeId, ResultId } from '../core/form/index.ts';
import { identifier } from '../db/sql.ts';
import { scopeOrderSql, sumSql, totalSql } from './figures.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, text, total } from './row-values.ts';
import { bySums, byYearAndScope, reportsOf, totalOf } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';
import type { Total } from './totals.ts';

export interface DisputeTotal {
	readonly year: number;
	readonly scope: Scope;
	/** `suits`: both kinds of lawsuit, over the reports that give both. */
	readonly dispute: DisputeId | 'suits';
	/** `total` is the printed total, not the sum of the others. */
	readonly result: ResultId;
	/** Reports in the selection. */
	readonly reports: number;
	readonly total: Total;
}

/** The cells of table four, in printed order. */
export const DISPUTE_CELLS = DISPUTES.flatMap((dispute) =>
	RESULTS.map((result): { dispute: DisputeId; result: ResultId; cell: CellKey } => ({
		dispute: dispute.id,
		result: result.id,
		cell: `t4.${dispute.id}.${result.id}`
	}))
);

const SUITS = RESULTS.map((result) => ({
	result: result.id,
	cells: DISPUTES.filter((dispute) => dispute.lawsuit).map((dispute): CellKey => `t4.${dispute.id}.${result.id}`)
}));

/** What is summed, with its column. */
const SUMMED = [
	...DISPUTE_CELLS.map(({ dispute, result, cell }) => ({ dispute, result, column: cell })),
	...SUITS.map(({ result }) => ({ dispute: 'suits' as const, result, column: `suits.${result}` }))
];

function disputesOf({ reports }: Sums, filters: Filters): DisputeTotal[] {
	return byYearAndScope(reports, filters).flatMap((group) =>
		SUMMED.map(({ dispute, result, column }) => ({
			...reportsOf(group),
			...{ dispute, result },
			total: totalOf(group, column)
		}))
	);
}

/** Reviews, both kinds of lawsuit and lawsuits together by year, scope and result, as printed. */
export function disputesByResult(filters: Filters): Query<DisputeTotal> {
	return {
		tables: ['reports'],
		years: filters.years,
		...bySums(filters, (sums) => disputesOf(sums, filters)),
		sql: `SELECT r.year AS year, r.scope AS scope, count(*)::INTEGER AS reports,
	${[
		...DISPUTE_CELLS.map(({ cell }) => totalSql(cell, `r.${identifier(cell)}::DOUBLE`)),
		...SUITS.map(({ result, cells }) =>
			totalSql(`suits.${result}`, sumSql(cells.map((cell) => `r.${identifier(cell)}`)))
		)
	].join(',\n\t')}
FROM reports r WHERE ${where(filters, 'r')}
GROUP BY r.year, r.scope
ORDER BY r.year, ${scopeOrderSql('r.scope')}`,
		parse: (rows) =>
			rows.flatMap((row) =>
				SUMMED.map(({ dispute, result, column }) => ({
					year: number(row, 'year'),
					scope: text(row, 'scope') as Scope,
					dispute,
					result,
					reports: number(row, 'reports'),
					total: total(row, column)
				}))
			)
	};
}
