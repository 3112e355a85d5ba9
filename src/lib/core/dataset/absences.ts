import { formCells, LAYOUTS, TABLE_IDS } from '../form/index.ts';
import type { CellKey, FormCell, TableId } from '../form/index.ts';
import type { AbsenceReason, FoundLayout, Problem, Report } from '../extract/report.ts';
import { printedCells } from './printed-cells.ts';

export interface Absence {
	readonly cell: CellKey;
	readonly reason: AbsenceReason;
	readonly raw: string;
}

/** The cells that a table of that layout must have; of an undetermined layout, those common to all; none of a table not found. */
export function expectedCells(table: TableId, layout: FoundLayout): readonly FormCell[] {
	if (layout === null) return [];
	if (layout !== 'undetermined') return formCells(table, layout);
	return formCells(table, '2021').filter((cell) => cell.layouts.length === LAYOUTS.length);
}

/** Problems that say "figures are printed here and could not be placed". */
const UNPLACED: ReadonlySet<string> = new Set<Problem['code']>([
	'table/header-not-found',
	'row/not-placed',
	'row/repeated',
	'table/incomplete'
]);

function names(problem: Problem, cell: FormCell): boolean {
	return (
		problem.table === cell.table &&
		(problem.code !== 'table/incomplete' || problem.row !== undefined) &&
		(problem.row === undefined || problem.row === cell.row) &&
		(problem.column === undefined || problem.column === cell.column)
	);
}

/** Every cell of the found tables that has no number: as printed, or `unplaced` where a problem says so, or `missing`. */
export function absencesOf(report: Report): Absence[] {
	const unplaced = report.problems.filter((problem) => UNPLACED.has(problem.code));
	const printed = printedCells(report).flatMap(([{ key }, { v, raw, absence }]): Absence[] =>
		v === null ? [{ cell: key, reason: absence ?? 'text', raw }] : []
	);
	const notPrinted = TABLE_IDS.flatMap((table) => expectedCells(table, report.formats[table]))
		.filter((cell) => report.cells[cell.key] === undefined)
		.map((cell): Absence => ({
			cell: cell.key,
			reason: unplaced.some((problem) => names(problem, cell)) ? 'unplaced' : 'missing',
			raw: ''
		}));
	return [...printed, ...notPrinted];
}
