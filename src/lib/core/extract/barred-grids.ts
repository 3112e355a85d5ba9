import type { Block, GridBlock } from '../read/document.ts';
import { layOut } from '../read/grid.ts';
import type { SpannedCell } from '../read/grid.ts';
import { isFigure } from './figure.ts';

const RULE_LINE = /^[\s|:+\-=—]*-{2,}[\s|:+\-=—]*$/u;

/** The cells between the bars of a line; a label repeated in neighbouring slots is one merged cell. */
function cellsOfParts(parts: readonly string[]): SpannedCell[] {
	const cells: SpannedCell[] = [];
	for (const part of parts) {
		const text = part.trim();
		const last = cells.at(-1);
		if (last && text !== '' && last.text === text && !isFigure(text))
			cells[cells.length - 1] = { ...last, colSpan: last.colSpan + 1 };
		else cells.push({ text, rowSpan: 1, colSpan: 1 });
	}
	return cells;
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
		const text = block.kind === 'text' ? block.text.replace(/[｜│┃]/gu, '|') : '';
		if (!text.includes('|')) {
			if (block.kind !== 'text' || text.trim() !== '') open = null;
			return;
		}
		if (RULE_LINE.test(text)) return;
		if (!open) {
			open = { block: index, lines: [] };
			runs.push(open);
		}
		open.lines.push({ text: text.trim(), line: block.line });
	});
	return runs.flatMap(({ block, lines }, index) => {
		const slots = slotsOf(lines.map(({ text }) => text));
		if (slots.filter((parts) => parts.length > 2).length <= slots.length / 2) return [];
		const grid = { ...layOut(slots.map(cellsOfParts)), lines: lines.map(({ line }) => line) };
		return [{ block, grid: { kind: 'grid' as const, grid, table: index + 1, line: lines[0]?.line ?? 1 } }];
	});
}
