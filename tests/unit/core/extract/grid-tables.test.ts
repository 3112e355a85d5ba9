import { describe, expect, it } from 'vitest';
import { compareCells } from '../../../../scripts/compare-cells.ts';
import { renderReportText } from '../../../../scripts/synthesize/render-report.ts';
import { extractReports } from '../../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../../src/lib/core/extract/index.ts';
import { TABLE_IDS, formCells } from '../../../../src/lib/core/form/index.ts';
import type { CellKey } from '../../../../src/lib/core/form/index.ts';
import type { Block, Document, Grid, GridBlock, GridCell } from '../../../../src/lib/core/read/document.ts';
import { readHtml } from '../../../../src/lib/core/read/html.ts';

const formats = { t2: '2021', t3: '2021', t4: '2021' } as const;

/** Requests of two kinds of applicants, all carried over but a few granted; 1 and 2 in tables two and four. */
const cells: Partial<Record<CellKey, number>> = {};
for (const table of TABLE_IDS) for (const { key } of formCells(table, '2021')) cells[key] = table === 't3' ? 0 : 2;
const COUNTS = {
	new: [5, 1],
	carried_in: [2, 0],
	granted: [3, 0],
	denied_law: [0, 1],
	closed: [3, 1],
	carried_out: [4, 0]
};
for (const [row, [persons = 0, firms = 0]] of Object.entries(COUNTS)) {
	cells[`t3.${row}.natural_person`] = persons;
	cells[`t3.${row}.business`] = firms;
	cells[`t3.${row}.total`] = persons + firms;
}
const figures = { agency: '青山市云水区民政局', year: 2023, formats, cells };
const gold = {
	cells: Object.fromEntries(Object.entries(cells).map(([key, v]) => [key, { v: Number(v), raw: String(v) }]))
};

const page = (change: (html: string) => string = (html) => html): Document =>
	readHtml(change(renderReportText(figures, { kind: 'html' })), 'utf-8');

function readOne(document: Document): Report {
	const reports = extractReports(document, 'report');
	expect(reports).toHaveLength(1);
	return reports[0] as Report;
}

const cut = (grid: Grid, from: number, to: number): Grid => {
	const moved = new Map<GridCell, GridCell>();
	const slots = grid.slots.slice(from, to).map((row) =>
		row.map((cell) => {
			if (!cell) return null;
			const row = Math.max(0, cell.row - from);
			const known = moved.get(cell) ?? { ...cell, row, rowSpan: Math.min(to, cell.row + cell.rowSpan) - from - row };
			moved.set(cell, known);
			return known;
		})
	);
	return { ...grid, slots };
};

/** The document with the grid that holds `words` cut in two above the row of the words. */
function broken(document: Document, words: string, change: (below: Grid) => Grid = (below) => below): Document {
	const blocks = document.blocks.flatMap((block): Block[] => {
		if (block.kind !== 'grid') return [block];
		const at = block.grid.slots.findIndex((row) => row.some((cell) => cell?.text.includes(words)));
		if (at < 1) return [block];
		const below = change(cut(block.grid, at, block.grid.slots.length));
		return [
			{ ...block, grid: cut(block.grid, 0, at) },
			{ ...block, grid: below }
		] satisfies GridBlock[];
	});
	return { ...document, blocks };
}

const clean = { declared: [], missed: [], wrong: [] };

describe('a page end within table three', () => {
	it.each(['本年新收', '上年结转', '属于行政查询事项', '结转下年度'])('above %s loses nothing', (words) => {
		expect(compareCells(readOne(broken(page(), words)), gold)).toMatchObject(clean);
	});

	it('above table four’s figures loses nothing', () => {
		const document = page();
		const blocks = document.blocks.flatMap((block) => {
			if (block.kind !== 'grid' || !block.grid.slots[0]?.some((cell) => cell?.text === '行政复议')) return [block];
			const last = block.grid.slots.length - 1;
			return [
				{ ...block, grid: cut(block.grid, 0, last) },
				{ ...block, grid: cut(block.grid, last, last + 1) }
			] satisfies GridBlock[];
		});
		expect(compareCells(readOne({ ...document, blocks }), gold)).toMatchObject(clean);
	});

	it('takes the rows below by order where the columns below are others', () => {
		const narrower = (grid: Grid): Grid => ({
			width: grid.width - 1,
			slots: grid.slots.map((row) =>
				row.slice(1).map((cell) => (cell ? { ...cell, col: Math.max(0, cell.col - 1) } : null))
			)
		});
		const report = readOne(broken(page(), '属于行政查询事项', narrower));
		expect(compareCells(report, gold)).toMatchObject({ missed: [], wrong: [] });
	});

	it('declares each column that the rows below do not reach', () => {
		const shorter = (grid: Grid): Grid => ({ width: 5, slots: grid.slots.map((row) => row.slice(0, 5)) });
		const report = readOne(broken(page(), '属于行政查询事项', shorter));
		expect(compareCells(report, gold)).toMatchObject({ missed: [], wrong: [] });
	});
});

describe('a table three whose headings are lost', () => {
	const HEADINGS = /自然人|商业企业|科研机构|社会公益组织|法律服务机构/gu;

	it('is read in the form’s order where all identities say so, and marked', () => {
		const report = readOne(page((html) => html.replace(HEADINGS, '数据')));
		expect(compareCells(report, gold)).toMatchObject(clean);
		expect(report.cells['t3.new.natural_person']).toMatchObject({ v: 5, settled: 'identity' });
	});

	it('is declared where a figure breaks an identity', () => {
		const report = readOne(page((html) => html.replace(HEADINGS, '数据').replace(/>4</u, '>9<')));
		expect(report.cells['t3.new.natural_person']).toBeUndefined();
		expect(compareCells(report, gold)).toMatchObject({ missed: [], wrong: [] });
	});

	it('is declared where a heading that is left names another column', () => {
		const report = readOne(
			page((html) => html.replace('自然人', '数据').replace('商业企业', '自然人').replace('科研机构', '商业企业'))
		);
		expect(report.cells['t3.new.natural_person']).toBeUndefined();
	});
});

describe('a heading over two cells', () => {
	const two = '<td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td>';
	const four = '<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>'.repeat(2);
	const inTwo = (row: string, corner: string): string =>
		[
			row.replace(/<td>(.{2,4}?)(?:件数|维持|纠正|结果|审结)?<\/td>/gu, '<td>$1</td>'),
			corner + row.replace(/<td>.{2,4}?(件数|维持|纠正|结果|审结)?<\/td>/gu, '<td>$1</td>')
		].join('</tr><tr>');

	it.each([
		['beside a blank corner', '<td>信息内容</td>', '<td></td>'],
		['beside a corner over both', '<td rowspan="2">信息内容</td>', '']
	])('is read as one %s', (_name, first, second) => {
		const html = renderReportText(figures, { kind: 'html' });
		const changed = html
			.replace(`<td>信息内容</td>${two}`, first + inTwo(two, second))
			.replace(/<td rowspan="2">(?=结果|其他结果|尚未|总计<\/td><td colspan="5">未经)/gu, '<td rowspan="3">')
			.replace(`<tr>${four}</tr>`, `<tr>${inTwo(four, '')}</tr>`);
		expect(changed.split('<tr>').length).toBe(html.split('<tr>').length + 2);
		expect(compareCells(readOne(page(() => changed)), gold)).toMatchObject(clean);
	});
});

it('gives a blank row under figures that only a group heads no figures, since a page end may have cut one row in two', () => {
	const cut = page((html) =>
		html.replace(
			/<tr>(?:(?!<tr>)[\s\S])*?1\.属于国家秘密[\s\S]*?<\/tr>/u,
			`<tr><td></td><td colspan="2">（三）不予公开</td>${'<td>0</td>'.repeat(7)}</tr><tr><td></td><td></td><td>1.属于国家秘密</td>${'<td></td>'.repeat(7)}</tr>`
		)
	);
	const report = readOne(cut);
	expect(report.cells['t3.denied_state_secret.total']).toBeUndefined();
	expect(report.problems.some(({ code, row }) => code === 'row/not-placed' && row === 'denied_state_secret')).toBe(
		true
	);
});
