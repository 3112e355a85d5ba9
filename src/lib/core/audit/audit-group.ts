import type { Report } from '../extract/report.ts';
import { AuditedReport } from './audited-report.ts';
import type { Finding } from './finding.ts';
import { GROUP_RULES } from './registry.ts';
import type { AuditedGroup, Coverage } from './rule.ts';

/**
 * The verdicts on a summary report beside the reports it sums up, all of one year. Sums are compared only where `coverage` says that
 * the scope is known and every body is at hand; else the bodies at hand are a lower bound, which cannot fail while the scope is
 * unknown.
 */
export function auditGroup(summary: Report, bodies: readonly Report[], coverage: Coverage): Finding[] {
	const group: AuditedGroup = {
		summary: new AuditedReport(summary),
		bodies: bodies.map((body) => new AuditedReport(body)),
		coverage
	};
	return GROUP_RULES.flatMap((rule) => rule.check(group));
}
