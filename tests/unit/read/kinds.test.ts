import { describe, expect, it } from 'vitest';
import { extractReports } from '../../../src/lib/core/extract/index.ts';
import { readDocument } from '../../../src/lib/core/read/index.ts';
import { printReport } from '../../../scripts/synthesize/print-report.ts';
import { renderHtml } from '../../../scripts/synthesize/render-html.ts';
import { encodeGb18030 } from '../../../scripts/synthesize/encode-gb18030.ts';
import { encode, oleFile, paragraph, wordFile, zipOf } from './containers.ts';
import { LAYOUT_CASES, distinctFigures, valuesOf } from './form-figures.ts';
import { documentOf, failureOf, shownOf } from './show.ts';

const bytes = (...values: (number | string)[]): Uint8Array =>
	Uint8Array.from(values.flatMap((value) => (typeof value === 'string' ? [...encode(value)] : [value])));

const wordStream = (flags: number): Uint8Array => {
	const stream = new Uint8Array(5000);
	stream.set([0xec, 0xa5, 0xc1, 0]);
	stream[11] = flags;
	return stream;
};

describe('a file that holds no report we read', () => {
	it.each([
		['nothing', new Uint8Array(), 'file/empty'],
		['spaces', encode(' \n \n'), 'file/empty'],
		['a PNG', bytes(0x89, 'PNG\r\n', 0x1a), 'file/is-image'],
		['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 'JFIF'), 'file/is-image'],
		['a GIF', bytes('GIF89a'), 'file/is-image'],
		['a TIFF', bytes('II', 0x2a, 0, 8, 0), 'file/is-image'],
		['a BMP', bytes('BM', 1, 2, 0, 0, 0, 0, 0, 0, 54), 'file/is-image'],
		['a WebP', bytes('RIFF', 1, 0, 0, 0, 'WEBPVP8 '), 'file/is-image'],
		['an SVG', encode('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'file/is-image'],
		['rich text', encode('{\\rtf1\\ansi 1}'), 'file/unknown-kind'],
		['a RAR archive', bytes('Rar!', 0x1a, 7, 0), 'file/unknown-kind'],
		['a 7z archive', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'file/unknown-kind'],
		['other bytes', bytes(1, 2, 0, 3), 'file/unknown-kind'],
		['bytes of no encoding', bytes('abc', 0xff, 0xff, 0xff, 'abc'), 'file/not-decodable'],
		['an OFD document', zipOf({ 'OFD.xml': '<OFD/>', 'Doc_0/Document.xml': '<a/>' }), 'file/unknown-kind'],
		[
			'a presentation',
			zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<a/>' }),
			'file/unknown-kind'
		],
		['a binary workbook', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': '1' }), 'file/unknown-kind'],
		['an OpenDocument text', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'file/unknown-kind'],
		['JSON of another program', encode('{"cells":[1,2]}'), 'file/unknown-kind'],
		['a Word document of 1997', oleFile('WordDocument', wordStream(0)), 'file/legacy-doc'],
		['an encrypted Word document of 1997', oleFile('WordDocument', wordStream(1)), 'file/encrypted'],
		['an encrypted document of today', oleFile('EncryptedPackage', new Uint8Array(5000)), 'file/encrypted'],
		['a Word document of 1997 cut short', oleFile('WordDocument', wordStream(0)).subarray(0, 3000), 'file/damaged'],
		['another OLE container', oleFile('VisioDocument', new Uint8Array(100)), 'file/unknown-kind']
	])('is refused: %s', async (_, content, code) => {
		expect(await failureOf(content)).toBe(code);
	});

	it('names what was found', async () => {
		expect(await readDocument(encode('{\\rtf1 1}'))).toEqual({
			ok: false,
			failure: { code: 'file/unknown-kind', found: 'RTF' }
		});
	});
});

describe('a web archive', () => {
	const figures = distinctFigures(LAYOUT_CASES[0]!);
	const page = renderHtml(printReport(figures), { charset: 'gb2312' });
	const quoted = (content: Uint8Array): string =>
		Array.from(content, (byte, at) => {
			const text =
				byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte);
			return at % 70 === 69 ? `${text}=\r\n` : text;
		}).join('');
	const archive = (encoding: string, content: string): Uint8Array =>
		encode(
			[
				'From: <Saved by a browser>',
				'MIME-Version: 1.0',
				'Content-Type: multipart/related;',
				'\ttype="text/html"; boundary="----=_Next"',
				'',
				'a preamble',
				'------=_Next',
				'Content-Type: text/css',
				'',
				'p { color: red }',
				'------=_Next',
				'Content-Type: text/html; charset="gb2312"',
				`Content-Transfer-Encoding: ${encoding}`,
				'Content-Location: file:///C:/1.htm',
				'',
				content,
				'------=_Next--',
				''
			].join('\r\n')
		);

	it.each([
		['quoted-printable, UTF-8', archive('quoted-printable', quoted(encode(page)))],
		['quoted-printable, GB18030', archive('Quoted-Printable', quoted(encodeGb18030(page)))],
		['base64', archive('base64', Buffer.from(encodeGb18030(page)).toString('base64').replace(/.{76}/gu, '$&\r\n'))],
		['as it is', archive('8bit', page)]
	])('is read: %s', async (_, content) => {
		const document = await documentOf(content);
		expect(document.reader).toBe('mhtml');
		const [report] = extractReports(document, 'a.mht');
		expect(valuesOf(report)).toEqual(figures.cells);
		expect(report).toMatchObject({ agency: figures.agency, year: 2023 });
	});

	it('gives all its pages where the first is but a frame, and says where it has none', async () => {
		const part = (html: string): string => `--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n`;
		const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n';
		const sheet = (name: string): string => `<table><tr><td>${name}</td></tr></table>`;
		const frames = `${head}${part('<frameset></frameset>')}${part(sheet('一'))}${part(sheet('二'))}--b--`;
		expect(await shownOf(encode(frames))).toEqual([[['一']], [['二']]]);
		expect(await failureOf(encode(`${head}--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--`))).toBe(
			'file/unknown-kind'
		);
	});
});

describe('JSON that we printed', () => {
	const report = {
		file: 'a.html',
		agency: '某局',
		year: 2023,
		title: null,
		formats: { t2: '2021', t3: null, t4: null },
		cells: {
			't2.rules.issued': { v: 3, raw: '3', at: { table: 1, row: 3, col: 2, line: 9 } },
			't2.fees.amount': { v: null, raw: '/', absence: 'slash' }
		},
		findings: [],
		problems: [{ code: 'report/table-missing', table: 't3' }],
		copies: 1
	};
	const { findings: _findings, ...read } = report;
	const kept = { ...read, refused: [] };

	it.each([
		['one a line', `${JSON.stringify(report)}\n${JSON.stringify({ ...report, year: 2022 })}\n`, 2],
		['a list', JSON.stringify([report], null, '\t'), 1],
		['one alone', JSON.stringify(report, null, 2), 1],
		['beside a file that gave none', `${JSON.stringify(report)}\n{"file":"b","formats":{},"cells":{},"problems":[]}`, 1]
	])('is given back as reports: %s', async (_, text, count) => {
		const document = await documentOf(encode(text));
		expect(document.reader).toBe('json');
		expect(document.blocks).toEqual([]);
		expect(document.extracted).toHaveLength(count);
		expect(document.extracted?.[0]).toEqual(kept);
	});

	it.each([
		['an unknown name', '__proto__.a.b', { v: 1, raw: '1' }],
		['the name of a prototype', '__proto__', { v: 1, raw: '1' }],
		['a number that is text', 't2.rules.issued', { v: '3', raw: '3' }],
		['no number and no reason', 't2.rules.issued', { v: null, raw: '' }],
		['an unknown reason', 't2.rules.issued', { v: null, raw: '', absence: 'zero' }],
		['a number and a reason', 't2.rules.issued', { v: 1, raw: '', absence: 'blank' }],
		['no raw text', 't2.rules.issued', { v: 1 }],
		['a place that is none', 't2.rules.issued', { v: 1, raw: '1', at: { table: 1, row: -3, col: 'x' } }]
	])('keeps a cell with %s out of the figures, and the others', async (_, key, cell) => {
		const cells = `{${JSON.stringify(key)}: ${JSON.stringify(cell)}, "t2.rules.repealed": {"v": 2, "raw": "2"}}`;
		const text = JSON.stringify({ ...report, cells: 'CELLS' }).replace('"CELLS"', cells);
		const document = await documentOf(encode(text));
		expect(document.extracted?.[0]?.cells).toEqual({ 't2.rules.repealed': { v: 2, raw: '2' } });
		expect(document.extracted?.[0]?.refused).toEqual([{ key, found: JSON.stringify(cell) }]);
	});

	it('declares a line that is cut short, and keeps the lines before it', async () => {
		const line = JSON.stringify(report);
		const document = await documentOf(encode(`${line}\n${line.slice(0, 100)}`));
		expect(document.extracted?.[0]).toEqual(kept);
		expect(document.extracted?.[1]).toMatchObject({
			cells: {},
			problems: [{ code: 'report/no-table', line: 2, found: line.slice(0, 80) }]
		});
	});

	it('is refused where it is JSON of anything else', async () => {
		expect(await failureOf(encode('{"figures": [1, 2]}'))).toBe('file/unknown-kind');
	});

	it('is text where it is no JSON at all', async () => {
		expect((await documentOf(encode('{规章 3\n'))).reader).toBe('text');
	});
});

describe('a name', () => {
	it('tells nothing: every kind is told by its content', async () => {
		expect((await documentOf(wordFile(paragraph('甲')))).reader).toBe('docx');
		expect((await documentOf(encodeGb18030('<html><table><tr><td>规章</td></tr></table></html>'))).encoding).toBe(
			'gb18030'
		);
		const csv =
			'信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,1,2,3\n行政规范性文件,4,5,6\n行政许可,7,,\n行政处罚,8,,\n';
		expect((await documentOf(encodeGb18030(csv))).reader).toBe('csv');
	});
});
