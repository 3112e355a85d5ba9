import type { Indicator } from '$lib/core/indicators/index.ts';
import { OUTCOME_TONES } from '../figures/tones.ts';

const isOutcome = (id: string): id is keyof typeof OUTCOME_TONES => id in OUTCOME_TONES;

/** The paint of an indicator: an outcome's own, the red of correction, else none that means anything. */
export function indicatorTone({ id }: Indicator): string {
	const base = id.replace(/_(?:rate|share)$/u, '');
	if (isOutcome(base)) return OUTCOME_TONES[base].color;
	if (base === 'disclosure' || base === 'merits_disclosure') return OUTCOME_TONES.granted.color;
	return id.includes('correction_rate') ? OUTCOME_TONES.denied.color : 'var(--line)';
}
