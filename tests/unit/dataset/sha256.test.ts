import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../../src/lib/core/dataset/sha256.ts';

it.each([
	['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
	['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']
])('gives the digest of %j that the standard prints', (text, digest) => {
	expect(sha256(new TextEncoder().encode(text))).toBe(digest);
});

it('gives what Node gives, at every length about a block and for any bytes', () => {
	const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
	for (let length = 0; length < 200; length += 1) {
		const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 255);
		expect(sha256(bytes)).toBe(expected(bytes));
	}
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
			expect(sha256(bytes.subarray(1))).toBe(expected(bytes.subarray(1)));
		})
	);
});
