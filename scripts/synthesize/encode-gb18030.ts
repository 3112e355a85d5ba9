let twoByte: Map<string, readonly number[]> | undefined;
let fourByte: Map<string, readonly number[]> | undefined;

const decoder = new TextDecoder('gb18030');

function add(table: Map<string, readonly number[]>, bytes: readonly number[]): void {
	const character = decoder.decode(Uint8Array.from(bytes));
	if ([...character].length === 1 && character !== '\ufffd') table.set(character, bytes);
}

/** The two-byte part of GB18030 turned round: the platform decodes it and cannot encode it. */
function twoByteTable(): Map<string, readonly number[]> {
	if (twoByte !== undefined) return twoByte;
	twoByte = new Map();
	for (let lead = 0x81; lead <= 0xfe; lead += 1)
		for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add(twoByte, [lead, trail]);
	return twoByte;
}

/** Its four-byte part up to the end of the plane of common characters: radicals and rarer signs. */
function fourByteTable(): Map<string, readonly number[]> {
	if (fourByte !== undefined) return fourByte;
	fourByte = new Map();
	for (let first = 0x81; first <= 0x84; first += 1)
		for (let second = 0x30; second <= 0x39; second += 1)
			for (let third = 0x81; third <= 0xfe; third += 1)
				for (let last = 0x30; last <= 0x39; last += 1) add(fourByte, [first, second, third, last]);
	return fourByte;
}

/** Bytes of the text in GB18030; throws on a character beyond the common plane (no Chinese character in use is). */
export function encodeGb18030(text: string): Uint8Array {
	const bytes: number[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		if (code < 0x80) {
			bytes.push(code);
			continue;
		}
		const found = twoByteTable().get(character) ?? fourByteTable().get(character);
		if (found === undefined) throw new Error(`not in the common plane of gb18030: ${character}`);
		bytes.push(...found);
	}
	return Uint8Array.from(bytes);
}
