import { describe, expect, it } from 'vitest';
import { isFigure, parseFigure } from '../../../../src/lib/core/extract/figure.ts';

describe('the figure in a cell', () => {
	it.each([
		['0', 0, null],
		['３，５１１', 3511, null],
		['1,808,595', 1808595, null],
		['59237.2449', 59237.2449, null],
		['+4', 4, null],
		['-71', -71, null],
		['－71', -71, null],
		['增1558', 1558, null],
		['减38', -38, null],
		['减少 38', -38, null],
		['251000元', 251000, '元'],
		['2601.953875万', 2601.953875, '万'],
		['23600万元', 23600, '万元'],
		['22（其中修订16件）', 22, null],
		['12件', 12, '件'],
		['12①', 12, null],
		['1,234²', 1234, null],
		['12 *', 12, null],
		['12件③', 12, '件'],
		['12[注1]', 12, null],
		['12（占4%）', 12, null],
		['-0', 0, null]
	])('%s is %d with unit %s', (raw, v, unit) => {
		expect(parseFigure(raw)).toEqual({ kind: 'number', v, unit });
	});

	it.each([
		['', 'blank'],
		[' \u00a0\u3000', 'blank'],
		['-', 'dash'],
		['——', 'dash'],
		['/', 'slash'],
		['／', 'slash']
	])('%j is no number but %s', (raw, absence) => {
		expect(parseFigure(raw)).toEqual({ kind: 'absence', absence });
	});

	it.each([
		'无',
		'1,23',
		'20 23',
		'1 234',
		'20\n23',
		'约5',
		'2023年',
		'(1)',
		'- 5 -',
		'1.2.3',
		'—5—',
		'12（15）',
		'12(15件)',
		'12[1]',
		'12/15',
		'①',
		'1①2',
		'1²3',
		'12%',
		'O',
		'○',
		'〇',
		'一',
		'2-5',
		'99999999999999999999'
	])('%j is text, never a guess', (raw) => {
		expect(parseFigure(raw).kind).toBe('text');
	});

	it('takes no blank for a figure of running text', () => {
		expect(isFigure('')).toBe(false);
		expect(isFigure('/')).toBe(true);
	});
});
