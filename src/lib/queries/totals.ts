/** A sum over reports. Absence is not zero: `value` is null when no report gives the figure. */
export interface Total {
	readonly value: number | null;
	/** Reports that give the figure and are in the sum. */
	readonly n: number;
}

/** Two sums over the same reports: only those that give both figures. */
export interface Share {
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly n: number;
}

/** A sum and its sum a year before, over the agencies that give the figure in both years. */
export interface Matched {
	readonly value: number | null;
	readonly previous: number | null;
	/** Agencies in both. */
	readonly n: number;
}

/** The share as a fraction; null (undefined, not 0 %) where no report gives it or the denominator is 0. */
export function ratio(share: Share): number | null {
	if (share.numerator === null || share.denominator === null || share.denominator === 0) return null;
	return share.numerator / share.denominator;
}
