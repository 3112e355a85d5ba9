import { describe, expect, it } from 'vitest';
import type { PrintedTable } from '../../../../../scripts/synthesize/printed-table.ts';
import type { Report } from '../../../../../src/lib/core/extract/index.ts';
import { TITLE, figuresOf, pageHtml, pageText, paperOf, reportsIn, tableHtml } from './papers.ts';
import type { Paper } from './papers.ts';
import { TEXTS } from './texts.ts';

const OTHER_TITLE = '青山市云水区财政局2023年政府信息公开工作年度报告';
const KEYS = ['t2.rules.issued', 't3.new.total', 't4.review.total'] as const;
const TABLES = ['t2', 't3', 't4'] as const;

const PAPER = paperOf(figuresOf('2021'), '2021');
const nines = (table: PrintedTable): PrintedTable => ({
	...table,
	rows: table.rows.map((row) => ({
		...row,
		cells: row.cells.map((cell) => (cell.kind === 'figure' ? { ...cell, text: `${cell.text}9` } : cell))
	}))
});
const OTHER: Paper = { t2: nines(PAPER.t2), t3: nines(PAPER.t3), t4: nines(PAPER.t4) };

const show = (reports: readonly Report[]): unknown =>
	reports.map(({ agency, cells }) => [agency, ...KEYS.map((key) => cells[key]?.raw ?? null)]);
/** Which of the three tables a report prints. */
const SETS = [1, 2, 3, 4, 5, 6, 7].map((bits) => TABLES.filter((_, index) => (bits & (1 << index)) !== 0));
const tabs = TEXTS['copied from a browser (tabs, own cells)'] ?? ((): string => '');
const htmlOf = (paper: Paper, printed: readonly string[], title: string): string => {
	const [t2, t3, t4] = TABLES.map((id) => (printed.includes(id) ? tableHtml(paper[id]) : ''));
	return pageHtml(t2 ?? '', t3 ?? '', t4 ?? '', title);
};
const textOf = (paper: Paper, printed: readonly string[], title: string): string => {
	const [t2, t3, t4] = TABLES.map((id) => (printed.includes(id) ? tabs(paper[id]) : ''));
	return pageText(t2 ?? '', t3 ?? '', t4 ?? '', title);
};
const figures = (printed: readonly string[], end: string): (string | null)[] =>
	['101', '117', '290'].map((figure, index) => (printed.includes(TABLES[index] ?? '') ? figure + end : null));
const PAIRS = SETS.flatMap((first) => SETS.map((second) => ({ first, second })));

describe('two reports in one file', () => {
	it.each(PAIRS)('$first and $second: no table of the one is given to the other', async ({ first, second }) => {
		const expected = [
			['青山市云水区民政局', ...figures(first, '')],
			['青山市云水区财政局', ...figures(second, '9')]
		];
		const page = `${htmlOf(PAPER, first, TITLE)}${htmlOf(OTHER, second, OTHER_TITLE).replace(/<title>.*<\/title>/u, '')}`;
		expect(show(await reportsIn(page))).toEqual(expected);
		const text = `${textOf(PAPER, first, TITLE)}\n${textOf(OTHER, second, OTHER_TITLE)}`;
		expect(show(await reportsIn(text))).toEqual(expected);
	});

	it('gives no table to the report before where nothing says whose it is', async () => {
		const page = pageHtml('', tableHtml(PAPER.t3), tableHtml(PAPER.t4)) + tableHtml(OTHER.t2);
		expect(show(await reportsIn(page))).toEqual([
			['青山市云水区民政局', null, '117', '290'],
			[null, '1019', null, null]
		]);
	});

	it('tells the layouts of tables that stand twice one after another', async () => {
		const page = pageHtml(tableHtml(PAPER.t2).repeat(2), tableHtml(PAPER.t3).repeat(2), tableHtml(PAPER.t4).repeat(2));
		const [report, ...others] = await reportsIn(page);
		expect(others).toEqual([]);
		expect(report?.formats).toEqual({ t2: '2021', t3: '2021', t4: '2021' });
		expect(report?.problems).toEqual([]);
	});
});
