import type { Report } from '../extract/report.ts';
import { auditedYears, pairsOf } from './audit-years.ts';
import type { YearsFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { REPORT_RULES, YEARS_RULES } from './registry.ts';

/** A finding with the report year that it is about; that of a missing report has none of the years given. */
export type DatedFinding = Finding & { readonly year: number };

/**
 * The verdicts of every rule on the reports of one agency, one report a year: on each by itself and on each with the one before it.
 * Reports without a year are left out.
 */
export function auditAgency(reports: readonly Report[], facts: YearsFacts = {}): DatedFinding[] {
	const dated = auditedYears(reports, facts);
	const own = dated.flatMap(({ year, audited }) =>
		REPORT_RULES.flatMap((rule) => rule.check(audited).map((finding) => ({ ...finding, year })))
	);
	const overYears = pairsOf(dated, facts).flatMap((pair) =>
		YEARS_RULES.flatMap((rule) => rule.check(pair).map((finding) => ({ ...finding, year: finding.year ?? pair.year })))
	);
	return [...own, ...overYears];
}
