import { formCells, LAYOUTS, TABLE_IDS } from '../../src/lib/core/form/index.ts';

/** The key of every cell of the form, in all layouts. */
export const FORM_CELL_KEYS: ReadonlySet<string> = new Set(
	TABLE_IDS.flatMap((table) => LAYOUTS.flatMap((layout) => formCells(table, layout).map(({ key }) => key)))
);
