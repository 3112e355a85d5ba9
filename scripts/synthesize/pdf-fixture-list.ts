import { TABLE_IDS, formCells } from '../../src/lib/core/form/index.ts';
import type { CellKey, Layout } from '../../src/lib/core/form/index.ts';
import { repeatHeads } from './pdf-page.ts';
import type { Printing } from './print-report.ts';
import type { Figure, ReportFigures } from './report-figures.ts';

/** One PDF of an invented place: what it prints and how. */
export interface PdfFixture {
	readonly name: string;
	readonly figures: ReportFigures;
	readonly printing: Printing;
	readonly css: string;
	/** Changes the page before it is printed, for what no style can do. */
	readonly edit?: (html: string) => string;
	/** Printed by LibreOffice in place of Chromium. */
	readonly office?: true;
}

/** Figures of one to six digits, no two alike, so that a figure in another cell's place cannot pass. */
function distinct(layout: Layout, seed: number, changed: ReportFigures['cells'] = {}): ReportFigures {
	const cells: Partial<Record<CellKey, Figure>> = {};
	const sizes = [10, 100, 100, 1000, 1000, 10_000, 100_000];
	const used = new Set<number>();
	let state = seed;
	const next = (limit: number): number => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * limit);
	};
	for (const table of TABLE_IDS)
		for (const { key, unit } of formCells(table, layout)) {
			let value = next(sizes[next(sizes.length)] ?? 10);
			while (used.has(value)) value = next(1_000_000);
			used.add(value);
			cells[key] = unit === 'wan_yuan' ? `${value}.${String(next(9000) + 1000)}` : value;
		}
	return {
		agency: '青禾市云岭区人民政府',
		year: layout === '2021' ? 2023 : 2020,
		formats: { t2: layout, t3: layout, t4: layout },
		cells: { ...cells, ...changed }
	};
}

const zeros = (layout: Layout): ReportFigures['cells'] =>
	Object.fromEntries(TABLE_IDS.flatMap((table) => formCells(table, layout).map(({ key }) => [key, 0])));

const PAGE =
	'body { font: 10.5pt "WenQuanYi Zen Hei"; margin: 0 } p { margin: 4pt 0 } table { border-collapse: collapse; width: 100% } td { text-align: center }';
const BORDERS = 'td { border: 0.5pt solid #000; padding: 2pt 3pt }';

export const PDF_FIXTURES: readonly PdfFixture[] = [
	{ name: 'plain', figures: distinct('2021', 11), printing: { punctuation: 'full' }, css: `${PAGE} ${BORDERS}` },
	{
		name: 'thin-2019-signs',
		figures: distinct('2019', 12, {
			't2.licensing.items_change': '+4',
			't2.penalty.items_change': -71,
			't2.coercion.items_change': '减38',
			't2.fees.items_prev': '/',
			't2.fees.items_change': '-',
			't2.procurement.amount': '23600万元',
			't3.partial.research': '',
			't3.carried_out.total': '',
			't4.review.upheld': ''
		}),
		printing: {},
		css: `${PAGE} td { border: 0.1pt solid #333; padding: 1pt } table { width: 90%; margin: auto }`
	},
	{
		name: 'shaded-gaps',
		figures: distinct('2021', 13),
		printing: { punctuation: 'full' },
		css: `${PAGE} table { border-collapse: separate; border-spacing: 2pt } td { background: #dde7f2; padding: 3pt }`
	},
	{
		name: 'tight',
		figures: distinct('2021', 14),
		printing: { spareColumns: 2 },
		css: `${PAGE} body { font-size: 7pt } td { border: 0.5pt solid #000; padding: 0 } table { width: auto }`
	},
	{
		name: 'borderless',
		figures: distinct('2021', 15),
		printing: {},
		css: `${PAGE} body { font-size: 7pt } td { padding: 2pt 4pt }`
	},
	{
		name: 'landscape-separate',
		figures: distinct('2021', 16),
		printing: { emptyUnderHeadings: true },
		css: `@page { size: A4 landscape } ${PAGE} table { border-collapse: separate; border-spacing: 2px; border: 1px solid } td { border: 1px solid #888 }`
	},
	{
		name: 'small-pages',
		figures: distinct('2021', 17),
		printing: { punctuation: 'full' },
		css: `@page { size: 148mm 120mm; margin: 12mm; @bottom-center { content: "— " counter(page) " —" } } ${PAGE} ${BORDERS} body { font-size: 9pt }`
	},
	{
		name: 'repeated-heads',
		figures: distinct('2021', 18),
		printing: {},
		css: `@page { size: 210mm 110mm; margin: 14mm; @top-left { content: "青禾市云岭区政府信息公开年报" } @bottom-right { content: counter(page) } } ${PAGE} ${BORDERS}`,
		edit: repeatHeads
	},
	{
		name: 'rows-only',
		figures: distinct('2021', 19),
		printing: {},
		css: `${PAGE} body { font-size: 8pt } td { border-bottom: 0.5pt solid #aaa; padding: 2pt 4pt }`
	},
	{
		name: 'open-sides',
		figures: distinct('2019', 20),
		printing: { punctuation: 'full' },
		css: `${PAGE} ${BORDERS} td:first-child { border-left: none } td:last-child { border-right: none }`
	},
	{
		name: 'letter-a-line',
		figures: distinct('2021', 21),
		printing: { relabel: (id, text) => (id === 't3.results' ? [...text].join('\n') : text) },
		css: `@page { size: A4; margin: 30mm } ${PAGE} ${BORDERS} body { font-size: 8pt }`
	},
	{
		name: 'zeros',
		figures: { ...distinct('2021', 22), cells: zeros('2021') },
		printing: { punctuation: 'full' },
		css: `@page { size: 182mm 150mm; margin: 15mm } ${PAGE} ${BORDERS}`
	},
	{
		name: 'office',
		figures: distinct('2021', 23),
		printing: { punctuation: 'full' },
		css: 'body { font-family: "WenQuanYi Zen Hei"; font-size: 10pt }',
		edit: (html) => html.replaceAll('<table>', '<table border="1" cellspacing="0" cellpadding="2" width="100%">'),
		office: true
	}
];
