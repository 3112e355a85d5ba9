import { describe, expect, it } from 'vitest';
import { printReport } from '../../../scripts/synthesize/print-report.ts';
import { extractReports } from '../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../src/lib/core/extract/index.ts';
import { readDocument } from '../../../src/lib/core/read/index.ts';
import { LAYOUT_CASES, distinctFigures, valuesOf } from './form-figures.ts';
import { renderDocx } from './form-docx.ts';
import { renderCsv, renderSheets } from './form-sheets.ts';

async function extracted(bytes: Uint8Array, file: string): Promise<Report[]> {
	const read = await readDocument(bytes);
	if (!read.ok) throw new Error(`not read: ${read.failure.code} ${read.failure.found}`);
	return extractReports(read.document, file);
}

const named = LAYOUT_CASES.map((formats) => ({ name: `${formats.t2}/${formats.t3}`, formats }));

describe.each(named)('a report whose tables two and three are of $name', ({ formats }) => {
	const figures = distinctFigures(formats);
	const expectExact = (reports: readonly Report[]): void => {
		expect(reports).toHaveLength(1);
		expect(valuesOf(reports[0])).toEqual(figures.cells);
		expect(reports[0]).toMatchObject({ agency: figures.agency, year: figures.year, formats });
		expect(reports[0]?.problems).toEqual([]);
	};

	it('comes out of a Word document cell by cell', async () => {
		expectExact(await extracted(await renderDocx(printReport(figures)), 'a.docx'));
		expectExact(
			await extracted(await renderDocx(printReport(figures, { punctuation: 'full', spareColumns: 2 })), 'a.docx')
		);
	});

	it.each(['xlsx', 'biff8', 'xlml'] as const)('comes out of a workbook (%s) with merged cells', async (bookType) => {
		for (const stacked of [true, false])
			expectExact(await extracted(renderSheets(printReport(figures), { bookType, stacked }), 'a'));
	});

	it('comes out of a workbook whose merged cells are lost', async () => {
		for (const stacked of [true, false])
			expectExact(await extracted(renderSheets(printReport(figures), { stacked, merged: false }), 'a.xlsx'));
	});

	it.each([',', '\t', ';'])('comes out of text whose cells are parted by %j', async (delimiter) => {
		expectExact(await extracted(new TextEncoder().encode(renderCsv(printReport(figures), delimiter)), 'a.csv'));
	});
});
