import { APPLICANTS, RESULTS, TABLE_THREE_ROWS } from '../../form/index.ts';
import type { TableThreeRow } from '../../form/table-three.ts';
import type { KindId } from './kinds.ts';

/** Words that name a kind of figure. `loose`: they do not say exactly which. */
interface Phrase {
	readonly kind: KindId;
	readonly before: RegExp;
	/** Where the words follow the number: 3件予以公开. */
	readonly after?: RegExp;
	readonly loose?: true;
}

/** Words that may stand between the words that name a figure and the figure. */
const FILLER =
	'(?:的|了|答复|回复|申请|政府信息|信息|公开|事项|案件?|(?<!案)件数|数量|总数|数|共计|共|总计|合计|累计|分别|均|各|为|是|达到|达|有|:|处理|继续办理|办理|决定|告知|情形|情况|类|约|近|超过|超|逾|不足)*$';
const LEAD = '^(?:依法|均|已|被|为|属于?|因|按|作出?|的|申请|案件|政府信息公开申请|依申请公开)*(?:';

const phrase = (kind: KindId, key: string, options: { both?: boolean; loose?: true } = {}): Phrase => ({
	kind,
	before: new RegExp(`(?:${key})${FILLER}`, 'u'),
	...(options.both === true ? { after: new RegExp(`${LEAD}${key})`, 'u') } : {}),
	...(options.loose ? { loose: true as const } : {})
});

/** Words of the leaf rows that a sentence may use; the bare 其他 of 其他处理 names too much. */
const ROW_WORDS: Readonly<Record<string, string>> = {
	denied_state_secret: '国家秘密',
	denied_law: '法律行政法规禁止公开|法律、?行政法规禁止公开',
	denied_safety: '三安全一稳定.?',
	denied_third_party: '第三方合法权益',
	denied_internal: '三类内部事务信息|内部事务信息',
	denied_process: '四类过程性信息|过程性信息',
	denied_case_file: '行政执法案卷(?:信息)?',
	denied_query: '行政查询事项',
	unable_not_held: '本机关不掌握(?:相关政府信息)?',
	unable_must_create: '没有现成信息(?:,?需要另行制作)?|需要另行制作',
	unable_unclear: '申请内容仍不明确',
	unprocessed_petition: '信访举报投诉类?',
	unprocessed_repeat: '重复申请',
	unprocessed_publication: '公开出版物',
	unprocessed_excessive: '大量反复申请',
	unprocessed_reconfirm: '确认或重新出具(?:已获取信息)?',
	other_no_correction: '逾期不补正|逾期未补正',
	other_fee_unpaid: '逾期不缴费|逾期未缴费'
};

const ROW_PHRASES = (TABLE_THREE_ROWS as readonly TableThreeRow[]).flatMap((row) => {
	const words = ROW_WORDS[row.id];
	return words === undefined ? [] : [phrase(`row:${row.id}`, words, { both: true })];
});

const RESULT_WORDS: Readonly<Record<string, string>> = {
	upheld: '(?:结果)?维持',
	corrected: '结果纠正|(?<!未)(?:被)?(?:纠正|纠错)',
	other: '其他结果',
	pending: '(?:尚)?未审结'
};

/** Results are told by the dispute that was spoken of last. */
export const RESULT_PHRASES = RESULTS.flatMap((result) => {
	const words = RESULT_WORDS[result.id];
	return words === undefined ? [] : [{ result: result.id, ...phrase('review', words, { both: true }) }];
});

const NEXT_YEAR = '(?:下一?|次)(?:年度?|个?年度)';
const REQUEST = '(?:政府)?(?:信息)?公开申请|依申请公开|申请';
const RECEIVE = '收到|新收|收受|受理|接收|接到|收悉';

const APPLICANT_WORDS: Readonly<Record<string, string>> = {
	natural_person: '自然人|公民(?:个人)?|个人',
	business: '商业企业|企业',
	research: '科研机构',
	public_interest: '社会公益组织',
	legal_service: '法律服务机构'
};

/** In the order of their claim: the first whose words end right before the number names it. */
export const PHRASES: readonly Phrase[] = [
	...ROW_PHRASES,
	phrase('granted_partial', '(?:予以|同意)?公开(?:及|和|与|或|、|/)(?:予以|同意)?部分公开', { both: true }),
	phrase('outcome:partial', '部分公开|同意部分公开', { both: true }),
	phrase('outcome:denied', '不予公开|不同意公开', { both: true }),
	phrase('outcome:granted', '(?<!不)予以公开|(?<!不)同意公开|全部公开|(?<!不)予以提供', { both: true }),
	phrase('outcome:unable', '无法提供|无法公开', { both: true }),
	phrase('outcome:unprocessed', '不予处理', { both: true }),
	phrase('outcome:other', '(?:作)?其[他它]处理', { both: true }),
	phrase('carried_out', `(?:结转|转入|转到|转至|转|顺延|延至)(?:到|至)?${NEXT_YEAR}`, { both: true }),
	phrase('carried_in', '(?:上一?年度?|去年|20\\d\\d年度?)(?:结转|转入|转来|顺延|遗留)|结转上一?年度?', { both: true }),
	phrase('suit_direct', '未经复议直接(?:起诉|提起(?:行政)?诉讼)', { both: true }),
	phrase('suit_after_review', '(?<!未)(?:经)?复议后(?:再)?(?:起诉|提起(?:行政)?诉讼)', { both: true }),
	phrase('disputes', '复议(?:案件)?(?:和|及|与|或|、|/)?(?:行政)?诉讼'),
	phrase('suits', '行政诉讼|(?<!复议后提起)诉讼|行政应诉'),
	phrase('review', '行政复议|(?<!经)(?<!经行政)复议'),
	phrase('applicant:organisations', '(?<!(?:公民|自然人|个人).{0,2})法人(?:或|和|及|、|与)?(?:者)?其他组织(?:的)?'),
	...APPLICANTS.flatMap(({ id }) => {
		const words = APPLICANT_WORDS[id];
		return words === undefined ? [] : [phrase(`applicant:${id}`, `(?<!、)(?:${words})`)];
	}),
	phrase('received', `(?:${RECEIVE})[^,;:]{0,30}?(?:${REQUEST})`),
	phrase('handled', `(?:收办|接收处理|承办|处理|办理)[^,;:]{0,20}?(?:${REQUEST})`),
	phrase(
		'closed',
		`(?:办结|答复|回复|办毕|审结)[^,;:]{0,20}?(?:${REQUEST})|(?:已|共|全部|按期|按时|依法)?(?:办结|答复)`
	),
	phrase('requests', `政府信息公开申请|依申请公开(?:政府信息|信息|文件)?|申请公开(?:政府)?信息`, { loose: true }),
	phrase('normative:repealed', '废止(?:和失效|或失效)?(?:的)?(?:行政)?规范性文件'),
	phrase('normative:in_force', '现行有效(?:的)?(?:行政)?规范性文件'),
	phrase('normative:issued', '(?:制发|制定|新制作|出台)(?:的)?(?:行政)?规范性文件'),
	phrase('normative:published', '(?<!解读)(?:行政)?规范性文件', { loose: true }),
	phrase('rules:repealed', '废止(?:的)?(?:政府)?规章'),
	phrase('rules:in_force', '现行有效(?:的)?(?:政府)?规章'),
	phrase('rules:issued', '(?:制发|制定|新制作|出台)(?:的)?(?:政府)?规章'),
	phrase('rules:published', '(?<!制度|党内)规章(?!制度)', { loose: true }),
	phrase('decisions:licensing', '(?:作出|做出)[^,;:]{0,8}行政许可(?:处理)?决定'),
	phrase('decisions:penalty', '(?:作出|做出)[^,;:]{0,8}行政处罚(?:处理)?决定'),
	phrase('decisions:coercion', '(?:作出|做出)[^,;:]{0,8}行政强制(?:措施|处理)?决定'),
	phrase('decisions:licensing', '行政许可(?:处理决定|决定)?', { loose: true }),
	phrase('decisions:penalty', '行政处罚(?:处理决定|决定)?', { loose: true }),
	phrase('decisions:coercion', '行政强制(?:措施)?(?:处理决定|决定)?', { loose: true })
];

/** A verb before the number whose object follows it: 收到12件政府信息公开申请. */
export const VERB_THEN_NUMBER: readonly { readonly kind: KindId; readonly before: RegExp }[] = [
	{ kind: 'received', before: new RegExp(`(?:${RECEIVE})(?:了|过|到|共|共计|各类|约|近)*$`, 'u') },
	{ kind: 'handled', before: /(?:收办|处理|办理)(?:了|过|共|共计|各类|约|近)*$/u },
	{ kind: 'closed', before: /(?:办结|答复|回复)(?:了|过|共|共计|各类|约|近)*$/u }
];
export const REQUEST_AFTER = new RegExp(`^[^,;:。、]{0,12}?(?:${REQUEST})(?!人)`, 'u');
export const DISPUTE_AFTER: readonly { readonly kind: KindId; readonly after: RegExp }[] = [
	{ kind: 'suits', after: /^[^,;:。、]{0,18}?(?:行政)?诉讼/u },
	{ kind: 'review', after: /^[^,;:。、]{0,18}?行政复议/u }
];

/** Requests of other kinds, which the tables do not count. */
export const OTHER_REQUESTS = /(?:许可|登记|低保|补贴|补助|救助|职称|资格|复议|立案|执行|专利|入党|项目)申请/u;
