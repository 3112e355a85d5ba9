import type { Block, Grid, GridBlock, GridCell } from '../read/document.ts';
import { isFigure } from './figure.ts';
import { isRuleLine, plainBars } from './words.ts';

/** A shorter text may be what a cell says (无). */
const SHORTEST_LABEL = 4;

/** The slots of one row; a label repeated in neighbouring slots is one merged cell. */
function rowOf(parts: readonly string[], row: number): GridCell[] {
	const cells: GridCell[] = [];
	parts.forEach((part, col) => {
		const text = part.trim();
		const last = cells.at(-1);
		const repeated = last !== undefined && text.length >= SHORTEST_LABEL && last.text === text && !isFigure(text);
		if (!repeated) {
			cells.push({ text, row, col, rowSpan: 1, colSpan: 1 });
			return;
		}
		const merged = { ...last, colSpan: last.colSpan + 1 };
		cells.fill(merged, cells.length - last.colSpan);
		cells.push(merged);
	});
	return cells;
}

function gridOf(rows: readonly (readonly string[])[], lines: readonly number[]): Grid {
	const width = rows.reduce((widest, parts) => Math.max(widest, parts.length), 0);
	const slots = rows.map((parts, row) => {
		const cells = rowOf(parts, row);
		return Array.from({ length: width }, (_, col) => cells[col] ?? null);
	});
	return { width, slots, lines };
}

/** The slots of each line: a bar that opens, or closes, every line of the run parts no cells. */
function slotsOf(lines: readonly string[]): string[][] {
	const opened = lines.every((line) => line.startsWith('|'));
	const closed = lines.every((line) => line.endsWith('|'));
	return lines.map((line) => line.slice(opened ? 1 : 0, closed ? -1 : undefined).split('|'));
}

/**
 * Runs of lines with bars, one row a line, taken as grids: where merged cells keep their slots, only slots tell a blank cell from
 * a merged one. Lines are numbered as in the source; `block` is the index of the run's first line among the document's blocks.
 */
export function barredGrids(blocks: readonly Block[]): { readonly grid: GridBlock; readonly block: number }[] {
	const runs: { readonly block: number; readonly lines: { readonly text: string; readonly line: number }[] }[] = [];
	let open: (typeof runs)[number] | null = null;
	blocks.forEach((block, index) => {
		const text = block.kind === 'text' ? plainBars(block.text) : '';
		if (!text.includes('|')) {
			if (block.kind !== 'text' || text.trim() !== '') open = null;
			return;
		}
		if (isRuleLine(text)) return;
		if (!open) {
			open = { block: index, lines: [] };
			runs.push(open);
		}
		open.lines.push({ text: text.trimEnd(), line: block.line });
	});
	const end = blocks.at(-1);
	return runs.flatMap(({ block, lines }, index) => {
		const slots = slotsOf(lines.map(({ text }) => text));
		const last = lines.at(-1);
		// A text that ends within a row may have lost the end of its last figure.
		if (end?.kind === 'text' && last?.line === end.line && !last.text.endsWith('|')) slots.at(-1)?.pop();
		if (slots.filter((parts) => parts.length > 2).length <= slots.length / 2) return [];
		const grid = gridOf(
			slots,
			lines.map(({ line }) => line)
		);
		return [{ block, grid: { kind: 'grid' as const, grid, table: index + 1, line: lines[0]?.line ?? 1 } }];
	});
}
