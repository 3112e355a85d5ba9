import type { Names } from '../../form/index.ts';
import { judgeQuote } from '../prose/judge.ts';
import type { KindId } from '../prose/kinds.ts';
import type { ReportRule } from '../rule.ts';

const BASIS: Names = {
	zh: '同一报告内文字与表格应当一致;可比的表内数任一相符即通过(本项目的判断)',
	en: 'text and tables of one report should agree; any table value that the words may mean will do (our judgement)'
};
const EXCEPTIONS: readonly Names[] = [
	{ zh: '文字另有统计范围、时段或口径', en: 'the text covers another scope or period, or counts otherwise' }
];

interface Family {
	readonly id: string;
	readonly names: Names;
	readonly formula: Names;
	readonly has: (kind: KindId) => boolean;
}

const isOneOf =
	(...kinds: readonly string[]) =>
	(kind: KindId): boolean =>
		kinds.includes(kind.split(':')[0] ?? '');

/** One rule a kind of figure that prose quotes (statute.md 2.7). A report without such a quote gives no finding. */
function countRule({ id, names, formula, has }: Family): ReportRule {
	const rule: ReportRule = {
		id,
		scope: 'report',
		severity: 'plausibility',
		names,
		formula,
		basis: BASIS,
		exceptions: EXCEPTIONS,
		breaks: [],
		check: (audited) =>
			audited.quotes.flatMap((quote) =>
				quote.form === 'count' && quote.kind !== null && has(quote.kind)
					? [judgeQuote(rule, audited, quote, quote.kind)]
					: []
			)
	};
	return rule;
}

export const N_RECEIVED = countRule({
	id: 'n-received',
	names: { zh: '文字:收到申请', en: 'Text: requests received' },
	formula: {
		zh: '收到、新收、受理申请 N 件:N = 本年新收,或 新收 + 上年结转,或 办结 + 结转下年',
		en: 'received N: N = new, or new + carried in, or closed + carried out'
	},
	has: isOneOf('received', 'requests')
});
export const N_HANDLED = countRule({
	id: 'n-handled',
	names: { zh: '文字:收办申请', en: 'Text: requests handled' },
	formula: {
		zh: '收办、办理申请 N 件:N = 新收 + 上年结转,或 办结,或 新收',
		en: 'handled N: N = new + carried in, or closed, or new'
	},
	has: isOneOf('handled')
});
export const N_CLOSED = countRule({
	id: 'n-closed',
	names: { zh: '文字:办结答复', en: 'Text: requests answered' },
	formula: {
		zh: '办结、答复 N 件:N = 总计(办结),或 总计 - 其他处理',
		en: 'closed or answered N: N = closed, or closed - otherwise handled'
	},
	has: isOneOf('closed')
});
export const N_CARRIED = countRule({
	id: 'n-carried',
	names: { zh: '文字:结转', en: 'Text: carried over' },
	formula: { zh: '上年结转、结转下年 N 件 = 表三相应行', en: 'carried in or out N = the row of table three' },
	has: isOneOf('carried_in', 'carried_out')
});
export const N_OUTCOME = countRule({
	id: 'n-outcome',
	names: { zh: '文字:办理结果', en: 'Text: outcomes' },
	formula: {
		zh: '予以公开、部分公开、不予公开、无法提供、不予处理、其他处理及其细项 N 件 = 表三相应各行之和',
		en: 'each outcome quoted = the sum of its rows of table three'
	},
	has: isOneOf('outcome', 'granted_partial', 'row')
});
export const N_APPLICANT = countRule({
	id: 'n-applicant',
	names: { zh: '文字:申请人', en: 'Text: applicants' },
	formula: {
		zh: '自然人、法人或其他组织 N 件:N = 该列新收,或 新收 + 上年结转,或 办结',
		en: 'by applicant N: N = new of the column, or new + carried in, or closed'
	},
	has: isOneOf('applicant')
});
export const N_REVIEW = countRule({
	id: 'n-review',
	names: { zh: '文字:行政复议', en: 'Text: reviews' },
	formula: {
		zh: '行政复议 N 件:N = 总计,或 总计 - 尚未审结(已审结),或 各结果之和',
		en: 'reviews N: N = total, or total - pending (decided cases), or the sum of the results'
	},
	has: isOneOf('review', 'disputes')
});
export const N_SUIT = countRule({
	id: 'n-suit',
	names: { zh: '文字:行政诉讼', en: 'Text: lawsuits' },
	formula: {
		zh: '行政诉讼 N 件:N = 两类诉讼总计之和,或减去尚未审结(已审结)',
		en: 'lawsuits N: N = both totals together, or less pending (decided cases)'
	},
	has: isOneOf('suits', 'suit_direct', 'suit_after_review')
});
export const N_RESULT = countRule({
	id: 'n-result',
	names: { zh: '文字:复议诉讼结果', en: 'Text: results of reviews and lawsuits' },
	formula: {
		zh: '维持、纠正、其他结果、尚未审结 N 件 = 表四相应格(诉讼为两类之和)',
		en: 'upheld, corrected, other, pending N = the cells of table four (lawsuits: both kinds)'
	},
	has: isOneOf('result')
});
export const N_DOCUMENTS = countRule({
	id: 'n-documents',
	names: { zh: '文字:规章与规范性文件', en: 'Text: rules and normative documents' },
	formula: {
		zh: '制发、废止、现行有效 N 件 = 表二相应格',
		en: 'issued, repealed, in force N = the cells of table two'
	},
	has: isOneOf('rules', 'normative')
});
export const N_DECISIONS = countRule({
	id: 'n-decisions',
	names: { zh: '文字:许可、处罚、强制', en: 'Text: licences, penalties, coercion' },
	formula: { zh: '行政许可、处罚、强制 N 件 = 本年处理决定数量', en: 'decisions N = decisions of table two' },
	has: isOneOf('decisions')
});

/** 未收到申请, 未发生复议诉讼. */
export const N_NONE: ReportRule = {
	id: 'n-none',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '文字:没有申请或争议', en: 'Text: none received' },
	formula: {
		zh: '写“未收到申请”则本年新收 = 0;写“未发生复议、诉讼”则表四相应总计 = 0',
		en: 'where it says that no request, review or lawsuit came, the tables have 0'
	},
	basis: BASIS,
	exceptions: EXCEPTIONS,
	breaks: [],
	check: (audited) =>
		audited.quotes.flatMap((quote) =>
			quote.form === 'none' && quote.kind !== null ? [judgeQuote(N_NONE, audited, quote, quote.kind)] : []
		)
};

export const COUNT_RULES = [
	N_RECEIVED,
	N_HANDLED,
	N_CLOSED,
	N_CARRIED,
	N_OUTCOME,
	N_APPLICANT,
	N_REVIEW,
	N_SUIT,
	N_RESULT,
	N_DOCUMENTS,
	N_DECISIONS,
	N_NONE
] as const;
