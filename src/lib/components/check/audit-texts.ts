import { REASONS, ruleOf } from '$lib/core/audit/index.ts';
import type { Finding, RuleTexts, Severity } from '$lib/core/audit/index.ts';
import type { Names } from '$lib/core/form/index.ts';

/** A rule's texts, null where this build does not know the rule. */
export function ruleTexts(id: string): RuleTexts | null {
	return ruleOf(id) ?? null;
}

/** A rule's name; its id where it is not known. */
export function ruleNames(id: string): Names {
	return ruleOf(id)?.names ?? { zh: id, en: id };
}

export function severityOf({ severity, rule }: Pick<Finding, 'severity' | 'rule'>): Severity {
	return severity ?? ruleOf(rule)?.severity ?? 'hard';
}

/** Why a verdict is as it is; null where the finding gives no reason. */
export function reasonNames({ reason }: Finding): Names | null {
	return reason === undefined ? null : REASONS[reason];
}
