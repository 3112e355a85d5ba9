import { describe, expect, it, vi } from 'vitest';
import { renderDocx } from '../../../../../scripts/synthesize/render-docx.ts';
import { printReport } from '../../../../../scripts/synthesize/print-report.ts';
import { renderReport } from '../../../../../scripts/synthesize/render-report.ts';
import type { Shape } from '../../../../../scripts/synthesize/render-report.ts';
import type { ReportFigures } from '../../../../../scripts/synthesize/report-figures.ts';
import { auditReport, auditWhole } from '../../../../../src/lib/core/audit/index.ts';
import { extractReports } from '../../../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../../../src/lib/core/extract/index.ts';
import type * as Names from '../../../../../src/lib/core/form/names.ts';
import type * as Three from '../../../../../src/lib/core/form/table-three.ts';
import type * as Two from '../../../../../src/lib/core/form/table-two.ts';
import { LAYOUTS, TABLE_IDS, formCells, identities } from '../../../../../src/lib/core/form/index.ts';
import type { CellKey, Layout } from '../../../../../src/lib/core/form/index.ts';
import { readDocument } from '../../../../../src/lib/core/read/index.ts';
import { HAND_WRITTEN } from './report.ts';

// The worked example of docs/operators.md: a layout is added as data, and nothing else is changed.
vi.mock('../../../../../src/lib/core/form/names.ts', async (original) => {
	const { FROM } = await import('./layout.ts');
	const names = await original<typeof Names>();
	return { ...names, LAYOUTS: [...names.LAYOUTS, '2027'], LAYOUT_FROM: { ...names.LAYOUT_FROM, '2027': FROM } };
});
vi.mock('../../../../../src/lib/core/form/table-two.ts', async (original) => {
	const { blocksOf2027 } = await import('./layout.ts');
	const two = await original<typeof Two>();
	return { ...two, TABLE_TWO: { ...two.TABLE_TWO, '2027': blocksOf2027(two.TABLE_TWO['2021']) } };
});
vi.mock('../../../../../src/lib/core/form/table-three.ts', async (original) => {
	const { GENERATED, STANDS_AFTER } = await import('./layout.ts');
	const three = await original<typeof Three>();
	const rows = (three.TABLE_THREE_ROWS as readonly Three.TableThreeRow[]).flatMap((row) =>
		row.id === STANDS_AFTER ? [row, { ...GENERATED, layouts: ['2027'] }] : [row]
	);
	return { ...three, TABLE_THREE_ROWS: rows };
});

const NEW = '2027' as Layout;

/** A report with another figure in every cell, so that none can stand in for another. */
function figuresIn(layout: Layout, year: number, kept: (key: CellKey) => boolean = () => true): ReportFigures {
	const keys = TABLE_IDS.flatMap((table) => formCells(table, layout).map(({ key }) => key));
	return {
		agency: '虚州市丙县民政局',
		year,
		formats: { t2: layout, t3: layout, t4: layout },
		cells: Object.fromEntries(keys.filter(kept).map((key, index) => [key, 1001 + index]))
	};
}

const valuesOf = ({ cells }: Report): Record<string, number | null> =>
	Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell?.v ?? null]));

async function read(bytes: Uint8Array, file: string): Promise<Report> {
	const result = await readDocument(bytes);
	if (!result.ok) throw new Error(result.failure.code);
	const [report, ...others] = extractReports(result.document, file);
	if (!report || others.length > 0) throw new Error(`reports: ${String(others.length + 1)}`);
	return report;
}

const SHAPES: readonly Shape[] = [
	{ kind: 'html' },
	{ kind: 'bars' },
	{ kind: 'cell-lines', bar: 'next-line' },
	{ kind: 'markdown' },
	{ kind: 'csv' }
];

describe('a layout of 2027 that was added as data', () => {
	it('has its cells and its identities', () => {
		expect(LAYOUTS).toEqual(['2019', '2021', '2027']);
		expect(formCells('t2', NEW).map(({ key }) => key)).toEqual([
			...['t2.rules.issued', 't2.rules.repealed', 't2.rules.in_force'],
			...['t2.normative.issued', 't2.normative.repealed', 't2.normative.in_force'],
			...['t2.licensing.decisions', 't2.licensing.online'],
			...['t2.penalty.decisions', 't2.coercion.decisions', 't2.inspection.decisions'],
			...['t2.public_data.opened', 't2.public_data.calls']
		]);
		expect(formCells('t3', NEW)).toHaveLength(formCells('t3', '2021').length + 7);
		expect(identities('t3', NEW)).toHaveLength(identities('t3', '2021').length + 1);
	});

	it('is read from a report written by hand, figure by figure', async () => {
		const report = await read(new TextEncoder().encode(HAND_WRITTEN.html), 'a.html');
		expect(report.formats).toEqual({ t2: '2027', t3: '2027', t4: '2027' });
		expect(report.problems).toEqual([]);
		expect(report).toMatchObject({ agency: '虚州市丙县民政局', year: 2027 });
		expect(valuesOf(report)).toMatchObject(HAND_WRITTEN.values);
		expect(Object.keys(report.cells)).toHaveLength(13 + 26 * 7 + 15);
		const hard = auditReport(report).filter(({ rule }) => /^t[34]-(?:balance|sum|row)$/u.test(rule));
		expect(hard.filter(({ status }) => status === 'pass')).toHaveLength(40 + 3);
	});

	it.each(SHAPES)('gives every cell of a printed report back: $kind', async (shape) => {
		const figures = figuresIn(NEW, 2027);
		const report = await read(renderReport(figures, shape, { punctuation: 'full' }), 'a');
		expect(report.formats).toEqual(figures.formats);
		expect(valuesOf(report)).toEqual(figures.cells);
	});

	it('is read from a Word file', async () => {
		const figures = figuresIn(NEW, 2028);
		const report = await read(await renderDocx(printReport(figures)), 'a.docx');
		expect(report.formats).toEqual(figures.formats);
		expect(valuesOf(report)).toEqual(figures.cells);
	});

	it.each(['2019', '2021'] as const)('leaves reports in layout %s what they were', async (layout) => {
		const figures = figuresIn(layout, 2022);
		for (const shape of SHAPES) {
			const report = await read(renderReport(figures, shape), 'a');
			expect(report.formats).toEqual(figures.formats);
			expect(valuesOf(report)).toEqual(figures.cells);
		}
	});

	it('is not taken for that of 2021 where the row that tells it cannot be read', async () => {
		const text = new TextDecoder().decode(renderReport(figuresIn(NEW, 2027), { kind: 'html' }));
		const report = await read(new TextEncoder().encode(text.replace('使用自动程序批量生成的申请', '※※※')), 'a.html');
		expect(report.formats).toEqual({ t2: '2027', t3: 'undetermined', t4: '2027' });
		expect(report.problems.map(({ code }) => code)).toContain('row/unknown');
		expect(report.cells['t3.unprocessed_generated.total']).toBeUndefined();
		expect(report.cells['t3.unprocessed_reconfirm.total']?.v).toBe(
			figuresIn(NEW, 2027).cells['t3.unprocessed_reconfirm.total']
		);
	});

	it('is held against the year of a report', async () => {
		const due = async (layout: Layout, year: number): Promise<readonly unknown[]> =>
			auditWhole(await read(renderReport(figuresIn(layout, year), { kind: 'html' }), 'a.html'))
				.filter(({ rule }) => rule === 'd-layout')
				.map(({ status, left, right }) => [status, left, right]);
		expect(await due(NEW, 2027)).toEqual([
			['pass', 2027, 2027],
			['pass', 2027, 2027]
		]);
		expect(await due('2021', 2027)).toEqual([
			['fail', 2021, 2027],
			['fail', 2021, 2027]
		]);
		expect(await due('2021', 2026)).toEqual([
			['pass', 2021, 2021],
			['pass', 2021, 2021]
		]);
	});
});
