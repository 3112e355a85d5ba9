import { APPLICANT_COLUMNS, DISPUTES, formCells, tableThreeRows } from '../../../src/lib/core/form/index.ts';
import type { CellKey } from '../../../src/lib/core/form/index.ts';
import type { AbsenceMutation, FigureDraft, PrintedFigure } from '../draft.ts';
import type { Random } from '../random.ts';

const MARK: Readonly<Record<string, PrintedFigure>> = {
	'': { v: null, raw: '', absence: 'blank' },
	'-': { v: null, raw: '-', absence: 'dash' },
	'—': { v: null, raw: '—', absence: 'dash' },
	'--': { v: null, raw: '--', absence: 'dash' },
	'/': { v: null, raw: '/', absence: 'slash' },
	'／': { v: null, raw: '／', absence: 'slash' }
};

const printedAs = (mark: string): PrintedFigure => {
	const figure = MARK[mark];
	if (figure === undefined) throw new Error(`no mark of absence: ${mark}`);
	return figure;
};

export const isPlain = (figure: PrintedFigure | undefined): figure is PrintedFigure & { v: number } =>
	typeof figure?.v === 'number' && figure.raw === String(figure.v);

export const isZero = (figure: PrintedFigure | undefined): boolean => isPlain(figure) && figure.v === 0;

/** The cells that may be changed, of those that the test wants. */
export function open(draft: FigureDraft, test: (key: CellKey, figure: PrintedFigure) => boolean): CellKey[] {
	return [...draft.figures].flatMap(([key, figure]) => (!draft.fixed.has(key) && test(key, figure) ? key : []));
}

export const inTables =
	(...tables: readonly string[]) =>
	(key: CellKey): boolean =>
		tables.some((table) => key.startsWith(`${table}.`));

/** Some of the tables, or all; the larger the part the likelier. */
function someTables(random: Random): readonly string[] {
	return random.weighted([
		[['t2', 't3', 't4'], 4],
		[['t3'], 3],
		[['t2'], 2],
		[['t3', 't4'], 2],
		[['t4'], 1]
	]);
}

/** Prints a mark for zeros: for all of a table, or for a share of them. */
function zerosAs(draft: FigureDraft, random: Random, mark: string, share: number): void {
	const within = inTables(...someTables(random));
	for (const key of open(draft, (candidate, figure) => within(candidate) && isZero(figure)))
		if (random.chance(share)) draft.figures.set(key, printedAs(mark));
}

export const rowsOf = (draft: FigureDraft): readonly string[] =>
	draft.formats.t3 === null ? [] : tableThreeRows(draft.formats.t3).map((row) => row.id);

export const BLANK_FOR_ZERO: AbsenceMutation = {
	name: 'blank-for-zero',
	section: '5',
	rate: 0.08,
	group: 'zeros',
	draft: (draft, random) => zerosAs(draft, random, '', random.pick([1, 1, 0.8, 0.3]))
};

export const DASH_FOR_ZERO: AbsenceMutation = {
	name: 'dash-for-zero',
	section: '5',
	rate: 0.03,
	group: 'zeros',
	draft: (draft, random) => zerosAs(draft, random, random.pick(['-', '—', '--']), random.pick([1, 0.5]))
};

export const SLASH_FOR_ZERO: AbsenceMutation = {
	name: 'slash-for-zero',
	section: '5',
	rate: 0.03,
	group: 'zeros',
	draft: (draft, random) => zerosAs(draft, random, random.pick(['/', '／']), random.pick([1, 0.5]))
};

export const TOTAL_COLUMN_BLANK: AbsenceMutation = {
	name: 'total-column-blank',
	section: '5',
	rate: 0.03,
	group: 'zeros',
	draft: (draft, random) => {
		const kept = random.chance(0.5) ? ['new', 'closed', 'carried_out'] : [];
		const blank = random.chance(0.5);
		for (const key of open(draft, inTables('t3'))) {
			const [, row = '', column] = key.split('.');
			if (column === 'total' && !kept.includes(row)) draft.figures.set(key, printedAs(''));
			else if (blank && isZero(draft.figures.get(key))) draft.figures.set(key, printedAs(''));
		}
	}
};

export const CELLS_BLANK: AbsenceMutation = {
	name: 'cells-blank',
	section: '5',
	rate: 0.03,
	draft: (draft, random) => {
		const keys = open(draft, () => true);
		for (let count = Math.min(keys.length, random.int(1, 3)); count > 0; count -= 1)
			draft.figures.set(random.pick(keys), printedAs(''));
	}
};

export const ONLY_TOTAL_FILLED: AbsenceMutation = {
	name: 'only-total-filled',
	section: '5',
	rate: 0.02,
	group: 'zeros',
	draft: (draft, random) => {
		const some = random.chance(0.4);
		for (const row of rowsOf(draft)) {
			if (some && random.chance(0.5)) continue;
			for (const column of APPLICANT_COLUMNS) {
				const key: CellKey = `t3.${row}.${column.id}`;
				if (column.id !== 'total' && !draft.fixed.has(key)) draft.figures.set(key, printedAs(''));
			}
		}
	}
};

export const WORDS_IN_CELLS: AbsenceMutation = {
	name: 'words-in-cells',
	section: '5',
	rate: 0.02,
	draft: (draft, random) => {
		const word = random.pick(['无', '暂无', '不涉及']);
		for (const key of open(draft, (candidate, figure) => candidate.startsWith('t2.rules.') && isZero(figure)))
			draft.figures.set(key, { v: null, raw: word, absence: 'text' });
	}
};

export const TABLE_FOUR_BLANK: AbsenceMutation = {
	name: 'table-four-blank',
	section: '5',
	rate: 0.02,
	group: 'zeros',
	fits: (draft) => open(draft, (key, figure) => key.startsWith('t4.') && !isZero(figure)).length === 0,
	draft: (draft) => {
		for (const dispute of DISPUTES) {
			for (const { key } of formCells('t4', '2021')) {
				if (key.startsWith(`t4.${dispute.id}.`) && !draft.fixed.has(key)) draft.figures.set(key, printedAs(''));
			}
		}
	}
};

/** The ways of printing no number: they need no file. */
export const ABSENCE_MUTATIONS: readonly AbsenceMutation[] = [
	BLANK_FOR_ZERO,
	DASH_FOR_ZERO,
	SLASH_FOR_ZERO,
	TOTAL_COLUMN_BLANK,
	CELLS_BLANK,
	ONLY_TOTAL_FILLED,
	WORDS_IN_CELLS,
	TABLE_FOUR_BLANK
];
