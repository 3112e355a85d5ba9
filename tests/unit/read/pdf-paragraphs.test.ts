import { describe, expect, it } from 'vitest';
import { goesOnIn, joinedText, measureOf } from '../../../src/lib/core/read/pdf-paragraphs.ts';
import type { PlacedLine } from '../../../src/lib/core/read/pdf-shapes.ts';

const SIZE = 10;
const line = (text: string, x0: number, row: number): PlacedLine => ({
	text,
	x0,
	x1: x0 + SIZE * [...text].length,
	y0: row * 16,
	y1: row * 16 + SIZE
});

const full = line('甲'.repeat(40), 80, 1);
const measure = measureOf(560, [full, line('乙'.repeat(38), 80, 9)]);
const goesOn = (first: PlacedLine, second: PlacedLine, below = true): boolean =>
	goesOnIn(first, second, measure, measure, below);

describe('a line of a PDF page', () => {
	it.each<[string, PlacedLine, PlacedLine, boolean]>([
		['that is full goes on in the next', full, line('丙丙丙。', 80, 2), true],
		['that is full does not go on in a paragraph of its own', full, line('丙丙丙。', 100, 2), false],
		['that has room for one more letter is an end', line('甲'.repeat(39), 80, 1), line('丙丙。', 80, 2), false],
		['that has no room for a number goes on in it', line('甲'.repeat(39), 80, 1), line('2024年', 80, 2), true],
		['that ends a sentence is left alone', line(`${'甲'.repeat(39)}。`, 80, 1), line('丙丙。', 80, 2), false],
		['that is a title is left alone', line(`${'甲'.repeat(36)}年度报告`, 80, 1), line('丙丙。', 80, 2), false],
		['does not go on in an item', full, line('二、丙丙', 80, 2), false],
		['does not go on in a row of columns', full, line('规章   3   4', 80, 2), false],
		['does not go on after a gap', full, line('丙丙丙。', 80, 4), false],
		['in the middle goes on in a shorter one in the middle', full, line('丙'.repeat(20), 180, 2), true]
	])('%s', (_, first, second, expected) => {
		expect(goesOn(first, second)).toBe(expected);
	});

	it('goes on over a page break, wherever the next page begins', () => {
		expect(goesOn({ ...full, y0: 700, y1: 710 }, line('丙丙丙。', 80, 4), false)).toBe(true);
	});

	it('that is the longest of short ones does not go on', () => {
		const short = line('一总体情况', 80, 1);
		const own = measureOf(560, [short]);
		expect(goesOnIn(short, line('略', 80, 2), own, own, true)).toBe(false);
	});
});

describe('the text of two lines', () => {
	it.each([
		['公开', '工作', '公开工作'],
		['共受理', '12件', '共受理12件'],
		['government', 'information', 'government information'],
		['12', '34', '12 34']
	])('%s + %s is %s', (first, second, joined) => {
		expect(joinedText(first, second)).toBe(joined);
	});
});
