/** Multiply-and-mix in 32 bits, two lanes at once: 53 bits in all. */
function mix(bytes: Uint8Array): string {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (const byte of bytes) {
		high = Math.imul(high ^ byte, 2654435761);
		low = Math.imul(low ^ byte, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (2 ** 32 * (2097151 & low) + (high >>> 0)).toString(36);
}

/**
 * Tells files of the same content: size and a hash. Not for safety; the browser's own digests are not there on a page that came
 * over plain HTTP, as within an office's network.
 */
export function contentKey(bytes: Uint8Array): string {
	return `${bytes.length}-${mix(bytes)}`;
}
