import * as audit from '$lib/core/audit/index.ts';
import { IDENTITY_RULES } from '$lib/core/form/index.ts';
import type { Names } from '$lib/core/form/index.ts';
import type { CheckedFinding, Severity } from './checked-finding.ts';

/** What is said of a rule. */
export interface RuleWords {
	readonly names: Names;
	readonly formula: Names | null;
	readonly basis: Names | null;
	readonly severity: Severity;
	/** How a report may break the rule and yet be lawful and right. */
	readonly exceptions: readonly Names[];
}

interface Registered extends RuleWords {
	readonly id: string;
}

/** The registry and the reasons, as far as this build of `core/audit` has them. */
const { RULES = [], REASONS = {} } = audit as {
	readonly RULES?: readonly Registered[];
	readonly REASONS?: Readonly<Record<string, Names>>;
};

const BY_ID: ReadonlyMap<string, RuleWords> = new Map<string, RuleWords>([
	...Object.entries(IDENTITY_RULES).map(([id, rule]) => [id, { ...rule, exceptions: [] }] as const),
	...RULES.map((rule) => [rule.id, rule] as const)
]);

/** A rule's texts; one that is not known here goes by its id. */
export function ruleWords(id: string): RuleWords {
	const unknown = { names: { zh: id, en: id }, formula: null, basis: null, severity: 'hard', exceptions: [] } as const;
	return BY_ID.get(id) ?? unknown;
}

export function severityOf(finding: CheckedFinding): Severity {
	return finding.severity ?? ruleWords(finding.rule).severity;
}

/** Why a verdict is as it is; null where the finding gives no reason or the reason is not known here. */
export function reasonNames(finding: CheckedFinding): Names | null {
	return finding.reason === undefined ? null : (REASONS[finding.reason] ?? null);
}
