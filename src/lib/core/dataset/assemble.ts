import { auditAll } from './audit-all.ts';
import type { DatasetProblem } from './build-problem.ts';
import { correctionRows } from './corrections.ts';
import type { CoverageDeclaration, CoverageProblem } from './coverage-declaration.ts';
import { coverageRows } from './coverage.ts';
import type { Decision, DecisionProblem } from './decision.ts';
import type { Attributed, Entry } from './entry.ts';
import { figuresOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { absenceRows, agencyNameRows, agencyRows, cellRows, reportValues, requestRows } from './report-rows.ts';
import { toRow } from './rows.ts';
import type { Row, TableRows } from './rows.ts';
import { problemRows, sourceRow } from './source-rows.ts';
import type { Fate } from './source-rows.ts';
import { Summary } from './summary.ts';
import type { SummedReport } from './summary.ts';
import { RuleCounts } from './verdicts.ts';
import { chooseVersion } from './versions.ts';
import type { AttributedEntry, VersionGroup } from './versions.ts';

export interface Assembled {
	readonly tables: TableRows;
	/** Agency-years that several reports claim. */
	readonly versions: readonly VersionGroup[];
	/** Everything that was found wrong, by entry: the reader's and the build's problems. */
	readonly problems: ReadonlyMap<Entry, readonly DatasetProblem[]>;
	/** Decisions that met no finding. */
	readonly unmetDecisions: readonly DecisionProblem[];
	/** Declarations of coverage that meet no report, and bodies in them that do not. */
	readonly unmetCoverage: readonly CoverageProblem[];
}

/** The tables that hold sums over reports. */
export interface Sums {
	readonly ruleCounts: RuleCounts;
	readonly summary: Summary;
}

export const newSums = (): Sums => ({ ruleCounts: new RuleCounts(), summary: new Summary() });

/** The tables of sums. */
export const SUM_TABLES = ['rule_counts', 'summary', 'summary_pairs', 'summary_agencies'] as const;

export const sumRows = ({ ruleCounts, summary }: Sums): Pick<TableRows, (typeof SUM_TABLES)[number]> => ({
	rule_counts: ruleCounts.rows(),
	...summary.rows()
});

/** What people know beside the reports. */
export interface Knowledge {
	readonly decisions?: readonly Decision[];
	/** Which bodies a report sums up. */
	readonly coverage?: readonly CoverageDeclaration[];
	/** Reports of bodies that these reports sum up and whose own rows are made elsewhere. */
	readonly beside?: readonly AttributedEntry[];
	/** Sums that these reports are added to, where the entries are a part of a dataset: their rows are then made by who holds them. */
	readonly sums?: Sums;
	/** Whether rows of `cells` are wanted: reports that no file prints have none that the other tables do not tell. */
	readonly printed?: boolean;
	/** First and last year of the dataset, where the entries are a part of it. */
	readonly years?: readonly [first: number, last: number];
	/** How names are spelt in Latin letters. Without it they are not, and are found by their characters alone. */
	readonly spell?: (name: string) => string;
}

const NO_SUMS = { rule_counts: [], summary: [], summary_pairs: [], summary_agencies: [] } as const;

function groupVersions(entries: readonly Entry[]): VersionGroup[] {
	const groups = new Map<string, [AttributedEntry, ...AttributedEntry[]]>();
	for (const entry of entries) {
		if (!entry.attributed) continue;
		const attributed = entry as AttributedEntry;
		const key = `${attributed.attributed.agency.id} ${String(attributed.attributed.year)}`;
		const group = groups.get(key);
		if (group) group.push(attributed);
		else groups.set(key, [attributed]);
	}
	return [...groups.values()].map(chooseVersion);
}

const summedReport = (
	{ agency, scope, year, report }: Attributed,
	values: Figures['values'],
	{ hard_fail: failed = 0 }: Readonly<Record<string, number>>
): SummedReport => {
	const { id: agencyId, province, level, family } = agency;
	return { agencyId, year, province, scope, level, family, failing: failed > 0, values, formats: report.formats };
};

/** Reports, already read and attributed, audited and as the rows of every table; the order of the entries does not matter to the set of rows. */
export function assemble(
	entries: readonly Entry[],
	{ decisions = [], coverage = [], beside = [], years, printed = true, spell, sums }: Knowledge = {}
): Assembled {
	const groups = groupVersions(entries);
	const fates = new Map<Entry, Fate>();
	const figures = new Map<AttributedEntry, Figures>();
	for (const { used, superseded } of groups) {
		const own = figuresOf(used.attributed.report);
		figures.set(used, own);
		fates.set(used, { outcome: 'used', supersededBy: null, problems: [...used.problems, ...own.problems] });
		for (const { entry, problems } of superseded) {
			fates.set(entry, {
				outcome: 'superseded',
				supersededBy: used.source.path,
				problems: [...entry.problems, ...problems]
			});
		}
	}
	for (const entry of entries) {
		if (!entry.attributed) fates.set(entry, { outcome: 'refused', supersededBy: null, problems: entry.problems });
	}
	const own = sums ?? newSums();
	const audited = auditAll([...figures.keys()], own.ruleCounts, decisions, coverage, beside);
	const reports = [...figures].map(([entry, own]) =>
		reportValues(entry, own, fates.get(entry)?.problems.length ?? 0, audited.countsOf(entry))
	);
	own.summary.add(
		[...figures].map(([entry, { values }]) => summedReport(entry.attributed, values, audited.countsOf(entry)))
	);
	const each = (rows: (attributed: Attributed, own: Figures) => Row[]): Row[] =>
		[...figures].flatMap(([entry, own]) => rows(entry.attributed, own));
	return {
		tables: {
			agencies: agencyRows([...figures.keys()]),
			agency_names: agencyNameRows([...figures.keys()], spell ?? null),
			reports: reports.map((values) => toRow('reports', values)),
			requests: each(requestRows),
			cells: printed ? each(cellRows) : [],
			absences: each(absenceRows),
			findings: audited.findings,
			...(sums ? NO_SUMS : sumRows(own)),
			coverage: coverageRows([...figures.keys()], years),
			corrections: correctionRows(groups, audited.corrections),
			problems: problemRows(fates),
			sources: [...fates].map(([entry, fate]) => sourceRow(entry, fate))
		},
		versions: groups.filter((group) => group.superseded.length > 0),
		problems: new Map([...fates].map(([entry, fate]) => [entry, fate.problems])),
		unmetDecisions: audited.unmet,
		unmetCoverage: audited.unmetCoverage
	};
}
