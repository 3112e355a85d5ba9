/** In data/coverage.csv: every body below whose report was collected for one of the years. */
export const ALL_BELOW = 'all_below';

/** A row of data/coverage.csv: which bodies the report of an agency sums up in those years. */
export interface CoverageDeclaration {
	/** Line of the file, for messages. */
	readonly line: number;
	/** Id or name of the agency. */
	readonly agency: string;
	readonly from: number;
	readonly to: number;
	/** Ids or names. */
	readonly bodies: readonly string[] | typeof ALL_BELOW;
	/** Whether these are all bodies that it sums up, and their reports were collected. */
	readonly whole: boolean;
}

/** Why a row of data/coverage.csv is not used, or a body in it is not at hand. */
export const COVERAGE_PROBLEM_CODES = [
	'column-missing',
	'column-unknown',
	'quote-open',
	'row-ragged',
	'agency-missing',
	'years-not-understood',
	'years-reversed',
	'years-overlap',
	'bodies-missing',
	'body-itself',
	'whole-not-understood',
	'agency-unknown',
	'agency-ambiguous',
	'no-region',
	'no-report',
	'body-unknown',
	'body-ambiguous'
] as const;

export interface CoverageProblem {
	readonly code: (typeof COVERAGE_PROBLEM_CODES)[number];
	readonly line: number;
	/** What stands there. */
	readonly found: string;
}
