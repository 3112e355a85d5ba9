/** A cell of a grid: its text and the slots it covers (0-based, spans resolved). */
export interface GridCell {
	readonly text: string;
	readonly row: number;
	readonly col: number;
	readonly rowSpan: number;
	readonly colSpan: number;
}

/** A table whose geometry is known: slots[row][col] is the cell that covers the slot, or null where none does. */
export interface Grid {
	readonly slots: readonly (readonly (GridCell | null)[])[];
	readonly width: number;
	/** 1-based source line of each row, where rows are lines of a text. */
	readonly lines?: readonly number[];
}

/** A line of running text: a paragraph, a heading, or a line of a text extract whose table lost its geometry. */
export interface TextBlock {
	readonly kind: 'text';
	readonly text: string;
	/** 1-based line of the source (of the text that the reader made of it, for a format without lines). */
	readonly line: number;
}

export interface GridBlock {
	readonly kind: 'grid';
	readonly grid: Grid;
	/** 1-based number of the table in the document. */
	readonly table: number;
	readonly line: number;
}

export type Block = TextBlock | GridBlock;

/** What a reader makes of the bytes of one file; nothing of it is interpreted yet. */
export interface Document {
	readonly reader: ReaderId;
	readonly encoding: string | null;
	/** The title that the format itself carries (HTML `<title>`), if any. */
	readonly title: string | null;
	readonly blocks: readonly Block[];
}

export type ReaderId = 'html' | 'text' | 'pdf';

/** Why a file gave no document. */
export interface ReadFailure {
	readonly code:
		| 'file/empty'
		| 'file/unknown-kind'
		| 'file/not-decodable'
		| 'file/too-large'
		| 'file/too-many'
		| 'file/damaged'
		| 'file/encrypted'
		| 'file/scanned-pdf';
	readonly found: string;
}

export type ReadResult =
	{ readonly ok: true; readonly document: Document } | { readonly ok: false; readonly failure: ReadFailure };
