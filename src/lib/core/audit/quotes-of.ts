import type { Report } from '../extract/report.ts';
import { AuditedReport } from './audited-report.ts';
import type { ReportFacts } from './facts.ts';
import type { Quote } from './prose/quote.ts';

/** Every figure that the prose of a report quotes, in reading order, also those whose words name nothing in the tables. */
export function quotesOf(report: Report, facts: ReportFacts = {}): readonly Quote[] {
	return new AuditedReport(report, facts).quotes;
}
