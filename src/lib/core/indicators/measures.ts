import { APPLICANT_TOTAL, LAYOUTS, eachLayout, tableThreeRows } from '../form/index.ts';
import type { CellKey, DisputeId, Layout, OutcomeGroupId, ResultId, TableThreeRowId } from '../form/index.ts';
import type { CellMeasure, Measure, Term } from './indicator.ts';

const plus = (cells: readonly CellKey[]): Term[] => cells.map((cell) => ({ cell, sign: 1 }));
const minus = (cells: readonly CellKey[]): Term[] => cells.map((cell) => ({ cell, sign: -1 }));

/** The same cells in every layout. */
export function sum(...cells: readonly CellKey[]): CellMeasure {
	return { kind: 'cells', terms: eachLayout(() => plus(cells)) };
}

/** Other cells in each layout; null where a layout cannot give it. */
export function byLayout(cells: Readonly<Record<Layout, readonly CellKey[] | null>>): CellMeasure {
	const of = (layout: Layout): Term[] | null => {
		const own = cells[layout];
		return own === null ? null : plus(own);
	};
	return { kind: 'cells', terms: eachLayout(of) };
}

/** All of them added up; a layout that one cannot give gives none. */
export function added(...measures: readonly CellMeasure[]): CellMeasure {
	const of = (layout: Layout): Term[] | null => {
		const lists = measures.map(({ terms }) => terms[layout]);
		return lists.some((list) => list === null) ? null : lists.flatMap((list) => list ?? []);
	};
	return { kind: 'cells', terms: eachLayout(of) };
}

const totalCell = (row: TableThreeRowId): CellKey => `t3.${row}.${APPLICANT_TOTAL.id}`;

/** Rows of table three, of all applicants. */
export function rows(...ids: readonly TableThreeRowId[]): CellMeasure {
	return sum(...ids.map(totalCell));
}

/** An outcome group: the sum of its rows, which for 其他处理 differ by layout. */
export function outcome(group: OutcomeGroupId): CellMeasure {
	const of = (layout: Layout): CellKey[] =>
		tableThreeRows(layout)
			.filter((row) => row.group === group)
			.map((row) => totalCell(row.id as TableThreeRowId));
	return byLayout(eachLayout(of));
}

export function disputes(kinds: readonly DisputeId[], result: ResultId): CellMeasure {
	return sum(...kinds.map((kind): CellKey => `t4.${kind}.${result}`));
}

/** Cases decided: the printed total without those pending. */
export function decided(kinds: readonly DisputeId[]): CellMeasure {
	const terms = kinds.flatMap((kind) => [...plus([`t4.${kind}.total`]), ...minus([`t4.${kind}.pending`])]);
	return { kind: 'cells', terms: eachLayout(() => terms) };
}

/** Every cell that a measure reads, in any layout. */
export function cellsOfMeasure(measure: Measure): CellKey[] {
	if (measure.kind === 'checks') return [];
	const { terms } = measure.kind === 'reports' ? measure.of : measure;
	return [...new Set(LAYOUTS.flatMap((layout) => (terms[layout] ?? []).map(({ cell }) => cell)))];
}
