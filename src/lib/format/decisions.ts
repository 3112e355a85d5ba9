import { DECISIONS } from '../core/dataset/index.ts';
import type { DecisionProblem } from '../core/dataset/index.ts';
import type { Names } from '../core/form/index.ts';
import { LEDGER_SENTENCES, lineSentence } from './ledgers.ts';
import type { Locale } from './locale.ts';

const KINDS = Object.keys(DECISIONS).join(', ');

const SENTENCES: Record<DecisionProblem['code'], Names> = {
	...LEDGER_SENTENCES,
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
	return lineSentence(SENTENCES[code], line, found, locale);
}
