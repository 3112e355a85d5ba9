import type { Scope } from './tables.ts';
import type { AttributedEntry } from './versions.ts';

/** Whose figures a government's report on its region sums up: the bodies of its level, and the level below. */
const PARTS: Readonly<Partial<Record<Scope, readonly Scope[]>>> = {
	county_summary: ['county_own', 'township_own'],
	city_summary: ['city_own', 'county_summary'],
	province_summary: ['province_own', 'city_summary']
};
/** Whether a report of that scope is on a region, so that it can be told which bodies are below. */
export const hasRegion = (scope: Scope): boolean => PARTS[scope] !== undefined;

const PLACE_OF: Readonly<Partial<Record<Scope, (entry: AttributedEntry) => string | null>>> = {
	county_summary: ({ attributed: { agency } }) => joined(agency.province, agency.city, agency.county),
	city_summary: ({ attributed: { agency } }) => joined(agency.province, agency.city),
	province_summary: ({ attributed: { agency } }) => agency.province
};

/** A district of a municipality has no city. */
const joined = (province: string | null, ...below: readonly (string | null)[]): string | null =>
	province === null || below.at(-1) === null ? null : [province, ...below].map((part) => part ?? '').join('/');

/** The reports that a summary sums up, as far as they are at hand. */
export class BodiesBelow {
	readonly #byPlace = new Map<string, AttributedEntry[]>();

	constructor(entries: Iterable<AttributedEntry>) {
		for (const entry of entries) {
			const { scope, year } = entry.attributed;
			for (const [summary, parts] of Object.entries(PARTS) as [Scope, readonly Scope[]][]) {
				const place = parts.includes(scope) ? PLACE_OF[summary]?.(entry) : null;
				if (place === null || place === undefined) continue;
				const key = `${summary} ${String(year)} ${place}`;
				const known = this.#byPlace.get(key);
				if (known) known.push(entry);
				else this.#byPlace.set(key, [entry]);
			}
		}
	}

	/** In its year, or in another. */
	of(summary: AttributedEntry, year = summary.attributed.year): readonly AttributedEntry[] {
		const { scope } = summary.attributed;
		const place = PLACE_OF[scope]?.(summary) ?? null;
		return place === null ? [] : (this.#byPlace.get(`${scope} ${String(year)} ${place}`) ?? []);
	}
}
