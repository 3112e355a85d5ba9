import { APPLICANT_COLUMNS, LAYOUTS, identities, tableThreeRows } from '../form/index.ts';
import type { CellKey, Layout } from '../form/index.ts';
import { parseFigure } from './figure.ts';
import type { Word } from './words.ts';

const WIDTH = APPLICANT_COLUMNS.length;

/** Fewest identities that must be there to hold: with fewer, agreement could be chance. */
const ENOUGH = 30;

/** Lines that are rows: seven figures, or figures behind the label of a row; else the figures seven by seven. */
function byRow(
	figures: readonly Word[],
	labelled: ReadonlyMap<number, string>,
	form: readonly string[]
): Word[][] | null {
	const lines = new Map<number, Word[]>();
	for (const word of figures) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
	const rows = [...lines].filter(([line, words]) => words.length === WIDTH || labelled.has(line));
	if (rows.length === form.length) {
		const inPlace = rows.every(([line], index) => (labelled.get(line) ?? form[index]) === form[index]);
		return inPlace ? rows.map(([, words]) => words) : null;
	}
	if (figures.length !== form.length * WIDTH) return null;
	return form.map((_, row) => figures.slice(row * WIDTH, (row + 1) * WIDTH));
}

function byColumn(figures: readonly Word[], form: readonly string[]): Word[][] | null {
	if (figures.length !== form.length * WIDTH) return null;
	return form.map((_, row) =>
		Array.from({ length: WIDTH }, (_, column) => figures[column * form.length + row] as Word)
	);
}

function valuesOf(rows: readonly Word[][], layout: Layout): Map<CellKey, number> {
	const values = new Map<CellKey, number>();
	tableThreeRows(layout).forEach((row, index) => {
		if (rows[index]?.length !== WIDTH) return;
		APPLICANT_COLUMNS.forEach((column, position) => {
			const figure = parseFigure(rows[index]?.[position]?.text ?? '');
			if (figure.kind === 'number') values.set(`t3.${row.id}.${column.id}`, figure.v);
		});
	});
	return values;
}

function holds(values: ReadonlyMap<CellKey, number>, layout: Layout): boolean {
	let passed = 0;
	for (const { left, right } of identities('t3', layout)) {
		if (![...left, ...right].every((key) => values.has(key))) continue;
		const sum = (keys: readonly CellKey[]): number =>
			keys.reduce((total, key) => total + (values.get(key) ?? Number.NaN), 0);
		if (sum(left) !== sum(right)) return false;
		passed += 1;
	}
	return passed >= ENOUGH;
}

/**
 * The rows of a table three whose figures stand apart from their labels: the figures taken in the form's order, by row or by
 * column, where exactly one of these readings satisfies every identity that can be assessed. `labelled` gives the row that a
 * source line's label names. Null where no reading does, or two that differ; a row that prints fewer figures is left out.
 */
export function settleRows(
	figures: readonly Word[],
	labelled: ReadonlyMap<number, string>
): ReadonlyMap<string, readonly Word[]> | null {
	const readings = LAYOUTS.flatMap((layout) => {
		const form = tableThreeRows(layout).map((row) => row.id);
		return [byRow(figures, labelled, form), byColumn(figures, form)].flatMap((rows) =>
			rows && holds(valuesOf(rows, layout), layout) ? [new Map(form.map((id, index) => [id, rows[index] ?? []]))] : []
		);
	});
	const [first] = readings;
	const print = (reading: ReadonlyMap<string, readonly Word[]>): string =>
		[...reading].map(([id, words]) => `${id} ${words.map((word) => word.text).join(' ')}`).join('\n');
	return first && new Set(readings.map(print)).size === 1
		? new Map([...first].filter(([, words]) => words.length === WIDTH))
		: null;
}
