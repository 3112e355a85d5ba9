import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { TABLE_IDS, formCells } from '../../../src/lib/core/form/index.ts';
import type { CellKey } from '../../../src/lib/core/form/index.ts';
import { displayWidth, wrap } from '../../../scripts/synthesize/display-width.ts';
import { cutMarked, markFigures } from '../../../scripts/synthesize/marks.ts';
import { printReport } from '../../../scripts/synthesize/print-report.ts';
import type { PrintedReport, Printing } from '../../../scripts/synthesize/print-report.ts';
import { coveredSlots } from '../../../scripts/synthesize/printed-table.ts';
import type { PrintedTable } from '../../../scripts/synthesize/printed-table.ts';
import { renderDocx } from '../../../scripts/synthesize/render-docx.ts';
import { encodeText, renderText } from '../../../scripts/synthesize/render-report.ts';
import type { Shape } from '../../../scripts/synthesize/render-report.ts';
import { renderXlsx } from '../../../scripts/synthesize/render-xlsx.ts';
import type { Figure } from '../../../scripts/synthesize/report-figures.ts';
import { headRows, splitHeadingRow, splitTable } from '../../../scripts/synthesize/split-table.ts';
import { toRadicals, toTraditional } from '../../../scripts/synthesize/traditional.ts';

/** Each cell another number, counted through the tables in printed order from 1. */
function counted(changed: Partial<Record<CellKey, Figure>> = {}, printing: Printing = {}): PrintedReport {
	const cells: Partial<Record<CellKey, Figure>> = {};
	TABLE_IDS.flatMap((table) => formCells(table, '2021')).forEach(({ key }, index) => (cells[key] = index + 1));
	const formats = { t2: '2021', t3: '2021', t4: '2021' } as const;
	return printReport({ agency: '幻州市杳局', year: 2023, formats, cells: { ...cells, ...changed } }, printing);
}

const linesOf = (shape: Shape, report = counted()): string[] => renderText(report, shape).split('\n');
const around = (lines: readonly string[], part: string, before: number, after: number): string[] => {
	const at = lines.findIndex((line) => line.includes(part));
	return lines.slice(at - before, at + after + 1);
};
const tableOf = (report: PrintedReport, name: string): PrintedTable => {
	const block = report.blocks.find((candidate) => candidate.kind === 'table' && candidate.table.table === name);
	if (block?.kind !== 'table') throw new Error(`no table: ${name}`);
	return block.table;
};

describe('the layout of a PDF page', () => {
	it('puts the figures of a row between the two lines of its label', () => {
		const [first = '', figures = '', second = ''] = around(linesOf({ kind: 'layout' }), '(二)部分公开', 0, 2);
		expect(first.trim()).toBe('(二)部分公开(区分处理的,只计这一情形,');
		expect(figures.trim().split(/\s+/u)).toEqual(['32', '33', '34', '35', '36', '37', '38']);
		expect(second.trim()).toBe('不计其他情形)');
	});

	it('numbers pages between rows, with a form feed', () => {
		const text = renderText(counted(), { kind: 'layout', pageLines: 40 });
		expect(text).toMatch(/\n\n +- 1 -\n\n\f/u);
	});

	it('lets columns grow with their figures, so that no two touch', () => {
		const wide = counted({ 't4.review.upheld': 123456789, 't4.review.corrected': 987654321 });
		const line = linesOf({ kind: 'layout', columns: 'narrow' }, wide).find((candidate) =>
			candidate.includes('123456789')
		);
		expect(line?.trim().split(/\s+/u)).toHaveLength(15);
	});

	it('measures Chinese characters as two columns and does not break figures', () => {
		expect(displayWidth('(一)予以公开')).toBe(12);
		expect(wrap('行政许可123456', 9)).toEqual(['行政许可', '123456']);
		expect(wrap('甲\n乙', 9)).toEqual(['甲', '乙']);
	});
});

describe('the order of reading', () => {
	it('gives labels and figures in turn where nothing parts them', () => {
		const text = renderText(counted(), { kind: 'reading', parted: 0 });
		expect(text).toContain('规章\n\n1\n\n2\n\n3\n\n行政规范性文件\n\n4');
	});

	it('parts them by its seed, and prints every figure once', () => {
		const parted = renderText(counted(), { kind: 'reading', parted: 1, seed: 'a' });
		expect(parted).toBe(renderText(counted(), { kind: 'reading', parted: 1, seed: 'a' }));
		expect(parted).not.toBe(renderText(counted(), { kind: 'reading', parted: 1, seed: 'b' }));
		expect(parted).not.toContain('规章\n\n1\n\n2\n\n3');
		const figures = (text: string): string[] => (text.match(/^\d+$/gmu) ?? []).toSorted();
		expect(figures(parted)).toEqual(figures(renderText(counted(), { kind: 'reading', parted: 0 })));
	});
});

describe('other text', () => {
	it('parts cells by tabs, or puts the figures on a line of their own', () => {
		expect(linesOf({ kind: 'spaces', separator: '\t' })).toContain('规章\t1\t2\t3');
		expect(around(linesOf({ kind: 'spaces', lines: 'labels-then-figures' }), '规章', 0, 1)).toEqual(['规章', '1 2 3']);
	});

	it('puts a whole table on one line', () => {
		expect(linesOf({ kind: 'spaces', lines: 'table' }).filter((line) => line.includes('行政许可'))).toHaveLength(1);
		expect(linesOf({ kind: 'bars', lines: 'table' }).find((line) => line.includes('行政许可'))).toMatch(
			/规章 \| 1 \| 2 \| 3 \|/u
		);
	});

	it('prints Markdown with an empty heading row, or without the heading rows', () => {
		const empty = linesOf({ kind: 'markdown', header: 'empty' });
		expect(around(empty, '第二十条第(一)项', 2, 0)).toEqual([
			'|  |  |  |  |',
			'|---|---|---|---|',
			'| 第二十条第(一)项 |  |  |  |'
		]);
		expect(renderText(counted(), { kind: 'markdown', header: 'lost' })).not.toMatch(/信息内容|自然人|结果维持/u);
	});

	it('quotes fields of CSV that need it', () => {
		const text = renderText(
			counted({}, { relabel: (id, printed) => (id === 't2.issued' ? '本年制\n发,件"数' : printed) }),
			{ kind: 'csv' }
		);
		expect(text).toContain('"本年制\n发,件""数",本年废止件数');
		expect(text).toContain('规章,1,2,3,,,,,,,,,,,\r\n');
	});

	it('is written as UTF-16 with its mark', () => {
		expect(new TextDecoder('utf-16le').decode(encodeText('杳1', 'utf-16le'))).toBe('杳1');
		expect([...encodeText('杳1', 'utf-16le').subarray(0, 2)]).toEqual([0xff, 0xfe]);
		expect(new TextDecoder('gb18030').decode(encodeText('⺠⻚−杳', 'gb18030'))).toBe('⺠⻚−杳');
	});
});

describe('a workbook', () => {
	it('has plain figures as numbers and merged cells merged', () => {
		const book = xlsx.read(renderXlsx(counted({ 't2.rules.issued': '+4' })));
		const [sheet] = Object.values(book.Sheets);
		const rows = xlsx.utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1 });
		expect(rows.find((row) => row[0] === '规章')).toEqual(['规章', '+4', 2, 3]);
		expect(sheet?.['!merges']?.length).toBeGreaterThan(20);
		const plain = xlsx.read(renderXlsx(counted(), { merges: false, numbers: 'text', sheets: 'by-table' }));
		expect(plain.SheetNames.length).toBeGreaterThan(2);
		expect(Object.values(plain.Sheets)[0]?.['!merges'] ?? []).toEqual([]);
	});
});

describe('a Word file', () => {
	it('spans columns and rows, and cuts runs', async () => {
		const read = async (runs: 'whole' | 'split'): Promise<string> =>
			strFromU8(unzipSync(await renderDocx(counted(), { runs }))['word/document.xml'] ?? new Uint8Array());
		const whole = await read('whole');
		expect(whole).toContain('<w:gridSpan w:val="7"/>');
		expect(whole).toContain('<w:vMerge w:val="restart"/>');
		expect(whole).toContain('三、本年度办理结果');
		expect(await read('split')).not.toContain('三、本年度办理结果');
	});
});

describe('a table in two', () => {
	const three = tableOf(counted(), 't3');
	const whole = (table: PrintedTable): void =>
		table.rows.forEach((_, row) => expect(coveredSlots(table, row)).not.toContain(null));

	it.each([4, 9, 14, 27])('keeps every slot covered when it breaks before row %i', (row) => {
		for (const spanning of ['blank', 'repeated'] as const)
			for (const heads of [true, false]) {
				const [above, below] = splitTable(three, row, { spanning, heads });
				whole(above);
				whole(below);
				expect(above.rows.length + below.rows.length).toBe(three.rows.length + (heads ? headRows(three) : 0));
			}
	});

	it('goes on with the label of a merged cell, or blank', () => {
		const row = three.rows.findIndex(({ cells }) => cells.some((cell) => cell.id === 't3.denied_law'));
		const first = (spanning: 'blank' | 'repeated'): string[] | undefined =>
			splitTable(three, row, { spanning, heads: false })[1]
				.rows[0]?.cells.slice(0, 3)
				.map((cell) => cell.text);
		expect(first('repeated')).toEqual(['三、本年度办理结果', '(三)不予公开', '2.其他法律行政法规禁止公开']);
		expect(first('blank')).toEqual(['', '', '2.其他法律行政法规禁止公开']);
	});

	it('puts headings over two rows', () => {
		const split = splitHeadingRow(three, 2, (cell) => (cell.text === '商业企业' ? ['商业', '企业'] : null));
		whole(split);
		expect(split.rows[3]?.cells.map((cell) => cell.text)).toEqual(['企业']);
		expect(split.rows[2]?.cells.map((cell) => [cell.text, cell.rowSpan])).toContainEqual(['科研机构', 2]);
	});
});

describe('a text that breaks off', () => {
	const { report, keys } = markFigures(counted());
	const text = renderText(report, { kind: 'bars' });

	it('knows which figures are whole', () => {
		for (const share of [0.1, 0.4, 0.77]) {
			const cut = cutMarked(text, share, keys);
			expect(cut.text).toBe(renderText(counted(), { kind: 'bars' }).slice(0, cut.text.length));
			const shown = formCells('t2', '2021').filter(({ key }) => cut.whole.has(key));
			for (const { key } of shown) expect(cut.text).toContain(` ${keys.indexOf(key) + 1}`);
		}
	});

	it('is not certain of the figure it ends with', () => {
		const end = renderText(counted(), { kind: 'bars' }).indexOf('| 175 |') + 4;
		const length = renderText(counted(), { kind: 'bars' }).length;
		const cut = cutMarked(text, (end + 0.5) / length, keys);
		expect(cut.text.endsWith('| 17')).toBe(true);
		expect(cut.last).toBe(keys[174]);
		expect(cut.whole.has(keys[174] as CellKey)).toBe(false);
	});
});

it('turns words into traditional characters and radicals', () => {
	expect(toTraditional('行政规范性文件 本年制发件数')).toBe('行政規範性檔案 本年製發件數');
	expect(toTraditional('规章制度')).toBe('規章制度');
	expect(toRadicals('人民政府')).toBe('⼈⺠政府');
});
