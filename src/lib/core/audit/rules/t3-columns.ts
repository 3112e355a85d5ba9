import { APPLICANT_COLUMNS, eachLayout, tableThreeRows } from '../../form/index.ts';
import type { CellKey, Layout } from '../../form/index.ts';
import { slotOf } from '../sheet.ts';

/** One column of table three by slot. */
export interface Column {
	readonly id: string;
	readonly received: CellKey;
	readonly carriedIn: CellKey;
	readonly closed: CellKey;
	readonly carriedOut: CellKey;
	readonly outcomes: readonly CellKey[];
	readonly cells: readonly CellKey[];
	readonly slots: {
		readonly received: number;
		readonly carriedIn: number;
		readonly closed: number;
		readonly carriedOut: number;
		readonly outcomes: Int16Array;
	};
}

function columnsOf(layout: Layout): readonly Column[] {
	return APPLICANT_COLUMNS.map(({ id }) => {
		const cell = (row: string): CellKey => `t3.${row}.${id}`;
		const rows = tableThreeRows(layout);
		const outcomes = rows.filter((row) => row.group !== undefined).map((row) => cell(row.id));
		return {
			id,
			received: cell('new'),
			carriedIn: cell('carried_in'),
			closed: cell('closed'),
			carriedOut: cell('carried_out'),
			outcomes,
			cells: rows.map((row) => cell(row.id)),
			slots: {
				received: slotOf(cell('new')),
				carriedIn: slotOf(cell('carried_in')),
				closed: slotOf(cell('closed')),
				carriedOut: slotOf(cell('carried_out')),
				outcomes: Int16Array.from(outcomes, slotOf)
			}
		};
	});
}

export const T3_COLUMNS: Record<Layout, readonly Column[]> = eachLayout(columnsOf);
