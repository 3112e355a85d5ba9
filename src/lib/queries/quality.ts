import { SEVERITIES } from '../core/audit/finding.ts';
import type { Severity } from '../core/audit/finding.ts';
import { LEVELS } from '../core/agencies/agency.ts';
import { SCOPES } from '../core/dataset/tables.ts';
import type { Scope } from '../core/dataset/tables.ts';
import { identifier, literal } from '../db/sql.ts';
import { scopeOrderSql } from './figures.ts';
import { NO_FILTERS, where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, text, textOrNull } from './row-values.ts';

/** Reports by what a rule, or the rules of one severity, came to. A report that fails and is unsure elsewhere counts as failed. */
export interface ReportVerdicts {
	/** Reports in the selection, or those that the rule is for. */
	readonly reports: number;
	/** Of them those on which some verdict could be given. */
	readonly assessable: number;
	readonly failed: number;
	readonly unsure: number;
}

export interface RuleVerdicts extends ReportVerdicts {
	readonly rule: string;
	readonly severity: Severity;
}

/** The filters that `rule_counts` can follow: it has no city, county or agency. */
export function ruleCountFilters({ years, provinces, families, scopes, levels }: Filters): Filters {
	const ofLevels = Object.keys(SCOPES).filter((scope) => levels.some((level) => scope.startsWith(`${level}_`)));
	const both = levels.length === 0 ? scopes : ofLevels.filter((scope) => scopes.length === 0 || scopes.includes(scope));
	const none = levels.length > 0 && both.length === 0;
	return { ...NO_FILTERS, years, provinces, families, scopes: none ? ['none'] : both };
}

/** Whether the filters name something that `rule_counts` cannot follow. */
export function beyondRuleCounts({ cities, counties, agencies }: Filters): boolean {
	return cities.length + counties.length + agencies.length > 0;
}

const severityOrder = (column: string): string =>
	`CASE ${column} ${SEVERITIES.map((severity, index) => `WHEN '${severity}' THEN ${index}`).join(' ')} END`;

const COUNTED = `sum(c.reports)::INTEGER AS reports, sum(c.reports_assessable)::INTEGER AS assessable,
	sum(c.reports_fail)::INTEGER AS failed, sum(c.reports_unsure)::INTEGER AS unsure`;

function verdictsOf(row: Parameters<typeof number>[0]): ReportVerdicts {
	return {
		reports: number(row, 'reports'),
		assessable: number(row, 'assessable'),
		failed: number(row, 'failed'),
		unsure: number(row, 'unsure')
	};
}

/** Reports by rule, most severe rules first; a rule that is for none of the reports has no row. */
export function verdictsByRule(filters: Filters): Query<RuleVerdicts> {
	return {
		tables: ['rule_counts'],
		years: filters.years,
		sql: `SELECT c.rule, c.severity, ${COUNTED}
FROM rule_counts c WHERE ${where(ruleCountFilters(filters), 'c')}
GROUP BY c.rule, c.severity ORDER BY ${severityOrder('c.severity')}, c.rule`,
		parse: (rows) =>
			rows.map((row) => ({
				rule: text(row, 'rule'),
				severity: text(row, 'severity') as Severity,
				...verdictsOf(row)
			}))
	};
}

export const QUALITY_DIMENSIONS = ['province', 'year', 'family', 'level'] as const;
export type QualityDimension = (typeof QUALITY_DIMENSIONS)[number];

export interface GroupVerdicts extends ReportVerdicts {
	/** The province, year, family or level; null where it is not known. */
	readonly value: string | null;
}

/** A scope's level, in SQL. */
const levelOfScope = (scope: string): string =>
	`CASE ${Object.keys(LEVELS)
		.map((level) => `WHEN starts_with(${scope}, ${literal(`${level}_`)}) THEN ${literal(level)}`)
		.join(' ')} END`;

/** Reports by dimension: what the rules of a severity came to, or with a rule what that rule did. */
export function verdictsBy(
	dimension: QualityDimension,
	filters: Filters,
	{ severity, rule }: { readonly severity: Severity; readonly rule: string | null }
): Query<GroupVerdicts> {
	const parse: Query<GroupVerdicts>['parse'] = (rows) =>
		rows.map((row) => ({ value: textOrNull(row, 'value'), ...verdictsOf(row) }));
	const order = dimension === 'year' ? 'value' : 'reports DESC, value NULLS LAST';
	if (rule !== null) {
		const value = dimension === 'level' ? levelOfScope('c.scope') : `c.${dimension}::VARCHAR`;
		return {
			tables: ['rule_counts'],
			years: filters.years,
			sql: `SELECT ${value} AS value, ${COUNTED}
FROM rule_counts c WHERE ${where(ruleCountFilters(filters), 'c')} AND c.rule = ${literal(rule)}
GROUP BY 1 ORDER BY ${order}`,
			parse
		};
	}
	const [pass, fail, unsure] = ['pass', 'fail', 'unsure'].map((verdict) => `r.${identifier(`${severity}_${verdict}`)}`);
	const all = { ...filters, withoutFailing: false };
	return {
		tables: ['reports'],
		years: filters.years,
		sql: `SELECT r.${dimension}::VARCHAR AS value, count(*)::INTEGER AS reports,
	(count(*) FILTER (WHERE ${pass} + ${fail} + ${unsure} > 0))::INTEGER AS assessable,
	(count(*) FILTER (WHERE ${fail} > 0))::INTEGER AS failed,
	(count(*) FILTER (WHERE ${fail} = 0 AND ${unsure} > 0))::INTEGER AS unsure
FROM reports r WHERE ${where(all, 'r')}
GROUP BY 1 ORDER BY ${order}`,
		parse
	};
}

export interface YearVerdicts extends ReportVerdicts {
	readonly rule: string;
	readonly year: number;
}

/** What the rules across years (`y-…`) came to in each year: continuity and its breaks. */
export function continuityByYear(filters: Filters): Query<YearVerdicts> {
	return {
		tables: ['rule_counts'],
		years: filters.years,
		sql: `SELECT c.rule, c.year, ${COUNTED}
FROM rule_counts c WHERE ${where(ruleCountFilters(filters), 'c')} AND starts_with(c.rule, 'y-')
GROUP BY c.rule, c.year ORDER BY c.rule, c.year`,
		parse: (rows) => rows.map((row) => ({ rule: text(row, 'rule'), year: number(row, 'year'), ...verdictsOf(row) }))
	};
}

export const REGION_LEVELS = ['province', 'city', 'county'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** How some agencies report in a year. */
export interface ReportCoverage {
	readonly year: number;
	/** Agencies with a report of any year. */
	readonly agencies: number;
	readonly published: number;
	/** No report, between years that have one. */
	readonly gaps: number;
	/** No report, before the first or after the last one: whether the agency existed is not known. */
	readonly outside: number;
}

export interface RegionYear extends ReportCoverage {
	/** null: the agency has no such region. */
	readonly region: string | null;
}

export interface ScopeCoverage extends ReportCoverage {
	/** The scope of the agency's newest report. */
	readonly scope: Scope;
}

/** Filters on what an agency `a` is; its years are not among them. */
export const ofAgencies = (filters: Filters): string => where({ ...filters, years: [], withoutFailing: false }, 'a');

/** The filtered years of a row `o` of `reports` or `coverage`. */
export const ofYears = ({ years }: Filters): string => where({ ...NO_FILTERS, years }, 'o');

/** `chosen`, the filtered agencies with those columns, and `states`, what became of each year of theirs. */
const chosenStates = (filters: Filters, columns: string): string => `WITH chosen AS (
	SELECT a.agency_id, ${columns} FROM agencies a WHERE ${ofAgencies(filters)}
), states AS (
	SELECT o.agency_id, o.year, 'published' AS state FROM reports o WHERE ${ofYears(filters)}
	UNION ALL SELECT o.agency_id, o.year, o.state FROM coverage o WHERE ${ofYears(filters)}
)`;

const COVERED = `count(*)::INTEGER AS agencies,
	(count(*) FILTER (WHERE s.state = 'published'))::INTEGER AS published,
	(count(*) FILTER (WHERE s.state = 'gap'))::INTEGER AS gaps,
	(count(*) FILTER (WHERE s.state IN ('before_first', 'after_last')))::INTEGER AS outside`;

const coverageOf = (row: Parameters<typeof number>[0]): ReportCoverage => ({
	year: number(row, 'year'),
	agencies: number(row, 'agencies'),
	published: number(row, 'published'),
	gaps: number(row, 'gaps'),
	outside: number(row, 'outside')
});

/** Reports that are there and missing, by region and year; the regions inside those chosen, one step down. */
export function coverageByRegion(filters: Filters, level: RegionLevel): Query<RegionYear> {
	return {
		tables: ['agencies', 'reports', 'coverage'],
		years: filters.years,
		sql: `${chosenStates(filters, `a.${level} AS region`)}
SELECT c.region, s.year, ${COVERED}
FROM chosen c JOIN states s ON s.agency_id = c.agency_id
GROUP BY c.region, s.year ORDER BY c.region NULLS LAST, s.year`,
		parse: (rows) => rows.map((row) => ({ region: textOrNull(row, 'region'), ...coverageOf(row) }))
	};
}

/** Reports that are there and missing, by scope and year. */
export function coverageByScope(filters: Filters): Query<ScopeCoverage> {
	return {
		tables: ['agencies', 'reports', 'coverage'],
		years: filters.years,
		sql: `${chosenStates(filters, 'a.scope')}
SELECT c.scope, s.year, ${COVERED}
FROM chosen c JOIN states s ON s.agency_id = c.agency_id
GROUP BY c.scope, s.year ORDER BY ${scopeOrderSql('c.scope')}, s.year`,
		parse: (rows) => rows.map((row) => ({ scope: text(row, 'scope') as Scope, ...coverageOf(row) }))
	};
}

export interface AgencyCoverage {
	readonly agency_id: string;
	readonly agency: string;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	/** `published` or a CoverageState, by year. */
	readonly states: Readonly<Record<string, string>>;
	/** How many agencies there are in all pages. */
	readonly total: number;
}

/** Agency × year, those with gaps first. */
export function coverageByAgency(filters: Filters, limit: number, offset = 0): Query<AgencyCoverage> {
	return {
		tables: ['agencies', 'reports', 'coverage'],
		years: filters.years,
		sql: `${chosenStates(filters, 'a.agency, a.province, a.city, a.county')}
SELECT c.agency_id, c.agency, c.province, c.city, c.county,
	string_agg(s.year::VARCHAR || ' ' || s.state, ';' ORDER BY s.year) AS states,
	(SELECT count(*) FROM chosen)::INTEGER AS total
FROM chosen c JOIN states s ON s.agency_id = c.agency_id
GROUP BY c.agency_id, c.agency, c.province, c.city, c.county
ORDER BY count(*) FILTER (WHERE s.state = 'gap') DESC, c.agency_id LIMIT ${Math.trunc(limit)} OFFSET ${Math.trunc(offset)}`,
		parse: (rows) =>
			rows.map((row) => ({
				agency_id: text(row, 'agency_id'),
				agency: text(row, 'agency'),
				province: textOrNull(row, 'province'),
				city: textOrNull(row, 'city'),
				county: textOrNull(row, 'county'),
				states: Object.fromEntries(
					text(row, 'states')
						.split(';')
						.map((pair) => pair.split(' ') as [string, string])
				),
				total: number(row, 'total')
			}))
	};
}
