import { isWithin, LONGEST_NAME, placesNamed, placesStemmed } from './places.ts';
import type { Place } from './places.ts';

/** The places that a text begins with, and where the rest of it begins; several where the name alone does not tell them apart. */
export interface LeadingPlace {
	readonly places: readonly Place[];
	readonly end: number;
}

/** 城区街道办事处 is a street called 城区, not a street of a district 城区. */
const PART_OF_TOWN = /^(?:路|大道)?(?:街道|镇|乡|苏木|地区)(?:$|办|人民政府|政府|党)/u;
const LONGEST_STEM = 8;

const inside = (places: readonly Place[], outer: readonly Place[] | null): readonly Place[] =>
	outer === null ? places : places.filter((place) => outer.some((around) => isWithin(place, around)));

function readOne(text: string, at: number, outer: readonly Place[] | null): LeadingPlace | null {
	for (let end = Math.min(at + LONGEST_NAME, text.length); end >= at + 2; end -= 1) {
		const found = inside(placesNamed(text.slice(at, end)), outer);
		if (found.length > 0 && !PART_OF_TOWN.test(text.slice(end))) return { places: found, end };
	}
	return null;
}

/** 江苏 of 江苏淮安市, 柳州 of 柳州柳江区: a stem counts only where a place within it follows. */
function readStem(text: string, at: number, outer: readonly Place[] | null): LeadingPlace | null {
	for (let end = Math.min(at + LONGEST_STEM, text.length - 2); end >= at + 2; end -= 1) {
		const found = inside(placesStemmed(text.slice(at, end)), outer);
		const next = found.length > 0 ? readNext(text, end, found) : null;
		if (next) return next;
	}
	return null;
}

const readNext = (text: string, at: number, outer: readonly Place[] | null): LeadingPlace | null =>
	readOne(text, at, outer) ?? readStem(text, at, outer);

/** The division with which a name begins, province, prefecture and county read as one (广西壮族自治区柳州市柳江区…), or null. */
export function readLeadingPlace(text: string): LeadingPlace | null {
	let found: LeadingPlace | null = null;
	for (;;) {
		const next = readNext(text, found?.end ?? 0, found?.places ?? null);
		if (!next) return found;
		found = next;
	}
}

/** The places of the longest stem with which a text begins: 苏州 of 苏州工业园区管理委员会. */
export function readLeadingStem(text: string, outer: readonly Place[] | null = null): LeadingPlace | null {
	for (let end = Math.min(LONGEST_STEM, text.length); end >= 2; end -= 1) {
		const found = inside(placesStemmed(text.slice(0, end)), outer);
		if (found.length > 0) return { places: found, end };
	}
	return null;
}
