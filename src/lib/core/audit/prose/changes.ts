import type { KindId } from './kinds.ts';
import { OTHER_REQUESTS } from './phrases.ts';

const RISE = /(?:增长|上升|增加|提高|增|多|多收)(?:了|约|近|幅度?|率|为|:|达)*$/u;
const FALL = /(?:下降|减少|回落|降低|降|减|少|少收)(?:了|约|近|幅度?|率|为|:|达)*$/u;
const LAST_YEAR = '(?:上一?年度?|去年|20\\d\\d年度?)';
const AGAINST_LAST_YEAR = new RegExp(`同比|[比较]${LAST_YEAR}|与${LAST_YEAR}(?:同期)?相比`, 'u');

/** 1 where the words before a figure speak of a rise against the year before, -1 of a fall, else null. */
export function changeSign(local: string, clause: string): 1 | -1 | null {
	if (!AGAINST_LAST_YEAR.test(local)) return null;
	if (FALL.test(clause)) return -1;
	return RISE.test(clause) ? 1 : null;
}

/** What is said to have changed, where the clause itself says it. */
export function changedKind(clause: string): KindId | null {
	if (clause.includes('诉讼')) return 'suits';
	if (clause.includes('复议')) return 'review';
	if (/办结|答复/u.test(clause)) return 'closed';
	return clause.includes('申请') && !OTHER_REQUESTS.test(clause) ? 'received' : null;
}

const SHARE = /占(?:比|[^,;。]{0,12}?的?)?(?:约|近|为|达|:)*$/u;

export const isShare = (clause: string): boolean => SHARE.test(clause);

const RATE = /(办结率|予以公开率|部分公开率|不予公开率)(?:均|都)?(?:为|是|达到?|保持|实现|:)*$/u;
const RATE_KINDS: Readonly<Record<string, KindId>> = {
	办结率: 'closed',
	予以公开率: 'outcome:granted',
	部分公开率: 'outcome:partial',
	不予公开率: 'outcome:denied'
};

/** Which rate the words before a percentage name. `punctual`: 按期办结率, which leaves out what is not yet due. */
export function rateOf(clause: string): { readonly kind: KindId; readonly punctual: boolean } | null {
	const kind = RATE_KINDS[RATE.exec(clause)?.[1] ?? ''];
	return kind === undefined ? null : { kind, punctual: /按[时期]|及时|限时/u.test(clause) };
}
