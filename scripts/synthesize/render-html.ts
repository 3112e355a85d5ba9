import type { PrintedBlock, PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';

export interface HtmlShape {
	/** The character set that the page declares; null declares none. */
	readonly charset?: string | null;
	/** What stands in an empty cell of figures, as HTML. */
	readonly blank?: string;
	/** Cell texts in paragraphs of their own, with the attributes that word processors leave. */
	readonly paragraphs?: boolean;
	/** The element of heading cells. */
	readonly headingCells?: 'td' | 'th';
	/** Each table within a cell of a table that lays out the page, or the whole report within one. */
	readonly nested?: 'no' | 'each' | 'page';
	readonly furniture?: Furniture | null;
}

/** What a site prints around the report. */
export interface Furniture {
	/** The page's own name, in place of the report's title. */
	readonly pageTitle?: string;
	/** Lines above the report: the way to the page, dates, fields of page data. */
	readonly above: readonly string[];
	/** A table of page data above the report, as rows of cells. */
	readonly data: readonly (readonly string[])[];
	/** Links of a list beside the report, before or after it in the source. */
	readonly links: readonly string[];
	readonly linksFirst: boolean;
	/** Lines below the report. */
	readonly below: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark);
const escapeLines = (text: string): string => escape(text).replace(/\n+/gu, '<br />');

function contentHtml(cell: PrintedCell, blank: string): string {
	if (cell.pieces === undefined) return cell.text === '' ? blank : escapeLines(cell.text);
	const [open, close] = cell.pieces.as === 'runs' ? ['<span lang="EN-US">', '</span>'] : ['<p>', '</p>'];
	return cell.pieces.texts.map((piece) => `${open}${escapeLines(piece)}${close}`).join('');
}

function cellHtml(cell: PrintedCell, shape: Required<HtmlShape>): string {
	const col = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '';
	const row = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
	const content = contentHtml(cell, cell.kind === 'figure' ? shape.blank : '');
	const name = cell.kind === 'heading' || cell.kind === 'corner' ? shape.headingCells : 'td';
	if (!shape.paragraphs) return `<${name}${col}${row}>${content}</${name}>`;
	const inner = cell.pieces?.as === 'paragraphs' ? content : `<p align="center">${content}</p>`;
	return `<${name}${col} nowrap="nowrap"${row}>${inner}</${name}>`;
}

function tableHtml(table: PrintedTable, shape: Required<HtmlShape>): string {
	const rows = table.rows.map(({ cells }) => `<tr>${cells.map((cell) => cellHtml(cell, shape)).join('')}</tr>`);
	const attributes = shape.paragraphs ? ' align="center" border="1" cellspacing="1"' : '';
	const html = `<table${attributes}><tbody>\n${rows.join('\n')}\n</tbody></table>`;
	return shape.nested === 'each' ? `<table width="100%"><tr><td>\n${html}\n</td></tr></table>` : html;
}

function blockHtml(block: PrintedBlock, shape: Required<HtmlShape>): string {
	switch (block.kind) {
		case 'title':
			return `<p style="text-align: center;font-weight: bold;">${block.lines.map(escape).join('<br />')}</p>`;
		case 'table':
			return tableHtml(block.table, shape);
		case 'page-end':
			return `<p align="center">${escape(block.text)}</p>`;
		default:
			return `<p>${escapeLines(block.text)}</p>`;
	}
}

function linksHtml(links: readonly string[]): string {
	if (links.length === 0) return '';
	return `<ul class="list">\n${links.map((link) => `<li><a href="#">${escape(link)}</a></li>`).join('\n')}\n</ul>\n`;
}

function dataHtml(data: Furniture['data']): string {
	if (data.length === 0) return '';
	const rows = data.map((cells) => `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`);
	return `<table class="xxgk_table">\n${rows.join('\n')}\n</table>\n`;
}

function withFurniture(content: string, furniture: Furniture | null): string {
	if (furniture === null) return content;
	const { above, data, links, linksFirst, below } = furniture;
	const lines = (texts: readonly string[]): string => texts.map((text) => `<div>${escape(text)}</div>\n`).join('');
	const list = linksHtml(links);
	return [
		'<script>var siteId = 1; document.write("<table><tr><td>行政许可</td><td>7</td></tr></table>");</script>\n',
		linksFirst ? list : '',
		lines(above),
		dataHtml(data),
		content,
		lines(below),
		linksFirst ? '' : list
	].join('');
}

/** The report as a page of a government site: text, to be encoded in the declared character set. */
export function renderHtml(report: PrintedReport, shape: HtmlShape = {}): string {
	const full = {
		...({ charset: 'utf-8', blank: '', paragraphs: false, headingCells: 'td', nested: 'no', furniture: null } as const),
		...shape
	};
	const title = escape(full.furniture?.pageTitle ?? report.title.join(''));
	const charset =
		full.charset === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${full.charset}">\n`;
	const blocks = report.blocks.map((block) => blockHtml(block, full)).join('\n');
	const content = `<div class="content">\n${blocks}\n</div>\n`;
	const page =
		full.nested === 'page'
			? `<table width="1000" align="center"><tr><td width="200">导航</td><td>\n${content}</td></tr></table>\n`
			: content;
	return `<!DOCTYPE html>\n<html>\n<head>\n${charset}<title>${title}</title>\n</head>\n<body>\n${withFurniture(page, full.furniture)}</body>\n</html>\n`;
}
