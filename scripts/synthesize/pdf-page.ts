import type { PdfShape } from './draft.ts';
import type { PrintedReport } from './print-report.ts';
import { renderHtml } from './render-html.ts';

const PAGE =
	'body { font: 10.5pt "WenQuanYi Zen Hei", "Noto Sans CJK SC", sans-serif; margin: 0 } p { margin: 4pt 0 } table { border-collapse: collapse; width: 100% } td { text-align: center }';
const BORDERS = 'td { border: 0.5pt solid #000; padding: 2pt 3pt }';

/** Page numbers at the foot of each page, as Chinese offices print them. */
const NUMBERED = '@bottom-center { content: "— " counter(page) " —" }';

/** Style sheets for printing, by name. */
const STYLES = {
	ruled: `${PAGE} ${BORDERS}`,
	'small-pages': `@page { size: 170mm 150mm; margin: 12mm; ${NUMBERED} } ${PAGE} ${BORDERS} body { font-size: 9pt }`,
	shaded: `${PAGE} table { border-collapse: separate; border-spacing: 2pt } td { background: #dde7f2; padding: 3pt }`,
	borderless: `${PAGE} body { font-size: 8pt } td { padding: 2pt 4pt }`,
	thin: `${PAGE} td { border: 0.1pt solid #333; padding: 1pt } table { width: 90%; margin: auto }`,
	tight: `${PAGE} body { font-size: 7pt } td { border: 0.5pt solid #000; padding: 0 } table { width: auto }`,
	landscape: `@page { size: A4 landscape; margin: 18mm; ${NUMBERED} } ${PAGE} ${BORDERS}`,
	'repeated-heads': `@page { size: 200mm 120mm; margin: 14mm; @top-left { content: "政府信息公开年报" } @bottom-right { content: counter(page) } } ${PAGE} ${BORDERS}`,
	'rows-only': `${PAGE} body { font-size: 8pt } td { border-bottom: 0.5pt solid #aaa; padding: 2pt 4pt }`,
	'open-sides': `${PAGE} ${BORDERS} td:first-child { border-left: none } td:last-child { border-right: none }`,
	'double-lines': `${PAGE} table { border-collapse: separate; border-spacing: 1.5pt; border: 1pt solid #000 } td { border: 0.5pt solid #000 }`,
	cover: `@page { margin: 20mm; ${NUMBERED} } ${PAGE} ${BORDERS} .cover { columns: 2; column-rule: 0.5pt solid #000; break-after: page } .cover h1 { column-span: all }`
} as const;

export type PdfStyle = keyof typeof STYLES;

/** Splits each table's first rows off as a head that the browser repeats on every page. */
export const repeatHeads = (html: string): string =>
	html.replace(/<tbody>\n((?:<tr>.*<\/tr>\n){3})(?=<tr><td colspan="3">)/gu, '<thead>$1</thead><tbody>');

const CONTENTS = [
	...['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议、行政诉讼情况'],
	...['存在的主要问题及改进情况', '其他需要报告的事项']
];

/** A page in two columns before the report: what it contains, with page numbers, and a sentence beside it. */
function cover(): string {
	const lines = CONTENTS.map((name, index) => `<p>第${index + 1}部分 ${name} …… ${index + 2}</p>`);
	const note = '<p>本册由主管部门编印,供公众查阅。</p>'.repeat(4);
	return `<div class="cover"><h1>公开年报</h1>\n${lines.join('\n')}\n${note}</div>\n`;
}

/** The page that a PDF is printed from. */
export function pdfPage(report: PrintedReport, shape: PdfShape): string {
	const html = renderHtml(report).replace('</head>', `<style>${STYLES[shape.style]}</style>\n</head>`);
	if (shape.style === 'repeated-heads') return repeatHeads(html);
	return shape.style === 'cover' ? html.replace('<body>\n', `<body>\n${cover()}`) : html;
}
