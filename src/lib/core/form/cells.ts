import { eachLayout } from './each-layout.ts';
import { LAYOUTS, TABLE_IDS } from './names.ts';
import type { CellKey, Layout, Names, TableId, Unit } from './names.ts';
import { DISPUTES, RESULTS } from './table-four.ts';
import { APPLICANTS, APPLICANT_TOTAL, TABLE_THREE_ROWS } from './table-three.ts';
import type { TableThreeRow } from './table-three.ts';
import { TABLE_TWO } from './table-two.ts';
import type { TableTwoBlock } from './table-two.ts';

/** One cell of the form in one or more layouts. */
export interface FormCell {
	readonly key: CellKey;
	readonly table: TableId;
	readonly row: string;
	readonly column: string;
	readonly rowNames: Names;
	readonly columnNames: Names;
	readonly unit: Unit;
	readonly layouts: readonly Layout[];
	/** Its value follows from other cells of the same table. */
	readonly derived: boolean;
	/** It may be negative. */
	readonly signed: boolean;
}

export const APPLICANT_COLUMNS = [...APPLICANTS, APPLICANT_TOTAL] as const;

/** The rows of table three in one layout, in printed order. */
export function tableThreeRows(layout: Layout): readonly TableThreeRow[] {
	return (TABLE_THREE_ROWS as readonly TableThreeRow[]).filter((row) => row.layouts.includes(layout));
}

function layoutsOfTableTwo(row: string, column: string): readonly Layout[] {
	return LAYOUTS.filter((layout) =>
		(TABLE_TWO[layout] as readonly TableTwoBlock[]).some(
			(block) => block.rows.some(({ id }) => id === row) && block.columns.some(({ id }) => id === column)
		)
	);
}

function tableTwoCells(layout: Layout): FormCell[] {
	return (TABLE_TWO[layout] as readonly TableTwoBlock[]).flatMap((block) =>
		block.rows.flatMap((row) =>
			block.columns.map((column): FormCell => ({
				key: `t2.${row.id}.${column.id}`,
				table: 't2',
				row: row.id,
				column: column.id,
				rowNames: row.names,
				columnNames: column.names,
				unit: column.unit,
				layouts: layoutsOfTableTwo(row.id, column.id),
				derived: false,
				signed: column.signed ?? false
			}))
		)
	);
}

function tableThreeCells(layout: Layout): FormCell[] {
	return tableThreeRows(layout).flatMap((row) =>
		APPLICANT_COLUMNS.map((column): FormCell => ({
			key: `t3.${row.id}.${column.id}`,
			table: 't3',
			row: row.id,
			column: column.id,
			rowNames: row.names,
			columnNames: column.names,
			unit: 'piece',
			layouts: row.layouts,
			derived: column.id === 'total' || row.derived === true,
			signed: false
		}))
	);
}

function tableFourCells(): FormCell[] {
	return DISPUTES.flatMap((dispute) =>
		RESULTS.map((result): FormCell => ({
			key: `t4.${dispute.id}.${result.id}`,
			table: 't4',
			row: dispute.id,
			column: result.id,
			rowNames: dispute.names,
			columnNames: result.names,
			unit: 'piece',
			layouts: LAYOUTS,
			derived: result.id === 'total',
			signed: false
		}))
	);
}

const CELLS_BY_TABLE: Record<TableId, Record<Layout, readonly FormCell[]>> = {
	t2: eachLayout(tableTwoCells),
	t3: eachLayout(tableThreeCells),
	t4: eachLayout(tableFourCells)
};

/** The cells that one table prints in one layout, in printed order: t2 has 10 or 22, t3 175 or 161, t4 15. */
export function formCells(table: TableId, layout: Layout): readonly FormCell[] {
	return CELLS_BY_TABLE[table][layout];
}

const CELL_BY_KEY: ReadonlyMap<string, FormCell> = new Map(
	TABLE_IDS.flatMap((table) =>
		LAYOUTS.flatMap((layout) => formCells(table, layout).map((cell) => [cell.key, cell] as const))
	)
);

/** Every cell of all layouts once, tables in order. */
export const ALL_CELLS: readonly FormCell[] = [...CELL_BY_KEY.values()];

/** The form's cell of that key, or undefined where the form has none. */
export function formCell(key: string): FormCell | undefined {
	return CELL_BY_KEY.get(key);
}

const CELL_BY_PLACE = new Map<TableId, Map<string, Map<string, FormCell>>>();
for (const cell of ALL_CELLS) {
	const rows = CELL_BY_PLACE.get(cell.table) ?? new Map<string, Map<string, FormCell>>();
	const columns = rows.get(cell.row) ?? new Map<string, FormCell>();
	columns.set(cell.column, cell);
	rows.set(cell.row, columns);
	CELL_BY_PLACE.set(cell.table, rows);
}

/** The form's cell at a row and column of a table, or undefined where the form has none. */
export function formCellAt(table: TableId, row: string, column: string): FormCell | undefined {
	return CELL_BY_PLACE.get(table)?.get(row)?.get(column);
}
