import type { CellKey, Layout, TableId } from '../../src/lib/core/form/index.ts';

/** What stands in a printed cell: a number, or the very text (`''` blank, `/`, `-`, `增1558`, `251000元`). */
export type Figure = number | string;

/** A row that a report adds to table two and the form does not have. */
export interface ForeignRow {
	/** The row of the form it stands after. */
	readonly after: string;
	readonly label: string;
	readonly figures: readonly Figure[];
}

/** The figures of one report, apart from the shape in which it is printed. */
export interface ReportFigures {
	readonly agency: string;
	readonly year: number;
	/** The layout of each table; null where the report prints no such table. */
	readonly formats: Readonly<Record<TableId, Layout | null>>;
	/** By cell; a cell without an entry is printed blank. */
	readonly cells: Readonly<Partial<Record<CellKey, Figure>>>;
	/** One figure printed in a cell merged over several columns, by the first of them. */
	readonly merged?: Readonly<Partial<Record<CellKey, { readonly figure: Figure; readonly columns: number }>>>;
	readonly foreignRows?: readonly ForeignRow[];
}
