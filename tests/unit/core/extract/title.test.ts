import { describe, expect, it } from 'vitest';
import { findTitle } from '../../../../src/lib/core/extract/title.ts';
import { readHtml } from '../../../../src/lib/core/read/html.ts';
import { readText } from '../../../../src/lib/core/read/text.ts';

const inText = (...lines: string[]): ReturnType<typeof findTitle> => {
	const document = readText(lines.join('\n'), 'utf-8');
	return findTitle(document, 0, document.blocks.length);
};

describe('agency and year', () => {
	it.each([
		[['甲市乙局2023年政府信息公开工作年度报告'], '甲市乙局', 2023],
		[['甲市乙局2023年', '政府信息公开工作年度报告'], '甲市乙局', 2023],
		[['2024 年甲市科委政府信息公开工作', '年度报告'], '甲市科委', 2024],
		[['2019年甲市人民政府办公厅政府信息公开工作年度报告'], '甲市人民政府办公厅', 2019],
		[['关于甲县乙镇人民政府二〇二二年度政府信息公开工作报告'], '甲县乙镇人民政府', 2022],
		[['新榮區衛(wèi)生健康和體育局2021年政府信息公開工作年度報告'], '新荣区卫生健康和体育局', 2021],
		[['甲市乙镇人民政府政府信息公开工作年度报告(2023年)', '2022年以来,工作有序推进。'], '甲市乙镇人民政府', 2023],
		[
			[
				'甲市乙縣(xiàn)档案局2021年度政府信息公開(kāi)工作報告',
				'根據要求,現公布甲市乙縣(xiàn)',
				'档案局2021年政府信息公开工作年度报告。'
			],
			'甲市乙县档案局',
			2021
		],
		[['根据要求,现公布甲市乙局2021年政府信息公开工作年度报告'], '甲市乙局', 2021],
		[['2023年政府信息公开工作年度报告', '一、总体情况'], null, 2023],
		[['要求,现公布甲市乙区丙街道办(', 'bàn)事处2023年政府信息公开工作年度报告。'], '甲市乙区丙街道办事处', 2023],
		[['我局认真做好工作。', '本报告统计期限为2020年1月1日至2020年12月31日。'], null, 2020]
	])('of %j are %s and %s', (lines, agency, year) => {
		expect(inText(...lines)).toMatchObject({ agency, year });
	});

	it.each([
		[
			[
				'甲市乙县文化和旅游局2024年政府信息公开工作年度报告',
				'现公布甲市乙县文化',
				'和旅游局2024年政府信息公开工作年度报告。'
			]
		],
		[['现公布甲市乙县文化', '和旅游局2024年政府信息公开工作年度报告。']],
		[
			[
				'按照要求,编制公布甲市乙县文化',
				'和旅游局2024年政府信息公开工作年度报告。',
				'甲市乙县文化和旅游局2024年政务公开年报'
			]
		]
	])('are whole where a line of prose cuts the name: %j', (lines) => {
		expect(inText(...lines)).toMatchObject({ agency: '甲市乙县文化和旅游局', year: 2024 });
	});

	it('have no word of the page before the name', () => {
		const lines = ['导航甲市乙县丙局2024年政府信息公开工作年度报告', '甲市乙县丙局2024年政府信息公开工作年度报告'];
		expect(inText(...lines)).toMatchObject({ agency: '甲市乙县丙局', year: 2024 });
	});

	it('are not told by the end of a name alone', () => {
		const lines = ['按照条例要求,现编制甲市乙县文化', '和旅游局2024年政府信息公开工作年度报告。'];
		expect(inText(...lines)).toMatchObject({ agency: null, year: 2024 });
	});

	it('are not those of other reports that the page links', () => {
		const page =
			'<title>甲区乙局2019年政府信息公开工作年度报告</title><ul><li>甲区乙局2018年政府信息公开工作年度报告</li><li>甲区乙局2017年政府信息公开工作年度报告</li></ul><p>甲区乙局2019年政府信息公开工作年度报告</p>';
		const document = readHtml(page, 'utf-8');
		expect(findTitle(document, 0, document.blocks.length)).toMatchObject({ agency: '甲区乙局', year: 2019 });
	});

	const ofPage = (html: string): ReturnType<typeof findTitle> => {
		const document = readHtml(html, 'utf-8');
		return findTitle(document, 0, document.blocks.length);
	};

	it.each([
		[
			'a heading over four lines',
			'<h1>甲市乙区<br>财政局<br>2023年政府信息公开<br>工作年度报告</h1>',
			'甲市乙区财政局',
			2023
		],
		['a short place on its own line', '<h1>乙区<br>财政局<br>2023年政府信息公开工作年度报告</h1>', '乙区财政局', 2023],
		[
			'a year with a figure among its numerals',
			'<h1>乙区财政局二0二三年度政府信息公开工作年度报告</h1>',
			'乙区财政局',
			2023
		],
		[
			'a title with the date of its publication',
			'<h1>乙区财政局2022年政府信息公开工作年度报告（2023年1月发布）</h1>',
			'乙区财政局',
			2022
		],
		['a date before the title', '<h1>2024年1月15日 乙区财政局2023年政府信息公开工作年度报告</h1>', '乙区财政局', 2023],
		[
			'the name of a field before the title',
			'<p>名称：乙区财政局2023年政府信息公开工作年度报告</p><p>标题 乙区财政局2023年政府信息公开工作年度报告</p>',
			'乙区财政局',
			2023
		],
		[
			'a notice that quotes the title',
			'<h1>甲市人民政府办公室关于印发《乙区财政局2023年政府信息公开工作年度报告》的通知</h1>',
			'乙区财政局',
			2023
		],
		[
			'a site before the title',
			'<title>甲市人民政府 甲市乙区财政局2023年政府信息公开工作年度报告</title>',
			'甲市乙区财政局',
			2023
		],
		[
			'a site of a place before a name with its own',
			'<title>甲市人民政府 乙区财政局2023年政府信息公开工作年度报告</title>',
			'乙区财政局',
			2023
		],
		[
			'an office of a government',
			'<h1>甲市人民政府丙街道办事处2023年政府信息公开工作年度报告</h1>',
			'甲市人民政府丙街道办事处',
			2023
		],
		[
			'a page of a site and a heading of another name',
			'<title>甲市人民政府2023年政府信息公开年报</title><h1>乙区财政局2023年政府信息公开工作年度报告</h1>',
			null,
			2023
		],
		[
			'links to reports of several, and a heading without a name',
			'<li>甲市民政局2023年政府信息公开工作年度报告</li><li>甲市教育局2022年政府信息公开工作年度报告</li><h1>2023年政府信息公开工作年度报告</h1>',
			null,
			2023
		],
		[
			'a link behind the heading to a report of another and another year',
			'<h1>乙区财政局2023年政府信息公开工作年度报告</h1><li>甲市教育局2022年政府信息公开工作年度报告</li><p>统计期限为2023年1月1日至2023年12月31日</p>',
			null,
			null
		]
	])('of %s', (_, html, agency, year) => {
		expect(ofPage(html)).toMatchObject({ agency, year });
	});
});
