import type { Mutation } from '../draft.ts';
import { mapCells, mapTables } from '../printed-texts.ts';
import { headRows, splitHeadingRow } from '../split-table.ts';
import type { PrintedCell, PrintedTable } from '../printed-table.ts';

/** Where narrow columns break headings. */
const BREAKS: Readonly<Record<string, number>> = {
	't2.made': 3,
	't2.published': 3,
	't2.total': 4,
	't2.items_prev': 3,
	't2.decisions': 4,
	't3.business': 2,
	't3.research': 2,
	't3.public_interest': 2,
	't3.legal_service': 2
};

const breakAt = (text: string, at: number): [string, string] | null =>
	at > 0 && text.length > at ? [text.slice(0, at), text.slice(at)] : null;

const breakOf = (id: string, text: string): [string, string] | null =>
	breakAt(text, BREAKS[id] ?? (/^t4\.\w+\.(?:head\.)?(?:upheld|corrected|other|pending)$/u.test(id) ? 2 : 0));

const isHeadingOf = (cell: PrintedCell, part: string): boolean => cell.kind === 'heading' && cell.id.startsWith(part);

const EXPLAINED: Readonly<Record<string, string>> = {
	't2.rules': '(设区的市、自治州人民政府应提供相关数据)',
	't2.normative': '(行政机关制定发布的决定、公告、通告、意见、通知,以及标题采用“规定”“办法”等字样的公文)',
	't2.items_prev': '(指上一年事项数)',
	't2.items_change': '(指本年增加或减少的事项数,减用负值表示,如-8)',
	't2.decisions': '(指本年办件量)',
	't2.other_services':
		'(指行政许可以外的政务服务事项,含行政确认、行政裁决、行政给付、行政处罚、行政强制和其他类,以及公共服务事项)',
	't2.amount': '(保留4位小数)'
};

/** Every column heading of a row in two rows, where `part` tells the table. */
function inTwoRows(table: PrintedTable): PrintedTable {
	const top = headRows(table);
	let whole = table;
	const rows = table.rows.flatMap(({ cells }, row) =>
		cells.some((cell) => cell.kind === 'heading' && cell.rowSpan === 1 && breakOf(cell.id, cell.text) !== null)
			? [row]
			: []
	);
	for (const row of rows.toReversed()) {
		if (table.table !== 't2' && row >= top) continue;
		whole = splitHeadingRow(whole, row, (cell) => (cell.kind === 'heading' ? breakOf(cell.id, cell.text) : null));
	}
	return whole;
}

/** Headings of the columns. */
export const HEADER_MUTATIONS: readonly Mutation[] = [
	{
		name: 'mixed-headers',
		section: '1',
		rate: 0.03,
		fits: (draft) => draft.formats.t2 === '2021',
		draft: (draft) =>
			draft.relabels.push((id, printed) => {
				if (id === 't2.issued') return '本年制作数量';
				return id === 't2.normative' ? '规范性文件' : printed;
			})
	},
	{
		name: 'normative-short',
		section: '1',
		rate: 0.05,
		fits: (draft) => draft.formats.t2 === '2021',
		draft: (draft) => draft.relabels.push((id, printed) => (id === 't2.normative' ? '规范性文件' : printed))
	},
	{
		name: 'second-line-lost',
		section: '3',
		rate: 0.12,
		group: 'headings-of-2019',
		fits: (draft) => draft.formats.t2 === '2019',
		draft: (draft) =>
			draft.relabels.push((id, printed) => (id === 't2.made' || id === 't2.published' ? '本年新' : printed))
	},
	{
		name: 'headings-over-two-lines',
		section: '3',
		rate: 0.12,
		group: 'headings-of-2019',
		draft: (draft) => draft.relabels.push((id, printed) => breakOf(id, printed)?.join('\n') ?? printed)
	},
	{
		name: 'headings-over-two-cells',
		section: '3',
		rate: 0.03,
		group: 'headings-of-2019',
		kinds: ['html', 'docx', 'xlsx', 'csv', 'md'],
		fits: (draft) => !draft.emptyUnderHeadings,
		blocks: (report) => mapTables(report, inTwoRows)
	},
	{
		name: 'headings-spaced-out',
		section: '3',
		rate: 0.06,
		blocks: (report) =>
			mapCells(report, (cell) =>
				cell.kind === 'heading' && cell.text.length <= 4 && !cell.text.includes('\n')
					? { ...cell, text: [...cell.text].join(' ') }
					: cell
			)
	},
	{
		name: 'headings-shortened',
		section: '3',
		rate: 0.05,
		draft: (draft, random) => {
			const short: Readonly<Record<string, string>> = {
				't2.in_force': '现行有效件',
				't2.items_change': '本年增/',
				't3.public_interest': '社会公益',
				't2.amount': random.pick(['本年收费金额', '本年收费金额(单位:万', '收费金额'])
			};
			draft.relabels.push((id, printed) => (printed.startsWith('采购') ? printed : (short[id] ?? printed)));
		}
	},
	{
		name: 'labels-explained',
		section: '3',
		rate: 0.03,
		draft: (draft) => draft.relabels.push((id, printed) => printed + (EXPLAINED[id] ?? ''))
	},
	{
		name: 'empty-cells-under-headings',
		section: '3',
		rate: 0.06,
		draft: (draft) => {
			draft.emptyUnderHeadings = true;
		}
	},
	{
		name: 'headings-invented',
		section: '3',
		rate: 0.01,
		shapes: ['html', 'markdown', 'bars'],
		blocks: (report) =>
			mapCells(report, (cell, table) =>
				table.table === 't3' && isHeadingOf(cell, 't3.') && cell.colSpan === 1 && cell.text !== ''
					? { ...cell, text: `数据${cell.col - 2}` }
					: cell
			)
	}
];
