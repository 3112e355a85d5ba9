import type { Draft, Mutation } from '../draft.ts';
import { drawFurniture, yearLinks } from '../furniture.ts';
import type { PrintedBlock, PrintedReport } from '../print-report.ts';
import { mapTables } from '../printed-texts.ts';
import type { PrintedCell, PrintedTable } from '../printed-table.ts';
import type { Random } from '../random.ts';
import { headRows, splitTable } from '../split-table.ts';

const PAPER = ['html', 'docx', 'txt', 'md', 'csv', 'xlsx'] as const;
const ROW_SHAPES = ['bars', 'cell-lines', 'spaces', 'markdown'] as const;

/** Breaks one table as the end of a page does. */
function brokenAt(
	report: PrintedReport,
	name: PrintedTable['table'],
	row: (table: PrintedTable) => number,
	options: { readonly number: string | null; readonly heads: boolean; readonly spanning: 'repeated' | 'blank' }
): PrintedReport {
	return {
		...report,
		blocks: report.blocks.flatMap((block): PrintedBlock[] => {
			if (block.kind !== 'table' || block.table.table !== name) return [block];
			const [above, below] = splitTable(block.table, row(block.table), options);
			const end: PrintedBlock[] = options.number === null ? [] : [{ kind: 'page-end', text: options.number }];
			return [{ kind: 'table', table: above }, ...end, { kind: 'table', table: below }];
		})
	};
}

/** A row of table three below which a page may end: not within the headings, not after the last. */
const anyRow =
	(random: Random) =>
	(table: PrintedTable): number =>
		random.int(Math.max(1, headRows(table) + 1), table.rows.length - 1);

const PAGE_NUMBERS = ['— 3 —', '- 3 -', '-4-', '第3页', '第 3 页 共 6 页'];

/** A bare number only where a line of figures does not look like it. */
function pageNumber(random: Random, draft: Draft): string {
	const bare = draft.fileKind === 'html' || draft.shape.kind === 'bars' || draft.shape.kind === 'docx';
	return random.pick(bare ? [...PAGE_NUMBERS, '3'] : PAGE_NUMBERS);
}

function furnished(draft: Draft, random: Random, links: readonly string[], linksFirst: boolean): void {
	if (draft.shape.kind !== 'html') return;
	const place = draft.of.agency.county ?? draft.of.agency.city ?? draft.of.agency.province;
	const drawn = drawFurniture(random, { agency: draft.agency, year: draft.of.year, place });
	draft.shape = { ...draft.shape, furniture: { ...drawn, links, linksFirst } };
}

/** UTF-8 taken for GB18030, with what did not fit lost. */
const misread = (text: string): string => new TextDecoder('gb18030').decode(new TextEncoder().encode(text));

/** The form of the file around the report. */
export const SHAPE_MUTATIONS: readonly Mutation[] = [
	{
		name: 'spare-columns',
		section: '5',
		rate: 0.15,
		draft: (draft, random) => {
			draft.spareColumns = random.int(1, 2);
		}
	},
	{
		name: 'figures-off-headings',
		section: '5',
		rate: 0.02,
		kinds: ['html', 'docx', 'xlsx'],
		draft: (draft) => {
			draft.spareColumns = 1;
			draft.tableTwoSpans = (item) => {
				if (draft.formats.t2 === '2021') {
					return item === '一' ? { headings: [1, 2, 1], figures: [1, 1, 2] } : { headings: [4], figures: [4] };
				}
				if (item === '一') return { headings: [1, 2, 1], figures: [1, 2, 1] };
				return item === '五' || item === '六'
					? { headings: [1, 2, 1], figures: [2, 1, 1] }
					: { headings: [2, 2], figures: [2, 2] };
			};
		}
	},
	{
		name: 'table-broken-by-page',
		section: '6',
		rate: 0.06,
		group: 'pages',
		kinds: PAPER,
		blocks: (report, random, draft) =>
			brokenAt(report, 't3', anyRow(random), {
				number: random.chance(0.6) ? pageNumber(random, draft) : null,
				heads: false,
				spanning: random.pick(['blank', 'repeated'])
			})
	},
	{
		name: 'table-broken-heads-repeated',
		section: '6',
		rate: 0.03,
		group: 'pages',
		kinds: PAPER,
		blocks: (report, random, draft) =>
			brokenAt(report, 't3', anyRow(random), {
				number: random.chance(0.4) ? pageNumber(random, draft) : null,
				heads: true,
				spanning: random.pick(['blank', 'repeated'])
			})
	},
	{
		name: 'headings-broken-from-rows',
		section: '6',
		rate: 0.02,
		group: 'pages',
		kinds: PAPER,
		blocks: (report, random, draft) =>
			brokenAt(report, 't3', (table) => headRows(table), {
				number: random.chance(0.5) ? pageNumber(random, draft) : null,
				heads: false,
				spanning: 'blank'
			})
	},
	{
		name: 'row-repeated-over-page',
		section: '6',
		rate: 0.02,
		group: 'pages',
		kinds: PAPER,
		blocks: (report, random, draft) => {
			const broken = brokenAt(report, 't3', anyRow(random), {
				number: pageNumber(random, draft),
				heads: false,
				spanning: 'repeated'
			});
			return repeatLastRow(broken);
		}
	},
	{
		name: 'blank-column',
		section: '5',
		rate: 0.03,
		blocks: (report) => mapTables(report, (table) => (table.table === 't3' ? withBlankColumn(table) : table))
	},
	{
		name: 'bars-drawn',
		section: '6',
		rate: 0.05,
		shapes: ['bars', 'cell-lines'],
		text: (text, random) => text.replaceAll('|', random.pick(['│', '｜', '┃']))
	},
	{
		name: 'table-two-in-parts',
		section: '6',
		rate: 0.05,
		kinds: PAPER,
		blocks: (report) => ({
			...report,
			blocks: report.blocks.flatMap((block) =>
				block.kind === 'table' && block.table.table === 't2' ? partsOf(block.table) : [block]
			)
		})
	},
	{
		name: 'page-numbers-in-table-two',
		section: '6',
		rate: 0.03,
		kinds: ['txt', 'md'],
		blocks: (report, random, draft) =>
			brokenAt(report, 't2', (table) => random.int(1, table.rows.length - 1), {
				number: pageNumber(random, draft),
				heads: false,
				spanning: 'blank'
			})
	},
	{
		name: 'cut',
		section: '6',
		rate: 0.05,
		kinds: ['txt', 'md', 'html', 'csv'],
		shapes: ['bars', 'cell-lines', 'spaces', 'layout', 'markdown', 'html', 'csv'],
		draft: (draft, random) => {
			draft.keeps = 0.2 + 0.78 * random.float();
		}
	},
	{
		name: 'last-bars-short',
		section: '6',
		rate: 0.04,
		shapes: ['bars'],
		text: (text, random, draft) => {
			// Where cells are blank their bars would go with the spare ones.
			if ([...draft.figures.values()].some((figure) => figure.raw === '')) return text;
			return text
				.split('\n')
				.map((line) => (/\|{2,}$/u.test(line) && random.chance(0.15) ? line.replace(/\|+$/u, '|') : line))
				.join('\n');
		}
	},
	{
		name: 'blank-lines-between-rows',
		section: '6',
		rate: 0.03,
		shapes: ROW_SHAPES.filter((shape) => shape !== 'cell-lines' && shape !== 'markdown'),
		text: (text) => text.replace(/\n/gu, '\n\n')
	},
	{
		name: 'carriage-returns',
		section: '6',
		rate: 0.05,
		kinds: ['txt', 'md', 'html'],
		text: (text) => text.replace(/\n/gu, '\r\n')
	},
	{
		name: 'gb18030',
		section: '6',
		rate: 0.08,
		group: 'encoding',
		kinds: ['html', 'txt', 'csv', 'md'],
		draft: (draft) => {
			draft.encoding = 'gb18030';
		}
	},
	{
		name: 'charset-wrong',
		section: '6',
		rate: 0.05,
		group: 'encoding',
		kinds: ['html'],
		draft: (draft, random) => {
			if (draft.shape.kind !== 'html') return;
			draft.encoding = random.pick(['utf-8', 'gb18030']);
			draft.shape = { ...draft.shape, charset: draft.encoding === 'utf-8' ? 'gb2312' : 'utf-8' };
		}
	},
	{
		name: 'charset-missing',
		section: '6',
		rate: 0.05,
		group: 'encoding',
		kinds: ['html'],
		draft: (draft, random) => {
			if (draft.shape.kind !== 'html') return;
			draft.encoding = random.pick(['utf-8', 'gb18030']);
			draft.shape = { ...draft.shape, charset: null };
		}
	},
	{
		name: 'utf-16',
		section: '6',
		rate: 0.01,
		group: 'encoding',
		kinds: ['txt', 'csv'],
		draft: (draft) => {
			draft.encoding = 'utf-16le';
		}
	},
	{
		name: 'byte-order-mark',
		section: '6',
		rate: 0.03,
		group: 'encoding',
		kinds: ['txt', 'csv', 'html', 'md'],
		text: (text) => `\ufeff${text}`
	},
	{
		name: 'misread-as-gbk',
		section: '6',
		rate: 0.005,
		group: 'encoding',
		kinds: ['txt'],
		text: misread
	},
	{
		name: 'characters-lost',
		section: '6',
		rate: 0.005,
		group: 'encoding',
		kinds: ['txt'],
		text: (text) => text.replace(/[^\p{ASCII}]/gu, '?')
	},
	{
		name: 'tables-nested',
		section: '6',
		rate: 0.06,
		kinds: ['html'],
		draft: (draft, random) => {
			if (draft.shape.kind === 'html') draft.shape = { ...draft.shape, nested: random.pick(['each', 'page']) };
		}
	},
	{
		name: 'page-furniture',
		section: '6',
		rate: 0.4,
		group: 'furniture',
		kinds: ['html'],
		draft: (draft, random) => furnished(draft, random, [], false)
	},
	{
		name: 'other-years-linked',
		section: '6',
		rate: 0.1,
		group: 'furniture',
		kinds: ['html'],
		draft: (draft, random) => furnished(draft, random, yearLinks(draft.agency, draft.of.year), random.chance(0.3))
	}
];

/** Each table after a page end begins with the last row of the one before it. */
function repeatLastRow(report: PrintedReport): PrintedReport {
	let before: PrintedTable | null = null;
	let pageEnded = false;
	const blocks = report.blocks.map((block): PrintedBlock => {
		if (block.kind === 'page-end') pageEnded = true;
		if (block.kind !== 'table') return block;
		const last = before?.rows.at(-1)?.cells;
		const repeats = pageEnded && last !== undefined && before?.table === block.table.table;
		before = block.table;
		pageEnded = false;
		if (!repeats || last.some((cell) => cell.kind !== 'figure' && cell.kind !== 'label')) return block;
		const start = last[0]?.col ?? 0;
		const lead =
			start === 0
				? []
				: [{ ...(last[0] as PrintedCell), id: 'other.lead', kind: 'group', text: '', col: 0, colSpan: start } as const];
		const first = [...lead, ...last].map((cell): PrintedCell => ({ ...cell, row: 0, rowSpan: 1 }));
		const rest = block.table.rows.map(({ cells }) => ({
			cells: cells.map((cell) => ({ ...cell, row: cell.row + 1 }))
		}));
		return { kind: 'table', table: { ...block.table, rows: [{ cells: first }, ...rest] } };
	});
	return { ...report, blocks };
}

/** A column more at the right, without a heading. */
function withBlankColumn(table: PrintedTable): PrintedTable {
	const blank = (row: number): PrintedCell => ({
		...{ id: `other.${row}`, kind: 'heading' as const, text: '', row, rowSpan: 1, colSpan: 1 },
		col: table.width
	});
	return {
		...table,
		width: table.width + 1,
		rows: table.rows.map(({ cells }, row) => ({ cells: [...cells, blank(row)] }))
	};
}

/** Table two cut before each item of Article 20, each part a table. */
function partsOf(table: PrintedTable): PrintedBlock[] {
	const starts = table.rows.flatMap(({ cells }, row) => (row > 0 && cells[0]?.kind === 'item' ? row : []));
	const parts: PrintedTable[] = [];
	let rest = table;
	let taken = 0;
	for (const start of starts) {
		const [above, below] = splitTable(rest, start - taken, { spanning: 'blank', heads: false });
		parts.push(above);
		rest = below;
		taken = start;
	}
	return [...parts, rest].map((part) => ({ kind: 'table', table: part }));
}
