import { severityOf } from '$lib/core/audit/index.ts';
import type { Finding, Severity } from '$lib/core/audit/index.ts';
import { group } from 'd3-array';
import { VERDICTS } from '$lib/format/findings.ts';
import type { Verdict } from '$lib/format/findings.ts';
import { m } from '$lib/paraglide/messages.js';

export type GroupId = Severity | Exclude<Verdict, 'fail'>;

/** What a group is called. */
export const GROUP_WORDS: Readonly<Record<GroupId, () => string>> = {
	hard: m.check_group_hard,
	definitional: m.check_group_definitional,
	plausibility: m.check_group_plausibility,
	unsure: m.check_group_unsure,
	not_assessable: m.check_group_not_assessable,
	pass: m.check_group_pass
};

/** What a finding is grouped by; one of a dataset has no more to go by. */
type Weighed = Pick<Finding, 'rule' | 'status' | 'severity'>;

export interface RuleGroup<T> {
	readonly rule: string;
	readonly findings: readonly T[];
}

export interface FindingGroup<T> {
	readonly id: GroupId;
	readonly count: number;
	readonly rules: readonly RuleGroup<T>[];
}

const ORDER: readonly GroupId[] = ['hard', 'definitional', 'plausibility', 'unsure', 'not_assessable', 'pass'];

/** Failures by how much they weigh, then the other verdicts; within each by rule, in the order of the audit. */
export function groupFindings<T extends Weighed>(findings: readonly T[]): FindingGroup<T>[] {
	const byGroup = group(findings, (one): GroupId => (one.status === 'fail' ? severityOf(one) : one.status));
	return ORDER.flatMap((id) => {
		const own = byGroup.get(id) ?? [];
		if (own.length === 0) return [];
		const rules = [...group(own, (one) => one.rule)].map(([rule, list]) => ({ rule, findings: list }));
		return [{ id, count: own.length, rules }];
	});
}

/** How many findings of each verdict. */
export function countVerdicts(findings: readonly Finding[]): Record<Verdict, number> {
	const count = (verdict: Verdict): number => findings.filter(({ status }) => status === verdict).length;
	return Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
}

/** What a report comes to: the worst that was found. */
export type Conclusion = 'hard' | 'soft' | 'open' | 'pass' | 'none';

/** `soft`: nothing hard fails, something else does; `open`: nothing fails, something could not be settled; `none`: nothing was checked. */
export function concludes(findings: readonly Finding[]): Conclusion {
	const failed = findings.filter(({ status }) => status === 'fail');
	if (failed.some((one) => severityOf(one) === 'hard')) return 'hard';
	if (failed.length > 0) return 'soft';
	const hard = findings.filter((one) => severityOf(one) === 'hard');
	if (!hard.some(({ status }) => status === 'pass')) return 'none';
	return hard.some(({ status }) => status !== 'pass') ? 'open' : 'pass';
}
