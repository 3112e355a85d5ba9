import type { Report } from '../extract/report.ts';
import { auditedYears, pairsOf } from './audit-years.ts';
import type { YearsFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { REPORT_RULES, YEARS_RULES } from './registry.ts';

/**
 * The verdicts of every rule on the reports of one agency, one report a year: on each by itself and on each with the one before it. By
 * the year that they are about, which may be one without a report. Reports without a year are left out.
 */
export function auditAgency(reports: readonly Report[], facts: YearsFacts = {}): Map<number, Finding[]> {
	const byYear = new Map<number, Finding[]>();
	const add = (year: number, findings: readonly Finding[]): void => {
		const known = byYear.get(year);
		if (known === undefined) byYear.set(year, [...findings]);
		else for (const finding of findings) known.push(finding);
	};
	for (const pair of pairsOf(auditedYears(reports, facts), facts)) {
		const own: Finding[] = [];
		for (const rule of REPORT_RULES) for (const finding of rule.check(pair.current)) own.push(finding);
		add(pair.year, own);
		for (const rule of YEARS_RULES) for (const finding of rule.check(pair)) add(finding.year ?? pair.year, [finding]);
	}
	return byYear;
}
