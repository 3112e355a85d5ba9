import { APPLICANT_COLUMNS, DISPUTES, RESULTS } from '../form/index.ts';
import type { Grid, GridCell } from '../read/document.ts';
import { parseFigure } from './figure.ts';
import { isSpanningHeading, matchApplicant, matchTableFour } from './labels.ts';

/** A header column: the id it names and the slots it covers. */
export interface HeaderColumn {
	readonly id: string;
	readonly from: number;
	readonly to: number;
}

/** The columns that a header names, and the last slot that its rows reach: a cell beyond it has been pushed out of its place. */
export interface Header {
	readonly columns: readonly HeaderColumn[];
	readonly edge: number;
}

/** The last slot that row `row` of the grid reaches. */
function reach(grid: Grid, row: number): number {
	return (grid.slots[row] ?? []).findLastIndex((cell) => cell !== null);
}

/** The cells that cover a row of the grid, left to right, each once. */
export function cellsOfRow(grid: Grid, row: number): GridCell[] {
	const cells: GridCell[] = [];
	let last: GridCell | null = null;
	for (const cell of grid.slots[row] ?? []) {
		if (cell && cell !== last && (cell.colSpan === 1 || !cells.includes(cell))) cells.push(cell);
		last = cell;
	}
	return cells;
}

export function isBlank(cell: GridCell): boolean {
	return cell.text.trim() === '';
}

/** Headings whose second half stands in the cells right below (本年新 over 制作数量); null where the cells below are others. */
export function overTwoCells(headings: readonly GridCell[], below: readonly GridCell[]): GridCell[] | null {
	const halves = below.filter((cell) => !isBlank(cell) && !headings.includes(cell));
	if (halves.length === 0 || halves.some(isFigureCell)) return null;
	const under = new Map(halves.map((cell) => [headings.find((heading) => covers(heading, cell)), cell]));
	if (under.has(undefined) || under.size < halves.length) return null;
	return headings.map((heading) => ({ ...heading, text: heading.text + (under.get(heading)?.text ?? '') }));
}

const covers = (a: GridCell, b: GridCell): boolean => a.col === b.col && a.colSpan === b.colSpan;

/** A cell that could hold a figure: a number, a mark of absence, or nothing. */
export function isFigureCell(cell: GridCell): boolean {
	return parseFigure(cell.text).kind !== 'text';
}

/**
 * Each cell under exactly one column of its own; null where a cell lies under none or several, or two that differ under one: a
 * merged cell whose figure is repeated in each of its slots is one.
 */
function byPlace(values: readonly GridCell[], { columns, edge }: Header): Map<GridCell, string> | null {
	const used = new Map<string, string>();
	const placed = new Map<GridCell, string>();
	for (const cell of values) {
		let under = 0;
		let only: HeaderColumn | null = null;
		for (const column of columns) {
			if (!lies(cell, column)) continue;
			only = column;
			under += 1;
		}
		if (under === 0 && isBlank(cell) && cell.col <= edge) continue;
		if (under !== 1 || !only) return null;
		const text = used.get(only.id);
		if (text === cell.text) continue;
		if (text !== undefined) return null;
		used.set(only.id, cell.text);
		placed.set(cell, only.id);
	}
	return placed.size > 0 ? placed : null;
}

/**
 * The header column of each value cell. Where there are as many cells as columns they stand in order, and their places must not
 * say otherwise; else each cell must lie under exactly one column, and each column over a cell: where one has none, a cell was lost
 * and those behind it may have moved up. Null where that is not so, and a figure is never guessed.
 */
export function assign(values: readonly GridCell[], header: Header): Map<GridCell, string> | null {
	const { columns } = header;
	if (values.length === columns.length && overlapInOrder(values, columns)) return inOrder(values, header);
	const placed = byPlace(values, header);
	if (isByOrder(header) && values.some(isBlank)) return null;
	if (values.length !== columns.length) return placed && coversAll(values, columns) ? placed : null;
	const ordered = inOrder(values, header);
	const agree = placed === null || [...placed].every(([cell, id]) => ordered?.get(cell) === id);
	return agree ? ordered : null;
}

/** The header column of each value cell by order alone, where their places tell nothing: as many cells as columns, or null. */
export function inOrder(values: readonly GridCell[], { columns }: Header): Map<GridCell, string> | null {
	if (values.length !== columns.length) return null;
	const placed = new Map<GridCell, string>();
	for (const [index, cell] of values.entries()) placed.set(cell, columns[index]?.id ?? '');
	return placed;
}

const withoutEnd = (cells: readonly GridCell[], most: number): readonly GridCell[] =>
	cells.length > most && cells.slice(most).every(isBlank) ? cells.slice(0, most) : cells;

/** The same for a row of table two: spare blanks behind its cells, and behind those of its header, stand for nothing. */
export function assignTwo(
	values: readonly GridCell[],
	headings: readonly GridCell[],
	header: Header
): Map<GridCell, string> | null {
	const width = header.columns.length;
	const told = withoutEnd(headings, width);
	const trimmed = withoutEnd(values, width);
	const isNamed = !told.some(isBlank);
	return (trimmed.length === width && !isNamed ? null : assign(trimmed, header)) ?? assign(values, header);
}

const lies = (cell: GridCell, column: HeaderColumn): boolean =>
	cell.col <= column.to && cell.col + cell.colSpan - 1 >= column.from;

function coversAll(values: readonly GridCell[], columns: readonly HeaderColumn[]): boolean {
	return columns.every((column) => values.some((cell) => lies(cell, column)));
}

function overlapInOrder(values: readonly GridCell[], columns: readonly HeaderColumn[]): boolean {
	for (const [index, cell] of values.entries()) {
		const column = columns[index];
		if (!column || !lies(cell, column)) return false;
	}
	return true;
}

/** The seven columns, each told by all header texts above it; null if any of them is not there exactly once. */
export function tableThreeColumns(grid: Grid, dataRow: number): Header | null {
	let edge = -1;
	const byId = new Map<string, HeaderColumn>();
	for (let col = 0; col < grid.width; col += 1) {
		const texts: string[] = [];
		for (let row = dataRow - 1; row >= 0 && row >= dataRow - 6; row -= 1) {
			const cell = grid.slots[row]?.[col];
			if (!cell || isBlank(cell) || texts.includes(cell.text) || isSpanningHeading(cell.text)) continue;
			texts.unshift(cell.text);
			if (matchApplicant(cell.text) !== null) edge = Math.max(edge, reach(grid, row));
		}
		const id = matchApplicant(texts.join('')) ?? (texts.length > 0 ? matchApplicant(texts.at(-1) ?? '') : null);
		if (id === null) continue;
		const known = byId.get(id);
		if (known && known.to !== col - 1) return null;
		byId.set(id, known ? { ...known, to: col } : { id, from: col, to: col });
	}
	const columns = [...byId.values()];
	const inOrder = columns.every((column, position) => column.id === APPLICANT_COLUMNS[position]?.id);
	return columns.length === APPLICANT_COLUMNS.length && inOrder ? { columns, edge } : null;
}

/** The fifteen columns of table four, each told by the result and the group above it; by order where the header is skewed and its groups stand in the form's. */
export function tableFourColumns(grid: Grid, dataRow: number): Header | null {
	let edge = -1;
	const disputes = new Set<string>();
	const indexOf = (id: string | undefined): number => DISPUTES.findIndex((dispute) => dispute.id === id);
	const columns: (HeaderColumn & { readonly heading: GridCell; readonly result: string })[] = [];
	for (let col = 0; col < grid.width; col += 1) {
		let dispute: string | null = null;
		let result: string | null = null;
		let heading: GridCell | null = null;
		let end = '';
		for (let row = dataRow - 1; row >= 0 && row >= dataRow - 6; row -= 1) {
			const cell = grid.slots[row]?.[col];
			if (!cell || isBlank(cell) || cell.row !== row) continue;
			// 结果 over 维持: a heading over two cells.
			const label = matchTableFour(cell.text + end) ?? matchTableFour(cell.text);
			end = label ? '' : cell.text + end;
			if (!label) continue;
			edge = Math.max(edge, reach(grid, row));
			if (label.kind === 'result' && result === null) [result, heading] = [label.id, cell];
			if (label.kind !== 'dispute') continue;
			dispute ??= label.id;
			disputes.add(label.id);
		}
		if (result === null || heading === null) continue;
		const last = columns.at(-1);
		if (last?.heading === heading) columns[columns.length - 1] = { ...last, to: col };
		else columns.push({ id: `${dispute ?? ''}.${result}`, result, heading, from: col, to: col });
	}
	const expected = DISPUTES.flatMap((dispute) => RESULTS.map((result) => `${dispute.id}.${result.id}`));
	if (columns.length !== expected.length) return null;
	if (columns.every((column, position) => column.id === expected[position])) return { columns, edge };
	const inOrder =
		columns.every((column, position) => expected[position]?.endsWith(`.${column.result}`)) &&
		[...disputes].every((id, position) => position === 0 || indexOf(id) > indexOf([...disputes][position - 1]));
	return inOrder
		? { columns: columns.map((column, position) => ({ ...column, id: expected[position] ?? '' })), edge }
		: null;
}

/** Columns known by their order alone: no cell lies under any, so only as many cells as columns can be placed. */
const byOrder = (ids: readonly string[]): Header => ({
	columns: ids.map((id) => ({ id, from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY })),
	edge: Number.NEGATIVE_INFINITY
});

/** The seven columns from header cells in reading order, where spans are lost: each named once, in the form's order, and nothing else. */
export function tableThreeOrder(heads: readonly GridCell[]): Header | null {
	const ids = heads.flatMap(({ text }) => (isSpanningHeading(text) ? [] : [matchApplicant(text)]));
	const known = APPLICANT_COLUMNS.map((column) => column.id);
	const kinds = ids.filter((id) => id !== 'total');
	const whole = ids.length === known.length && kinds.every((id, index) => id === known[index]);
	return whole && ids.indexOf('total') > 0 ? byOrder(known) : null;
}

/** The fifteen columns of table four from header cells in reading order: the results of each group in turn. */
export function tableFourOrder(heads: readonly GridCell[]): Header | null {
	const labels = heads.map(({ text }) => matchTableFour(text));
	const disputes = labels.flatMap((label) => (label?.kind === 'dispute' ? label.id : []));
	const results = labels.flatMap((label) => (label?.kind === 'result' ? label.id : []));
	const expected = DISPUTES.flatMap((dispute) => RESULTS.map((result) => ({ dispute: dispute.id, result: result.id })));
	const whole =
		!labels.includes(null) &&
		disputes.join() === DISPUTES.map(({ id }) => id).join() &&
		results.join() === expected.map(({ result }) => result).join();
	return whole ? byOrder(expected.map(({ dispute, result }) => `${dispute}.${result}`)) : null;
}

export const isByOrder = ({ edge }: Header): boolean => edge === Number.NEGATIVE_INFINITY;
