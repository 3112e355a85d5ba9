import { scaleLinear } from 'd3-scale';
import { round } from './plot-area.ts';
import type { PlotArea } from './plot-area.ts';

export interface PlacedTick {
	readonly value: number;
	readonly y: number;
	readonly label: string;
}

export interface ValueAxis {
	/** The top of the axis; the bottom is always zero. */
	readonly max: number;
	readonly ticks: readonly PlacedTick[];
	readonly y: (value: number) => number;
}

interface ValueAxisOptions {
	readonly area: PlotArea;
	readonly format: (value: number) => string;
	/** About how many ticks above zero. */
	readonly count?: number;
	/** Counts have no ticks between whole numbers. */
	readonly whole?: boolean;
	/** The axis ends exactly at `max` (shares end at 1). */
	readonly exact?: boolean;
}

/** An axis from zero to a round number at or above `max`. Where all values are zero it has the one tick 0 and room above it. */
export function valueAxis(
	max: number,
	{ area, format, count = 3, whole = true, exact = false }: ValueAxisOptions
): ValueAxis {
	const top = Number.isFinite(max) && max > 0 ? max : 0;
	const scale = scaleLinear()
		.domain([0, top === 0 ? 1 : top])
		.range([area.bottom, area.top]);
	if (!exact) scale.nice(count);
	const values = top === 0 ? [0] : scale.ticks(count).filter((tick) => !whole || Number.isInteger(tick));
	const y = (value: number): number => round(scale(value));
	return {
		max: scale.domain()[1] ?? 1,
		ticks: values.map((value) => ({ value, y: y(value), label: format(value) })),
		y
	};
}
