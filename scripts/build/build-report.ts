import { shownName } from '../../src/lib/core/form/shown-name.ts';
import { absencesOf, placedCells } from '../../src/lib/core/dataset/index.ts';
import type { CoverageProblem, DatasetProblem, DecisionProblem, Entry } from '../../src/lib/core/dataset/index.ts';
import type { AbsenceReason } from '../../src/lib/core/extract/report.ts';
import type { Names } from '../../src/lib/core/form/index.ts';
import type { BuildOutcome } from './build-dataset.ts';
import { describeProblems } from './problem-lines.ts';

/** What became of a source, from what needs somebody's care to what needs none. */
export const SECTIONS = ['refused', 'superseded', 'used_with_problems', 'used'] as const;
export type SectionName = (typeof SECTIONS)[number];

interface Lines {
	readonly zh: readonly string[];
	readonly en: readonly string[];
}

/** One report of one file, or a file that gave none. */
export interface ReportedSource {
	readonly file: string;
	/** Which report of the file, from 1. */
	readonly report: number;
	readonly sha256: string | null;
	readonly bytes: number | null;
	readonly reader: string | null;
	readonly address: string | null;
	readonly collected: string | null;
	readonly agency: string | null;
	readonly agency_id: string | null;
	readonly year: number | null;
	readonly superseded_by: string | null;
	readonly formats: { readonly t2: string | null; readonly t3: string | null; readonly t4: string | null } | null;
	/** Cells that found their place, with or without a number. */
	readonly cells: number;
	/** Cells without a number, by reason. */
	readonly absences: Readonly<Partial<Record<AbsenceReason, number>>>;
	readonly problems: readonly DatasetProblem[];
	/** The problems in words, one line for each kind. */
	readonly what: Lines;
	readonly next: Lines;
}

export interface BuildReport {
	readonly name: string;
	readonly title: Names;
	readonly fictional: boolean;
	/** The build id of the dataset that the report is about. */
	readonly build: string;
	readonly version_rule: Names;
	readonly files: number;
	readonly counts: Readonly<Record<SectionName, number>>;
	readonly sections: Readonly<Record<SectionName, readonly ReportedSource[]>>;
	/** Groups of files whose bytes are the same. */
	readonly same_content: readonly (readonly string[])[];
	/** What is wrong in decisions.csv, and decisions that met no finding. */
	readonly decisions: readonly DecisionProblem[];
	/** What is wrong in coverage.csv, and what of it meets no report. */
	readonly coverage: readonly CoverageProblem[];
	readonly manifest: readonly { readonly file: string | null; readonly problem: DatasetProblem }[];
}

/** Longer sections are cut; `counts` tells the whole number, and the tables `sources` and `problems` hold all. */
export const REPORTED = 20_000;

export const VERSION_RULE: Names = {
	zh: '几份报告是同一机关同一年度的,采用读出格数较多的;相同则采用问题较少的;再相同则采用采集日期较晚的;再相同则采用路径排在前面的。其余的留在 sources 表,标为 superseded。',
	en: 'Of several reports of one agency and year the one counts that has more cells placed; then the one with fewer problems; then the one collected later; then the one whose path comes first. The others stay in the table sources as superseded.'
};

function countAbsences(entry: Entry): Partial<Record<AbsenceReason, number>> {
	const counts: Partial<Record<AbsenceReason, number>> = {};
	for (const { reason } of entry.attributed ? absencesOf(entry.attributed.report) : []) {
		counts[reason] = (counts[reason] ?? 0) + 1;
	}
	return counts;
}

function reported(entry: Entry, problems: readonly DatasetProblem[], supersededBy: string | null): ReportedSource {
	const { source, attributed } = entry;
	const [zh, en] = [describeProblems(problems, 'zh'), describeProblems(problems, 'en')];
	return {
		file: source.path,
		report: entry.ordinal,
		sha256: source.sha256,
		bytes: source.bytes,
		reader: source.reader,
		address: source.address,
		collected: source.collected,
		agency: entry.agencyName,
		agency_id: attributed?.agency.id ?? null,
		year: entry.year,
		superseded_by: supersededBy,
		formats: attributed && { ...attributed.report.formats },
		cells: attributed ? placedCells(attributed.report) : 0,
		absences: countAbsences(entry),
		problems,
		what: { zh: zh.what, en: en.what },
		next: { zh: zh.next, en: en.next }
	};
}

/** What a build made of every file, for the page and for machines; nothing in it depends on when, where or how it was built. */
export function reportBuild(
	outcome: Omit<BuildOutcome, 'written'>,
	about: Pick<BuildReport, 'name' | 'title' | 'fictional' | 'build'>
): BuildReport {
	const { entries, assembled } = outcome;
	const supersededBy = new Map<Entry, string>();
	for (const { used, superseded } of assembled.versions) {
		for (const { entry } of superseded) supersededBy.set(entry, used.source.path);
	}
	const problemsOf = (entry: Entry): readonly DatasetProblem[] => assembled.problems.get(entry) ?? [];
	const sectionOf = (entry: Entry): SectionName => {
		if (!entry.attributed) return 'refused';
		if (supersededBy.has(entry)) return 'superseded';
		return problemsOf(entry).length > 0 ? 'used_with_problems' : 'used';
	};
	const groups = Map.groupBy(entries, sectionOf);
	const bySection = <T>(of: (group: readonly Entry[]) => T): Record<SectionName, T> =>
		Object.fromEntries(SECTIONS.map((name) => [name, of(groups.get(name) ?? [])])) as Record<SectionName, T>;
	return {
		...about,
		version_rule: VERSION_RULE,
		files: outcome.files,
		counts: bySection((group) => group.length),
		sections: bySection((group) =>
			group.slice(0, REPORTED).map((entry) => reported(entry, problemsOf(entry), supersededBy.get(entry) ?? null))
		),
		same_content: outcome.sameContent.map((group) => group.map(shownName)),
		manifest: outcome.manifest,
		decisions: outcome.decisions,
		coverage: outcome.coverage
	};
}

/** The text of `build-report.json`: a line for each source, so that two builds can be compared line by line. */
export function buildReportText(report: BuildReport): string {
	const { sections, ...rest } = report;
	const head = JSON.stringify(rest, null, ' ').slice(0, -2);
	const lists = SECTIONS.map((name) => {
		const rows = sections[name].map((row) => `   ${JSON.stringify(row)}`).join(',\n');
		return `  ${JSON.stringify(name)}: [${rows === '' ? '' : `\n${rows}\n  `}]`;
	});
	return `${head},\n "sections": {\n${lists.join(',\n')}\n }\n}\n`;
}
