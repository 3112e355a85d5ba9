import { foldCharacters } from '../form/index.ts';

/** What can be found by a name. */
export interface Named {
	/** Every name, the newest first. */
	readonly names: readonly string[];
	/** For each name a syllable for each of its characters, parted by spaces; none: found by characters alone. */
	readonly pinyin: readonly (string | null)[];
	/** What else a word of the search may stand in, such as its place. */
	readonly beside?: string;
}

export interface FoundName {
	/** Which of the named, by its place in the list. */
	readonly at: number;
	/** Which of its names. */
	readonly name: number;
}

interface IndexedName {
	readonly text: string;
	/** Its syllables in one piece; empty without them. */
	readonly spelt: string;
	/** For each code unit of the text its syllable, or none. */
	readonly syllables: readonly string[];
}

export interface NameIndex {
	readonly entries: readonly { readonly names: readonly IndexedName[]; readonly beside: string }[];
}

/** Width, traditional characters, case and spaces folded away: as names are spelt and searched. */
export const foldName = (text: string): string => foldCharacters(text).toLowerCase().replaceAll(' ', '');

function indexName(name: string, pinyin: string | null): IndexedName {
	const text = foldName(name);
	const syllables = pinyin === null ? [] : pinyin.split(' ');
	const characters = [...text];
	if (syllables.length !== characters.length) return { text, syllables: [], spelt: '' };
	const ofUnits =
		characters.length === text.length
			? syllables
			: characters.flatMap((character, at) => [syllables[at] ?? '', ...(character.length > 1 ? [''] : [])]);
	return { text, syllables: ofUnits, spelt: syllables.join('') };
}

export function indexNames(named: readonly Named[]): NameIndex {
	return {
		entries: named.map(({ names, pinyin, beside = '' }) => ({
			names: names.map((name, index) => indexName(name, pinyin[index] ?? null)),
			beside: foldName(beside)
		}))
	};
}

/** ü may be typed as `v` or as `u`. */
const sameLetter = (typed: number, spelt: number): boolean => typed === spelt || (typed === 117 && spelt === 118);

function hasInOrder(text: string, word: string): boolean {
	let from = 0;
	for (let index = 0; index < word.length; index += 1) {
		const letter = word.charAt(index);
		const found = text.indexOf(letter, from);
		const other = letter === 'u' ? text.indexOf('v', from) : -1;
		const next = found < 0 ? other : other < 0 ? found : Math.min(found, other);
		if (next < 0) return false;
		from = next + 1;
	}
	return true;
}

const NEVER = 1e6;
const SHORTEST_ROOM = 64;
/** By how much of the word is placed: the least runs, where its last letter stands at the present character, and where it stands before. */
let running = new Int32Array(SHORTEST_ROOM);
let parted = new Int32Array(SHORTEST_ROOM);

function makeRoom(length: number): void {
	if (running.length <= length) {
		running = new Int32Array(length * 2);
		parted = new Int32Array(length * 2);
	}
	for (let at = 0; at <= length; at += 1) {
		running[at] = NEVER;
		parted[at] = NEVER;
	}
	parted[0] = 0;
}

/**
 * In how many unbroken runs the word stands in the name, in order: each of its characters as itself, or letters as the
 * beginning of a syllable (`lj`, `liuj`, `liujiang` for 柳江). NEVER if it does not.
 */
function countRuns({ text, syllables }: IndexedName, word: string): number {
	const length = word.length;
	makeRoom(length);
	let furthest = 0;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		const syllable = syllables[at] ?? '';
		// From the end, so that what this character reaches is not carried on by it.
		for (let from = furthest; from >= 0; from -= 1) {
			const ran = running[from] ?? NEVER;
			const apart = parted[from] ?? NEVER;
			if (ran < apart) parted[from] = ran;
			running[from] = NEVER;
			const cost = Math.min(ran, apart + 1);
			if (from === length || cost >= NEVER) continue;
			let taken = 0;
			while (
				taken < syllable.length &&
				from + taken < length &&
				sameLetter(word.charCodeAt(from + taken), syllable.charCodeAt(taken))
			) {
				taken += 1;
				if (cost < (running[from + taken] ?? NEVER)) running[from + taken] = cost;
			}
			if (taken === 0 && word.charCodeAt(from) === unit) {
				taken = 1;
				if (cost < (running[from + 1] ?? NEVER)) running[from + 1] = cost;
			}
			if (from + taken > furthest) furthest = from + taken;
		}
	}
	return Math.min(running[length] ?? NEVER, parted[length] ?? NEVER);
}

interface Word {
	readonly text: string;
	readonly kind: 'letters' | 'characters' | 'mixed';
}

const wordOf = (text: string): Word => ({
	text,
	kind: /^[a-z]+$/u.test(text) ? 'letters' : /[a-z]/u.test(text) ? 'mixed' : 'characters'
});

/** More runs than this is chance, not an abbreviation. */
const MOST_RUNS = 6;

/** Whether it is worth counting runs. */
function mayStand({ text, spelt }: IndexedName, word: Word): boolean {
	if (word.kind === 'characters') return hasInOrder(text, word.text);
	return spelt !== '' && (word.kind === 'mixed' || hasInOrder(spelt, word.text));
}

/** How well a word fits a name, the less the better: whole, at the beginning, within it, in runs. NEVER if it does not. */
function fit(name: IndexedName, word: Word): number {
	const within = name.text.indexOf(word.text);
	if (within >= 0) return name.text.length === word.text.length ? 0 : within === 0 ? 1 : 2;
	if (!mayStand(name, word)) return NEVER;
	const runs = countRuns(name, word.text);
	return runs > MOST_RUNS ? NEVER : 3 + runs;
}

/** A former name counts after a present one. */
const FORMER = 0.5;
/** A word that stands in the place or the id, not in the name. */
const BESIDE = 8;

function fitEntry(entry: NameIndex['entries'][number], words: readonly Word[]): [number, number] {
	let best = NEVER;
	let which = 0;
	for (let index = 0; index < entry.names.length; index += 1) {
		const name = entry.names[index];
		if (!name) continue;
		let sum = index === 0 ? 0 : FORMER;
		for (const word of words) {
			const own = fit(name, word);
			sum += own < NEVER ? own : entry.beside.includes(word.text) ? BESIDE : NEVER;
			if (sum >= best) break;
		}
		if (sum >= best) continue;
		best = sum;
		which = index;
	}
	return [best, which];
}

const NAMES = 64;
const ENTRIES = 2 ** 22;
const LENGTHS = 128;

/** Rank, then length, then place in the list, in one number that sorts. */
const keyOf = (rank: number, length: number, at: number, name: number): number =>
	((rank * 2 * LENGTHS + Math.min(length, LENGTHS - 1)) * ENTRIES + at) * NAMES + Math.min(name, NAMES - 1);

const foundAt = (key: number): FoundName => ({ at: Math.floor(key / NAMES) % ENTRIES, name: key % NAMES });

/**
 * The named in which every word of the search stands, best first: by characters (柳江工信), initials (`ljgx`) or pinyin
 * (`liujiang gongxin`), in order but with gaps; and how many more than `limit` there are. An empty search finds all in their order.
 */
export function searchNames(
	{ entries }: NameIndex,
	search: string,
	limit: number
): { found: FoundName[]; more: number } {
	const words = foldCharacters(search)
		.toLowerCase()
		.replaceAll(/['’]/gu, '')
		.split(' ')
		.filter((word) => word !== '')
		.map(wordOf);
	if (words.length === 0) {
		const found = entries.slice(0, limit).map((_, at) => ({ at, name: 0 }));
		return { found, more: Math.max(0, entries.length - limit) };
	}
	const keys = new Float64Array(entries.length);
	let count = 0;
	entries.forEach((entry, at) => {
		const [rank, name] = fitEntry(entry, words);
		if (rank >= NEVER) return;
		keys[count] = keyOf(rank, entry.names[name]?.text.length ?? 0, at, name);
		count += 1;
	});
	const ranked = keys.subarray(0, count).sort();
	return { found: [...ranked.subarray(0, limit)].map(foundAt), more: Math.max(0, count - limit) };
}
