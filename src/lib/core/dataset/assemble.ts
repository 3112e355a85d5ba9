import type { Agency } from '../agencies/agency.ts';
import { APPLICANTS, TABLE_THREE_ROWS } from '../form/index.ts';
import type { DatasetProblem } from './build-problem.ts';
import type { Attributed, Entry, Verdict } from './entry.ts';
import { figuresOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { printedCells } from './printed-cells.ts';
import { toRow } from './rows.ts';
import type { Row, TableRows, Value } from './rows.ts';
import { summaryRows } from './summary.ts';
import { REPORT_CELLS } from './tables.ts';
import type { Scope } from './tables.ts';
import { chooseVersion, placedCells } from './versions.ts';
import type { AttributedEntry, VersionGroup } from './versions.ts';

export interface Assembled {
	readonly tables: TableRows;
	/** Agency-years that several reports claim. */
	readonly versions: readonly VersionGroup[];
	/** Everything that was found wrong, by entry: the reader's and the build's problems. */
	readonly problems: ReadonlyMap<Entry, readonly DatasetProblem[]>;
}

function dimensions(agency: Agency, scope: Scope): Record<string, Value> {
	const { code, province, city, county, township, level, type, family } = agency;
	return { code, province, city, county, township, level, type, family, scope };
}

function count(verdicts: readonly Verdict[], status: Verdict['status']): number {
	return verdicts.filter((verdict) => verdict.status === status).length;
}

function reportValues(entry: AttributedEntry, figures: Figures, problems: number): Record<string, Value> {
	const { agency, scope, year, report, verdicts } = entry.attributed;
	const values: Record<string, Value> = {
		agency_id: agency.id,
		agency: entry.agencyName,
		year,
		...dimensions(agency, scope),
		format_t2: report.formats.t2,
		format_t3: report.formats.t3,
		format_t4: report.formats.t4,
		checks_pass: count(verdicts, 'pass'),
		checks_fail: count(verdicts, 'fail'),
		checks_unsure: count(verdicts, 'unsure'),
		checks_not_assessable: count(verdicts, 'not_assessable'),
		problems,
		source: entry.source.path,
		report: entry.ordinal
	};
	for (const cell of REPORT_CELLS) values[cell.key] = figures.values.get(cell.key) ?? null;
	return values;
}

function requestRows({ agency, year, report }: Attributed, figures: Figures): Row[] {
	if (report.formats.t3 === null) return [];
	return APPLICANTS.map((applicant) => {
		const values: Record<string, Value> = { agency_id: agency.id, year, applicant: applicant.id };
		for (const row of TABLE_THREE_ROWS) values[row.id] = figures.values.get(`t3.${row.id}.${applicant.id}`) ?? null;
		return toRow('requests', values);
	});
}

function cellRows({ agency, year, report }: Attributed): Row[] {
	return printedCells(report).map(([{ key }, { v, raw, absence, unit, at }]) =>
		toRow('cells', {
			agency_id: agency.id,
			year,
			cell: key,
			value: v,
			raw,
			absence: absence ?? null,
			unit: unit ?? null,
			table: at?.table ?? null,
			row: at?.row ?? null,
			col: at?.col ?? null,
			line: at?.line ?? null
		})
	);
}

function absenceRows({ agency, year }: Attributed, figures: Figures): Row[] {
	return figures.absences.map(({ cell, reason, raw }) =>
		toRow('absences', { agency_id: agency.id, year, cell, reason, raw })
	);
}

function findingRows({ agency, year, verdicts }: Attributed): Row[] {
	return verdicts
		.filter((verdict) => verdict.status !== 'pass')
		.map(({ rule, along, status, left, right, difference, cells }) =>
			toRow('findings', {
				agency_id: agency.id,
				year,
				rule,
				along,
				status,
				left,
				right,
				difference,
				cells: cells.join(' ')
			})
		);
}

/** One row an agency, named and placed as in its latest year. */
function agencyRows(used: readonly AttributedEntry[]): Row[] {
	const latest = new Map<string, Attributed>();
	for (const { attributed } of used) {
		const known = latest.get(attributed.agency.id);
		if (!known || known.year < attributed.year) latest.set(attributed.agency.id, attributed);
	}
	return [...latest.values()].map(({ agency, scope }) =>
		toRow('agencies', { agency_id: agency.id, agency: agency.name, ...dimensions(agency, scope) })
	);
}

interface Fate {
	readonly outcome: 'used' | 'superseded' | 'refused';
	readonly supersededBy: string | null;
	readonly problems: readonly DatasetProblem[];
}

function sourceRow(entry: Entry, fate: Fate): Row {
	const { source, ordinal, attributed } = entry;
	return toRow('sources', {
		source: source.path,
		report: ordinal,
		sha256: source.sha256,
		bytes: source.bytes,
		reader: source.reader,
		address: source.address,
		collected: source.collected,
		agency: entry.agencyName,
		agency_id: attributed?.agency.id ?? null,
		year: entry.year,
		outcome: fate.outcome,
		superseded_by: fate.supersededBy,
		cells: attributed ? placedCells(attributed.report) : 0,
		problems: fate.problems.length
	});
}

/** The problems of all reports of one file, numbered through the file. */
function problemRows(fates: ReadonlyMap<Entry, Fate>): Row[] {
	const next = new Map<string, number>();
	return [...fates]
		.sort(([a], [b]) => a.ordinal - b.ordinal)
		.flatMap(([entry, fate]) =>
			fate.problems.map(({ code, table, row, column, line, found, expected }) => {
				const ordinal = (next.get(entry.source.path) ?? 0) + 1;
				next.set(entry.source.path, ordinal);
				return toRow('problems', {
					source: entry.source.path,
					report: entry.ordinal,
					ordinal,
					agency_id: entry.attributed?.agency.id ?? null,
					year: entry.year,
					code,
					table: table ?? null,
					row: row ?? null,
					column: column ?? null,
					line: line ?? null,
					found: found ?? null,
					expected: expected ?? null
				});
			})
		);
}

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

/** Reports, already read, attributed and audited, as the rows of every table; the order of the entries does not matter to the set of rows. */
export function assemble(entries: readonly Entry[]): Assembled {
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
	const reports = [...figures].map(([entry, own]) => reportValues(entry, own, fates.get(entry)?.problems.length ?? 0));
	const each = (rows: (attributed: Attributed, own: Figures) => Row[]): Row[] =>
		[...figures].flatMap(([entry, own]) => rows(entry.attributed, own));
	return {
		tables: {
			agencies: agencyRows([...figures.keys()]),
			reports: reports.map((values) => toRow('reports', values)),
			requests: each(requestRows),
			cells: each(cellRows),
			absences: each(absenceRows),
			findings: each(findingRows),
			problems: problemRows(fates),
			sources: [...fates].map(([entry, fate]) => sourceRow(entry, fate)),
			summary: summaryRows(reports)
		},
		versions: groups.filter((group) => group.superseded.length > 0),
		problems: new Map([...fates].map(([entry, fate]) => [entry, fate.problems]))
	};
}
