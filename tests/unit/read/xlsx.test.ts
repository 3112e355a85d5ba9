import { utils, write } from '@e965/xlsx';
import type { BookType, CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/lib/core/read/sheet-cell.ts';
import { encodeGb18030 } from '../../../scripts/synthesize/encode-gb18030.ts';
import { encode, oleFile, zipOf } from './containers.ts';
import { documentOf, failureOf, shown, shownOf } from './show.ts';

function save(
	sheets: Readonly<Record<string, WorkSheet>>,
	bookType: BookType = 'xlsx',
	hidden: readonly number[] = []
): Uint8Array {
	const book: WorkBook = utils.book_new();
	for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
	book.Workbook = { Sheets: book.SheetNames.map((_, index) => ({ Hidden: hidden.includes(index) ? 1 : 0 })) };
	return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

const GENERAL = 'General';

describe('a number in a cell', () => {
	it.each<[string, number, string, string | undefined, string]>([
		['keeps the digits that its format rounds away', 59237.2449, '0.00', '59237.24', '59237.2449'],
		['keeps those of a rounded unit', 4068.208, '0.0"万元"', '4068.2万元', '4068.208万元'],
		['keeps its unit', 5, '0"件"', '5件', '5件'],
		['is printed with the thousands parted', 12345, '#,##0', '12,345', '12,345'],
		['keeps its digits behind parted thousands', 12345.678, '#,##0.0', '12,345.7', '12345.678'],
		['keeps its trailing zeros', 44.5, '0.00', '44.50', '44.50'],
		['loses what adding in binary puts behind it', 0.1 + 0.2, GENERAL, '0.3', '0.3'],
		['is whole where the sheet shows an exponent', 123456789012, GENERAL, '1.23457E+11', '123456789012'],
		['keeps a printed sign', 4, '+0;-0', '+4', '+4'],
		['keeps a minus sign', -71, GENERAL, '-71', '-71'],
		['is negative where red or brackets say so', -8, '0_);(0)', '(8)', '-8'],
		['is a zero where the sheet shows a dash or nothing', 0, '_ * "-"_ ', ' - ', '0'],
		['is a zero where zeros are hidden', 0, '0;-0;;@', '', '0'],
		['is not the number of a day', 45000, 'm"月"d"日"', '3月15日', '3月15日'],
		['is not the number of a year and month', 44927, 'yyyy-mm', '2023-01', '2023-01'],
		['is not a part of one', 0.12, '0%', '12%', '12%'],
		['is as printed where thousands are left out', 1234567, '#,##0,', '1,235', '1,235'],
		['is as printed where it is shown in ten thousands', 123456, '0!.0,"万"', '12!.3万', '12!.3万']
	])('%s', (_, v, z, w, text) => {
		expect(cellText({ t: 'n', v, z, ...(w === undefined ? {} : { w }) })).toBe(text);
	});

	it('is none where a formula was never worked out, or failed', () => {
		expect(cellText({ t: 'e', f: 'SUM(C7:H7)', z: GENERAL })).toBe('=SUM(C7:H7)');
		expect(cellText({ t: 'e', v: 7, w: '#DIV/0!' })).toBe('#DIV/0!');
		expect(cellText({ t: 'b', v: true, w: 'TRUE' })).toBe('TRUE');
		expect(cellText({ t: 'z' })).toBe('');
		expect(cellText(undefined)).toBe('');
	});
});

describe('a workbook', () => {
	const cell = (v: number | string, z?: string): CellObject => ({
		t: typeof v === 'number' ? 'n' : 's',
		v,
		...(z ? { z } : {})
	});

	it.each(['xlsx', 'biff8'] as const)('keeps every digit (%s)', async (bookType) => {
		const sheet: WorkSheet = {
			'!ref': 'A1:C2',
			A1: cell('甲'),
			B1: cell(59237.2449, '0.00'),
			C1: cell(12345, '#,##0'),
			A2: cell('乙'),
			B2: cell(45000, 'm"月"d"日"'),
			C2: cell('44.50')
		};
		expect(await shownOf(save({ 表: sheet }, bookType))).toEqual([
			'表',
			[
				['甲', '59237.2449', '12,345'],
				['乙', '3月15日', '44.50']
			]
		]);
	});

	it('spreads merged cells, and keeps the rows and columns of the sheet', async () => {
		const sheet = utils.aoa_to_sheet([[], [null, 'a', null, '1'], [null, null, null, '2'], [null, 'b', 'c', '3']]);
		sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 2, c: 2 } }];
		const document = await documentOf(save({ s: sheet }));
		expect(shown(document)[1]).toEqual([
			['', '', '', ''],
			['', 'a', 'a', '1'],
			['', 'a', 'a', '2'],
			['', 'b', 'c', '3']
		]);
		const block = document.blocks[1];
		expect(block?.kind === 'grid' && block.grid.slots[2]?.[2]).toEqual({
			text: 'a',
			row: 1,
			col: 1,
			rowSpan: 2,
			colSpan: 2
		});
	});

	it('leaves out hidden sheets, rows and columns, but not what is merged over them', async () => {
		const sheet = utils.aoa_to_sheet([
			['a', null, '1'],
			['hidden', 'x', '9'],
			['b', 'y', '2']
		]);
		sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
		sheet['!rows'] = [{}, { hidden: true }];
		sheet['!cols'] = [{ hidden: true }];
		expect(await shownOf(save({ shown: sheet, hidden: utils.aoa_to_sheet([['h']]) }, 'xlsx', [1]))).toEqual([
			'shown',
			[
				[null, 'a', '1'],
				[null, null, null],
				[null, 'y', '2']
			]
		]);
	});

	const part = (text: string, look = ''): string =>
		`<r><rPr>${look}<sz val="11"/></rPr><t xml:space="preserve">${text}</t></r>`;
	const oneCell = (content: string, styles = '', attributes = ''): Uint8Array => {
		const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
		const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
		const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
		const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
		const override = (name: string, type: string): string =>
			`<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
		return zipOf({
			'[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`,
			'_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
			'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${kind}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${kind}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${kind}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
			'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${kind}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`,
			'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
			'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>规章</t></si>${content.startsWith('<r>') ? `<si>${content}</si>` : ''}</sst>`,
			'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"${attributes}>${content.startsWith('<r>') ? '<v>1</v>' : content}</c></row></sheetData></worksheet>`
		});
	};

	it.each([
		['a raised digit is no digit of the figure', part('12') + part('1', '<vertAlign val="superscript"/>'), '12¹'],
		['a lowered one neither', part('12') + part('1', '<vertAlign val="subscript"/>'), '12¹'],
		['struck text is told from what holds', part('5', '<strike/>') + part('12'), '~~5~~12'],
		['text whose strike is taken back holds', part('5', '<strike val="0"/>') + part('12'), '512']
	])('in a cell, %s', async (_, parts, text) => {
		expect(await shownOf(oneCell(parts, '', ' t="s"'))).toEqual(['s', [['规章', text]]]);
		expect(await shownOf(oneCell(`<is>${parts}</is>`, '', ' t="inlineStr"'))).toEqual(['s', [['规章', text]]]);
	});

	it.each([
		['a number', '', '<v>12</v>', '~~12~~'],
		['a text', ' t="inlineStr"', '<is><t>12</t></is>', '~~12~~'],
		['nothing', '', '', '']
	])('tells %s that is struck as a whole from what holds', async (_, type, content, text) => {
		const fonts =
			'<fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>';
		for (const formats of ['', '<numFmts count="1"><numFmt numFmtId="170" formatCode="0&quot;件&quot;"/></numFmts>']) {
			const styles = `${formats}${fonts}<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="1" fontId="1" applyNumberFormat="1"/></cellXfs>`;
			const read = shown(await documentOf(oneCell(content, styles, ` s="1"${type}`)));
			expect(read).toEqual(['s', text === '' ? '规章' : [['规章', text]]]);
		}
	});

	it('saved as one XML file has no raised digit, struck text or row of no height in its figures', async () => {
		const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="s"><Table><Row><Cell><Data ss:Type="String">规章</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>5</S><Font>12</Font><Sup>1</Sup></ss:Data></Cell></Row><Row ss:Height="0"><Cell><Data ss:Type="String">规章</Data></Cell><Cell><Data ss:Type="Number">9</Data></Cell></Row></Table></Worksheet></Workbook>`;
		expect(await shownOf(encode(xml))).toEqual([
			's',
			[
				['规章', '~~5~~12¹'],
				[null, null]
			]
		]);
	});

	it('gives the lines above and below its table as text too', async () => {
		const sheet = utils.aoa_to_sheet([['某局2023年年度报告'], [], ['规章', 1], ['文件', 2], ['五、存在的问题']]);
		expect((await shownOf(save({ 年报: sheet }))).filter((block) => typeof block === 'string')).toEqual([
			'年报',
			'某局2023年年度报告',
			'五、存在的问题'
		]);
	});

	it('into which running text was put is running text', async () => {
		expect(await shownOf(save({ s: utils.aoa_to_sheet([['规章'], [null, '1'], [], ['2\n3']]) }))).toEqual([
			's',
			'规章',
			'1',
			'2',
			'3'
		]);
	});

	it('with nothing in it is empty', async () => {
		expect(await failureOf(save({ s: utils.aoa_to_sheet([[]]) }))).toBe('file/empty');
	});

	it('saved as one XML file is read', async () => {
		const bytes = save({ s: utils.aoa_to_sheet([['规章', 3]]) }, 'xlml');
		expect((await documentOf(bytes)).reader).toBe('xls');
		expect(await shownOf(bytes)).toEqual(['s', [['规章', '3']]]);
	});

	it('that is a web page or delimited text saved as .xls is read as such, in its encoding', async () => {
		const html =
			'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td x:num>3</td></tr></table></html>';
		expect((await documentOf(encode(html))).reader).toBe('html');
	});
});

describe('an old workbook', () => {
	const u16 = (...values: number[]): number[] => values.flatMap((value) => [value & 0xff, value >> 8]);
	const double = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];
	const record = (type: number, content: readonly number[]): number[] => [...u16(type, content.length), ...content];
	const label = (row: number, col: number, text: string): number[] => {
		const bytes = encodeGb18030(text);
		return record(0x0204, [...u16(row, col, 0, bytes.length), ...bytes]);
	};
	const formula = (row: number, col: number, value: readonly number[], code: readonly number[]): number[] =>
		record(0x0006, [...u16(row, col, 0), ...value, ...u16(0, 0, 0), ...u16(code.length), ...code]);
	const endless = [0x01, 0x02, 0x03];

	/** A workbook of Excel 95: its text is in the code page of Chinese Windows. */
	function workbook(cells: readonly number[]): Uint8Array {
		const name = [...encodeGb18030('表一')];
		const head = [...record(0x0809, [...u16(0x0500, 5), 0, 0, 0, 0]), ...record(0x0042, u16(936))];
		const end = record(0x000a, []);
		const at = head.length + 12 + name.length - 1 + end.length;
		const list = record(0x0085, [...u16(at, 0), 0, 0, name.length, ...name]);
		const sheet = [...record(0x0809, [...u16(0x0500, 16), 0, 0, 0, 0]), ...record(0x0200, u16(0, 9, 0, 9, 0))];
		return oleFile('Book', Uint8Array.from([...head, ...list, ...end, ...sheet, ...cells, ...end]));
	}

	it('is read in the encoding of its time', async () => {
		const bytes = workbook([...label(0, 0, '规章'), ...record(0x0203, [...u16(0, 1, 0), ...double(59237.2449)])]);
		expect(await shownOf(bytes)).toEqual(['表一', [['规章', '59237.2449']]]);
	});

	it('gives the value of a formula, whatever the formula is', async () => {
		const cells = [
			...label(0, 0, '甲'),
			...formula(0, 1, double(7), endless),
			...formula(0, 2, [1, 0, 1, 0, 0, 0, 0xff, 0xff], endless),
			...formula(0, 3, [2, 0, 7, 0, 0, 0, 0xff, 0xff], endless),
			...formula(0, 4, [0, 0, 0, 0, 0, 0, 0xff, 0xff], endless),
			...record(0x0207, [...u16(4), ...encodeGb18030('文本')]),
			...formula(0, 5, [3, 0, 0, 0, 0, 0, 0xff, 0xff], endless),
			...record(0x01b8, u16(0, 65535, 0, 255, 1, 2, 3))
		];
		expect(await shownOf(workbook(cells))).toEqual(['表一', [['甲', '7', 'TRUE', '#', '文本']]]);
	});

	it('that is encrypted or broken off says so', async () => {
		expect(await failureOf(workbook(record(0x002f, u16(1, 2))))).toBe('file/encrypted');
		expect(await failureOf(workbook([...u16(0x0203, 500), 1, 2]))).toBe('file/damaged');
	});
});
