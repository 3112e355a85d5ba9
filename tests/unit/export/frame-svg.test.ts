import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/lib/charts/text-width.ts';
import { escapeXml, frameSvg } from '../../../src/lib/export/frame-svg.ts';
import { wrapText } from '../../../src/lib/export/wrap.ts';

describe('wrapped text', () => {
	it('breaks between words, and between Chinese characters but not before their marks', () => {
		expect(wrapText('aaa bbb ccc', 10, 45)).toEqual(['aaa bbb', 'ccc']);
		expect(wrapText('予以公开，部分公开', 10, 42)).toEqual(['予以公', '开，部分', '公开']);
	});

	it('cuts what has no place to break', () => {
		expect(wrapText('x'.repeat(20), 10, 60).every((line) => textWidth(line, 10) <= 60)).toBe(true);
	});

	it('leaves nothing out and never passes the width', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', 'W', ' ', '公', '，', '1', '-') }), (text) => {
				const lines = wrapText(text, 12, 80);
				expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
				// A mark may hang over by its own width.
				for (const line of lines) expect(textWidth(line.replace(/[，]+$/u, ''), 12)).toBeLessThanOrEqual(80);
			})
		);
	});
});

describe('a framed drawing', () => {
	const texts = {
		title: 'A & B <2023>',
		unit: '件 · N = 3',
		mark: null,
		foot: ['note', 'source', 'https://example.invalid/?a=1&b=2'],
		language: 'zh-CN',
		summary: '2023: 5'
	};
	const drawing = { width: 300, height: 100, markup: '<rect width="300" height="100"/>' };

	it('holds every text, escaped, and the drawing', () => {
		const { svg } = frameSvg([drawing], texts);
		for (const part of [
			'A &amp; B &lt;2023&gt;',
			'件 · N = 3',
			'note',
			'source',
			'?a=1&amp;b=2',
			drawing.markup,
			'<desc>2023: 5</desc>'
		])
			expect(svg).toContain(part);
	});

	it('has a band over it only where the data are not the shipped ones, and is higher by it', () => {
		const plain = frameSvg([drawing], texts);
		const marked = frameSvg([drawing], { ...texts, mark: '虚构的演示数据' });
		expect(plain.svg).not.toContain('虚构');
		expect(marked.svg).toContain('虚构的演示数据');
		expect(marked.height).toBeGreaterThan(plain.height);
	});

	it('is as wide as its widest drawing, but never too narrow for a title', () => {
		expect(frameSvg([{ ...drawing, width: 1200 }], texts).width).toBe(1248);
		expect(frameSvg([drawing], texts).width).toBe(528);
	});

	it('leaves out what XML cannot hold', () => {
		expect(escapeXml('a\u0000b\u0008"<\ud800')).toBe('ab&quot;&lt;');
	});
});
