import { LEVELS } from '$lib/core/agencies/agency.ts';
import { familyName } from '$lib/format/families.ts';
import { joinList } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatNumber, formatYears } from '$lib/format/numbers.ts';
import { m } from '$lib/paraglide/messages.js';
import type { Filters } from '$lib/queries/index.ts';
import type { Choice } from './options.ts';

export interface ChoiceLists {
	readonly places: readonly Choice[];
	readonly levels: readonly Choice[];
	readonly families: readonly Choice[];
	readonly agencies: readonly Choice[];
}

export const FILTER_PARTS = ['years', 'places', 'levels', 'families', 'agencies'] as const;
export type FilterPartId = (typeof FILTER_PARTS)[number];

/** One chip of the sentence: what it is about, and what is chosen. */
export interface FilterPart {
	readonly id: FilterPartId;
	readonly label: string;
	readonly value: string;
	readonly active: boolean;
}

/** The names of what is chosen: up to two in full, of more the first and how many. */
function chosenText(names: readonly string[], all: string, locale: Locale): string {
	if (names.length === 0) return all;
	if (names.length <= 2) return joinList(names, locale);
	return m.and_others({ first: names[0] ?? '', count: formatNumber(names.length) });
}

function yearsText(chosen: readonly number[], years: readonly number[]): string {
	const shown = chosen.length > 0 ? chosen : years;
	return shown.length === 0
		? m.all_years()
		: m.years_chosen({ years: formatYears(Math.min(...shown), Math.max(...shown)) });
}

/** The filters as a sentence in chips: years · places · levels · families · agencies. */
export function filterParts(
	filters: Filters,
	years: readonly number[],
	lists: ChoiceLists,
	locale: Locale
): FilterPart[] {
	const levelName = (level: string): string => (level in LEVELS ? LEVELS[level as keyof typeof LEVELS][locale] : level);
	const agencyName = (id: string): string => lists.agencies.find((choice) => choice.value === id)?.label ?? id;
	const places = [...filters.provinces, ...filters.cities, ...filters.counties];
	const part = (id: FilterPartId, label: string, names: readonly string[], all: string): FilterPart => ({
		id,
		label,
		value: chosenText(names, all, locale),
		active: names.length > 0
	});
	return [
		{ id: 'years', label: m.filter_years(), value: yearsText(filters.years, years), active: filters.years.length > 0 },
		part('places', m.filter_places(), places, m.all_places()),
		part('levels', m.filter_levels(), filters.levels.map(levelName), m.all_levels()),
		part(
			'families',
			m.filter_families(),
			filters.families.map((family) => familyName(family, locale)),
			m.all_families()
		),
		part('agencies', m.filter_agencies(), filters.agencies.map(agencyName), m.all_agencies())
	];
}
