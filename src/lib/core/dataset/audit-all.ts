import { auditEntries } from './audit-entries.ts';
import type { NotedCorrection } from './corrections.ts';
import type { CoverageDeclaration, CoverageProblem } from './coverage-declaration.ts';
import type { Decision, DecisionProblem } from './decision.ts';
import { Decisions } from './decisions.ts';
import { DeclaredCoverage } from './declared-coverage.ts';
import { findingRow } from './finding-rows.ts';
import type { Row } from './rows.ts';
import { toldVerdicts, verdictCounts } from './verdicts.ts';
import type { RuleCounts } from './verdicts.ts';
import type { AttributedEntry } from './versions.ts';

/** What came of the audit of all reports, as rows. */
export interface AuditedAll {
	readonly findings: readonly Row[];
	/** The columns of `reports` that count verdicts and decisions. */
	readonly countsOf: (entry: AttributedEntry) => Readonly<Record<string, number>>;
	readonly corrections: readonly NotedCorrection[];
	/** Decisions that met no finding. */
	readonly unmet: readonly DecisionProblem[];
	/** Declarations of coverage that meet no report, and bodies in them that do not. */
	readonly unmetCoverage: readonly CoverageProblem[];
}

/** Audits the reports that count, an agency after the other; of its findings those that pass are only counted, all of them into `ruleCounts`. Those `beside` are only summed up. */
export function auditAll(
	used: readonly AttributedEntry[],
	ruleCounts: RuleCounts,
	decisions: readonly Decision[],
	coverage: readonly CoverageDeclaration[] = [],
	beside: readonly AttributedEntry[] = []
): AuditedAll {
	const decided = new Decisions(decisions, used);
	const declared = new DeclaredCoverage(coverage, beside.length === 0 ? used : [...used, ...beside]);
	const findings: Row[] = [];
	const corrections: NotedCorrection[] = [];
	const counts = new Map<AttributedEntry, Record<string, number>>();
	for (const { entries, findings: all } of auditEntries(used, declared, beside)) {
		const inFile = entries.some(({ source }) => source.sha256 !== null);
		for (const [year, verdicts] of all) {
			const own = toldVerdicts(verdicts, inFile);
			const entry = entries.find(({ attributed }) => attributed.year === year) ?? null;
			// A year without a report is counted with the report after it.
			const { attributed } = entry ?? entries.find((one) => one.attributed.year > year) ?? entries[0] ?? {};
			if (!attributed) continue;
			const { agency, scope } = attributed;
			let onFindings = 0;
			for (const finding of own) {
				if (finding.status === 'pass') continue;
				const decision = decided.for(agency.id, year, finding);
				if (decision) onFindings += 1;
				if (decision?.decision === 'corrected') {
					const item = `${finding.rule} ${finding.along}`;
					corrections.push({ agencyId: agency.id, year, item, decision });
				}
				findings.push(findingRow(agency.id, year, finding, entry?.attributed.report ?? null, decision));
			}
			ruleCounts.add({ year, province: agency.province, scope, family: agency.family }, own);
			if (entry) counts.set(entry, { ...verdictCounts(own), decisions: onFindings });
		}
	}
	return {
		findings,
		countsOf: (entry) => counts.get(entry) ?? { ...verdictCounts([]), decisions: 0 },
		corrections,
		unmet: decided.unmet(),
		unmetCoverage: declared.problems
	};
}
