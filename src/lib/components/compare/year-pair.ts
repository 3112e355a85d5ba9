import { ALL_CELLS, APPLICANT_COLUMNS, BRIDGE, LAYOUTS, TABLE_IDS } from '$lib/core/form/index.ts';
import type { BridgedConcept, CellKey, Comparability, FormCell, Layout, Names, TableId } from '$lib/core/form/index.ts';
import type { CellRow } from '$lib/queries/index.ts';

/** One side of a pair: a number, or why there is none. */
export interface PairSide {
	readonly value: number | null;
	readonly absence: string | null;
	/** The cells it is made of: one, or of a bridged concept all that are summed. */
	readonly cells: readonly CellKey[];
}

/** One figure of a report in two years. */
export interface PairRow {
	/** The cell, or `bridge.<concept>.<column>`. */
	readonly id: string;
	readonly table: TableId;
	readonly row: Names;
	readonly column: Names;
	readonly first: PairSide;
	readonly second: PairSide;
	readonly comparable: Comparability;
	/** A row of its own joins it with the other layout. */
	readonly joined: boolean;
	/** What to mind where they do not simply compare; null where they do. */
	readonly note: Names | null;
	/** Second less first; null where one has no number or they never compare. */
	readonly change: number | null;
	/** The change over the first; null also where the first is 0. */
	readonly share: number | null;
}

/** A report of one year, as far as the comparison needs it. */
export interface PairReport {
	readonly formats: Readonly<Record<TableId, string | null>>;
	readonly cells: readonly CellRow[];
}

const layoutOf = (format: string | null): Layout | null => LAYOUTS.find((layout) => layout === format) ?? null;

function sideOf(key: CellKey, table: TableId, { formats }: PairReport, cells: ReadonlyMap<string, CellRow>): PairSide {
	const found = cells.get(key);
	if (found?.value !== undefined && found.value !== null) return { value: found.value, absence: null, cells: [key] };
	const none = (absence: string): PairSide => ({ value: null, absence, cells: [key] });
	if (found?.absence) return none(found.absence);
	const format = formats[table];
	if (format === null) return none('table_missing');
	const layout = layoutOf(format);
	if (layout === null) return none('layout_undetermined');
	const inForm = ALL_CELLS.find((cell) => cell.key === key);
	return none(inForm?.layouts.includes(layout) ? 'missing' : 'other_layout');
}

function summed(sides: readonly PairSide[]): PairSide {
	const cells = sides.flatMap((side) => side.cells);
	const absences = [...new Set(sides.flatMap(({ absence }) => absence ?? []))];
	if (absences.length > 0 || sides.length === 0)
		return { value: null, absence: absences.join('+') || 'other_layout', cells };
	return { value: sides.reduce((sum, { value }) => sum + (value ?? 0), 0), absence: null, cells };
}

function changeOf(first: PairSide, second: PairSide, comparable: Comparability): Pick<PairRow, 'change' | 'share'> {
	if (comparable === 'never' || first.value === null || second.value === null) return { change: null, share: null };
	const change = second.value - first.value;
	return { change, share: first.value === 0 ? null : change / first.value };
}

/** The concepts that the layouts hold in different cells. */
const MOVED = (BRIDGE as readonly BridgedConcept[]).filter(
	({ cells }) => cells['2019'].join() !== cells['2021'].join()
);

/** How a cell that only one layout has relates to the other layout, where that is known. */
function conceptOf(cell: FormCell): BridgedConcept | undefined {
	return MOVED.find(({ cells }) =>
		LAYOUTS.some((layout) =>
			cells[layout].some((key) => key === cell.key || (key.endsWith('.*') && cell.key.startsWith(key.slice(0, -1))))
		)
	);
}

const columnsOf = ({ cells }: BridgedConcept): readonly (string | null)[] =>
	cells['2019'].some((key) => key.endsWith('.*')) ? APPLICANT_COLUMNS.map(({ id }) => id) : [null];

const keyIn = (key: string, column: string | null): CellKey =>
	(column === null ? key : key.replace(/\*$/u, column)) as CellKey;

const COLUMN_NAMES: ReadonlyMap<string, Names> = new Map(APPLICANT_COLUMNS.map(({ id, names }) => [id, names]));
const NO_COLUMN: Names = { zh: '', en: '' };

/**
 * Two years of one agency's report, cell by cell, in the order of the form. Where the layouts differ, what moved between cells is
 * compared as the bridge says, and what only one layout has is told, not compared.
 */
export function yearPair(first: PairReport, second: PairReport): PairRow[] {
	const byCell = ({ cells }: PairReport): ReadonlyMap<string, CellRow> =>
		new Map(cells.map((cell) => [cell.cell, cell]));
	const [before, after] = [byCell(first), byCell(second)];
	const pair = (key: CellKey, table: TableId): [PairSide, PairSide] => [
		sideOf(key, table, first, before),
		sideOf(key, table, second, after)
	];
	return TABLE_IDS.flatMap((table): PairRow[] => {
		const layouts = [first, second].map(({ formats }) => layoutOf(formats[table]));
		const known = layouts.filter((layout) => layout !== null);
		const broken = new Set(known).size > 1;
		const inUse = (cell: FormCell): boolean =>
			known.length === 0
				? before.has(cell.key) || after.has(cell.key)
				: known.some((one) => cell.layouts.includes(one));
		const rows = ALL_CELLS.filter((cell) => cell.table === table && inUse(cell)).map((cell): PairRow => {
			const [a, b] = pair(cell.key, table);
			const both = !broken || cell.layouts.length === LAYOUTS.length;
			const concept = both ? undefined : conceptOf(cell);
			const comparable = both ? (cell.unit === 'as_printed' ? 'with_care' : 'yes') : 'never';
			return {
				id: cell.key,
				table,
				row: cell.rowNames,
				column: cell.columnNames,
				first: a,
				second: b,
				comparable,
				joined: concept !== undefined && concept.comparable !== 'never',
				note: concept?.note ?? null,
				...changeOf(a, b, comparable)
			};
		});
		return broken ? [...rows, ...bridged(table, layouts, pair)] : rows;
	});
}

/** The concepts of a table that moved between cells and still compare. */
function bridged(
	table: TableId,
	layouts: readonly (Layout | null)[],
	pair: (key: CellKey, table: TableId) => readonly [PairSide, PairSide]
): PairRow[] {
	const concepts = MOVED.filter(
		({ comparable, cells }) => comparable !== 'never' && cells['2021'].some((key) => key.startsWith(`${table}.`))
	);
	return concepts.flatMap((concept) =>
		columnsOf(concept).map((column): PairRow => {
			const sides = layouts.map((layout, index) =>
				summed((layout ? concept.cells[layout] : []).flatMap((key) => pair(keyIn(key, column), table)[index] ?? []))
			);
			const [a, b] = sides as [PairSide, PairSide];
			return {
				id: `bridge.${concept.id}${column === null ? '' : `.${column}`}`,
				table,
				row: concept.names,
				column: column === null ? NO_COLUMN : (COLUMN_NAMES.get(column) ?? NO_COLUMN),
				first: a,
				second: b,
				comparable: concept.comparable,
				joined: false,
				note: concept.note,
				...changeOf(a, b, concept.comparable)
			};
		})
	);
}

/** Rows of table three in one of its columns, or in all; the other tables as they are. */
export function inColumn(rows: readonly PairRow[], column: string): readonly PairRow[] {
	if (column === 'all') return rows;
	return rows.filter(({ table, id }) => table !== 't3' || id.endsWith(`.${column}`));
}
