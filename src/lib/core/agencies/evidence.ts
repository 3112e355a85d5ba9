import { readAddress } from './address.ts';
import { placesOfHost } from './host-places.ts';
import { inForce, isWithin, placesCoded } from './places.ts';
import type { Place } from './places.ts';
import { plainName } from './plain-name.ts';
import { readLeadingPlace } from './read-place.ts';

/** What an agency's name is resolved with; `place` is the manifest's and overrules the name. */
export interface AgencyContext {
	/** The report year. */
	readonly year: number | null;
	/** Address of the page that the report was collected from. */
	readonly address?: string | null;
	/** Division code or full place name. */
	readonly place?: string | null;
	/** Names of agencies collected beside it, or of the folder. */
	readonly hints?: readonly string[];
}

/** Where a place was learnt from, the firmest first. */
export type EvidenceSource = 'manifest' | 'code' | 'host' | 'hints';

export interface Evidence {
	readonly source: EvidenceSource;
	readonly places: readonly Place[];
}

/** The places of a code of 2 to 12 digits; of a code that no division bears (zones of the statistical list), those of its prefecture. */
function placesOfCode(digits: string): readonly Place[] {
	const code = digits.slice(0, 6).padEnd(6, '0');
	const exact = placesCoded(code);
	return exact.length > 0 ? exact : placesCoded(`${code.slice(0, 4)}00`);
}

function placesOfText(text: string): readonly Place[] {
	const plain = plainName(text);
	return /^\d{2,12}$/u.test(plain) ? placesOfCode(plain) : (readLeadingPlace(plain)?.places ?? []);
}

/** Of several places with one name or code, those that bore it in the year; all of them where none did or no year is known. */
export function borneIn(
	places: readonly Place[],
	year: number | null,
	test: (name: string, code: string) => boolean
): readonly Place[] {
	if (year === null || places.length < 2) return places;
	const borne = places.filter((place) =>
		place.records.some((record) => test(record.name, record.code) && inForce(record, year))
	);
	return borne.length > 0 ? borne : places;
}

/** Neighbours tell a place only if they agree: all of one place, or of places within one of them. */
function placesOfHints(hints: readonly string[]): readonly Place[] {
	const sets = hints.map(placesOfText).filter((places) => places.length > 0);
	const [first = [], ...others] = sets;
	const common = first.filter((place) =>
		others.every((places) => places.some((other) => other === place || isWithin(other, place)))
	);
	if (common.length > 0) return common;
	return sets
		.flat()
		.filter((place) => sets.every((places) => places.some((other) => other === place || isWithin(other, place))));
}

/** The manifest's place, or an empty list where it cannot be read; null where the manifest names none. */
export const manifestPlaces = ({ place, year }: AgencyContext): readonly Place[] | null =>
	place ? borneIn(placesOfText(place), year, (name, code) => place.includes(name) || place.startsWith(code)) : null;

/** Everything but the name that tells a place, the firmest first. */
export function gatherEvidence(context: AgencyContext): Evidence[] {
	const { host, places } = context.address ? readAddress(context.address) : { host: null, places: [] };
	const all: Evidence[] = [
		{ source: 'manifest', places: manifestPlaces(context) ?? [] },
		{ source: 'code', places },
		{ source: 'host', places: host === null ? [] : placesOfHost(host) },
		{ source: 'hints', places: placesOfHints(context.hints ?? []) }
	];
	return all.filter((evidence) => evidence.places.length > 0);
}
