import type { CellKey, Layout, SECTIONS, TableId } from '../form/index.ts';
import type { ReadFailure, ReaderId } from '../read/document.ts';

/** Why a cell has no number. `unplaced`: the table prints figures that could not be placed; `missing`: it prints no such cell. */
export const ABSENCE_REASONS = ['blank', 'dash', 'slash', 'text', 'missing', 'unplaced'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Where a cell stands in its source: 1-based table of the document, row (in running text: line) and column of that table, and line. */
export interface Place {
	readonly table: number;
	readonly row: number;
	readonly col: number;
	readonly line?: number;
}

/** One cell as read: `v` is the number, or null with the reason of its absence; `raw` is what is printed. */
export interface ReportCell {
	readonly v: number | null;
	readonly raw: string;
	readonly absence?: AbsenceReason;
	/** A unit printed inside the cell (元, 万元 …); `v` is never rescaled by it. */
	readonly unit?: string;
	/** Its place was told by the identities: of several readings exactly one satisfies them all. */
	readonly settled?: 'identity';
	readonly at?: Place;
}

export const EXTRACT_PROBLEM_CODES = [
	'report/no-table',
	'report/table-missing',
	'report/agency-not-found',
	'report/year-not-found',
	'report/copies-differ',
	'table/header-not-found',
	'table/layout-undetermined',
	'table/incomplete',
	'row/missing',
	'row/not-placed',
	'row/unknown',
	'row/repeated',
	'column/missing',
	'cell/not-a-number',
	'cell/negative',
	'cell/fraction'
] as const;
export type ProblemCode = ReadFailure['code'] | (typeof EXTRACT_PROBLEM_CODES)[number];

/** Something that could not be read with certainty, or reads oddly; never an exception. Its sentence stands in `format/`. */
export interface Problem {
	readonly code: ProblemCode;
	readonly table?: TableId;
	readonly row?: string;
	readonly column?: string;
	/** 1-based line in the source. */
	readonly line?: number;
	/** What is printed there. */
	readonly found?: string;
	/** What the form expects there. */
	readonly expected?: string;
}

/** `undetermined`: the table is there, but the row that tells its layout is not. null: the table was not found. */
export type FoundLayout = Layout | 'undetermined' | null;

export type SectionId = 'preface' | (typeof SECTIONS)[number]['id'];

/** The prose of one of the six sections, tables left out, or of what stands before the first. */
export interface Section {
	readonly id: SectionId;
	/** The heading as printed; null for the preface. */
	readonly heading: string | null;
	readonly paragraphs: readonly { readonly line: number; readonly text: string }[];
}

/** A report as extracted: nothing added, nothing rescaled, every cell with its place. */
export interface Report {
	readonly file: string;
	readonly reader: ReaderId | null;
	readonly agency: string | null;
	readonly year: number | null;
	readonly title: string | null;
	readonly formats: Readonly<Record<TableId, FoundLayout>>;
	readonly cells: Readonly<Partial<Record<CellKey, ReportCell>>>;
	readonly problems: readonly Problem[];
	/** The prose around the tables, by section. */
	readonly sections: readonly Section[];
	/** How often the same report stands in the file. */
	readonly copies: number;
}
