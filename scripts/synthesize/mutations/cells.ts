import type { CellKey } from '../../../src/lib/core/form/index.ts';
import { APPLICANT_COLUMNS, TABLE_IDS } from '../../../src/lib/core/form/index.ts';
import type { Draft, Mutation } from '../draft.ts';
import {
	BLANK_FOR_ZERO,
	CELLS_BLANK,
	DASH_FOR_ZERO,
	ONLY_TOTAL_FILLED,
	SLASH_FOR_ZERO,
	TABLE_FOUR_BLANK,
	TOTAL_COLUMN_BLANK,
	WORDS_IN_CELLS,
	inTables,
	isPlain,
	isZero,
	open,
	rowsOf
} from './absences.ts';
import { mapCells } from '../printed-texts.ts';
import type { PrintedReport } from '../print-report.ts';
import type { Random } from '../random.ts';

type Figures = Draft['figures'];

/** Prints a figure in another way, its number unchanged. */
function reprint(figures: Figures, key: CellKey, print: (v: number) => string): void {
	const figure = figures.get(key);
	if (isPlain(figure)) figures.set(key, { ...figure, raw: print(figure.v) });
}

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
	BLANK_FOR_ZERO,
	DASH_FOR_ZERO,
	SLASH_FOR_ZERO,
	TOTAL_COLUMN_BLANK,
	CELLS_BLANK,
	ONLY_TOTAL_FILLED,
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
	WORDS_IN_CELLS,
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
	TABLE_FOUR_BLANK
];
