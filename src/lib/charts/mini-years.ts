import { round } from './plot-area.ts';
import { FIRST_YEAR_OF_NEW_LAYOUT } from './year-axis.ts';

export interface MiniValue {
	readonly year: number;
	/** null: there is no figure; a hatched stub stands in its place. */
	readonly value: number | null;
}

export interface PlacedMini {
	readonly year: number;
	readonly kind: 'bar' | 'zero' | 'absent';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface MiniYearsShape {
	readonly bars: readonly PlacedMini[];
	/** Between 2020 and 2021, where both stand; else null. */
	readonly layoutChange: number | null;
}

const STUB = 5;

/** Small bars by year from zero to the greatest of them (or `max`), without axis: every year has its place, a zero a line. */
export function placeMiniYears(
	values: readonly MiniValue[],
	{ width, height, max }: { readonly width: number; readonly height: number; readonly max?: number }
): MiniYearsShape {
	const step = width / Math.max(1, values.length);
	const bar = Math.min(14, step * 0.72);
	const top = max ?? Math.max(0, ...values.flatMap(({ value }) => (value === null ? [] : [value])));
	const bars = values.map(({ year, value }, index): PlacedMini => {
		const x = round(step * index + (step - bar) / 2);
		const box = { year, x, width: round(bar) };
		if (value === null) return { ...box, kind: 'absent', y: height - STUB, height: STUB };
		if (value <= 0 || top <= 0) return { ...box, kind: 'zero', y: height - 1, height: 1 };
		const tall = round(Math.max(1.5, (height * Math.min(value, top)) / top));
		return { ...box, kind: 'bar', y: round(height - tall), height: tall };
	});
	const change = values.findIndex(({ year }) => year === FIRST_YEAR_OF_NEW_LAYOUT);
	return { bars, layoutChange: change > 0 ? round(step * change) : null };
}
