import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/lib/core/read/decode.ts';
import { layOut } from '../../../../src/lib/core/read/grid.ts';
import { readHtml } from '../../../../src/lib/core/read/html.ts';

const utf8 = new TextEncoder();
/** 规章 in GB18030. */
const GB_RULES = [0xb9, 0xe6, 0xd5, 0xc2];

const text = (
	rowSpan: number,
	colSpan: number,
	content: string
): { text: string; rowSpan: number; colSpan: number } => ({ text: content, rowSpan, colSpan });

describe('decoding', () => {
	it('takes strict UTF-8 before anything a page declares', () => {
		expect(decodeText(utf8.encode('<meta charset="gb2312">规章'))).toEqual({
			text: '<meta charset="gb2312">规章',
			encoding: 'utf-8'
		});
	});

	it('takes GB18030 where the bytes are no UTF-8', () => {
		expect(decodeText(Uint8Array.from(GB_RULES))).toEqual({ text: '规章', encoding: 'gb18030' });
	});

	it('drops a last character that the end of the file cut short', () => {
		const whole = utf8.encode('规章规章');
		expect(decodeText(whole.subarray(0, whole.length - 1))?.text).toBe('规章规');
	});

	it('reads UTF-16 by its byte order mark', () => {
		expect(decodeText(Uint8Array.from([0xff, 0xfe, 0xc4, 0x89, 0xe0, 0x7a]))?.text).toBe('规章');
	});
});

describe('laying out a grid', () => {
	it('moves cells right of a cell that spans from the row above', () => {
		const grid = layOut([[text(2, 1, 'a'), text(1, 1, 'b')], [text(1, 1, 'c')]]);
		expect(grid.slots.map((row) => row.map((cell) => cell?.text))).toEqual([
			['a', 'b'],
			['a', 'c']
		]);
	});

	it('takes rowspan 0 to the end of the table', () => {
		const grid = layOut([[text(0, 1, 'a'), text(1, 1, 'b')], [text(1, 1, 'c')], [text(1, 1, 'd')]]);
		expect(grid.slots.map((row) => row[0]?.text)).toEqual(['a', 'a', 'a']);
	});

	it('bounds a span that reaches past the table', () => {
		const grid = layOut([[text(1_000_000_000, 1_000_000_000, 'a')]]);
		expect(grid.slots).toHaveLength(1);
		expect(grid.width).toBeLessThanOrEqual(400);
	});

	it('leaves ragged rows with empty slots', () => {
		const grid = layOut([[text(1, 1, 'a'), text(1, 1, 'b')], [text(1, 1, 'c')]]);
		expect(grid.slots[1]).toEqual([expect.objectContaining({ text: 'c' }), null]);
	});
});

describe('reading a page', () => {
	const texts = (html: string): string[] =>
		readHtml(html, 'utf-8').blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));

	it('leaves out scripts, styles, comments and hidden elements', () => {
		expect(
			texts('<style>p{}</style><script>1</script><!-- x --><p>年报</p><p style="display: none">藏</p><p hidden>藏</p>')
		).toEqual(['年报']);
	});

	it('ends a line at <br> and at block elements only', () => {
		expect(texts('<p>宿迁市<b>人民</b>政府<br>2023年</p><div>报告</div>')).toEqual([
			'宿迁市人民政府',
			'2023年',
			'报告'
		]);
	});

	it('walks through a table that only lays out the page', () => {
		const { blocks } = readHtml(
			'<table><tr><td>首页<table><tr><td>规章</td><td>0</td></tr></table></td></tr></table>',
			'utf-8'
		);
		expect(blocks.map((block) => block.kind)).toEqual(['text', 'grid']);
	});

	it('recovers unclosed rows and cells', () => {
		const { blocks } = readHtml('<table><tr><td>规章<td>1<tr><td>规范性文件<td>2</table>', 'utf-8');
		const grid = blocks[0]?.kind === 'grid' ? blocks[0].grid : null;
		expect(grid?.slots.map((row) => row.map((cell) => cell?.text))).toEqual([
			['规章', '1'],
			['规范性文件', '2']
		]);
	});

	it('keeps a figure whole that markup cuts in two inside a line', () => {
		const { blocks } = readHtml('<table><tr><td><span>20</span><span>23</span></td></tr></table>', 'utf-8');
		expect(blocks[0]?.kind === 'grid' && blocks[0].grid.slots[0]?.[0]?.text).toBe('2023');
	});

	it('bounds a page that nests thousands of elements', () => {
		expect(() => readHtml('<div>'.repeat(20000) + '规章', 'utf-8')).not.toThrow();
	});
});
