import type { Indicator } from '../core/indicators/index.ts';
import type { Names } from '../core/form/index.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';

/** Why something of the Explore page cannot be chosen, by code. {indicator} is the name of the one that stands in the way. */
export const REASON_SENTENCES = {
	by_applicant: {
		zh: '“{indicator}”不能按申请人分:它不只取自表三的总计列。',
		en: '“{indicator}” cannot be told by applicant: it does not rest on the total column of table three alone.'
	},
	by_outcome: {
		zh: '只有“办结”能按办理结果分;请单选“办结”。',
		en: 'Only “Closed” can be told by outcome; choose it alone.'
	},
	same_twice: { zh: '两次分组不能相同。', en: 'The two groupings must differ.' },
	place_in_place: {
		zh: '一个地方已在另一个之内,再分没有意义。',
		en: 'One place lies within the other: there is nothing to split.'
	},
	line_needs_year: { zh: '折线连接各年,须按年度分组。', en: 'A line joins years: group by year.' },
	units_differ: {
		zh: '所选指标单位不同,不能共用一条轴;可用分面小图或散点图。',
		en: 'The indicators have different units and cannot share an axis; small multiples or a scatter plot can.'
	},
	one_indicator: { zh: '这里只能用一个指标,或不再细分。', en: 'This takes one indicator only, or no second grouping.' },
	two_indicators: {
		zh: '散点图正好要两个指标:横轴与纵轴。',
		en: 'A scatter plot takes exactly two indicators: across and up.'
	},
	needs_split: {
		zh: '需要第二分组(“再按”),或几个指标。',
		en: 'It takes a second grouping (“then by”), or several indicators.'
	},
	needs_members: {
		zh: '一个点是一个机关或地方:请按省、市、县、部门类别或机关分组。',
		en: 'Each dot is a body or a place: group by province, city, county, family or agency.'
	},
	stack_needs_counts: { zh: '比率不能叠加,只有件数能。', en: 'Rates do not add up; only counts do.' },
	stack_needs_parts: {
		zh: '所选指标不是同一整体的各部分(如六种办理结果),不能叠加。',
		en: 'The indicators are not parts of one whole (as the six outcomes are), so they do not add up.'
	},
	stack_of_years: {
		zh: '各年不相加:上年结转会重复计算。',
		en: 'Years are not added up: what is carried over would count twice.'
	},
	stack_of_levels: {
		zh: '不同层级、汇总与本机关的数从不相加:下级已计入上级的汇总。',
		en: 'Levels, and summaries with bodies’ own figures, are never added up: the lower are in the upper’s summary already.'
	},
	share_needs_parts: {
		zh: '占比要有能相加的部分:件数,再按申请人、结果或地方分。',
		en: 'A share needs parts that add up: a count, then by applicant, outcome or place.'
	},
	share_of_chart: {
		zh: '分布图与散点图画各机关自己的值,没有整体可占。',
		en: 'Distribution and scatter plots draw each body’s own value; there is no whole to have a share of.'
	},
	log_of_bars: { zh: '柱形从零起,对数轴上没有零。', en: 'Bars begin at zero, which a logarithmic axis does not have.' },
	log_of_heat: {
		zh: '热力图的颜色按值均匀变化,不用对数。',
		en: 'The colours of a heat map change evenly with the value; no logarithm.'
	},
	log_zero: {
		zh: '有 {count} 个值是 0,对数轴上没有 0 的位置。',
		en: '{count} values are 0, which has no place on a logarithmic axis.'
	}
} as const satisfies Record<string, Names>;
export type ReasonCode = keyof typeof REASON_SENTENCES;

export function reasonSentence(
	{ code, indicator, count }: { readonly code: ReasonCode; readonly indicator?: Indicator; readonly count?: number },
	locale: Locale
): string {
	return nameIn(REASON_SENTENCES[code], locale)
		.replace('{indicator}', indicator === undefined ? '' : nameIn(indicator.names, locale))
		.replace('{count}', String(count ?? ''));
}
