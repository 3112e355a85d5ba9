import { DIVISION_LINES } from './data/divisions.ts';
import { shortNameOf, stemOf } from './place-names.ts';

export type DivisionLevel = 'province' | 'city' | 'county';

/** A code and name that a place bore; the years are those at whose end it was in force, 0 and Infinity where none is known. */
export interface DivisionRecord {
	readonly code: string;
	readonly name: string;
	readonly from: number;
	readonly to: number;
}

/** One place through its renames and recodings, latest record first; `key` is the code that it bore last. */
export interface Place {
	readonly key: string;
	readonly records: readonly DivisionRecord[];
}

interface PlaceIndex {
	readonly byKey: ReadonlyMap<string, Place>;
	readonly byName: ReadonlyMap<string, readonly Place[]>;
	readonly byStem: ReadonlyMap<string, readonly Place[]>;
	readonly byCode: ReadonlyMap<string, readonly Place[]>;
	readonly citiesWithCounties: ReadonlySet<string>;
}

const TOKEN = /^(\d\d)(\D+)(?:(\d{4})?-(\d{4})?)?(?:=(.+))?$/u;
export const LONGEST_NAME = 15;

/** The production and construction corps publishes beside the provinces and has no code in the list of divisions. */
const CORPS: Place = { key: 'xpcc', records: [{ code: 'xpcc', name: '新疆生产建设兵团', from: 0, to: Infinity }] };

function addTo<K>(map: Map<K, Place[]>, key: K, place: Place): void {
	const known = map.get(key);
	if (!known) map.set(key, [place]);
	else if (!known.includes(place)) known.push(place);
}

function readPlaces(): Map<string, Place> {
	const records = new Map<string, DivisionRecord[]>();
	for (const line of DIVISION_LINES.trim().split('\n')) {
		const [prefix = '', ...tokens] = line.split(' ');
		for (const token of tokens) {
			const [, digits = '', name = '', from, to, key] = TOKEN.exec(token) ?? [];
			const code = prefix + digits;
			const record = { code, name, from: from ? Number(from) : 0, to: to ? Number(to) : Infinity };
			const place = key ?? code;
			records.set(place, [...(records.get(place) ?? []), record]);
		}
	}
	const places = [...records].map(([key, all]): Place => ({ key, records: all.sort((a, b) => b.to - a.to) }));
	return new Map([...places, CORPS].map((place) => [place.key, place]));
}

function buildIndex(): PlaceIndex {
	const byKey = readPlaces();
	const byName = new Map<string, Place[]>();
	const byStem = new Map<string, Place[]>();
	const byCode = new Map<string, Place[]>();
	const citiesWithCounties = new Set<string>();
	for (const place of byKey.values()) {
		for (const { code, name } of place.records) {
			addTo(byName, name, place);
			addTo(byStem, stemOf(name), place);
			addTo(byCode, code, place);
			const short = shortNameOf(name);
			if (short !== null) addTo(byName, short, place);
			if (levelOfCode(code) === 'county') citiesWithCounties.add(code.slice(0, 4));
		}
	}
	return { byKey, byName, byStem, byCode, citiesWithCounties };
}

let index: PlaceIndex | null = null;
const places = (): PlaceIndex => (index ??= buildIndex());

export const levelOfCode = (code: string): DivisionLevel =>
	code.endsWith('0000') || code === CORPS.key ? 'province' : code.endsWith('00') ? 'city' : 'county';

const NONE: readonly Place[] = [];

/** The places that bear or bore this name or short name in full: 柳江县, 恩施州. */
export const placesNamed = (name: string): readonly Place[] => places().byName.get(name) ?? NONE;

/** The places whose name without its kind is this: 柳江, 宿城. */
export const placesStemmed = (stem: string): readonly Place[] => places().byStem.get(stem) ?? NONE;

/** The places that bear or bore this six-digit code; more than one where a code was given anew. */
export const placesCoded = (code: string): readonly Place[] => places().byCode.get(code) ?? NONE;

export const allPlaces = (): Iterable<Place> => places().byKey.values();

export const inForce = (record: DivisionRecord, year: number): boolean => record.from <= year && year <= record.to;

/** The record in force at the end of the year, or the nearest one; the latest where no year is known. */
export function recordIn(place: Place, year: number | null): DivisionRecord {
	const [latest, ...earlier] = place.records;
	if (!latest) throw new Error(`place without records: ${place.key}`);
	if (year === null) return latest;
	const distance = (record: DivisionRecord): number => Math.max(record.from - year, year - record.to, 0);
	return earlier.reduce((best, record) => (distance(record) < distance(best) ? record : best), latest);
}

const covers = (code: string, inner: string): boolean =>
	code !== inner &&
	((code.endsWith('0000') && inner.startsWith(code.slice(0, 2))) ||
		(code.endsWith('00') && inner.startsWith(code.slice(0, 4))));

/** Whether one place lay in the other at any time: 枞阳县 belongs to both 安庆市 and 铜陵市. */
export function isWithin(inner: Place, outer: Place): boolean {
	return inner.records.some((record) => outer.records.some((around) => covers(around.code, record.code)));
}

export const areRelated = (a: Place, b: Place): boolean => a === b || isWithin(a, b) || isWithin(b, a);

/** A prefecture without counties and districts, whose towns stand directly under it: 东莞, 中山, 儋州, 嘉峪关. */
export const hasNoCounties = (place: Place, year: number | null): boolean => {
	const { code } = recordIn(place, year);
	return levelOfCode(code) === 'city' && !places().citiesWithCounties.has(code.slice(0, 4));
};

/** Province, prefecture and county of a place as they were called in the year; null for what it lies above, or directly under. */
export interface PlaceNames {
	readonly code: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
}

function nameOfCode(code: string, year: number | null): string | null {
	const record = placesCoded(code)
		.flatMap((place) => place.records)
		.filter((candidate) => candidate.code === code)
		.toSorted((a, b) => b.to - a.to)
		.find((candidate, at, all) => at === all.length - 1 || year === null || candidate.from <= year);
	return record?.name ?? null;
}

export function namesOf(place: Place, year: number | null): PlaceNames {
	const { code, name } = recordIn(place, year);
	if (place === CORPS) return { code: null, province: name, city: null, county: null };
	const level = levelOfCode(code);
	return {
		code,
		province: nameOfCode(`${code.slice(0, 2)}0000`, year),
		city: level === 'province' ? null : level === 'city' ? name : nameOfCode(`${code.slice(0, 4)}00`, year),
		county: level === 'county' ? name : null
	};
}
