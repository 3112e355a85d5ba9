import { BlockWriter } from './block-writer.ts';
import type { ReadFailure, ReadResult, ReaderId } from './document.ts';
import { sheetGrid } from './sheet-grid.ts';
import type { Sheet } from './sheet-grid.ts';

export interface NamedSheet {
	readonly name: string;
	readonly hidden: boolean;
	readonly sheet: Sheet;
}

const MAX_SHEETS = 200;
/** Slots of all sheets together. */
const MAX_SLOTS = 4_000_000;

const failed = (code: ReadFailure['code'], found: string): ReadResult => ({ ok: false, failure: { code, found } });

/** Puts the sheets that are shown one after another: name, lines above the table, the table as a grid, lines below it. */
export function writeSheets(sheets: readonly NamedSheet[], reader: ReaderId): ReadResult {
	const out = new BlockWriter();
	let slots = 0;
	for (const { name, hidden, sheet } of sheets.slice(0, MAX_SHEETS)) {
		const found = hidden ? null : sheetGrid(sheet);
		if (found === null) continue;
		if (found === 'too-many') return failed('file/too-many', 'cells of a sheet');
		slots += (found.grid?.width ?? 0) * (found.grid?.slots.length ?? 0);
		if (slots > MAX_SLOTS) return failed('file/too-many', 'cells of sheets');
		out.text(name);
		for (const line of found.above) out.text(line);
		if (found.grid) out.grid(found.grid);
		for (const line of found.below) out.text(line);
	}
	if (out.blocks.length === 0) return failed('file/empty', 'no sheet with text');
	return { ok: true, document: { reader, encoding: null, title: null, blocks: out.blocks } };
}
