import type { Names } from '../form/index.ts';

/** What a person may decide of a finding; never changes a figure. */
export const DECISIONS = {
	confirmed: { zh: '确认不符', en: 'confirmed as an error' },
	lawful_exception: { zh: '合法例外', en: 'lawful exception' },
	corrected: { zh: '机关已更正', en: 'corrected by the agency' }
} as const satisfies Record<string, Names>;
export type DecisionKind = keyof typeof DECISIONS;

/** A row of data/decisions.csv. */
export interface Decision {
	/** Line of the file, for messages. */
	readonly line: number;
	/** Id or name of the agency. */
	readonly agency: string;
	readonly year: number;
	readonly rule: string;
	/** null: every finding of the rule on that report. */
	readonly along: string | null;
	readonly decision: DecisionKind;
	readonly reason: string;
	/** ISO date. */
	readonly date: string;
	readonly by: string | null;
}

/** Why a row of data/decisions.csv is not used, or not any more. */
export const DECISION_PROBLEM_CODES = [
	'column-missing',
	'column-unknown',
	'quote-open',
	'row-ragged',
	'row-repeated',
	'agency-missing',
	'year-not-understood',
	'rule-unknown',
	'decision-unknown',
	'reason-missing',
	'date-not-understood',
	'agency-unknown',
	'agency-ambiguous',
	'stale'
] as const;

export interface DecisionProblem {
	readonly code: (typeof DECISION_PROBLEM_CODES)[number];
	readonly line: number;
	/** What stands there. */
	readonly found: string;
}
