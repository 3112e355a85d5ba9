import { describe, expect, it } from 'vitest';
import { extractReports } from '../../../src/lib/core/extract/index.ts';
import { parseDelimited } from '../../../src/lib/core/read/csv.ts';
import { encode } from './containers.ts';
import { documentOf, shown } from './show.ts';

describe('delimited text', () => {
	it.each([
		[
			'plain',
			'a,b\nc,d',
			[
				['a', 'b'],
				['c', 'd']
			]
		],
		['with Windows line ends', 'a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd'], ['']]],
		[
			'with quotes',
			'"a,1","b""c"\n"d\ne",f',
			[
				['a,1', 'b"c'],
				['d\ne', 'f']
			]
		],
		['with a quote that has no end', '"a,b\nc', [['a,b\nc']]],
		['with text behind a quote', '"a"x,b', [['ax', 'b']]],
		[
			'with empty fields',
			',,\n,',
			[
				['', '', ''],
				['', '']
			]
		],
		['empty', '', [['']]]
	])('is parted: %s', (_, text, rows) => {
		expect(parseDelimited(text, ',').map(({ fields }) => fields)).toEqual(rows);
	});

	it('knows the line where a row begins', () => {
		expect(parseDelimited('a\n"b\nc",d\ne', ',').map(({ line }) => line)).toEqual([1, 2, 4]);
	});

	const table = [
		'信息内容,本年制发件数,本年废止件数,现行有效件数',
		'规章,"1,234",2,',
		'行政规范性文件,4,5,6',
		'行政许可,7,,',
		'行政处罚,8,,'
	];

	it('with rows of one length is a grid whose blanks are blanks', async () => {
		const document = await documentOf(encode(`某局2023年政府信息公开工作年度报告,,,\n${table.join('\n')}`));
		expect(document.reader).toBe('csv');
		const [title, grid] = shown(document);
		expect(title).toBe('某局2023年政府信息公开工作年度报告');
		expect(grid?.slice(1, 4)).toEqual([
			['规章', '1,234', '2', ''],
			['行政规范性文件', '4', '5', '6'],
			['行政许可', '7', '', '']
		]);
	});

	it('with rows of differing length is text, since a cell may have lost its column', async () => {
		const document = await documentOf(encode(table.map((line) => line.replace(/,+$/u, '')).join('\n')));
		expect(document.blocks.every(({ kind }) => kind === 'text')).toBe(true);
		const [report] = extractReports(document, 'a.csv');
		expect(report?.cells['t2.normative.in_force']?.v).toBe(6);
		expect(report?.cells['t2.rules.in_force']?.v ?? null).toBeNull();
	});

	it('that breaks off inside a row gives no number for where it breaks off', async () => {
		const text = `${table.join('\n')}\n行政强制,9`;
		expect(shown(await documentOf(encode(text)))[0]?.at(-1)).toEqual(['行政强制', '9…', '…', '…']);
		expect(shown(await documentOf(encode(`${text},,\n`)))[0]?.at(-1)).toEqual(['行政强制', '9', '', '']);
	});

	it('is known in traditional characters, and by its figures where its labels are not', async () => {
		const traditional = '信息內容,a,b\n規章,1,2\n行政許可,3,\n';
		expect((await documentOf(encode(traditional))).reader).toBe('csv');
		expect((await documentOf(encode('规(guī)章,1,2\n文件(jiàn)甲,3,4\n許(xǔ)可,5,6\n'))).reader).toBe('csv');
		expect((await documentOf(encode('行政许可 1,234,567\n'.repeat(9)))).reader).toBe('text');
	});

	it('that is no table of the form stays running text', async () => {
		expect((await documentOf(encode('a,b,c\nd,e,f\ng,h,i\nj,k,l\n'))).reader).toBe('text');
		expect((await documentOf(encode('规章、行政许可,都写在这一行里\n'.repeat(9)))).reader).toBe('text');
	});
});
