import type { AbsenceReason } from '../../src/lib/core/extract/index.ts';
import type { CellKey } from '../../src/lib/core/form/index.ts';
import type { PdfStyle } from './pdf-page.ts';
import type { PrintedReport, Prose } from './print-report.ts';
import type { Relabel, TableTwoSpans } from './print-tables.ts';
import type { Random } from './random.ts';
import type { DocxShape } from './render-docx.ts';
import type { HtmlShape } from './render-html.ts';
import type { Shape, TextEncoding } from './render-report.ts';
import type { XlsxShape } from './render-xlsx.ts';
import type { ForeignRow } from './report-figures.ts';
import type { AgencyYear } from './world/world.ts';
import type { Formats } from './world/counts.ts';

/** The kinds of files that can be asked for. */
export const FILE_KINDS = ['html', 'docx', 'pdf', 'xlsx', 'txt', 'md', 'csv'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Reads kinds parted by commas. */
export function readKinds(text: string): FileKind[] {
	return text.split(',').map((kind) => {
		const known = FILE_KINDS.find((candidate) => candidate === kind.trim());
		if (known === undefined) throw new Error(`unknown kind: ${kind}`);
		return known;
	});
}

export type FileShape =
	Shape | ({ readonly kind: 'docx' } & DocxShape) | ({ readonly kind: 'xlsx' } & XlsxShape) | PdfShape;

/** A page printed to PDF: its style sheet, by name. */
export type PdfShape = { readonly kind: 'pdf'; readonly style: PdfStyle } & HtmlShape;

/** A cell as printed, and what a reader must make of it. */
export interface PrintedFigure {
	readonly v: number | null;
	readonly raw: string;
	readonly absence?: AbsenceReason;
	/** No reader can be certain of it: a reader that leaves it out without a word is not wrong. Another number is. */
	readonly optional?: true;
}

/** The figures of a report before it takes the shape of a file. */
export interface FigureDraft {
	formats: Formats;
	readonly figures: Map<CellKey, PrintedFigure>;
	/** Cells that are to stay as they are, since an injected error shows in them. */
	readonly fixed: Set<CellKey>;
}

/** A report on its way to a file; mutations change it before it is printed. */
export interface Draft extends FigureDraft {
	readonly of: AgencyYear;
	readonly fileKind: FileKind;
	/** The agency's name as the title prints it. */
	agency: string;
	/** The title does not print it, or not so that it could be told. */
	agencyHidden: boolean;
	title: string[];
	readonly relabels: Relabel[];
	readonly merged: Map<CellKey, number>;
	readonly foreignRows: ForeignRow[];
	punctuation: 'half' | 'full';
	spareColumns: number;
	tableTwoSpans: TableTwoSpans | null;
	emptyUnderHeadings: boolean;
	prose: Prose;
	shape: FileShape;
	encoding: TextEncoding;
	/** How much of the text is left, 0 to 1; null: all of it. */
	keeps: number | null;
	copies: number;
}

/** One way in which real reports stray from the form, with the section of variations.md that tells of it. */
export interface Mutation {
	readonly name: string;
	readonly section: string;
	/** How often it befalls a report of the default corpus. */
	readonly rate: number;
	/** Kinds of files it can befall; all, where none are named. */
	readonly kinds?: readonly FileKind[];
	/** Shapes of text that it can befall. */
	readonly shapes?: readonly FileShape['kind'][];
	/** Of mutations of one group a report has one at most. */
	readonly group?: string;
	/** Whether it can befall this report at all. */
	readonly fits?: (draft: Draft) => boolean;
	/** Changes the draft before it is printed. */
	readonly draft?: (draft: Draft, random: Random) => void;
	/** Changes the printed report before it takes the shape of a file. */
	readonly blocks?: (report: PrintedReport, random: Random, draft: Draft) => PrintedReport;
	/** Changes the text of the file. */
	readonly text?: (text: string, random: Random, draft: Draft) => string;
}

/** A figure that is a number, as the form prints it. */
export const plainFigure = (v: number): PrintedFigure => ({ v, raw: String(v) });

/** A mutation that only puts marks and blanks in the place of numbers, so that it needs no file. */
export interface AbsenceMutation extends Omit<Mutation, 'draft' | 'fits'> {
	readonly fits?: (draft: FigureDraft) => boolean;
	readonly draft: (draft: FigureDraft, random: Random) => void;
}
