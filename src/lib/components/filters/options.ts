import { LEVELS } from '$lib/core/agencies/agency.ts';
import { indexNames, searchNames } from '$lib/core/agencies/name-search.ts';
import type { Named, NameIndex } from '$lib/core/agencies/name-search.ts';
import type { Locale } from '$lib/format/locale.ts';
import { familyName } from '$lib/format/families.ts';
import type { AgencyOption, FilterDimension, FilterOption, Filters } from '$lib/queries/index.ts';

/** One thing that can be chosen in a picker. */
export interface Choice {
	/** Which list of the filters it belongs to. */
	readonly filter: 'provinces' | 'cities' | 'counties' | 'levels' | 'families' | 'agencies';
	readonly value: string;
	readonly label: string;
	/** Told beside it, to tell namesakes apart. */
	readonly hint: string;
	/** Reports under it, with the other filters as they are. */
	readonly reports: number | null;
	/** What a search runs through. */
	readonly text: string;
	/** An agency's names, which are searched by pinyin and initials, too. */
	readonly named?: Named;
}

export interface FoundChoices {
	readonly found: readonly Choice[];
	/** How many were left out. */
	readonly more: number;
	/** The former name that the search found, by the value of its choice. */
	readonly former: ReadonlyMap<string, string>;
}

const isLevel = (value: string): value is keyof typeof LEVELS => value in LEVELS;

function choice(filter: Choice['filter'], option: FilterOption, label: string, hint: string): Choice {
	return {
		filter,
		value: option.value,
		label,
		hint,
		reports: option.reports,
		text: `${label} ${hint} ${option.value}`.toLowerCase()
	};
}

const of = (options: readonly FilterOption[], dimension: FilterDimension): FilterOption[] =>
	options.filter((option) => option.dimension === dimension);

const above = (...names: (string | null)[]): string => names.filter((name) => name !== null).join(' · ');

/** Provinces, cities and counties in one list, each after what it lies in. */
export function placeChoices(options: readonly FilterOption[]): Choice[] {
	const keyed = [
		...of(options, 'province').map((option) => ({
			key: option.value,
			made: choice('provinces', option, option.value, '')
		})),
		...of(options, 'city').map((option) => ({
			key: above(option.province, option.value),
			made: choice('cities', option, option.value, above(option.province))
		})),
		...of(options, 'county').map((option) => ({
			key: above(option.province, option.city, option.value),
			made: choice('counties', option, option.value, above(option.province, option.city))
		}))
	];
	return keyed.sort((a, b) => a.key.localeCompare(b.key, 'zh-CN')).map(({ made }) => made);
}

/** Levels from the centre down. */
export function levelChoices(options: readonly FilterOption[], locale: Locale): Choice[] {
	const order = Object.keys(LEVELS);
	return of(options, 'level')
		.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
		.map((option) => choice('levels', option, isLevel(option.value) ? LEVELS[option.value][locale] : option.value, ''));
}

export function familyChoices(options: readonly FilterOption[], locale: Locale): Choice[] {
	return of(options, 'family').map((option) => choice('families', option, familyName(option.value, locale), ''));
}

/** Agencies by their newest name; a search finds earlier names, too. */
export function agencyChoices(agencies: readonly AgencyOption[]): Choice[] {
	return agencies.map((agency) => {
		const beside = [agency.province, agency.city, agency.county, agency.agency_id]
			.filter((one) => one !== null)
			.join(' ');
		return {
			filter: 'agencies',
			value: agency.agency_id,
			label: agency.agency,
			hint: above(agency.province, agency.city, agency.county),
			reports: agency.years.length,
			text: `${agency.names.join(' ')} ${beside}`.toLowerCase(),
			named: { names: agency.names, pinyin: agency.pinyin, beside }
		};
	});
}

const NO_FORMER: ReadonlyMap<string, string> = new Map();
const indexes = new WeakMap<readonly Choice[], NameIndex>();

function searchAgencies(choices: readonly Choice[], search: string, limit: number): FoundChoices {
	let index = indexes.get(choices);
	if (!index) {
		index = indexNames(choices.map(({ named, label }) => named ?? { names: [label], pinyin: [] }));
		indexes.set(choices, index);
	}
	const { found, more } = searchNames(index, search, limit);
	const former = new Map<string, string>();
	const chosen = found.flatMap(({ at, name }) => {
		const choice = choices[at];
		const found = choice?.named?.names[name];
		if (choice && found !== undefined && found !== choice.label) former.set(choice.value, found);
		return choice ? [choice] : [];
	});
	return { found: chosen, more, former };
}

/** At most `limit` choices in which every word of the search stands; agencies best first, by characters, pinyin or initials. */
export function searchChoices(choices: readonly Choice[], search: string, limit: number): FoundChoices {
	const words = search
		.toLowerCase()
		.split(/\s+/u)
		.filter((word) => word !== '');
	if (words.length > 0 && choices[0]?.named) return searchAgencies(choices, search, limit);
	const found = words.length === 0 ? choices : choices.filter(({ text }) => words.every((word) => text.includes(word)));
	return { found: found.slice(0, limit), more: Math.max(0, found.length - limit), former: NO_FORMER };
}

export function isChosen(filters: Filters, { filter, value }: Choice): boolean {
	return filters[filter].includes(value);
}

/** The change of the filters that takes the choice in, or out if it is in. */
export function toggled(filters: Filters, { filter, value }: Pick<Choice, 'filter' | 'value'>): Partial<Filters> {
	const list = filters[filter];
	return { [filter]: list.includes(value) ? list.filter((one) => one !== value) : [...list, value] };
}
