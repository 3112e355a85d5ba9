import { auditAgency, auditGroup } from '../audit/index.ts';
import type { BodyChange, Coverage, Finding, ReportFacts } from '../audit/index.ts';
import type { Report } from '../extract/report.ts';
import { sameAgency } from './agency-names.ts';
import { BodiesBelow, hasRegion } from './bodies-below.ts';
import type { DeclaredCoverage } from './declared-coverage.ts';
import { groupBy } from './group-by.ts';
import type { AttributedEntry } from './versions.ts';

/** The reports of one agency in the order of their years, with the verdicts of every rule by year; a missing year has findings and no report. */
export interface AuditedAgency {
	readonly entries: readonly AttributedEntry[];
	readonly findings: ReadonlyMap<number, readonly Finding[]>;
}

/** The report as of the year that it stands under in the dataset. */
function reportOf({ attributed: { report, year } }: AttributedEntry): Report {
	return report.year === year ? report : { ...report, year };
}

function factsOf({ attributed, source }: AttributedEntry): ReportFacts {
	const { agency, report, filedYear } = attributed;
	return {
		body: agency,
		printedYear: report.year,
		...(filedYear === null ? {} : { filedYear }),
		...(source.published === null ? {} : { published: source.published }),
		...(source.address === null ? {} : { address: source.address })
	};
}

/** The years from which the agency bears another name. */
function renamings(entries: readonly AttributedEntry[]): BodyChange[] {
	return entries.flatMap((entry, index): BodyChange[] => {
		const [now, before] = [entry.agencyName, entries[index - 1]?.agencyName ?? null];
		if (now === null || before === null || sameAgency(now, before)) return [];
		return [{ year: entry.attributed.year, kind: 'renamed' }];
	});
}

/** What is not declared is not known: no sum fails for it. */
const NOT_DECLARED: Coverage = { scope: 'unknown', complete: false };

function groupFindings(summary: AttributedEntry, bodies: BodiesBelow, declared: DeclaredCoverage): Finding[] {
	const { scope } = summary.attributed;
	const told = declared.of(summary);
	const parts = hasRegion(scope) && scope !== 'county_summary' ? 'regions' : 'bodies';
	const coverage: Coverage = told ? { scope: 'known', complete: told.complete, parts } : { ...NOT_DECLARED, parts };
	return auditGroup(reportOf(summary), (told?.bodies ?? bodies.of(summary)).map(reportOf), coverage);
}

/** Every rule on the reports that count, an agency after the other; those `beside` are only there to be summed up. */
export function* auditEntries(
	used: readonly AttributedEntry[],
	declared: DeclaredCoverage,
	beside: readonly AttributedEntry[] = []
): Generator<AuditedAgency> {
	const bodies = new BodiesBelow(beside.length === 0 ? used : [...used, ...beside]);
	const byAgency = groupBy(used, ({ attributed }) => attributed.agency.id);
	for (const group of byAgency.values()) {
		const entries = group.toSorted((a, b) => a.attributed.year - b.attributed.year);
		const own = auditAgency(entries.map(reportOf), {
			changes: renamings(entries),
			reports: Object.fromEntries(entries.map((entry) => [entry.attributed.year, factsOf(entry)]))
		});
		for (const entry of entries) {
			const { scope, year } = entry.attributed;
			if (!hasRegion(scope) && !declared.has(entry)) continue;
			own.set(year, [...(own.get(year) ?? []), ...groupFindings(entry, bodies, declared)]);
		}
		yield { entries, findings: own };
	}
}
