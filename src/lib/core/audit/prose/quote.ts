import type { SectionId } from '../../extract/report.ts';
import type { Reason } from '../reasons.ts';
import type { KindId } from './kinds.ts';

/** A figure that the prose quotes. */
export interface Quote {
	/** What it counts, null where its words name nothing that the tables print. */
	readonly kind: KindId | null;
	/** A count; the percentage of a part; a rate by name; a change against the year before, in per cent or in cases; or a denial (未收到申请). */
	readonly form: 'count' | 'share' | 'rate' | 'growth' | 'change' | 'none';
	readonly value: number;
	readonly decimals: number;
	readonly unit: string;
	readonly approximate: boolean;
	readonly section: SectionId;
	/** Which part of the prose it stands in, since a heading may come twice. */
	readonly part: number;
	readonly line: number;
	/** Its number among the quotes of its section, from 1. */
	readonly ordinal: number;
	/** Which sentence of the section it stands in. */
	readonly sentence: number;
	/** Place in the section's text. */
	readonly start: number;
	readonly end: number;
	/** Its words. */
	readonly words: string;
	/** Why a difference from the tables would prove nothing; null where the words are plain. */
	readonly doubt: Reason | null;
	/** In a share or a change: the count it belongs to. */
	readonly of?: Quote;
}
