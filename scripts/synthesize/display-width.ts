/** Marks of places in a text (see `marks.ts`) take no room. */
const NO_ROOM = /^[\ue000-\uf8ff]$/u;
const WIDE =
	/^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…]$/u;

function characterWidth(character: string): number {
	if (NO_ROOM.test(character)) return 0;
	return WIDE.test(character) ? 2 : 1;
}

/** How many half-width columns the text takes in a monospaced font. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}

/** The text in lines of at most `width` columns; its own line ends stay. A run of digits is not broken. */
export function wrap(text: string, width: number): string[] {
	return text.split('\n').flatMap((line) => {
		const lines: string[] = [];
		let open = '';
		for (const part of line.match(/[\ue000-\uf8ff]*[\d.,+-]+[\ue000-\uf8ff]*|./gsu) ?? []) {
			if (open !== '' && displayWidth(open) + displayWidth(part) > width) {
				lines.push(open);
				open = '';
			}
			open += part;
		}
		return [...lines, open];
	});
}
