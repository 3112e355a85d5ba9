import { describe, expect, it } from 'vitest';
import {
	ALL_CELLS,
	BRIDGE,
	OUTCOME_GROUPS,
	TABLE_THREE_ROWS,
	foldCharacters,
	foldLabel,
	formCell,
	formCells,
	identities,
	tableThreeRows
} from '../../../../src/lib/core/form/index.ts';

describe('the form', () => {
	it.each([
		['t2', '2021', 10],
		['t2', '2019', 22],
		['t3', '2021', 175],
		['t3', '2019', 161],
		['t4', '2021', 15],
		['t4', '2019', 15]
	] as const)('prints %s of layout %s with %i cells', (table, layout, cells) => {
		expect(formCells(table, layout)).toHaveLength(cells);
	});

	it('has 25 rows of table three in 2021 and 23 in 2019, where 其他处理 is one row', () => {
		expect(tableThreeRows('2021')).toHaveLength(25);
		expect(tableThreeRows('2019')).toHaveLength(23);
		expect(tableThreeRows('2019').some((row) => row.id === 'other')).toBe(true);
		expect(tableThreeRows('2021').some((row) => row.id === 'other')).toBe(false);
	});

	it('names every cell once, and finds it by its key', () => {
		expect(new Set(ALL_CELLS.map((cell) => cell.key)).size).toBe(ALL_CELLS.length);
		for (const cell of ALL_CELLS) expect(formCell(cell.key)).toBe(cell);
		expect(formCell('t3.new.nobody')).toBeUndefined();
	});

	it('gives every outcome row a group, and every group but the single ones several rows', () => {
		const sizes = OUTCOME_GROUPS.map((group) => tableThreeRows('2021').filter((row) => row.group === group.id).length);
		expect(sizes).toEqual([1, 1, 8, 3, 5, 3]);
	});

	it('names both languages for every row', () => {
		for (const row of TABLE_THREE_ROWS) {
			expect(row.names.zh).not.toBe('');
			expect(row.names.en).toMatch(/^[\x20-\x7e]+$/);
		}
	});

	it('bridges only cells that exist', () => {
		for (const concept of BRIDGE) {
			for (const layout of ['2019', '2021'] as const) {
				for (const key of concept.cells[layout]) {
					const cell = formCell(key.replace('*', 'total'));
					expect(cell?.layouts, key).toContain(layout);
				}
			}
		}
	});
});

describe('the identities', () => {
	it.each([
		['t3', '2021', 39],
		['t3', '2019', 37],
		['t4', '2021', 3],
		['t2', '2021', 0]
	] as const)('of %s in layout %s are %i', (table, layout, count) => {
		expect(identities(table, layout)).toHaveLength(count);
	});

	it('sum all 21 outcome rows of layout 2021 and all 19 of 2019', () => {
		const sums = (layout: '2019' | '2021'): number[] =>
			identities('t3', layout)
				.filter((identity) => identity.rule === 't3-sum')
				.map((identity) => identity.right.length);
		expect(sums('2021')).toEqual([21, 21, 21, 21, 21, 21, 21]);
		expect(sums('2019')).toEqual([19, 19, 19, 19, 19, 19, 19]);
	});

	it('take in only cells of their table and layout', () => {
		for (const layout of ['2019', '2021'] as const) {
			for (const table of ['t3', 't4'] as const) {
				const keys = new Set(formCells(table, layout).map((cell) => cell.key));
				for (const identity of identities(table, layout)) {
					for (const key of [...identity.left, ...identity.right]) expect(keys).toContain(key);
				}
			}
		}
	});
});

describe('folding of labels', () => {
	it.each([
		['規範性檔案', '规范性文件'],
		['发(fā)布', '发布'],
		['⼀、本年新收', '一、本年新收'],
		['⺠政局', '民政局'],
		['林虛市', '林虚市'],
		['危及“三安全一稳定”', '危及三安全一稳定'],
		['第二十条  第（一）项', '第二十条第(一)项'],
		['商业 \n 企业', '商业企业'],
		['单位：万元', '单位万元']
	])('reads %s as %s', (printed, folded) => {
		expect(foldLabel(printed)).toBe(folded);
	});

	it('keeps single spaces between words when only characters are folded', () => {
		expect(foldCharacters('　上海市　 人民政府\u200b ')).toBe('上海市 人民政府');
	});
});
