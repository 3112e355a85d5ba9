import { APPLICANT_INDICATORS } from './applicants.ts';
import { DISPUTE_INDICATORS } from './disputes.ts';
import { DOCUMENT_INDICATORS } from './documents.ts';
import type { Indicator } from './indicator.ts';
import { OUTCOME_INDICATORS } from './outcomes.ts';
import { QUALITY_INDICATORS } from './quality.ts';
import { REASON_INDICATORS } from './reasons.ts';
import { REQUEST_INDICATORS } from './requests.ts';

/** Every indicator, in the order of menus. */
export const INDICATORS: readonly Indicator[] = [
	...REQUEST_INDICATORS,
	...OUTCOME_INDICATORS,
	...REASON_INDICATORS,
	...APPLICANT_INDICATORS,
	...DISPUTE_INDICATORS,
	...DOCUMENT_INDICATORS,
	...QUALITY_INDICATORS
];

const BY_ID: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

/** The indicator of that id, as it may stand in an address; undefined where there is none. */
export function findIndicator(id: string): Indicator | undefined {
	return BY_ID.get(id);
}

export function indicator(id: string): Indicator {
	const found = BY_ID.get(id);
	if (!found) throw new Error(`unknown indicator: ${id}`);
	return found;
}
