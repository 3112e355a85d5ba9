import { BlockWriter } from './block-writer.ts';
import { decodeText } from './decode.ts';
import type { Document, ReadFailure, ReadResult } from './document.ts';
import { readWordBody } from './docx-body.ts';
import type { NestedCell, WordBlock, WordTable } from './docx-body.ts';
import { ListNumbers } from './docx-numbers.ts';
import { RunStyles } from './docx-runs.ts';
import { placeWordRows } from './docx-table.ts';
import { tidyText } from './tidy.ts';
import { walkXml, xmlAttribute } from './xml.ts';
import type { XmlFault } from './xml.ts';
import { unpackEntry } from './zip-entries.ts';
import type { Inflater, ZipEntry } from './zip-entries.ts';

/** A part of a document unpacks to no more than this: the form with its prose takes a quarter of a megabyte. */
const MAX_PART = 64 * 1024 * 1024;
const MAX_CHUNKS = 20;
/** Slots of all tables together. */
const MAX_SLOTS = 4_000_000;

const FAULTS: Readonly<Record<XmlFault, ReadFailure>> = {
	torn: { code: 'file/damaged', found: 'XML' },
	entities: { code: 'file/bomb', found: 'XML entities' },
	deep: { code: 'file/too-many', found: 'XML levels' }
};

type ReadChunk = (bytes: Uint8Array) => Promise<ReadResult>;

/** Text of a cell; a picture with no word beside it is said to be one, since it may show a figure. */
function cellText(cell: NestedCell): string {
	const text = tidyText(cell.blocks.map((block) => (block.kind === 'lines' ? block.text : '')).join('\n'));
	return text === '' && cell.pictured ? '[图]' : text;
}

/** A table of one cell is a frame around its text. */
function unframe(block: WordBlock): readonly WordBlock[] {
	if (block.kind !== 'table') return [block];
	const cells = block.table.rows.flatMap((row) => row.cells);
	return cells.length === 1 ? (cells[0]?.blocks ?? []).flatMap(unframe) : [block];
}

class Writer {
	readonly out = new BlockWriter();
	readonly #chunks: ReadonlyMap<string, Document>;
	slots = 0;

	constructor(chunks: ReadonlyMap<string, Document>) {
		this.#chunks = chunks;
	}

	write(blocks: readonly WordBlock[]): void {
		for (const block of blocks.flatMap(unframe)) {
			if (block.kind === 'lines') this.out.text(block.text);
			else if (block.kind === 'chunk') this.out.append(this.#chunks.get(block.relation)?.blocks ?? []);
			else this.#table(block.table);
		}
	}

	/** A table that holds tables lays out the page: it is walked through, as in a web page. */
	#table(table: WordTable): void {
		const rows = table.rows.map((row) => ({
			...row,
			cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.flatMap(unframe) }))
		}));
		const cells = rows.flatMap((row) => row.cells);
		if (cells.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'lines'))) {
			for (const { blocks } of cells) this.write(blocks);
			return;
		}
		const grid = placeWordRows(
			rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: cellText(cell) })) }))
		);
		this.slots += grid.width * grid.slots.length;
		if (this.slots <= MAX_SLOTS) this.out.grid(grid);
	}
}

function toDocument(
	xml: string,
	numbers: ListNumbers,
	styles: RunStyles,
	chunks: ReadonlyMap<string, Document>
): ReadResult {
	const { blocks, fault } = readWordBody(xml, numbers, styles);
	if (fault) return { ok: false, failure: FAULTS[fault] };
	const writer = new Writer(chunks);
	writer.write(blocks);
	if (writer.slots > MAX_SLOTS) return { ok: false, failure: { code: 'file/too-many', found: 'table cells' } };
	return { ok: true, document: { reader: 'docx', encoding: null, title: null, blocks: writer.out.blocks } };
}

/** The relations of a part: what its ids stand for, as names of parts. */
function relationsIn(xml: string, folder: string): Map<string, { readonly type: string; readonly part: string }> {
	const relations = new Map<string, { type: string; part: string }>();
	walkXml(xml, {
		open: (name, attributes) => {
			if (name !== 'Relationship' || xmlAttribute(attributes, 'TargetMode') === 'External') return;
			const target = xmlAttribute(attributes, 'Target') ?? '';
			const type = xmlAttribute(attributes, 'Type') ?? '';
			relations.set(xmlAttribute(attributes, 'Id') ?? '', {
				type: type.slice(type.lastIndexOf('/') + 1),
				part: target.startsWith('/') ? target.slice(1) : resolve(folder, target)
			});
		},
		close: () => undefined,
		text: () => undefined
	});
	return relations;
}

function resolve(folder: string, target: string): string {
	const path = folder === '' ? [] : folder.split('/');
	for (const step of target.split('/')) {
		if (step === '..') path.pop();
		else if (step !== '.') path.push(step);
	}
	return path.join('/');
}

const folderOf = (part: string): string => part.slice(0, Math.max(0, part.lastIndexOf('/')));

class Package {
	readonly #bytes: Uint8Array;
	readonly #entries: ReadonlyMap<string, ZipEntry>;
	readonly #inflater: Inflater;

	constructor(bytes: Uint8Array, entries: readonly ZipEntry[], inflater: Inflater) {
		this.#bytes = bytes;
		this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
		this.#inflater = inflater;
	}

	bytes(part: string): ReturnType<typeof unpackEntry> {
		const entry = this.#entries.get(part.toLowerCase());
		if (!entry) return { ok: false, failure: { code: 'file/damaged', found: `no ${part}` } };
		return unpackEntry(this.#bytes, entry, MAX_PART, this.#inflater);
	}

	/** Text of a part that the document can do without; '' where it is not there or broken. */
	text(part: string | undefined): string {
		const unpacked = part === undefined ? null : this.bytes(part);
		return unpacked?.ok ? (decodeText(unpacked.value)?.text ?? '') : '';
	}

	relations(part: string): ReturnType<typeof relationsIn> {
		const folder = folderOf(part);
		const name = part.slice(folder === '' ? 0 : folder.length + 1);
		return relationsIn(this.text(`${folder === '' ? '' : `${folder}/`}_rels/${name}.rels`), folder);
	}
}

async function readChunks(
	parts: ReadonlyMap<string, { readonly type: string; readonly part: string }>,
	from: Package,
	readChunk: ReadChunk
): Promise<Map<string, Document>> {
	const chunks = new Map<string, Document>();
	for (const [id, { type, part }] of parts) {
		if (type !== 'aFChunk' || chunks.size >= MAX_CHUNKS) continue;
		const unpacked = from.bytes(part);
		const read = unpacked.ok ? await readChunk(unpacked.value) : null;
		if (read?.ok) chunks.set(id, read.document);
	}
	return chunks;
}

/**
 * Reads a Word document as it would be printed: inserted text and no deleted, list numbers, text boxes after their paragraph, merged
 * cells as spans. Headers, footers, notes and comments are left out. `readChunk` reads documents embedded as a whole.
 */
export async function readDocx(
	bytes: Uint8Array,
	entries: readonly ZipEntry[],
	readChunk: ReadChunk
): Promise<ReadResult> {
	const parts = new Package(bytes, entries, await import('fflate'));
	const main = [...parts.relations('').values()].find(({ type }) => type === 'officeDocument')?.part;
	const part = main ?? 'word/document.xml';
	const unpacked = parts.bytes(part);
	if (!unpacked.ok) return unpacked;
	const xml = decodeText(unpacked.value);
	if (!xml) return { ok: false, failure: FAULTS.torn };
	const relations = parts.relations(part);
	const partOf = (wanted: string): string | undefined =>
		[...relations.values()].find(({ type }) => type === wanted)?.part;
	const numbers = new ListNumbers();
	numbers.addNumbering(parts.text(partOf('numbering')));
	const stylesText = parts.text(partOf('styles'));
	numbers.addStyles(stylesText);
	return toDocument(xml.text, numbers, new RunStyles(stylesText), await readChunks(relations, parts, readChunk));
}

const FLAT_PART = 'pkg:name="/word/document.xml"';

/** Reads a Word document saved as one XML file: the flat form of .docx, or the XML of Word 2003. */
export function readWordXml(xml: string): ReadResult {
	const named = xml.indexOf(FLAT_PART);
	const start = named < 0 ? -1 : xml.lastIndexOf('<pkg:part', named);
	const end = start < 0 ? -1 : xml.indexOf('</pkg:part>', start);
	if (start >= 0 && end < 0) return { ok: false, failure: FAULTS.torn };
	const part = start < 0 ? xml : xml.slice(start, end + '</pkg:part>'.length);
	return toDocument(part, new ListNumbers(), new RunStyles(xml), new Map());
}
