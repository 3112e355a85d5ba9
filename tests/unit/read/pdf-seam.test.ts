import { describe, expect, it } from 'vitest';
import { joinTables } from '../../../src/lib/core/read/pdf-join.ts';
import type { PlacedCell, PlacedTable } from '../../../src/lib/core/read/pdf-shapes.ts';

/** A part of a table as a page shows it: cells as `text`, with their spans as `rowSpan x colSpan`. */
type Printed = readonly (readonly (string | readonly [string, number, number])[])[];

function part(columns: number, printed: Printed): PlacedTable {
	const taken = new Set<string>();
	const cells: PlacedCell[] = printed.flatMap((line, row) => {
		let col = 0;
		return line.map((cell): PlacedCell => {
			const [text, rowSpan, colSpan] = typeof cell === 'string' ? [cell, 1, 1] : cell;
			while (taken.has(`${row} ${col}`)) col += 1;
			const placed = { row, col, rowSpan, colSpan, text };
			for (let r = row; r < row + rowSpan; r += 1) for (let c = col; c < col + colSpan; c += 1) taken.add(`${r} ${c}`);
			col += colSpan;
			return placed;
		});
	});
	const xs = Array.from({ length: columns + 1 }, (_, index) => 70 + 40 * index);
	return {
		...{ x0: 70, x1: xs.at(-1) ?? 70, y0: 0, y1: 100, xs, rows: printed.length, cells, glyphs: [] },
		...{ openTop: false, openBottom: false, weak: false, unruled: null }
	};
}

function rowsOf(table: PlacedTable | null): string[] {
	return Array.from({ length: table?.rows ?? 0 }, (_, row) =>
		(table?.cells ?? [])
			.filter((cell) => cell.row === row)
			.sort((a, b) => a.col - b.col)
			.map((cell) => cell.text)
			.join('|')
	);
}

describe('a table over a page break', () => {
	it('joins a row whose label is cut behind its number and a letter or two', () => {
		const above = part(4, [
			[['(四)无法提供', 2, 1], '2.没有现成信息', '4', '5'],
			['3.补正', '6', '7']
		]);
		const below = part(4, [
			['', '后申请内容仍不明确', '', ''],
			['(五)不予处理', '1.信访', '8', '9']
		]);
		expect(rowsOf(joinTables(above, below))).toEqual([
			'(四)无法提供|2.没有现成信息|4|5',
			'3.补正后申请内容仍不明确|6|7',
			'(五)不予处理|1.信访|8|9'
		]);
	});

	it('joins the first row of a group whose own label is cut with it', () => {
		const above = part(4, [
			['(二)部分公开', '', '2', '3'],
			['(三)不', '1.属于', '4', '5']
		]);
		const below = part(4, [
			[['予公开', 2, 1], '国家秘密', '', ''],
			['2.其他', '6', '7']
		]);
		const joined = joinTables(above, below);
		expect(rowsOf(joined)).toEqual(['(二)部分公开||2|3', '(三)不予公开|1.属于国家秘密|4|5', '2.其他|6|7']);
		expect(joined?.cells.find((cell) => cell.text === '(三)不予公开')?.rowSpan).toBe(2);
	});

	it('joins headings that stand beside a heading with parts below it', () => {
		const above = part(4, [['结', '总', ['未经复议直接起诉', 1, 2]]]);
		const below = part(4, [
			['果维持', '计', '结果维持', '总计'],
			['1', '2', '3', '4']
		]);
		const joined = joinTables(above, below);
		expect(rowsOf(joined)).toEqual(['结果维持|总计|未经复议直接起诉', '结果维持|总计', '1|2|3|4']);
		expect(joined?.cells.find((cell) => cell.text === '总计' && cell.row === 0)?.rowSpan).toBe(2);
	});

	it('keeps a row of blanks apart that begins a group, below a row whose label is as wide as the group', () => {
		const above = part(4, [[['(二)部分公开', 1, 2], '4', '5']]);
		const below = part(4, [['(三)不予公开', '1.属于国家秘密', '', '']]);
		expect(rowsOf(joinTables(above, below))).toEqual(['(二)部分公开|4|5', '(三)不予公开|1.属于国家秘密||']);
	});

	it('keeps rows apart that both have figures, whatever their labels', () => {
		const above = part(3, [['2.申请', '4', '5']]);
		const below = part(3, [['人逾期', '6', '7']]);
		expect(rowsOf(joinTables(above, below))).toEqual(['2.申请|4|5', '人逾期|6|7']);
	});

	it('keeps a row apart that begins an item, though its figures are blank', () => {
		const above = part(3, [['2.申请', '4', '5']]);
		const below = part(3, [['3.其他', '', '']]);
		expect(rowsOf(joinTables(above, below))).toEqual(['2.申请|4|5', '3.其他||']);
	});

	it('takes a figure with its unit for a figure, not for the beginning of a label', () => {
		const above = part(3, [['行政许可', '3件', '5']]);
		const below = part(3, [['', '4件', '']]);
		expect(rowsOf(joinTables(above, below))).toEqual(['行政许可|3件|5', '|4件|']);
	});
});
