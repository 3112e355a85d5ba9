import { escapeXml } from './frame-svg.ts';
import type { CapturedDrawing } from './frame-svg.ts';

/** Presentation attributes that a mark may have, with the values that need not be written. */
const STYLES: Readonly<Record<string, readonly string[]>> = {
	fill: [],
	'fill-opacity': ['1'],
	stroke: ['none'],
	'stroke-width': ['1px', '1'],
	'stroke-dasharray': ['none'],
	'stroke-linecap': ['butt'],
	'stroke-linejoin': ['miter'],
	'stroke-opacity': ['1'],
	opacity: ['1'],
	'font-size': [],
	'font-weight': ['400'],
	'text-anchor': ['start'],
	'dominant-baseline': ['auto'],
	'paint-order': ['normal'],
	'font-variant-numeric': ['normal'],
	'letter-spacing': ['normal']
};
const OF_TEXT: ReadonlySet<string> = new Set([
	...['font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'font-variant-numeric', 'letter-spacing']
]);
/** Elements that no fill is drawn for. */
const UNFILLED = /^(?:svg|g|defs|pattern|line)$/u;
const DROPPED = ['class', 'style', 'role', 'tabindex', 'data-svelte-h'];
const LEFT_OUT = '.no-print, .visually-hidden, .tooltip, script, style, noscript, [role="slider"]';

const decimal = (value: number): string => String(Math.round(value * 100) / 100);

/** Writes what the style sheets say of a mark into the mark itself. */
function inline(original: Element, clone: Element): void {
	const style = getComputedStyle(original);
	const isText = /^(?:text|tspan)$/u.test(original.tagName);
	for (const [name, plain] of Object.entries(STYLES)) {
		if ((OF_TEXT.has(name) && !isText) || (name === 'fill' && UNFILLED.test(original.tagName))) continue;
		const value = style.getPropertyValue(name).replace(/^url\("(#[^"]+)"\)/u, 'url($1)');
		if (value === '' || plain.includes(value)) clone.removeAttribute(name);
		else clone.setAttribute(name, value);
	}
	for (const name of DROPPED) clone.removeAttribute(name);
	for (const { name } of [...clone.attributes]) if (name.startsWith('aria-')) clone.removeAttribute(name);
	[...original.children].forEach((child, index) => {
		const copy = clone.children[index];
		if (copy) inline(child, copy);
	});
}

interface Corner {
	readonly left: number;
	readonly top: number;
}

function svgMarkup(svg: SVGSVGElement, corner: Corner): string {
	const box = svg.getBoundingClientRect();
	const clone = svg.cloneNode(true) as SVGSVGElement;
	inline(svg, clone);
	// Svelte's anchors are comments, which mean nothing in a file.
	const comments = document.createTreeWalker(clone, NodeFilter.SHOW_COMMENT);
	const found: Comment[] = [];
	while (comments.nextNode()) found.push(comments.currentNode as Comment);
	for (const comment of found) comment.remove();
	clone.setAttribute('x', decimal(box.left - corner.left));
	clone.setAttribute('y', decimal(box.top - corner.top));
	clone.setAttribute('width', decimal(box.width));
	clone.setAttribute('height', decimal(box.height));
	clone.setAttribute('overflow', 'visible');
	return new XMLSerializer().serializeToString(clone);
}

let measuring: CanvasRenderingContext2D | null = null;

/** How far the baseline stands under the top of a line's box. */
function baselineOf(style: CSSStyleDeclaration, height: number): number {
	measuring ??= document.createElement('canvas').getContext('2d');
	if (!measuring) return height * 0.8;
	measuring.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = measuring.measureText('公开Ag');
	return (height - above - below) / 2 + above;
}

/** A text as its lines stand on the page. */
function textMarkup(node: Text, corner: Corner): string {
	const parent = node.parentElement;
	if (!parent || node.data.trim() === '') return '';
	const style = getComputedStyle(parent);
	const range = document.createRange();
	const lines: { text: string; left: number; top: number; height: number }[] = [];
	for (let index = 0; index < node.data.length; index += 1) {
		range.setStart(node, index);
		range.setEnd(node, index + 1);
		const box = range.getBoundingClientRect();
		// Spaces that the page does not show.
		if (box.width === 0) continue;
		const line = lines.at(-1);
		if (line && Math.abs(line.top - box.top) < box.height / 2) line.text += node.data[index] ?? '';
		else lines.push({ text: node.data[index] ?? '', left: box.left, top: box.top, height: box.height });
	}
	const bold = style.fontWeight === '400' ? '' : ` font-weight="${style.fontWeight}"`;
	return lines
		.filter(({ text }) => text.trim() !== '')
		.map(({ text, left, top, height }) => {
			const [x, y] = [decimal(left - corner.left), decimal(top - corner.top + baselineOf(style, height))];
			return `<text x="${x}" y="${y}" font-size="${style.fontSize}"${bold} fill="${style.color}" font-variant-numeric="tabular-nums">${escapeXml(text.replace(/\s+/gu, ' ').trimEnd())}</text>`;
		})
		.join('');
}

/** A mixed colour as every reader of SVG knows it: `color(srgb 0.5 0.7 0.9)` is `rgb(128 179 230)`. */
function plainColor(color: string): string {
	const parts = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)\)$/u.exec(color);
	if (!parts) return color;
	return `rgb(${parts
		.slice(1)
		.map((part) => Math.round(255 * Number(part)))
		.join(', ')})`;
}

const isClear = (color: string): boolean => color === 'transparent' || /,\s*0\)$/u.test(color);

/** The ground, hatch and rule under a box of the page. */
function boxMarkup(element: Element, corner: Corner): string {
	const style = getComputedStyle(element);
	const box = element.getBoundingClientRect();
	const [x, y] = [decimal(box.left - corner.left), decimal(box.top - corner.top)];
	const rect = `x="${x}" y="${y}" width="${decimal(box.width)}" height="${decimal(box.height)}"`;
	const parts: string[] = [];
	if (!isClear(style.backgroundColor)) parts.push(`<rect ${rect} fill="${plainColor(style.backgroundColor)}"/>`);
	if (style.backgroundImage.startsWith('repeating-linear-gradient')) {
		const colors = style.backgroundImage.match(/rgba?\([^)]*\)/gu) ?? [];
		const color = colors.find((one) => !isClear(one)) ?? '#838a93';
		const id = `hatch-${color.replace(/[^0-9a-z]+/giu, '-')}`;
		parts.push(
			`<defs><pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="5" stroke="${color}" stroke-width="1.6"/></pattern></defs>`,
			`<rect ${rect} fill="url(#${id})"/>`
		);
	}
	if (
		parseFloat(style.borderBottomWidth) > 0 &&
		style.borderBottomStyle !== 'none' &&
		!isClear(style.borderBottomColor)
	) {
		const bottom = decimal(box.bottom - corner.top);
		parts.push(
			`<line x1="${x}" x2="${decimal(box.right - corner.left)}" y1="${bottom}" y2="${bottom}" stroke="${style.borderBottomColor}" stroke-width="${style.borderBottomWidth}"/>`
		);
	}
	return parts.join('');
}

function markup(node: Node, corner: Corner): string {
	if (node instanceof Text) return textMarkup(node, corner);
	if (!(node instanceof Element) || node.matches(LEFT_OUT)) return '';
	const style = getComputedStyle(node);
	if (style.display === 'none' || style.visibility === 'hidden') return '';
	if (node instanceof SVGSVGElement) return svgMarkup(node, corner);
	return boxMarkup(node, corner) + [...node.childNodes].map((child) => markup(child, corner)).join('');
}

/** Runs with the light colours, whatever the reader has chosen. Nothing is painted in between. */
function inLight<T>(work: () => T): T {
	const { dataset } = document.documentElement;
	const { theme } = dataset;
	dataset['theme'] = 'light';
	// Regions that scroll stand open meanwhile, so that what they hide is drawn, too.
	dataset['capture'] = '';
	try {
		return work();
	} finally {
		delete dataset['capture'];
		if (theme === undefined) delete dataset['theme'];
		else dataset['theme'] = theme;
	}
}

/**
 * Parts of the page as SVG: their drawings with the styles written out, their texts and rules where they stand. Always in the light
 * colours, since it goes on paper. Call it in a browser, on what is visible.
 */
export function capture(elements: readonly HTMLElement[]): CapturedDrawing[] {
	return inLight(() =>
		elements.map((element) => {
			const box = element.getBoundingClientRect();
			const whole = [...element.childNodes].map((child) => markup(child, box)).join('');
			return { width: Math.max(box.width, element.scrollWidth), height: box.height, markup: whole };
		})
	);
}
