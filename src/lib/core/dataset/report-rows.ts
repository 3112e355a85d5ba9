import type { Agency } from '../agencies/agency.ts';
import type { Finding, Verdict } from '../audit/finding.ts';
import { APPLICANTS, TABLE_THREE_ROWS } from '../form/index.ts';
import type { Attributed } from './entry.ts';
import type { Figures } from './figures.ts';
import { printedCells } from './printed-cells.ts';
import { toRow } from './rows.ts';
import type { Row, Value } from './rows.ts';
import { REPORT_CELLS } from './tables.ts';
import type { Scope } from './tables.ts';
import type { AttributedEntry } from './versions.ts';

function dimensions(agency: Agency, scope: Scope): Record<string, Value> {
	const { code, province, city, county, township, level, type, family } = agency;
	return { code, province, city, county, township, level, type, family, scope };
}

function count(findings: readonly Finding[], status: Verdict): number {
	return findings.filter((finding) => finding.status === status).length;
}

export function reportValues(entry: AttributedEntry, figures: Figures, problems: number): Record<string, Value> {
	const { agency, scope, year, report, findings } = entry.attributed;
	const values: Record<string, Value> = {
		agency_id: agency.id,
		agency: entry.agencyName,
		year,
		...dimensions(agency, scope),
		format_t2: report.formats.t2,
		format_t3: report.formats.t3,
		format_t4: report.formats.t4,
		checks_pass: count(findings, 'pass'),
		checks_fail: count(findings, 'fail'),
		checks_unsure: count(findings, 'unsure'),
		checks_not_assessable: count(findings, 'not_assessable'),
		problems,
		source: entry.source.path,
		report: entry.ordinal
	};
	for (const cell of REPORT_CELLS) values[cell.key] = figures.values.get(cell.key) ?? null;
	return values;
}

const REQUEST_CELLS = APPLICANTS.map((applicant) => ({
	applicant: applicant.id,
	cells: TABLE_THREE_ROWS.map((row) => [row.id, `t3.${row.id}.${applicant.id}`] as const)
}));

export function requestRows({ agency, year, report }: Attributed, figures: Figures): Row[] {
	if (report.formats.t3 === null) return [];
	return REQUEST_CELLS.map(({ applicant, cells }) => {
		const values: Record<string, Value> = { agency_id: agency.id, year, applicant };
		for (const [row, cell] of cells) values[row] = figures.values.get(cell) ?? null;
		return toRow('requests', values);
	});
}

export function cellRows({ agency, year, report }: Attributed): Row[] {
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

export function absenceRows({ agency, year }: Attributed, figures: Figures): Row[] {
	return figures.absences.map(({ cell, reason, raw }) =>
		toRow('absences', { agency_id: agency.id, year, cell, reason, raw })
	);
}

export function findingRows({ agency, year, findings }: Attributed): Row[] {
	return findings
		.filter((finding) => finding.status !== 'pass')
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
export function agencyRows(used: readonly AttributedEntry[]): Row[] {
	const latest = new Map<string, Attributed>();
	for (const { attributed } of used) {
		const known = latest.get(attributed.agency.id);
		if (!known || known.year < attributed.year) latest.set(attributed.agency.id, attributed);
	}
	return [...latest.values()].map(({ agency, scope }) =>
		toRow('agencies', { agency_id: agency.id, agency: agency.name, ...dimensions(agency, scope) })
	);
}
