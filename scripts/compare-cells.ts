import type { ProblemCode, Report, ReportCell } from '../src/lib/core/extract/report.ts';
import { formCell } from '../src/lib/core/form/index.ts';
import type { CellKey } from '../src/lib/core/form/index.ts';
import type { Gold, GoldCell } from './shared-reports.ts';

export interface Comparison {
	/** Cells with the gold's number. */
	readonly right: number;
	/** Cells without a number, for the gold's reason. */
	readonly absentRight: number;
	/** Cells of the gold that we do not have and that a problem names. */
	readonly declared: readonly string[];
	/** Cells of the gold that we do not have and that no problem names. */
	readonly missed: readonly string[];
	/** A number or a reason that is not the gold's, or a number where the gold has no cell. */
	readonly wrong: readonly string[];
	/** Cells without a number that the gold does not have. */
	readonly extra: readonly string[];
}

const say = (cell: GoldCell | ReportCell | undefined): string =>
	cell === undefined ? 'no cell' : (cell.absence ?? String(cell.v));

/** Problems that say of figures which are printed that they could not be had. */
const DECLARING: ReadonlySet<ProblemCode> = new Set([
	'report/table-missing',
	'report/copies-differ',
	'table/header-not-found',
	'table/incomplete',
	'row/missing',
	'row/not-placed',
	'row/unknown',
	'row/repeated',
	'column/missing',
	'cell/not-a-number'
]);

/** Whether one of the report's problems speaks of that cell: of its row, its column, its whole table or the whole file. */
function isDeclared(report: Report, key: CellKey): boolean {
	const cell = formCell(key);
	if (cell === undefined) return false;
	return report.problems.some(
		({ code, table, row, column }) =>
			code === 'report/no-table' ||
			(DECLARING.has(code) &&
				table === cell.table &&
				(row === undefined || row === cell.row) &&
				(column === undefined || column === cell.column))
	);
}

/** Sets an extracted report beside its gold, cell by cell, absences included. */
export function compareCells(report: Report, gold: Pick<Gold, 'cells'>): Comparison {
	const found: Readonly<Partial<Record<string, ReportCell>>> = report.cells;
	let right = 0;
	let absentRight = 0;
	const declared: string[] = [];
	const missed: string[] = [];
	const wrong: string[] = [];
	const extra: string[] = [];
	for (const [key, expected] of Object.entries(gold.cells)) {
		const cell = found[key];
		if (cell === undefined || cell.absence === 'unplaced' || cell.absence === 'missing')
			(cell?.absence === 'unplaced' || isDeclared(report, key as CellKey) ? declared : missed).push(key);
		else if (cell.v !== expected.v || (cell.v === null && cell.absence !== expected.absence))
			wrong.push(`${key}: ${say(cell)} for ${say(expected)}`);
		else if (cell.v === null) absentRight += 1;
		else right += 1;
	}
	for (const [key, cell] of Object.entries(found)) {
		if (cell === undefined || key in gold.cells) continue;
		if (cell.v !== null) wrong.push(`${key}: ${say(cell)} for ${say(undefined)}`);
		else if (cell.absence !== 'unplaced' && cell.absence !== 'missing') extra.push(`${key}: ${say(cell)}`);
	}
	return { right, absentRight, declared, missed, wrong, extra };
}
