import { describe, expect, it } from 'vitest';
import { extractReports } from '../../../../src/lib/core/extract/index.ts';
import { sectionOf } from '../../../../src/lib/core/extract/sections.ts';
import { readText } from '../../../../src/lib/core/read/text.ts';

describe('a section heading', () => {
	it.each([
		['一、总体情况', 's1'],
		['一、工作基本情况', 's1'],
		['二、主动公开政府信息情况', 's2'],
		['三、行政机关收到和处理政府信息公开申请情况', 's3'],
		['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 's4'],
		['五、存在问题及改进情况', 's5'],
		['六、其他需要报告的事项', 's6']
	])('%s heads %s', (heading, id) => {
		expect(sectionOf(heading)).toBe(id);
	});

	it.each(['四、结转下年度继续办理', '(一)主动公开。', '主动公开政府信息', '一、主动公开政府信息,依法处理申请。'])(
		'%s heads none',
		(line) => {
			expect(sectionOf(line)).toBeNull();
		}
	);
});

it('keeps prose by section, and no line of a table in it', () => {
	const text = [
		'甲市乙局2023年政府信息公开工作年度报告',
		'一、总体情况',
		'收到申请3件,均已办结。',
		'二、主动公开政府信息情况',
		'第二十条第(一)项 | |||',
		'信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
		'规章 | 0 | 0 | 0 |',
		'六、其他需要报告的事项',
		'未收取信息处理费。'
	].join('\n');
	const [report] = extractReports(readText(text, 'utf-8'), 'x');
	expect(report?.sections.map(({ id, paragraphs }) => [id, paragraphs.map((paragraph) => paragraph.text)])).toEqual([
		['s1', ['收到申请3件,均已办结。']],
		['s2', []],
		['s6', ['未收取信息处理费。']]
	]);
});

it('keeps a sentence that begins with the words of a row', () => {
	const sentences = [
		'全年收到申请5件,办结2件,其中予以公开2件;',
		'结转下年度继续办理3件。',
		'上年结转政府信息公开申请三件;'
	];
	const rows = [
		'四、结转下年度继续办理 0 0 0 0 0 0 0',
		'四、结转下年度继续办理',
		'(二)部分公开(只计这一情形,不计其他答复)'
	];
	const text = [
		'甲市乙局2023年政府信息公开工作年度报告',
		'一、总体情况',
		...sentences,
		...rows,
		'信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
		'规章 | 0 | 0 | 0 |'
	].join('\n');
	const [report] = extractReports(readText(text, 'utf-8'), 'x');
	expect(report?.sections[0]?.paragraphs.map((paragraph) => paragraph.text)).toEqual(sentences);
});
