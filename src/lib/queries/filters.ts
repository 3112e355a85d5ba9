import { LEVELS } from '../core/agencies/agency.ts';
import { SCOPES } from '../core/dataset/tables.ts';
import { identifier, literal } from '../db/sql.ts';

/** What the reader has chosen. An empty list takes in everything. */
export interface Filters {
	readonly years: readonly number[];
	readonly provinces: readonly string[];
	readonly cities: readonly string[];
	readonly counties: readonly string[];
	/** Keys of LEVELS. */
	readonly levels: readonly string[];
	/** Keys of department families. */
	readonly families: readonly string[];
	/** Keys of SCOPES. */
	readonly scopes: readonly string[];
	/** Agency ids. */
	readonly agencies: readonly string[];
	/** Leaves out reports that fail a hard rule. */
	readonly withoutFailing: boolean;
}

export const NO_FILTERS: Filters = {
	years: [],
	provinces: [],
	cities: [],
	counties: [],
	levels: [],
	families: [],
	scopes: [],
	agencies: [],
	withoutFailing: false
};

interface TextField {
	readonly filter: Exclude<keyof Filters, 'years' | 'withoutFailing'>;
	/** Its name in the address. */
	readonly param: string;
	/** Its column in the dataset. */
	readonly column: string;
	/** The values there are, where they do not depend on the dataset. */
	readonly values?: ReadonlySet<string>;
}

const TEXT_FIELDS: readonly TextField[] = [
	{ filter: 'provinces', param: 'province', column: 'province' },
	{ filter: 'cities', param: 'city', column: 'city' },
	{ filter: 'counties', param: 'county', column: 'county' },
	{ filter: 'levels', param: 'level', column: 'level', values: new Set(Object.keys(LEVELS)) },
	{ filter: 'families', param: 'family', column: 'family' },
	{ filter: 'scopes', param: 'scope', column: 'scope', values: new Set(Object.keys(SCOPES)) },
	{ filter: 'agencies', param: 'agency', column: 'agency_id' }
];
const YEAR_PARAM = 'year';
const WITHOUT_PARAM = 'without';
const FAILING = 'failing';

const byNumber = (a: number, b: number): number => a - b;
const sortedYears = (years: Iterable<number>): number[] => [...new Set(years)].sort(byNumber);
const sortedTexts = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** The years of `2019`, `2019-2023` or `2019,2021-2023`; null where a part is none of these. */
function parseYears(text: string): number[] | null {
	const years: number[] = [];
	for (const part of text.split(',')) {
		const match = /^(\d{4})(?:-(\d{4}))?$/u.exec(part);
		const first = Number(match?.[1]);
		const last = Number(match?.[2] ?? match?.[1]);
		if (!match || last < first) return null;
		for (let year = first; year <= last; year++) years.push(year);
	}
	return years;
}

function formatYears(years: readonly number[]): string {
	const runs: { first: number; last: number }[] = [];
	for (const year of sortedYears(years)) {
		const run = runs.at(-1);
		if (run && run.last + 1 === year) run.last = year;
		else runs.push({ first: year, last: year });
	}
	return runs.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}

/**
 * Reads `year=2019-2023&province=…&province=…`. What is not understood comes back as `name=value` in `unknown`;
 * `alsoKnown` names the page's own parameters, which are passed over.
 */
export function filtersFromParams(
	params: URLSearchParams,
	alsoKnown: readonly string[] = []
): { filters: Filters; unknown: string[] } {
	const unknown: string[] = [];
	const years = new Set<number>();
	let withoutFailing = false;
	const texts = new Map<TextField, Set<string>>(TEXT_FIELDS.map((field) => [field, new Set()]));
	for (const [name, value] of params) {
		const field = TEXT_FIELDS.find((candidate) => candidate.param === name);
		const parsed = name === YEAR_PARAM ? parseYears(value) : null;
		if (parsed) for (const year of parsed) years.add(year);
		else if (name === WITHOUT_PARAM && value === FAILING) withoutFailing = true;
		else if (field && value !== '' && (!field.values || field.values.has(value))) texts.get(field)?.add(value);
		else if (!alsoKnown.includes(name)) unknown.push(`${name}=${value}`);
	}
	const chosen = Object.fromEntries([...texts].map(([field, values]) => [field.filter, sortedTexts(values)]));
	return { filters: { ...NO_FILTERS, ...chosen, years: sortedYears(years), withoutFailing }, unknown };
}

/** The shortest parameters that read back as the same filters; equal filters give equal parameters. */
export function filtersToParams(filters: Filters): URLSearchParams {
	const params = new URLSearchParams();
	if (filters.years.length > 0) params.append(YEAR_PARAM, formatYears(filters.years));
	for (const { filter, param } of TEXT_FIELDS)
		for (const value of sortedTexts(filters[filter])) params.append(param, value);
	if (filters.withoutFailing) params.append(WITHOUT_PARAM, FAILING);
	return params;
}

/** The names of the parameters that filters take in the address. */
export const FILTER_PARAMS: readonly string[] = [YEAR_PARAM, ...TEXT_FIELDS.map((field) => field.param), WITHOUT_PARAM];

/** That a report fails a hard rule; `alias` stands for `reports`. */
export function failingSql(alias: string): string {
	return `${identifier(alias)}."hard_fail" > 0`;
}

/** The filters as an SQL condition on the columns of `alias`, which stands for `reports`; `TRUE` where nothing is chosen. */
export function where(filters: Filters, alias: string): string {
	const one = (column: string, literals: readonly string[]): string[] =>
		literals.length > 0 ? [`${identifier(alias)}.${identifier(column)} IN (${literals.join(', ')})`] : [];
	const conditions = [
		...one('year', sortedYears(filters.years).map(String)),
		...TEXT_FIELDS.flatMap(({ filter, column }) => one(column, sortedTexts(filters[filter]).map(literal))),
		...(filters.withoutFailing ? [`NOT (${failingSql(alias)})`] : [])
	];
	return conditions.length > 0 ? conditions.join(' AND ') : 'TRUE';
}
