import { compareTruth } from '../../../../../scripts/accuracy/compare-truth.ts';
import type { Outcome } from '../../../../../scripts/accuracy/compare-truth.ts';
import { printTableFour, printTableThree, printTableTwo } from '../../../../../scripts/synthesize/print-tables.ts';
import type { PrintedCell, PrintedTable } from '../../../../../scripts/synthesize/printed-table.ts';
import type { ReportFigures } from '../../../../../scripts/synthesize/report-figures.ts';
import { extractReports } from '../../../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../../../src/lib/core/extract/index.ts';
import { formCells, TABLE_IDS } from '../../../../../src/lib/core/form/index.ts';
import type { Layout } from '../../../../../src/lib/core/form/index.ts';
import { readDocument } from '../../../../../src/lib/core/read/index.ts';
import { distinctFigures } from '../../../read/form-figures.ts';

export type Cells = Record<string, string>;

export const TITLE = '青山市云水区民政局2023年政府信息公开工作年度报告';

/** Figures of a whole report, all different; `blank` tells which cells are left empty. */
export function figuresOf(layout: Layout, blank: (key: string, index: number) => boolean = () => false): ReportFigures {
	const figures = distinctFigures({ t2: layout, t3: layout, t4: layout });
	const cells = Object.fromEntries(Object.entries(figures.cells).filter(([key], index) => !blank(key, index)));
	return { ...figures, cells };
}

export interface Paper {
	readonly t2: PrintedTable;
	readonly t3: PrintedTable;
	readonly t4: PrintedTable;
}

export function paperOf(figures: ReportFigures, layout: Layout): Paper {
	const plain = (_: string, printed: string): string => printed;
	return {
		t2: printTableTwo(figures, layout, plain, 0),
		t3: printTableThree(figures, layout, plain),
		t4: printTableFour(figures, plain)
	};
}

export const cellHtml = (cell: PrintedCell, tag = 'td'): string => {
	const row = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
	const col = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '';
	return `<${tag}${row}${col}>${cell.text}</${tag}>`;
};

export const rowsHtml = (
	table: PrintedTable,
	show: (cell: PrintedCell) => string = (cell) => cellHtml(cell)
): string[] => table.rows.map(({ cells }) => `<tr>${cells.map(show).join('')}</tr>`);

export const tableHtml = (table: PrintedTable, show?: (cell: PrintedCell) => string): string =>
	`<table>${rowsHtml(table, show).join('')}</table>`;

export function pageHtml(t2: string, t3: string, t4: string, title = TITLE): string {
	return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<p>一、总体情况</p><p>本报告所列数据的统计期限自2023年1月1日至2023年12月31日止。</p><p>二、主动公开政府信息情况</p>${t2}
<p>三、收到和处理政府信息公开申请情况</p>${t3}<p>四、政府信息公开行政复议、行政诉讼情况</p>${t4}
<p>五、存在的主要问题及改进情况</p><p>公开的主动性有待提高，将加强培训。</p><p>六、其他需要报告的事项</p><p>无其他需要报告的事项。</p></body></html>`;
}

export const pageText = (t2: string, t3: string, t4: string, title = TITLE): string =>
	[
		title,
		'一、总体情况',
		'本报告所列数据的统计期限自2023年1月1日至2023年12月31日止。',
		'二、主动公开政府信息情况',
		t2,
		'三、收到和处理政府信息公开申请情况',
		t3,
		'四、政府信息公开行政复议、行政诉讼情况',
		t4,
		'五、存在的主要问题及改进情况',
		'公开的主动性有待提高，将加强培训。',
		'六、其他需要报告的事项',
		'无其他需要报告的事项。'
	].join('\n');

export async function reportsIn(source: string | Uint8Array): Promise<readonly Report[]> {
	const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
	const read = await readDocument(bytes);
	if (!read.ok) throw new Error(`not read: ${read.failure.code} ${read.failure.found}`);
	return extractReports(read.document, 'hostile');
}

/** What is read of a paper beside what it prints. */
export function judge(reports: readonly Report[], figures: ReportFigures, layout: Layout): Outcome {
	const cells = Object.fromEntries(
		TABLE_IDS.flatMap((table) =>
			formCells(table, layout).map(({ key }) => {
				const figure = figures.cells[key];
				return [
					key,
					figure === undefined
						? { v: null, raw: '', absence: 'blank' as const }
						: { v: Number(figure), raw: String(figure) }
				];
			})
		)
	);
	const known = {
		cells,
		formats: { t2: layout, t3: layout },
		year: figures.year,
		agencies: [figures.agency]
	};
	const outcome = compareTruth(reports, known);
	const undetermined = reports[0]?.problems.filter(({ code }) => code === 'table/layout-undetermined') ?? [];
	const silent = outcome.silent.filter((key) => !undetermined.some(({ table }) => key.startsWith(`${table ?? ''}.`)));
	return { ...outcome, silent };
}
