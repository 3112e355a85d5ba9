import { TABLE_IDS, formCells } from '../../../src/lib/core/form/index.ts';
import type { CellKey, Layout, TableId } from '../../../src/lib/core/form/index.ts';
import type { Report } from '../../../src/lib/core/extract/index.ts';
import type { ReportFigures } from '../../../scripts/synthesize/report-figures.ts';

export type Layouts = Readonly<Record<TableId, Layout>>;

/** Both layouts and the two hybrids of tables two and three. */
export const LAYOUT_CASES: readonly Layouts[] = [
	{ t2: '2021', t3: '2021', t4: '2021' },
	{ t2: '2019', t3: '2019', t4: '2019' },
	{ t2: '2021', t3: '2019', t4: '2021' },
	{ t2: '2019', t3: '2021', t4: '2019' }
];

/** A report with another figure in every cell, the money with four decimals and the changes negative. */
export function distinctFigures(formats: Layouts): ReportFigures {
	const cells: Partial<Record<CellKey, number>> = {};
	let next = 101;
	for (const table of TABLE_IDS) {
		for (const { key, unit, signed } of formCells(table, formats[table])) {
			const figure = next++;
			cells[key] = signed ? -figure : unit === 'wan_yuan' || unit === 'as_printed' ? figure + 0.2449 : figure;
		}
	}
	return { agency: '青山市云水区民政局', year: 2023, formats, cells };
}

/** The values of a report by cell, absences by their reason. */
export function valuesOf(report: Report | undefined): Record<string, number | string> {
	const values: Record<string, number | string> = {};
	for (const [key, cell] of Object.entries(report?.cells ?? {}))
		if (cell) values[key] = cell.v ?? cell.absence ?? 'no reason';
	return values;
}
