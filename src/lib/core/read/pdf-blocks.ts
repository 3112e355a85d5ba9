import type { Block, Grid, GridCell } from './document.ts';
import { furnitureOf } from './pdf-furniture.ts';
import { isContinued, joinTables } from './pdf-join.ts';
import type { Glyph, PaintedPage, PlacedLine, PlacedTable } from './pdf-shapes.ts';
import { tablesOn } from './pdf-tables.ts';
import { textLines } from './pdf-text.ts';

interface LaidPage {
	readonly height: number;
	readonly tables: readonly PlacedTable[];
	readonly lines: readonly PlacedLine[];
}

type Item = { readonly table: PlacedTable } | { readonly line: PlacedLine };

const isStrip = (table: PlacedTable): boolean => table.xs.length === 2;
const top = (item: Item): number => ('table' in item ? item.table.y0 : item.line.y0);

/** A box of one column at the edge of a page may be the first or last row of a table on the page beside it. */
function belongsTo(strip: PlacedTable, table: PlacedTable | undefined): boolean {
	return table !== undefined && !isStrip(table) && isContinued(strip, table);
}

interface FoundPage {
	readonly page: PaintedPage;
	readonly tables: readonly PlacedTable[];
	readonly rest: readonly Glyph[];
}

/** Tables and lines of each page; boxes around running text are no tables, and their text becomes lines again. */
function layPages(found: readonly FoundPage[]): LaidPage[] {
	const byHeight = found.map(({ tables }) => [...tables].sort((a, b) => a.y0 - b.y0));
	return found.map(({ page, rest }, index) => {
		const tables = byHeight[index] ?? [];
		const kept = tables.filter(
			(table) =>
				!isStrip(table) ||
				(table === tables.at(-1) && belongsTo(table, byHeight[index + 1]?.[0])) ||
				(table === tables[0] && belongsTo(table, byHeight[index - 1]?.at(-1)))
		);
		const freed = tables.filter((table) => !kept.includes(table)).flatMap((table) => table.glyphs);
		return { height: page.height, tables: kept, lines: textLines([...rest, ...freed]) };
	});
}

function gridOf(table: PlacedTable): Grid {
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

/** The blocks of a document from its painted pages: tables as grids, joined over page breaks, and all else as lines, in reading order. */
export function blocksOf(pages: readonly PaintedPage[]): Block[] {
	const laid = layPages(pages.map((page) => ({ page, ...tablesOn(page) })));
	const { dropped, passed } = furnitureOf(laid);
	const items: Item[] = [];
	let open: number | null = null;
	for (const page of laid) {
		const own: Item[] = [...page.tables.map((table) => ({ table })), ...page.lines.map((line) => ({ line }))];
		for (const item of own.sort((a, b) => top(a) - top(b))) {
			if ('line' in item) {
				if (!passed.has(item.line)) open = null;
				if (!dropped.has(item.line)) items.push(item);
				continue;
			}
			const before: Item | undefined = open === null ? undefined : items[open];
			const previous: PlacedTable | null = before && 'table' in before ? before.table : null;
			const goesOn: boolean = previous !== null && !page.tables.includes(previous) && isContinued(previous, item.table);
			const joined: PlacedTable | null = goesOn && previous ? joinTables(previous, item.table) : null;
			if (joined && open !== null) items[open] = { table: joined };
			else open = items.push(item) - 1;
		}
	}
	let tables = 0;
	return items.map((item, index): Block =>
		'table' in item
			? { kind: 'grid', grid: gridOf(item.table), table: (tables += 1), line: index + 1 }
			: { kind: 'text', text: item.line.text, line: index + 1 }
	);
}
