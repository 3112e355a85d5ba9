import type { Indicator } from './indicator.ts';

/** An indicator over some reports: sums over those that have all the cells it needs. */
export interface IndicatorSums {
	/** null where no report gives it. */
	readonly numerator: number | null;
	/** null where no report gives it, or the indicator has none. */
	readonly denominator: number | null;
	/** Reports in the sums. */
	readonly n: number;
}

/**
 * `ok`; `uncertain`: the denominator is too small for a rate, so that it is not ranked; `undefined`: the denominator is 0 (or, in a report that contradicts itself, less);
 * `no_figure`: no report gives it.
 */
export type IndicatorStatus = 'ok' | 'uncertain' | 'undefined' | 'no_figure';

export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** Two-sided 95 %. */
const Z = 1.959963984540054;

/** Wilson's score interval of a share: where the rate lies, with 95 % confidence, that gave so many of so many. null where it has no meaning. */
export function wilson(part: number, whole: number, z = Z): Interval | null {
	if (!(whole > 0) || part < 0 || part > whole) return null;
	const share = part / whole;
	const square = (z * z) / whole;
	const middle = (share + square / 2) / (1 + square);
	const half = (z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole))) / (1 + square);
	return { low: part === 0 ? 0 : Math.max(0, middle - half), high: part === whole ? 1 : Math.min(1, middle + half) };
}

export function statusOf({ denominator: measure, least }: Indicator, sums: IndicatorSums): IndicatorStatus {
	if (sums.numerator === null) return 'no_figure';
	if (measure === null) return 'ok';
	if (sums.denominator === null) return 'no_figure';
	if (sums.denominator <= 0) return 'undefined';
	return least !== null && sums.denominator < least ? 'uncertain' : 'ok';
}

const scaleOf = ({ unit }: Indicator): number => (unit === 'per_hundred' ? 100 : 1);

/** The value in the indicator's unit (a share as a fraction of one); null where there is none or it is undefined. */
export function valueOf(one: Indicator, { numerator, denominator }: IndicatorSums): number | null {
	if (numerator === null) return null;
	if (one.denominator === null) return numerator;
	if (denominator === null || denominator <= 0) return null;
	return (scaleOf(one) * numerator) / denominator;
}

/** The 95 % interval of a share; null for what is no share, and where the sums contradict each other. */
export function intervalOf(one: Indicator, { numerator, denominator }: IndicatorSums): Interval | null {
	if (!one.part || numerator === null || denominator === null) return null;
	return wilson(numerator, denominator);
}
