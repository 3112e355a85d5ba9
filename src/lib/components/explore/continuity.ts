import type { Scope } from '$lib/core/dataset/tables.ts';
import type { AgencyOption, Grouping } from '$lib/queries/index.ts';
import { joinedYears } from '../figures/continuity.ts';
import type { Joined } from './panels.ts';

/** A member's key as the rows of results give it; null where the grouping does not part the agencies. */
function keyOf(agency: AgencyOption, grouping: Grouping | null): string | null {
	switch (grouping) {
		case 'province':
			return String(agency.province);
		case 'city':
			return [agency.province, agency.city].map(String).join('\t');
		case 'county':
			return [agency.province, agency.city, agency.county].map(String).join('\t');
		case 'family':
			return String(agency.family);
		case 'agency':
			return agency.agency_id;
		case 'level':
			return `${agency.scope}\t${String(agency.level)}`;
		default:
			return null;
	}
}

/** Which years of a scope, or of a member in it, may be joined by a line: the same agencies report in both. */
export function continuity(agencies: readonly AgencyOption[], split: Grouping | null): Joined {
	const parts = new Map<string, AgencyOption[]>();
	for (const agency of agencies) {
		const key = keyOf(agency, split) ?? '';
		const list = parts.get(key) ?? [];
		list.push(agency);
		parts.set(key, list);
	}
	const joined = new Map([...parts].map(([key, list]) => [key, joinedYears(list)]));
	return (scope, member, year) => {
		const part = keyed(split) ? (member?.key ?? '') : '';
		const own = split === 'level' ? part.split('\t')[0] : scope;
		return joined.get(part)?.(own as Scope, year) ?? false;
	};
}

const keyed = (split: Grouping | null): boolean =>
	split !== null && split !== 'applicant' && split !== 'outcome' && split !== 'year';
