import { APPLICANT_COLUMNS, tableThreeRows } from '../../../src/lib/core/form/index.ts';
import type { CellKey } from '../../../src/lib/core/form/index.ts';
import type { Draft, Mutation } from '../draft.ts';
import type { Relabel } from '../print-tables.ts';
import { mapCells, mapTables } from '../printed-texts.ts';
import type { PrintedCell, PrintedTable } from '../printed-table.ts';

const relabelled =
	(relabel: Relabel) =>
	(draft: Draft): void => {
		draft.relabels.push(relabel);
	};

const SHORT: Readonly<Record<string, string>> = {
	't3.partial': '(二)部分公开',
	't3.other_no_correction': '1.逾期不补正',
	't3.other_fee_unpaid': '2.逾期不缴费',
	't3.unprocessed_reconfirm': '5.要求行政机关确认或重新出具',
	't3.unable_unclear': '3.补正后申请内容',
	't3.new': '一、本年新收',
	't3.carried_in': '二、上年结转政府信息',
	't3.carried_out': '四、结转下年度'
};

const LOST: Readonly<Record<string, string>> = {
	't3.denied_law': '2.其他法律行政止公开',
	't3.unable_not_held': '1.本机关不掌握相关政信息',
	't3.denied_case_file': '7.属于行政执案卷',
	't3.unprocessed_excessive': '4.无正当理大量反复申请'
};

/** 三、本年度办理结果 moved down to the row of the group in the middle of it, as text extracts place it. */
function resultsAside(table: PrintedTable): PrintedTable {
	if (table.table !== 't3') return table;
	const from = table.rows.findIndex(({ cells }) => cells.some((cell) => cell.id === 't3.results'));
	const to = table.rows.findIndex(({ cells }) => cells.some((cell) => cell.id === 't3.group.unable'));
	const moved = table.rows[from]?.cells.find((cell) => cell.id === 't3.results');
	if (moved === undefined || to < from) return table;
	const here: PrintedCell = { ...moved, row: to, rowSpan: moved.rowSpan - (to - from) };
	return {
		...table,
		rows: table.rows.map(({ cells }, row) => {
			if (row === from) return { cells: cells.filter((cell) => cell !== moved) };
			return row === to ? { cells: [here, ...cells] } : { cells };
		})
	};
}

/** The table without one row of figures; a cell that reaches over it gets shorter, one that starts in it moves to the next row. */
function withoutRow(table: PrintedTable, row: number): PrintedTable {
	const moved = (table.rows[row]?.cells ?? []).filter((cell) => cell.rowSpan > 1);
	const rows = table.rows.map(({ cells }) =>
		cells.map((cell): PrintedCell => {
			if (cell.row < row && cell.row + cell.rowSpan > row) return { ...cell, rowSpan: cell.rowSpan - 1 };
			return cell.row > row ? { ...cell, row: cell.row - 1 } : cell;
		})
	);
	const below = [...moved.map((cell) => ({ ...cell, rowSpan: cell.rowSpan - 1 })), ...(rows[row + 1] ?? [])];
	return {
		...table,
		rows: rows
			.map((cells, at) => (at === row + 1 ? below : cells))
			.toSpliced(row, 1)
			.map((cells) => ({ cells: cells.toSorted((a, b) => a.col - b.col) }))
	};
}

/** Rows of outcomes without a request, which a report may leave out and still add up. */
function zeroRows(draft: Draft): string[] {
	if (draft.formats.t3 === null) return [];
	return tableThreeRows(draft.formats.t3).flatMap(({ id }) => {
		const isOutcome = /^(?:denied|unable|unprocessed)_/u.test(id);
		return isOutcome && APPLICANT_COLUMNS.every((column) => draft.figures.get(`t3.${id}.${column.id}`)?.v === 0)
			? id
			: [];
	});
}

/** The number of a group and of its first row in one cell, as extracts glue them together. */
function gluedGroups(table: PrintedTable): PrintedTable {
	if (table.table !== 't3') return table;
	return {
		...table,
		rows: table.rows.map(({ cells }) => {
			const group = cells.find((cell) => cell.kind === 'group' && cell.id.startsWith('t3.group.'));
			const label = cells.find((cell) => cell.kind === 'label');
			if (group === undefined || label === undefined) return { cells };
			const blank: PrintedCell = { ...group, text: '' };
			const glued: PrintedCell = { ...label, text: `${group.text}${label.text}` };
			return { cells: cells.map((cell) => (cell === group ? blank : cell === label ? glued : cell)) };
		})
	};
}

const GROUP = /^\((.)\)(.+)$/u;

/** Labels of the rows. */
export const LABEL_MUTATIONS: readonly Mutation[] = [
	{
		name: 'label-letters-lost',
		section: '4',
		rate: 0.04,
		draft: relabelled((id, printed) => LOST[id] ?? printed)
	},
	{
		name: 'labels-shortened',
		section: '4',
		rate: 0.06,
		draft: (draft, random) => {
			const chosen = new Set(Object.keys(SHORT).filter(() => random.chance(0.6)));
			draft.relabels.push((id, printed) => (chosen.has(id) ? (SHORT[id] ?? printed) : printed));
		}
	},
	{
		name: 'other-group-shortened',
		section: '4',
		rate: 0.02,
		draft: relabelled((id, printed) => (id === 't3.group.other' || id === 't3.other' ? '(六)其他' : printed))
	},
	{
		name: 'numbers-with-commas',
		section: '4',
		rate: 0.06,
		group: 'numbers',
		draft: relabelled((id, printed) => (id.startsWith('t3.') ? printed.replace(/^(\d)\./u, '$1、') : printed))
	},
	{
		name: 'numbers-with-spaces',
		section: '4',
		rate: 0.04,
		group: 'numbers',
		draft: relabelled((id, printed) => (id.startsWith('t3.') ? printed.replace(/^(\d)\./u, '$1. ') : printed))
	},
	{
		name: 'numbers-lost',
		section: '4',
		rate: 0.02,
		group: 'numbers',
		draft: relabelled((id, printed) => (id.startsWith('t3.') ? printed.replace(/^\d\./u, '') : printed))
	},
	{
		name: 'articles-spaced',
		section: '4',
		rate: 0.06,
		group: 'articles',
		draft: relabelled((id, printed) => (id.startsWith('t2.item.') ? printed.replace('条', '条  ') : printed))
	},
	{
		name: 'articles-in-full',
		section: '4',
		rate: 0.03,
		group: 'articles',
		draft: relabelled((id, printed) =>
			id.startsWith('t2.item.') ? `中华人民共和国政府信息公开条例 ${printed}` : printed
		)
	},
	{
		name: 'articles-missing',
		section: '4',
		rate: 0.02,
		group: 'articles',
		blocks: (report) =>
			mapTables(report, (table) => {
				if (table.table !== 't2') return table;
				const kept = table.rows.filter(({ cells }) => cells[0]?.kind !== 'item');
				return {
					...table,
					rows: kept.map(({ cells }, row) => ({ cells: cells.map((cell) => ({ ...cell, row })) }))
				};
			})
	},
	{
		name: 'groups-in-pieces',
		section: '4',
		rate: 0.03,
		kinds: ['html', 'docx'],
		blocks: (report) =>
			mapCells(report, (cell) => {
				const [, numeral = '', name = ''] = GROUP.exec(cell.text) ?? [];
				if (cell.kind !== 'group' || name === '') return cell;
				return { ...cell, pieces: { as: 'runs', texts: ['(', ' ', numeral, ' )', ` ${name}`] } };
			})
	},
	{
		name: 'groups-over-two-lines',
		section: '4',
		rate: 0.05,
		draft: relabelled((id, printed) => (id.startsWith('t3.group.') ? printed.replace(/\)/u, ')\n') : printed))
	},
	{
		name: 'results-letter-a-line',
		section: '4',
		rate: 0.06,
		group: 'results',
		draft: relabelled((id, printed) => (id === 't3.results' ? [...printed].join('\n') : printed))
	},
	{
		name: 'results-between-rows',
		section: '4',
		rate: 0.03,
		group: 'results',
		kinds: ['txt'],
		blocks: (report) => mapTables(report, resultsAside)
	},
	{
		name: 'groups-glued-to-rows',
		section: '4',
		rate: 0.03,
		blocks: (report) => mapTables(report, gluedGroups)
	},
	{
		name: 'row-left-out',
		section: '4',
		rate: 0.02,
		fits: (draft) => draft.fixed.size === 0 && zeroRows(draft).length > 0,
		draft: (draft, random) => {
			// A mutation before it may have marked the zeros.
			const rows = zeroRows(draft);
			if (rows.length === 0) return;
			const leaf = random.pick(rows);
			for (const column of APPLICANT_COLUMNS) draft.figures.delete(`t3.${leaf}.${column.id}`);
		},
		blocks: (report, _, draft) =>
			mapTables(report, (table) => {
				const row = table.rows.findIndex(({ cells }) =>
					cells.some(
						(cell) => cell.kind === 'figure' && cell.id.startsWith('t3.') && !draft.figures.has(cell.id as CellKey)
					)
				);
				return row < 0 ? table : withoutRow(table, row);
			})
	},
	{
		name: 'commas-in-labels',
		section: '4',
		rate: 0.05,
		draft: relabelled((id, printed) => (id.startsWith('t3.other_') ? printed.replace('、', ',') : printed))
	},
	{
		name: 'totals-named-otherwise',
		section: '4',
		rate: 0.03,
		draft: relabelled((id, printed) => (/^t[34]\./u.test(id) ? printed.replace('总计', '合计') : printed))
	},
	{
		name: 'foreign-row',
		section: '4',
		rate: 0.03,
		draft: (draft, random) => {
			draft.foreignRows.push({
				after: 'normative',
				label: '其他主动公开文件',
				figures: [random.int(0, 400), random.int(0, 90), random.int(0, 900)]
			});
		}
	}
];
