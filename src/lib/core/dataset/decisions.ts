import type { Finding } from '../audit/finding.ts';
import type { Decision, DecisionProblem } from './decision.ts';
import { KnownAgencies } from './known-agencies.ts';
import type { AttributedEntry } from './versions.ts';

const sayDecision = ({ agency, year, rule, along }: Decision): string =>
	[agency, String(year), rule, ...(along === null ? [] : [along])].join(' ');

/** The decisions of people on the agencies at hand, and which of them met a finding. */
export class Decisions {
	readonly #byKey = new Map<string, Decision[]>();
	readonly #open = new Map<Decision, DecisionProblem['code']>();

	constructor(decisions: readonly Decision[], used: readonly AttributedEntry[]) {
		if (decisions.length === 0) return;
		const known = new KnownAgencies(used);
		for (const decision of decisions) {
			const found = known.find(decision.agency);
			const code = found.id === null ? (`agency-${found.why}` as const) : 'stale';
			this.#open.set(decision, code);
			if (found.id === null) continue;
			const key = `${found.id} ${String(decision.year)} ${decision.rule}`;
			const own = this.#byKey.get(key);
			if (own) own.push(decision);
			else this.#byKey.set(key, [decision]);
		}
	}

	/** What was decided on a finding; the decision that names its `along` goes before one for all findings of the rule. */
	for(agencyId: string, year: number, { status, rule, along }: Finding): Decision | null {
		if (status === 'pass' || this.#byKey.size === 0) return null;
		const of = this.#byKey.get(`${agencyId} ${String(year)} ${rule}`) ?? [];
		const met =
			of.find((decision) => decision.along === along) ?? of.find((decision) => decision.along === null) ?? null;
		if (met) this.#open.delete(met);
		return met;
	}

	/** Decisions that met no finding: the agency is not there or not the only one of its name, or the finding is gone. */
	unmet(): DecisionProblem[] {
		return [...this.#open].map(([decision, code]) => ({ code, line: decision.line, found: sayDecision(decision) }));
	}
}
