import type { FoundLayout } from '../../extract/report.ts';
import type { Finding } from '../finding.ts';
import { findingOf } from '../rule.ts';
import type { RuleTexts } from '../rule.ts';

/** The one finding of a rule whose table is not there, has no layout, or another than the rule is for. */
export function withoutTable(rule: RuleTexts, along: string, found: FoundLayout): readonly Finding[] {
	const reason = found === null ? 'table/missing' : found === 'undetermined' ? 'layout/undetermined' : 'layout/other';
	return [findingOf(rule, along, 'not_assessable', { reason })];
}
