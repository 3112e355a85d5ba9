import { describe, expect, it } from 'vitest';
import { spellName } from '../../../scripts/build/spell-name.ts';
import { foldName } from '$lib/core/agencies/name-search.ts';
import { allPlaces } from '$lib/core/agencies/places.ts';
import { SYLLABLE_EXCEPTIONS, SYLLABLE_LINES } from '$lib/core/agencies/data/syllables.ts';
import { stemOf } from '$lib/core/agencies/place-names.ts';

describe('spelling the names of agencies', () => {
	it.each([
		['浚县', 'xun xian'],
		['单县', 'shan xian'],
		['乐清', 'yue qing'],
		['歙县', 'she xian'],
		['尉犁', 'yu li'],
		['洪洞', 'hong tong'],
		['六合', 'lu he'],
		['涡阳', 'guo yang'],
		['蔚县', 'yu xian'],
		['乐亭', 'lao ting'],
		['什邡', 'shi fang'],
		['黄陂', 'huang pi'],
		['宕昌', 'tan chang'],
		['泌阳', 'bi yang'],
		['重庆', 'chong qing'],
		['厦门', 'xia men'],
		['六安', 'lu an'],
		['吕梁', 'lv liang']
	])('reads %s as %s, alone and within a name', (place, spelt) => {
		expect(spellName(place)).toBe(spelt);
		expect(spellName(`${place}教育局`)).toBe(`${spelt} jiao yu ju`);
	});

	it('makes no word of the end of one place and the beginning of the next', () => {
		expect(spellName('石家庄市长安区统计局')).toBe('shi jia zhuang shi chang an qu tong ji ju');
	});

	it('gives each character of the folded name a syllable, letters and digits themselves', () => {
		const name = '柳州市柳江區 ABC（3）局';
		expect(spellName(name).split(' ')).toHaveLength([...foldName(name)].length);
		expect(spellName(name)).toBe('liu zhou shi liu jiang qu a b c ( 3 ) ju');
	});

	it('reads every division, its city before it, as the spellings of their sites do', () => {
		const usual = new Map<string, string>();
		for (const line of SYLLABLE_LINES.trim().split('\n')) {
			const syllable = /^[a-z]+/u.exec(line)?.[0] ?? '';
			for (const character of line.slice(syllable.length)) usual.set(character, syllable);
		}
		const exceptions = new Map(
			SYLLABLE_EXCEPTIONS.trim()
				.split('\n')
				.map((line) => [line.replace(/[a-z]+$/u, ''), line.replace(/^[^a-z]+/u, '')])
		);
		const differing = [...allPlaces()]
			.flatMap(({ records }) => records.map(({ name }) => name))
			.filter((name) => {
				const stem = stemOf(name);
				const host = exceptions.get(stem) ?? [...stem].map((character) => usual.get(character) ?? '').join('');
				const before = '石家庄市';
				const syllables = spellName(`${before}${name}教育局`).split(' ');
				return syllables.slice(before.length, before.length + [...stem].length).join('') !== host;
			});
		// 柏 is bo here, though bai in most names; the table leaves the corps out.
		expect(differing).toEqual(['万柏林区', '新疆生产建设兵团']);
	});
});
