let bytesByCharacter: Map<string, readonly [number, number]> | undefined;

/** The two-byte part of GB18030 turned round: the platform decodes it and cannot encode it. */
function twoByteTable(): Map<string, readonly [number, number]> {
	if (bytesByCharacter !== undefined) return bytesByCharacter;
	const decoder = new TextDecoder('gb18030');
	bytesByCharacter = new Map();
	for (let lead = 0x81; lead <= 0xfe; lead += 1)
		for (let trail = 0x40; trail <= 0xfe; trail += 1) {
			if (trail === 0x7f) continue;
			const character = decoder.decode(Uint8Array.of(lead, trail));
			if ([...character].length === 1 && character !== '\ufffd') bytesByCharacter.set(character, [lead, trail]);
		}
	return bytesByCharacter;
}

/** Bytes of the text in GB18030; throws on a character that needs four bytes (no Chinese character in use does). */
export function encodeGb18030(text: string): Uint8Array {
	const table = twoByteTable();
	const bytes: number[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		if (code < 0x80) {
			bytes.push(code);
			continue;
		}
		const pair = table.get(character);
		if (pair === undefined) throw new Error(`not in the two-byte part of gb18030: ${character}`);
		bytes.push(...pair);
	}
	return Uint8Array.from(bytes);
}
