import type { Report, ReportCell } from '$lib/core/extract/report.ts';
import type { CellRow } from '$lib/queries/index.ts';

function cellRow(cell: string, { v, raw, absence, unit, at }: ReportCell): CellRow {
	return {
		cell,
		value: v,
		raw,
		absence: absence ?? null,
		unit: unit ?? null,
		table: at?.table ?? null,
		row: at?.row ?? null,
		col: at?.col ?? null,
		line: at?.line ?? null
	};
}

/** The cells of a report as the dataset would give them. */
export function cellRows(report: Report): ReadonlyMap<string, CellRow> {
	return new Map(Object.entries(report.cells).flatMap(([key, cell]) => (cell ? [[key, cellRow(key, cell)]] : [])));
}
