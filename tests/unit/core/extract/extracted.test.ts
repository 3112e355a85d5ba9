import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../../src/lib/core/audit/index.ts';
import { extractReports } from '../../../../src/lib/core/extract/index.ts';
import type { Report } from '../../../../src/lib/core/extract/index.ts';
import { readDocument } from '../../../../src/lib/core/read/index.ts';

const REPORTS = join(import.meta.dirname, '../../../../data/reports');
const files = readdirSync(REPORTS).filter((file) => file !== 'README.md' && file !== 'manifest.csv');

async function extracted(bytes: Uint8Array, file: string): Promise<Report[]> {
	const read = await readDocument(bytes);
	if (!read.ok) throw new Error(`not read: ${file}: ${read.failure.code}`);
	return extractReports(read.document, file);
}

const lineOf = ({ file, agency, year, formats, cells, problems }: Report, more: object = {}): string =>
	JSON.stringify({ file, agency, year, formats, cells, findings: [], problems, ...more });
const readLines = (text: string): Promise<Report[]> => extracted(new TextEncoder().encode(text), 'lines.json');

const onTables = (report: Report) =>
	auditReport(report).filter(({ rule }) => /^(?:t2|t3|t4|a|x)-/u.test(rule) && !rule.startsWith('t2-quoted'));

describe('the JSON of data:extract', () => {
	it.each(files)('gives the cells and problems of %s again', async (file) => {
		const reports = await extracted(readFileSync(join(REPORTS, file)), file);
		const again = await readLines(reports.map((report) => lineOf(report)).join('\n'));
		expect(again.map(({ agency, year, formats, cells }) => ({ agency, year, formats, cells }))).toEqual(
			reports.map(({ agency, year, formats, cells }) => ({ agency, year, formats, cells }))
		);
		const codes = ({ problems }: Report): string[] =>
			problems.map(({ code, table, row, column }) => `${code} ${[table, row, column].join('.')}`).sort();
		expect(again.map(codes)).toEqual(reports.map(codes));
		expect(again.map(onTables)).toEqual(reports.map(onTables));
	});

	it('is all of the shipped reports', () => {
		expect(files.length).toBeGreaterThanOrEqual(15);
		expect(files.every((file) => existsSync(join(REPORTS, file)))).toBe(true);
	});
});

describe('a line that was changed by hand', () => {
	const made = async (change: (cells: Record<string, unknown>) => Record<string, unknown>): Promise<Report> => {
		const [report] = await extracted(readFileSync(join(REPORTS, '2024-huaian-city.html')), 'a.html');
		if (!report) throw new Error('no report');
		const [again] = await readLines(lineOf(report, { cells: change({ ...report.cells }) }));
		if (!again) throw new Error('no report');
		return again;
	};

	it('loses a cell that the form does not have, with a problem', async () => {
		const { cells, problems } = await made((all) => ({ ...all, 't3.new.robots': { v: 1, raw: '1' } }));
		expect(cells).not.toHaveProperty(['t3.new.robots']);
		expect(problems).toContainEqual({ code: 'row/unknown', found: 't3.new.robots' });
	});

	it('loses a cell of the other layout', async () => {
		const { cells, problems } = await made((all) => ({ ...all, 't3.other.total': { v: 1, raw: '1' } }));
		expect(cells).not.toHaveProperty(['t3.other.total']);
		expect(problems).toContainEqual({ code: 'row/unknown', table: 't3', found: 't3.other.total' });
	});

	it('loses a cell whose number is none, with a problem at the cell', async () => {
		const { cells, problems } = await made((all) => ({ ...all, 't3.new.total': { v: '61', raw: '61' } }));
		expect(cells).not.toHaveProperty(['t3.new.total']);
		expect(problems).toContainEqual({
			...{ code: 'cell/not-a-number', table: 't3', row: 'new', column: 'total' },
			found: '{"v":"61","raw":"61"}'
		});
	});

	it('has its odd figures declared though its list of problems does not', async () => {
		const { cells, problems } = await made((all) => ({ ...all, 't3.new.total': { v: -1.5, raw: '-1.5' } }));
		expect(cells['t3.new.total']?.v).toBe(-1.5);
		expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['cell/negative', 'cell/fraction']));
	});
});
