import { scaleLinear } from 'd3-scale';
import { round } from './plot-area.ts';

export interface StripSpread {
	readonly q1: number;
	readonly median: number;
	readonly q3: number;
}

export interface PlacedStrip {
	/** A short upright stroke for every value. */
	readonly ticks: string;
	readonly box: { readonly x: number; readonly width: number; readonly median: number } | null;
	readonly own: number | null;
	/** Values beyond the right end: told, not drawn. */
	readonly beyond: number;
	/** The value at the right end; the left end is zero. */
	readonly end: number;
	readonly x: (value: number) => number;
}

/** An axis that a few giants would leave empty ends at this many third quartiles. */
const FAR = 4;

/** Values along one line from zero: strokes, the box of the quartiles, the agency's own. */
export function placeStrip(
	values: readonly number[],
	{
		spread,
		own,
		width,
		top,
		bottom
	}: {
		readonly spread: StripSpread | null;
		readonly own: number | null;
		readonly width: number;
		readonly top: number;
		readonly bottom: number;
	}
): PlacedStrip {
	const most = Math.max(0, own ?? 0, ...values);
	const far = spread && spread.q3 > 0 ? Math.max(FAR * spread.q3, own ?? 0) : most;
	const scale = scaleLinear()
		.domain([0, Math.min(most, far) || 1])
		.nice(4)
		.range([0, width]);
	const end = scale.domain()[1] ?? 1;
	const x = (value: number): number => round(scale(Math.min(value, end)));
	const places = [...new Set(values.filter((value) => value <= end).map(x))].sort((a, b) => a - b);
	return {
		ticks: places.map((at) => `M${at},${top}V${bottom}`).join(''),
		box: spread
			? { x: x(spread.q1), width: round(Math.max(2, x(spread.q3) - x(spread.q1))), median: x(spread.median) }
			: null,
		own: own === null ? null : x(own),
		beyond: values.filter((value) => value > end).length,
		end,
		x
	};
}
