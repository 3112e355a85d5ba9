import type { CoverageState } from '../core/dataset/tables.ts';
import type { Filters } from './filters.ts';
import { ofAgencies, ofYears } from './quality.ts';
import type { Query } from './query.ts';
import { number, text, textOrNull } from './row-values.ts';

/** A year of an agency of which the dataset has no report. */
export interface MissingReport {
	readonly agency_id: string;
	readonly agency: string;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly level: string | null;
	readonly year: number;
	readonly state: CoverageState;
}

/** Every missing report of the selection: gaps first, then what lies outside an agency's first and last report. */
export function missingReports(filters: Filters): Query<MissingReport> {
	return {
		tables: ['agencies', 'coverage'],
		years: [],
		sql: `SELECT a.agency_id, a.agency, a.province, a.city, a.county, a.level, o.year, o.state
FROM coverage o JOIN agencies a ON a.agency_id = o.agency_id
WHERE ${ofAgencies(filters)} AND ${ofYears(filters)}
ORDER BY o.state <> 'gap', a.province NULLS LAST, a.city NULLS LAST, a.county NULLS LAST, a.agency_id, o.year`,
		parse: (rows) =>
			rows.map((row) => ({
				agency_id: text(row, 'agency_id'),
				agency: text(row, 'agency'),
				province: textOrNull(row, 'province'),
				city: textOrNull(row, 'city'),
				county: textOrNull(row, 'county'),
				level: textOrNull(row, 'level'),
				year: number(row, 'year'),
				state: text(row, 'state') as CoverageState
			}))
	};
}
