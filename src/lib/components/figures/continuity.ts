import type { Scope } from '$lib/core/dataset/tables.ts';

interface Reporter {
	readonly scope: Scope;
	readonly years: readonly number[];
}

/** Below this share of common reporters two years are drawn apart: the line would tell of the sample, not of the agencies. */
const SAME_REPORTERS = 0.8;

/**
 * Which years of a scope may be joined by a line to the year before: at least 80 % of the agencies of either year report in both.
 * Our judgement; an agency that changes its id between the years counts as two.
 */
export function joinedYears(reporters: readonly Reporter[]): (scope: Scope, year: number) => boolean {
	const counts = new Map<string, { all: number; both: number }>();
	const at = (scope: Scope, year: number) => {
		const key = `${scope} ${year}`;
		const found = counts.get(key) ?? { all: 0, both: 0 };
		counts.set(key, found);
		return found;
	};
	for (const { scope, years } of reporters) {
		const own = new Set(years);
		for (const year of own) {
			at(scope, year).all += 1;
			if (own.has(year - 1)) at(scope, year).both += 1;
		}
	}
	return (scope, year) => {
		const here = at(scope, year);
		const before = at(scope, year - 1).all;
		return here.both > 0 && here.both >= SAME_REPORTERS * Math.max(here.all, before);
	};
}
