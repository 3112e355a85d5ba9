import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { CsvColumn } from '../../../src/lib/export/csv.ts';
import { SheetLimitError, workbook } from '../../../src/lib/export/xlsx.ts';

interface Row {
	readonly agency: string;
	readonly cases: number | null;
}
const COLUMNS: readonly CsvColumn<Row>[] = [
	{ name: 'agency', value: (row) => row.agency },
	{ name: 'cases', value: (row) => row.cases, absence: (row) => (row.cases === null ? 'blank' : null) }
];

describe('a workbook', () => {
	it('has the rows in one sheet and their definitions in another, texts as texts', async () => {
		const rows = [
			{ agency: '=1+1', cases: 0 },
			{ agency: '001', cases: null }
		];
		const bytes = await workbook(
			{ name: '数据', rows, columns: COLUMNS },
			{ name: '定义', parts: [{ heading: '标题', lines: [['栏', '=SUM(A1)']] }] }
		);
		const book = read(bytes);
		expect(book.SheetNames).toEqual(['数据', '定义']);
		const [data, definitions] = book.SheetNames.map((name) => book.Sheets[name]);
		if (!data || !definitions) throw new Error('no sheet');
		expect(utils.sheet_to_json(data, { header: 1, defval: null })).toEqual([
			['agency', 'cases', 'cases.status'],
			['=1+1', 0, 'ok'],
			['001', null, 'blank']
		]);
		expect([data['A2'], definitions['B2']]).toMatchObject([
			{ t: 's', v: '=1+1' },
			{ t: 's', v: '=SUM(A1)' }
		]);
		expect(data['A2']).not.toHaveProperty('f');
	});

	it('refuses what a cell cannot hold, and cuts nothing', async () => {
		const rows = [{ agency: 'x'.repeat(32_768), cases: 1 }];
		await expect(workbook({ name: 'data', rows, columns: COLUMNS })).rejects.toThrow(SheetLimitError);
	});
});
