const SPACED = /[\s\u00a0\u3000]/u;
const FOLLOWS = /[\t\n\r ]+/gu;

/** Whether there is anything that tidying changes. Most cells are a figure or a few words: told by a loop, since it is asked of each. */
export function isSpaced(text: string): boolean {
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		const isPlain = (code > 0x20 && code < 0x80) || (code > 0x3000 && code < 0xfe00);
		if (!isPlain) return SPACED.test(text);
	}
	return false;
}

/** The text of a text node: its line ends are spaces. */
export const runningText = (text: string): string => (isSpaced(text) ? text.replace(FOLLOWS, ' ') : text);

/** Lines without what is blank at their ends, between words or as a whole. */
export function tidyLines(text: string): string {
	const trimmed = text.trim();
	if (!isSpaced(trimmed)) return trimmed;
	const lines: string[] = [];
	for (const line of trimmed.split('\n')) {
		const tidied = line.replace(/[ \u00a0\u3000]+/gu, ' ').trim();
		if (tidied !== '') lines.push(tidied);
	}
	return lines.length === 1 ? (lines[0] ?? '') : lines.join('\n');
}
