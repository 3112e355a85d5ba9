import { SYLLABLE_EXCEPTIONS, SYLLABLE_LINES } from './data/syllables.ts';
import { stemOf } from './place-names.ts';
import { allPlaces, isWithin, placesCoded } from './places.ts';
import type { Place } from './places.ts';

/** Labels of provinces that no prefecture uses as well (gz is 广州, sx 绍兴, xz 徐州), and spellings that belong to the province. */
const PROVINCE_LABELS: Readonly<Record<string, string>> = {
	bj: '110000',
	tj: '120000',
	hebei: '130000',
	shanxi: '140000',
	nmg: '150000',
	ln: '210000',
	jl: '220000',
	hlj: '230000',
	sh: '310000',
	js: '320000',
	zj: '330000',
	ah: '340000',
	fj: '350000',
	jx: '360000',
	sd: '370000',
	henan: '410000',
	gd: '440000',
	gxzf: '450000',
	hainan: '460000',
	cq: '500000',
	sc: '510000',
	guizhou: '520000',
	yn: '530000',
	shaanxi: '610000',
	nx: '640000',
	xj: '650000'
};

interface Syllables {
	readonly usual: ReadonlyMap<string, string>;
	readonly exceptions: ReadonlyMap<string, string>;
}

function readSyllables(): Syllables {
	const usual = new Map<string, string>();
	for (const line of SYLLABLE_LINES.trim().split('\n')) {
		const syllable = /^[a-z]+/u.exec(line)?.[0] ?? '';
		for (const character of line.slice(syllable.length)) usual.set(character, syllable);
	}
	const entries = SYLLABLE_EXCEPTIONS.trim().split('\n');
	const exceptions = new Map(
		entries.map((entry) => [entry.replace(/[a-z]+$/u, ''), entry.replace(/^[^a-z]+/u, '')] as const)
	);
	return { usual, exceptions };
}

function buildLabels(): Map<string, Place[]> {
	const { usual, exceptions } = readSyllables();
	const labels = new Map<string, Place[]>();
	for (const place of allPlaces()) {
		for (const { name } of place.records) {
			const stem = stemOf(name);
			const label = exceptions.get(stem) ?? [...stem].map((character) => usual.get(character) ?? '').join('');
			const known = labels.get(label) ?? [];
			if (!known.includes(place)) labels.set(label, [...known, place]);
		}
	}
	return labels;
}

let labels: Map<string, Place[]> | null = null;

/**
 * The places that a government host may be named after, by their spelling in Latin letters: `www.weishan.gov.cn` gives 微山县 and
 * 巍山彝族回族自治县, `gulou.nanjing.gov.cn` 鼓楼区 of 南京市. Hosts outside gov.cn give none, since anything may stand there.
 */
export function placesOfHost(host: string): readonly Place[] {
	const parts = /^(.+)\.gov\.cn$/u.exec(host.toLowerCase())?.[1]?.split('.').reverse();
	if (!parts) return [];
	labels ??= buildLabels();
	let found: readonly Place[] = [];
	for (const label of parts) {
		const province = PROVINCE_LABELS[label];
		const all = province ? placesCoded(province) : (labels.get(label) ?? []);
		const inside = all.filter((place) => found.some((outer) => isWithin(place, outer)));
		if (found.length === 0) found = all;
		else if (inside.length > 0) found = inside;
	}
	return found;
}
