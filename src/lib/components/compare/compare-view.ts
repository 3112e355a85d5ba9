import { APPLICANT_COLUMNS } from '$lib/core/form/index.ts';
import { findIndicator, indicator } from '$lib/core/indicators/index.ts';
import type { Indicator } from '$lib/core/indicators/index.ts';
import { REACHES } from '$lib/queries/index.ts';
import type { Filters, Reach, Region } from '$lib/queries/index.ts';

/** What is set side by side. */
export const COMPARE_MODES = ['departments', 'family', 'agencies', 'peers', 'years'] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];

export const CELL_STYLES = ['bars', 'heat', 'trend'] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

/** The columns of table three that the two years are compared in; `all` takes them all. */
export const PAIR_COLUMNS: readonly string[] = [
	'total',
	...APPLICANT_COLUMNS.map(({ id }) => id).filter((id) => id !== 'total'),
	'all'
];

/** The page's own parameters. */
export const COMPARE_PARAMS = ['mode', 'ind', 'cells', 'sort', 'open', 'reach', 'rate', 'pair', 'column'] as const;
export type CompareParam = (typeof COMPARE_PARAMS)[number];

export const DEFAULT_INDICATORS: readonly string[] = [
	...['new', 'closed', 'disclosure_rate', 'denied_rate', 'unable_rate', 'unprocessed_rate', 'review', 'correction_rate']
];
export const MOST_INDICATORS = 12;
export const DEFAULT_RATE = 'disclosure_rate';

export interface Sort {
	/** An indicator's id, or `agency` for the name. */
	readonly by: string;
	readonly descending: boolean;
}

export interface CompareSettings {
	readonly mode: CompareMode;
	readonly indicators: readonly Indicator[];
	readonly cells: CellStyle;
	readonly sort: Sort;
	/** The agency whose row is open. */
	readonly open: string | null;
	/** null: the widest that the dataset has. */
	readonly reach: Reach | null;
	/** The share of the funnel plot. */
	readonly rate: Indicator;
	/** The two years set side by side; null: the newest two. */
	readonly pair: readonly [number, number] | null;
	readonly column: string;
	/** What of the address was not understood: `name=value`. */
	readonly unknown: readonly string[];
}

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T => list.some((one) => one === text);

/** Reads the page's own parameters; what is not understood is told, and the rest holds. */
export function compareSettings(
	param: (name: CompareParam) => string | null,
	filters: Pick<Filters, 'agencies' | 'provinces'>
): CompareSettings {
	const unknown: string[] = [];
	const read = <T>(name: CompareParam, parse: (text: string) => T | null, otherwise: T): T => {
		const text = param(name);
		if (text === null) return otherwise;
		const value = parse(text);
		if (value === null) unknown.push(`${name}=${text}`);
		return value ?? otherwise;
	};
	const oneOf =
		<T extends string>(list: readonly T[]) =>
		(text: string): T | null =>
			isOneOf(list, text) ? text : null;
	const indicators = readIndicators(param('ind'), unknown);
	const columns = [...indicators.map(({ id }) => id), 'agency'];
	return {
		mode: read('mode', oneOf(COMPARE_MODES), filters.agencies.length > 0 ? 'agencies' : 'departments'),
		indicators,
		cells: read('cells', oneOf(CELL_STYLES), 'bars'),
		sort: read('sort', (text) => parseSort(text, columns), { by: columns[0] ?? 'agency', descending: true }),
		open: param('open'),
		reach: read('reach', oneOf(REACHES), null),
		rate: read('rate', parseRate, indicator(DEFAULT_RATE)),
		pair: read('pair', parsePair, null),
		column: read('column', oneOf(PAIR_COLUMNS), 'total'),
		unknown
	};
}

/** `new,closed`: those that are known, at most `MOST_INDICATORS`, each once. */
function readIndicators(text: string | null, unknown: string[]): readonly Indicator[] {
	const ids = text === null ? [] : [...new Set(text.split(','))];
	const found = ids.flatMap((id) => findIndicator(id) ?? []);
	const lost = [...ids.filter((id) => !findIndicator(id)), ...found.slice(MOST_INDICATORS).map(({ id }) => id)];
	if (lost.length > 0) unknown.push(`ind=${lost.join(',')}`);
	return found.length > 0 ? found.slice(0, MOST_INDICATORS) : DEFAULT_INDICATORS.map(indicator);
}

function parseSort(text: string, columns: readonly string[]): Sort | null {
	const descending = text.startsWith('-');
	const by = descending ? text.slice(1) : text;
	return columns.includes(by) ? { by, descending } : null;
}

const parseRate = (id: string): Indicator | null => {
	const found = findIndicator(id);
	return found?.part ? found : null;
};

function parsePair(text: string): readonly [number, number] | null {
	const match = /^(\d{4}),(\d{4})$/u.exec(text);
	if (!match || match[1] === match[2]) return null;
	return [Number(match[1]), Number(match[2])];
}

export const sortText = ({ by, descending }: Sort): string => `${descending ? '-' : ''}${by}`;

/** The place that the filters name, down to its own level; null where they name none. Of several places the first counts. */
export function regionOf({
	provinces,
	cities,
	counties
}: Pick<Filters, 'provinces' | 'cities' | 'counties'>): Region | null {
	const [province, city = null, county = null] = [provinces[0], cities[0], counties[0]];
	if (province === undefined) return null;
	const level = county !== null ? 'county' : city !== null ? 'city' : 'province';
	return { level, province, city, county };
}

/** The filters that name a place. */
export function filtersOfRegion({
	province,
	city,
	county
}: Region): Pick<Filters, 'provinces' | 'cities' | 'counties'> {
	return { provinces: [province], cities: city === null ? [] : [city], counties: county === null ? [] : [county] };
}

/** What the filters name beyond what the page sets side by side: it is told, not used. */
export function unusedFilters(filters: Filters, mode: CompareMode): string[] {
	const names = (param: string, values: readonly string[]): string[] => values.map((value) => `${param}=${value}`);
	const places = mode === 'departments' ? 1 : 0;
	return [
		...names('province', filters.provinces.slice(places)),
		...names('city', filters.cities.slice(places)),
		...names('county', filters.counties.slice(places)),
		...names('level', filters.levels),
		...names('family', filters.families),
		...names('scope', filters.scopes)
	];
}
