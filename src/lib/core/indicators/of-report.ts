import { APPLICANTS, APPLICANT_TOTAL, LAYOUTS, eachLayout } from '../form/index.ts';
import type { CellKey, TableId } from '../form/index.ts';
import type { CellMeasure, Term } from './indicator.ts';

/** The one table that a measure is of. */
export function tableOfMeasure({ terms }: CellMeasure): TableId {
	const cells = LAYOUTS.flatMap((layout) => (terms[layout] ?? []).map(({ cell }) => cell));
	const tables = new Set(cells.map((cell) => cell.split('.')[0] as TableId));
	const [table] = tables;
	if (!table || tables.size !== 1) throw new Error(`measure of one table expected: ${[...tables].join(', ')}`);
	return table;
}

const isTotal = (cell: CellKey): boolean => cell.startsWith('t3.') && cell.endsWith(`.${APPLICANT_TOTAL.id}`);
const ofApplicants = ({ cell, sign }: Term): Term[] =>
	APPLICANTS.map(({ id }) => ({ cell: `${cell.slice(0, -APPLICANT_TOTAL.id.length)}${id}` as CellKey, sign }));

/** A measure of table three’s total column, from the six applicants: a number only where all six are. */
export function recomputed({ terms }: CellMeasure): CellMeasure {
	return {
		kind: 'cells',
		terms: eachLayout(
			(layout) => terms[layout]?.flatMap((term) => (isTotal(term.cell) ? ofApplicants(term) : [term])) ?? null
		)
	};
}

/** The numbers of one report, and the layout of each of its tables as it was found. */
export interface ReportFigures {
	readonly values: ReadonlyMap<CellKey, number>;
	readonly formats: Readonly<Record<TableId, string | null>>;
}

/** What a measure comes to in a report: null unless every cell it needs there is a number. */
export type MeasureReader = (report: ReportFigures) => number | null;

function sumOf(terms: readonly Term[], values: ReadonlyMap<CellKey, number>): number | null {
	let sum = 0;
	for (const { cell, sign } of terms) {
		const value = values.get(cell);
		if (value === undefined) return null;
		sum += sign * value;
	}
	return sum;
}

/** Made ready for very many reports; `measureSql` (queries/) is the same in SQL. */
export function measureReader(measure: CellMeasure): MeasureReader {
	const lists = LAYOUTS.map((layout) => measure.terms[layout]);
	const [first] = lists;
	// What all layouts hold alike counts even where the layout could not be told.
	if (first && lists.every((list) => JSON.stringify(list) === JSON.stringify(first)))
		return ({ values }) => sumOf(first, values);
	const table = tableOfMeasure(measure);
	const byLayout = new Map<string | null, readonly Term[] | null>(
		LAYOUTS.map((layout) => [layout, measure.terms[layout]])
	);
	return ({ values, formats }) => {
		const terms = byLayout.get(formats[table]);
		return terms ? sumOf(terms, values) : null;
	};
}
