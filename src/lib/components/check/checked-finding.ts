import type { Verdict } from '$lib/format/findings.ts';

export type Severity = 'hard' | 'definitional' | 'plausibility';

/** A value of the tables that a quoted figure may mean. */
export interface CheckedCandidate {
	readonly id: string;
	readonly plus: readonly string[];
	readonly minus: readonly string[];
	readonly value: number | null;
}

/** A finding of `core/audit` as this page shows it; what a rule does not give is left out. */
export interface CheckedFinding {
	readonly rule: string;
	readonly along: string;
	readonly status: Verdict;
	readonly cells: readonly string[];
	readonly left: number | null;
	readonly right: number | null;
	readonly difference: number | null;
	readonly severity?: Severity;
	readonly reason?: string;
	readonly suggestion?: { readonly cell: string; readonly value: number };
	readonly matched?: CheckedCandidate;
	readonly candidates?: readonly CheckedCandidate[];
	readonly place?: { readonly section: string; readonly line: number };
	readonly quoted?: string;
}
