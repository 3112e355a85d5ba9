import { describe, expect, it } from 'vitest';
import type { PrintedRow, PrintedTable } from '../../../../../scripts/synthesize/printed-table.ts';
import { LAYOUTS } from '../../../../../src/lib/core/form/index.ts';
import { figuresOf, judge, pageText, paperOf, reportsIn } from './papers.ts';
import { TEXTS } from './texts.ts';

const figures = (row: PrintedRow): string[] => row.cells.flatMap((cell) => (cell.kind === 'figure' ? [cell.text] : []));
/** The table with the texts of each row changed: its labels, and its figures in their order. */
const change = (
	table: PrintedTable,
	label: (text: string) => string,
	order: (texts: readonly string[]) => readonly string[]
): PrintedTable => ({
	...table,
	rows: table.rows.map((row) => {
		const texts = [...order(figures(row))];
		const isHead = texts.length === 0;
		return {
			...row,
			cells: row.cells.map((cell) => {
				if (cell.kind === 'figure') return { ...cell, text: texts.shift() ?? '' };
				return isHead ? { ...cell, text: label(cell.text) } : cell;
			})
		};
	})
});
const LABELS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const swapped = (a: number, b: number) => (table: PrintedTable) =>
	change(
		table,
		(text) => (text === LABELS[a] ? (LABELS[b] ?? '') : text === LABELS[b] ? (LABELS[a] ?? '') : text),
		(texts) => texts.map((text, at) => (at === a ? (texts[b] ?? '') : at === b ? (texts[a] ?? '') : text))
	);
const withoutLabels =
	(...lost: string[]) =>
	(table: PrintedTable) =>
		change(
			table,
			(text) => (lost.includes(text) ? '' : text),
			(texts) => texts
		);

const TABLES = {
	'总计 in the place of 自然人': swapped(0, 6),
	'总计 in the place of 其他': swapped(5, 6),
	'科研机构 before 商业企业': swapped(1, 2),
	'one label lost': withoutLabels('科研机构'),
	'总计 lost': withoutLabels('总计'),
	'five labels lost': withoutLabels('商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他')
};

describe('table three of running text whose columns stand otherwise', () => {
	it.each(Object.entries(TABLES))('%s: every figure is where it is printed, or declared', async (_, changed) => {
		for (const layout of LAYOUTS) {
			const printed = figuresOf(layout);
			const { t2, t3, t4 } = paperOf(printed, layout);
			for (const [name, render] of Object.entries(TEXTS)) {
				const text = pageText(render(t2), render(changed(t3)), render(t4));
				const { wrong, silent } = judge(await reportsIn(text), printed, layout);
				expect({ layout, name, wrong, silent }).toEqual({ layout, name, wrong: [], silent: [] });
			}
		}
	});

	it('is not placed by the order of the form where its header names too few columns', async () => {
		const printed = figuresOf('2021');
		const { t2, t3, t4 } = paperOf(printed, '2021');
		const render = TEXTS['a cell a line'] ?? ((): string => '');
		const [report] = await reportsIn(pageText(render(t2), render(TABLES['five labels lost'](t3)), render(t4)));
		expect(report?.problems).toContainEqual(expect.objectContaining({ code: 'table/header-not-found', table: 't3' }));
	});
});
