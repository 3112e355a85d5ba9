import { DECISIONS } from '../core/dataset/index.ts';
import type { DecisionProblem } from '../core/dataset/index.ts';
import type { Names } from '../core/form/index.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';

const KINDS = Object.keys(DECISIONS).join(', ');

const SENTENCES: Record<DecisionProblem['code'], Names> = {
	'column-missing': { zh: '缺少栏,整个文件未采用', en: 'a column is missing; nothing of the file is used' },
	'column-unknown': { zh: '不认识的栏,未采用', en: 'a column that is not known and not used' },
	'quote-open': { zh: '引号没有配对', en: 'a quotation mark is not closed' },
	'row-ragged': {
		zh: '这一行的栏数过多,未采用(含逗号的值要加引号)',
		en: 'a row with too many fields is not used; put quotes around values with commas'
	},
	'row-repeated': { zh: '同一结论的决定有多行,采用第一行', en: 'a finding is decided on twice; the first row is used' },
	'agency-missing': { zh: '没有写机关,未采用', en: 'the agency is not named; the row is not used' },
	'year-not-understood': { zh: '年度看不懂,未采用', en: 'not a year; the row is not used' },
	'rule-unknown': {
		zh: '没有这条规则,未采用(规则见 docs/audit.md)',
		en: 'no such rule (see docs/audit.md); the row is not used'
	},
	'decision-unknown': { zh: `不是决定(应为 ${KINDS}),未采用`, en: `not a decision (${KINDS}); the row is not used` },
	'reason-missing': { zh: '没有写理由,未采用', en: 'no reason is given; the row is not used' },
	'date-not-understood': {
		zh: '日期看不懂(应为 YYYY-MM-DD),未采用',
		en: 'not a date (YYYY-MM-DD); the row is not used'
	},
	'agency-unknown': { zh: '数据集中没有这个机关', en: 'the dataset has no such agency' },
	'agency-ambiguous': {
		zh: '有几个同名的机关,请写机关编号',
		en: 'several agencies bear the name: give the agency’s id'
	},
	stale: { zh: '所决定的结论已不存在', en: 'the finding that it decides on is no longer there' }
};

/** What is wrong with a row of decisions.csv: 第 3 行:没有这条规则,未采用:t9-x. */
export function decisionProblemSentence({ code, line, found }: DecisionProblem, locale: Locale): string {
	const what = nameIn(SENTENCES[code], locale);
	const at = locale === 'zh' ? `第 ${String(line)} 行` : `line ${String(line)}`;
	return [at, what, ...(found === '' ? [] : [found])].join(locale === 'zh' ? ':' : ': ');
}
