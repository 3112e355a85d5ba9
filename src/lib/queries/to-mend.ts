import type { Severity } from '../core/audit/index.ts';
import { literal } from '../db/sql.ts';
import { where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { pageSql } from './report-rows.ts';
import type { Page } from './report-rows.ts';
import { number, text, textOrNull } from './row-values.ts';
import { FINDING_COLUMNS, parseFinding } from './trace.ts';
import type { FindingRow } from './trace.ts';

/** A failed check with whose report it is and where that lies. */
export interface FindingToMend extends FindingRow {
	readonly agency: string;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly source: string;
	readonly address: string | null;
}

export interface ToMend {
	readonly severity: Severity;
	/** One rule only. */
	readonly rule: string | null;
}

function condition(filters: Filters, { severity, rule }: ToMend): string {
	const chosen = where({ ...filters, withoutFailing: false }, 'r');
	return `${chosen} AND f.status = 'fail' AND ${rule === null ? `f.severity = ${literal(severity)}` : `f.rule = ${literal(rule)}`}`;
}

/** How many failed checks there are, on how many reports. */
export function countToMend(filters: Filters, what: ToMend): Query<{ findings: number; reports: number }> {
	return {
		tables: ['findings', 'reports'],
		years: filters.years,
		sql: `SELECT count(*)::INTEGER AS findings, count(DISTINCT f.agency_id || ' ' || f.year::VARCHAR)::INTEGER AS reports
FROM findings f JOIN reports r ON r.agency_id = f.agency_id AND r.year = f.year WHERE ${condition(filters, what)}`,
		parse: (rows) => rows.map((row) => ({ findings: number(row, 'findings'), reports: number(row, 'reports') }))
	};
}

/** The failed checks of the selection by place, agency, year and rule: what an official has to look up. */
export function findingsToMend(filters: Filters, what: ToMend, page: Page = { limit: null }): Query<FindingToMend> {
	return {
		tables: ['findings', 'reports', 'sources'],
		years: filters.years,
		sql: `SELECT ${FINDING_COLUMNS},
	r.agency, r.province, r.city, r.county, r.source, s.address
FROM findings f JOIN reports r ON r.agency_id = f.agency_id AND r.year = f.year
LEFT JOIN sources s ON s.source = r.source AND s.report = r.report
WHERE ${condition(filters, what)}
ORDER BY r.province NULLS LAST, r.city NULLS LAST, r.county NULLS LAST, f.agency_id, f.year, f.rule, f.along${pageSql(page)}`,
		parse: (rows) =>
			rows.map((row) => ({
				...parseFinding(row),
				agency: text(row, 'agency'),
				province: textOrNull(row, 'province'),
				city: textOrNull(row, 'city'),
				county: textOrNull(row, 'county'),
				source: text(row, 'source'),
				address: textOrNull(row, 'address')
			}))
	};
}
