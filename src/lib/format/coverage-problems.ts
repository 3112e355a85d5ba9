import { ALL_BELOW } from '../core/dataset/index.ts';
import type { CoverageProblem } from '../core/dataset/index.ts';
import type { Names } from '../core/form/index.ts';
import { LEDGER_SENTENCES, lineSentence } from './ledgers.ts';
import type { Locale } from './locale.ts';

const SENTENCES: Record<CoverageProblem['code'], Names> = {
	...LEDGER_SENTENCES,
	'agency-missing': { zh: '没有写汇总机关,未采用', en: 'the agency is not named; the row is not used' },
	'years-not-understood': {
		zh: '起止年度看不懂(应为四位数年份),未采用',
		en: 'not two years of four digits; the row is not used'
	},
	'years-reversed': {
		zh: '起始年度晚于截止年度,未采用',
		en: 'the first year is after the last; the row is not used'
	},
	'years-overlap': {
		zh: '同一机关的年度与前面一行重叠,未采用',
		en: 'its years overlap those of an earlier row of the agency; the row is not used'
	},
	'bodies-missing': {
		zh: `没有写所汇总的机关(用分号隔开,或写 ${ALL_BELOW}),未采用`,
		en: `no bodies are named (with semicolons between them, or ${ALL_BELOW}); the row is not used`
	},
	'body-itself': {
		zh: '所汇总的机关中有汇总机关自己,未采用',
		en: 'the agency is named among its own bodies; the row is not used'
	},
	'whole-not-understood': {
		zh: '“whole”应为 yes(是)或 no(否),未采用',
		en: 'whole is neither yes nor no; the row is not used'
	},
	'agency-unknown': { zh: '数据集中没有这个机关', en: 'the dataset has no such agency' },
	'agency-ambiguous': {
		zh: '有几个同名的机关,请写机关编号',
		en: 'several agencies bear the name: give the agency’s id'
	},
	'no-region': {
		zh: `${ALL_BELOW} 只用于人民政府的汇总报告,请逐个写出机关`,
		en: `${ALL_BELOW} is for the report of a government on its region: name the bodies`
	},
	'no-report': { zh: '这几年没有该机关的报告', en: 'the agency has no report in those years' },
	'body-unknown': {
		zh: '没有收到这个所汇总机关的报告,总数不作比较',
		en: 'no report of this body was collected; sums are not compared'
	},
	'body-ambiguous': {
		zh: '有几个同名的所汇总机关,请写机关编号;总数不作比较',
		en: 'several bodies bear the name: give the body’s id; sums are not compared'
	}
};

/** What is wrong with a row of coverage.csv: 第 3 行:数据集中没有这个机关:甲县人民政府 2021–2023. */
export function coverageProblemSentence({ code, line, found }: CoverageProblem, locale: Locale): string {
	return lineSentence(SENTENCES[code], line, found, locale);
}
