import { describe, expect, it } from 'vitest';
import { spellName } from '../../../../scripts/build/spell-name.ts';
import { indexNames, searchNames } from '$lib/core/agencies/name-search.ts';
import type { Named } from '$lib/core/agencies/name-search.ts';

const AGENCIES: readonly (readonly string[])[] = [
	['柳州市柳江区工业和信息化局', '柳江县工业和信息化局'],
	['柳州市柳江区卫生健康局'],
	['柳州市工业和信息化局'],
	['柳州市人民政府'],
	['吕梁市教育局'],
	['西安市先锋县人民政府'],
	['上海市浦东新区人民政府', '上海市南汇区人民政府']
];
const named = (names: readonly string[]): Named => ({ names, pinyin: names.map(spellName), beside: '某省' });
const index = indexNames(AGENCIES.map(named));
const unspelt = indexNames(AGENCIES.map((names) => ({ names, pinyin: [] })));

const find = (search: string, among = index): string[] =>
	searchNames(among, search, 10).found.map(({ at, name }) => AGENCIES[at]?.[name] ?? '');

describe('searching agencies by name', () => {
	it.each([
		['柳江工信', '柳州市柳江区工业和信息化局'],
		['柳江區工業', '柳州市柳江区工业和信息化局'],
		['ljqgy', '柳州市柳江区工业和信息化局'],
		['LJQGY', '柳州市柳江区工业和信息化局'],
		['liujianggongye', '柳州市柳江区工业和信息化局'],
		['liujiang gongye', '柳州市柳江区工业和信息化局'],
		['liujgongx', '柳州市柳江区工业和信息化局'],
		['柳江gongxin', '柳州市柳江区工业和信息化局'],
		['ljwjj', '柳州市柳江区卫生健康局'],
		['lzsrmzf', '柳州市人民政府'],
		['lvliang', '吕梁市教育局'],
		['luliang', '吕梁市教育局'],
		["xi'an", '西安市先锋县人民政府'],
		['某省 吕梁', '吕梁市教育局']
	])('finds by %s first %s', (search, agency) => {
		expect(find(search)[0]).toBe(agency);
	});

	it('finds an agency by a former name, and says which', () => {
		expect(find('南汇')).toEqual(['上海市南汇区人民政府']);
		expect(find('nhqrmzf')).toEqual(['上海市南汇区人民政府']);
		expect(find('柳江县工业')[0]).toBe('柳江县工业和信息化局');
	});

	it('ranks the whole name before its beginning, that before its middle, and unbroken runs before broken ones', () => {
		expect(find('柳州市人民政府')).toEqual(['柳州市人民政府']);
		expect(find('柳州市工业')[0]).toBe('柳州市工业和信息化局');
		expect(find('工业和信息化局')[0]).toBe('柳州市工业和信息化局');
		expect(find('lzgx')).toEqual(['柳州市工业和信息化局', '柳州市柳江区工业和信息化局']);
	});

	it('finds nothing where a word stands nowhere, and all in their order without a word', () => {
		expect(find('柳江 税务')).toEqual([]);
		expect(find('zzz')).toEqual([]);
		expect(find('政柳')).toEqual([]);
		expect(find('  ')).toEqual(AGENCIES.map((names) => names[0]));
	});

	it('searches by characters alone where names are not spelt', () => {
		expect(find('柳江工信', unspelt)[0]).toBe('柳州市柳江区工业和信息化局');
		expect(find('ljqgy', unspelt)).toEqual([]);
	});

	it('takes a spelling that does not fit the name for none', () => {
		const odd = indexNames([{ names: ['柳州市'], pinyin: ['liu zhou'] }]);
		expect(searchNames(odd, 'liu', 5).found).toEqual([]);
		expect(searchNames(odd, '柳市', 5).found).toHaveLength(1);
	});

	it('says how many more there are', () => {
		expect(searchNames(index, 'shi', 2)).toMatchObject({ more: AGENCIES.length - 2 });
	});
});
