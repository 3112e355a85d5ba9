import type { Report } from '../extract/report.ts';
import { TABLE_IDS } from '../form/index.ts';
import { AuditedReport } from './audited-report.ts';
import { checkTable } from './check-table.ts';
import type { ReportFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { HARD_RULES, REPORT_RULES } from './registry.ts';
import { Sheet } from './sheet.ts';

const sheet = new Sheet();

/**
 * The verdicts of the printed identities of one report, tables in order: 39 on table three (37 in layout 2019) and 3 on table four. A
 * table of undetermined layout is checked only where the layouts agree (t4); a table that is not there gives no finding.
 */
export function auditReport(report: Report): Finding[] {
	sheet.load(report.cells);
	return TABLE_IDS.flatMap((table) => checkTable(table, report.formats[table], sheet));
}

/** The verdicts of every hard rule on one report: all its identities, and what follows from them and from the heads of its columns. */
export function auditHard(report: Report): Finding[] {
	const audited = new AuditedReport(report, {}, sheet.load(report.cells));
	const findings: Finding[] = [];
	for (const rule of HARD_RULES) for (const finding of rule.check(audited)) findings.push(finding);
	return findings;
}

/** The verdicts of every rule on one report, its prose and what is known of it from outside. */
export function auditWhole(report: Report, facts: ReportFacts = {}): Finding[] {
	const audited = new AuditedReport(report, facts);
	return REPORT_RULES.flatMap((rule) => rule.check(audited));
}
