import type { Scope } from '$lib/core/dataset/tables.ts';

interface Reporter {
	readonly scope: Scope;
	readonly years: readonly number[];
}

type Joined = (scope: Scope, year: number) => boolean;

/** Below this share of common reporters two years are drawn apart: the line would tell of the sample, not of the agencies. */
const SAME_REPORTERS = 0.8;

const areSame = (both: number, here: number, before: number): boolean =>
	both > 0 && both >= SAME_REPORTERS * Math.max(here, before);

/**
 * Which years of a scope may be joined by a line to the year before: at least 80 % of the agencies of either year report in both.
 * Our judgement; an agency that changes its id between the years counts as two.
 */
export function joinedYears(reporters: readonly Reporter[]): Joined {
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
		return areSame(here.both, here.all, at(scope, year - 1).all);
	};
}

interface Counted {
	readonly scope: Scope;
	readonly year: number;
	readonly reports: number;
	readonly again: number;
}

/** The same from counts of reports by scope and year, and of those whose agency reported the year before, too. */
export function joinedCounts(rows: readonly Counted[]): Joined {
	const byYear = new Map(rows.map((row) => [`${row.scope} ${row.year}`, row]));
	return (scope, year) => {
		const here = byYear.get(`${scope} ${year}`);
		return here !== undefined && areSame(here.again, here.reports, byYear.get(`${scope} ${year - 1}`)?.reports ?? 0);
	};
}
