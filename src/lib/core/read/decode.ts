export interface DecodedText {
	readonly text: string;
	readonly encoding: string;
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
	return signature.every((byte, index) => bytes[index] === byte);
}

const decoders = new Map<string, TextDecoder>();

/** The strict decoder of an encoding, made once: one that failed is not used again. */
function decoderOf(encoding: string): TextDecoder {
	const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true });
	decoders.set(encoding, decoder);
	return decoder;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return decoderOf(encoding).decode(bytes);
	} catch {
		decoders.delete(encoding);
		return null;
	}
}

function tryCutUtf8(bytes: Uint8Array): string | null {
	for (let cut = 0; cut <= 3 && cut < bytes.length; cut += 1) {
		const text = tryDecode(bytes.subarray(0, bytes.length - cut), 'utf-8');
		if (text !== null) return text;
	}
	return null;
}

/**
 * Text of the bytes, or null where no encoding fits. Byte order mark first, then strict UTF-8 (a last character cut short is
 * dropped), then GB18030; what a page declares of itself is not trusted, since saved pages are often re-encoded.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
	if (startsWith(bytes, 0xff, 0xfe)) return named(tryDecode(bytes, 'utf-16le'), 'utf-16le');
	if (startsWith(bytes, 0xfe, 0xff)) return named(tryDecode(bytes, 'utf-16be'), 'utf-16be');
	const utf8 = tryCutUtf8(bytes);
	if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
	return named(tryDecode(bytes, 'gb18030'), 'gb18030');
}

function named(text: string | null, encoding: string): DecodedText | null {
	return text === null ? null : { text, encoding };
}
