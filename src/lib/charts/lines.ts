import { line } from 'd3-shape';
import { round } from './plot-area.ts';
import { AXIS_TEXT } from './year-axis.ts';
import type { YearAxis } from './year-axis.ts';
import type { ValueAxis } from './value-axis.ts';

export interface YearValue {
	readonly year: number;
	/** null: not drawn, the line breaks. */
	readonly value: number | null;
	/** The year before may be joined to it by a line: the same bodies report. */
	readonly joined: boolean;
	/** Too few cases for a rate: its point is hollow, with its interval where it has one. */
	readonly uncertain?: { readonly low: number; readonly high: number } | true;
}

export interface LineSeries {
	readonly id: string;
	readonly label: string;
	readonly color: string;
	readonly values: readonly YearValue[];
}

export interface PlacedPoint {
	readonly year: number;
	readonly value: number;
	readonly x: number;
	readonly y: number;
	/** No line reaches it: it stands on a stem. */
	readonly alone: boolean;
	/** Baseline of its label, above the point or below it where a steep line passes above; null where it has none. */
	readonly labelY: number | null;
	/** Too few cases for a rate. */
	readonly hollow: boolean;
	/** The ends of its interval, as far as they lie on the axis. */
	readonly whisker: { readonly top: number; readonly bottom: number } | null;
}

export interface PlacedLine {
	readonly id: string;
	readonly label: string;
	readonly color: string;
	readonly path: string;
	readonly points: readonly PlacedPoint[];
	/** Where the series' name stands, right of its last point; null where it has no point. */
	readonly end: { readonly x: number; readonly y: number } | null;
}

interface Vertex {
	readonly year: number;
	readonly value: number;
	readonly x: number;
	readonly y: number;
	readonly hollow: boolean;
	readonly whisker: PlacedPoint['whisker'];
}

/** The runs of a series over which a line may be drawn: years that follow each other, both with a value, and joined. */
function runs(series: LineSeries, years: YearAxis, values: ValueAxis): Vertex[][] {
	const found: Vertex[][] = [];
	let last: number | null = null;
	for (const { year, value, joined, uncertain } of [...series.values].sort((a, b) => a.year - b.year)) {
		const place = years.at(year);
		if (value === null || place === undefined) {
			last = null;
			continue;
		}
		const interval = uncertain === undefined || uncertain === true ? null : uncertain;
		const whisker = interval && { top: values.y(Math.min(values.max, interval.high)), bottom: values.y(interval.low) };
		const vertex = { year, value, x: place.centre, y: values.y(value), hollow: uncertain !== undefined, whisker };
		const current = found.at(-1);
		if (joined && last === year - 1 && current !== undefined) current.push(vertex);
		else found.push([vertex]);
		last = year;
	}
	return found;
}

const path = line<Vertex>()
	.x((vertex) => vertex.x)
	.y((vertex) => vertex.y);

/** Moves the heights apart so that texts of `AXIS_TEXT` do not overlap, keeping their order and staying under `bottom`. */
export function spreadLabels(heights: readonly number[], bottom: number, gap: number = AXIS_TEXT + 3): number[] {
	const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
	for (let index = 1; index < order.length; index += 1) {
		const [above, here] = [order[index - 1], order[index]];
		if (above && here) here.height = Math.max(here.height, above.height + gap);
	}
	let limit = bottom;
	for (const here of [...order].reverse()) {
		here.height = Math.min(here.height, limit);
		limit = here.height - gap;
	}
	const spread = [...heights];
	for (const { height, index } of order) spread[index] = round(height);
	return spread;
}

/** Places lines with their points. Values are labelled only where there is a single series; names stand at the ends of several. */
export function placeLines(series: readonly LineSeries[], years: YearAxis, values: ValueAxis): PlacedLine[] {
	const labelled = series.length === 1;
	const placed = series.map((one): PlacedLine => {
		const stretches = runs(one, years, values);
		const points = stretches.flatMap((run) =>
			run.map((vertex, index): PlacedPoint => {
				const [before, after] = [run[index - 1], run[index + 1]];
				const valley = (before?.y ?? vertex.y) <= vertex.y && (after?.y ?? vertex.y) <= vertex.y && run.length > 1;
				const fitsBelow = vertex.y + AXIS_TEXT + 8 < values.y(0);
				return {
					...vertex,
					alone: run.length === 1,
					labelY: labelled ? round(valley && fitsBelow ? vertex.y + AXIS_TEXT + 6 : vertex.y - 8) : null
				};
			})
		);
		const last = points.at(-1);
		return {
			id: one.id,
			label: one.label,
			color: one.color,
			path: stretches
				.filter((run) => run.length > 1)
				.map((run) => path(run) ?? '')
				.join(''),
			points,
			end: last === undefined ? null : { x: last.x + 8, y: last.y }
		};
	});
	const ends = placed.flatMap((one) => (one.end === null ? [] : [one.end.y]));
	const spread = spreadLabels(ends, values.y(0));
	let next = 0;
	return placed.map((one) =>
		one.end === null ? one : { ...one, end: { x: one.end.x, y: spread[next++] ?? one.end.y } }
	);
}
