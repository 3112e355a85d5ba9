import type { CellKey } from '../form/index.ts';

export const VERDICTS = ['pass', 'fail', 'unsure', 'not_assessable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A rule's verdict on one report, with both sides of the sum as far as they are printed. */
export interface Finding {
	readonly rule: string;
	/** The row or column the rule runs along. */
	readonly along: string;
	readonly status: Verdict;
	readonly cells: readonly CellKey[];
	readonly left: number | null;
	readonly right: number | null;
	readonly difference: number | null;
}
