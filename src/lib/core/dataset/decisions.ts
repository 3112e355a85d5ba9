import type { Finding } from '../audit/finding.ts';
import { foldLabel } from '../form/index.ts';
import type { Decision, DecisionProblem } from './decision.ts';
import type { AttributedEntry } from './versions.ts';

const sayDecision = ({ agency, year, rule, along }: Decision): string =>
	[agency, String(year), rule, ...(along === null ? [] : [along])].join(' ');

/** The decisions of people on the agencies at hand, and which of them met a finding. */
export class Decisions {
	readonly #byKey = new Map<string, Decision[]>();
	readonly #open = new Map<Decision, DecisionProblem['code']>();

	constructor(decisions: readonly Decision[], used: readonly AttributedEntry[]) {
		if (decisions.length === 0) return;
		const ids = new Map<string, Set<string>>();
		const know = (name: string, id: string): void => {
			const key = foldLabel(name);
			const known = ids.get(key);
			if (known) known.add(id);
			else ids.set(key, new Set([id]));
		};
		for (const { agencyName, attributed } of used) {
			const { id, name } = attributed.agency;
			for (const each of [id, name, ...(agencyName === null ? [] : [agencyName])]) know(each, id);
		}
		for (const decision of decisions) {
			const [id, ...others] = ids.get(foldLabel(decision.agency)) ?? [];
			const code = id === undefined ? 'agency-unknown' : others.length > 0 ? 'agency-ambiguous' : 'stale';
			this.#open.set(decision, code);
			if (code !== 'stale') continue;
			const key = `${id ?? ''} ${String(decision.year)} ${decision.rule}`;
			const known = this.#byKey.get(key);
			if (known) known.push(decision);
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
