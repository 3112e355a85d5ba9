/**
 * Control limits of a funnel plot: between which the share of a body with `whole` cases lies, with that probability, if its rate is
 * the pooled one and only chance is at work. Exact binomial with interpolation: D. J. Spiegelhalter, Funnel plots for comparing
 * institutional performance, Statistics in Medicine 24 (2005), 1185–1202.
 */
export interface ControlLimits {
	readonly low: number;
	readonly high: number;
}

/** The limits that are drawn: two standard errors and three, as they are called. */
export const CONTROL_LEVELS = [0.95, 0.998] as const;

const LANCZOS = [
	676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
	-0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7
];

/** The logarithm of the gamma function, for arguments of a half and more. */
function logGamma(x: number): number {
	const z = x - 1;
	const series = LANCZOS.reduce((sum, coefficient, index) => sum + coefficient / (z + index + 1), 0.9999999999998099);
	const t = z + 7.5;
	return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series);
}

const TINY = 1e-300;

/** The continued fraction of the incomplete beta function (Lentz). */
function betaFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / (Math.abs(1 - ((a + b) * x) / (a + 1)) < TINY ? TINY : 1 - ((a + b) * x) / (a + 1));
	let result = d;
	for (let m = 1; m <= 2000; m += 1) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		let change = 1;
		for (const factor of [even, odd]) {
			d = 1 / (Math.abs(1 + factor * d) < TINY ? TINY : 1 + factor * d);
			c = Math.abs(1 + factor / c) < TINY ? TINY : 1 + factor / c;
			change = c * d;
			result *= change;
		}
		if (Math.abs(change - 1) < 1e-14) break;
	}
	return result;
}

/** The regularised incomplete beta function. */
function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
	return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** The probability of at most `part` of `whole` cases at that rate. */
export function binomialAtMost(part: number, whole: number, rate: number): number {
	if (part < 0) return 0;
	if (part >= whole) return 1;
	return incompleteBeta(1 - rate, whole - part, part + 1);
}

/** The number of cases below which the share of that probability lies, interpolated between whole numbers. */
function quantile(probability: number, whole: number, rate: number): number {
	let [below, at] = [-1, whole];
	while (at - below > 1) {
		const middle = Math.floor((below + at) / 2);
		if (binomialAtMost(middle, whole, rate) >= probability) at = middle;
		else below = middle;
	}
	const reached = binomialAtMost(at, whole, rate);
	const mass = reached - binomialAtMost(at - 1, whole, rate);
	return at - (mass > 0 ? (reached - probability) / mass : 0);
}

const lower = (rate: number, whole: number, tail: number): number => Math.max(0, quantile(tail, whole, rate) / whole);

/**
 * The limits for a body with `whole` cases, within 0 and 1. A share outside is as improbable as the tail or more, on both sides: the
 * upper limit is the lower one of the cases that are not counted. A pooled rate of 0 or 1 leaves no room for chance.
 */
export function controlLimits(rate: number, whole: number, level: number): ControlLimits {
	if (!(whole > 0) || rate <= 0 || rate >= 1) return { low: rate >= 1 ? 1 : 0, high: rate <= 0 ? 0 : 1 };
	const tail = (1 - level) / 2;
	return { low: lower(rate, whole, tail), high: 1 - lower(1 - rate, whole, tail) };
}

/** Where a share stands: within the inner limits, between the two, or outside both, above or below. */
export type FunnelPlace = 'within' | 'above_95' | 'below_95' | 'above_998' | 'below_998';

export function funnelPlace(part: number, whole: number, rate: number): FunnelPlace {
	const share = part / whole;
	const [inner, outer] = [controlLimits(rate, whole, CONTROL_LEVELS[0]), controlLimits(rate, whole, CONTROL_LEVELS[1])];
	if (share > outer.high) return 'above_998';
	if (share < outer.low) return 'below_998';
	if (share > inner.high) return 'above_95';
	return share < inner.low ? 'below_95' : 'within';
}
