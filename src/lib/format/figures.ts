import { DISPUTES, LAWSUITS, OUTCOME_GROUPS } from '../core/form/index.ts';
import type { DisputeId, Names, OutcomeGroupId } from '../core/form/index.ts';

const namesOf = <Id extends string>(list: readonly { readonly id: Id; readonly names: Names }[]): Record<Id, Names> =>
	Object.fromEntries(list.map(({ id, names }) => [id, names])) as Record<Id, Names>;

type FigureName = 'new' | 'carried_in' | 'closed' | 'carried_out' | OutcomeGroupId | DisputeId | 'suits' | 'disclosed';

/** Short names of the figures, for axes, columns and tooltips; the form's own names where it has one of its own. */
export const FIGURE_NAMES: Readonly<Record<FigureName, Names>> = {
	new: { zh: '新收申请', en: 'Newly received' },
	carried_in: { zh: '上年结转', en: 'Carried over' },
	closed: { zh: '办结', en: 'Closed' },
	carried_out: { zh: '结转下年', en: 'Carried forward' },
	...namesOf(OUTCOME_GROUPS),
	...namesOf(DISPUTES),
	suits: LAWSUITS.names,
	disclosed: { zh: '公开率', en: 'Disclosed' }
};

/** Words for what a figure lacks or rests on. */
export const FIGURE_WORDS = {
	noFigure: { zh: '无数字', en: 'no figure' },
	notBrokenDown: { zh: '结果未列', en: 'not broken down' },
	leftOut: { zh: '{count} 份未计入（核对不符）', en: '{count} left out (failed checks)' },
	allLeftOut: { zh: '均未计入', en: 'all left out' },
	joined: { zh: '接上', en: 'joins' },
	pairs: {
		zh: '两年都有数的机关：上年结转出 {out}，本年转入 {in}（{change}）',
		en: 'Agencies with both years: {out} carried out the year before, {in} carried in ({change})'
	},
	noPairs: {
		zh: '没有两年都有数的机关，无从核对是否接得上',
		en: 'No agency has both years, so whether they join cannot be told'
	},
	uncertain: { zh: '不稳，95% 区间', en: 'uncertain, 95% interval' },
	printedTotal: { zh: '所印总计', en: 'Printed total' },
	recomputed: {
		zh: '总计列没有数字，由六类申请人相加得出',
		en: 'The printed total is lacking: summed from the six kinds of applicant'
	}
} as const satisfies Record<string, Names>;
