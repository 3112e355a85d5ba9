import type { Row } from '../db/gate.ts';
import { text } from './row-values.ts';

/** A query over `agency_names`: one row an agency, its names and their pinyin joined by line ends, the present one first. */
export const NAMES_SQL = `SELECT n.agency_id, string_agg(n.agency, chr(10) ORDER BY n.last_year DESC, n.agency) AS names,
		string_agg(coalesce(n.pinyin, ''), chr(10) ORDER BY n.last_year DESC, n.agency) AS pinyin
	FROM agency_names n GROUP BY n.agency_id`;

export interface SearchedNames {
	/** Every name its reports have, newest first. */
	readonly names: readonly string[];
	/** The pinyin of each name, where the dataset has it. */
	readonly pinyin: readonly (string | null)[];
}

/** The names of an agency and their pinyin, from the columns `names` and `pinyin` of a row. */
export function namesOf(row: Row): SearchedNames {
	return {
		names: text(row, 'names').split('\n'),
		pinyin: text(row, 'pinyin')
			.split('\n')
			.map((one) => (one === '' ? null : one))
	};
}
