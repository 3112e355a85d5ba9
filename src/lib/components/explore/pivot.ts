import { statusOf, valueOf } from '$lib/core/indicators/index.ts';
import type { Indicator } from '$lib/core/indicators/index.ts';
import { SCOPES } from '$lib/core/dataset/tables.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { Grouping, IndicatorRow } from '$lib/queries/index.ts';
import { compareMembers, memberOf } from './members.ts';
import type { Member } from './members.ts';
import type { Observation } from './observations.ts';

export interface PivotCell {
	readonly value: number | null;
	readonly status: Observation['status'];
	readonly n: number;
	readonly reports: number;
}

/** One table a scope: rows by columns, with totals that are worked out anew. */
export interface PivotTable {
	readonly scope: Scope;
	readonly rows: readonly Member[];
	readonly columns: readonly Member[];
	/** undefined: no report of both. */
	readonly cell: (row: Member, column: Member) => PivotCell | undefined;
	readonly rowTotal: (row: Member) => PivotCell | undefined;
	readonly columnTotal: (column: Member) => PivotCell | undefined;
	readonly total: PivotCell | undefined;
}

export interface PivotAnswers {
	readonly cells: readonly IndicatorRow[];
	readonly byRow: readonly IndicatorRow[];
	readonly byColumn: readonly IndicatorRow[];
	readonly all: readonly IndicatorRow[];
}

/** The cell of a row of results. By outcome the query gives each outcome as the numerator, and all closed as the denominator. */
function cellOf(row: IndicatorRow, one: Indicator, byOutcome: boolean): PivotCell | undefined {
	const sums = row.values[one.id];
	if (sums === undefined) return undefined;
	const value = byOutcome ? sums.numerator : valueOf(one, sums);
	const status = byOutcome ? (value === null ? 'no_figure' : 'ok') : statusOf(one, sums);
	return { value, status, n: sums.n, reports: row.reports };
}

export function pivotTables(
	answers: PivotAnswers,
	one: Indicator,
	rows: Grouping,
	columns: Grouping,
	locale: Locale
): PivotTable[] {
	const found = new Set(answers.cells.map(({ scope }) => scope));
	return (Object.keys(SCOPES) as Scope[])
		.filter((scope) => found.has(scope))
		.map((scope) => {
			const own = answers.cells.filter((row) => row.scope === scope);
			const members = (grouping: Grouping): Member[] =>
				[
					...new Map(own.map((row) => memberOf(row, grouping, locale)).map((member) => [member.key, member])).values()
				].sort(compareMembers);
			const index = (list: readonly IndicatorRow[], groupings: readonly Grouping[]): ReadonlyMap<string, PivotCell> => {
				const byOutcome = groupings.includes('outcome');
				return new Map(
					list
						.filter((row) => row.scope === scope)
						.flatMap((row) => {
							const cell = cellOf(row, one, byOutcome);
							const key = groupings.map((grouping) => memberOf(row, grouping, locale).key).join('\n');
							return cell === undefined ? [] : [[key, cell] as const];
						})
				);
			};
			const [cells, byRow, byColumn, all] = [
				index(answers.cells, [rows, columns]),
				index(answers.byRow, [rows]),
				index(answers.byColumn, [columns]),
				index(answers.all, [])
			];
			return {
				scope,
				rows: members(rows),
				columns: members(columns),
				cell: (row, column) => cells.get(`${row.key}\n${column.key}`),
				rowTotal: (row) => byRow.get(row.key),
				columnTotal: (column) => byColumn.get(column.key),
				total: all.get('')
			};
		});
}

/** One line of the pivot table's files: a row of a scope, or its totals. */
export interface PivotRecord {
	readonly scope: Scope;
	/** null: the totals. */
	readonly row: Member | null;
	readonly table: PivotTable;
}

export function pivotRecords(tables: readonly PivotTable[]): PivotRecord[] {
	return tables.flatMap((table) => [
		...table.rows.map((row) => ({ scope: table.scope, row, table })),
		{ scope: table.scope, row: null, table }
	]);
}
