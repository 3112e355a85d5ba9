import type { Tone } from '$lib/charts/tones.ts';
import type { OutcomeGroupId, ResultId } from '$lib/core/form/index.ts';

const solid = (name: string): Tone => ({ color: `var(--${name})`, on: `var(--on-${name})` });

export const OUTCOME_TONES = {
	granted: solid('granted'),
	partial: solid('partial'),
	denied: solid('denied'),
	unable: solid('unable'),
	unprocessed: solid('unprocessed'),
	other: solid('other')
} as const satisfies Record<OutcomeGroupId, Tone>;

/** Upheld is the agency's blue, corrected the red of refusal: it is the agency that was corrected. Pending is never a solid. */
export const RESULT_TONES = {
	upheld: solid('granted'),
	corrected: solid('denied'),
	other: solid('other'),
	pending: { color: 'var(--ink-muted)', on: 'var(--ink)', hatched: true }
} as const satisfies Record<Exclude<ResultId, 'total'>, Tone>;
