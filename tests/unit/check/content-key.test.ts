import { describe, expect, it } from 'vitest';
import { contentKey } from '../../../src/lib/state/check/content-key.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the key of a content', () => {
	it('is the same for the same bytes and tells one changed digit apart', () => {
		expect(contentKey(bytes('收到申请60件'))).toBe(contentKey(bytes('收到申请60件')));
		expect(contentKey(bytes('收到申请60件'))).not.toBe(contentKey(bytes('收到申请61件')));
	});

	it('tells many near contents apart', () => {
		const keys = new Set(
			Array.from({ length: 20_000 }, (_, index) => contentKey(bytes(String(index).padStart(6, '0'))))
		);
		expect(keys.size).toBe(20_000);
	});

	it('has one for nothing', () => {
		expect(contentKey(new Uint8Array())).toMatch(/^0-/u);
	});
});
