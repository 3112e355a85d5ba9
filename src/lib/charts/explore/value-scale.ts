import { scaleLinear, scaleLog } from 'd3-scale';
import { round } from '../plot-area.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT } from '../year-axis.ts';
import type { PlotAxis } from './plot-data.ts';

export interface ValueScale {
	readonly at: (value: number) => number;
	readonly ticks: readonly { readonly value: number; readonly at: number; readonly label: string }[];
	/** Where bars begin: at zero, or at the lower end of a logarithmic axis. */
	readonly base: number;
}

/**
 * An axis over the values between two positions: from zero (or below, where there are values below) to a round number, or over powers of ten.
 * A logarithmic axis has no place for zero: the caller sees to it that all values are above.
 */
export function valueScale(
	values: readonly number[],
	axis: PlotAxis,
	range: readonly [number, number],
	count = 4
): ValueScale {
	const most = Math.max(0, axis.max ?? 0, ...values);
	const least = Math.min(0, ...values);
	if (axis.log) {
		const low = Math.min(...values.filter((value) => value > 0), most || 1);
		const scale = scaleLog()
			.domain([low, Math.max(most, low * 10)])
			.range(range)
			.nice();
		const powers = scale
			.ticks(count)
			.filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
		const at = (value: number): number => round(scale(value));
		return {
			at,
			ticks: powers.map((value) => ({ value, at: at(value), label: axis.tick(value) })),
			base: round(range[0])
		};
	}
	// Sums of shares may pass the whole by what the computer cannot write.
	const ends = axis.exact === true && axis.max !== null && most <= axis.max * 1.0001;
	const top = ends ? (axis.max ?? most) : most;
	const scale = scaleLinear()
		.domain([least, top === 0 && least === 0 ? 1 : top])
		.range(range);
	if (!ends) scale.nice(count);
	const at = (value: number): number => round(scale(value));
	const ticks = most === 0 && least === 0 ? [0] : scale.ticks(count);
	return {
		at,
		ticks: ticks
			.filter((tick) => !axis.whole || Number.isInteger(tick))
			.map((value) => ({ value, at: at(value), label: axis.tick(value) })),
		base: at(0)
	};
}

/** Room left of the plot for the ticks of a vertical axis. */
export function tickRoom(values: readonly number[], axis: PlotAxis): number {
	const { ticks } = valueScale(values, axis, [200, 0]);
	return Math.ceil(Math.max(0, ...ticks.map(({ label }) => textWidth(label, AXIS_TEXT)))) + 8;
}
