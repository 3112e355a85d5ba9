import { intervalOf, statusOf, valueOf } from '$lib/core/indicators/index.ts';
import type { Indicator, IndicatorStatus, Interval } from '$lib/core/indicators/index.ts';
import { SCOPES } from '$lib/core/dataset/tables.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import { formatNumber } from '$lib/format/numbers.ts';
import type { IndicatorReport } from '$lib/queries/index.ts';
import type { Sort } from './compare-view.ts';

/** An indicator of one body in one year. */
export interface BodyCell {
	/** In the indicator's unit, a share as a fraction of one; null where there is none. */
	readonly value: number | null;
	readonly status: IndicatorStatus;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** Of an uncertain share. */
	readonly interval: Interval | null;
	/** Why there is no value; empty where there is. */
	readonly absences: readonly string[];
}

export interface BodyRow {
	readonly agency_id: string;
	readonly agency: string;
	readonly scope: Scope;
	readonly year: number;
	readonly failing: boolean;
	readonly cells: Readonly<Record<string, BodyCell>>;
}

const NO_CELL: BodyCell = {
	value: null,
	status: 'no_figure',
	numerator: null,
	denominator: null,
	interval: null,
	absences: ['no_figure']
};

export const cellOf = (row: BodyRow, id: string): BodyCell => row.cells[id] ?? NO_CELL;

export function bodyCell(one: Indicator, report: IndicatorReport): BodyCell {
	const { numerator, denominator, absences } = report.values[one.id] ?? NO_CELL;
	const sums = { numerator, denominator, n: numerator === null ? 0 : 1 };
	const status = statusOf(one, sums);
	return {
		value: valueOf(one, sums),
		status,
		numerator,
		denominator,
		interval: status === 'uncertain' ? intervalOf(one, sums) : null,
		absences: status === 'undefined' ? ['undefined'] : status === 'no_figure' ? absences : []
	};
}

export function bodyRow(report: IndicatorReport, indicators: readonly Indicator[]): BodyRow {
	const { agency_id, agency, scope, year, failing } = report;
	const cells = Object.fromEntries(indicators.map((one) => [one.id, bodyCell(one, report)]));
	return { agency_id, agency, scope, year, failing, cells };
}

/** What can be ranked first, then what is too few for a rate, then what has no value. */
const TIERS: readonly IndicatorStatus[] = ['ok', 'uncertain', 'undefined', 'no_figure'];

/** Sorted by a column; whatever the direction, uncertain values come after those that are ranked, and absences last. */
export function sortBodies(rows: readonly BodyRow[], { by, descending }: Sort): BodyRow[] {
	const sign = descending ? -1 : 1;
	const byName = (a: BodyRow, b: BodyRow): number =>
		a.agency.localeCompare(b.agency, 'zh-CN') || a.agency_id.localeCompare(b.agency_id);
	if (by === 'agency') return [...rows].sort((a, b) => sign * byName(a, b));
	return [...rows].sort((a, b) => {
		const [one, other] = [cellOf(a, by), cellOf(b, by)];
		const tier = TIERS.indexOf(one.status) - TIERS.indexOf(other.status);
		return tier || sign * ((one.value ?? 0) - (other.value ?? 0)) || byName(a, b);
	});
}

/** A rate's numerator and denominator: 13/18; nothing for a count. */
export function partsOf({ numerator, denominator }: BodyCell): string {
	return numerator === null || denominator === null ? '' : `${formatNumber(numerator)}/${formatNumber(denominator)}`;
}

export interface ScopeRows {
	readonly scope: Scope;
	readonly rows: readonly BodyRow[];
}

/** Bodies with work of their own before the governments that sum it up. */
const SCOPE_ORDER = (Object.keys(SCOPES) as Scope[]).sort(
	(a, b) => Number(a.endsWith('_summary')) - Number(b.endsWith('_summary'))
);

/** Rows by scope: bodies of different scopes stand in tables of their own, and no figure is taken over both. */
export function rowsByScope(rows: readonly BodyRow[], sort: Sort): ScopeRows[] {
	return SCOPE_ORDER.flatMap((scope) => {
		const own = rows.filter((row) => row.scope === scope);
		return own.length === 0 ? [] : [{ scope, rows: sortBodies(own, sort) }];
	});
}

/** The greatest value of a column that is ranked: the full length of its bars. */
export function greatestOf(rows: readonly BodyRow[], id: string): number {
	return Math.max(0, ...rows.map((row) => (cellOf(row, id).status === 'ok' ? (cellOf(row, id).value ?? 0) : 0)));
}
