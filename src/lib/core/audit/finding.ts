import type { SectionId } from '../extract/report.ts';
import type { CellKey } from '../form/index.ts';
import type { Reason } from './reasons.ts';

export const VERDICTS = ['pass', 'fail', 'unsure', 'not_assessable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * `hard`: arithmetic, must hold; `definitional`: holds by what the figures mean, with lawful exceptions; `plausibility`: worth a look,
 * never an error by itself.
 */
export const SEVERITIES = ['hard', 'definitional', 'plausibility'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A value of the tables that a quoted figure may mean: the sum of the cells `plus` less the cells `minus`. */
export interface Candidate {
	readonly id: string;
	readonly plus: readonly CellKey[];
	readonly minus: readonly CellKey[];
	/** null where a cell of it is not known. For a rate or a change, what follows from it, in the quoted unit. */
	readonly value: number | null;
}

/** The one cell whose change heals every failed identity of its table, and the value that does; never applied. */
export interface Suggestion {
	readonly cell: CellKey;
	readonly value: number;
}

/** Where a sentence stands. */
export interface ProsePlace {
	readonly section: SectionId;
	/** 1-based line in the source. */
	readonly line: number;
}

/** A rule's verdict on one report, on two years of one agency or on a summary, with both sides as far as they are known. */
export interface Finding {
	readonly rule: string;
	/** The row or column the rule runs along, or whatever else tells its findings on one report apart. */
	readonly along: string;
	readonly status: Verdict;
	readonly cells: readonly CellKey[];
	readonly left: number | null;
	readonly right: number | null;
	readonly difference: number | null;
	readonly severity?: Severity;
	/** Why the verdict is not simply pass or fail, or what kind of failure it is. */
	readonly reason?: Reason;
	readonly suggestion?: Suggestion;
	/** Which of the candidates agrees with the quoted figure. */
	readonly matched?: Candidate;
	readonly candidates?: readonly Candidate[];
	readonly place?: ProsePlace;
	/** The words in question, width and traditional characters folded, spaces left out. */
	readonly quoted?: string;
	/** The report's year, in findings over several years. */
	readonly year?: number;
	/** The earlier year it was compared with, and the cells of that year's report. */
	readonly against?: number;
	readonly before?: readonly CellKey[];
}
