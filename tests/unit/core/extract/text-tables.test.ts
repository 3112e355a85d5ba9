import { describe, expect, it } from 'vitest';
import { compareCells } from '../../../../scripts/compare-cells.ts';
import { renderReportText } from '../../../../scripts/synthesize/render-report.ts';
import type { Shape } from '../../../../scripts/synthesize/render-report.ts';
import type { ReportFigures } from '../../../../scripts/synthesize/report-figures.ts';
import { extractReports } from '../../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../../src/lib/core/extract/index.ts';
import { APPLICANT_COLUMNS, TABLE_IDS, formCells, tableThreeRows } from '../../../../src/lib/core/form/index.ts';
import type { CellKey, Layout } from '../../../../src/lib/core/form/index.ts';
import { readText } from '../../../../src/lib/core/read/text.ts';

/** A quiet year: every figure 0 but one request of a natural person, granted. */
function quietYear(layout: Layout): ReportFigures {
	const formats = { t2: layout, t3: layout, t4: layout };
	const one = new Set(['new', 'granted', 'closed'].flatMap((row) => [`t3.${row}.natural_person`, `t3.${row}.total`]));
	const cells: Partial<Record<CellKey, number>> = {};
	for (const table of TABLE_IDS)
		for (const { key } of formCells(table, formats[table])) cells[key] = one.has(key) ? 1 : 0;
	return { agency: '青山市云水区民政局', year: layout === '2021' ? 2023 : 2020, formats, cells };
}

function readOne(text: string): Report {
	const reports = extractReports(readText(text, 'utf-8'), 'report.txt');
	expect(reports).toHaveLength(1);
	return reports[0] as Report;
}

const goldOf = (
	figures: ReportFigures,
	without: (key: string) => boolean = () => false
): { cells: Record<string, { v: number; raw: string }> } => ({
	cells: Object.fromEntries(
		Object.entries(figures.cells).flatMap(([key, v]) => (without(key) ? [] : [[key, { v: Number(v), raw: String(v) }]]))
	)
});

const BARRED: readonly Shape[] = [{ kind: 'bars' }, { kind: 'cell-lines', bar: 'around' }];

describe('bars of another make', () => {
	it.each(BARRED.flatMap((shape) => [...'｜│┃║┆╎'].map((bar) => [bar, shape] as const)))(
		'%s parts cells as the plain one does in %j',
		(bar, shape) => {
			const figures = quietYear('2019');
			const report = readOne(renderReportText(figures, shape).replaceAll('|', bar));
			expect(compareCells(report, goldOf(figures))).toMatchObject({ declared: [], missed: [], wrong: [] });
		}
	);
});

describe('a row that a page end prints twice', () => {
	const figures = quietYear('2021');
	const lines = renderReportText(figures, { kind: 'markdown', spare: 'repeated' }).split('\n');
	const repeated = (words: string): string[] =>
		lines.flatMap((line) => (line.includes(words) && /\d \|$/u.test(line) ? [line, '', '- 3 -', '', line] : [line]));

	it.each(['本年新收政府', '属于行政查询事项', '行政规范性文件'])('is one row where both say the same: %s', (words) => {
		const report = readOne(repeated(words).join('\n'));
		expect(compareCells(report, goldOf(figures))).toMatchObject({ declared: [], missed: [], wrong: [] });
		expect(report.copies).toBe(1);
	});

	it('is not told where the two differ', () => {
		const text = repeated('属于行政查询事项').join('\n');
		const at = text.lastIndexOf('属于行政查询事项');
		const report = readOne(text.slice(0, at) + text.slice(at).replace('| 0 |', '| 5 |'));
		expect(report.cells['t3.denied_query.natural_person']).toMatchObject({ v: null, absence: 'unplaced' });
		expect(report.problems).toContainEqual(expect.objectContaining({ code: 'row/repeated', row: 'denied_query' }));
	});

	it.each<Shape>([{ kind: 'markdown', spare: 'repeated' }, { kind: 'reading', parted: 0 }, { kind: 'cell-lines' }])(
		'does not make up for another that is left out, headings lost: %j',
		(shape) => {
			const text = renderReportText(figures, shape).replace(/自然人|商业企业|科研机构|法律服务机构/gu, '数据');
			const label = '8.属于行政查询事项';
			const from = text.lastIndexOf('\n', text.indexOf(label));
			const to = text.indexOf('1.本机关不掌握');
			const row = text.slice(from, text.lastIndexOf('\n', to));
			const lawFrom = text.indexOf('2.其他法律行政法规禁止公开');
			const lawTo = text.indexOf('3.危及');
			const start = text.lastIndexOf('\n', lawFrom);
			const end = text.lastIndexOf('\n', lawTo);
			const without = text.slice(0, start) + text.slice(end, from) + row + row + text.slice(from + row.length);
			const report = readOne(without);
			const gold = goldOf(figures, (key) => key.startsWith('t3.denied_law.'));
			expect(compareCells(report, gold)).toMatchObject({ missed: [], wrong: [] });
		}
	);
});

describe('a table whose layout is not told', () => {
	it('names every row that it lacks', () => {
		const figures = quietYear('2019');
		const text = renderReportText(figures, { kind: 'bars' })
			.split('\n')
			.filter((line) => !/其他处理|\(七\)总计|采购|本年新公开/u.test(line))
			.join('\n');
		const report = readOne(text);
		expect(report.formats.t3).toBe('undetermined');
		expect(compareCells(report, goldOf(figures))).toMatchObject({ missed: [], wrong: [] });
	});
});

describe('a report that stands twice, each copy with other rows lost', () => {
	it('keeps the problems of both', () => {
		const figures = quietYear('2021');
		const text = renderReportText(figures, { kind: 'bars' });
		const first = text.replace(/^.*属于国家秘密.*\n/mu, '');
		const copy = text.replace(/^.*保护第三方.*\n/mu, '').replace(/^.*属于国家秘密.*\n/mu, '');
		const report = readOne(`${first}\n${copy}`);
		expect(report.copies).toBe(2);
		expect(compareCells(report, goldOf(figures))).toMatchObject({ missed: [], wrong: [] });
		expect(report.cells['t3.denied_third_party.total']).toMatchObject({ v: 0 });
	});
});

describe('a table on one line with single spaces', () => {
	const figures = quietYear('2021');
	const text = renderReportText(figures, { kind: 'spaces', lines: 'table' });

	it('is cut at its labels', () => {
		expect(compareCells(readOne(text), goldOf(figures))).toMatchObject({ declared: [], missed: [], wrong: [] });
	});

	it('gives no row the figures of another that lost its own', () => {
		const report = readOne(
			text.replace('规章 0 0 0 ', '规章 ').replace('1.属于国家秘密 0 0 0 0 0 0 0', '1.属于国家秘密')
		);
		const blank = (key: string): boolean => /^t2\.rules\.|^t3\.denied_state_secret\./u.test(key);
		expect(compareCells(report, goldOf(figures, blank))).toMatchObject({ missed: [], wrong: [] });
	});

	it('keeps rows apart where words between them are not known', () => {
		const broken = text
			.replace('2.其他法律行政法规禁止公开', '2.其他 事 由')
			.replace('1.属于国家秘密', '1.属于 国家 秘密  ')
			.replace(/(8\.属于行政查询事项(?: 0){7})/u, '$1  ');
		const law = (key: string): boolean => key.startsWith('t3.denied_law.');
		expect(compareCells(readOne(broken), goldOf(figures, law))).toMatchObject({ missed: [], wrong: [] });
	});

	it('is no sentence with spaces around its numbers', () => {
		const prose = '2023 年 我局 收到 申请 5 件 , 行政复议 3 件 , 行政诉讼 2 件 , 行政处罚 7 件 , 行政许可 9 件 。';
		expect(readOne(`${prose}\n${text}`).cells['t2.penalty.decisions']).toMatchObject({ v: 0 });
	});
});

describe('headings that single spaces part', () => {
	it('name each their own column', () => {
		const figures = quietYear('2021');
		const text = renderReportText(figures, { kind: 'layout', align: 'left' }).replace(/自然人 {2,}/gu, '自然人 ');
		expect(compareCells(readOne(text), goldOf(figures))).toMatchObject({ missed: [], wrong: [] });
	});
});

describe('a text that ends within a figure', () => {
	it.each<Shape>([
		{ kind: 'bars', spare: 'none' },
		{ kind: 'bars', spare: 'in-place' },
		{ kind: 'markdown' },
		{ kind: 'cell-lines', gap: 'none' },
		{ kind: 'cell-lines' },
		{ kind: 'spaces' }
	])('does not give what is left of it: %j', (shape) => {
		const figures = { ...quietYear('2019'), cells: { ...quietYear('2019').cells, 't2.procurement.projects': 14 } };
		const text = renderReportText(figures, shape);
		const report = readOne(text.slice(0, text.indexOf('14', text.indexOf('政府集中采购')) + 1));
		expect(report.cells['t2.procurement.projects']?.v ?? null).toBeNull();
		expect(report.problems).toContainEqual(expect.objectContaining({ row: 'procurement' }));
	});
});

describe('a row of a page whose columns are kept', () => {
	it('gives its one figure no column by the empty lines below it', () => {
		const figures = quietYear('2019');
		const lines = renderReportText(figures, { kind: 'layout', gap: 0 }).split('\n');
		const alone = lines.map((line) => line.replace(/^(.*?)(?: +\d){6}( +\d)$/u, '$1' + ' '.repeat(40) + '$2'));
		const at = alone.findIndex((line) => line.includes('四、结转下年度'));
		for (let empty = 0; empty < 9; empty += 1) {
			const report = readOne(alone.toSpliced(at + 1, 0, ...Array.from({ length: empty }, () => '')).join('\n'));
			expect(report.cells['t3.carried_out.natural_person']?.v ?? null).toBeNull();
			expect(report.cells['t3.carried_out.total']?.absence).not.toBe('blank');
		}
	});
});

describe('labels that stand together before figures of fewer rows', () => {
	const LAW = '2.其他法律行政法规禁止公开';
	const lines = renderReportText(quietYear('2021'), { kind: 'cell-lines' }).split('\n').filter(Boolean);
	const at = lines.indexOf(LAW);

	it('leave it open whose figures they are', () => {
		const [law = '', safety = '', third = ''] = [0, 8, 16].map((after) => lines[at + after]);
		const zeros = new Array<string>(7).fill('0');
		const report = readOne(lines.toSpliced(at, 24, law, safety, ...zeros, third).join('\n'));
		for (const row of ['denied_law', 'denied_safety', 'denied_third_party']) {
			expect(report.cells[`t3.${row}.natural_person` as CellKey]?.v ?? null).toBeNull();
			expect(report.problems).toContainEqual(expect.objectContaining({ row }));
		}
		expect(report.cells['t3.granted.natural_person']?.v).toBe(1);
	});
});

it('takes prose that speaks of outcomes before table two for no table three of another report', () => {
	const figures = quietYear('2019');
	const text = renderReportText(figures, { kind: 'cell-lines' });
	const prose =
		'(二)依申请公开情况。受理申请1件,其中\n自然人申请1件,上年结转0件。按时答复1件,予以公开1件,部分公\n开0件,不予公开0件。结\n转下年0件。\n';
	const at = text.search(/^二、/mu);
	const report = readOne(text.slice(0, at) + prose + text.slice(at));
	expect(compareCells(report, goldOf(figures))).toMatchObject({ declared: [], missed: [], wrong: [] });
});

describe('a table two whose blank cells print nothing', () => {
	const oldForm = [
		'第二十条第（五）项',
		'信息内容',
		'上一年项目数量',
		'本年增/减',
		'处理决定数量',
		'行政许可',
		'27',
		'109',
		'其他对外管理服务事项',
		'32'
	].join('\n\n');

	it('has no figure placed by the gaps of the table below it', () => {
		const header =
			'三、收到和处理政府信息公开申请情况\n\n申请人情况\n自\n然\n人\n法人\n或其\n他组\n织\n总\n计\n商\n业\n企\n业';
		const report = readOne(`${oldForm}\n\n${header.replaceAll('\n\n', '\n').repeat(2)}\n`);
		expect(Object.keys(report.cells).filter((key) => key.startsWith('t2.'))).toEqual([]);
		expect(report.problems.filter(({ row }) => row === 'other_services')).toHaveLength(1);
	});
});

it('reads a heading of table two above its corner as part of the header, so that a column alone beside it tells no layout', () => {
	const lines = [
		'第二十条第（六）项',
		'              上一年项目数（     本年增/减（',
		'  信息内容                                   处理决定数量',
		'                 shù）           n）',
		'  行政处罚        126           0            2072'
	];
	const report = readOne(`${lines.join('\n')}\n`);
	expect(report.formats.t2).toBe('2019');
	expect(Object.values(report.cells).map((cell) => cell?.v)).toEqual([126, 0, 2072]);
});

it('gives no figures to the row 其他处理 of the older layout where the identities settle the newer one', () => {
	const figures = quietYear('2021');
	const text = renderReportText(figures, { kind: 'layout', columns: 'narrow', gap: 0 });
	const cut = text
		.replace('1.申请人无正当理', '(六)其他处理1.逾')
		.replace(/^ *由逾期不补正、行$/mu, '')
		.replace(/政机关不再处理其(?=\n *政府信息公开申请\n *\(六\))/u, '期不补正')
		.replace(/政府信息公开申请(?=\n *\(六\))/u, '')
		.replace('(六)其  2', '       2')
		.replace('他处理  收费', '        收费');
	const report = readOne(cut);
	expect(report.formats.t3).toBe('2021');
	expect(compareCells(report, goldOf(figures))).toMatchObject({ declared: [], missed: [], wrong: [], extra: [] });
});

describe('rows that a program reads column by column in lumps', () => {
	const figures = quietYear('2021');
	const rows = tableThreeRows('2021').map((row) => row.id);
	const at = (row: string): string[] =>
		APPLICANT_COLUMNS.map(({ id }) => String(figures.cells[`t3.${row}.${id}` as CellKey] ?? 0));
	const row = (id: string): string => at(id).join('\n\n');
	const lump = (ids: readonly string[]): string =>
		APPLICANT_COLUMNS.map((_, column) => ids.map((id) => at(id)[column]).join('\n')).join('\n\n');
	const head =
		'2023年青山市云水区民政局政府信息公开工作年度报告\n\n申请人情况\n\n自然人\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n总计\n\n';
	const text = (labelled: readonly string[]): string =>
		[
			labelled.includes('new') ? `一、本年新收政府信息公开申请数量\n\n${row('new')}` : row('new'),
			`二、上年结转政府信息公开申请数量\n\n${row('carried_in')}`,
			labelled.includes('granted') ? `（一）予以公开\n\n${row('granted')}` : row('granted'),
			lump(rows.slice(3, -2)),
			labelled.includes('closed') ? `（七）总计\n\n${row('closed')}` : row('closed'),
			`四、结转下年度继续办理\n\n${row('carried_out')}`,
			'五、存在的主要问题及改进情况\n'
		].join('\n\n');

	it('are settled where rows around them stand at their places and all identities hold', () => {
		const { cells, formats } = readOne(head + text(['new', 'granted', 'closed']));
		expect(formats.t3).toBe('2021');
		for (const id of rows)
			for (const { id: column } of APPLICANT_COLUMNS) {
				const key = `t3.${id}.${column}` as CellKey;
				expect(cells[key]?.v).toBe(figures.cells[key]);
			}
		expect(cells['t3.denied_law.total']?.settled).toBe('identity');
	});

	it('are declared where a sum among them does not hold', () => {
		const wrong = text(['new', 'granted', 'closed']).replace(`（七）总计\n\n1`, `（七）总计\n\n2`);
		const { cells, problems } = readOne(head + wrong);
		expect(cells['t3.denied_law.total']).toBeUndefined();
		expect(
			problems.some(({ row: id }) => id === 'denied_law') || problems.some(({ code }) => code === 'row/missing')
		).toBe(true);
	});
});

it('gives 其他 without its number no figures where the row above it waits for its own', () => {
	const report = readOne(
		[
			...['申请人情况', '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计'],
			'一、本年新收政府信息公开申请数量  0  0  0  0  0  0  0',
			'（六）        1.申请人无正当理由逾期不补正  0  0  0  0  0  0  0',
			'              2.申请人逾期未按',
			'其他          收费通知要求缴纳  3  0  0  0  0  0  3',
			''
		].join('\n')
	);
	expect(report.cells['t3.other_rest.natural_person']?.v ?? null).toBeNull();
});

it('keeps a table three of nothing but blank bars in the report whose other tables stand around it', () => {
	const figures = quietYear('2021');
	const blank = (line: string): string =>
		line
			.split('|')
			.map((cell) => (/^ \d+ $/u.test(cell) ? ' ' : cell))
			.join('|');
	const text = renderReportText(figures, { kind: 'bars', blank: 'spaced' })
		.split('\n')
		.filter((line) => !/^[一二三四五六]、[^|]*$/u.test(line))
		.map((line) =>
			/\p{Script=Han}.*(?: \d+ \|){7}/u.test(line) ? blank(line) : line.replace(/^结果维持.*$/u, '| | | | | $&')
		)
		.join('\n')
		.replace(
			'| | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经',
			'结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经'
		);
	expect(readOne(text).formats).toEqual({ t2: '2021', t3: '2021', t4: '2021' });
});
