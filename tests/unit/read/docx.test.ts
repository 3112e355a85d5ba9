import { describe, expect, it } from 'vitest';
import mammoth from 'mammoth';
import { printReport } from '../../../scripts/synthesize/print-report.ts';
import { readHtml } from '../../../src/lib/core/read/html.ts';
import { encode, cell, paragraph, row, table, wordFile, wordXml } from './containers.ts';
import { LAYOUT_CASES, distinctFigures } from './form-figures.ts';
import { renderDocx } from './form-docx.ts';
import { documentOf, shown, shownOf } from './show.ts';

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

describe('a Word document', () => {
	it.each(LAYOUT_CASES)('has the grids that mammoth makes of it ($t2, $t3)', async (formats) => {
		const bytes = await renderDocx(printReport(distinctFigures(formats), { spareColumns: 1 }));
		const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
		expect(shown(await documentOf(bytes))).toEqual(shown(readHtml(value, 'utf-8')));
	});

	it('keeps the columns of a row that begins further right', async () => {
		const rows = [
			row([cell('a'), cell('b'), cell('c')]),
			row([cell('2')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')
		];
		expect(await shownOf(wordFile(table(rows)))).toEqual([
			[
				['a', 'b', 'c'],
				[null, '2', null]
			]
		]);
	});

	it('merges cells sideways as old files do', async () => {
		const merged = [cell('label', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('7')];
		const document = await documentOf(wordFile(table([row(merged), row([cell('x'), cell('y'), cell('8')])])));
		expect(shown(document)).toEqual([
			[
				['label', 'label', '7'],
				['x', 'y', '8']
			]
		]);
		const [block] = document.blocks;
		expect(block?.kind === 'grid' && block.grid.slots[0]?.[0]).toMatchObject({ col: 0, colSpan: 2, rowSpan: 1 });
	});

	it('merges cells downwards, over and under a cell of the same columns only', async () => {
		const rows = [
			row([cell('group', '<w:vMerge w:val="restart"/>'), cell('1')]),
			row([cell('', '<w:vMerge/>'), cell('2')]),
			row([cell('', '<w:gridSpan w:val="2"/><w:vMerge/>')])
		];
		const document = await documentOf(wordFile(table(rows)));
		expect(shown(document)).toEqual([
			[
				['group', '1'],
				['group', '2'],
				['', '']
			]
		]);
		const [block] = document.blocks;
		expect(block?.kind === 'grid' && block.grid.slots[1]?.[0]).toMatchObject({ row: 0, rowSpan: 2 });
	});

	it('shows a figure that stands in the hidden part of a merged cell, so that it makes no figure that looks right', async () => {
		const rows = [
			row([cell('0', '<w:vMerge w:val="restart"/>'), cell('g', '<w:vMerge w:val="restart"/>')]),
			row([cell('5', '<w:vMerge/>'), cell('g', '<w:vMerge/>')])
		];
		expect(await shownOf(wordFile(table(rows)))).toEqual([
			[
				['0\n5', 'g'],
				['0\n5', 'g']
			]
		]);
	});

	it('reads a text with its changes accepted', async () => {
		const changed = `<w:p>${run('1')}<w:ins>${run('2')}</w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:moveFrom>${run('8')}</w:moveFrom><w:moveTo>${run('3')}</w:moveTo></w:p>`;
		const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('4')}</w:p>${paragraph('5')}`;
		const rows = [
			row([`<w:tc>${changed}</w:tc>`, `<w:tc>${joined}</w:tc>`]),
			row([cell('deleted'), cell('row')], '<w:del/>'),
			row([cell('6', '<w:gridSpan w:val="2"/><w:tcPrChange><w:tcPr><w:gridSpan w:val="1"/></w:tcPr></w:tcPrChange>')])
		];
		expect(await shownOf(wordFile(table(rows)))).toEqual([
			[
				['123', '45'],
				['6', '6']
			]
		]);
	});

	it('joins the runs of a figure and leaves hidden text, instructions and readings of characters out', async () => {
		const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>${run('77')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
		const ruby = `<w:r><w:ruby><w:rt>${run('fā')}</w:rt><w:rubyBase>${run('发')}</w:rubyBase></w:ruby></w:r>`;
		const cells = [
			`<w:tc><w:p>${run('20')}${run('3')}${run('9', '<w:vanish/>')}${run('', '<w:vanish w:val="0"/>')}</w:p></w:tc>`,
			`<w:tc><w:p>${field}</w:p></w:tc>`,
			`<w:tc><w:p>${run('制')}${ruby}</w:p></w:tc>`,
			'<w:tc><w:p><w:r><w:noBreakHyphen/><w:t>8</w:t><w:softHyphen/></w:r></w:p></w:tc>'
		];
		expect(await shownOf(wordFile(table([row(cells)])))).toEqual([[['203', '12', '制发', '-8']]]);
	});

	const field = (data: string, rest = ''): string =>
		`<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>${rest}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
	const worked = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}`;
	const picture = '<w:r><w:drawing><a:graphic><pic:pic><pic:blip/></pic:pic></a:graphic></w:drawing></w:r>';
	const math = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
	it.each([
		['a raised digit is no digit of the figure', run('12') + run('1', '<w:vertAlign w:val="superscript"/>'), '12¹'],
		['a lowered one neither', run('12') + run('1', '<w:vertAlign w:val="subscript"/>'), '12¹'],
		['a digit on the line is', run('12') + run('1', '<w:vertAlign w:val="baseline"/>'), '121'],
		['a style raises', run('12') + run('3', '<w:rStyle w:val="Note"/>'), '12³'],
		['a style based on it raises', run('12') + run('3', '<w:rStyle w:val="Notes"/>'), '12³'],
		[
			'a run overrides its style',
			run('12') + run('3', '<w:rStyle w:val="Note"/><w:vertAlign w:val="baseline"/>'),
			'123'
		],
		['struck text is told from what holds', run('5', '<w:strike/>') + run('12'), '~~5~~12'],
		['text struck twice too', run('5', '<w:dstrike/>') + run('12'), '~~5~~12'],
		['text that is not struck holds', run('5', '<w:strike w:val="0"/>') + run('12'), '512'],
		['hidden text is not read', run('5', '<w:vanish/>') + run('12'), '12'],
		['text hidden by its style is not read', run('5', '<w:rStyle w:val="Away"/>') + run('12'), '12'],
		[
			'a mark of a note written out is no digit',
			`${run('12')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>`,
			'12¹'
		],
		['a numbered note has no text', `${run('12')}<w:r><w:footnoteReference w:id="2"/></w:r>`, '12'],
		['a picture is said to be one', picture, '[图]'],
		['a picture beside a figure is not', run('12') + picture, '12'],
		[
			'a content control shows its text',
			`<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${run('12')}</w:sdtContent></w:sdt>`,
			'12'
		],
		['a simple field shows its result', `<w:fldSimple w:instr="=SUM(LEFT)">${run('12')}</w:fldSimple>`, '12'],
		[
			'a field of a form shows its text',
			field('<w:ffData><w:textInput><w:default w:val="7"/></w:textInput></w:ffData>', worked),
			'12'
		],
		[
			'a list of a form shows the entry chosen',
			field(
				'<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="7"/><w:listEntry w:val="12"/></w:ddList></w:ffData>'
			),
			'12'
		],
		['a field that was never worked out is no blank', field(''), '[图]'],
		[
			'a text box is a line of its own',
			`${run('1')}<w:r><w:pict><v:textbox><w:txbxContent>${paragraph('2')}</w:txbxContent></v:textbox></w:pict></w:r>`,
			'1\n2'
		],
		[
			'a power keeps its exponent high',
			`<m:oMath><m:sSup><m:e>${math('12')}</m:e><m:sup>${math('1')}</m:sup></m:sSup></m:oMath>`,
			'12¹'
		],
		[
			'a fraction keeps its parts apart',
			`<m:oMath><m:f><m:num>${math('1')}</m:num><m:den>${math('2')}</m:den></m:f></m:oMath>`,
			'1/2'
		],
		[
			'a sign of a font of signs is text',
			`${run('12')}<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>`,
			'12\uf081'
		]
	])('in a cell, %s', async (_, runs, text) => {
		const styles =
			'<w:styles xmlns:w="w"><w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="character" w:styleId="Notes"><w:basedOn w:val="Note"/></w:style><w:style w:type="character" w:styleId="Away"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
		const file = wordFile(table([row([cell('规章'), `<w:tc><w:p>${runs}</w:p></w:tc>`])]), {
			styles: { name: 'styles.xml', content: styles }
		});
		expect(await shownOf(file)).toEqual([[['规章', text]]]);
	});

	it('reads on after a field that has no end', async () => {
		const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>${paragraph('after')}`;
		expect(await shownOf(wordFile(body))).toEqual(['after']);
	});

	it('takes one of two forms of a text box, after the paragraph it stands in', async () => {
		const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
		const both = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('box')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('box')}</v:textbox></mc:Fallback></mc:AlternateContent>`;
		expect(await shownOf(wordFile(`<w:p>${run('a')}<w:r>${both}</w:r>${run('b')}</w:p>${paragraph('c')}`))).toEqual([
			'ab',
			'box',
			'c'
		]);
	});

	it('walks through a table that lays out the page, and through a frame of one cell', async () => {
		const inner = table([row([cell('x'), cell('1')])]);
		const framed = `<w:tc>${table([row([cell('7')])])}<w:p/></w:tc>`;
		const outer = table([row([`<w:tc>${paragraph('before')}${inner}${paragraph('after')}</w:tc>`, cell('side')])]);
		expect(await shownOf(wordFile(outer + table([row([cell('title')])]) + table([row([cell('y'), framed])])))).toEqual([
			'before',
			[['x', '1']],
			'after',
			'side',
			'title',
			[['y', '7']]
		]);
	});

	it('prints the numbers of lists, which stand in no text', async () => {
		const level = (ilvl: number, format: string, text: string): string =>
			`<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
		const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="4">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num></w:numbering>`;
		const styles =
			'<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>';
		const item = (ilvl: number): string => `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="1"/></w:numPr>`;
		const body = [
			paragraph('总体情况', '<w:pStyle w:val="H"/>'),
			paragraph('甲', item(1)),
			paragraph('乙', item(1)),
			paragraph('', item(1)),
			paragraph('主动公开', item(0)),
			paragraph('丙', item(1)),
			paragraph('plain', '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>')
		].join('');
		const parts = {
			numbering: { name: 'numbering.xml', content: numbering },
			styles: { name: 'styles.xml', content: styles }
		};
		expect(await shownOf(wordFile(body, parts))).toEqual([
			'一、 总体情况',
			'1. 甲',
			'2. 乙',
			'二、 主动公开',
			'1. 丙',
			'plain'
		]);
	});

	it('reads a web page embedded as a whole', async () => {
		const page = '<html><body><p>标题</p><table><tr><td>规章</td><td>3</td></tr></table></body></html>';
		const body = `${paragraph('a')}<w:altChunk r:id="r1"/>${paragraph('b')}`;
		const parts = { aFChunk: { name: 'chunk.htm', content: page } };
		expect(await shownOf(wordFile(body, parts))).toEqual(['a', '标题', [['规章', '3']], 'b']);
	});

	it('is read from one XML file, flat or of 2003, without headers and footers', async () => {
		const body = paragraph('正文') + table([row([cell('规章'), cell('4')])]);
		const flat = `<?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p"><pkg:part pkg:name="/word/header1.xml"><pkg:xmlData><w:hdr>${paragraph('页眉')}</w:hdr></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${wordXml(body).replace(/^<\?xml[^>]*>/u, '')}</pkg:xmlData></pkg:part></pkg:package>`;
		const of2003 = `<?xml version="1.0"?><w:wordDocument xmlns:w="w"><w:body><wx:sect xmlns:wx="x">${body}<w:sectPr><w:hdr>${paragraph('页眉')}</w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`;
		for (const xml of [flat, of2003]) expect(await shownOf(encode(xml))).toEqual(['正文', [['规章', '4']]]);
	});

	it('reads characters given by number and text in plain sections, whatever the prefix of the names', async () => {
		const body =
			'<x:p><x:r><x:t>&#x89C4;&#31456; &lt;1&gt; &amp;amp; &unknown;</x:t><x:t><![CDATA[<&>]]></x:t></x:r></x:p>';
		const document = `<x:document xmlns:x="w"><!-- <x:p> --><x:body>${body}</x:body></x:document>`;
		expect(await shownOf(wordFile('', {}, document))).toEqual(['规章 <1> &amp; &unknown;<&>']);
	});
});
