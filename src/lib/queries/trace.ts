import type { AbsenceReason } from '../core/extract/report.ts';
import { ALL_CELLS } from '../core/form/index.ts';
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
	readonly status: 'fail' | 'unsure' | 'not_assessable';
	readonly left: number | null;
	readonly right: number | null;
	/** Left minus right. */
	readonly difference: number | null;
	readonly cells: readonly string[];
}

const ofReport = (alias: string, agencyId: string, year: number | undefined): string =>
	`${alias}.agency_id = ${literal(agencyId)}${year === undefined ? '' : ` AND ${alias}.year = ${Math.trunc(year)}`}`;

/** Verdicts other than pass on an agency's reports; without a year, on all of them. */
export function findingsOf(agencyId: string, year?: number): Query<FindingRow> {
	return {
		tables: ['findings'],
		years: [],
		sql: `SELECT f.agency_id, f.year, f.rule, f.along, f.status, f."left", f."right", f.difference, f.cells
FROM findings f WHERE ${ofReport('f', agencyId, year)}
ORDER BY f.year, f.rule, f.along`,
		parse: (rows) =>
			rows.map((row) => ({
				agency_id: text(row, 'agency_id'),
				year: number(row, 'year'),
				rule: text(row, 'rule'),
				along: text(row, 'along'),
				status: text(row, 'status') as FindingRow['status'],
				left: numberOrNull(row, 'left'),
				right: numberOrNull(row, 'right'),
				difference: numberOrNull(row, 'difference'),
				cells: text(row, 'cells')
					.split(' ')
					.filter((cell) => cell !== '')
			}))
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
