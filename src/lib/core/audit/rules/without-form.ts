import type { Layout } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import type { RuleTexts, YearPair } from '../rule.ts';
import { yearFinding } from './year-pair.ts';

/** The one finding where the two years use different forms of table two, or another than the rule is for. */
export function withoutForm(
	rule: RuleTexts,
	pair: YearPair,
	previous: AuditedReport,
	layout: Layout
): readonly Finding[] | null {
	const [before, now] = [previous.report.formats.t2, pair.current.report.formats.t2];
	if (before === layout && now === layout) return null;
	const reason =
		now === null || before === null
			? 'table/missing'
			: now === 'undetermined' || before === 'undetermined'
				? 'layout/undetermined'
				: now === before
					? 'layout/other'
					: 'format/break';
	return [yearFinding(rule, pair, 'all', 'not_assessable', { reason })];
}
