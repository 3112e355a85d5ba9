import { foldLabel } from '../../form/index.ts';
import type { Report } from '../../extract/report.ts';
import type { Body } from '../facts.ts';
import type { Reason } from '../reasons.ts';
import type { KindId } from './kinds.ts';
import { tableOf } from './kinds.ts';
import { HOLE } from './text.ts';

/** The words around a figure, from the sentence to the clause. */
export interface Surroundings {
	readonly report: Report;
	readonly body: Body;
	readonly sentence: string;
	/** The sentence before it. */
	readonly previous: string;
	/** From the last figure of the sentence to this one. */
	readonly local: string;
	/** From the last comma to this figure. */
	readonly clause: string;
	/** From the beginning of the sentence to this figure. */
	readonly lead: string;
	/** Doubt about the figure before it in the same sentence. */
	readonly inherited: Reason | null;
}

const CARRIED = /(?:上一?年|去年|20\d\d年)度?(?:结转|转入|转来|顺延|遗留)/gu;
const COMPARED = /(?:同比|[比较与](?:上一?年|去年|20\d\d年))[^,;]*/gu;
const OTHER_PERIOD = /上半年|下半年|季度|去年|上一?年|近[一二两三四五]年|历年|累计|\d{1,2}月份?(?!\d{1,2}日)/u;
const YEAR = /(20\d\d)年/gu;

function speaksOfOtherPeriod({ lead, report }: Surroundings): boolean {
	const text = lead.replace(CARRIED, '').replace(COMPARED, '').slice(-120);
	if (OTHER_PERIOD.test(text)) return true;
	const last = [...text.matchAll(YEAR)].at(-1);
	return last !== undefined && report.year !== null && Number(last[1]) !== report.year;
}

const LEADING =
	/^(?:全年|全年度|本年度?|今年|20\d\d年度?|20\d\d年1月1日至.*?日|共|期间|截至.{0,14}?日|\([一二三四五六七八九十]\)|[一二三四五六七八九十]是|、)*/u;
const VERB =
	/收|受理|接|办[理结]|答复|回复|处理|承办|发生|产生|涉|被|因|依|政府信息|信息公开|行政复议|行政诉讼|代表|共|有|无|未|没|主动|新增|予以|[同不]意|不予/u;
const BODY_NAME =
	/(?:省|市|县|区|旗|州|镇|乡|街道|局|委员会|委|厅|办公室|办|政府|机关|部门|单位|中心|平台|窗口|园区)$/u;
const OWN_NAME = /^(?:我|本|各|全|各级)/u;
const CHANNEL = /网上|网络|网站|信函|邮寄|电子邮件|邮件|当面|现场|在线|传真|线上|线下|平台/u;

/** Whether the clause names a body that is not the whole of the report's own. */
function speaksOfOtherBody({ report, body, clause }: Surroundings): boolean {
	const own = clause.replace(LEADING, '');
	const verb = own.search(VERB);
	const subject = verb < 0 ? own : own.slice(0, verb);
	if (!BODY_NAME.test(subject)) return false;
	if (own.includes('本级')) return body.type === 'government';
	if (OWN_NAME.test(subject)) return subject.startsWith('全') && body.type === 'department';
	if (report.agency === null) return true;
	const agency = foldLabel(report.agency).replace('人民', '');
	const name = subject.replace('人民', '');
	if (body.type === 'government') return agency !== name && `${name}政府` !== agency;
	return !agency.endsWith(name) && !name.endsWith(agency);
}

/** Other business that is received, answered and closed as well. */
const OTHER_BUSINESS = /热线|12345|工单|信访件|提案|建议|留言|诉求|咨询|来信|来电|投诉件|举报件|案卷评查/u;
const ABOUT_REQUESTS = /申请|信息公开/u;
const ABOUT_DISPUTES = /信息公开|政务公开|依申请|公开申请/u;
/** A body that reviews the acts of others counts other cases than those against itself. */
const AS_REVIEWER = /(?:办理|审理|受理|审结|承办|收到)[^,;:]{0,12}复议/u;

/** Whether it is not certain that the words speak of requests for information, or of disputes over them. */
function isOffTopic(kind: KindId, { sentence, previous, lead, clause }: Surroundings): boolean {
	const table = tableOf(kind);
	if (table === 't2') return false;
	if (OTHER_BUSINESS.test(lead.slice(-60))) return true;
	if (table === 't3') return !ABOUT_REQUESTS.test(sentence) && !ABOUT_REQUESTS.test(previous);
	if (AS_REVIEWER.test(clause) && !ABOUT_DISPUTES.test(clause)) return true;
	return !ABOUT_DISPUTES.test(sentence) && !/依申请|公开申请/u.test(previous);
}

const WHOLE_COUNT = /^(?:received|handled|closed|requests|review|suits|disputes)$/u;

/** Why a difference between this figure and the tables would prove nothing; null where the words are plain. */
export function doubtOf(kind: KindId, loose: boolean, words: Surroundings): Reason | null {
	const { local, clause, inherited } = words;
	if (kind !== 'carried_in' && kind !== 'carried_out' && speaksOfOtherPeriod(words)) return 'quote/other-period';
	if (local.includes(HOLE)) return 'quote/broken';
	if (speaksOfOtherBody(words)) return 'quote/other-body';
	if (CHANNEL.test(clause) || (WHOLE_COUNT.test(kind) && /其中|包括|包含/u.test(local))) return 'quote/part';
	if (loose || isOffTopic(kind, words)) return 'quote/loose-words';
	return inherited === 'quote/other-body' || inherited === 'quote/other-period' ? inherited : null;
}
