import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/lib/core/collect/index.ts';

const codes = (text: string): string[] => parseManifest(text).problems.map(({ problem }) => problem.code);

describe('parseManifest', () => {
	it('reads every column, in any order, with a byte order mark and Windows paths', () => {
		const { rows, problems } = parseManifest(
			'\ufeffyear,File,agency,place,address,collected\r\n2023,甲县\\财政局.html,甲县财政局,虚州市甲县,https://example.org/1,2024-02-01\r\n'
		);
		expect(problems).toEqual([]);
		expect(rows.get('甲县/财政局.html')).toEqual({
			file: '甲县/财政局.html',
			agency: '甲县财政局',
			place: '虚州市甲县',
			year: 2023,
			address: 'https://example.org/1',
			collected: '2024-02-01',
			published: null
		});
	});

	it('leaves what is empty or has no column unknown', () => {
		expect(parseManifest('file,year\na.html,\n').rows.get('a.html')).toEqual({
			file: 'a.html',
			agency: null,
			place: null,
			year: null,
			address: null,
			collected: null,
			published: null
		});
	});

	it('names the line and the column of a value that is not understood, and keeps the rest of the row', () => {
		const { rows, problems } = parseManifest(
			'file,agency,year,address,collected\na.html,甲局,23,javascript:alert(1),2024-02-30\n'
		);
		expect(problems.map(({ problem }) => [problem.line, problem.column, problem.found])).toEqual([
			[2, 'year', '23'],
			[2, 'address', 'javascript:alert(1)'],
			[2, 'collected', '2024-02-30']
		]);
		expect(rows.get('a.html')).toMatchObject({ agency: '甲局', year: null, address: null, collected: null });
	});

	it('does not use a row with too many fields, since its values may have shifted', () => {
		const { rows, problems } = parseManifest('file,agency,year\na.html,甲局,乙局,2023\nb.html,丙局,2023\n');
		expect([...rows.keys()]).toEqual(['b.html']);
		expect(problems).toEqual([
			{ file: 'a.html', problem: { code: 'manifest/row-ragged', found: '4', expected: '3', line: 2 } }
		]);
	});

	it('uses a row with too few fields as far as it goes, and names it', () => {
		const { rows, problems } = parseManifest('file,agency,year\na.html,甲局\n');
		expect(rows.get('a.html')?.agency).toBe('甲局');
		expect(problems[0]?.problem).toEqual({ code: 'manifest/row-ragged', found: '2', expected: '3', line: 2 });
	});

	it('takes the first of two rows for one file and names the second with its line', () => {
		const { rows, problems } = parseManifest('file,year\n"a\nb.html",2020\na.html,2021\n./a.html,2022\n\n');
		expect(rows.get('a.html')?.year).toBe(2021);
		expect(problems).toEqual([
			{ file: 'a.html', problem: { code: 'manifest/row-repeated', found: 'a.html', line: 5 } }
		]);
	});

	it.each([
		['a column of another name', 'file,titel\na,b\n', ['manifest/column-unknown']],
		['a row that names no file', 'file,year\n,2023\n', ['manifest/value-not-understood']],
		['a quotation mark that is not closed', 'file,year\n"a.html,2023\n', ['manifest/quote-open', 'manifest/row-ragged']]
	])('declares %s', (_, text, expected) => {
		expect(codes(text)).toEqual(expected);
	});

	it('does not take a table without the column "file" for a manifest', () => {
		expect(() => parseManifest('name,year\na,2023\n')).toThrow('manifest has no column "file": name, year');
	});
});
