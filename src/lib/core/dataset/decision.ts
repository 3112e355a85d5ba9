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
