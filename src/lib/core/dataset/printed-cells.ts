import { formCell } from '../form/index.ts';
import type { CellKey, FormCell } from '../form/index.ts';
import type { Report, ReportCell } from '../extract/report.ts';

/** The cells of a report with the form's cell of each. A key that the form lacks is our mistake. */
export function printedCells(report: Report): (readonly [FormCell, ReportCell])[] {
	const printed: (readonly [FormCell, ReportCell])[] = [];
	for (const key of Object.keys(report.cells)) {
		const cell = report.cells[key as CellKey];
		if (cell === undefined) continue;
		const form = formCell(key);
		if (!form) throw new Error(`unknown cell: ${key}`);
		printed.push([form, cell]);
	}
	return printed;
}
