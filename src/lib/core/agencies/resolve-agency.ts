import type { Agency, AgencyProblem, Level, UnitType } from './agency.ts';
import type { AgencyContext, EvidenceSource } from './evidence.ts';
import { borneIn, manifestPlaces } from './evidence.ts';
import { overrideFor } from './overrides.ts';
import type { AgencyOverride } from './overrides.ts';
import { inForce, levelOfCode, namesOf, placesCoded, recordIn } from './places.ts';
import type { Place, PlaceNames } from './places.ts';
import { readAddress } from './address.ts';
import { readName } from './read-name.ts';
import type { ReadName } from './read-name.ts';
import { settlePlace } from './settle-place.ts';
import type { Settled } from './settle-place.ts';

export interface ResolveContext extends AgencyContext {
	/** Rows of data/agencies.csv; they go before every rule. */
	readonly overrides?: readonly AgencyOverride[];
}

export interface ResolvedAgency {
	readonly agency: Agency;
	readonly problems: readonly AgencyProblem[];
	/** What its place was told by; null where the place is not known. */
	readonly placedBy: EvidenceSource | 'name' | null;
}

const UNSETTLED: Settled = { place: null, around: [], suggested: [], differs: null, source: null };
const NOWHERE: PlaceNames = { code: null, province: null, city: null, county: null };
const LEVEL_OF_KIND: Readonly<Record<string, Level>> = {
	省: 'province',
	州: 'city',
	盟: 'city',
	县: 'county',
	区: 'county',
	旗: 'county'
};

const fullName = (place: Place, year: number | null): string => {
	const { province, city, county } = namesOf(place, year);
	return [province, city, county].filter((part) => part !== null).join('');
};

const listOf = (places: readonly Place[], year: number | null): string =>
	places.map((place) => fullName(place, year)).join('、');

const same = <T>(values: readonly T[]): T | null => {
	const [first = null, ...others] = new Set(values);
	return others.length === 0 ? first : null;
};

/** What all places in question have in common; a county only of a place that is known. */
function commonNames(around: readonly Place[], year: number | null): PlaceNames {
	const all = around.map((place) => namesOf(place, year));
	const [only] = all;
	if (only && all.length === 1) return { ...only, code: null };
	return { ...NOWHERE, province: same(all.map(({ province }) => province)), city: same(all.map(({ city }) => city)) };
}

function levelOf(name: ReadName, { place, around }: Settled, year: number | null): Level | null {
	const { body, plain, central } = name;
	if (central) return 'central';
	if (body.type === 'township') return 'township';
	if (body.family?.family === 'customs' || /^第[一二三四五六七八九十]+师/u.test(body.slug)) return null;
	if (place) return levelOfCode(recordIn(place, year).code);
	if (body.kind !== null && body.kind !== '市') return LEVEL_OF_KIND[body.kind] ?? null;
	if (body.kind === null && around.length > 1)
		return same(around.map((other) => levelOfCode(recordIn(other, year).code)));
	return /[^公]厅$/u.test(plain) && body.type === 'department' ? 'province' : null;
}

function problemsOf(name: ReadName, settled: Settled, level: Level | null, context: ResolveContext): AgencyProblem[] {
	const { place, suggested, differs } = settled;
	const { year } = context;
	const problems: AgencyProblem[] = [];
	if (name.central) return problems;
	const declare = (code: AgencyProblem['code'], found: string, expected: string): void => {
		problems.push(expected === '' ? { code, found } : { code, found, expected });
	};
	if (!place) {
		const code = suggested.length > 1 ? 'agency/place-ambiguous' : 'agency/place-unknown';
		declare(code, name.plain, listOf(suggested, year));
	} else {
		const known = place.records.some((record) => year === null || inForce(record, year));
		const { from, to } = recordIn(place, year);
		if (!known)
			declare(
				'agency/place-not-in-year',
				fullName(place, year),
				`${String(from || '')}-${to === Infinity ? '' : String(to)}`
			);
		if (level === null) declare('agency/level-unknown', name.plain, '');
	}
	if (differs) declare('agency/place-differs', name.plain, listOf(differs.places, year));
	if (context.place && manifestPlaces(context)?.length === 0) declare('agency/place-not-understood', context.place, '');
	return problems;
}

/** 盐城市公安局盐都分局 is 盐都's police; a branch that works elsewhere or for a zone keeps the words behind its bureau. */
function ownSlug({ body }: ReadName, place: Place): string {
	const { workplace, slug } = body;
	if (workplace === null) return slug;
	const worksThere = place.records.some(
		({ code, name }) => levelOfCode(code) === 'county' && name.startsWith(workplace)
	);
	return worksThere ? slug : `${slug}.${workplace}`;
}

function idOf(name: ReadName, place: Place | null, address: string | null | undefined): string {
	if (name.central) return `central-${name.body.slug}`;
	if (place) return `${place.key}-${ownSlug(name, place)}`;
	const host = address ? readAddress(address).host : null;
	return ['unplaced', name.plain, host].filter((part) => part !== null && part !== '').join('-');
}

/** The place of a row of data/agencies.csv stands against everything else. */
function settleByHand(code: string, year: number | null): Settled {
	const [place = null] = borneIn(placesCoded(code), year, (_name, own) => own === code);
	return { ...UNSETTLED, place, source: 'manifest' };
}

function settle(name: ReadName, override: AgencyOverride | null, context: ResolveContext): Settled {
	if (override?.unlisted) return { ...UNSETTLED, source: 'manifest' };
	if (override?.code) return settleByHand(override.code, context.year);
	return name.central ? UNSETTLED : settlePlace(name, context);
}

/**
 * Resolves an agency from its name and what else is known of the report: place, level, kind of body and department family.
 * Never throws and never guesses: what the evidence leaves open is null, with a problem that says so.
 */
export function resolveAgency(printed: string, context: ResolveContext): ResolvedAgency {
	const { year } = context;
	const name = readName(printed);
	const override = overrideFor(name.plain, year, context.overrides);
	const settled = settle(name, override, context);
	const { place, around } = settled;
	const level = override?.level ?? levelOf(name, settled, year);
	const { body } = name;
	const type: UnitType = override?.type ?? body.type;
	const merged = body.family?.merged ?? [];
	const unlisted = override?.unlisted ?? null;
	const names = unlisted ?? (place ? namesOf(place, year) : commonNames(around, year));
	const agency: Agency = {
		id: override?.id ?? idOf(name, place, context.address),
		name: name.plain,
		...names,
		township: body.township,
		level,
		type,
		family: override?.family ?? body.family?.family ?? null,
		...(merged.length > 0 ? { merged } : {})
	};
	if (unlisted !== null) {
		const unknown: AgencyProblem[] = level === null ? [{ code: 'agency/level-unknown', found: name.plain }] : [];
		return { agency, problems: unknown, placedBy: 'manifest' };
	}
	return { agency, problems: problemsOf(name, settled, level, context), placedBy: settled.source };
}
