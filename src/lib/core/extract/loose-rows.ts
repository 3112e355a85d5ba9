import { APPLICANT_COLUMNS, LAYOUTS, tableThreeRows } from '../form/index.ts';
import type { CellKey } from '../form/index.ts';
import type { Grid, GridCell } from '../read/document.ts';
import type { TableDraft } from './draft.ts';
import { parseFigure } from './figure.ts';
import { matchApplicant } from './labels.ts';
import type { Place } from './report.ts';
import { holds } from './settle.ts';

interface LooseRow {
	readonly id: string;
	readonly cells: readonly { readonly text: string; readonly at: Place }[];
}

const COLUMNS = APPLICANT_COLUMNS.map((column) => column.id);

/** A heading above one of seven cells names another column than the form has there. */
export function contradicts(grid: Grid, row: number, values: readonly GridCell[]): boolean {
	return values.some((cell, index) =>
		grid.slots.slice(Math.max(0, row - 6), row).some((slots) => {
			const above = slots[cell.col];
			const id = above && above !== cell ? matchApplicant(above.text) : null;
			return id !== null && id !== COLUMNS[index];
		})
	);
}

/**
 * Rows of a table three with a cell for each column behind their label and no heading that tells the columns. They stand in the
 * form's order if every identity that can be assessed says so; else they are declared.
 */
export class LooseRows {
	readonly #rows = new Map<TableDraft, LooseRow[]>();

	/** Keeps a row for later; false where it has not a cell for each column, or was met before. */
	keep(draft: TableDraft, id: string, values: readonly GridCell[], place: (cell: GridCell) => Place): boolean {
		if (values.length !== COLUMNS.length) return false;
		const kept = this.#rows.get(draft) ?? [];
		const cells = values.map((cell) => ({ text: cell.text, at: place(cell) }));
		if (draft.rows.has(id)) {
			const before = kept.find((row) => row.id === id);
			return before?.cells.every(({ text }, index) => text === cells[index]?.text) ?? false;
		}
		draft.rows.add(id);
		this.#rows.set(draft, [...kept, { id, cells }]);
		return true;
	}

	/** Places or declares all that was kept. */
	settle(): void {
		for (const [draft, rows] of this.#rows) {
			const told = rows.every(({ id }) => !draft.problems.some((problem) => problem.row === id));
			const layout = LAYOUTS.find((candidate) => {
				const form = new Set(tableThreeRows(candidate).map((row) => row.id));
				return rows.every(({ id }) => form.has(id));
			});
			const values = new Map<CellKey, number>();
			for (const { id, cells } of rows)
				cells.forEach(({ text }, index) => {
					const figure = parseFigure(text);
					if (figure.kind === 'number') values.set(`t3.${id}.${COLUMNS[index] ?? ''}`, figure.v);
				});
			const settled = told && layout !== undefined && holds(values, layout);
			for (const { id, cells } of rows) {
				if (!settled) {
					const found = cells.map(({ text }) => text).join(' | ');
					draft.notPlaced(id, found, COLUMNS.join(', '), cells[0]?.at.line);
					continue;
				}
				cells.forEach(({ text, at }, index) => draft.put(id, COLUMNS[index] ?? '', text, at, true));
			}
		}
		this.#rows.clear();
	}
}
