import type { PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';

export interface HtmlShape {
	/** The character set that the page declares; null declares none. */
	readonly charset?: string | null;
	/** What stands in an empty cell of figures, as HTML. */
	readonly blank?: string;
	/** Cell texts in paragraphs of their own, with the attributes that word processors leave. */
	readonly paragraphs?: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark);

function cellHtml(cell: PrintedCell, shape: Required<HtmlShape>): string {
	const col = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '';
	const row = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
	const blank = cell.kind === 'figure' ? shape.blank : '';
	const text = cell.text === '' ? blank : escape(cell.text).replace(/\n+/gu, '<br />');
	if (!shape.paragraphs) return `<td${col}${row}>${text}</td>`;
	return `<td${col} nowrap="nowrap"${row}><p align="center">${text}</p></td>`;
}

function tableHtml(table: PrintedTable, shape: Required<HtmlShape>): string {
	const rows = table.rows.map(({ cells }) => `<tr>${cells.map((cell) => cellHtml(cell, shape)).join('')}</tr>`);
	const attributes = shape.paragraphs ? ' align="center" border="1" cellspacing="1"' : '';
	return `<table${attributes}><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

/** The report as a page of a government site: text, to be encoded in the declared character set. */
export function renderHtml(report: PrintedReport, shape: HtmlShape = {}): string {
	const full = { charset: 'utf-8', blank: '', paragraphs: false, ...shape };
	const title = escape(report.title.join(''));
	const charset =
		full.charset === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${full.charset}">\n`;
	const parts = [`<p style="text-align: center;font-weight: bold;">${report.title.map(escape).join('<br />')}</p>`];
	for (const { heading, table } of report.sections) {
		if (heading !== '') parts.push(`<p>${escape(heading)}</p>`);
		if (table !== null) parts.push(tableHtml(table, full));
	}
	return `<!DOCTYPE html>\n<html>\n<head>\n${charset}<title>${title}</title>\n</head>\n<body>\n<div class="content">\n${parts.join('\n')}\n</div>\n</body>\n</html>\n`;
}
