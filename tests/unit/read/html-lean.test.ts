import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { withoutLooks } from '../../../src/lib/core/read/html-lean.ts';

const WANTED = new Set(['rowspan', 'colspan', 'hidden']);
const LEAN = new Set(['td', 'th', 'tr', 'p', 'span', 'div', 'table', 'tbody', 'thead', 'tfoot', 'col']);

/** The tree of a page as its reader sees it. */
function treeOf(node: DefaultTreeAdapterTypes.Node): unknown {
	if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
	const children = 'childNodes' in node ? node.childNodes : [];
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
		expect(withoutLooks(page)).toBe(
			'<TABLE><tr><td ROWSPAN=2>1</td><td colspan="3">2</td>' +
				'<td style="display:none">3</td><td style=\'text-decoration:line-through\'/>4</table>'
		);
	});

	it('keeps attributes of elements whose own the parser or the reader looks at', () => {
		const page = '<font size="2"><input type="text" value="5"><img width="1" height="1"></font>';
		expect(withoutLooks(page)).toBe(page);
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
		expect(treeOf(parse(withoutLooks(page)))).toEqual(treeOf(parse(page)));
	});
});
