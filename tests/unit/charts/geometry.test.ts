import { describe, expect, it } from 'vitest';
import { placeGroups, placeStacks } from '../../../src/lib/charts/bars.ts';
import { placeLines, spreadLabels } from '../../../src/lib/charts/lines.ts';
import type { LineSeries } from '../../../src/lib/charts/lines.ts';
import { plotArea } from '../../../src/lib/charts/plot-area.ts';
import { textWidth } from '../../../src/lib/charts/text-width.ts';
import { valueAxis } from '../../../src/lib/charts/value-axis.ts';
import { everyYear, yearAxis } from '../../../src/lib/charts/year-axis.ts';

const area = plotArea(360, 200, { top: 20, right: 10, bottom: 40, left: 50 });
const plain = String;
const axis = (max: number) => valueAxis(max, { area, format: plain });
const years = (list: number[], gapAt?: (year: number) => string | null) =>
	yearAxis(list, gapAt ? { area, gapAt } : { area });

describe('the value axis', () => {
	it('starts at zero and ends at a round number at or above the greatest value', () => {
		const { max, ticks, y } = axis(3511);
		expect(max).toBe(4000);
		expect(ticks.map((tick) => tick.value)).toEqual([0, 1000, 2000, 3000, 4000]);
		expect([y(0), y(4000)]).toEqual([area.bottom, area.top]);
	});

	it('has the single tick 0 where all is zero, and draws zero on the base line', () => {
		expect(axis(0).ticks.map((tick) => tick.value)).toEqual([0]);
		expect(axis(0).y(0)).toBe(area.bottom);
	});

	it('has no ticks between whole numbers for counts', () => {
		expect(axis(2).ticks.map((tick) => tick.value)).toEqual([0, 1, 2]);
		expect(axis(1).ticks.map((tick) => tick.value)).toEqual([0, 1]);
	});
});

describe('the year axis', () => {
	it('keeps a place for years without a report', () => {
		expect(everyYear([2023, 2019])).toEqual([2019, 2020, 2021, 2022, 2023]);
		expect(everyYear([])).toEqual([]);
	});

	it('gathers neighbouring years without a report under one word', () => {
		const missing = new Set([2019, 2020, 2022]);
		const { gaps } = years(everyYear([2019, 2023]), (year) => (missing.has(year) ? '无报告' : null));
		expect(gaps.map(({ first, last, lines }) => [first, last, lines])).toEqual([
			[2019, 2020, ['无报告']],
			[2022, 2022, ['无报告']]
		]);
	});

	it('keeps different reasons apart', () => {
		const { gaps } = years([2019, 2020], (year) => (year === 2019 ? '空白' : '无报告'));
		expect(gaps.map((gap) => gap.word)).toEqual(['空白', '无报告']);
	});

	it('breaks a word that does not fit into lines, and leaves it out where none fit', () => {
		const word = (text: string, last: number) =>
			years(everyYear([2015, last]), (year) => (year === 2018 ? text : null)).gaps[0]?.lines;
		expect(word('no report', 2020)).toEqual(['no', 'report']);
		expect(word('结果未列', 2022)).toEqual(['结果', '未列']);
		expect(word('no report', 2034)).toEqual([]);
	});

	it('marks the change of layout between 2020 and 2021, and only there', () => {
		const { layoutChange, at } = years(everyYear([2019, 2022]));
		expect(layoutChange).toBeGreaterThan(at(2020)?.centre ?? 0);
		expect(layoutChange).toBeLessThan(at(2021)?.centre ?? 0);
		expect(years([2021, 2022]).layoutChange).toBeNull();
		expect(years([2019, 2020]).layoutChange).toBeNull();
	});

	it('shortens the years where room is short', () => {
		expect(years([2022, 2023]).years[0]?.label).toBe('2022');
		const narrow = yearAxis(everyYear([2013, 2024]), { area });
		expect(narrow.years[0]?.label).toBe('’13');
	});
});

const series = (values: [number, number | null, boolean?][], id = 'new'): LineSeries => ({
	id,
	label: id,
	color: 'ink',
	values: values.map(([year, value, joined = true]) => ({ year, value, joined }))
});

describe('lines', () => {
	const axisOfYears = years(everyYear([2019, 2024]));

	it('breaks at a year without a value instead of bridging it', () => {
		const [line] = placeLines(
			[
				series([
					[2019, 1],
					[2020, 2],
					[2021, null],
					[2022, 3],
					[2023, 4]
				])
			],
			axisOfYears,
			axis(4)
		);
		expect(line?.path.match(/M/gu)).toHaveLength(2);
		expect(line?.points.map((point) => point.year)).toEqual([2019, 2020, 2022, 2023]);
	});

	it('breaks at a year that is not there at all', () => {
		const [line] = placeLines(
			[
				series([
					[2019, 1],
					[2021, 2]
				])
			],
			axisOfYears,
			axis(4)
		);
		expect(line?.path).toBe('');
		expect(line?.points.map((point) => point.alone)).toEqual([true, true]);
	});

	it('does not join years that different bodies report', () => {
		const [line] = placeLines(
			[
				series([
					[2023, 3511, false],
					[2024, 3119, false]
				])
			],
			axisOfYears,
			axis(4000)
		);
		expect(line?.path).toBe('');
	});

	it('puts a zero on the zero line', () => {
		const [line] = placeLines([series([[2023, 0]])], axisOfYears, axis(0));
		expect(line?.points[0]?.y).toBe(area.bottom);
	});

	it('labels values of one series, and names several at their ends without overlap', () => {
		const one = placeLines([series([[2023, 5]])], axisOfYears, axis(10));
		expect(one[0]?.points[0]?.labelY).not.toBeNull();
		const two = placeLines([series([[2023, 5]], 'a'), series([[2023, 5.1]], 'b')], axisOfYears, axis(10));
		expect(two[0]?.points[0]?.labelY).toBeNull();
		expect(Math.abs((two[0]?.end?.y ?? 0) - (two[1]?.end?.y ?? 0))).toBeGreaterThanOrEqual(14);
	});

	it('spreads labels in order and keeps them above the base', () => {
		expect(spreadLabels([100, 101, 20], 160, 15)).toEqual([100, 115, 20]);
		expect(spreadLabels([159, 160], 160, 15)).toEqual([145, 160]);
	});
});

const bars = (year: number, values: (number | null)[]) => ({
	year,
	parts: values.map((value, index) => ({ id: `p${index}`, value }))
});

describe('stacked bars', () => {
	it('stack from zero in the given order and end at the sum', () => {
		const values = axis(100);
		const [column] = placeStacks([bars(2023, [60, 40])], years([2023]), values, plain);
		expect(column?.total).toBe(100);
		expect(column?.top).toBe(values.y(100));
		expect(column?.bars[1]?.y).toBeLessThan(column?.bars[0]?.y ?? 0);
		expect((column?.bars[0]?.y ?? 0) + (column?.bars[0]?.height ?? 0)).toBeCloseTo(area.bottom - 1, 0);
	});

	it('tell all zeros from nothing known', () => {
		const placed = placeStacks([bars(2022, [0, 0]), bars(2023, [null, null])], years([2022, 2023]), axis(0), plain);
		expect(placed.map((column) => column.zero)).toEqual([true, false]);
	});

	it('cap a stack of which a part has no figure', () => {
		const [column] = placeStacks([bars(2023, [5, null])], years([2023]), axis(10), plain);
		expect(column?.cap).not.toBeNull();
		expect(column?.top).toBeLessThan(column?.bars[0]?.y ?? 0);
	});

	it('write a figure on a part only where it fits', () => {
		const [column] = placeStacks([bars(2023, [99, 1])], years([2023]), axis(100), plain);
		expect(column?.bars.map((bar) => bar.label)).toEqual(['99', null]);
	});
});

describe('grouped bars', () => {
	it('stand side by side in their year, in order', () => {
		const axisOfYears = years([2023, 2024]);
		const [column] = placeGroups([bars(2023, [309, 17, 88, 26])], axisOfYears, axis(309), plain);
		const places = column?.bars.map((bar) => bar.x) ?? [];
		expect([...places].sort((a, b) => a - b)).toEqual(places);
		expect(places[0]).toBeGreaterThanOrEqual(axisOfYears.at(2023)?.left ?? 0);
		expect(column?.bars.map((bar) => bar.label)).toEqual(['309', '17', '88', '26']);
	});

	it('draw an absent figure as a stub and a zero as a bar without height', () => {
		const [column] = placeGroups([bars(2023, [10, null, 0])], years([2023]), axis(10), plain);
		expect(column?.bars.map((bar) => bar.value)).toEqual([10, null, 0]);
		expect(column?.bars[1]?.height).toBeGreaterThan(0);
		expect(column?.bars[2]?.height).toBe(0);
	});

	it('leave out a label that would lie on a taller neighbour', () => {
		const narrow = yearAxis(everyYear([2015, 2024]), { area });
		const [column] = placeGroups([bars(2020, [90_000, 4321, 90_000])], narrow, axis(90_000), plain);
		expect(column?.bars[1]?.label).toBeNull();
	});
});

describe('text widths', () => {
	it('count a Chinese character as one em and a figure as 0.56', () => {
		expect(textWidth('无报告', 12)).toBe(36);
		expect(textWidth('2023', 12)).toBeCloseTo(26.9, 1);
	});
});
