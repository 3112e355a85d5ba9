import type { PlacedLine } from './pdf-shapes.ts';

/** A page as far as its margins go: its height and its lines of running text from top to bottom. */
export interface MarginPage {
	readonly height: number;
	readonly lines: readonly PlacedLine[];
}

/** How much of a page, at its head and at its foot, may hold running heads and page numbers. */
const MARGIN = 0.13;
/** Lines of one running head lie this near each other on two pages, in points. */
const SAME_PLACE = 4;

const NUMBERED =
	/^[\s·]*(?:[-—–－―~•]+\s*\d{1,3}\s*[-—–－―~•]+|第\s*\d{1,3}\s*页(?:[\s,，/／]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*[/／]\s*\d{1,3}|page\s*\d{1,3}(?:\s*of\s*\d{1,3})?)[\s·]*$/iu;
const BARE = /^\s*(\d{1,3})\s*$/u;

const inMargin = (line: PlacedLine, page: MarginPage): boolean =>
	line.y0 < page.height * MARGIN || line.y1 > page.height * (1 - MARGIN);

const outermost = (line: PlacedLine, page: MarginPage): boolean => line === page.lines[0] || line === page.lines.at(-1);

/** A head without the digits that change from page to page. */
const constant = (line: PlacedLine): string => line.text.replace(/\d+/gu, '#').replace(/\s+/gu, '');

/** The page numbers that stand alone: bare numbers at the edge of their pages that count on as the pages do. */
function bareNumbers(pages: readonly MarginPage[]): Set<PlacedLine> {
	const found = pages.flatMap((page, index) =>
		page.lines.flatMap((line) => {
			const number = BARE.exec(line.text)?.[1];
			return number !== undefined && outermost(line, page) && inMargin(line, page)
				? [{ line, offset: Number(number) - index }]
				: [];
		})
	);
	const counts = new Map<number, number>();
	for (const { offset } of found) counts.set(offset, (counts.get(offset) ?? 0) + 1);
	return new Set(found.filter(({ offset }) => offset === 1 || (counts.get(offset) ?? 0) > 1).map(({ line }) => line));
}

/** A row of figures, which may well stand at one place on two pages. */
const isRow = (line: PlacedLine): boolean =>
	line.text.split(/\s{2,}/u).filter((field) => /^[\d.,+/-]+$/u.test(field)).length >= 4 ||
	/^[\d.,+/\s-]+$/u.test(line.text);

export interface Furniture {
	/** No part of the report: page numbers, and running heads after their first time. */
	readonly dropped: ReadonlySet<PlacedLine>;
	/** All of these and each running head's first time: a table goes on behind them. */
	readonly passed: ReadonlySet<PlacedLine>;
}

/** The lines of the pages that stand at the margins whatever the report says. */
export function furnitureOf(pages: readonly MarginPage[]): Furniture {
	const dropped = bareNumbers(pages);
	const passed = new Set(dropped);
	const heads = new Map<string, { readonly line: PlacedLine; readonly page: number }[]>();
	pages.forEach((page, index) => {
		for (const line of page.lines) {
			if (!inMargin(line, page)) continue;
			if (NUMBERED.test(line.text)) {
				dropped.add(line);
				passed.add(line);
			} else if (!BARE.test(line.text) && !isRow(line)) {
				const head = constant(line);
				const known = heads.get(head);
				if (known) known.push({ line, page: index });
				else heads.set(head, [{ line, page: index }]);
			}
		}
	});
	for (const lines of heads.values())
		lines.forEach(({ line, page }, index) => {
			const isSame = (other: (typeof lines)[number]): boolean =>
				other.page !== page && Math.abs(other.line.y0 - line.y0) < SAME_PLACE;
			if (!lines.some(isSame)) return;
			passed.add(line);
			if (lines.slice(0, index).some(isSame)) dropped.add(line);
		});
	return { dropped, passed };
}
