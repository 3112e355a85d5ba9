import { entriesOf, hasTable, unreadPart } from '../../src/lib/core/collect/index.ts';
import type { CollectedPart, Manifest } from '../../src/lib/core/collect/index.ts';
import { auditWhole } from '../../src/lib/core/audit/index.ts';
import type { Finding } from '../../src/lib/core/audit/index.ts';
import { assemble, auditEntries, DeclaredCoverage, Decisions, isBeside } from '../../src/lib/core/dataset/index.ts';
import type {
	AttributedEntry,
	CoverageProblem,
	Decision,
	DatasetProblem,
	Entry,
	Knowledge
} from '../../src/lib/core/dataset/index.ts';
import type { Report } from '../../src/lib/core/extract/report.ts';
import type { BuildSteps } from '../build/steps.ts';
import { parseReading } from '../build/reading.ts';
import type { FileTask } from '../build/reading.ts';

/** A finding with what a person decided on it. */
export interface JudgedFinding {
	readonly finding: Finding;
	readonly decision: Decision | null;
}

/** The verdicts on one report; `report` is null for a year of which none was given. */
export interface AuditedFile {
	readonly file: string;
	readonly agencyId: string | null;
	readonly agency: string | null;
	readonly year: number | null;
	readonly report: Report | null;
	readonly findings: readonly JudgedFinding[];
}

export interface AuditedFiles {
	readonly reports: readonly AuditedFile[];
	/** Files that gave no report, with why; and versions of one report that are not the one that counts. */
	readonly problems: readonly { readonly file: string; readonly problem: DatasetProblem }[];
	/** Declarations of coverage that meet no report, and bodies in them that do not. */
	readonly unmetCoverage: readonly CoverageProblem[];
	readonly unread: number;
}

const kept = (findings: readonly Finding[]): Finding[] => findings.filter((finding) => !isBeside(finding));

interface ReadEntry {
	readonly entry: Entry;
	readonly report: Report | null;
}

/** Every report of the files with its entry, in order. */
async function readAll(tasks: readonly FileTask[], manifest: Manifest, steps: BuildSteps): Promise<ReadEntry[]> {
	const all: ReadEntry[] = [];
	let done = 0;
	for await (const outcome of steps.readFiles(tasks)) {
		const name = tasks[done]?.name ?? '';
		done += 1;
		const parts: readonly CollectedPart[] = outcome.ok ? parseReading(outcome.reading) : [unreadPart(outcome.problem)];
		const reports = parts.flatMap((part): (Report | null)[] =>
			part.failure || part.reports.length === 0 ? [null] : part.reports.map(({ report }) => report)
		);
		const entries = entriesOf(name, { sha256: outcome.sha256, bytes: outcome.bytes, parts }, manifest, steps);
		entries.forEach((entry, index) => all.push({ entry, report: reports[index] ?? null }));
	}
	return all;
}

/** A report whose agency or year is not known: audited by itself. */
function auditAlone({ entry, report }: ReadEntry): AuditedFile[] {
	if (entry.attributed || report === null || !hasTable(report)) return [];
	const findings = kept(auditWhole({ ...report, year: entry.year })).map((finding) => ({ finding, decision: null }));
	const { agencyName: agency, year } = entry;
	return [{ file: entry.source.path, agencyId: null, agency, year, report, findings }];
}

/** The same verdicts as in a dataset built of these files: each report by itself, over the years, and summaries beside their bodies. */
export async function auditFiles(
	tasks: readonly FileTask[],
	manifest: Manifest,
	{ decisions = [], coverage = [] }: Knowledge,
	steps: BuildSteps
): Promise<AuditedFiles> {
	const read = await readAll(tasks, manifest, steps);
	const { versions, problems } = assemble(read.map(({ entry }) => entry));
	const superseded = new Set(versions.flatMap((group) => group.superseded.map(({ entry }) => entry as Entry)));
	const used = read.flatMap(({ entry }) =>
		entry.attributed && !superseded.has(entry) ? [entry as AttributedEntry] : []
	);
	const decided = new Decisions(decisions, used);
	const declared = new DeclaredCoverage(coverage, used);
	const reports: AuditedFile[] = read.flatMap(auditAlone);
	for (const { entries, findings } of auditEntries(used, declared)) {
		for (const [year, own] of findings) {
			const entry = entries.find(({ attributed }) => attributed.year === year) ?? null;
			const { agency } = (entry ?? (entries[0] as AttributedEntry)).attributed;
			reports.push({
				file: entry?.source.path ?? '',
				agencyId: agency.id,
				agency: entry?.agencyName ?? agency.name,
				year,
				report: entry?.attributed.report ?? null,
				findings: kept(own).map((finding) => ({ finding, decision: decided.for(agency.id, year, finding) }))
			});
		}
	}
	const lost = read.filter(({ entry, report }) => !entry.attributed && (report === null || !hasTable(report)));
	const told = [...lost.map(({ entry }) => entry), ...superseded];
	return {
		reports,
		problems: told.flatMap((entry) =>
			(problems.get(entry) ?? []).map((problem) => ({ file: entry.source.path, problem }))
		),
		unmetCoverage: declared.problems,
		unread: lost.length
	};
}
