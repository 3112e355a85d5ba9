import type { Finding } from '$lib/core/audit/index.ts';
import type { Report } from '$lib/core/extract/report.ts';
import { IDENTITY_RULES, identities, isLayout } from '$lib/core/form/index.ts';
import type { Identity, IdentityRule } from '$lib/core/form/index.ts';
import type { Terms } from '$lib/format/findings.ts';
import type { Judged } from '../report/verdicts.ts';

const isIdentityRule = (rule: string): rule is IdentityRule => Object.hasOwn(IDENTITY_RULES, rule);

/** An identity's finding with the terms of both its sides; null for any other rule, or where the table has no layout to go by. */
export function judgedOf(report: Report, { rule, along, status }: Finding): Judged | null {
	if (!isIdentityRule(rule)) return null;
	const { table } = IDENTITY_RULES[rule];
	const format = report.formats[table];
	const layout = format === 'undetermined' && table === 't4' ? '2021' : format;
	if (!isLayout(layout)) return null;
	const identity = identities(table, layout).find((one) => one.rule === rule && one.along === along);
	if (!identity) return null;
	const terms = (cells: Identity['left']): Terms => cells.map((cell) => report.cells[cell]?.v ?? null);
	const { left, right } = identity;
	return { table, rule, along, verdict: status, cells: [...left, ...right], left: terms(left), right: terms(right) };
}
