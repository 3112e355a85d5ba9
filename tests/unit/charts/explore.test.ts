import { describe, expect, it } from 'vitest';
import { describeMark, fitted, markAt } from '../../../src/lib/charts/explore/drawing.ts';
import { place } from '../../../src/lib/charts/explore/place.ts';
import { MOST_ROWS } from '../../../src/lib/charts/explore/place-bars.ts';
import { strengthOf } from '../../../src/lib/charts/explore/place-heat.ts';
import { MOST_NAMED } from '../../../src/lib/charts/explore/place-lines.ts';
import { MOST_DOTS } from '../../../src/lib/charts/explore/place-scatter.ts';
import { dodge, MOST_POINTS, quartilesOf } from '../../../src/lib/charts/explore/place-strip.ts';
import type { PlotData, PlotPoint } from '../../../src/lib/charts/explore/plot-data.ts';
import { valueScale } from '../../../src/lib/charts/explore/value-scale.ts';

const AXIS: PlotData['axis'] = { format: String, tick: String, whole: true, log: false, max: null, label: 'axis' };
const WORDS: PlotData['words'] = {
	layoutChange: 'new form',
	uncertain: 'too few',
	median: 'median',
	noReport: 'no report',
	members: (count) => `${count} of them`,
	more: (count) => `${count} more`,
	lacking: (count) => `${count} lacking`,
	inGrey: (count) => `${count} in grey`
};

type Given =
	number | null | { readonly value: number; readonly uncertain: true; readonly low: number; readonly high: number };

/** Rows of values: a category each, a value a series. A year as category makes a plot over years. */
function plot(
	rows: Readonly<Record<string, readonly Given[]>>,
	{ years = false, joined = true, ...axis }: Partial<PlotData['axis']> & { years?: boolean; joined?: boolean } = {}
): PlotData {
	const count = Math.max(...Object.values(rows).map((row) => row.length));
	return {
		categories: Object.keys(rows).map((key) => ({ key, label: key, year: years ? Number(key) : null, count: null })),
		series: Array.from({ length: count }, (_, index) => ({
			id: `s${index}`,
			label: `series ${index}`,
			tone: { color: `c${index}`, on: 'white' },
			joined: () => joined
		})),
		points: Object.entries(rows).flatMap(([category, row]) =>
			row.map((given, index): PlotPoint => {
				const value = given !== null && typeof given === 'object' ? given.value : given;
				const interval = given !== null && typeof given === 'object' ? { low: given.low, high: given.high } : null;
				return {
					...{ category, series: `s${index}`, value, interval, uncertain: interval !== null },
					...{
						absent: value === null ? 'no figure' : null,
						title: category,
						lines: [{ label: 'value', text: String(value) }]
					}
				};
			})
		),
		axis: { ...AXIS, ...axis },
		ranked: !years,
		words: WORDS
	};
}
const rows = (count: number, value: (index: number) => Given): Record<string, Given[]> =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`row ${index}`, [value(index)]]));

describe('the axis', () => {
	it('ends exactly at a whole that the parts miss by a hair', () => {
		const scale = valueScale([1.0000000002], { ...AXIS, whole: false, max: 1, exact: true }, [100, 0]);
		expect(scale.ticks.at(-1)).toMatchObject({ value: 1, at: 0 });
	});

	it('of a logarithm has powers of ten, and begins below the least value', () => {
		const scale = valueScale([3, 4000], { ...AXIS, log: true }, [0, 400]);
		expect(scale.ticks.map(({ value }) => value)).toEqual([1, 10, 100, 1000, 10_000]);
		expect(scale.at(10)).toBe(100);
	});

	it('goes below zero where values do', () => {
		const scale = valueScale([-5, 10], AXIS, [0, 150]);
		expect(scale.base).toBe(scale.at(0));
		expect(scale.base).toBeGreaterThan(0);
	});
});

describe('lines', () => {
	it('break at a year without a figure, and where other bodies report', () => {
		const gap = place('line', plot({ 2021: [1], 2022: [null], 2023: [3], 2024: [4] }, { years: true }), 400);
		expect(gap.paths).toHaveLength(1);
		expect(gap.rules.filter(({ kind }) => kind === 'stem')).toHaveLength(1);
		expect(gap.texts.map(({ text }) => text)).toContain('no figure');
		const apart = place('line', plot({ 2023: [3], 2024: [4] }, { years: true, joined: false }), 400);
		expect(apart.paths).toHaveLength(0);
	});

	it('of a year that nobody reports leave its place, with the word', () => {
		const drawing = place('line', plot({ 2021: [1], 2023: [3] }, { years: true }), 400);
		expect(drawing.texts.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['2021', '2022', '2023', 'no report'])
		);
	});

	it('draw an uncertain rate hollow, with its interval', () => {
		const drawing = place(
			'line',
			plot(
				{ 2022: [0.5], 2023: [{ value: 0.5, uncertain: true, low: 0.1, high: 0.9 }] },
				{ years: true, whole: false }
			),
			400
		);
		expect(drawing.dots.map(({ hollow }) => hollow)).toEqual([false, true]);
		expect(drawing.rules.filter(({ kind }) => kind === 'whisker')).toHaveLength(1);
	});

	it('beyond those that can be named are grey, and told', () => {
		const many = Array.from({ length: MOST_NAMED + 3 }, (_, index) => index);
		const drawing = place('line', plot({ 2022: many, 2023: many }, { years: true }), 400);
		expect(drawing.paths.filter(({ faint }) => faint)).toHaveLength(3);
		expect(drawing.notes).toEqual(['3 in grey']);
		expect(drawing.marks).toHaveLength(2 * many.length);
	});

	it('mark the change of layout between 2020 and 2021', () => {
		const drawing = place('line', plot({ 2020: [1], 2021: [2] }, { years: true }), 400);
		expect(drawing.rules.filter(({ kind }) => kind === 'change')).toHaveLength(1);
	});
});

describe('bars', () => {
	const data = plot({ a: [1], b: [3], c: [{ value: 9, uncertain: true, low: 2, high: 10 }], d: [null], e: [0] });
	const drawing = place('bar', data, 500);

	it('are in order of their values; the uncertain stand apart, the absent last', () => {
		expect(drawing.marks.map(({ title }) => title)).toEqual(['b', 'a', 'e', 'c', 'd']);
		const heading = drawing.texts.find(({ text }) => text === 'too few');
		expect(heading?.y).toBeGreaterThan(drawing.marks[2]?.y ?? 0);
		expect(heading?.y).toBeLessThan(drawing.marks[3]?.y ?? 0);
	});

	it('have lengths in proportion from zero; a zero is a mark, not nothing; an absence is a hatch with its word', () => {
		const solids = drawing.boxes.filter(({ kind }) => kind === 'solid');
		expect((solids[0]?.width ?? 0) / (solids[1]?.width ?? 1)).toBeCloseTo(3, 1);
		expect(drawing.boxes.map(({ kind }) => kind).sort()).toEqual(['absent', 'nil', 'solid', 'solid', 'uncertain']);
		expect(drawing.texts.map(({ text }) => text)).toContain('no figure');
	});

	it('beyond a page are told, never cut silently', () => {
		const long = place('bar', plot(rows(MOST_ROWS + 5, (index) => index)), 500);
		expect(long.marks).toHaveLength(MOST_ROWS);
		expect(long.notes).toEqual(['5 more']);
	});

	it('in stacks end where the sum of their parts does; a part without a figure puts a hatch at the end', () => {
		const stack = place('stacked', plot({ a: [1, 2, null], b: [3, 0, 0] }), 500);
		const ends = stack.boxes.filter(({ kind }) => kind === 'solid').map(({ x, width }) => x + width);
		expect(Math.abs(Math.max(...ends.slice(0, 2)) - Math.max(...ends.slice(2)))).toBeLessThan(1.5);
		expect(stack.boxes.filter(({ kind }) => kind === 'absent')).toHaveLength(1);
	});
});

describe('strips', () => {
	it('move dots off each other', () => {
		const offsets = dodge([10, 10, 10, 11, 40], 3, 60);
		const dots = [10, 10, 10, 11, 40].map((x, index) => ({ x, y: offsets[index] ?? 0 }));
		for (const [index, a] of dots.entries())
			for (const b of dots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(5.8);
		expect(offsets[4]).toBe(0);
	});

	it('take quartiles of the certain values only', () => {
		const { points } = plot({
			a: [1],
			b: [2],
			c: [3],
			d: [4],
			e: [5],
			f: [{ value: 99, uncertain: true, low: 1, high: 99 }]
		});
		expect(quartilesOf(points)).toEqual([2, 3, 4]);
		expect(quartilesOf(points.slice(0, 2))).toBeNull();
	});

	it('of too many points become piles that hold every one', () => {
		const drawing = place('strip', plot(rows(MOST_POINTS + 1, (index) => index % 50)), 600);
		expect(drawing.dots).toHaveLength(0);
		const held = drawing.marks.map(({ lines }) => Number(/^\d+/u.exec(lines[0]?.text ?? '')?.[0]));
		expect(held.reduce((sum, count) => sum + count, 0)).toBe(MOST_POINTS + 1);
	});
});

describe('scatter plots', () => {
	const scatter = (count: number): PlotData => {
		const data = plot(rows(count, (index) => index % 97));
		return {
			...data,
			otherAxis: AXIS,
			points: data.points.map((point, index) => ({ ...point, other: index % 13 === 0 ? null : index % 89 }))
		};
	};

	it('draw the bodies that have both figures, and tell how many lack one', () => {
		const drawing = place('scatter', scatter(26), 500);
		expect(drawing.dots).toHaveLength(24);
		expect(drawing.notes).toEqual(['2 lacking']);
	});

	it('of very many bodies become squares that hold every one', () => {
		const count = 2 * MOST_DOTS;
		const drawing = place('scatter', scatter(count), 500);
		expect(drawing.dots).toHaveLength(0);
		const held = drawing.marks.map(({ title }) => Number(/^\d+/u.exec(title)?.[0]));
		expect(held.reduce((sum, one) => sum + one, 0)).toBe(count - Math.ceil(count / 13));
	});
});

describe('heat maps', () => {
	it('colour by value, hatch what there is not, and walk row by row', () => {
		const drawing = place('heat', plot({ a: [0, 10], b: [5, null] }), 500);
		expect(drawing.stride).toBe(2);
		expect(drawing.marks.map(({ title }) => title)).toEqual(['a', 'a', 'b', 'b']);
		expect(drawing.boxes.filter(({ kind }) => kind === 'absent')).toHaveLength(1);
		expect([strengthOf(0, 0, 10), strengthOf(10, 0, 10)]).toEqual([0.06, 1]);
	});
});

describe('marks', () => {
	it('are found by the box they fill, else by nearness', () => {
		const marks = [
			{ id: 'a', x: 5, y: 5, box: { x: 0, y: 0, width: 10, height: 10 }, title: 'a', lines: [] },
			{ id: 'b', x: 50, y: 50, title: 'b', lines: [] }
		];
		expect(markAt(marks, 9, 9)).toBe(0);
		expect(markAt(marks, 55, 50)).toBe(1);
		expect(markAt(marks, 200, 200)).toBeNull();
	});

	it('are told in a sentence', () => {
		expect(describeMark({ title: '2023', lines: [{ label: 'New', text: '7', note: 'of 8' }] })).toBe(
			'2023; New 7 (of 8)'
		);
	});

	it('of long names end with an ellipsis where they are cut', () => {
		expect(fitted('short', 100)).toBe('short');
		expect(fitted('a very long name indeed', 60)).toMatch(/^a very.*…$/u);
	});

	it('lie within the drawing, of every kind at phone width', () => {
		for (const kind of ['line', 'bar', 'stacked', 'strip', 'scatter', 'heat'] as const) {
			const years = kind === 'line';
			const data = plot(years ? { 2020: [1, 2], 2023: [0, 4] } : { 甲市人民政府办公室: [1, 2], b: [0, 4] }, { years });
			const drawing = place(
				kind,
				kind === 'scatter' ? { ...data, points: data.points.map((one) => ({ ...one, other: 3 })) } : data,
				340
			);
			for (const box of drawing.boxes) {
				expect(box.width).toBeGreaterThanOrEqual(0);
				expect(box.x + box.width).toBeLessThanOrEqual(341);
			}
			for (const { x, y } of drawing.marks) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(340);
				expect(y).toBeLessThanOrEqual(drawing.height);
			}
		}
	});
});
