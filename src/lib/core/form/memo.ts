/** Longer texts are prose: they do not recur, and are not remembered. */
const LONGEST = 96;
const MOST = 16_384;

/** What remembering functions said of a text, each in a place of its own. */
type Answers = unknown[];

const known = new Map<string, Answers>();
/** An answer that is undefined, since an empty place is one not asked for yet. */
const NOTHING = Symbol('nothing');

let places = 0;
/** One text is mostly put to several functions in a row. */
let last: { readonly text: string; readonly answers: Answers } = { text: '', answers: [] };

/** The same text by itself: one cut out of a page would keep the whole page in memory. */
const apart = (text: string): string => text.split('').join('');

function answersTo(text: string): Answers {
	if (text === last.text) return last.answers;
	let answers = known.get(text);
	if (answers === undefined) {
		if (known.size >= MOST) known.clear();
		answers = [];
		known.set(apart(text), answers);
	}
	last = { text, answers };
	return answers;
}

/**
 * The same function of a text, with answers for short texts remembered, since the same labels stand in every report. Some
 * thousand texts are kept for all functions together, so that memory stays bounded.
 */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
	const place = places;
	places += 1;
	return (text) => {
		if (text.length > LONGEST) return answer(text);
		const answers = answersTo(text);
		const found = answers[place];
		if (found !== undefined) return (found === NOTHING ? undefined : found) as T;
		const fresh = answer(text);
		answers[place] = fresh ?? (fresh === undefined ? NOTHING : null);
		return fresh;
	};
}
