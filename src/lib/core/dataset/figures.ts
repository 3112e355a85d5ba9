import type { CellKey, FormCell } from '../form/index.ts';
import type { Report, ReportCell } from '../extract/report.ts';
import { absencesOf } from './absences.ts';
import type { Absence } from './absences.ts';
import type { DatasetProblem } from './build-problem.ts';
import { printedCells } from './printed-cells.ts';

/** A column of counts holds whole numbers of 32 bits. */
const LARGEST_COUNT = 2 ** 31 - 1;
const TEN_THOUSAND_YUAN: ReadonlySet<string> = new Set(['万元', '万', '萬元', '萬']);

/** What a report gives to the wide tables: the numbers that its columns can hold, and for all other cells the reason. */
export interface Figures {
	readonly values: ReadonlyMap<CellKey, number>;
	readonly absences: readonly Absence[];
	readonly problems: readonly DatasetProblem[];
}

/** Why a number as printed does not fit the column of its cell, or null if it does. */
function misfit(form: FormCell, cell: ReportCell, value: number): DatasetProblem['code'] | null {
	if (form.unit === 'wan_yuan') return cell.unit && !TEN_THOUSAND_YUAN.has(cell.unit) ? 'cell/unit-differs' : null;
	if (form.unit === 'as_printed') return null;
	if (!Number.isInteger(value)) return 'cell/fraction';
	return Math.abs(value) > LARGEST_COUNT ? 'cell/out-of-range' : null;
}

/**
 * The figures of a report as the tables `reports`, `requests` and `absences` hold them. A number in another unit than its column's,
 * a count with a fraction or past 32 bits stays in `cells` as printed and is absent here with the reason `text`: never rescaled, never rounded.
 */
export function figuresOf(report: Report): Figures {
	const values = new Map<CellKey, number>();
	const absences = [...absencesOf(report)];
	const problems: DatasetProblem[] = [];
	for (const [form, cell] of printedCells(report)) {
		if (cell.v === null) continue;
		const code = misfit(form, cell, cell.v);
		if (code === null) {
			values.set(form.key, cell.v);
			continue;
		}
		absences.push({ cell: form.key, reason: 'text', raw: cell.raw });
		const declared = report.problems.some(
			(problem) => problem.code === code && problem.row === form.row && problem.column === form.column
		);
		if (!declared) problems.push({ code, table: form.table, row: form.row, column: form.column, found: cell.raw });
	}
	return { values, absences, problems };
}
