import { encodeGb18030 } from './encode-gb18030.ts';
import { printReport } from './print-report.ts';
import type { PrintedReport, Printing } from './print-report.ts';
import { renderBarText } from './render-bar-text.ts';
import type { BarTextShape } from './render-bar-text.ts';
import { renderCellLines } from './render-cell-lines.ts';
import type { CellLinesShape } from './render-cell-lines.ts';
import { renderCsv } from './render-csv.ts';
import type { CsvShape } from './render-csv.ts';
import { renderHtml } from './render-html.ts';
import type { HtmlShape } from './render-html.ts';
import { renderLayoutText } from './render-layout-text.ts';
import type { LayoutTextShape } from './render-layout-text.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { MarkdownShape } from './render-markdown.ts';
import { renderReadingText } from './render-reading-text.ts';
import type { ReadingTextShape } from './render-reading-text.ts';
import { renderSpaceText } from './render-space-text.ts';
import type { SpaceTextShape } from './render-space-text.ts';
import type { ReportFigures } from './report-figures.ts';

/** The shape of a report file that is text, by kind. */
export type Shape =
	| ({ readonly kind: 'bars' } & BarTextShape)
	| ({ readonly kind: 'cell-lines' } & CellLinesShape)
	| ({ readonly kind: 'spaces' } & SpaceTextShape)
	| ({ readonly kind: 'layout' } & LayoutTextShape)
	| ({ readonly kind: 'reading' } & ReadingTextShape)
	| ({ readonly kind: 'markdown' } & MarkdownShape)
	| ({ readonly kind: 'csv' } & CsvShape)
	| ({ readonly kind: 'html'; readonly encoding?: TextEncoding } & HtmlShape);

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

export const EXTENSION_OF_KIND = {
	bars: 'txt',
	'cell-lines': 'txt',
	spaces: 'txt',
	layout: 'txt',
	reading: 'txt',
	markdown: 'md',
	csv: 'csv',
	html: 'html'
} as const satisfies Record<Shape['kind'], string>;

/** A printed report as the text of a file. */
export function renderText(report: PrintedReport, shape: Shape): string {
	switch (shape.kind) {
		case 'bars':
			return renderBarText(report, shape);
		case 'cell-lines':
			return renderCellLines(report, shape);
		case 'spaces':
			return renderSpaceText(report, shape);
		case 'layout':
			return renderLayoutText(report, shape);
		case 'reading':
			return renderReadingText(report, shape);
		case 'markdown':
			return renderMarkdown(report, shape);
		case 'csv':
			return renderCsv(report, shape);
		case 'html':
			return renderHtml(report, { charset: shape.encoding ?? 'utf-8', ...shape });
	}
}

/** The text of a report file, printed on the form and put into a shape. */
export function renderReportText(figures: ReportFigures, shape: Shape, printing: Printing = {}): string {
	return renderText(printReport(figures, printing), shape);
}

/** The bytes of a text; UTF-16 begins with its mark. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
	if (encoding === 'gb18030') return encodeGb18030(text);
	if (encoding === 'utf-8') return new TextEncoder().encode(text);
	const bytes = new Uint8Array(2 * text.length + 2);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 0xfeff, true);
	for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at + 2, text.charCodeAt(at), true);
	return bytes;
}

/** The bytes of a report file: UTF-8, or the encoding of an HTML page. */
export function renderReport(figures: ReportFigures, shape: Shape, printing: Printing = {}): Uint8Array {
	const text = renderReportText(figures, shape, printing);
	return encodeText(text, shape.kind === 'html' ? (shape.encoding ?? 'utf-8') : 'utf-8');
}
