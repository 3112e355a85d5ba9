/** The sha256 of bytes in hexadecimal digits; null on plain http other than localhost, where browsers offer no `crypto.subtle`. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
	if (!globalThis.crypto?.subtle) return null;
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of a text as UTF-8, with its length in bytes. */
export async function digestOf(text: string): Promise<{ readonly sha256: string | null; readonly bytes: number }> {
	const bytes = new TextEncoder().encode(text);
	return { sha256: await sha256Of(bytes), bytes: bytes.length };
}
