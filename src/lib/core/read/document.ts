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
	/** Reports that were extracted before, where the file is the JSON of `data:extract`; it has no blocks then. */
	readonly extracted?: readonly ExtractedReport[];
}

export type ReaderId = 'html' | 'mhtml' | 'text' | 'docx' | 'xlsx' | 'xls' | 'csv' | 'pdf' | 'json';

/** A cell of our own JSON, checked for its form: a number, or no number and the reason why. */
export interface ExtractedCell {
	readonly v: number | null;
	readonly raw: string;
	readonly absence?: 'blank' | 'dash' | 'slash' | 'text' | 'missing' | 'unplaced';
	readonly unit?: string;
	readonly settled?: 'identity';
	readonly at?: { readonly table: number; readonly row: number; readonly col: number; readonly line?: number };
}

/** A problem of our own JSON, checked for its form; whether its code is one of ours is for whoever knows the codes. */
export interface ExtractedProblem {
	readonly code: string;
	readonly table?: string;
	readonly row?: string;
	readonly column?: string;
	readonly line?: number;
	readonly found?: string;
	readonly expected?: string;
}

/** A report of our own JSON: its figures as they were read; findings are left behind, since they follow from the figures. */
export interface ExtractedReport {
	readonly file: string;
	readonly agency: string | null;
	readonly year: number | null;
	readonly title: string | null;
	/** As printed: which layouts there are is the form's to know. */
	readonly formats: Readonly<Record<'t2' | 't3' | 't4', string | null>>;
	/** By cell key, `table.row.column`. */
	readonly cells: Readonly<Record<string, ExtractedCell>>;
	/** Cells that are none: neither a number nor an absence with its reason, or under a key that no cell has. */
	readonly refused: readonly { readonly key: string; readonly found: string }[];
	readonly problems: readonly ExtractedProblem[];
	readonly copies: number;
}

/** Why a file gave no document. */
export interface ReadFailure {
	readonly code: ReadFailureCode;
	readonly found: string;
}

export type ReadFailureCode =
	| 'file/empty'
	| 'file/unknown-kind'
	| 'file/not-decodable'
	/** More bytes than any report. */
	| 'file/too-large'
	/** More rows, tags, levels or members than any report. */
	| 'file/too-many'
	/** Made to unpack to far more than it is. */
	| 'file/bomb'
	| 'file/encrypted'
	/** Cut short, or not what its checksums and its format say. */
	| 'file/damaged'
	| 'file/is-image'
	/** A PDF of pictures. */
	| 'file/scanned-pdf'
	/** A Word document of 1997–2003, which needs LibreOffice. */
	| 'file/legacy-doc'
	/** An archive inside an archive. */
	| 'file/nested-zip';

export type ReadResult =
	{ readonly ok: true; readonly document: Document } | { readonly ok: false; readonly failure: ReadFailure };

/** What one file gave; an archive gives one for each file in it, named `archive.zip!folder/name`. */
export interface NamedResult {
	readonly name: string;
	readonly result: ReadResult;
}
