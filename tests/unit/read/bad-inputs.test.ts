import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { printReport } from '../../../scripts/synthesize/print-report.ts';
import { extractReports } from '../../../src/lib/core/extract/index.ts';
import { MAX_ARCHIVE_BYTES, MAX_BYTES, readDocument, readDocuments } from '../../../src/lib/core/read/index.ts';
import type { ReadResult } from '../../../src/lib/core/read/index.ts';
import { cell, encode, paragraph, row, table, wordFile, wordXml, zipOf } from './containers.ts';
import { LAYOUT_CASES, distinctFigures, valuesOf } from './form-figures.ts';
import { renderDocx } from './form-docx.ts';
import { renderSheets } from './form-sheets.ts';
import { failureOf, shownOf } from './show.ts';

const SECONDS = 10;

/** Reads within a time that no honest file takes, and tells the outcome. */
async function outcome(bytes: Uint8Array): Promise<string> {
	const started = performance.now();
	const read = await readDocument(bytes);
	expect(performance.now() - started).toBeLessThan(SECONDS * 1000);
	return read.ok ? 'read' : read.failure.code;
}

const figures = distinctFigures(LAYOUT_CASES[0]!);
const page = (body: string): Uint8Array => encode(`<html><body>${body}</body></html>`);

function valuesIn(read: ReadResult): Record<string, number | string> | null {
	return read.ok ? valuesOf(extractReports(read.document, 'x')[0]) : null;
}

const kinds = {
	docx: () => renderDocx(printReport(figures)),
	xlsx: () => Promise.resolve(renderSheets(printReport(figures))),
	xls: () => Promise.resolve(renderSheets(printReport(figures), { bookType: 'biff8' }))
} as const;

describe.each(['docx', 'xlsx', 'xls'] as const)('a %s', (kind) => {
	it('that is cut short is refused as damaged, wherever it is cut before its last figure', async () => {
		const whole = await kinds[kind]();
		for (let part = 1; part < 12; part += 1) {
			const read = await readDocument(whole.subarray(0, Math.floor((whole.length * part) / 12)));
			if (read.ok) expect([kind, part > 10, valuesIn(read)]).toEqual(['xls', true, figures.cells]);
			else expect(read.failure.code).toBe('file/damaged');
		}
	});
});

describe.each(['docx', 'xlsx'] as const)('a %s with a changed byte', (kind) => {
	it('is refused or gives the same figures, never others', async () => {
		const whole = await kinds[kind]();
		let refused = 0;
		for (let step = 1; step < 60; step += 1) {
			const at = Math.floor((whole.length * step) / 60);
			const changed = whole.slice();
			changed[at] = (changed[at] ?? 0) ^ (1 << (step % 8));
			const values = valuesIn(await readDocument(changed));
			if (values === null) refused += 1;
			else expect(values).toEqual(figures.cells);
		}
		expect(refused).toBeGreaterThan(0);
	});
});

describe('a file that is too large', () => {
	it('is refused before it is looked at', async () => {
		expect(await outcome(new Uint8Array(MAX_BYTES + 1))).toBe('file/too-large');
		const [result] = await readDocuments(new Uint8Array(MAX_ARCHIVE_BYTES + 1), 'a.zip');
		expect(result?.result).toMatchObject({ ok: false, failure: { code: 'file/too-large' } });
	});

	it('of one cell of a megabyte is read', async () => {
		const text = '规章'.repeat(200_000);
		const grid = [[text, '1']];
		expect(await shownOf(page(`<table><tr><td>${text}</td><td>1</td></tr></table>`))).toEqual([grid]);
		expect(await shownOf(wordFile(table([row([cell(text), cell('1')])])))).toEqual([grid]);
		expect(await outcome(encode(`规章,1,2\n${text},1,2\n规章,1,2\n规章,1,2\n规章,1,2\n`))).toBe('read');
		expect(await outcome(encode(text))).toBe('read');
	});
});

describe('a bomb', () => {
	const blank = ' '.repeat(17 * 1024 * 1024);

	it('in a container is not unpacked', async () => {
		const document = wordXml(paragraph('甲')).replace('</w:body>', `${blank}</w:body>`);
		const bomb = wordFile('', {}, document);
		expect(bomb.length).toBeLessThan(50_000);
		expect(await outcome(bomb)).toBe('file/bomb');
		const book = zipOf({
			'[Content_Types].xml':
				'<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
			'xl/worksheets/sheet1.xml': blank
		});
		expect(await outcome(book)).toBe('file/bomb');
		const results = await readDocuments(zipOf({ 'a.txt': blank, 'b.txt': '规章 3' }), 'z');
		expect(results.map(({ result }) => (result.ok ? 'read' : result.failure.code))).toEqual(['file/bomb', 'read']);
	});

	it('that states a small size is left as soon as it passes it', async () => {
		const bomb = wordFile('', {}, blank);
		const view = new DataView(bomb.buffer);
		for (let at = 0; at + 46 < bomb.length; at += 1)
			if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === blank.length)
				view.setUint32(at + 24, 5000, true);
		expect(await outcome(bomb)).toBe('file/damaged');
	});

	it('of XML entities is not opened', async () => {
		const entities = Array.from(
			{ length: 9 },
			(_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`
		).join('');
		const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "规章">${entities}]>`;
		const document = wordXml(paragraph('&e9;')).replace(/^<\?xml[^>]*>/u, bomb);
		expect(await outcome(wordFile('', {}, document))).toBe('file/bomb');
		expect(await outcome(encode(document.replaceAll('w:document', 'w:wordDocument')))).toBe('file/bomb');
		const workbook = `${bomb}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>`;
		expect(await outcome(encode(workbook))).toBe('file/bomb');
		const book = zipOf({
			'[Content_Types].xml':
				'<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
			'xl/workbook.xml': `${bomb}<workbook/>`
		});
		expect(await outcome(book)).toBe('file/bomb');
	});
});

describe('a page', () => {
	it('of 10,000 tables is read, and gives no report', async () => {
		const tables = page('<table><tr><td>规章</td><td>1</td></tr></table>'.repeat(10_000));
		expect(await outcome(tables)).toBe('read');
		expect(await outcome(page('<table><tr><td>1</td></tr></table>'.repeat(30_000)))).toBe('file/too-many');
	});

	it('with scripts gives their text nowhere', async () => {
		const html = `<script>document.write('<table><tr><td>9</td></tr></table>')</script><p onclick="alert(1)">甲<img src=x onerror=alert(1)></p><style>p{}</style><noscript>n</noscript><template><p>t</p></template>`;
		expect(await shownOf(page(html))).toEqual(['甲']);
	});

	it.each([
		[
			'spans past all bounds',
			`<table>${'<tr><td colspan=1000000000 rowspan=1000000000>1</td></tr>'.repeat(3000)}</table>`,
			'read'
		],
		[
			'spans of tall tables, many times',
			`<table><tr><td colspan=400 rowspan=0>1</td></tr>${'<tr>'.repeat(4999)}</table>`.repeat(10),
			'file/too-many'
		],
		['100,000 open elements', '<div>'.repeat(100_000), 'file/too-many'],
		['100,000 open tables', '<table><tr><td>'.repeat(100_000), 'file/too-many'],
		['6,000 nested tables', '<table><tr><td>'.repeat(6_000), 'read'],
		[
			'unclosed elements that multiply',
			`<p>${Array.from({ length: 4000 }, (_, index) => `<font id=${index}>`).join('')}${'</p><p>x'.repeat(4000)}`,
			'file/too-many'
		],
		['more than a million tags', '<i>'.repeat(1_000_001), 'file/too-many'],
		['attributes without end', `<p ${'a="b" '.repeat(300_000)}>1</p>`, 'read'],
		['a tag that never ends', `<p ${'a='.repeat(500_000)}`, 'read'],
		['comments without end', '<p>甲</p>' + '<!--'.repeat(300_000), 'read']
	])('with %s is bounded', { timeout: 30_000 }, async (_, html, expected) => {
		expect(await outcome(page(html))).toBe(expected);
	});
});

describe('a Word document', () => {
	it.each([
		[
			'spans past all bounds',
			table([row([cell('a', '<w:gridSpan w:val="1000000000"/>'), cell('b')], '<w:gridBefore w:val="1000000000"/>')]),
			'read'
		],
		[
			'tables wide and tall beyond a report',
			table(Array.from({ length: 5000 }, () => row([cell('a', '<w:gridSpan w:val="400"/>')]))).repeat(3),
			'file/too-many'
		],
		[
			'tables nested past any document',
			'<w:tbl><w:tr><w:tc>'.repeat(5000) + '</w:tc></w:tr></w:tbl>'.repeat(5000),
			'file/too-many'
		],
		[
			'tables nested as deep as is read',
			'<w:tbl><w:tr><w:tc>'.repeat(320) + '</w:tc></w:tr></w:tbl>'.repeat(320),
			'read'
		],
		['10,000 tables', table([row([cell('规章'), cell('1')])]).repeat(10_000), 'read'],
		['a tag that never ends', `<w:p a="${'>'.repeat(100_000)}`, 'file/damaged'],
		['tags that do not match', '<w:p><w:r></w:p></w:r>', 'file/damaged']
	])('with %s is bounded', { timeout: 30_000 }, async (_, body, expected) => {
		expect(await outcome(wordFile(body))).toBe(expected);
	});

	it('without its main part is damaged', async () => {
		const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
		expect(
			await failureOf(zipOf({ '[Content_Types].xml': `<Override ContentType="${type}"/>`, 'word/a.xml': '' }))
		).toBe('file/damaged');
	});
});

describe('a workbook', () => {
	const save = (sheet: ReturnType<typeof utils.aoa_to_sheet>): Uint8Array => {
		const book = utils.book_new();
		utils.book_append_sheet(book, sheet, 's');
		return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
	};

	it('that is encrypted says so', async () => {
		const whole = renderSheets(printReport(figures), { bookType: 'biff8' });
		// The record that says so (2F 00, of 54 bytes) in the place of another that a reader may pass over (write access: 5C 00, 112).
		for (let at = 0; at + 4 < whole.length; at += 1)
			if (whole[at] === 0x5c && whole[at + 1] === 0 && whole[at + 2] === 112 && whole[at + 3] === 0) {
				whole.set([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0], at);
				whole.set([0x5c, 0, 54, 0], at + 58);
				break;
			}
		expect(await outcome(whole)).toBe('file/encrypted');
	});

	it('merged over all there is, or with cells at its last row and column, is cut', async () => {
		const merged = utils.aoa_to_sheet([['规章', 1]]);
		merged['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 1_048_575, c: 16_383 } }];
		expect(await outcome(save(merged))).toBe('read');
		const far = utils.aoa_to_sheet([['规章', 1]]);
		far['XFD1048576'] = { t: 'n', v: 1 };
		far['!ref'] = 'A1:XFD1048576';
		const bytes = zipOf({
			'[Content_Types].xml':
				'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
			'xl/workbook.xml':
				'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
			'xl/_rels/workbook.xml.rels':
				'<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
			'xl/worksheets/sheet1.xml':
				'<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>3</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
		});
		expect(await shownOf(bytes)).toEqual(['s', '3']);
	});

	it('whose merged cells lie on each other is refused', async () => {
		const sheet = utils.aoa_to_sheet(Array.from({ length: 300 }, () => Array.from({ length: 30 }, () => 1)));
		sheet['!merges'] = Array.from({ length: 5000 }, (_, index) => ({
			s: { r: index % 200, c: index % 7 },
			e: { r: 299, c: 29 }
		}));
		expect(await outcome(save(sheet))).toBe('file/too-many');
	});
});

describe('text', () => {
	it.each([
		['of more lines than a report', '\n'.repeat(300_000) + 'a', 'file/too-many'],
		['of one line of megabytes', '0 '.repeat(2_000_000), 'read'],
		['of quotation marks', '"'.repeat(500_000), 'read'],
		['of commas', '规章,'.repeat(300_000), 'read'],
		['of headers of a message', 'a:\r\n'.repeat(100_000), 'read'],
		['of brackets', '['.repeat(500_000), 'read'],
		['of JSON without end', '{"cells":'.repeat(100_000), 'read']
	])('%s is bounded', async (_, text, expected) => {
		expect(await outcome(encode(text))).toBe(expected);
	});
});
