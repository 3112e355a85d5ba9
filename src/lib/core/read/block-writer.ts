import type { Block, Grid } from './document.ts';

/** Numbers the blocks of a format that has no lines of its own: each line and each table takes one. */
export class BlockWriter {
	readonly blocks: Block[] = [];
	#line = 1;
	#tables = 0;

	text(text: string): void {
		for (const line of text.split('\n')) {
			if (line.trim() !== '') this.blocks.push({ kind: 'text', text: line.trim(), line: this.#line++ });
		}
	}

	grid(grid: Grid): void {
		this.#tables += 1;
		this.blocks.push({ kind: 'grid', grid, table: this.#tables, line: this.#line++ });
	}

	/** Takes over the blocks of a document that stands inside this one. */
	append(blocks: readonly Block[]): void {
		for (const block of blocks) {
			if (block.kind === 'text') this.text(block.text);
			else this.grid(block.grid);
		}
	}
}
