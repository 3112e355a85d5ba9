import { printReport } from '../../../scripts/synthesize/print-report.ts';
import { renderDocx } from '../../../scripts/synthesize/render-docx.ts';
import { renderReportText } from '../../../scripts/synthesize/render-report.ts';
import { renderXlsx } from '../../../scripts/synthesize/render-xlsx.ts';
import type { Printing } from '../../../scripts/synthesize/print-report.ts';
import type { Figure, ReportFigures } from '../../../scripts/synthesize/report-figures.ts';
import { APPLICANTS, DISPUTES, RESULTS, formCells, tableThreeRows } from '../../../src/lib/core/form/index.ts';
import type { CellKey } from '../../../src/lib/core/form/index.ts';

type Cells = Partial<Record<CellKey, Figure>>;
export type Change = Cells;

/** What natural persons asked and how it ended: 58 new and 4 carried over, 59 closed, 3 carried forward. */
const PERSONS: Readonly<Record<string, number>> = {
	new: 58,
	carried_in: 4,
	granted: 31,
	partial: 9,
	denied_internal: 3,
	denied_case_file: 2,
	unable_not_held: 12,
	other_rest: 2,
	closed: 59,
	carried_out: 3
};
/** The same of businesses. */
const BUSINESSES: Readonly<Record<string, number>> = { new: 2, granted: 1, unable_not_held: 1, closed: 2 };

const T2: Cells = {
	't2.normative.issued': 3,
	't2.normative.repealed': 1,
	't2.normative.in_force': 21,
	't2.licensing.decisions': 1204,
	't2.penalty.decisions': 88,
	't2.coercion.decisions': 5,
	't2.fees.amount': 12.5
};

function tableThree(): Cells {
	const cells: Cells = {};
	for (const { id } of tableThreeRows('2021')) {
		for (const applicant of APPLICANTS) cells[`t3.${id}.${applicant.id}`] = 0;
		cells[`t3.${id}.natural_person`] = PERSONS[id] ?? 0;
		cells[`t3.${id}.business`] = BUSINESSES[id] ?? 0;
		cells[`t3.${id}.total`] = (PERSONS[id] ?? 0) + (BUSINESSES[id] ?? 0);
	}
	return cells;
}

function tableFour(): Cells {
	const cells: Cells = {};
	for (const { id } of DISPUTES) for (const result of RESULTS) cells[`t4.${id}.${result.id}`] = 0;
	return { ...cells, 't4.review.upheld': 2, 't4.review.pending': 1, 't4.review.total': 3 };
}

/** A whole report of 2024 of an invented bureau in which every identity holds. */
export function soundFigures(change: Cells = {}, more: Partial<ReportFigures> = {}): ReportFigures {
	const zeros = Object.fromEntries(formCells('t2', '2021').map(({ key }) => [key, 0])) as Cells;
	return {
		agency: '云溪市青禾区统计局',
		year: 2024,
		formats: { t2: '2021', t3: '2021', t4: '2021' },
		cells: { ...zeros, ...T2, ...tableThree(), ...tableFour(), ...change },
		...more
	};
}

const PROSE: Printing = {
	prose: {
		before: {
			s1: [
				'2024年，本机关收到政府信息公开申请60件，上年结转4件，办结61件，结转下年度3件。发生行政复议3件，未发生行政诉讼。'
			]
		},
		after: { s6: ['本年度未收取信息处理费。'] }
	}
};

/** A sound draft as a web page, with changes to its figures. */
export function draftHtml(change: Cells = {}, more: Partial<ReportFigures> = {}): string {
	return renderReportText(soundFigures(change, more), { kind: 'html' }, PROSE);
}

/** As the text that a copy out of a table leaves. */
export function draftMarkdown(change: Cells = {}): string {
	return renderReportText(soundFigures(change), { kind: 'markdown' }, PROSE);
}

export async function draftDocx(change: Cells = {}): Promise<Uint8Array> {
	return renderDocx(printReport(soundFigures(change), PROSE));
}

export function draftXlsx(change: Cells = {}): Uint8Array {
	return renderXlsx(printReport(soundFigures(change), PROSE));
}
