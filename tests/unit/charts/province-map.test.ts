import { describe, expect, it } from 'vitest';
import { shadeScale } from '$lib/charts/shades.ts';
import { PROVINCE_TILES, tileBeside, tileGrid } from '$lib/charts/tiles.ts';
import {
	mapChoice,
	mapShades,
	provinceFace,
	provinceValues,
	rankedProvinces
} from '$lib/components/figures/province-map.ts';
import type { ProvinceValue } from '$lib/components/figures/province-map.ts';
import { DIVISION_LINES } from '$lib/core/agencies/data/divisions.ts';
import { indicator } from '$lib/core/indicators/index.ts';
import type { IndicatorRow } from '$lib/queries/index.ts';

const tileOf = (short: string) => PROVINCE_TILES.find((tile) => tile.short.zh === short)!;

describe('the tiles', () => {
	it('have every province of the list of divisions, by its name, and no two in one place', () => {
		const listed = [...DIVISION_LINES.matchAll(/^\d{2}00 00(\D+?)$/gmu)].map(([, name]) => name);
		expect(listed.length).toBeGreaterThan(30);
		const names = new Set(PROVINCE_TILES.map(({ name }) => name));
		expect(listed.filter((name) => !names.has(name ?? ''))).toEqual([]);
		expect(new Set(PROVINCE_TILES.map(({ col, row }) => `${col} ${row}`)).size).toBe(PROVINCE_TILES.length);
		for (const language of ['zh', 'en'] as const)
			expect(new Set(PROVINCE_TILES.map(({ short }) => short[language])).size).toBe(PROVINCE_TILES.length);
	});

	it('of Hong Kong, Macao and Taiwan are outside the form', () => {
		expect(PROVINCE_TILES.filter(({ outside }) => outside).map(({ short }) => short.zh)).toEqual(['台', '澳', '港']);
	});

	it('are the map where a name is of the country, with strange names under it', () => {
		const grid = tileGrid(['江苏省', '虚州省']);
		expect(grid.tiles).toHaveLength(PROVINCE_TILES.length + 1);
		expect(grid.tiles.at(-1)).toMatchObject({ name: '虚州省', col: 0, row: 8 });
		expect([grid.columns, grid.rows]).toEqual([9, 9]);
		expect(tileGrid([]).tiles).toEqual(PROVINCE_TILES);
	});

	it('of an invented country are a plain grid by name', () => {
		const grid = tileGrid(['蜃寨省', '虚州省', '虚州省']);
		expect(grid.tiles.map(({ name, col, row }) => [name, col, row])).toEqual([
			['虚州省', 0, 0],
			['蜃寨省', 1, 0]
		]);
		expect([grid.columns, grid.rows]).toEqual([2, 1]);
	});

	it('are walked by arrow keys to the nearest that way, and nowhere at the edge', () => {
		const tiles = PROVINCE_TILES.filter(({ outside }) => !outside);
		const walk = (from: string, way: Parameters<typeof tileBeside>[2]) => tileBeside(tiles, tileOf(from), way).short.zh;
		expect(walk('鲁', 'ArrowLeft')).toBe('豫');
		expect(walk('鲁', 'ArrowDown')).toBe('皖');
		expect(walk('新', 'ArrowRight')).toBe('甘');
		expect(walk('黑', 'ArrowUp')).toBe('黑');
		const reached = new Set(['京']);
		for (const short of reached)
			for (const way of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) reached.add(walk(short, way));
		expect(reached.size).toBe(tiles.length);
	});
});

describe('shades', () => {
	it('are classes of equal width with round edges, the greatest the fifth', () => {
		const { classes, of } = shadeScale([0.12, 0.87]);
		expect(classes.map(({ from, to }) => [from, to])).toEqual([
			[0, 0.2],
			[0.2, 0.4],
			[0.4, 0.6],
			[0.6, 0.8],
			[0.8, 1]
		]);
		expect([of(0.12), of(0.2), of(0.79), of(0.87)]).toEqual([1, 2, 4, 5]);
	});

	it('of counts have no edge between whole numbers', () => {
		expect(shadeScale([0, 2], true).classes.map(({ from }) => from)).toEqual([0, 1]);
	});

	it('of one value, or of none, are one or none', () => {
		expect(shadeScale([7]).classes).toEqual([{ shade: 3, from: 7, to: 7 }]);
		expect(shadeScale([]).classes).toEqual([]);
	});
});

const RATE = indicator('disclosure_rate');
const row = (
	province: string | null,
	numerator: number | null,
	denominator: number | null,
	more: Partial<ProvinceValue> = {}
): ProvinceValue => ({
	...{ scope: 'city_own', year: 2023, province, reports: 2, ...more },
	sums: { numerator, denominator, n: numerator === null ? 0 : 1, old: 0 }
});

describe('the map', () => {
	it('reads rows by year and province', () => {
		const values = { disclosure_rate: { numerator: 1, denominator: 2, n: 1, old: 0 } };
		const rows: IndicatorRow[] = [
			{ scope: 'city_own', group: { year: 2023, province: '江苏省' }, agency: null, reports: 4, values },
			{ scope: 'central_own', group: { year: 2023, province: null }, agency: null, reports: 1, values }
		];
		expect(
			provinceValues(rows, RATE).map(({ province, reports, sums }) => [province, reports, sums.denominator])
		).toEqual([
			['江苏省', 4, 2],
			[null, 1, 2]
		]);
	});

	it('draws one scope and one year: as asked, else where most provinces have a value, the newest of these', () => {
		const rows = [
			row('甲', 1, 2, { year: 2022 }),
			row('乙', 1, 2, { year: 2022 }),
			row('甲', 1, 2),
			row('乙', 0, 0),
			row('甲', 3, 4, { scope: 'county_own', year: 2021 })
		];
		expect(mapChoice(rows, RATE, { scope: null, year: null })).toEqual({ scope: 'city_own', year: 2022 });
		expect(mapChoice(rows, RATE, { scope: null, year: 2023 })).toEqual({ scope: 'city_own', year: 2023 });
		expect(mapChoice(rows, RATE, { scope: 'county_own', year: 1999 })).toEqual({ scope: 'county_own', year: 2021 });
		expect(mapChoice([], RATE, { scope: null, year: null })).toBeNull();
	});

	it('tells no report, no figure, a share of nothing and a share of few from a value', () => {
		const rows = [row('甲', 60, 100), row('乙', 3, 4), row('丙', 0, 0), row('丁', null, null)];
		const shades = mapShades(rows, RATE);
		const face = (one: ProvinceValue | undefined) => provinceFace(one, RATE, shades, 'zh');
		expect(face(rows[0])).toMatchObject({ text: '60.0%', short: '60%', uncertain: false });
		expect(face(rows[0]).lines[0]?.note).toBe('60 / 100; 2 份报告中 1 份有此数');
		expect(face(rows[1])).toMatchObject({ text: '75.0%', uncertain: true });
		expect(face(rows[1]).lines[0]?.note).toContain('95% 区间');
		expect([face(rows[2]), face(rows[3]), face(undefined)].map(({ text, shade }) => [text, shade])).toEqual([
			['无从计算', null],
			['无数字', null],
			['无报告', null]
		]);
		expect(rankedProvinces([...rows].reverse(), RATE).map(({ province }) => province)).toEqual([
			'甲',
			'乙',
			'丁',
			'丙'
		]);
	});
});
