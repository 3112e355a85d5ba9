import type { Random } from '../random.ts';

/** Characters of the unreal. No division of China, down to its towns, has one of them in its name: the tests look. */
export const UNREAL = [...'虚幻杳渺邈蜃翳蘅'];

const LAND = [
	...'州陵川原泽浦溪桥台湖林湾塘渡堡集屯营洲岛峰谷泉池潭岩坡津港亭阁寨坊山水河海江城安平宁昌和顺青白金玉石木竹松梅桃柳'
];

/** One of many names of two or three characters, each with one character of the unreal. */
function stem(random: Random, short: boolean): string {
	const unreal = random.pick(UNREAL);
	const land = random.pick(LAND);
	if (short) return random.chance(0.7) ? unreal + land : land + unreal;
	return unreal + land + random.pick(LAND.filter((other) => other !== land));
}

/** Gives out invented place names, none twice. */
export class PlaceNames {
	readonly #given = new Set<string>();

	/** A new stem; of three characters once the short ones run out. */
	next(random: Random): string {
		for (let attempt = 0; ; attempt += 1) {
			const name = stem(random, attempt < 20);
			if (this.#given.has(name)) continue;
			this.#given.add(name);
			return name;
		}
	}
}
