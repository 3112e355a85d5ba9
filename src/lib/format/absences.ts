import type { AbsenceReason } from '../core/extract/report.ts';
import type { Names } from '../core/form/index.ts';
import { joinList } from './locale.ts';
import type { Locale } from './locale.ts';

/** Why there is no number: in one cell, in a table, or for a whole agency-year. */
export type Absence =
	| AbsenceReason
	| 'table_missing'
	| 'layout_undetermined'
	| 'other_layout'
	| 'unpublished'
	| 'no_figure'
	| 'undefined'
	| 'uncertain'
	| 'parts_differ'
	| 'no_place'
	| 'too_few';

interface AbsenceWords {
	/** Fits a cell or a hatch. */
	readonly short: Names;
	readonly sentence: Names;
}

export const ABSENCE_WORDS = {
	blank: {
		short: { zh: '空白', en: 'blank' },
		sentence: { zh: '报告中此格为空白，不当作 0', en: 'The report leaves this cell blank; it is not read as 0' }
	},
	dash: {
		short: { zh: '横线', en: 'dash' },
		sentence: { zh: '报告中此格印作横线，不当作 0', en: 'The report prints a dash here; it is not read as 0' }
	},
	slash: {
		short: { zh: '斜线', en: 'slash' },
		sentence: { zh: '报告中此格印作“/”，不当作 0', en: 'The report prints “/” here; it is not read as 0' }
	},
	text: {
		short: { zh: '非数字', en: 'not a number' },
		sentence: { zh: '报告中此格所印不是一个数字', en: 'What the report prints here is not one number' }
	},
	missing: {
		short: { zh: '无此格', en: 'not printed' },
		sentence: { zh: '报告所印的表没有这一格', en: 'The printed table has no such cell' }
	},
	unplaced: {
		short: { zh: '未定位', en: 'not placed' },
		sentence: {
			zh: '报告印有数字，但无法确定属于哪一格',
			en: 'Figures are printed, but which cell they belong to is not certain'
		}
	},
	table_missing: {
		short: { zh: '缺表', en: 'table missing' },
		sentence: { zh: '报告中未见这张表', en: 'The table was not found in the report' }
	},
	layout_undetermined: {
		short: { zh: '表式不明', en: 'layout not known' },
		sentence: {
			zh: '无法确定此表是2019版还是2021版',
			en: 'Whether the table has the layout of 2019 or of 2021 cannot be told'
		}
	},
	other_layout: {
		short: { zh: '此版无此格', en: 'not in this layout' },
		sentence: {
			zh: '报告所用表式没有这一格',
			en: 'The layout that the report uses has no such cell'
		}
	},
	unpublished: {
		short: { zh: '无报告', en: 'no report' },
		sentence: { zh: '本数据集没有这一年的报告', en: 'The dataset holds no report for this year' }
	},
	no_figure: {
		short: { zh: '无数字', en: 'no figure' },
		sentence: { zh: '所选报告都没有给出这个数字', en: 'None of the chosen reports gives this figure' }
	},
	no_place: {
		short: { zh: '没有省份', en: 'no province' },
		sentence: {
			zh: '机关不属于任何省，或者所在的省不明',
			en: 'The agency is of no province, or its province is not known'
		}
	},
	undefined: {
		short: { zh: '无从计算', en: 'undefined' },
		sentence: { zh: '分母为 0，比例无从计算', en: 'The denominator is 0, so the share is undefined' }
	},
	uncertain: {
		short: { zh: '存疑', en: 'uncertain' },
		sentence: {
			zh: '有数字，但分母太小，比率不可靠，不参加排名',
			en: 'There is a number, but too few cases for a reliable rate; it is not ranked'
		}
	},
	parts_differ: {
		short: { zh: '各部分不全', en: 'parts differ' },
		sentence: {
			zh: '各部分来自不同数目的报告，占比无从计算',
			en: 'The parts come from different numbers of reports, so there is no share of them'
		}
	},
	too_few: {
		short: { zh: '家数不足', en: 'too few' },
		sentence: { zh: '可比的机关太少，不给出', en: 'Too few bodies can be ranked, so it is not told' }
	}
} as const satisfies Record<Absence, AbsenceWords>;

/** Several reasons in one phrase, each once; a dash where none is known. */
export function absenceWords(reasons: readonly string[], locale: Locale): string {
	if (reasons.length === 0) return '—';
	return joinList(
		[...new Set(reasons)].map((reason) => absenceWord(reason, locale)),
		locale
	);
}

function isAbsence(reason: string): reason is Absence {
	return reason in ABSENCE_WORDS;
}

/** The word for an absence, or the reason itself where a dataset holds one that is not known here. */
export function absenceWord(reason: string, locale: Locale): string {
	return isAbsence(reason) ? ABSENCE_WORDS[reason].short[locale] : reason;
}

export function absenceSentence(reason: string, locale: Locale): string {
	return isAbsence(reason) ? ABSENCE_WORDS[reason].sentence[locale] : reason;
}
