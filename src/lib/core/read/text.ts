import type { Document } from './document.ts';

/** Reads a text extract: each line a block, empty lines kept, since blank cells survive in some extracts only as empty lines. */
export function readText(text: string, encoding: string): Document {
	const blocks = text
		.replace(/^\ufeff/u, '')
		.split(/\r\n|\n|\r|\f/u)
		.map((line, index) => ({ kind: 'text' as const, text: line, line: index + 1 }));
	return { reader: 'text', encoding, title: null, blocks };
}
