import { APPLICANT_COLUMNS, LAYOUTS, identities, tableThreeRows } from '../form/index.ts';
import type { CellKey, Layout } from '../form/index.ts';
import { parseFigure } from './figure.ts';
import type { Word } from './words.ts';

const WIDTH = APPLICANT_COLUMNS.length;

/** Fewest identities that must be there to hold: with fewer, agreement could be chance. */
const ENOUGH = 30;

/** Lines that are rows: seven figures, or figures behind the label of a row. Lines keep the order of the printed rows. */
function byLine(
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
	return null;
}

/** Figures on one line or on neighbouring lines, with nothing between them: what a program that reads a page takes for one block. */
function blocksOf(figures: readonly Word[]): Word[][][] {
	const blocks: Word[][][] = [];
	let last: Word | undefined;
	for (const word of figures) {
		const block = blocks.at(-1);
		if (last && block && word.line === last.line) block.at(-1)?.push(word);
		else if (last && block && word.line === last.line + 1) block.push([word]);
		else blocks.push([[word]]);
		last = word;
	}
	return blocks;
}

/** Rows one after the other, among them lumps of several rows that stand column by column: seven blocks of as many lines. */
function byLumps(figures: readonly Word[], form: readonly string[]): Word[][] | null {
	if (figures.length !== form.length * WIDTH) return null;
	const rows: Word[][] = [];
	const blocks = blocksOf(figures);
	for (let at = 0; at < blocks.length;) {
		const block = blocks[at] ?? [];
		if (block.every((line) => line.length === WIDTH)) {
			rows.push(...block);
			at += 1;
			continue;
		}
		const lump = blocks.slice(at, at + WIDTH);
		const even = lump.every((column) => column.length === block.length && column.every((line) => line.length === 1));
		if (!even || lump.length < WIDTH) return null;
		rows.push(...block.map((_, row) => lump.flatMap((column) => column[row] ?? [])));
		at += WIDTH;
	}
	return rows.length === form.length ? rows : null;
}

/** The figures seven by seven. */
function byRow(figures: readonly Word[], form: readonly string[]): Word[][] | null {
	if (figures.length !== form.length * WIDTH) return null;
	return form.map((_, row) => figures.slice(row * WIDTH, (row + 1) * WIDTH));
}

function byColumn(figures: readonly Word[], form: readonly string[]): Word[][] | null {
	if (figures.length !== form.length * WIDTH) return null;
	return form.map((_, row) =>
		Array.from({ length: WIDTH }, (_, column) => figures[column * form.length + row] as Word)
	);
}

const isSame = (one: readonly Word[][], other: readonly Word[][]): boolean =>
	one.every(
		(row, index) => row.every((word, at) => word === other[index]?.[at]) && row.length === other[index]?.length
	);

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

/** Every identity of table three that can be assessed holds, and enough of them can. */
export function holds(values: ReadonlyMap<CellKey, number>, layout: Layout): boolean {
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

/** What the labels of a table already say: the row that a source line's label names, and the figures right behind a label. */
export interface LabelEvidence {
	readonly lines: ReadonlyMap<number, string>;
	readonly rows: readonly { readonly id: string; readonly figures: readonly Word[] }[];
}

function textOf(words: readonly Word[] | undefined): string {
	return (words ?? []).map((word) => word.text).join(' ');
}

/**
 * No label stands twice, none names a row that the reading lacks, and no row of seven figures behind its label reads otherwise. A
 * row printed again over a page end has figures that count for no row of the form.
 */
function agrees(reading: ReadonlyMap<string, readonly Word[]>, { rows }: LabelEvidence): boolean {
	if (new Set(rows.map(({ id }) => id)).size < rows.length) return false;
	return rows.every(
		({ id, figures }) => reading.has(id) && (figures.length !== WIDTH || textOf(figures) === textOf(reading.get(id)))
	);
}

/** So many rows of seven figures behind their label, each at its place in the form's order, show that the others keep it too. */
const FEWEST_ANCHORS = 3;

const anchors = (reading: ReadonlyMap<string, readonly Word[]>, { rows }: LabelEvidence): number =>
	rows.filter(
		({ id, figures }) => figures.length === WIDTH && figures.every((word, index) => word === reading.get(id)?.[index])
	).length;

/**
 * Rows that no label vouches for and that could change places with another such row, all identities still holding: their order in
 * the text is no proof, since text out of order may have them swapped.
 */
function interchangeable(
	reading: ReadonlyMap<string, readonly Word[]>,
	layout: Layout,
	{ rows }: LabelEvidence
): Set<string> {
	const vouched = new Set(rows.filter(({ figures }) => figures.length === WIDTH).map(({ id }) => id));
	const order = tableThreeRows(layout).map((row) => row.id);
	const open = order.filter((id) => !vouched.has(id));
	const doubtful = new Set<string>();
	for (const [index, one] of open.entries()) {
		for (const other of open.slice(index + 1)) {
			if (textOf(reading.get(one)) === textOf(reading.get(other))) continue;
			const swapped = new Map(reading).set(one, reading.get(other) ?? []).set(other, reading.get(one) ?? []);
			if (
				!holds(
					valuesOf(
						order.map((id) => [...(swapped.get(id) ?? [])]),
						layout
					),
					layout
				)
			)
				continue;
			doubtful.add(one).add(other);
		}
	}
	return doubtful;
}

/**
 * The rows of a table three whose figures stand apart from their labels: the figures taken in the form's order, by line, by row,
 * by column or in lumps of rows, where exactly one of these readings satisfies every identity that can be assessed and contradicts no label. Null
 * where no reading does, or two that differ; rows that print fewer figures, or that could change places, are not in `rows`.
 */
export function settleRows(
	figures: readonly Word[],
	evidence: LabelEvidence
): { readonly layout: Layout; readonly rows: ReadonlyMap<string, readonly Word[]> } | null {
	const readings = LAYOUTS.flatMap((layout) => {
		const form = tableThreeRows(layout).map((row) => row.id);
		const lines = byLine(figures, evidence.lines, form);
		const distinct = [lines, byRow(figures, form), byColumn(figures, form), byLumps(figures, form)].filter(
			(rows, index, all) => rows && !all.slice(0, index).some((other) => other && isSame(rows, other))
		);
		return distinct.flatMap((rows) => {
			if (!rows || !holds(valuesOf(rows, layout), layout)) return [];
			const reading = new Map(form.map((id, index) => [id, rows[index] ?? []]));
			const inLines = rows === lines;
			return inLines || agrees(reading, evidence) ? [{ reading, layout, inLines }] : [];
		});
	});
	const [first] = readings;
	const print = ({ reading }: { reading: ReadonlyMap<string, readonly Word[]> }): string =>
		[...reading].map(([id, words]) => `${id} ${textOf(words)}`).join('\n');
	if (!first || new Set(readings.map(print)).size > 1) return null;
	const ordered = first.inLines || anchors(first.reading, evidence) >= FEWEST_ANCHORS;
	const doubtful = ordered ? new Set<string>() : interchangeable(first.reading, first.layout, evidence);
	return {
		layout: first.layout,
		rows: new Map([...first.reading].filter(([id, words]) => words.length === WIDTH && !doubtful.has(id)))
	};
}
