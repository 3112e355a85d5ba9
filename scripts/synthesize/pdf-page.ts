import type { PdfShape } from './draft.ts';
import type { PrintedReport } from './print-report.ts';
import { renderHtml } from './render-html.ts';

const PAGE =
	'body { font: 10.5pt "WenQuanYi Zen Hei", "Noto Sans CJK SC", sans-serif; margin: 0 } p { margin: 4pt 0 } table { border-collapse: collapse; width: 100% } td { text-align: center }';
const BORDERS = 'td { border: 0.5pt solid #000; padding: 2pt 3pt }';

/** Style sheets for printing, by name. */
const STYLES: Readonly<Record<string, string>> = {
	ruled: `${PAGE} ${BORDERS}`,
	'small-pages': `@page { size: 170mm 150mm; margin: 12mm; @bottom-center { content: "— " counter(page) " —" } } ${PAGE} ${BORDERS} body { font-size: 9pt }`,
	shaded: `${PAGE} table { border-collapse: separate; border-spacing: 2pt } td { background: #dde7f2; padding: 3pt }`,
	borderless: `${PAGE} body { font-size: 8pt } td { padding: 2pt 4pt }`
};

/** The page that a PDF is printed from. */
export function pdfPage(report: PrintedReport, shape: PdfShape): string {
	const css = STYLES[shape.style];
	if (css === undefined) throw new Error(`unknown style: ${shape.style}`);
	return renderHtml(report).replace('</head>', `<style>${css}</style>\n</head>`);
}
