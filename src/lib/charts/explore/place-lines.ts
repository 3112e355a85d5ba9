import { line } from 'd3-shape';
import { spreadLabels } from '../lines.ts';
import { round } from '../plot-area.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT } from '../year-axis.ts';
import type { Drawing } from './drawing.ts';
import { yearFrame } from './place-years.ts';
import { markId, pointIndex, valuesOf } from './plot-data.ts';
import type { PlotData, PlotPoint, PlotSeries } from './plot-data.ts';

/** More lines than these are drawn in grey, without their names. */
export const MOST_NAMED = 8;
const GREY = 'var(--line)';
const HEIGHT = 268;

interface Vertex {
	readonly year: number;
	readonly x: number;
	readonly y: number;
	readonly point: PlotPoint;
}

const path = line<Vertex>()
	.x((vertex) => vertex.x)
	.y((vertex) => vertex.y);

/** The series that are named: all, or the greatest by their newest value. */
export function namedSeries({ series, points }: Pick<PlotData, 'series' | 'points'>): readonly PlotSeries[] {
	if (series.length <= MOST_NAMED) return series;
	const newest = new Map<string, number>();
	for (const point of points) if (point.value !== null) newest.set(point.series, point.value);
	return [...series]
		.sort((a, b) => (newest.get(b.id) ?? -Infinity) - (newest.get(a.id) ?? -Infinity))
		.slice(0, MOST_NAMED);
}

function spans(points: readonly PlotPoint[]): number[] {
	return [
		...valuesOf(points),
		...points.flatMap(({ uncertain, interval }) => (uncertain && interval ? [interval.high] : []))
	];
}

/** Lines over years, names at their ends. A line breaks where a year has no value, or where other bodies report. */
export function placeLineChart(data: PlotData, width: number): Drawing {
	const named = namedSeries(data);
	const isNamed = new Set(named.map(({ id }) => id));
	const several = data.series.length > 1;
	const endRoom = several
		? Math.min(width * 0.34, Math.max(...named.map(({ label }) => textWidth(label, AXIS_TEXT))) + 12)
		: 0;
	// What an interval may reach beyond the values is shown only where there is no logarithm, which it may not have.
	const extent = data.axis.log ? valuesOf(data.points) : spans(data.points);
	const frame = yearFrame(data, { width, height: HEIGHT, extent, padding: 0.3, endRoom });
	const { sketch, years, values, area, step } = frame;
	const at = pointIndex(data.points);
	const ends: { series: PlotSeries; vertex: Vertex }[] = [];
	const grey = data.series.filter(({ id }) => !isNamed.has(id));
	for (const series of [...grey, ...named]) {
		const faint = !isNamed.has(series.id);
		const color = faint ? GREY : series.tone.color;
		const runs: Vertex[][] = [];
		let last: number | null = null;
		for (const category of data.categories) {
			const point = at(category.key, series.id);
			const place = category.year === null ? undefined : years.at(category.year);
			if (category.year === null || place === undefined || point?.value === undefined || point.value === null) {
				last = null;
				continue;
			}
			const vertex = { year: category.year, x: place.centre, y: values.at(point.value), point };
			const run = runs.at(-1);
			if (run !== undefined && last === category.year - 1 && series.joined(category.year)) run.push(vertex);
			else runs.push([vertex]);
			last = category.year;
		}
		const vertices = runs.flat();
		for (const run of runs) {
			if (run.length > 1) sketch.paths.push({ d: path(run) ?? '', color, faint });
			else if (!faint)
				for (const { x, y } of run) sketch.rules.push({ kind: 'stem', x1: x, x2: x, y1: values.base, y2: y, color });
		}
		for (const { x, y, point } of vertices) {
			const { uncertain, interval } = point;
			if (uncertain && interval && !faint && !data.axis.log)
				sketch.rules.push({
					kind: 'whisker',
					x1: x,
					x2: x,
					y1: values.at(interval.low),
					y2: values.at(interval.high),
					color
				});
			sketch.dots.push({ x, y, r: faint ? 2 : 4, color, hollow: uncertain, faint });
		}
		if (!several)
			vertices.forEach(({ x, y, point }, index) => {
				const [before, after] = [vertices[index - 1], vertices[index + 1]];
				const valley = vertices.length > 1 && (before?.y ?? y) <= y && (after?.y ?? y) <= y;
				const below = valley && y + AXIS_TEXT + 8 < area.bottom;
				const text = data.axis.format(point.value as number);
				if (textWidth(text, AXIS_TEXT) <= step) sketch.text('value', x, below ? y + 18 : y - 8, text, 'middle');
			});
		const end = vertices.at(-1);
		if (several && !faint && end !== undefined) ends.push({ series, vertex: end });
	}
	const heights = spreadLabels(
		ends.map(({ vertex }) => vertex.y),
		area.bottom
	);
	ends.forEach(({ series, vertex }, index) => {
		const text = series.label;
		sketch.text('name', vertex.x + 8, round((heights[index] ?? vertex.y) + 4), text, 'start', series.tone.color);
	});
	for (const category of data.categories) {
		for (const series of data.series) {
			const point = at(category.key, series.id);
			const place = category.year === null ? undefined : years.at(category.year);
			if (point === undefined || place === undefined) continue;
			const y = point.value === null ? area.bottom - 8 : values.at(point.value);
			sketch.marks.push({
				id: markId(category.key, series.id),
				x: place.centre,
				y,
				title: point.title,
				lines: point.lines
			});
		}
	}
	if (grey.length > 0) sketch.notes.push(data.words.inGrey(grey.length));
	return sketch.done(width, HEIGHT, data.series.length);
}
