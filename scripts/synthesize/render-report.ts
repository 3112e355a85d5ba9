import { encodeGb18030 } from './encode-gb18030.ts';
import { printReport } from './print-report.ts';
import type { Printing } from './print-report.ts';
import { renderBarText } from './render-bar-text.ts';
import type { BarTextShape } from './render-bar-text.ts';
import { renderCellLines } from './render-cell-lines.ts';
import type { CellLinesShape } from './render-cell-lines.ts';
import { renderHtml } from './render-html.ts';
import type { HtmlShape } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { MarkdownShape } from './render-markdown.ts';
import { renderSpaceText } from './render-space-text.ts';
import type { ReportFigures } from './report-figures.ts';

/** The shape of a report file, by kind. */
export type Shape =
	| ({ readonly kind: 'bars' } & BarTextShape)
	| ({ readonly kind: 'cell-lines' } & CellLinesShape)
	| { readonly kind: 'spaces' }
	| ({ readonly kind: 'markdown' } & MarkdownShape)
	| ({ readonly kind: 'html'; readonly encoding?: 'utf-8' | 'gb18030' } & HtmlShape);

export const EXTENSION_OF_KIND = {
	bars: 'txt',
	'cell-lines': 'txt',
	spaces: 'txt',
	markdown: 'md',
	html: 'html'
} as const satisfies Record<Shape['kind'], string>;

/** The text of a report file, printed on the form and put into a shape. */
export function renderReportText(figures: ReportFigures, shape: Shape, printing: Printing = {}): string {
	const report = printReport(figures, printing);
	switch (shape.kind) {
		case 'bars':
			return renderBarText(report, shape);
		case 'cell-lines':
			return renderCellLines(report, shape);
		case 'spaces':
			return renderSpaceText(report);
		case 'markdown':
			return renderMarkdown(report, shape);
		case 'html':
			return renderHtml(report, { charset: shape.encoding ?? 'utf-8', ...shape });
	}
}

/** The bytes of a report file: UTF-8, or GB18030 for an HTML page of that encoding. */
export function renderReport(figures: ReportFigures, shape: Shape, printing: Printing = {}): Uint8Array {
	const text = renderReportText(figures, shape, printing);
	return shape.kind === 'html' && shape.encoding === 'gb18030' ? encodeGb18030(text) : new TextEncoder().encode(text);
}
