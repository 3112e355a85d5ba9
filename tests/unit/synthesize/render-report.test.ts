import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYOUTS, TABLE_IDS, formCells } from '../../../src/lib/core/form/index.ts';
import type { CellKey, Layout } from '../../../src/lib/core/form/index.ts';
import { printReport } from '../../../scripts/synthesize/print-report.ts';
import type { PrintedReport, Printing } from '../../../scripts/synthesize/print-report.ts';
import { coveredSlots } from '../../../scripts/synthesize/printed-table.ts';
import type { PrintedTable } from '../../../scripts/synthesize/printed-table.ts';
import type { Figure, ReportFigures } from '../../../scripts/synthesize/report-figures.ts';
import { renderReport, renderReportText } from '../../../scripts/synthesize/render-report.ts';
import type { Shape } from '../../../scripts/synthesize/render-report.ts';

const both = (layout: Layout): ReportFigures['formats'] => ({ t2: layout, t3: layout, t4: layout });

/** Each cell another number, counted through the tables in printed order from 1. */
function counted(layout: Layout, changed: ReportFigures['cells'] = {}): ReportFigures {
	const keys = TABLE_IDS.flatMap((table) => formCells(table, layout).map((cell) => cell.key));
	const cells: Partial<Record<CellKey, Figure>> = {};
	keys.forEach((key, index) => (cells[key] = index + 1));
	return { agency: '某市某局', year: 2023, formats: both(layout), cells: { ...cells, ...changed } };
}

const linesOf = (figures: ReportFigures, shape: Shape, printing?: Printing): string[] =>
	renderReportText(figures, shape, printing).split('\n');

/** The text between two strings that stand in it once or more: from the first of the one to the next of the other. */
function between(text: string, from: string, to: string): string {
	const start = text.indexOf(from);
	return text.slice(start, text.indexOf(to, start + 1));
}

const zeros = (layout: Layout, changed: ReportFigures['cells'] = {}): ReportFigures => {
	const cells: Partial<Record<CellKey, Figure>> = {};
	for (const table of TABLE_IDS) for (const cell of formCells(table, layout)) cells[cell.key] = 0;
	return { ...counted(layout), cells: { ...cells, ...changed } };
};

describe('bar text', () => {
	it('prints the lines of a real extract of layout 2021', () => {
		const lines = linesOf(zeros('2021'), { kind: 'bars' });
		expect(lines.slice(0, 15)).toEqual([
			'某市某局2023年政府信息公开工作年度报告',
			'一、总体情况',
			'二、主动公开政府信息情况',
			'第二十条第(一)项 | |||',
			'信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
			'规章 | 0 | 0 | 0 |',
			'行政规范性文件 | 0 | 0 | 0 |',
			'第二十条第(五)项 | |||',
			'信息内容 | 本年处理决定数量 | ||',
			'行政许可 | 0 | ||',
			'第二十条第(六)项 | |||',
			'信息内容 | 本年处理决定数量 | ||',
			'行政处罚 | 0 | ||',
			'行政强制 | 0 | ||',
			'第二十条第(八)项 | |||'
		]);
		expect(lines.slice(16, 27)).toEqual([
			'行政事业性收费 | 0 |',
			'三、收到和处理政府信息公开申请情况',
			'(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 | ||||||||',
			'自然人 | 法人或其他组织 | 总计 | |||||||',
			'商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||',
			'一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
			'二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
			'三、本年度办理结果 | (一)予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |',
			'(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
			'(三)不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |',
			'2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||'
		]);
		expect(lines.slice(-10)).toEqual([
			'(七)总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
			'四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
			'四、政府信息公开行政复议、行政诉讼情况',
			'行政复议 | 行政诉讼 | |||||||||||||',
			'结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||',
			'结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||',
			'0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
			'五、存在的主要问题及改进情况',
			'六、其他需要报告的事项',
			''
		]);
	});

	it('prints the lines of a real extract of layout 2019 with a spare column', () => {
		const text = renderReportText(zeros('2019'), { kind: 'bars', lastRow: 'kept' }, { spareColumns: 1 });
		expect(between(text, '第二十条第(一)项', '三、').split('\n')).toEqual([
			'第二十条第(一)项 | ||||',
			'信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 | |',
			'规章 | 0 | 0 | 0 | |',
			'规范性文件 | 0 | 0 | 0 | |',
			'第二十条第(五)项 | ||||',
			'信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 | |',
			'行政许可 | 0 | 0 | 0 | |',
			'其他对外管理服务事项 | 0 | 0 | 0 | |',
			'第二十条第(六)项 | ||||',
			'信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 | |',
			'行政处罚 | 0 | 0 | 0 | |',
			'行政强制 | 0 | 0 | 0 | |',
			'第二十条第(八)项 | ||||',
			'信息内容 | 上一年项目数量 | 本年增/减 | ||',
			'行政事业性收费 | 0 | 0 | ||',
			'第二十条第(九)项 | ||||',
			'信息内容 | 采购项目数量 | 采购总金额 | ||',
			'政府集中采购 | 0 | 0 | ||',
			''
		]);
		expect(text).toContain('\n(六)其他处理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n(七)总计');
	});

	it.each([
		['end', '2.其他法律行政法规禁止公开 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | ||'],
		['in-place', '||2.其他法律行政法规禁止公开 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |'],
		['none', '2.其他法律行政法规禁止公开 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |']
	] as const)('puts the bars of merged cells %s', (spare, line) => {
		expect(linesOf(zeros('2021', { 't3.denied_law.business': 1 }), { kind: 'bars', spare })).toContain(line);
	});

	it.each([
		['bar', '一、本年新收政府信息公开申请数量 | 5 | ||/ | 0 | 0 | 0 | ||'],
		['spaced', '一、本年新收政府信息公开申请数量 | 5 | | | / | 0 | 0 | 0 | ||']
	] as const)('prints a blank cell as %s', (blank, line) => {
		const figures = zeros('2021', {
			't3.new.natural_person': 5,
			't3.new.business': '',
			't3.new.research': '',
			't3.new.public_interest': '/'
		});
		expect(linesOf(figures, { kind: 'bars', blank })).toContain(line);
	});

	it('prints an added row, a merged figure and other words', () => {
		const figures: ReportFigures = {
			...zeros('2019'),
			foreignRows: [{ after: 'normative', label: '其他主动公开文件', figures: [186, 86, 255] }],
			merged: { 't3.new.natural_person': { figure: 0, columns: 7 } }
		};
		const lines = linesOf(
			figures,
			{ kind: 'bars' },
			{
				spareColumns: 2,
				relabel: (id, printed) => (id === 't2.made' ? '本年新\n制作数量' : id === 's1' ? '' : printed)
			}
		);
		expect(lines[1]).toBe('二、主动公开政府信息情况');
		expect(lines[3]).toBe('信息内容 | 本年新 制作数量 | 本年新公开数量 | 对外公开总数量 | ||');
		expect(lines[6]).toBe('其他主动公开文件 | 186 | 86 | 255 | ||');
		expect(lines).toContain('一、本年新收政府信息公开申请数量 | 0 | ||||||||');
	});

	it('prints full-width brackets, colons and commas', () => {
		const lines = linesOf(zeros('2021'), { kind: 'bars' }, { punctuation: 'full' });
		expect(lines).toContain('第二十条第（一）项 | |||');
		expect(lines).toContain('信息内容 | 本年收费金额（单位：万元） | ||');
		expect(lines).toContain(
			'（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||'
		);
	});
});

describe('a cell a line', () => {
	const figures = counted('2021', { 't2.rules.repealed': '', 't2.fees.amount': 59237.2449 });
	const block = (shape: Omit<Extract<Shape, { kind: 'cell-lines' }>, 'kind'>, to = '行政规范性文件'): string =>
		between(renderReportText(figures, { kind: 'cell-lines', ...shape }), '第二十条第(一)项', to);

	it('parts cells by empty lines, a blank cell being one more', () => {
		expect(block({})).toBe(
			'第二十条第(一)项\n\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n规章\n\n1\n\n\n3\n\n'
		);
	});

	it('prints a row of blanks and one figure as a real report does', () => {
		const sparse = counted('2021', {
			't2.rules.issued': '',
			't2.rules.repealed': '',
			't2.rules.in_force': '',
			't2.normative.issued': '',
			't2.normative.repealed': '',
			't2.normative.in_force': 3
		});
		const printing: Printing = {
			relabel: (id, printed) => (id === 't2.item.五' ? '第二十' : printed),
			endsAfter: 't2.item.五'
		};
		const text = renderReportText(sparse, { kind: 'cell-lines' }, printing);
		expect(text.slice(text.indexOf('规章'))).toBe('规章\n\n\n\n\n行政规范性文件\n\n\n\n3\n\n第二十');
	});

	it('leaves out the empty lines', () => {
		expect(block({ gap: 'none', indent: ' ' })).toBe(
			'第二十条第(一)项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n 1\n\n 3\n'
		);
	});

	it('puts a bar after each cell', () => {
		expect(block({ bar: 'after' })).toBe(
			'第二十条第(一)项 |\n|||\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n1 |\n|\n3 |\n'
		);
		expect(block({ bar: 'after' }, '四、政府')).toMatch(/行政事业性收费 \|\n59237\.2449 \|\n三、收到/u);
	});

	it('puts a bar on the next line', () => {
		expect(block({ bar: 'next-line' })).toBe(
			'第二十条第(一)项\n|\n|||\n信息内容\n|\n本年制发件数\n|\n本年废止件数\n|\n现行有效件数\n|\n规章\n|\n1\n|\n|\n3\n|\n'
		);
		expect(block({ bar: 'next-line', spare: 'dropped' })).toMatch(/^第二十条第\(一\)项\n\|\n信息内容/u);
	});

	it('puts a bar before each row and after each cell', () => {
		const text = renderReportText(
			{ ...zeros('2019'), merged: { 't3.new.natural_person': { figure: 0, columns: 7 } } },
			{ kind: 'cell-lines', bar: 'around' },
			{ spareColumns: 1, endsAfter: 't3.new.natural_person' }
		);
		expect(between(text, '|\n第二十条第(一)项', '|\n规范性文件')).toBe(
			'|\n第二十条第(一)项 | ||||\n|\n信息内容 |\n本年新制作数量 |\n本年新公开数量 |\n对外公开总数量 | |\n|\n规章 |\n0 |\n0 |\n0 | |\n'
		);
		expect(text.endsWith('|\n一、本年新收政府信息公开申请数量 |\n0 | ||||||||\n')).toBe(true);
	});
});

it('parts cells by single spaces', () => {
	const lines = linesOf(counted('2019'), { kind: 'spaces' });
	expect(lines).toContain('信息内容 本年新制作数量 本年新公开数量 对外公开总数量');
	expect(lines).toContain('规章 1 2 3');
	expect(lines).toContain('政府集中采购 21 22');
});

describe('Markdown', () => {
	it.each([
		[
			'in-place',
			'| 信息内容 | 本年处理决定数量 |  |  |',
			'|  |  | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |'
		],
		[
			'end',
			'| 信息内容 | 本年处理决定数量 |  |  |',
			'| 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |  |  |'
		],
		[
			'repeated',
			'| 信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量 |',
			'| 三、本年度办理结果 | (三)不予公开 | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |'
		]
	] as const)('puts merged cells %s', (spare, heading, row) => {
		const lines = linesOf(zeros('2021'), { kind: 'markdown', spare });
		expect(lines).toContain(heading);
		expect(lines).toContain(row);
		expect(lines).toContain('|---|---|---|---|');
	});

	it('leaves out marks and rules', () => {
		const text = renderReportText(zeros('2021'), { kind: 'markdown', rule: false, headings: false });
		expect(text).not.toMatch(/#|---/u);
	});
});

describe('HTML', () => {
	it.each([
		['2021', 22],
		['2019', 20]
	] as const)('spans the results of layout %s over %i rows', (layout, rows) => {
		const text = renderReportText(zeros(layout), { kind: 'html' });
		expect(text).toContain(
			`<tr><td rowspan="${rows}">三、本年度办理结果</td><td colspan="2">(一)予以公开</td><td>0</td>`
		);
		expect(text).toContain('<tr><td rowspan="8">(三)不予公开</td><td>1.属于国家秘密</td><td>0</td>');
		expect(text).toContain('<td colspan="3" rowspan="3">(本列数据的勾稽关系为');
		expect(text).toContain('<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>');
	});

	it('puts empty cells under headings in place of row spans', () => {
		const text = renderReportText(zeros('2021'), { kind: 'html' }, { emptyUnderHeadings: true });
		expect(text).toContain('<tr><td>自然人</td><td colspan="5">法人或其他组织</td><td>总计</td></tr>');
		expect(text).toContain(
			'<tr><td></td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td></td></tr>'
		);
		expect(text).toContain('<tr><td></td><td></td><td></td><td></td><td></td><td>结果维持</td>');
	});

	it('prints blanks, broken labels and figures that do not stand under their heading', () => {
		const text = renderReportText(
			counted('2019', { 't2.procurement.amount': '251000元', 't2.penalty.items_change': '' }),
			{ kind: 'html', blank: '&nbsp;', paragraphs: true },
			{
				spareColumns: 1,
				relabel: (id, printed) => (id === 't2.made' ? '本年新\n制作数量' : printed),
				tableTwoSpans: (item) =>
					'八九'.includes(item)
						? { headings: [2, 2], figures: [2, 2] }
						: { headings: [1, 2, 1], figures: item === '一' ? [1, 2, 1] : [2, 1, 1] }
			}
		);
		expect(text).toContain('<p align="center">本年新<br />制作数量</p>');
		expect(text).toContain('<td colspan="2" nowrap="nowrap"><p align="center">251000元</p></td>');
		expect(text).toContain(
			'<td nowrap="nowrap"><p align="center">行政处罚</p></td><td colspan="2" nowrap="nowrap"><p align="center">13</p></td><td nowrap="nowrap"><p align="center">&nbsp;</p></td>'
		);
	});

	it('is encoded in the character set it declares', () => {
		const bytes = renderReport(zeros('2021'), { kind: 'html', encoding: 'gb18030' }, { punctuation: 'full' });
		const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
		expect(text).toContain('text/html; charset=gb18030');
		expect(text).toBe(renderReportText(zeros('2021'), { kind: 'html', encoding: 'gb18030' }, { punctuation: 'full' }));
		expect(() => renderReport({ ...zeros('2021'), agency: '🏛' }, { kind: 'html', encoding: 'gb18030' })).toThrow(
			'gb18030'
		);
	});
});

const tablesOf = (report: PrintedReport): PrintedTable[] =>
	report.blocks.flatMap((block) => (block.kind === 'table' ? block.table : []));

describe('the printed form', () => {
	it.each(LAYOUTS)('covers every slot of its grids in layout %s', (layout) => {
		for (const emptyUnderHeadings of [true, false])
			for (const table of tablesOf(printReport(zeros(layout), { spareColumns: 2, emptyUnderHeadings })))
				table.rows.forEach((_, row) => expect(coveredSlots(table, row)).not.toContain(null));
	});

	it.each(LAYOUTS)('has each cell of the form once in layout %s', (layout) => {
		const printed = tablesOf(printReport(zeros(layout))).flatMap((table) =>
			table.rows.flatMap(({ cells }) => cells.filter((cell) => cell.kind === 'figure').map((cell) => cell.id))
		);
		expect(printed).toEqual(TABLE_IDS.flatMap((table) => formCells(table, layout).map((cell) => cell.key)));
	});

	it('breaks off after a figure or a label', () => {
		const cut = (endsAfter: string): string => renderReportText(zeros('2021'), { kind: 'bars' }, { endsAfter });
		expect(cut('t3.granted').endsWith('\n三、本年度办理结果 | (一)予以公开')).toBe(true);
		expect(cut('t3.new.business').endsWith('\n一、本年新收政府信息公开申请数量 | 0 | 0 |')).toBe(true);
		expect(cut('t2.normative.in_force').endsWith('\n行政规范性文件 | 0 | 0 | 0 |')).toBe(true);
		const plain = renderReportText(zeros('2021'), { kind: 'cell-lines' }, { endsAfter: 't3.new.business' });
		expect(plain.endsWith('一、本年新收政府信息公开申请数量\n\n0\n\n0\n\n')).toBe(true);
		expect(() => cut('t3.nothing')).toThrow('nothing of that id is printed: t3.nothing');
	});

	it('mixes layouts table by table', () => {
		const text = renderReportText(
			{ ...zeros('2021'), formats: { t2: '2021', t3: '2019', t4: null } },
			{ kind: 'bars' }
		);
		expect(text).toContain('本年制发件数');
		expect(text).toContain('(六)其他处理 | ');
		expect(text).not.toContain('逾期不补正');
		expect(text).not.toContain('结果维持');
	});

	it('prints the figures of any report in their order, in every shape', () => {
		const shapes: Shape[] = [
			{ kind: 'bars' },
			{ kind: 'cell-lines' },
			{ kind: 'cell-lines', bar: 'next-line' },
			{ kind: 'spaces' },
			{ kind: 'markdown' },
			{ kind: 'html' }
		];
		const sixDigits = fc.array(fc.integer({ min: 100_000, max: 999_999 }), { minLength: 175, maxLength: 175 });
		fc.assert(
			fc.property(fc.constantFrom(...LAYOUTS), sixDigits, fc.constantFrom(...shapes), (layout, numbers, shape) => {
				const keys = formCells('t3', layout).map((cell) => cell.key);
				const cells: Partial<Record<CellKey, Figure>> = Object.fromEntries(
					keys.map((key, index) => [key, numbers[index] ?? 0])
				);
				const text = renderReportText(zeros(layout, cells), shape);
				expect((text.match(/(?<!\d)\d{6}(?!\d)/gu) ?? []).map(Number)).toEqual(numbers.slice(0, keys.length));
			}),
			{ numRuns: 50, seed: 1 }
		);
	});
});
