import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leanPage } from '../../../src/lib/core/read/html-lean.ts';
import { documentOf, readHtml } from '../../../src/lib/core/read/html.ts';

const WANTED = new Set(['rowspan', 'colspan', 'hidden']);
const LEAN = new Set(['td', 'th', 'tr', 'p', 'span', 'div', 'table', 'tbody', 'thead', 'tfoot', 'col']);

const UNSEEN = new Set(['script', 'style', 'iframe', 'noscript']);

/** The tree of a page as its reader sees it. */
function treeOf(node: DefaultTreeAdapterTypes.Node): unknown {
	if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
	const children = 'childNodes' in node && !UNSEEN.has(node.nodeName) ? node.childNodes : [];
	const inner = children.filter(({ nodeName }) => nodeName !== '#comment').map(treeOf);
	if (!('tagName' in node)) return inner;
	const attributes = node.attrs.filter(
		({ name, value }) => !LEAN.has(node.tagName) || WANTED.has(name) || /none|hidden|line-through/u.test(value)
	);
	return [node.tagName, attributes.map(({ name, value }) => `${name}=${value}`), inner];
}

describe('a page without the attributes that tell its looks', () => {
	it('loses alignment, widths and fonts, and keeps spans, what hides and what strikes out', () => {
		const page =
			'<TABLE border=1 width="100%"><tr><td align="center" ROWSPAN=2 nowrap>1</td><td style="color:red" colspan="3">2</td>' +
			'<td style="display:none">3</td><td style=\'text-decoration:line-through\'/>4</table>';
		expect(leanPage(page).text).toBe(
			'<TABLE><tr><td ROWSPAN=2>1</td><td colspan="3">2</td>' +
				'<td style="display:none">3</td><td style=\'text-decoration:line-through\'/>4</table>'
		);
	});

	it('keeps attributes of elements whose own the parser or the reader looks at', () => {
		const page = '<font size="2"><input type="text" value="5"><img width="1" height="1"></font>';
		expect(leanPage(page).text).toBe(page);
	});

	it.each([
		'<a title="<td width="5">x</a><td align="left">1',
		'<a title=\'<td width="5">\'>x</a><table><tr><td align="left">1</td></tr></table>',
		'<!-- <td width="5"> --><table><tr><td align="left">1</td></tr></table>',
		'<!--> <table><tr><td align="left">1</td></tr></table> -->',
		'<!-- a --!> <table><tr><td align="left">1</td></tr></table> -->',
		'<!---><table><tr><td width="1">1</td></tr></table>',
		'<script>if (a<b) x("<td width=\'1\'>")</script><table><tr><td width="1">1</td></tr></table>',
		'<script><!-- <script> </script> <td width="1"> --></script><table><tr><td width="1">1</td></tr></table>',
		'<textarea><p align="left">"</textarea><p align="left">1',
		'<title>"<p align="</title><p align="left">1',
		'<noscript><p class="</noscript><p class="a">1</p>',
		'<select><style><p class="</select><p class="a">1</p>',
		'<svg><style><p class="a">1</style></svg><p class="b">2',
		'<p style="color:red" style="display:none">1<p style="display:none" style="color:red">2',
		'<p style="&#100;isplay:none">1',
		'<p class="a"id="b">1<p class=a"b c="1">2<p =x class="a">3<p class = "a" rowspan="2">4',
		'<p class="a>1<p class="b">2',
		'< p class="a">1</ p class="b">2</p class="c">3<3 a="b"><?xml a="b"?><!DOCTYPE html "a>b">4',
		'<td width="1" rowspan="2" rowspan="3">1<tr/class="a"><td/ width="1">2',
		'<plaintext><p class="a">1',
		'<p class="a'
	])('gives the parser the same tree: %s', (page) => {
		expect(treeOf(parse(leanPage(page).text))).toEqual(treeOf(parse(page)));
	});
});

const document = (page: string): unknown => documentOf(parse(page), '');

describe('a table that is plainly written', () => {
	it('is read without the parser, a mark with its number in its place', () => {
		const page = '<p>a</p><table border=1><tr><td rowspan="2"><p>1&nbsp;</p></td><td>2<br/>3</td></tr></table>';
		const { text, tables } = leanPage(page);
		expect(text).toBe('<p>a</p><table plain-table=0></table>');
		expect(tables).toEqual([
			[
				[
					{ text: '1', rowSpan: 2, colSpan: 1 },
					{ text: '2\n3', rowSpan: 1, colSpan: 1 }
				]
			]
		]);
	});

	it.each([
		['<table><tr><td>1</td><td>2</td></tr>', 'no end'],
		['<table><tr><td>1</td><td>2</tr></table>', 'a cell without its end tag'],
		['<table><tr><td>1</td><td><img src="a"></td></tr></table>', 'a picture'],
		['<table><tr><td>1</td><td>2<sup>3</sup></td></tr></table>', 'a raised digit'],
		['<table><tr><td>1</td><td><s>2</s></td></tr></table>', 'struck text'],
		['<table><tr><td>1</td><td style="display:none">2</td></tr></table>', 'a hidden cell'],
		['<table><tr style="display:none"><td>1</td><td>2</td></tr></table>', 'a hidden row'],
		['<table style="display:none"><tr><td>1</td><td>2</td></tr></table>', 'a hidden table'],
		['<table><tr><td>1</td><td><p style="text-decoration:line-through">2</p></td></tr></table>', 'a struck paragraph'],
		['<table><tr><td>1</td>2<td>3</td></tr></table>', 'text between cells'],
		['<table><tr><td>1</td><td>&#49;</td></tr></table>', 'a character by its number'],
		['<table><tr><td>1</td><td>&nbsp</td></tr></table>', 'an entity without its end'],
		['<table><tr><td>1</td><td rowspan="&#50;">2</td></tr></table>', 'a span by a character number'],
		['<table><tr><td><p>1<p>2</p></p></td><td>3</td></tr></table>', 'a paragraph in another'],
		['<table><tr><td><b>1<i>2</b>3</i></td><td>3</td></tr></table>', 'tags that cross'],
		['<table><tr><td>1</td><td><table><tr><td>2</td></tr></table></td></tr></table>', 'a table in it'],
		['<table><tr><td>1</td></tr></table>', 'a single cell, which is a frame'],
		['<table><caption>0</caption><tr><td>1</td><td>2</td></tr></table>', 'a caption'],
		['<table><tbody><tr><td>1</td><td>2</td></tr></thead></table>', 'a section with another end'],
		['<p class="plain-table"><table plain-table=0><tr><td>1</td><td>2</td></tr></table>', 'our own mark']
	])('is left to the parser where it is not: %s (%s)', (page) => {
		const { text } = leanPage(page);
		expect(text).not.toContain('<table plain-table=0></table>');
		expect(readHtml(page, '')).toEqual(document(page));
	});

	const PIECES = [
		...['<table>', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<th colspan=2>', '</th>', '<tbody>', '</tbody>'],
		...['<p>', '</p>', '<span>', '</span>', '<b>', '</b>', '<div>', '</div>', '<br>', '<td rowspan="2" width=5>'],
		...['1', '2', ' ', '\n', '&nbsp;', '&amp;', '&lt;', '<!-- 3 -->', '<![if !x]>', '<p hidden>', '<s>', '</s>'],
		...['<td style="display:none">', '<script>"<td>"</script>', '<select>', '<img>', '<caption>', '<col>', '<', '&']
	];

	it('gives what the parser gives, whatever tags follow each other', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
				const page = pieces.join('');
				expect(readHtml(page, '')).toEqual(document(page));
			}),
			{ numRuns: 2000, seed: 5 }
		);
	});

	const cell = fc
		.tuple(
			fc.constantFrom('<td>', '<td align="center">', '<td ROWSPAN="2">', '<th colspan=3 nowrap>'),
			fc.array(
				fc.constantFrom(
					...['1', ' 2\n', '&nbsp;', '<br>', '<br />', '<p>3</p>', '<p align=left><span>4</span> </p>', '<b>5</b>'],
					...[
						'<div><p>6</p></div>',
						'<o:p> </o:p>',
						'<font size="2">7</font>',
						'<!-- 8 -->',
						'<p><b>9</p></b>',
						'a < b'
					],
					...['<p></p>', '<span><p>a</p></span>', '<p><div>b</div></p>', '<u>c<u>d</u></u>', '\u3000', '\r\n', '\f']
				),
				{ maxLength: 3 }
			)
		)
		.map(([tag, inner]) => `${tag}${inner.join('')}</${tag.slice(1, 3)}>`);
	const line = fc.array(cell, { maxLength: 4 }).map((cells) => `<tr>${cells.join('\n')}</tr>`);
	const table = fc
		.tuple(fc.constantFrom('', '<tbody>', '<colgroup><col width=3></colgroup>'), fc.array(line, { maxLength: 4 }))
		.map(([start, lines]) => `<table>${start}${lines.join(' ')}${start === '<tbody>' ? '</tbody>' : ''}</table>`);

	it('gives what the parser gives, whatever stands in its cells and around it', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(table, fc.constantFrom('<p>', 'x', '<b>', '<table><tr><td>', '</td></tr></table>', '<div>')),
					{
						maxLength: 6
					}
				),
				(parts) => {
					const page = parts.join('');
					expect(readHtml(page, '')).toEqual(document(page));
				}
			),
			{ numRuns: 1000, seed: 6 }
		);
	});
});
