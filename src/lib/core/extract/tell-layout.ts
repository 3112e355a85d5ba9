import { LAYOUTS, TABLE_IDS, eachLayout, formCells, isLayout } from '../form/index.ts';
import type { Layout, TableId } from '../form/index.ts';
import type { FoundLayout, Report } from './report.ts';

const ROWS = new Map(
	TABLE_IDS.map((table) => [
		table,
		eachLayout((layout) => new Set(formCells(table, layout).map((cell) => cell.row)) as ReadonlySet<string>)
	])
);

/** The rows of a table in a layout, in printed order. */
export const rowsOf = (table: TableId, layout: Layout): ReadonlySet<string> => ROWS.get(table)?.[layout] ?? new Set();

/** Whether the row stands in some layouts only: it tells them from the others. */
const isTelling = (table: TableId, row: string): boolean => !LAYOUTS.every((layout) => rowsOf(table, layout).has(row));

/** The layouts that have every row met. */
const havingAll = (table: TableId, met: ReadonlySet<string>): Layout[] => {
	const telling = [...met].filter((row) => isTelling(table, row));
	return telling.length === 0 ? [] : LAYOUTS.filter((layout) => telling.every((row) => rowsOf(table, layout).has(row)));
};

/** Those of the layouts of which the fewest rows were not met. */
function leastMissing(table: TableId, met: ReadonlySet<string>, layouts: readonly Layout[]): Layout[] {
	const missing = layouts.map((layout) => [...rowsOf(table, layout)].filter((row) => !met.has(row)).length);
	const fewest = Math.min(...missing);
	return layouts.filter((_, index) => missing[index] === fewest);
}

/** What was met of a table when it has been read. */
export interface MetTable {
	readonly table: TableId;
	readonly rows: ReadonlySet<string>;
	/** For each header of table two, the layouts whose columns it names. */
	readonly headers: readonly (readonly Layout[])[];
	/** A row was met that no layout has, or that was cut. */
	readonly unknownRow: boolean;
}

/**
 * The layouts that a table may be in, told by its labels alone: the headers of table two, else the rows that not every layout has.
 * Where one layout has all rows of another and more, the one of which fewer are missing, unless a row that could not be read may be
 * the one that tells them apart. None: its labels fit no layout, or do not tell. Layouts that print the table alike stay together.
 */
export function fittingLayouts({ table, rows, headers, unknownRow }: MetTable): readonly Layout[] {
	const byHeader = LAYOUTS.filter((layout) => headers.every((fit) => fit.includes(layout)));
	const fitting = table === 't3' ? havingAll('t3', rows) : headers.length > 0 ? byHeader : [];
	if (fitting.length < 2) return fitting;
	const inForm = fitting.filter((layout) => [...rows].every((row) => rowsOf(table, layout).has(row)));
	const [first, ...others] = leastMissing(table, rows, inForm);
	if (first === undefined) return [];
	const alike = others.filter((layout) => printsAlike(table, first, layout));
	const told = [first, ...alike];
	const isNested = inForm.some((layout) => !told.includes(layout));
	return alike.length < others.length || (isNested && unknownRow) ? [] : told;
}

const keysOf = (table: TableId, layout: Layout): string =>
	formCells(table, layout)
		.map(({ key }) => key)
		.join();

function printsAlike(table: TableId, one: Layout, other: Layout): boolean {
	return keysOf(table, one) === keysOf(table, other);
}

/** Of layouts that print a table alike, the one that another table of the report was told to be in, else the earliest. */
export function settleLayout(fitting: readonly Layout[], elsewhere: readonly FoundLayout[]): FoundLayout {
	return fitting.find((layout) => elsewhere.includes(layout)) ?? fitting[0] ?? 'undetermined';
}

/** Both layouts print table four alike: where it is there, it is of the layout of the others. */
export function withTableFour({ t2, t3, t4 }: Report['formats']): Report['formats'] {
	const known = [t2, t3].find(isLayout);
	return { t2, t3, t4: t4 === 'undetermined' ? (known ?? t4) : t4 };
}
