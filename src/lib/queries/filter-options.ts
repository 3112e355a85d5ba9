import type { Scope } from '../core/dataset/tables.ts';
import { identifier } from '../db/sql.ts';
import { NO_FILTERS, where } from './filters.ts';
import type { Filters } from './filters.ts';
import { NAMES_SQL, namesOf } from './names-of-agency.ts';
import type { SearchedNames } from './names-of-agency.ts';
import type { Query } from './query.ts';
import { number, text, textOrNull } from './row-values.ts';
import { bySums } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';

interface Dimension {
	readonly id: string;
	/** The filters that this dimension's own counts leave out: its own, and for a place those below it. */
	readonly leaves: readonly (keyof Filters)[];
	/** Columns above it, that tell places of one name apart. */
	readonly above: readonly ('province' | 'city')[];
}

/** What the tables of sums tell apart. */
const SUMMED_DIMENSIONS = [
	{ id: 'year', leaves: ['years'], above: [] },
	{ id: 'province', leaves: ['provinces', 'cities', 'counties', 'agencies'], above: [] },
	{ id: 'level', leaves: ['levels'], above: [] },
	{ id: 'family', leaves: ['families'], above: [] },
	{ id: 'scope', leaves: ['scopes'], above: [] }
] as const satisfies readonly Dimension[];
const PLACES_BELOW = [
	{ id: 'city', leaves: ['cities', 'counties', 'agencies'], above: ['province'] },
	{ id: 'county', leaves: ['counties', 'agencies'], above: ['province', 'city'] }
] as const satisfies readonly Dimension[];
export type FilterDimension = (typeof SUMMED_DIMENSIONS | typeof PLACES_BELOW)[number]['id'];

export interface FilterOption {
	readonly dimension: FilterDimension;
	/** As filters take it; a year as its digits. */
	readonly value: string;
	readonly province: string | null;
	readonly city: string | null;
	readonly reports: number;
	readonly agencies: number;
}

const restOf = ({ leaves }: Dimension, filters: Filters): Filters => ({
	...filters,
	...Object.fromEntries(leaves.map((filter) => [filter, []]))
});

function dimensionSql(dimension: Dimension, index: number, filters: Filters): string {
	const { id, above } = dimension;
	const column = `r.${identifier(id)}`;
	const place = (name: 'province' | 'city'): string => (above.includes(name) ? `r.${name}` : 'NULL::VARCHAR');
	return `SELECT ${index} AS ordinal, '${id}' AS dimension, ${column}::VARCHAR AS value, ${place('province')} AS province, ${place('city')} AS city,
	count(*)::INTEGER AS reports, count(DISTINCT r.agency_id)::INTEGER AS agencies
FROM reports r WHERE ${where(restOf(dimension, filters), 'r')} AND ${column} IS NOT NULL
GROUP BY ${[column, ...above.map((name) => `r.${name}`)].join(', ')}`;
}

const optionsOf = (dimensions: readonly Dimension[], filters: Filters): Query<FilterOption> => ({
	tables: ['reports'],
	years: [],
	sql: `SELECT * FROM (
${dimensions.map((dimension, index) => dimensionSql(dimension, index, filters)).join('\nUNION ALL\n')}
) o ORDER BY o.ordinal, o.province NULLS FIRST, o.city NULLS FIRST, o.value`,
	parse: (rows) =>
		rows.map((row) => ({
			dimension: text(row, 'dimension') as FilterDimension,
			value: text(row, 'value'),
			province: textOrNull(row, 'province'),
			city: textOrNull(row, 'city'),
			reports: number(row, 'reports'),
			agencies: number(row, 'agencies')
		}))
});

/** The same from the tables of sums, in the same order. */
const optionsBySums = (filters: Filters, { reports, agencies }: Sums): FilterOption[] =>
	SUMMED_DIMENSIONS.flatMap((dimension) => {
		const { id } = dimension;
		const rest = restOf(dimension, filters);
		const counts = agencies.countBy(rest, id);
		return reports
			.groups(rest, [id])
			.flatMap((group): FilterOption[] => {
				const value = group.key[id] ?? null;
				if (value === null) return [];
				const counted = { reports: group.count('reports'), agencies: counts.get(value) ?? 0 };
				return [{ dimension: id, value: String(value), province: null, city: null, ...counted }];
			})
			.sort((a, b) => (a.value < b.value ? -1 : 1));
	});

/**
 * The values that each filter but places below provinces can take, with counts under the other filters (a province's under those not below
 * it); reports without a value are in none.
 */
export const filterOptions = (filters: Filters = NO_FILTERS): Query<FilterOption> => ({
	...optionsOf(SUMMED_DIMENSIONS, filters),
	...bySums(filters, (sums) => optionsBySums(filters, sums))
});

/** The cities and counties that can be chosen, with counts under the filters not below them. */
export const placeOptions = (filters: Filters = NO_FILTERS): Query<FilterOption> => optionsOf(PLACES_BELOW, filters);

/** Names out of the filters are among its names, too. */
export interface AgencyOption extends SearchedNames {
	readonly agency_id: string;
	/** As named by its newest report. */
	readonly agency: string;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly level: string | null;
	readonly family: string | null;
	readonly scope: Scope;
	/** The years of its reports, ascending. */
	readonly years: readonly number[];
}

/** The agencies with a report among the filters; dimensions are those of the newest such report. */
export function agencyOptions(filters: Filters = NO_FILTERS): Query<AgencyOption> {
	const columns = ['agency_id', 'agency', 'province', 'city', 'county', 'level', 'family', 'scope'];
	return {
		tables: ['reports', 'agency_names'],
		years: filters.years,
		sql: `WITH selected AS (
	SELECT ${columns.map((name) => `r.${name}`).join(', ')}, r.year FROM reports r WHERE ${where(filters, 'r')}
), spans AS (
	SELECT s.agency_id, max(s.year) AS newest, string_agg(s.year::VARCHAR, ' ' ORDER BY s.year) AS years
	FROM selected s GROUP BY s.agency_id
), names AS (
	${NAMES_SQL}
)
SELECT ${columns.map((name) => `s.${name} AS ${name}`).join(', ')}, coalesce(n.names, s.agency) AS names, coalesce(n.pinyin, '') AS pinyin, y.years AS years
FROM selected s
JOIN spans y ON y.agency_id = s.agency_id AND y.newest = s.year
LEFT JOIN names n ON n.agency_id = s.agency_id
ORDER BY s.province NULLS FIRST, s.city NULLS FIRST, s.county NULLS FIRST, s.agency, s.agency_id`,
		parse: (rows) =>
			rows.map((row) => ({
				agency_id: text(row, 'agency_id'),
				agency: text(row, 'agency'),
				...namesOf(row),
				province: textOrNull(row, 'province'),
				city: textOrNull(row, 'city'),
				county: textOrNull(row, 'county'),
				level: textOrNull(row, 'level'),
				family: textOrNull(row, 'family'),
				scope: text(row, 'scope') as Scope,
				years: text(row, 'years').split(' ').map(Number)
			}))
	};
}
