import { OUTCOME_GROUPS } from '../form/index.ts';
import type { Names, OutcomeGroupId } from '../form/index.ts';
import { count, share } from './define.ts';
import { LEAST_REQUESTS } from './indicator.ts';
import type { Indicator } from './indicator.ts';
import { added, outcome, rows } from './measures.ts';

const closed = rows('closed');
export const OF_CLOSED: Names = { zh: '办结的申请', en: 'requests closed' };

const SHARES_OF_ANSWERS: Names = {
	zh: '一个区按办理结果占答复总数计算:966÷1453=66.48%,67÷1453=4.61%',
	en: 'A district counts each outcome over all answers: 966 of 1,453 = 66.48%, 67 of 1,453 = 4.61%'
};

const ARTICLES: Partial<Record<OutcomeGroupId, string>> = {
	granted: '36(1), 36(2)',
	partial: '37',
	denied: '14, 15, 16, 32, 36(7)',
	unable: '30, 36(4), 36(5), 38',
	unprocessed: '35, 36(6), 39',
	other: '30, 42'
};

const RATE_NAMES: Record<OutcomeGroupId, Names> = {
	granted: { zh: '予以公开率', en: 'Full-disclosure rate' },
	partial: { zh: '部分公开率', en: 'Partial-disclosure rate' },
	denied: { zh: '不予公开率', en: 'Denial rate' },
	unable: { zh: '无法提供率', en: 'Unable-to-provide rate' },
	unprocessed: { zh: '不予处理率', en: 'Not-processed rate' },
	other: { zh: '其他处理率', en: 'Other-handling rate' }
};

const MEANING: Record<OutcomeGroupId, Names> = {
	granted: {
		zh: '告知已公开信息的获取方式,或者提供了所申请的信息。',
		en: 'The information was already public and the applicant was told where, or it was provided.'
	},
	partial: {
		zh: '可以区分处理的,提供其中可以公开的部分并说明理由;区分处理的只计这一情形。',
		en: 'What can be separated was provided, the rest refused with reasons; such a request counts here only.'
	},
	denied: {
		zh: '八种不予公开理由之和:国家秘密、法律行政法规禁止、三安全一稳定、第三方权益、内部事务、过程性信息、执法案卷、行政查询。',
		en: 'The sum of eight reasons: state secrets, forbidden by law, security and stability, third parties, internal affairs, process information, enforcement case files, matters for administrative query.'
	},
	unable: {
		zh: '本机关不掌握、需要另行制作、补正后仍不明确,三项之和。多数是不掌握,取决于申请人问了什么。',
		en: 'Not held, would have to be created, or still unclear after correction. Most are not held, which depends on what is asked.'
	},
	unprocessed: {
		zh: '信访举报投诉、重复申请、公开出版物、大量反复申请、要求确认或重新出具,五项之和。',
		en: 'Petitions and complaints, repeats, published material, excessive requests, asking to confirm or re-issue.'
	},
	other: {
		zh: '逾期不补正、逾期不缴费与其他;申请人撤回的通常计入这里。2019版为一行,2021版为三行之和。',
		en: 'Not corrected in time, fee not paid in time, and other; withdrawn requests usually stand here. One row in layout 2019, the sum of three in 2021.'
	}
};

const bridgeOf = (group: OutcomeGroupId) =>
	group === 'other' ? (['other_handling'] as const) : (['outcomes'] as const);
const articlesOf = (group: OutcomeGroupId): string | null => ARTICLES[group] ?? null;

/** How requests ended: numbers, and shares of all closed. */
export const OUTCOME_INDICATORS: readonly Indicator[] = [
	...OUTCOME_GROUPS.map(({ id, names }) =>
		count({
			id,
			group: 'outcomes',
			names,
			numerator: outcome(id),
			bridge: bridgeOf(id),
			articles: articlesOf(id),
			help: MEANING[id]
		})
	),
	...OUTCOME_GROUPS.map(({ id }) =>
		share({
			id: `${id}_rate`,
			group: 'outcomes',
			names: RATE_NAMES[id],
			numerator: outcome(id),
			denominator: closed,
			of: OF_CLOSED,
			bridge: bridgeOf(id),
			articles: articlesOf(id),
			precedent: SHARES_OF_ANSWERS,
			least: LEAST_REQUESTS,
			help: { zh: `占全部办结申请的比例。${MEANING[id].zh}`, en: `Share of all requests closed. ${MEANING[id].en}` }
		})
	),
	share({
		id: 'disclosure_rate',
		group: 'outcomes',
		names: { zh: '公开率', en: 'Disclosure rate' },
		numerator: added(outcome('granted'), outcome('partial')),
		denominator: closed,
		of: OF_CLOSED,
		bridge: ['outcomes'],
		articles: '36(1), 36(2), 37',
		precedent: {
			zh: '一个区的半年报告按此计算:81÷263=30.80%',
			en: 'A district’s half-year report counts it so: 81 of 263 = 30.80%'
		},
		least: LEAST_REQUESTS,
		help: {
			zh: '予以公开与部分公开之和,占全部办结申请的比例。受“不掌握”影响很大:申请人问错了机关,公开率就低。',
			en: 'Disclosed and partially disclosed, over all closed. It moves with what is not held: where people ask the wrong body, it is low.'
		}
	}),
	share({
		id: 'merits_disclosure_rate',
		group: 'outcomes',
		names: { zh: '实体公开率', en: 'Merits disclosure rate' },
		numerator: added(outcome('granted'), outcome('partial')),
		denominator: added(outcome('granted'), outcome('partial'), outcome('denied')),
		of: { zh: '予以公开、部分公开与不予公开之和', en: 'disclosed, partially disclosed and not disclosed' },
		bridge: ['outcomes'],
		articles: '5, 36, 37',
		better: 'higher',
		least: LEAST_REQUESTS,
		help: {
			zh: '只看对信息本身作出决定的申请:予以公开与部分公开,占其与不予公开之和的比例。不受不掌握、不予处理多少的影响。',
			en: 'Only requests decided on the information itself: disclosed and partially disclosed, over these and the denied. It does not move with what is not held or not processed.'
		}
	})
];
