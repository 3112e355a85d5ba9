import type { Finding } from '../audit/finding.ts';
import type { Decision } from './decision.ts';
import { foldLabel } from '../form/index.ts';

/** The decisions at hand, and which of them met a finding. */
export class Decisions {
	readonly #byKey = new Map<string, Decision[]>();
	readonly #met = new Set<Decision>();
	readonly #all: readonly Decision[];

	constructor(decisions: readonly Decision[]) {
		this.#all = decisions;
		for (const decision of decisions) {
			const key = `${String(decision.year)} ${decision.rule}`;
			const known = this.#byKey.get(key);
			if (known) known.push(decision);
			else this.#byKey.set(key, [decision]);
		}
	}

	/** What was decided on a finding; the one that names its `along` goes before one for all findings of the rule. */
	for(agencyId: string, names: readonly string[], year: number, finding: Finding): Decision | null {
		if (finding.status === 'pass') return null;
		const fitting = (this.#byKey.get(`${String(year)} ${finding.rule}`) ?? []).filter(
			({ agency, along }) =>
				(along === null || along === finding.along) &&
				(agency === agencyId || names.some((name) => foldLabel(name) === foldLabel(agency)))
		);
		for (const decision of fitting) this.#met.add(decision);
		return fitting.find(({ along }) => along !== null) ?? fitting[0] ?? null;
	}

	/** Decisions on findings that are no longer there. */
	stale(): Decision[] {
		return this.#all.filter((decision) => !this.#met.has(decision));
	}
}
