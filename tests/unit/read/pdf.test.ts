import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareCells } from '../../../scripts/compare-cells.ts';
import type { GoldCell } from '../../../scripts/shared-reports.ts';
import type { ReportFigures } from '../../../scripts/synthesize/report-figures.ts';
import { extractReports, parseFigure } from '../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../src/lib/core/extract/index.ts';
import { TABLE_IDS, formCells } from '../../../src/lib/core/form/index.ts';
import type { Document } from '../../../src/lib/core/read/document.ts';
import { readPdf } from '../../../src/lib/core/read/pdf.ts';
import { PDF_FIXTURES } from '../../../scripts/synthesize/pdf-fixture-list.ts';

const ENGINE = join(import.meta.dirname, '../../../node_modules/pdfjs-dist');
const OPTIONS = { cMapUrl: `${ENGINE}/cmaps/`, standardFontDataUrl: `${ENGINE}/standard_fonts/` };

const bytesOf = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'pdf-fixtures', `${name}.pdf`));

async function documentOf(name: string): Promise<Document> {
	const result = await readPdf(bytesOf(name), OPTIONS);
	if (!result.ok) throw new Error(`not read: ${result.failure.code}`);
	return result.document;
}

/** The figures as a reader of the printed report would write them down. */
function truthOf(figures: ReportFigures): Record<string, GoldCell> {
	const cells: Record<string, GoldCell> = {};
	for (const table of TABLE_IDS) {
		const layout = figures.formats[table];
		if (layout === null) continue;
		for (const { key } of formCells(table, layout)) {
			const raw = String(figures.cells[key] ?? '');
			const figure = parseFigure(raw);
			if (figure.kind === 'number') cells[key] = { v: figure.v, raw };
			else cells[key] = { v: null, raw, absence: figure.kind === 'text' ? 'text' : figure.absence };
		}
	}
	return cells;
}

/** Fixtures of which a table cannot be told from its text alone: what is declared in place of being read. */
const DECLARED: Readonly<Record<string, readonly string[]>> = { 'rows-only': ['t4.'] };

describe('readPdf', () => {
	it.each(PDF_FIXTURES.map((fixture) => [fixture.name, fixture] as const))(
		'reads every cell of %s or declares it',
		async (name, { figures }) => {
			const [report, ...others] = extractReports(await documentOf(name), name) as [Report, ...Report[]];
			expect(others).toEqual([]);
			const compared = compareCells(report, { cells: truthOf(figures) });
			expect(compared.wrong).toEqual([]);
			expect(compared.missed).toEqual([]);
			expect(compared.extra).toEqual([]);
			const declared = DECLARED[name] ?? [];
			expect(compared.declared.filter((key) => !declared.some((prefix) => key.startsWith(prefix)))).toEqual([]);
			expect(report).toMatchObject({ agency: figures.agency, year: figures.year, formats: figures.formats });
		}
	);
});
