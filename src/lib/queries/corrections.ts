import type { CorrectionKind } from '../core/dataset/tables.ts';
import { literal } from '../db/sql.ts';
import type { Query } from './query.ts';
import { numberOrNull, text, textOrNull } from './row-values.ts';

/** A figure of which two versions differ, or a correction that a person noted. */
export interface CorrectionRow {
	readonly kind: CorrectionKind;
	/** A cell; of a person's note the rule and what it runs along. */
	readonly item: string;
	readonly old: { readonly value: number | null; readonly raw: string | null; readonly source: string | null };
	readonly new: { readonly value: number | null; readonly raw: string | null; readonly source: string | null };
	readonly date: string | null;
	readonly reason: string | null;
	readonly by: string | null;
}

/** The corrections of an agency's report of a year. */
export function correctionsOf(agencyId: string, year: number): Query<CorrectionRow> {
	return {
		tables: ['corrections'],
		years: [],
		sql: `SELECT c.kind, c.item, c.old_value, c.old_raw, c.old_source, c.new_value, c.new_raw, c.new_source,
	c.date::VARCHAR AS date, c.reason, c."by"
FROM corrections c WHERE c.agency_id = ${literal(agencyId)} AND c.year = ${Math.trunc(year)}
ORDER BY c.date NULLS LAST, c.kind, c.item, c.old_source, c.old_report`,
		parse: (rows) =>
			rows.map((row) => ({
				kind: text(row, 'kind') as CorrectionKind,
				item: text(row, 'item'),
				old: {
					value: numberOrNull(row, 'old_value'),
					raw: textOrNull(row, 'old_raw'),
					source: textOrNull(row, 'old_source')
				},
				new: {
					value: numberOrNull(row, 'new_value'),
					raw: textOrNull(row, 'new_raw'),
					source: textOrNull(row, 'new_source')
				},
				date: textOrNull(row, 'date'),
				reason: textOrNull(row, 'reason'),
				by: textOrNull(row, 'by')
			}))
	};
}
