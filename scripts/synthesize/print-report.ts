import { SECTIONS } from '../../src/lib/core/form/index.ts';
import type { TableId } from '../../src/lib/core/form/index.ts';
import { printTableFour, printTableThree, printTableTwo } from './print-tables.ts';
import type { Relabel, TableTwoSpans } from './print-tables.ts';
import { cutAfter, withEmptyCellsUnderHeadings } from './printed-table.ts';
import type { PrintedTable } from './printed-table.ts';
import type { ReportFigures } from './report-figures.ts';

export interface PrintedSection {
	/** `''`: the report prints no heading here. */
	readonly heading: string;
	readonly table: PrintedTable | null;
}

/** A report as printed, before it takes the shape of a file. */
export interface PrintedReport {
	/** The lines of the title. */
	readonly title: readonly string[];
	readonly sections: readonly PrintedSection[];
	/** The text breaks off inside the last table. */
	readonly cut: boolean;
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
	/** The cell or label after which the text breaks off (the first of that id). */
	readonly endsAfter?: string;
}

const TABLE_OF_SECTION: Readonly<Record<string, TableId>> = { s2: 't2', s3: 't3', s4: 't4' };
const FULL_WIDTH: Readonly<Record<string, string>> = { '(': '（', ')': '）', ':': '：', ',': '，' };

/** The name of the report, as titles print it after agency and year. */
export const REPORT_NAME = '政府信息公开工作年度报告';

/** Prints the figures on the statutory form, with the words of `core/form`. */
export function printReport(figures: ReportFigures, printing: Printing = {}): PrintedReport {
	const { punctuation = 'half', spareColumns = 0, emptyUnderHeadings = false, endsAfter } = printing;
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
	const sections: PrintedSection[] = [];
	let cut = false;
	for (const section of SECTIONS) {
		const heading = relabel(section.id, `${section.ordinal}、${section.names.zh}`);
		const id = TABLE_OF_SECTION[section.id];
		const whole = id === undefined ? null : printTable(id);
		const ended = whole === null || endsAfter === undefined ? null : cutAfter(whole, endsAfter);
		sections.push({ heading, table: ended ?? whole });
		if (ended !== null) {
			cut = true;
			break;
		}
	}
	if (endsAfter !== undefined && !cut) throw new Error(`nothing of that id is printed: ${endsAfter}`);
	return { title: printing.title ?? [`${figures.agency}${figures.year}年${REPORT_NAME}`], sections, cut };
}
