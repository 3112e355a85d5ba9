import { readDocument } from '../../../src/lib/core/read/index.ts';
import type { Document, ReadFailureCode } from '../../../src/lib/core/read/index.ts';

export async function documentOf(bytes: Uint8Array): Promise<Document> {
	const read = await readDocument(bytes);
	if (!read.ok) throw new Error(`not read: ${read.failure.code}: ${read.failure.found}`);
	return read.document;
}

export async function failureOf(bytes: Uint8Array): Promise<ReadFailureCode | 'read'> {
	const read = await readDocument(bytes);
	return read.ok ? 'read' : read.failure.code;
}

/** The blocks of a document: a line as its text, a table as rows of texts by slot (null: no cell). */
export function shown(document: Document): (string | (string | null)[][])[] {
	return document.blocks.map((block) =>
		block.kind === 'text' ? block.text : block.grid.slots.map((line) => line.map((cell) => cell?.text ?? null))
	);
}

export const shownOf = async (bytes: Uint8Array): Promise<ReturnType<typeof shown>> => shown(await documentOf(bytes));
