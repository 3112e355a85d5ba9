import { quantileSorted } from 'd3-array';
import { round } from '../plot-area.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT } from '../year-axis.ts';
import { fitted, Sketch } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { PlotData, PlotPoint } from './plot-data.ts';
import { markId, valuesOf } from './plot-data.ts';
import { valueScale } from './value-scale.ts';

/** More points of one strip than these are drawn as a pile of bins. */
export const MOST_POINTS = 900;
const TOP = 24;
const LEAST = 44;
const MOST = 150;

/** How far each dot moves off the middle so that none covers another; the dots in order of their place. */
export function dodge(places: readonly number[], radius: number, most: number): number[] {
	const offsets: number[] = [];
	const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
	const placed: { place: number; offset: number }[] = [];
	let first = 0;
	const gap = 2 * radius + 0.6;
	for (const { place, index } of order) {
		while (placed[first] && place - (placed[first]?.place ?? 0) >= gap) first += 1;
		const near = placed.slice(first).filter((other) => place - other.place < gap);
		const free = (offset: number): boolean =>
			near.every((other) => (place - other.place) ** 2 + (offset - other.offset) ** 2 >= gap * gap - 1e-6);
		const candidates = [
			0,
			...near.flatMap((other) => {
				const rise = Math.sqrt(Math.max(0, gap * gap - (place - other.place) ** 2));
				return [other.offset + rise, other.offset - rise];
			})
		].sort((a, b) => Math.abs(a) - Math.abs(b));
		const offset = candidates.find((one) => Math.abs(one) <= most && free(one)) ?? 0;
		placed.push({ place, offset });
		offsets[index] = round(offset);
	}
	return offsets;
}

/** Median and quartiles of the values that are certain; null where there are fewer than three. */
export function quartilesOf(points: readonly PlotPoint[]): readonly [number, number, number] | null {
	const values = valuesOf(points.filter(({ uncertain }) => !uncertain)).sort((a, b) => a - b);
	if (values.length < 3) return null;
	const at = (part: number): number => quantileSorted(values, part) ?? 0;
	return [at(0.25), at(0.5), at(0.75)];
}

/** One strip a series over a common axis: each body a dot, its quartiles behind. */
export function placeStrip(data: PlotData, width: number): Drawing {
	const sketch = new Sketch();
	const labelled = data.series.length > 1;
	const labelRoom = labelled
		? Math.min(width * 0.3, Math.max(...data.series.map(({ label }) => textWidth(label, AXIS_TEXT))) + 14)
		: 8;
	const values = valuesOf(data.points);
	const scale = valueScale(values, data.axis, [labelRoom + 6, width - 16], width < 480 ? 3 : 6);
	const strips = data.series.map((series) => {
		const points = data.points.filter((point) => point.series === series.id && point.value !== null);
		const piled = points.length > MOST_POINTS;
		const radius = points.length > 300 ? 2.5 : 3.5;
		const offsets = piled
			? []
			: dodge(
					points.map(({ value }) => scale.at(value ?? 0)),
					radius,
					MOST / 2 - 8
				);
		const tall = piled ? MOST : Math.min(MOST, Math.max(LEAST, 2 * Math.max(0, ...offsets.map(Math.abs)) + 28));
		return { series, points, piled, radius, offsets, tall };
	});
	const height = round(TOP + strips.reduce((sum, { tall }) => sum + tall, 0) + 8);
	for (const tick of scale.ticks) {
		sketch.rules.push({
			kind: tick.value === 0 ? 'zero' : 'grid',
			x1: tick.at,
			x2: tick.at,
			y1: TOP - 4,
			y2: height - 4
		});
		sketch.text('tick', tick.at, 13, tick.label, 'middle');
	}
	let y = TOP;
	for (const { series, points, piled, radius, offsets, tall } of strips) {
		const middle = y + tall / 2;
		const color = series.tone.color;
		if (labelled) sketch.text('label', labelRoom - 8, round(middle + 4), fitted(series.label, labelRoom - 10), 'end');
		const quartiles = quartilesOf(points);
		if (quartiles) {
			const [low, median, high] = quartiles;
			const [left, right] = [scale.at(low), scale.at(high)];
			sketch.boxes.push({
				kind: 'quartiles',
				x: left,
				y: round(y + 6),
				width: Math.max(1, right - left),
				height: round(tall - 12)
			});
			const x = scale.at(median);
			sketch.rules.push({ kind: 'median', x1: x, x2: x, y1: round(y + 4), y2: round(y + tall - 4) });
			const text = `${data.words.median} ${data.axis.format(median)}`;
			const toLeft = x + textWidth(text, AXIS_TEXT) + 6 > width;
			sketch.text('value', x + (toLeft ? -4 : 4), round(y + 14), text, toLeft ? 'end' : 'start');
		}
		if (piled) pile(sketch, data, points, { scale, middle, tall, color });
		else
			points.forEach((point, index) => {
				const [x, at] = [scale.at(point.value ?? 0), round(middle + (offsets[index] ?? 0))];
				sketch.dots.push({ x, y: at, r: radius, color, hollow: point.uncertain });
				sketch.marks.push({
					id: markId(point.category, point.series),
					x,
					y: at,
					title: point.title,
					lines: point.lines
				});
			});
		y += tall;
	}
	// By keyboard from the least to the greatest, strip by strip.
	if (strips.every(({ piled }) => !piled)) {
		const order = new Map(strips.map(({ series }, index) => [series.id, index]));
		const rank = (id: string): number => order.get(id.slice(id.lastIndexOf(' ') + 1)) ?? 0;
		sketch.marks.sort((a, b) => rank(a.id) - rank(b.id) || a.x - b.x);
	}
	return sketch.done(width, height, 10);
}

interface PileOptions {
	readonly scale: ReturnType<typeof valueScale>;
	readonly middle: number;
	readonly tall: number;
	readonly color: string;
}

/** Too many dots to be told apart: how many lie in each stretch of the axis, as a symmetrical pile. */
function pile(
	sketch: Sketch,
	data: PlotData,
	points: readonly PlotPoint[],
	{ scale, middle, tall, color }: PileOptions
): void {
	const BREADTH = 8;
	const bins = new Map<number, number[]>();
	for (const { value } of points) {
		if (value === null) continue;
		const bin = Math.floor(scale.at(value) / BREADTH);
		bins.set(bin, [...(bins.get(bin) ?? []), value]);
	}
	const most = Math.max(...[...bins.values()].map((list) => list.length));
	for (const [bin, list] of [...bins].sort(([a], [b]) => a - b)) {
		const half = Math.max(1, ((tall / 2 - 16) * list.length) / most);
		const box = { x: bin * BREADTH, y: round(middle - half), width: BREADTH - 1, height: round(2 * half) };
		sketch.boxes.push({ kind: 'solid', ...box, color });
		const [low, high] = [Math.min(...list), Math.max(...list)];
		const range = low === high ? data.axis.format(low) : `${data.axis.format(low)}–${data.axis.format(high)}`;
		sketch.marks.push({
			id: `pile ${bin} ${middle}`,
			x: box.x + 3.5,
			y: middle,
			box: { ...box, y: middle - tall / 2, height: tall },
			title: range,
			lines: [{ label: '', text: data.words.members(list.length) }]
		});
	}
}
