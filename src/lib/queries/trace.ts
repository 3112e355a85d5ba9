import type { Reason, Severity } from '../core/audit/index.ts';
import type { DecisionKind } from '../core/dataset/decision.ts';
import type { AbsenceReason } from '../core/extract/report.ts';
import { ALL_CELLS } from '../core/form/index.ts';
import type { Row } from '../db/gate.ts';
import { literal } from '../db/sql.ts';
import type { Query } from './query.ts';
import { number, numberOrNull, text, textOrNull } from './row-values.ts';

/** One cell of a report with its place in the source. */
export interface CellRow {
	readonly cell: string;
	/** As printed, never rescaled; null with the reason in `absence`. */
	readonly value: number | null;
	readonly raw: string;
	readonly absence: AbsenceReason | null;
	/** A unit printed inside the cell. */
	readonly unit: string | null;
	/** 1-based: which table of the source, its row and column, and the line of the text. */
	readonly table: number | null;
	readonly row: number | null;
	readonly col: number | null;
	readonly line: number | null;
}

const CELL_ORDER: ReadonlyMap<string, number> = new Map(ALL_CELLS.map((cell, index) => [cell.key, index]));
const orderOf = (cell: string): number => CELL_ORDER.get(cell) ?? CELL_ORDER.size;

/** Every cell of one report, in the order of the form. */
export function cellsOf(agencyId: string, year: number): Query<CellRow> {
	return {
		tables: ['cells'],
		years: [year],
		sql: `SELECT c.cell, c.value, c.raw, c.absence, c.unit, c."table", c."row", c.col, c.line
FROM cells c WHERE c.agency_id = ${literal(agencyId)} AND c.year = ${Math.trunc(year)}
ORDER BY c.cell`,
		parse: (rows) =>
			rows
				.map((row) => ({
					cell: text(row, 'cell'),
					value: numberOrNull(row, 'value'),
					raw: text(row, 'raw'),
					absence: textOrNull(row, 'absence') as AbsenceReason | null,
					unit: textOrNull(row, 'unit'),
					table: numberOrNull(row, 'table'),
					row: numberOrNull(row, 'row'),
					col: numberOrNull(row, 'col'),
					line: numberOrNull(row, 'line')
				}))
				.sort((a, b) => orderOf(a.cell) - orderOf(b.cell))
	};
}

export interface FindingRow {
	readonly agency_id: string;
	readonly year: number;
	readonly rule: string;
	readonly along: string;
	readonly severity: Severity;
	readonly status: 'fail' | 'unsure' | 'not_assessable';
	readonly reason: Reason | null;
	/** Of a rule on the text: the quoted figure. */
	readonly left: number | null;
	readonly right: number | null;
	/** Left minus right. */
	readonly difference: number | null;
	readonly cells: readonly string[];
	/** The earlier year it was compared with, and the cells of that year. */
	readonly against: number | null;
	readonly before: readonly string[];
	/** The values that a quoted figure may mean, and which agrees. */
	readonly candidates: readonly { readonly id: string; readonly value: number | null }[];
	readonly matched: string | null;
	readonly suggestion: { readonly cell: string; readonly value: number } | null;
	/** Where it stands in the source: a cell of a table, or a line of a section of the text. */
	readonly place: {
		readonly table: number | null;
		readonly row: number | null;
		readonly col: number | null;
		readonly section: string | null;
		readonly line: number | null;
	};
	readonly decision: {
		readonly kind: DecisionKind;
		readonly reason: string | null;
		readonly date: string | null;
		readonly by: string | null;
	} | null;
}

const wordsOf = (text: string | null): string[] => text?.split(' ').filter((word) => word !== '') ?? [];

function candidateOf(word: string): { id: string; value: number | null } {
	const at = word.lastIndexOf('=');
	const value = word.slice(at + 1);
	return { id: word.slice(0, at), value: value === '' ? null : Number(value) };
}

export function parseFinding(row: Row): FindingRow {
	const suggested = textOrNull(row, 'suggestion_cell');
	const decision = textOrNull(row, 'decision');
	return {
		agency_id: text(row, 'agency_id'),
		year: number(row, 'year'),
		rule: text(row, 'rule'),
		along: text(row, 'along'),
		severity: text(row, 'severity') as Severity,
		status: text(row, 'status') as FindingRow['status'],
		reason: textOrNull(row, 'reason') as Reason | null,
		left: numberOrNull(row, 'left'),
		right: numberOrNull(row, 'right'),
		difference: numberOrNull(row, 'difference'),
		cells: wordsOf(text(row, 'cells')),
		against: numberOrNull(row, 'against'),
		before: wordsOf(textOrNull(row, 'before')),
		candidates: wordsOf(textOrNull(row, 'candidates')).map(candidateOf),
		matched: textOrNull(row, 'matched'),
		suggestion: suggested === null ? null : { cell: suggested, value: number(row, 'suggestion_value') },
		place: {
			table: numberOrNull(row, 'table'),
			row: numberOrNull(row, 'row'),
			col: numberOrNull(row, 'col'),
			section: textOrNull(row, 'section'),
			line: numberOrNull(row, 'line')
		},
		decision:
			decision === null
				? null
				: {
						kind: decision as DecisionKind,
						reason: textOrNull(row, 'decision_reason'),
						date: textOrNull(row, 'decided'),
						by: textOrNull(row, 'decided_by')
					}
	};
}

const ofReport = (alias: string, agencyId: string, year: number | undefined): string =>
	`${alias}.agency_id = ${literal(agencyId)}${year === undefined ? '' : ` AND ${alias}.year = ${Math.trunc(year)}`}`;

/** The columns of a finding `f`, as `parseFinding` reads them. */
export const FINDING_COLUMNS = `f.agency_id, f.year, f.rule, f.along, f.severity, f.status, f.reason, f."left", f."right", f.difference, f.cells,
	f.against, f.before, f.candidates, f.matched, f.suggestion_cell, f.suggestion_value,
	f."table", f."row", f.col, f.section, f.line, f.decision, f.decision_reason, f.decided::VARCHAR AS decided, f.decided_by`;

/** Verdicts other than pass on an agency's reports; without a year, on all of them. */
export function findingsOf(agencyId: string, year?: number): Query<FindingRow> {
	return {
		tables: ['findings'],
		years: year === undefined ? [] : [year],
		sql: `SELECT ${FINDING_COLUMNS}
FROM findings f WHERE ${ofReport('f', agencyId, year)}
ORDER BY f.year, f.rule, f.along`,
		parse: (rows) => rows.map(parseFinding)
	};
}

/** Verdicts on the report of the year after that compare it with this one: the same figures seen from the other side. */
export function laterFindingsOf(agencyId: string, year: number): Query<FindingRow> {
	const later = Math.trunc(year) + 1;
	return {
		tables: ['findings'],
		years: [later],
		sql: `SELECT ${FINDING_COLUMNS}
FROM findings f WHERE ${ofReport('f', agencyId, later)} AND f.against = ${Math.trunc(year)} AND f.before IS NOT NULL
ORDER BY f.rule, f.along`,
		parse: (rows) => rows.map(parseFinding)
	};
}

export interface ProblemRow {
	readonly source: string;
	readonly code: string;
	readonly table: string | null;
	readonly row: string | null;
	readonly column: string | null;
	readonly line: number | null;
	readonly found: string | null;
	readonly expected: string | null;
}

/** What could not be read with certainty in an agency's report. */
export function problemsOf(agencyId: string, year: number): Query<ProblemRow> {
	return {
		tables: ['problems'],
		years: [],
		sql: `SELECT p.source, p.code, p."table", p."row", p."column", p.line, p.found, p.expected
FROM problems p WHERE ${ofReport('p', agencyId, year)}
ORDER BY p.source, p.report, p.ordinal`,
		parse: (rows) =>
			rows.map((row) => ({
				source: text(row, 'source'),
				code: text(row, 'code'),
				table: textOrNull(row, 'table'),
				row: textOrNull(row, 'row'),
				column: textOrNull(row, 'column'),
				line: numberOrNull(row, 'line'),
				found: textOrNull(row, 'found'),
				expected: textOrNull(row, 'expected')
			}))
	};
}

export interface SourceRow {
	readonly source: string;
	/** Which report of that file. */
	readonly report: number;
	readonly sha256: string;
	readonly bytes: number;
	readonly reader: string | null;
	readonly address: string | null;
	readonly collected: string | null;
	readonly outcome: 'used' | 'superseded' | 'refused';
	readonly cells: number;
	readonly problems: number;
}

/** The files that hold an agency's report of a year, the one that counts first. */
export function sourcesOf(agencyId: string, year: number): Query<SourceRow> {
	return {
		tables: ['sources'],
		years: [],
		sql: `SELECT s.source, s.report, s.sha256, s.bytes, s.reader, s.address, s.collected::VARCHAR AS collected, s.outcome, s.cells, s.problems
FROM sources s WHERE ${ofReport('s', agencyId, year)}
ORDER BY CASE s.outcome WHEN 'used' THEN 0 ELSE 1 END, s.source, s.report`,
		parse: (rows) =>
			rows.map((row) => ({
				source: text(row, 'source'),
				report: number(row, 'report'),
				sha256: text(row, 'sha256'),
				bytes: number(row, 'bytes'),
				reader: textOrNull(row, 'reader'),
				address: textOrNull(row, 'address'),
				collected: textOrNull(row, 'collected'),
				outcome: text(row, 'outcome') as SourceRow['outcome'],
				cells: number(row, 'cells'),
				problems: number(row, 'problems')
			}))
	};
}
