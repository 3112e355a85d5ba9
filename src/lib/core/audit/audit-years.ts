import type { Report } from '../extract/report.ts';
import { AuditedReport } from './audited-report.ts';
import type { BodyChange, YearsFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Reason } from './reasons.ts';
import { YEARS_RULES } from './registry.ts';
import type { YearPair } from './rule.ts';

const REASON_OF: Record<BodyChange['kind'], Reason> = {
	renamed: 'agency/renamed',
	merged: 'agency/merged',
	split: 'agency/split',
	'scope-changed': 'agency/scope-changed',
	corrected: 'agency/corrected'
};

function changeBetween(from: number | null, to: number, changes: readonly BodyChange[] = []): Reason | null {
	const change = changes.find(({ year }) => year <= to && year > (from ?? to));
	return change ? REASON_OF[change.kind] : null;
}

/** A report of an agency in its year. */
interface AuditedYear {
	readonly year: number;
	readonly audited: AuditedReport;
}

/** The reports of one agency in the order of their years; those without a year are left out. */
export function auditedYears(reports: readonly Report[], facts: YearsFacts): AuditedYear[] {
	return reports
		.flatMap((report) => (report.year === null ? [] : [{ report, year: report.year }]))
		.sort((a, b) => a.year - b.year)
		.map(({ report, year }) => {
			const own = facts.reports?.[year] ?? {};
			return { year, audited: new AuditedReport(report, facts.body ? { body: facts.body, ...own } : own) };
		});
}

/** Each of them with the one before it. */
export function pairsOf(dated: readonly AuditedYear[], facts: YearsFacts): YearPair[] {
	return dated.map(({ year, audited }, index) => {
		const before = dated[index - 1];
		return {
			current: audited,
			year,
			previous: before?.audited ?? null,
			previousYear: before?.year ?? null,
			change: changeBetween(before?.year ?? null, year, facts.changes),
			collectedWhole: facts.collectedWhole ?? false
		};
	});
}

/**
 * The verdicts over the years on the reports of one agency, one report a year; reports without a year are left out. Each finding
 * bears the later year, and in `against` the earlier. A failure between years over which the body is known to have changed is unsure.
 */
export function auditYears(reports: readonly Report[], facts: YearsFacts = {}): Finding[] {
	return pairsOf(auditedYears(reports, facts), facts).flatMap((pair) =>
		YEARS_RULES.flatMap((rule) => rule.check(pair))
	);
}
