import { DEPARTMENT_FAMILIES } from './families.ts';
import type { DepartmentFamily, FamilyKey } from './families.ts';

interface Meaning {
	readonly family: FamilyKey;
	/** A body beside the family's main one; null for the main body. */
	readonly line: string | null;
}

interface Word extends Meaning {
	readonly text: string;
	/** Families that the same word also stands for: 教体 is education, and sports. */
	readonly also: FamilyKey[];
}

/** What a body's name says of its family. */
export interface FamilyMatch {
	readonly family: FamilyKey;
	readonly line: string | null;
	/** Other families whose work the body carries as well, in the order of the name. */
	readonly merged: readonly FamilyKey[];
	/** The name is nothing but the work and a bureau's ending: 教育局, not 教育考试院. */
	readonly whole: boolean;
}

const JOINER =
	/^(?:[和与及暨兼、]|综合|监督管理|监督|管理|行政|事务|工作|服务|保障|促进|发展|建设|事业|产业|应用|执法|领导小组)/u;
const BUREAU_ENDING = /^(?:管理|监督|监察)?(?:委员会办公室|总局|委员会|办公室|联合社|联社|总社|[局厅委办署部])$/u;
/** Where a bureau of the government has its own team beside it (城市管理局, 城市管理执法大队), a vertical system is the team. */
const TEAM_ENDING = /^(?:总队|支队|大队|分局)$/u;
const CENTRE_ENDING = /^(?:管理|服务)*中心$/u;
const OTHER_ENDING = /^(?:中心|集团公司|有限公司|公司|[馆院社会队站所室处校])$/u;

const families = Object.entries(DEPARTMENT_FAMILIES) as [FamilyKey, DepartmentFamily][];

function indexWords(): ReadonlyMap<string, readonly Word[]> {
	const words = new Map<string, Word>();
	const put = (texts: string, meaning: Meaning): void => {
		for (const text of texts.split(' ')) {
			const known = words.get(text);
			if (text === '') continue;
			if (known) known.also.push(meaning.family);
			else words.set(text, { text, also: [], ...meaning });
		}
	};
	for (const [family, { main, lines }] of families) {
		put(main, { family, line: null });
		for (const [line, texts] of Object.entries(lines ?? {})) put(texts, { family, line });
	}
	const byInitial = new Map<string, Word[]>();
	for (const word of [...words.values()].sort((a, b) => b.text.length - a.text.length)) {
		const initial = word.text.charAt(0);
		byInitial.set(initial, [...(byInitial.get(initial) ?? []), word]);
	}
	return byInitial;
}

const WORDS = indexWords();
const SHORT = new Map(
	families.flatMap(([key, { short }]) => (short?.split(' ') ?? []).map((text) => [text, key] as const))
);

const wordAt = (text: string, at: number): Word | undefined =>
	WORDS.get(text.charAt(at))?.find((word) => text.startsWith(word.text, at));

/** 市级机关事务管理局, 区直机关 …: of which place, not what work. */
const OF_THE_PLACE = /^(?:[省市州区县](?:级|直)|直属)(?=.)/u;

interface Reading {
	readonly words: readonly Word[];
	/** What stands after the last word and joiner: the ending, if nothing else was left over. */
	readonly ending: string;
	readonly leftOver: boolean;
}

function readWords(body: string): Reading {
	const words: Word[] = [];
	let leftOver = false;
	let at = 0;
	while (at < body.length) {
		const ending = body.slice(at);
		if (at > 0 && [BUREAU_ENDING, TEAM_ENDING, CENTRE_ENDING, OTHER_ENDING].some((form) => form.test(ending))) {
			return { words, ending, leftOver };
		}
		const word = wordAt(body, at);
		if (!word && at === 0) break;
		const joiner = word ? null : JOINER.exec(ending);
		if (word) words.push(word);
		else if (!joiner) leftOver = true;
		at += word?.text.length ?? joiner?.[0].length ?? 1;
	}
	return { words, ending: '', leftOver };
}

/** Bodies whose word is the whole name: 海关, 残联, 研究室. */
const ENDS_ITSELF = /(?:[会联室委]|海关|调查队|调查总队)$/u;

/** The family of a body from its name without place (工业和信息化局), or null where the name does not begin with a known line of work. */
export function familyOf(body: string): FamilyMatch | null {
	const own = body.replace(OF_THE_PLACE, '');
	const short = SHORT.get(own);
	if (short) return { family: short, line: null, merged: [], whole: true };
	const { words, ending, leftOver } = readWords(own);
	const [first] = words;
	if (!first) return null;
	const { family } = first;
	const main = words.find((word) => word.family === family && word.line === null) ?? first;
	const definition: DepartmentFamily = DEPARTMENT_FAMILIES[family];
	const merged = new Set(words.flatMap((word) => [word.family, ...word.also]));
	merged.delete(family);
	const last = words.at(-1)?.text ?? '';
	const ends = ending === '' ? ENDS_ITSELF.test(last) : BUREAU_ENDING.test(ending);
	const allowed =
		(definition.centre === true && CENTRE_ENDING.test(ending)) ||
		(definition.vertical === true && TEAM_ENDING.test(ending));
	const whole = !leftOver && (ends || allowed);
	return { family, line: main.line, merged: [...merged], whole };
}
