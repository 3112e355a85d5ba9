import type { FoundLayout, Report, ReportCell, SectionId } from '../../../../src/lib/core/extract/index.ts';
import { formCells, tableThreeRows } from '../../../../src/lib/core/form/index.ts';
import type { CellKey, Layout, TableId } from '../../../../src/lib/core/form/index.ts';

/** What an invented report prints other than zeros and its own totals. */
export interface Invented {
	readonly year?: number | null;
	readonly agency?: string | null;
	/** null: the table is not there. */
	readonly t2?: FoundLayout;
	readonly t3?: FoundLayout;
	readonly t4?: FoundLayout;
	/** Leaves by cell; sums of rows and columns follow, unless they are given here too. */
	readonly figures?: Readonly<Partial<Record<CellKey, number>>>;
	/** Cells printed otherwise, after all sums: null is a blank. */
	readonly printed?: Readonly<Partial<Record<CellKey, number | null | ReportCell>>>;
	/** Paragraphs by section, on lines 1, 2, 3 … of the source. */
	readonly prose?: Readonly<Partial<Record<SectionId, readonly string[]>>>;
	readonly copies?: number;
}

const number = (v: number): ReportCell => ({ v, raw: String(v) });
const BLANK: ReportCell = { v: null, raw: '', absence: 'blank' };

const layoutOr2021 = (found: FoundLayout): Layout => (found === '2019' ? '2019' : '2021');

function cellsOf({ figures = {}, printed = {}, t2 = '2021', t3 = '2021', t4 = '2021' }: Invented): Report['cells'] {
	const values = new Map<CellKey, number>();
	const found: Record<TableId, FoundLayout> = { t2, t3, t4 };
	for (const table of ['t2', 't3', 't4'] as const)
		if (found[table] !== null)
			for (const { key } of formCells(table, layoutOr2021(found[table]))) values.set(key, figures[key] ?? 0);
	const at = (key: CellKey): number => values.get(key) ?? 0;
	const rows = tableThreeRows(layoutOr2021(t3));
	const columns = [...new Set(formCells('t3', '2021').map(({ column }) => column))];
	if (t3 !== null) {
		for (const column of columns) {
			const closed = rows.flatMap((row) => (row.group === undefined ? [] : [at(`t3.${row.id}.${column}`)]));
			values.set(`t3.closed.${column}`, figures[`t3.closed.${column}`] ?? closed.reduce((a, b) => a + b, 0));
			const received = at(`t3.closed.${column}`) + at(`t3.carried_out.${column}`) - at(`t3.carried_in.${column}`);
			values.set(`t3.new.${column}`, figures[`t3.new.${column}`] ?? received);
		}
		for (const { id } of rows) {
			const parts = columns.filter((column) => column !== 'total').map((column) => at(`t3.${id}.${column}`));
			values.set(`t3.${id}.total`, figures[`t3.${id}.total`] ?? parts.reduce((a, b) => a + b, 0));
		}
	}
	if (t4 !== null)
		for (const group of ['review', 'suit_direct', 'suit_after_review']) {
			const parts = ['upheld', 'corrected', 'other', 'pending'].map((result) => at(`t4.${group}.${result}`));
			values.set(`t4.${group}.total`, figures[`t4.${group}.total`] ?? parts.reduce((a, b) => a + b, 0));
		}
	const cells: Partial<Record<CellKey, ReportCell>> = {};
	for (const [key, value] of values) cells[key] = number(value);
	for (const [key, value] of Object.entries(printed) as [CellKey, number | null | ReportCell][])
		cells[key] = value === null ? BLANK : typeof value === 'number' ? number(value) : value;
	return cells;
}

/** A small report of an invented body whose sums all hold, but for what is asked otherwise. */
export function inventReport(invented: Invented = {}): Report {
	const { year = 2023, agency = '甲县乙局', t2 = '2021', t3 = '2021', t4 = '2021', prose = {}, copies = 1 } = invented;
	let line = 0;
	const sections = (Object.entries(prose) as [SectionId, readonly string[]][]).map(([id, texts]) => ({
		id,
		heading: id === 'preface' ? null : id,
		paragraphs: texts.map((text) => {
			line += 1;
			return { line, text };
		})
	}));
	return {
		file: 'invented.txt',
		reader: 'text',
		agency,
		year,
		title: null,
		formats: { t2, t3, t4 },
		cells: cellsOf(invented),
		problems: [],
		sections,
		copies
	};
}

/** Some requests, most of them by natural persons, all sums holding: 20 new, 2 carried in, 19 closed, 3 carried out. */
export const SOME: Readonly<Partial<Record<CellKey, number>>> = {
	't3.carried_in.natural_person': 2,
	't3.granted.natural_person': 7,
	't3.granted.business': 1,
	't3.partial.natural_person': 2,
	't3.denied_third_party.natural_person': 2,
	't3.unable_not_held.natural_person': 4,
	't3.unprocessed_repeat.natural_person': 1,
	't3.other_rest.natural_person': 2,
	't3.carried_out.natural_person': 3
};
