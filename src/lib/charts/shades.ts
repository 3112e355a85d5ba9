import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';

/** How many shades the tokens have: --shade-1 the least to --shade-5 the greatest. */
export const SHADES = 5;

export interface ShadeClass {
	readonly shade: number;
	/** From this value on, up to that; the last takes in its end. */
	readonly from: number;
	readonly to: number;
}

export interface ShadeScale {
	readonly classes: readonly ShadeClass[];
	readonly of: (value: number) => number;
}

/** Classes of equal width with round edges over the values, at most as many as there are shades. Counts have whole edges. */
export function shadeScale(values: readonly number[], whole = false): ShadeScale {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	if (values.length === 0 || low === high) {
		const middle = Math.ceil(SHADES / 2);
		return { classes: values.length === 0 ? [] : [{ shade: middle, from: low, to: high }], of: () => middle };
	}
	const [start = low, end = high] = scaleLinear().domain([low, high]).nice(4).domain();
	const edges = ticks(start, end, 4).filter((edge) => !whole || Number.isInteger(edge));
	const count = edges.length - 1;
	if (count < 1) return { classes: [{ shade: SHADES, from: low, to: high }], of: () => SHADES };
	const shadeAt = (index: number): number =>
		count === 1 ? SHADES : Math.round(1 + ((SHADES - 1) * index) / (count - 1));
	const classes = Array.from({ length: count }, (_, index): ShadeClass => ({
		shade: shadeAt(index),
		from: edges[index] ?? start,
		to: edges[index + 1] ?? end
	}));
	return {
		classes,
		of: (value) => {
			const index = classes.findLastIndex(({ from }) => value >= from);
			return classes[Math.max(0, index)]?.shade ?? SHADES;
		}
	};
}
