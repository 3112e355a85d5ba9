import type { AgencyContext, Evidence, EvidenceSource } from './evidence.ts';
import { borneIn, gatherEvidence } from './evidence.ts';
import { areRelated, hasNoCounties, isWithin, levelOfCode, placesNamed, placesStemmed, recordIn } from './places.ts';
import type { DivisionLevel, Place } from './places.ts';
import type { Body } from './read-body.ts';
import type { ReadName } from './read-name.ts';

/** Where an agency is, as far as the evidence goes. */
export interface Settled {
	/** The agency's own place, null where it is not certain. */
	readonly place: Place | null;
	/** Where `place` is null: the places that come into question, or the one around it. */
	readonly around: readonly Place[];
	/** What a reader may look at to settle it: `around`, or places that the name only reminds of. */
	readonly suggested: readonly Place[];
	/** The names or codes that are at odds with it. */
	readonly differs: Evidence | null;
	readonly source: EvidenceSource | 'name' | null;
}

/** Whether a place is of the kind that the body's name asks for: a town needs a county, 区统计局 a district. */
function fits(place: Place, body: Body, year: number | null): boolean {
	const { code, name } = recordIn(place, year);
	if (body.kind !== null) return name.endsWith(body.kind);
	if (body.type !== 'township' || body.zone !== null) return true;
	return levelOfCode(code) === 'county' || hasNoCounties(place, year);
}

interface State {
	readonly set: readonly Place[] | null;
	readonly source: Settled['source'];
	readonly differs: Evidence | null;
}

const levelNow = (places: readonly Place[], year: number | null): DivisionLevel | null => {
	const levels = new Set(places.map((place) => levelOfCode(recordIn(place, year).code)));
	const [level = null] = levels;
	return levels.size === 1 ? level : null;
};

/** One more piece of evidence: it narrows several places to those related to it, and leads on where the place found does not fit. */
function weigh(state: State, evidence: Evidence, body: Body, year: number | null): State {
	const { set } = state;
	const { places, source } = evidence;
	if (set === null) return state.differs ? state : { ...state, set: places, source };
	const related = set.filter((place) => places.some((other) => areRelated(place, other)));
	if (related.length === 0) {
		if (source === 'manifest') {
			const level = levelNow(set, year);
			// 河西区教育局 placed in 杭州市 is not the prefecture's own bureau: what it is stays open.
			const alike = places.filter((place) => levelNow([place], year) === level);
			return { set: alike.length > 0 ? alike : null, source, differs: evidence };
		}
		return source === 'code' && set.length === 1 ? { ...state, differs: state.differs ?? evidence } : state;
	}
	const inside = places.filter((place) => related.some((outer) => isWithin(place, outer)));
	const fitting = inside.filter((place) => fits(place, body, year));
	const open = !related.some((place) => fits(place, body, year));
	if (source === 'manifest' ? inside.length === places.length : open && fitting.length > 0) {
		return { ...state, set: source === 'manifest' ? places : fitting, source };
	}
	return related.length < set.length ? { ...state, set: related, source } : state;
}

/** 盐都 of 盐城市公安局盐都分局 is a district of 盐城市; a branch of a zone or of waters works for the whole of its bureau's place. */
function workplaceIn(place: Place, workplace: string): Place {
	const found = [...placesNamed(workplace), ...placesStemmed(workplace)].filter((other) => isWithin(other, place));
	const [only] = new Set(found);
	return only && new Set(found).size === 1 ? only : place;
}

/** A site of a prefecture or province carries the pages of its counties too: of a bare 统计局 there it does not tell the level. */
const isTooWide = (state: State, body: Body, place: Place, year: number | null): boolean =>
	state.source === 'host' &&
	body.type !== 'township' &&
	(body.kind === null || body.kind === '市') &&
	levelOfCode(recordIn(place, year).code) !== 'county';

/** Finds the agency's place from its name and the evidence; what is not certain stays open. */
export function settlePlace(name: ReadName, context: AgencyContext): Settled {
	const { body, weak } = name;
	const { year } = context;
	const evidence = gatherEvidence(context);
	const printed = name.places && borneIn(name.places, year, (own) => name.plain.includes(own));
	const supported = printed?.filter((place) =>
		evidence.some(({ places }) => places.some((other) => areRelated(place, other)))
	);
	const set = weak ? (supported?.length ? supported : null) : printed;
	const start: State = { set, source: set ? 'name' : null, differs: null };
	const state = evidence.reduce((before, next) => weigh(before, next, body, year), start);
	const open = { place: null, differs: state.differs, source: null };
	if (state.set === null) return { ...open, around: [], suggested: printed ?? [] };
	const fitting = state.set.filter((place) => fits(place, body, year));
	const [place] = fitting;
	const nameless = body.type === 'township' && body.township === null;
	if (!place || fitting.length > 1 || nameless || isTooWide(state, body, place, year)) {
		const around = fitting.length > 1 ? fitting : state.set;
		return { ...open, around, suggested: around };
	}
	const own = body.workplace === null ? place : workplaceIn(place, body.workplace);
	return { ...open, place: own, around: [], suggested: [], source: state.source };
}
