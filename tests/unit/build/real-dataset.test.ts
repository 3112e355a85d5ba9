import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATA_DOC } from '../../../scripts/docs/data.ts';
import { renewed } from '../../../scripts/docs/generated.ts';
import { verifyDataset } from '../../../scripts/build/verify.ts';
import { build, contentsOf, tableRows } from './fixture.ts';

const SHIPPED = 'static/data/real';

describe('the shipped dataset', () => {
	it('is what data/reports gives, byte for byte', async () => {
		const rebuilt = await build('data/reports', {
			name: 'real',
			title: { zh: '收录的真实报告', en: 'Collected real reports' },
			fictional: false
		});
		expect(rebuilt.refused).toBe(0);
		expect([...(await contentsOf(SHIPPED)).keys()]).toEqual([...(await contentsOf(rebuilt.folder)).keys()]);
		expect(await contentsOf(SHIPPED)).toEqual(await contentsOf(rebuilt.folder));
	});

	it('is whole: files, checksums, columns, types, keys, references', async () => {
		expect(await verifyDataset(SHIPPED)).toEqual([]);
	});

	it('holds Suqian 2023 with 3,511 new requests and 309, 17, 88 and 26 reviews', async () => {
		const reports = await tableRows(SHIPPED, 'reports');
		expect(reports.find(({ agency, year }) => agency === '宿迁市人民政府' && year === 2023)).toMatchObject({
			't3.new.total': 3511,
			't4.review.upheld': 309,
			't4.review.corrected': 17,
			't4.review.other': 88,
			't4.review.pending': 26
		});
	});

	it('holds the Shanghai General Office 2019 with 859 new requests, blanks not as zeros', async () => {
		const reports = await tableRows(SHIPPED, 'reports');
		const report = reports.find(({ agency, year }) => agency === '上海市人民政府办公厅' && year === 2019);
		expect(report).toMatchObject({ 't3.new.total': 859, 't3.granted.total': null, format_t3: '2019' });
		const absences = await tableRows(SHIPPED, 'absences');
		expect(
			absences.find((row) => row['agency_id'] === report?.['agency_id'] && row['cell'] === 't3.granted.total')
		).toMatchObject({ reason: 'blank' });
	});

	it('holds the Liujiang bureau 2023 with zeros, each traceable to its file', async () => {
		const reports = await tableRows(SHIPPED, 'reports');
		const report = reports.find(({ agency }) => agency === '柳州市柳江区工业和信息化局');
		expect(report).toMatchObject({ year: 2023, 't3.new.total': 0, 't4.review.total': 0, checks_fail: 0 });
		const sources = await tableRows(SHIPPED, 'sources');
		expect(sources.find(({ source }) => source === report?.['source'])).toMatchObject({ outcome: 'used' });
		const cell = (await tableRows(SHIPPED, 'cells')).find(
			(row) => row['agency_id'] === report?.['agency_id'] && row['cell'] === 't3.new.total'
		);
		const text = await readFile(join('data/reports', String(report?.['source'])), 'utf8');
		expect(text.split('\n')[Number(cell?.['line']) - 1]).toContain('本年新收');
	});
});

it('docs/data.md lists the tables, cells and problems as they are', async () => {
	const text = await readFile(DATA_DOC.path, 'utf8');
	expect(await renewed(DATA_DOC, text)).toBe(text);
});
