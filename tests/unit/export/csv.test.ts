import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv, csvFile } from '../../../src/lib/export/csv.ts';
import type { CsvColumn } from '../../../src/lib/export/csv.ts';
import { fileName } from '../../../src/lib/export/save.ts';

interface Row {
	readonly name: string;
	readonly new: number | null;
	readonly why: string | null;
}
const COLUMNS: readonly CsvColumn<Row>[] = [
	{ name: 'agency', value: (row) => row.name },
	{ name: 'new', value: (row) => row.new, absence: (row) => row.why }
];

describe('CSV for machines', () => {
	it('keeps zero, blank and slash apart by their status', () => {
		const rows = [
			{ name: '甲市', new: 0, why: null },
			{ name: '乙市', new: null, why: 'blank' },
			{ name: '丙市', new: null, why: 'slash' }
		];
		expect(csv(rows, COLUMNS)).toBe('agency,new,new.status\r\n甲市,0,ok\r\n乙市,,blank\r\n丙市,,slash\r\n');
	});

	it('has no mark, no note and no disarmed text', () => {
		const text = csv([{ name: '=1+1', new: -5, why: null }], COLUMNS, { notes: ['Source'] });
		expect(text).toBe('agency,new,new.status\r\n=1+1,-5,ok\r\n');
	});

	it.each([
		['a,b', '"a,b"'],
		['a"b', '"a""b"'],
		['a\nb', '"a\nb"'],
		['甲 乙', '甲 乙']
	])('writes %j as RFC 4180 has it', (value, field) => {
		expect(csv([value], [{ name: 'v', value: (row) => row }])).toBe(`v\r\n${field}\r\n`);
	});

	it('is its header alone where there are no rows', () => {
		expect(csv([], COLUMNS)).toBe('agency,new,new.status\r\n');
	});

	it('is what a CSV library would write', () => {
		const value = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(' a', 'a ', '\ufeffa', '', 'a"b,'),
			fc.double(),
			fc.boolean(),
			fc.constant(null)
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (rows) => {
				const text = csv(rows, [
					{ name: 'a', value: ([a]) => a },
					{ name: 'b', value: ([, b]) => b }
				]);
				expect(text).toBe(`${Papa.unparse([['a', 'b'], ...rows], { newline: '\r\n' })}\r\n`);
			})
		);
	});

	it('reads back as it was, whatever the texts hold', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), { minLength: 1 }),
				(rows) => {
					const text = csv(rows, [
						{ name: 'a', value: ([a]) => a },
						{ name: 'b', value: ([, b]) => b }
					]);
					const { data } = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' });
					expect(data).toEqual([['a', 'b'], ...rows, ['']]);
				}
			)
		);
	});
});

describe('CSV for spreadsheets', () => {
	it('begins with a byte order mark and the notes', () => {
		const text = csv([{ name: '甲市', new: 3, why: null }], COLUMNS, {
			variant: 'spreadsheet',
			notes: ['New requests, 2023', 'Source: reports\nBuild abc']
		});
		expect(text).toBe(
			'\ufeff"# New requests, 2023"\r\n# Source: reports\r\n# Build abc\r\nagency,new,new.status\r\n甲市,3,ok\r\n'
		);
	});

	it.each([
		['=1+1', "'=1+1"],
		['+1', "'+1"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\t=1', "'\t=1"],
		['＝1+1', "'＝1+1"],
		['-', '-'],
		['/', '/'],
		['a=1', 'a=1']
	])('disarms the text %j to %j', (value, field) => {
		const text = csv([value], [{ name: 'v', value: (row) => row }], { variant: 'spreadsheet' });
		const { data } = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', delimiter: ',' });
		expect(data[1]).toEqual([field]);
	});

	it('leaves negative numbers numbers', () => {
		const text = csv([-5], [{ name: 'change', value: (row) => row }], { variant: 'spreadsheet' });
		expect(text).toBe('\ufeffchange\r\n-5\r\n');
	});
});

describe('CSV as a file', () => {
	const rows = Array.from({ length: 5001 }, (_, index) => index);
	const columns: readonly CsvColumn<number>[] = [
		{ name: 'v', value: (row) => row, absence: (row) => (row % 2 ? 'blank' : null) },
		{ name: 'name', value: (row) => `甲,${String(row)}` }
	];

	it('holds the same bytes as the text, and tells how far it is', async () => {
		const told: number[] = [];
		const options = { variant: 'spreadsheet', notes: ['Source'] } as const;
		const file = await csvFile(rows, columns, { ...options, onRows: (done) => told.push(done) });
		const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
		expect(text).toBe(csv(rows, columns, options));
		expect(told.at(-1)).toBe(5001);
		expect(file.type).toBe('text/csv;charset=utf-8');
	});

	it('lets the page breathe when time is up, and stops where it is told to', async () => {
		const controller = new AbortController();
		const told: number[] = [];
		let time = 0;
		const file = csvFile(rows, columns, {
			signal: controller.signal,
			// Each look at the clock finds 20 ms gone: time is up after every second part.
			now: () => (time += 20),
			onRows: (done) => {
				told.push(done);
				if (done > 2000) controller.abort(new Error('enough'));
			}
		});
		await expect(file).rejects.toThrow('enough');
		expect(told).toEqual([2000, 5001]);
	});
});

describe('a file name', () => {
	it.each([
		[['outcomes', 2023], 'outcomes_2023.csv'],
		[['甲/乙: 丙', ''], '甲-乙-丙.csv'],
		[['..', '?'], 'gongkai.csv']
	])('of %j is %s', (parts, name) => {
		expect(fileName(parts, 'csv')).toBe(name);
	});
});
