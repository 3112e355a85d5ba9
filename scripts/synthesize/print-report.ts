import { SECTIONS } from '../../src/lib/core/form/index.ts';
import type { TableId } from '../../src/lib/core/form/index.ts';
import { printTableFour, printTableThree, printTableTwo } from './print-tables.ts';
import type { Relabel, TableTwoSpans } from './print-tables.ts';
import { cutAfter, withEmptyCellsUnderHeadings } from './printed-table.ts';
import type { PrintedTable } from './printed-table.ts';
import type { ReportFigures } from './report-figures.ts';

export type SectionName = (typeof SECTIONS)[number]['id'];

/** What a report prints, from top to bottom. */
export type PrintedBlock =
	| { readonly kind: 'title'; readonly lines: readonly string[] }
	| { readonly kind: 'heading'; readonly section: SectionName; readonly text: string }
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'table'; readonly table: PrintedTable }
	/** The end of a page of paper, with the number that stands there. */
	| { readonly kind: 'page-end'; readonly text: string };

/** A report as printed, before it takes the shape of a file. */
export interface PrintedReport {
	/** The lines of the title. */
	readonly title: readonly string[];
	readonly blocks: readonly PrintedBlock[];
	/** The text breaks off inside the last table. */
	readonly cut: boolean;
}

/** Paragraphs around the tables: before the first heading, and before and after the table of a section. */
export interface Prose {
	readonly preface?: readonly string[];
	readonly before?: Readonly<Partial<Record<SectionName, readonly string[]>>>;
	readonly after?: Readonly<Partial<Record<SectionName, readonly string[]>>>;
}

/** How a report prints its form: wording and geometry, whatever the file. */
export interface Printing {
	/** Lines of the title; by default one line of agency, year and the name of the report. */
	readonly title?: readonly string[];
	/** Another wording of a label (`t2.made`, `t3.denied_law`, `t4.review.upheld`) or of a section's heading (`s1` … `s6`; `''` leaves it out). */
	readonly relabel?: Relabel;
	/** Brackets, colons and commas of labels: half-width as the form's data, or full-width as the notice prints them. */
	readonly punctuation?: 'half' | 'full';
	/** Columns that table two has beyond the four it needs. */
	readonly spareColumns?: number;
	readonly tableTwoSpans?: TableTwoSpans;
	/** An empty cell under each column heading in place of its row span. */
	readonly emptyUnderHeadings?: boolean;
	readonly prose?: Prose;
	/** The cell or label after which the text breaks off (the first of that id). */
	readonly endsAfter?: string;
}

const TABLE_OF_SECTION: Readonly<Record<string, TableId>> = { s2: 't2', s3: 't3', s4: 't4' };
const FULL_WIDTH: Readonly<Record<string, string>> = { '(': '（', ')': '）', ':': '：', ',': '，' };

/** The name of the report, as titles print it after agency and year. */
export const REPORT_NAME = '政府信息公开工作年度报告';

const paragraphs = (texts: readonly string[] | undefined): PrintedBlock[] =>
	(texts ?? []).map((text) => ({ kind: 'paragraph', text }));

/** Prints the figures on the statutory form, with the words of `core/form`. */
export function printReport(figures: ReportFigures, printing: Printing = {}): PrintedReport {
	const { punctuation = 'half', spareColumns = 0, emptyUnderHeadings = false, prose = {}, endsAfter } = printing;
	const relabel: Relabel = (id, printed) => {
		const worded = printing.relabel?.(id, printed) ?? printed;
		return punctuation === 'full' ? worded.replace(/[():,]/gu, (mark) => FULL_WIDTH[mark] ?? mark) : worded;
	};
	const printTable = (table: TableId): PrintedTable | null => {
		const layout = figures.formats[table];
		if (layout === null) return null;
		const printed =
			table === 't2'
				? printTableTwo(figures, layout, relabel, spareColumns, printing.tableTwoSpans)
				: table === 't3'
					? printTableThree(figures, layout, relabel)
					: printTableFour(figures, relabel);
		return emptyUnderHeadings ? withEmptyCellsUnderHeadings(printed) : printed;
	};
	const title = printing.title ?? [`${figures.agency}${figures.year}年${REPORT_NAME}`];
	const blocks: PrintedBlock[] = [{ kind: 'title', lines: title }, ...paragraphs(prose.preface)];
	let cut = false;
	for (const section of SECTIONS) {
		const heading = relabel(section.id, `${section.ordinal}、${section.names.zh}`);
		const id = TABLE_OF_SECTION[section.id];
		const whole = id === undefined ? null : printTable(id);
		const ended = whole === null || endsAfter === undefined ? null : cutAfter(whole, endsAfter);
		const table = ended ?? whole;
		if (heading !== '') blocks.push({ kind: 'heading', section: section.id, text: heading });
		blocks.push(...paragraphs(prose.before?.[section.id]));
		if (table !== null) blocks.push({ kind: 'table', table });
		if (ended !== null) {
			cut = true;
			break;
		}
		blocks.push(...paragraphs(prose.after?.[section.id]));
	}
	if (endsAfter !== undefined && !cut) throw new Error(`nothing of that id is printed: ${endsAfter}`);
	return { title, blocks, cut };
}
