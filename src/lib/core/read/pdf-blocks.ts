import type { Block, Grid, GridCell } from './document.ts';
import { furnitureOf } from './pdf-furniture.ts';
import { isContinued, joinTables, lacksFirst, takeIn, withFirst } from './pdf-join.ts';
import { goesOnIn, joinedText, measureOf } from './pdf-paragraphs.ts';
import type { Measure } from './pdf-paragraphs.ts';
import { centreY } from './pdf-shapes.ts';
import { dropEchoRows } from './pdf-rows.ts';
import type { Glyph, PaintedPage, PlacedLine, PlacedTable } from './pdf-shapes.ts';
import { tablesOn } from './pdf-tables.ts';
import { textLines } from './pdf-text.ts';
import { unruledTables } from './pdf-unruled.ts';

interface LaidPage {
	readonly width: number;
	readonly height: number;
	readonly tables: readonly PlacedTable[];
	readonly lines: readonly PlacedLine[];
}

type Item = { readonly table: PlacedTable } | { readonly line: PlacedLine };

const top = (item: Item): number => ('table' in item ? item.table.y0 : item.line.y0);

/** What may be a frame around running text is part of a table that stands on the page beside it. */
function belongsTo(weak: PlacedTable, table: PlacedTable | undefined): boolean {
	return table !== undefined && !table.weak && isContinued(weak, table);
}

interface FoundPage {
	readonly page: PaintedPage;
	readonly tables: readonly PlacedTable[];
	readonly rest: readonly Glyph[];
}

/** Tables and lines of each page; boxes around running text are no tables, and their text becomes lines again. */
function layPages(found: readonly FoundPage[]): LaidPage[] {
	const byHeight = found.map(({ tables }) => [...tables].sort((a, b) => a.y0 - b.y0));
	const pages = found.map(({ page, rest }, index) => {
		const tables = byHeight[index] ?? [];
		const kept = tables.filter(
			(table) =>
				!table.weak ||
				(table === tables.at(-1) && belongsTo(table, byHeight[index + 1]?.[0])) ||
				(table === tables[0] && belongsTo(table, byHeight[index - 1]?.at(-1)))
		);
		const freed = tables.filter((table) => !kept.includes(table)).flatMap((table) => table.glyphs);
		return { page, kept, free: [...rest, ...freed] };
	});
	const unruled = unruledTables(pages.map(({ page, free }) => ({ glyphs: free, rules: page.across })));
	return pages.map(({ page, kept, free }, index) => {
		const more = unruled[index] ?? [];
		const inside = new Set(more.flatMap((table) => table.glyphs));
		const lines = textLines(free.filter((glyph) => !inside.has(glyph)));
		return { width: page.width, height: page.height, tables: [...kept, ...more], lines };
	});
}

function gridOf(joined: PlacedTable): Grid {
	const table = dropEchoRows(joined);
	const width = table.xs.length - 1;
	const slots = Array.from({ length: table.rows }, () => new Array<GridCell | null>(width).fill(null));
	for (const { text, row, col, rowSpan, colSpan } of table.cells) {
		const cell = { text, row, col, rowSpan, colSpan };
		for (let r = row; r < row + rowSpan; r += 1)
			for (let c = col; c < col + colSpan; c += 1) {
				const line = slots[r];
				if (line && c < width) line[c] = cell;
			}
	}
	return { slots, width };
}

/** Lines at the left of a table, as high as it. */
function beside(table: PlacedTable, lines: readonly PlacedLine[]): PlacedLine[] {
	return lines.filter((line) => {
		const y = centreY(line);
		return y > table.y0 && y < table.y1 && line.x1 <= table.x0 + 1;
	});
}

interface Joined {
	readonly table: PlacedTable;
	/** The lines that stand in its cells. */
	readonly lines: readonly PlacedLine[];
}

/**
 * Joins a table to its part on the next page, with the text in between if that hangs out of a cell at the foot of the page;
 * null where it is another table.
 */
function goOn(
	previous: PlacedTable,
	between: readonly PlacedLine[],
	next: PlacedTable,
	page: readonly PlacedLine[]
): Joined | null {
	if (!isContinued(previous, next)) return null;
	const whole = between.reduce<PlacedTable | null>((table, line) => table && takeIn(table, line), previous);
	if (!whole) return null;
	const lines = lacksFirst(previous, next) ? beside(next, page) : [];
	const text = lines.map((line) => line.text).join('');
	const table = joinTables(whole, lacksFirst(previous, next) ? withFirst(next, previous.x0, text) : next);
	return table && { table, lines };
}

/** Tables and lines of all pages in reading order, tables joined over page breaks. */
function itemsOf(laid: readonly LaidPage[]): Item[] {
	const { dropped, passed } = furnitureOf(laid);
	const items: Item[] = [];
	const used = new Set<PlacedLine>(dropped);
	let open = -1;
	for (const page of laid) {
		const own: Item[] = [...page.tables.map((table) => ({ table })), ...page.lines.map((line) => ({ line }))];
		for (const item of own.sort((a, b) => top(a) - top(b))) {
			if ('line' in item) {
				if (!used.has(item.line)) items.push(item);
				continue;
			}
			const before = items[open];
			const previous = before && 'table' in before && !page.tables.includes(before.table) ? before.table : null;
			const since = items.slice(open + 1).flatMap((other) => ('line' in other ? [other.line] : []));
			const hanging = since.filter((line) => !passed.has(line));
			const joined = previous && goOn(previous, hanging, item.table, page.lines);
			if (joined) {
				for (const line of joined.lines) used.add(line);
				const kept = since.filter((line) => passed.has(line)).map((line) => ({ line }));
				items.splice(open, items.length - open, { table: joined.table }, ...kept);
			} else open = items.push(item) - 1;
		}
	}
	return items;
}

/** The items with the lines of each paragraph joined; lines of the same paragraph may stand on two pages. */
function paragraphsOf(items: readonly Item[], laid: readonly LaidPage[]): Item[] {
	const places = new Map<PlacedLine, { readonly page: number; readonly measure: Measure }>();
	laid.forEach(({ width, lines }, page) => {
		const measure = measureOf(width, lines);
		for (const line of lines) places.set(line, { page, measure });
	});
	const joined: Item[] = [];
	let last: PlacedLine | null = null;
	for (const item of items) {
		const line = 'line' in item ? item.line : null;
		const open = joined.at(-1);
		const goesOn = (first: PlacedLine, second: PlacedLine): boolean => {
			const [place, next] = [places.get(first), places.get(second)];
			if (!place || !next || next.page - place.page > 1) return false;
			return goesOnIn(first, second, place.measure, next.measure, place.page === next.page);
		};
		if (last && line && open && 'line' in open && goesOn(last, line))
			joined[joined.length - 1] = { line: { ...open.line, text: joinedText(open.line.text, line.text) } };
		else joined.push(item);
		last = line;
	}
	return joined;
}

/** The blocks of a document from its painted pages: tables as grids and all else as paragraphs and lines, in reading order. */
export function blocksOf(pages: readonly PaintedPage[]): Block[] {
	let tables = 0;
	const laid = layPages(pages.map((page) => ({ page, ...tablesOn(page) })));
	return paragraphsOf(itemsOf(laid), laid).map((item, index): Block =>
		'table' in item
			? { kind: 'grid', grid: gridOf(item.table), table: (tables += 1), line: index + 1 }
			: { kind: 'text', text: item.line.text, line: index + 1 }
	);
}
