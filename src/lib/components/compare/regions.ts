import type { AgencyOption, Region } from '$lib/queries/index.ts';
import type { Choice } from '../filters/options.ts';

/** A government of the dataset, with the bodies of its own level. */
export interface RegionChoice {
	readonly key: string;
	readonly region: Region;
	readonly name: string;
	/** What it lies in. */
	readonly within: string;
	/** Bodies of its own, without the summary of its whole region. */
	readonly bodies: number;
	/** Its name in pinyin, a syllable a character; null where none of its bodies has it. */
	readonly pinyin: string | null;
}

export function regionKey({ province, city, county }: Region): string {
	return [province, city ?? '', county ?? ''].join('/');
}

export const regionName = ({ province, city, county }: Region): string => county ?? city ?? province;

/** The syllables of a name that stands in the agency's. */
function pinyinIn({ names, pinyin }: AgencyOption, name: string): string | null {
	for (const [index, whole] of names.entries()) {
		const at = whole.indexOf(name);
		const syllables = pinyin[index]?.split(' ') ?? [];
		if (at >= 0 && syllables.length === whole.length) return syllables.slice(at, at + name.length).join(' ');
	}
	return null;
}

const LEVELS: readonly Region['level'][] = ['province', 'city', 'county'];

/** The governments whose bodies the dataset has, those with most bodies first. */
export function regionChoices(agencies: readonly AgencyOption[]): RegionChoice[] {
	const found = new Map<string, { region: Region; bodies: number; pinyin: string | null }>();
	for (const agency of agencies) {
		const { level, scope, province, city, county } = agency;
		const own = LEVELS.find((one) => one === level);
		if (!own || province === null || !scope.endsWith('_own')) continue;
		const region: Region = {
			level: own,
			province,
			city: own === 'province' ? null : city,
			county: own === 'county' ? county : null
		};
		if (own !== 'province' && regionName(region) === province) continue;
		const key = regionKey(region);
		const known = found.get(key);
		const pinyin = pinyinIn(agency, regionName(region));
		if (!known) found.set(key, { region, bodies: 1, pinyin });
		else {
			known.bodies += 1;
			known.pinyin ??= pinyin;
		}
	}
	return [...found]
		.map(([key, { region, bodies, pinyin }]) => {
			const name = regionName(region);
			const within = [region.province, region.city].filter((part) => part !== null && part !== name).join(' · ');
			return { key, region, name, within, bodies, pinyin };
		})
		.sort((a, b) => b.bodies - a.bodies || a.key.localeCompare(b.key, 'zh-CN'));
}

/** The governments as a picker takes them. */
export function asChoices(regions: readonly RegionChoice[], bodiesText: (count: number) => string): Choice[] {
	return regions.map(({ key, name, within, bodies, pinyin }) => ({
		filter: 'cities',
		value: key,
		label: name,
		hint: [within, bodiesText(bodies)].filter((part) => part !== '').join(' · '),
		reports: null,
		text: `${within} ${name}`.toLowerCase(),
		named: { names: [name], pinyin: [pinyin], beside: within }
	}));
}
