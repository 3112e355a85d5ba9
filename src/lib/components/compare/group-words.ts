import { familyName } from '$lib/format/families.ts';
import { scopeName } from '$lib/format/scopes.ts';
import { m } from '$lib/paraglide/messages.js';
import { sharedPlace } from '$lib/queries/index.ts';
import type { PeerBody, Reach } from '$lib/queries/index.ts';
import { locale } from '../language.ts';

/** The kind of body: its department family, else its scope. */
export function kindName({ family, scope }: Pick<PeerBody, 'family' | 'scope'>): string {
	return family === null ? scopeName(scope, locale()) : familyName(family, locale());
}

/** The place that the peers share: the nearest of its parts. */
export function reachPlace(of: PeerBody, reach: Reach): string {
	const parts = sharedPlace(of.scope, reach).flatMap((column) => of[column] ?? []);
	return parts.at(-1) ?? m.compare_whole();
}

const REACH_NAMES: Readonly<Record<Reach, () => string>> = {
	parent: m.compare_reach_parent,
	province: m.compare_reach_province,
	nation: m.compare_reach_nation
};
export const reachName = (reach: Reach): string => REACH_NAMES[reach]();
