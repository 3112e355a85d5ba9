import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlacesOnly } from '../../../../src/lib/core/extract/places-only.ts';

it.each([
	['甲市乙县', true],
	['虚州市甲县', true],
	['甲县财政局', false],
	['县', false],
	['甲市乙县x区', false],
	['一二三四五六市', false],
	['', false]
])('%s is nothing but places: %s', (text, expected) => {
	expect(isPlacesOnly(text)).toBe(expected);
});

it('says what the expression says that it stands for', () => {
	const slow = /^(?:[\u4e00-\u9fff]{1,5}?[省市县区州盟旗])+$/u;
	const texts = fc
		.array(fc.constantFrom('甲', '乙', '县', '市', 'a'), { maxLength: 14 })
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(texts, (text) => isPlacesOnly(text) === slow.test(text)),
		{ seed: 7, numRuns: 2000 }
	);
});

it('tells of a line of half a million marks at once', () => {
	const started = performance.now();
	expect(isPlacesOnly(`${'县'.repeat(500_000)}局`)).toBe(false);
	expect(isPlacesOnly('县'.repeat(500_000))).toBe(true);
	expect(performance.now() - started).toBeLessThan(2000);
});
