import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCells } from '../../../scripts/compare-cells.ts';
import type { GoldCell } from '../../../scripts/shared-reports.ts';
import type { Printing } from '../../../scripts/synthesize/print-report.ts';
import type { Figure, ReportFigures } from '../../../scripts/synthesize/report-figures.ts';
import { renderReport } from '../../../scripts/synthesize/render-report.ts';
import type { Shape } from '../../../scripts/synthesize/render-report.ts';
import { extractReports } from '../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../src/lib/core/extract/index.ts';
import { TABLE_IDS, formCells } from '../../../src/lib/core/form/index.ts';
import type { CellKey, FormCell, Layout } from '../../../src/lib/core/form/index.ts';
import { readDocument } from '../../../src/lib/core/read/index.ts';

const SHAPES: readonly Shape[] = [
	{ kind: 'bars' },
	{ kind: 'bars', lastRow: 'kept' },
	{ kind: 'bars', blank: 'spaced' },
	{ kind: 'bars', spare: 'none' },
	{ kind: 'bars', spare: 'in-place' },
	{ kind: 'cell-lines' },
	{ kind: 'cell-lines', gap: 'none' },
	{ kind: 'cell-lines', indent: ' ' },
	{ kind: 'cell-lines', bar: 'after' },
	{ kind: 'cell-lines', bar: 'next-line' },
	{ kind: 'cell-lines', bar: 'next-line', spare: 'dropped' },
	{ kind: 'cell-lines', bar: 'around' },
	{ kind: 'spaces' },
	{ kind: 'markdown' },
	{ kind: 'markdown', spare: 'end' },
	{ kind: 'markdown', spare: 'repeated' },
	{ kind: 'markdown', rule: false, headings: false },
	{ kind: 'html' },
	{ kind: 'html', blank: '<o:p> </o:p>' },
	{ kind: 'html', encoding: 'gb18030' },
	{ kind: 'html', encoding: 'gb18030', charset: null },
	{ kind: 'html', encoding: 'gb18030', charset: 'gb2312', blank: '&nbsp;', paragraphs: true }
];

const MARKS: Readonly<Record<string, GoldCell>> = {
	'': { v: null, raw: '', absence: 'blank' },
	'/': { v: null, raw: '/', absence: 'slash' },
	'-': { v: null, raw: '-', absence: 'dash' },
	'—': { v: null, raw: '—', absence: 'dash' }
};

const goldCell = (figure: Figure): GoldCell => MARKS[String(figure)] ?? { v: Number(figure), raw: String(figure) };

function figureOf(cell: FormCell): fc.Arbitrary<number> {
	if (cell.unit === 'wan_yuan') return fc.integer({ min: 0, max: 999_999_999 }).map((amount) => amount / 10_000);
	return fc.oneof(fc.constant(0), fc.integer({ min: cell.signed ? -99 : 1, max: 9999 }));
}

/** Reports with a figure in every cell; `figure` may put marks in place of some. */
function reports(figure: (cell: FormCell) => fc.Arbitrary<Figure>): fc.Arbitrary<ReportFigures> {
	const layouts = fc.constantFrom<[Layout, Layout]>(['2019', '2019'], ['2021', '2021'], ['2021', '2019']);
	return layouts.chain(([t2, t3]) => {
		const formats = { t2, t3, t4: t2 };
		const cells = TABLE_IDS.flatMap((table) => formCells(table, formats[table]));
		return fc.record({
			agency: fc.constantFrom(
				'柳州市柳江区工业和信息化局',
				'淮安市人民政府',
				'上海市人民政府办公厅',
				'桦川县卫生健康局'
			),
			year: fc.integer({ min: 2019, max: 2024 }),
			formats: fc.constant(formats),
			cells: fc
				.tuple(...cells.map(figure))
				.map((figures): Partial<Record<CellKey, Figure>> =>
					Object.fromEntries(cells.map((cell, index) => [cell.key, figures[index] ?? '']))
				)
		});
	});
}

const printings: fc.Arbitrary<Printing> = fc.record({
	punctuation: fc.constantFrom('half', 'full'),
	spareColumns: fc.constantFrom(0, 1, 2),
	emptyUnderHeadings: fc.boolean()
});

async function extracted(figures: ReportFigures, shape: Shape, printing: Printing): Promise<Report> {
	const read = await readDocument(renderReport(figures, shape, printing));
	if (!read.ok) throw new Error(`not read: ${read.failure.code}`);
	const found = extractReports(read.document, 'report');
	expect(found).toHaveLength(1);
	return found[0] as Report;
}

const goldOf = (figures: ReportFigures): { cells: Record<string, GoldCell> } => ({
	cells: Object.fromEntries(Object.entries(figures.cells).map(([key, figure]) => [key, goldCell(figure as Figure)]))
});

describe.each(SHAPES.map((shape) => [JSON.stringify(shape), shape] as const))('%s', (_name, shape) => {
	it('gives back every figure of a filled report', async () => {
		await fc.assert(
			fc.asyncProperty(reports(figureOf), printings, async (figures, printing) => {
				const report = await extracted(figures, shape, printing);
				const { right, declared, missed, wrong } = compareCells(report, goldOf(figures));
				expect({ declared, missed, wrong }).toEqual({ declared: [], missed: [], wrong: [] });
				expect(right).toBe(Object.keys(figures.cells).length);
				expect(report).toMatchObject({ agency: figures.agency, year: figures.year, formats: figures.formats });
			}),
			{ numRuns: 10, seed: 1, endOnFailure: true }
		);
	});

	it.each([
		['some marks', fc.constantFrom<Figure>('', '/', '-', '—'), 30],
		['a blank for each zero', fc.constant<Figure>(''), 1],
		['mostly blanks', fc.constant<Figure>(''), 0.2]
	] as const)('never misplaces a figure beside blanks: %s', async (_name, mark, weight) => {
		const figure = (cell: FormCell): fc.Arbitrary<Figure> =>
			fc.oneof({ weight: Math.round(weight * 10), arbitrary: figureOf(cell) }, { weight: 10, arbitrary: mark });
		await fc.assert(
			fc.asyncProperty(reports(figure), printings, async (figures, printing) => {
				const { missed, wrong } = compareCells(await extracted(figures, shape, printing), goldOf(figures));
				expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
			}),
			{ numRuns: 15, seed: 1, endOnFailure: true }
		);
	});
});
