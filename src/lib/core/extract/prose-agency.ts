import { readLeadingPlace } from '../agencies/read-place.ts';

const TOWN = '[\u4e00-\u9fff]{1,14}?(?:镇|乡|街道)(?:人民政府|办事处)?';
const ORGAN = '[\u4e00-\u9fff]{3,24}?(?:管理委员会|管委会|委员会|局|厅)';
/** Offices within a town, which draw its report up and have none of their own. */
const OWN_OFFICE = '(?:党政(?:综合)?办公?室?|办公室)';
/** 由…编制, 公布2020年…政府信息公开工作年度报告. */
const NAMED = new RegExp(
	`由(${TOWN})${OWN_OFFICE}?编制|由(${ORGAN})编制|(?:公布|发布)20\\d{2}年度?(${TOWN}|${ORGAN})(?=(?:政府信息|政务)公开)`,
	'gu'
);

/** What is said of no other body than the one that reports. */
const OPENING = new RegExp(
	`(?:^|(?<=[,。]))(?:20\\d{2}年(?:度|以来|来)?,?)?(?:(?<=领导下,)(${TOWN}|${ORGAN})(?:不断|坚持|深入|严格|扎实|积极)|(${TOWN}|${ORGAN})(?:在[^,。]{2,30}(?:领导|指导|部署|支持)下|高度重视|紧紧围绕|认真(?:贯彻|落实|学习|自查)))`,
	'gu'
);
/** Names that say only what kind of body it is: which one, the place alone would tell. */
const NAMELESS =
	/^(?:本|我|各|全|该|贵|此|上级|有关|相关|省|市|县|区|旗|州)|^(?:[城集小重村乡市县区]?镇|乡|街道)(?:人民政府|办事处)?$/u;
/** 区民政局, 县统计局: the end of a whole name. */
const END_OF_NAME = new RegExp(`^[省市县区旗州](?=${ORGAN.replace('{3,24}', '{2,12}')}$)`, 'u');

const isTown = (name: string): boolean => /(?:镇|乡|街道)(?:人民政府|办事处)?$/u.test(name);
/** A town's own name tells it from its neighbours; an organ is told by the place before it. */
const isWhole = (name: string): boolean => !NAMELESS.test(name) && (isTown(name) || readLeadingPlace(name) !== null);

const only = (names: readonly string[]): string | null => (new Set(names).size === 1 ? (names[0] ?? null) : null);

const namesIn = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map((match) => match.slice(1).find((name) => name !== undefined) ?? '');

const times = (text: string, name: string): number => text.split(name).length - 1;

/** The whole name that ends with `end`, if the text prints exactly one. */
function wholeNameOf(end: string, text: string): string | null {
	const found = [...text.matchAll(new RegExp(`[\u4e00-\u9fff]{2,12}${end}`, 'gu'))].flatMap(([run]) => {
		const starts = Array.from({ length: run.length - end.length }, (_, at) => run.slice(at));
		return starts.find((name) => /[省市县区旗州]$/u.test(name.slice(0, 1 - end.length)) && isWhole(name)) ?? [];
	});
	return only(found);
}

/**
 * The agency of a report whose title names none, where its prose does: who drew it up, or the subject of what only the reporting
 * body says of itself (高度重视, 在…领导下), which must come again. 区统计局 is none, unless the text prints one whole name that ends so. `text` is
 * plain, in half-width punctuation, what stands before the tables.
 */
export function agencyInProse(text: string): string | null {
	const named = namesIn(text, NAMED);
	if (named.length > 0) return named.every(isWhole) ? only(named) : null;
	const subjects = namesIn(text, OPENING).filter((name) => !/^[本我各全该]/u.test(name));
	const subject = only(subjects);
	if (subject === null || times(text, subject) < 2) return null;
	if (isWhole(subject)) return subject;
	return END_OF_NAME.test(subject) ? wholeNameOf(subject, text) : null;
}
