import { formCell } from '../form/index.ts';
import type { FormCell } from '../form/index.ts';
import type { Report, ReportCell } from '../extract/report.ts';

/** The cells of a report with the form's cell of each. A key that the form lacks is our mistake. */
export function printedCells(report: Report): (readonly [FormCell, ReportCell])[] {
	return Object.entries(report.cells).flatMap(([key, cell]) => {
		if (cell === undefined) return [];
		const form = formCell(key);
		if (!form) throw new Error(`unknown cell: ${key}`);
		return [[form, cell] as const];
	});
}
