import { textWidth } from '../charts/text-width.ts';

/** Pieces that a line may not be broken inside: a Chinese character with the mark after it, a word with its space, a run of Latin text. */
const PIECES = /[\u3400-\u9fff](?:[，。；：、！？）》”’])*|[^\s\u3400-\u9fff]+\s*|\s+/gu;

/** Cuts a piece that is longer than a line, such as an address. */
function cut(piece: string, size: number, width: number): string[] {
	if (textWidth(piece, size) <= width) return [piece];
	const parts: string[] = [];
	let part = '';
	for (const character of piece) {
		if (part !== '' && textWidth(part + character, size) > width) {
			parts.push(part);
			part = '';
		}
		part += character;
	}
	return [...parts, part];
}

/** A text in lines that are no wider than so many pixels, at that size. Nothing is left out. */
export function wrapText(text: string, size: number, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	const pieces = (text.match(PIECES) ?? []).flatMap((piece) => cut(piece, size, width));
	for (const piece of pieces) {
		if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += line === '' ? piece.trimStart() : piece;
	}
	return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}
