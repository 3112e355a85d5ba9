import { literal } from '../db/sql.ts';
import { NAMES_SQL, namesOf } from './names-of-agency.ts';
import type { SearchedNames } from './names-of-agency.ts';
import type { Query } from './query.ts';
import { number, text, textOrNull } from './row-values.ts';

/** An agency as a search finds it. */
export interface NamedAgency extends SearchedNames {
	readonly agency_id: string;
	readonly agency: string;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
}

/** Every agency with its names, from two small tables: no report need be loaded. */
export function agencyNames(): Query<NamedAgency> {
	return {
		tables: ['agencies', 'agency_names'],
		years: [],
		sql: `WITH names AS (
	${NAMES_SQL}
)
SELECT a.agency_id, a.agency, coalesce(n.names, a.agency) AS names, coalesce(n.pinyin, '') AS pinyin, a.province, a.city, a.county
FROM agencies a LEFT JOIN names n ON n.agency_id = a.agency_id
ORDER BY a.province NULLS FIRST, a.city NULLS FIRST, a.county NULLS FIRST, a.agency, a.agency_id`,
		parse: (rows) =>
			rows.map((row) => ({
				agency_id: text(row, 'agency_id'),
				agency: text(row, 'agency'),
				...namesOf(row),
				province: textOrNull(row, 'province'),
				city: textOrNull(row, 'city'),
				county: textOrNull(row, 'county')
			}))
	};
}

/** A name of an agency, and the first and last year of which a report bears it. */
export interface AgencyName {
	readonly agency: string;
	readonly first_year: number;
	readonly last_year: number;
}

/** Every name of one agency, the newest first. */
export function namesOfAgency(id: string): Query<AgencyName> {
	return {
		tables: ['agency_names'],
		years: [],
		sql: `SELECT n.agency, n.first_year::INTEGER AS first_year, n.last_year::INTEGER AS last_year
FROM agency_names n WHERE n.agency_id = ${literal(id)}
ORDER BY n.last_year DESC, n.first_year DESC, n.agency`,
		parse: (rows) =>
			rows.map((row) => ({
				agency: text(row, 'agency'),
				first_year: number(row, 'first_year'),
				last_year: number(row, 'last_year')
			}))
	};
}
