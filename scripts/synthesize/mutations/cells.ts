import type { CellKey } from '../../../src/lib/core/form/index.ts';
import { APPLICANT_COLUMNS, DISPUTES, TABLE_IDS, formCells, tableThreeRows } from '../../../src/lib/core/form/index.ts';
import type { Draft, Mutation, PrintedFigure } from '../draft.ts';
import { mapCells } from '../printed-texts.ts';
import type { PrintedReport } from '../print-report.ts';
import type { Random } from '../random.ts';

type Figures = Draft['figures'];

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

const isPlain = (figure: PrintedFigure | undefined): figure is PrintedFigure & { v: number } =>
	typeof figure?.v === 'number' && figure.raw === String(figure.v);

const isZero = (figure: PrintedFigure | undefined): boolean => isPlain(figure) && figure.v === 0;

/** The cells that may be changed, of those that the test wants. */
function open(draft: Draft, test: (key: CellKey, figure: PrintedFigure) => boolean): CellKey[] {
	return [...draft.figures].flatMap(([key, figure]) => (!draft.fixed.has(key) && test(key, figure) ? key : []));
}

const inTables =
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
function zerosAs(draft: Draft, random: Random, mark: string, share: number): void {
	const within = inTables(...someTables(random));
	for (const key of open(draft, (candidate, figure) => within(candidate) && isZero(figure)))
		if (random.chance(share)) draft.figures.set(key, printedAs(mark));
}

/** Prints a figure in another way, its number unchanged. */
function reprint(figures: Figures, key: CellKey, print: (v: number) => string): void {
	const figure = figures.get(key);
	if (isPlain(figure)) figures.set(key, { ...figure, raw: print(figure.v) });
}

const rowsOf = (draft: Draft): readonly string[] =>
	draft.formats.t3 === null ? [] : tableThreeRows(draft.formats.t3).map((row) => row.id);

const thousands = (v: number, comma: string): string => {
	const [whole = '', fraction] = String(v).split('.');
	const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, comma);
	return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

const fullWidth = (text: string): string =>
	text.replace(/[0-9.]/gu, (digit) => String.fromCharCode((digit.codePointAt(0) ?? 0) + 0xfee0));

const isMoney = (key: CellKey): boolean => key === 't2.fees.amount' || key === 't2.procurement.amount';

/** Some figures of several digits in pieces of markup. */
function inPieces(report: PrintedReport, random: Random, as: 'runs' | 'paragraphs'): PrintedReport {
	return mapCells(report, (cell) => {
		if (cell.kind !== 'figure' || cell.text.length < 2 || !random.chance(0.4)) return cell;
		const at = random.int(1, cell.text.length - 1);
		return { ...cell, pieces: { as, texts: [cell.text.slice(0, at), cell.text.slice(at)] } };
	});
}

const hasLongFigure = (draft: Draft): boolean => [...draft.figures.values()].some((figure) => figure.raw.length > 1);

const isChange = (key: CellKey): boolean => key.endsWith('.items_change');
const hasChange = (draft: Draft): boolean =>
	open(draft, (key, figure) => isChange(key) && isPlain(figure) && figure.v !== 0).length > 0;

function signed(draft: Draft, print: (v: number) => string): void {
	for (const key of open(draft, (candidate, figure) => isChange(candidate) && isPlain(figure) && figure.v !== 0))
		reprint(draft.figures, key, print);
}

/** Figures and what stands in their place. */
export const CELL_MUTATIONS: readonly Mutation[] = [
	{
		name: 'blank-for-zero',
		section: '5',
		rate: 0.08,
		group: 'zeros',
		draft: (draft, random) => zerosAs(draft, random, '', random.pick([1, 1, 0.8, 0.3]))
	},
	{
		name: 'dash-for-zero',
		section: '5',
		rate: 0.03,
		group: 'zeros',
		draft: (draft, random) => zerosAs(draft, random, random.pick(['-', '—', '--']), random.pick([1, 0.5]))
	},
	{
		name: 'slash-for-zero',
		section: '5',
		rate: 0.03,
		group: 'zeros',
		draft: (draft, random) => zerosAs(draft, random, random.pick(['/', '／']), random.pick([1, 0.5]))
	},
	{
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
	},
	{
		name: 'cells-blank',
		section: '5',
		rate: 0.03,
		draft: (draft, random) => {
			const keys = open(draft, () => true);
			for (let count = Math.min(keys.length, random.int(1, 3)); count > 0; count -= 1)
				draft.figures.set(random.pick(keys), printedAs(''));
		}
	},
	{
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
	},
	{
		name: 'zero-merged-over-row',
		section: '5',
		rate: 0.02,
		group: 'zeros',
		draft: (draft, random) => {
			const columns = APPLICANT_COLUMNS.map((column) => column.id);
			const empty = rowsOf(draft).filter((row) =>
				columns.every((column) => isZero(draft.figures.get(`t3.${row}.${column}`)))
			);
			for (const row of empty) {
				if (!random.chance(0.4)) continue;
				draft.merged.set(`t3.${row}.natural_person`, columns.length);
				for (const column of columns) draft.figures.set(`t3.${row}.${column}`, { v: 0, raw: '0', optional: true });
			}
		}
	},
	{
		name: 'fee-row-in-one-cell',
		section: '5',
		rate: 0.05,
		fits: (draft) =>
			draft.formats.t2 === '2019' &&
			isZero(draft.figures.get('t2.fees.items_prev')) &&
			isZero(draft.figures.get('t2.fees.items_change')),
		draft: (draft) => {
			draft.merged.set('t2.fees.items_prev', 2);
			draft.figures.set('t2.fees.items_prev', { v: 0, raw: '0', optional: true });
			draft.figures.set('t2.fees.items_change', { v: 0, raw: '0', optional: true });
		}
	},
	{
		name: 'plus-signs',
		section: '5',
		rate: 0.15,
		group: 'signs',
		fits: hasChange,
		draft: (draft) => signed(draft, (v) => (v > 0 ? `+${v}` : String(v)))
	},
	{
		name: 'minus-signs-other',
		section: '5',
		rate: 0.1,
		group: 'signs',
		fits: hasChange,
		draft: (draft, random) => {
			const minus = random.pick(['－', '−', '﹣']);
			signed(draft, (v) => String(v).replace('-', minus));
		}
	},
	{
		name: 'signs-in-words',
		section: '5',
		rate: 0.12,
		group: 'signs',
		fits: hasChange,
		draft: (draft, random) => {
			const [more, less] = random.pick([
				['增', '减'],
				['增加', '减少']
			] as const);
			signed(draft, (v) => (v > 0 ? `${more}${v}` : `${less}${-v}`));
		}
	},
	{
		name: 'money-with-unit',
		section: '5',
		rate: 0.05,
		group: 'money',
		fits: (draft) => open(draft, (key, figure) => isMoney(key) && isPlain(figure)).length > 0,
		draft: (draft, random) => {
			const unit = random.pick(['万元', '万', '元']);
			for (const key of open(draft, isMoney)) reprint(draft.figures, key, (v) => `${v}${unit}`);
		}
	},
	{
		name: 'counts-with-unit',
		section: '5',
		rate: 0.02,
		draft: (draft, random) => {
			const within = inTables(random.pick(['t2', 't3']));
			for (const key of open(draft, (candidate) => within(candidate) && !isMoney(candidate)))
				reprint(draft.figures, key, (v) => `${v}件`);
		}
	},
	{
		name: 'decimals-trailing',
		section: '5',
		rate: 0.06,
		group: 'money',
		fits: (draft) => open(draft, (key, figure) => isMoney(key) && isPlain(figure)).length > 0,
		draft: (draft, random) => {
			const places = random.int(1, 7);
			for (const key of open(draft, isMoney)) {
				reprint(draft.figures, key, (v) => {
					const own = String(v).split('.')[1]?.length ?? 0;
					return v.toFixed(Math.max(own, places));
				});
			}
		}
	},
	{
		name: 'thousands-separated',
		section: '5',
		rate: 0.05,
		fits: (draft) => open(draft, (_, figure) => isPlain(figure) && Math.abs(figure.v) >= 1000).length > 0,
		draft: (draft, random) => {
			const comma = random.pick([',', ',', '，']);
			for (const key of open(draft, (_, figure) => isPlain(figure) && Math.abs(figure.v) >= 1000))
				reprint(draft.figures, key, (v) => thousands(v, comma));
		}
	},
	{
		name: 'full-width-digits',
		section: '5',
		rate: 0.03,
		draft: (draft, random) => {
			const within = inTables(...TABLE_IDS.filter(() => random.chance(0.7)));
			for (const key of open(draft, within)) reprint(draft.figures, key, (v) => fullWidth(String(v)));
		}
	},
	{
		name: 'remarks-in-cells',
		section: '5',
		rate: 0.04,
		fits: (draft) =>
			open(draft, (key, figure) => key.startsWith('t2.normative.') && isPlain(figure) && figure.v > 0).length > 0,
		draft: (draft, random) => {
			for (const key of open(
				draft,
				(candidate, figure) => candidate.startsWith('t2.normative.') && isPlain(figure) && figure.v > 0
			)) {
				const remark = random.pick(['（其中修订1件）', '(含自然失效1件)', '（含联合发文）']);
				reprint(draft.figures, key, (v) => `${v}${remark}`);
			}
		}
	},
	{
		name: 'words-in-cells',
		section: '5',
		rate: 0.02,
		draft: (draft, random) => {
			const word = random.pick(['无', '暂无', '不涉及']);
			for (const key of open(draft, (candidate, figure) => candidate.startsWith('t2.rules.') && isZero(figure)))
				draft.figures.set(key, { v: null, raw: word, absence: 'text' });
		}
	},
	{
		name: 'figures-in-runs',
		section: '5',
		rate: 0.05,
		group: 'pieces',
		kinds: ['html', 'docx'],
		fits: hasLongFigure,
		blocks: (report, random) => inPieces(report, random, 'runs')
	},
	{
		name: 'figures-in-paragraphs',
		section: '5',
		rate: 0.02,
		group: 'pieces',
		kinds: ['html', 'docx'],
		fits: hasLongFigure,
		blocks: (report, random) => inPieces(report, random, 'paragraphs')
	},
	{
		name: 'spaces-around-figures',
		section: '5',
		rate: 0.05,
		kinds: ['html', 'docx', 'xlsx', 'csv', 'md'],
		blocks: (report, random) => {
			const space = random.pick([' ', '　', '\u00a0']);
			return mapCells(report, (cell) =>
				cell.kind === 'figure' && cell.text !== '' ? { ...cell, text: `${space}${cell.text}${space}` } : cell
			);
		}
	},
	{
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
	}
];
