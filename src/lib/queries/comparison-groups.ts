import type { Level } from '../core/agencies/agency.ts';
import type { Scope } from '../core/dataset/tables.ts';
import { identifier, literal } from '../db/sql.ts';

/** A government's place: the parts below its own level are null. */
export interface Region {
	readonly level: Extract<Level, 'province' | 'city' | 'county'>;
	readonly province: string;
	/** Null also for a district of a municipality and a county directly under its province. */
	readonly city: string | null;
	readonly county: string | null;
}

/** How far peers are taken from: those under the same government, of the province, of the whole dataset. */
export const REACHES = ['parent', 'province', 'nation'] as const;
export type Reach = (typeof REACHES)[number];

/** What must be known of an agency to tell its peers. */
export interface PeerBody {
	readonly agency_id: string;
	readonly scope: Scope;
	readonly family: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
}

/** Which reports are set side by side. */
export type ComparisonGroup =
	| { readonly kind: 'agencies'; readonly ids: readonly string[] }
	| { readonly kind: 'region'; readonly region: Region }
	| { readonly kind: 'peers'; readonly of: PeerBody; readonly reach: Reach };

/** Whether peers can be told at all: bodies of no known family, and of no known level, have none. */
export function hasPeers({ scope, family }: Pick<PeerBody, 'scope' | 'family'>): boolean {
	if (scope === 'unknown') return false;
	return family !== null || scope.endsWith('_summary') || scope === 'township_own';
}

type PlaceColumn = 'province' | 'city' | 'county';

/** The place that bodies under the same government share; none for those under the centre. */
const PARENT_PLACE: Readonly<Record<Scope, readonly PlaceColumn[]>> = {
	central_own: [],
	province_summary: [],
	province_own: [],
	city_summary: ['province'],
	city_own: ['province'],
	county_summary: ['province', 'city'],
	county_own: ['province', 'city'],
	township_own: ['province', 'city', 'county'],
	unknown: []
};

/** The place that peers of that reach share. */
export function sharedPlace(scope: Scope, reach: Reach): readonly PlaceColumn[] {
	if (reach === 'nation') return [];
	return reach === 'parent' ? PARENT_PLACE[scope] : PARENT_PLACE[scope].slice(0, 1);
}

/** The reaches that tell different peers apart for that scope, the nearest first. */
export function reachesOf(scope: Scope): readonly Reach[] {
	const widths = REACHES.map((reach) => sharedPlace(scope, reach).length);
	return REACHES.filter((_, index) => index === widths.length - 1 || widths[index] !== widths[index + 1]);
}

const same = (alias: string, column: string, value: string | null): string =>
	value === null
		? `${identifier(alias)}.${identifier(column)} IS NULL`
		: `${identifier(alias)}.${identifier(column)} = ${literal(value)}`;

/** A family's bodies beside the main one bear its line in their id: `320800-market.industry`. */
function lineSql({ agency_id, family }: PeerBody, alias: string): string[] {
	if (family === null) return [];
	const id = `${identifier(alias)}.agency_id`;
	const at = agency_id.lastIndexOf(`-${family}.`);
	return [
		same(alias, 'family', family),
		at < 0 ? `NOT contains(${id}, ${literal(`-${family}.`)})` : `suffix(${id}, ${literal(agency_id.slice(at))})`
	];
}

/** The group as an SQL condition on the columns of `alias`, which stands for `reports`. An empty or unknowable group takes in nothing. */
export function groupSql(group: ComparisonGroup, alias: string): string {
	if (group.kind === 'agencies') {
		const ids = [...new Set(group.ids)].sort();
		return ids.length === 0 ? 'FALSE' : `${identifier(alias)}.agency_id IN (${ids.map(literal).join(', ')})`;
	}
	if (group.kind === 'region') {
		const { level, province, city, county } = group.region;
		const places: Record<Region['level'], readonly string[]> = {
			province: [],
			city: [same(alias, 'city', city)],
			county: [same(alias, 'city', city), same(alias, 'county', county)]
		};
		return [same(alias, 'level', level), same(alias, 'province', province), ...places[level]].join(' AND ');
	}
	const { of, reach } = group;
	if (!hasPeers(of)) return 'FALSE';
	return [
		same(alias, 'scope', of.scope),
		...sharedPlace(of.scope, reach).map((column) => same(alias, column, of[column])),
		...lineSql(of, alias)
	].join(' AND ');
}
