import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Block, Document } from './document.ts';
import { layOut } from './grid.ts';
import type { SpannedCell } from './grid.ts';
import { PLAIN, leanPage } from './html-lean.ts';
import type { LeanPage } from './html-lean.ts';
import { forgetStyles, styleOf } from './html-style.ts';
import { readSpan } from './html-tag.ts';
import { runningText, tidyLines } from './html-text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set([
	'script',
	'style',
	'noscript',
	'template',
	'head',
	'svg',
	'math',
	'iframe',
	'object',
	'rt',
	'rp'
]);
const BLOCKS = new Set([
	'address',
	'article',
	'aside',
	'blockquote',
	'body',
	'caption',
	'center',
	'dd',
	'div',
	'dl',
	'dt',
	'fieldset',
	'figcaption',
	'figure',
	'footer',
	'form',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'header',
	'hr',
	'html',
	'li',
	'main',
	'nav',
	'ol',
	'p',
	'pre',
	'section',
	'table',
	'tbody',
	'td',
	'tfoot',
	'th',
	'thead',
	'tr',
	'ul'
]);

const STRUCK = new Set(['s', 'strike', 'del']);

/** A page nested deeper than this is not followed further down. */
const MAX_DEPTH = 600;

function isElement(node: Node): node is Element {
	return 'tagName' in node;
}

function attribute(element: Element, name: string): string | null {
	for (const candidate of element.attrs) if (candidate.name === name) return candidate.value;
	return null;
}

function isHidden(element: Element): boolean {
	if (SKIPPED.has(element.tagName)) return true;
	for (const { name, value } of element.attrs) {
		if (name === 'hidden') return true;
		if (name === 'style' && styleOf(value).hidden) return true;
	}
	return false;
}

function isStruck(element: Element): boolean {
	if (STRUCK.has(element.tagName)) return true;
	if (element.attrs.length === 0) return false;
	const style = attribute(element, 'style');
	return style !== null && styleOf(style).struck;
}

/** Text of a node with a line break at each `<br>` and around each block element. */
function textOf(node: Node, depth = 0): string {
	if (node.nodeName === '#text') {
		return runningText((node as DefaultTreeAdapterTypes.TextNode).value);
	}
	if (!isElement(node) || depth > MAX_DEPTH || isHidden(node)) return '';
	if (node.tagName === 'br') return '\n';
	if (node.tagName === 'input')
		return /^(?:|text|number|tel)$/iu.test(attribute(node, 'type') ?? '') ? (attribute(node, 'value') ?? '') : '';
	let inner = '';
	for (const child of node.tagName === 'select' ? chosenOf(node) : node.childNodes) inner += textOf(child, depth + 1);
	return mark(node, inner);
}

/** The option that a closed list shows. */
function chosenOf(list: Element): Element[] {
	const options = list.childNodes.filter((node): node is Element => isElement(node) && node.tagName === 'option');
	const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
	return chosen ? [chosen] : [];
}

/** Digits set high or low are no digits of the figure they stand beside; struck text stays, told from what holds. */
function mark(element: Element, text: string): string {
	const name = element.tagName;
	if (isStruck(element)) return text.trim() === '' ? text : `~~${text}~~`;
	if (name === 'sup' || name === 'sub') return text.replace(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
	return BLOCKS.has(name) ? `\n${text}\n` : text;
}

/** Text of a table cell; a picture with no word beside it is said to be one, since it may show a figure. */
function cellText(cell: Element): string {
	const text = tidyLines(textOf(cell));
	return text === '' && contains(cell, (inner) => inner.tagName === 'img' && !isSpacer(inner)) ? '[图]' : text;
}

const isSpacer = (image: Element): boolean =>
	[attribute(image, 'width'), attribute(image, 'height')].some(
		(size) => size !== null && Number.parseInt(size, 10) <= 2
	);

function contains(element: Element, test: (inner: Element) => boolean, depth = 0): boolean {
	if (depth >= MAX_DEPTH) return false;
	for (const child of element.childNodes)
		if (isElement(child) && !isHidden(child) && (test(child) || contains(child, test, depth + 1))) return true;
	return false;
}

/** Whether a table stands anywhere within, seen or not. */
function encloses(element: Element, depth = 0): boolean {
	if (depth >= MAX_DEPTH) return false;
	for (const child of element.childNodes)
		if (isElement(child) && (child.tagName === 'table' || encloses(child, depth + 1))) return true;
	return false;
}

/** A table of more than one cell: one of a single cell is a frame around its text. */
function isTable(element: Element): boolean {
	if (element.tagName !== 'table') return false;
	if (attribute(element, PLAIN) !== null) return true;
	let cells = 0;
	return contains(element, ({ tagName }) => (tagName === 'td' || tagName === 'th') && ++cells > 1);
}

function cellsOf(line: Element): SpannedCell[] {
	const cells: SpannedCell[] = [];
	for (const cell of line.childNodes) {
		if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th') || isHidden(cell)) continue;
		const colSpan = Math.max(1, readSpan(attribute(cell, 'colspan')));
		cells.push({ text: cellText(cell), rowSpan: readSpan(attribute(cell, 'rowspan')), colSpan });
	}
	return cells;
}

function tableRows(table: Element): SpannedCell[][] {
	const rows: SpannedCell[][] = [];
	for (const part of table.childNodes) {
		if (!isElement(part)) continue;
		for (const line of part.tagName === 'tr' ? [part] : part.childNodes)
			if (isElement(line) && line.tagName === 'tr' && !isHidden(line)) rows.push(cellsOf(line));
	}
	return rows;
}

class Walk {
	readonly blocks: Block[] = [];
	readonly #plain: LeanPage['tables'];
	#line = 1;
	#tables = 0;
	#pending = '';

	constructor(plain: LeanPage['tables']) {
		this.#plain = plain;
	}

	flush(): void {
		for (const line of tidyLines(this.#pending).split('\n')) {
			if (line !== '') this.blocks.push({ kind: 'text', text: line, line: this.#line++ });
		}
		this.#pending = '';
	}

	visit(node: Node, depth: number): void {
		if (!isElement(node)) {
			this.#pending += textOf(node);
			return;
		}
		if (depth > MAX_DEPTH || isHidden(node)) return;
		if (node.tagName === 'textarea' || node.tagName === 'select') return;
		if (node.tagName === 'table' && !(encloses(node) && contains(node, isTable))) {
			this.flush();
			const plain = attribute(node, PLAIN);
			const grid = layOut((plain === null ? null : this.#plain[Number(plain)]) ?? tableRows(node));
			this.#tables += 1;
			this.blocks.push({ kind: 'grid', grid, table: this.#tables, line: this.#line++ });
			return;
		}
		if (node.tagName === 'br') this.#pending += '\n';
		const block = BLOCKS.has(node.tagName);
		if (block) this.#pending += '\n';
		for (const child of node.childNodes) this.visit(child, depth + 1);
		if (block) this.#pending += '\n';
	}
}

function findTitle(root: DefaultTreeAdapterTypes.Document): string | null {
	const stack: Node[] = [...root.childNodes];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (!isElement(node)) continue;
		if (node.tagName === 'title') {
			const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
			return text.replace(/\s+/gu, ' ').trim() || null;
		}
		if (node.tagName === 'html' || node.tagName === 'head') stack.push(...node.childNodes);
	}
	return null;
}

/** What a page's tree holds: running text as lines, tables as grids; `plain` are the tables that were read before the tree was made. */
export function documentOf(
	root: DefaultTreeAdapterTypes.Document,
	encoding: string,
	plain: LeanPage['tables'] = []
): Document {
	const walk = new Walk(plain);
	for (const child of root.childNodes) walk.visit(child, 0);
	walk.flush();
	return { reader: 'html', encoding, title: findTitle(root), blocks: walk.blocks };
}

/**
 * Reads a saved page: running text as lines, every table that holds no other table as a grid with its spans resolved.
 * Scripts, styles and hidden elements are left out; tables that only lay out the page are walked through.
 */
export function readHtml(text: string, encoding: string): Document {
	forgetStyles();
	const page = leanPage(text);
	return documentOf(parse(page.text), encoding, page.tables);
}
