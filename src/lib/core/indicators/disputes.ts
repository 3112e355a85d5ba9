import type { DisputeId, Names } from '../form/index.ts';
import { count, define, share } from './define.ts';
import { LEAST_DECIDED, LEAST_REQUESTS } from './indicator.ts';
import type { Indicator } from './indicator.ts';
import { decided, disputes, rows } from './measures.ts';

const REVIEW: readonly DisputeId[] = ['review'];
const SUITS: readonly DisputeId[] = ['suit_direct', 'suit_after_review'];
const ALL: readonly DisputeId[] = [...REVIEW, ...SUITS];
const bridge = ['disputes'] as const;

const CORRECTED: Names = {
	zh: '结果纠正指原行政行为被撤销、变更、确认违法或者责令履行,是机关被纠正。',
	en: 'Corrected means that the agency’s act was revoked, changed, declared unlawful, or that it was ordered to act.'
};

const COUNTS: readonly [id: string, kinds: readonly DisputeId[], names: Names][] = [
	['review', REVIEW, { zh: '行政复议', en: 'Administrative reconsiderations' }],
	['suits', SUITS, { zh: '行政诉讼', en: 'Lawsuits' }],
	['suit_direct', ['suit_direct'], { zh: '未经复议直接起诉', en: 'Lawsuits without reconsideration' }],
	['suit_after_review', ['suit_after_review'], { zh: '复议后起诉', en: 'Lawsuits after reconsideration' }]
];

/** Reviews and lawsuits: how many, how they end, how many on a hundred requests. */
export const DISPUTE_INDICATORS: readonly Indicator[] = [
	...COUNTS.map(([id, kinds, names]) =>
		count({
			id,
			group: 'disputes',
			names,
			numerator: disputes(kinds, 'total'),
			bridge,
			articles: '51',
			help: {
				zh: `因政府信息公开发生的${names.zh}案件数,取所印总计,含尚未审结的。`,
				en: `${names.en} over government information, as the printed totals have them, those pending included.`
			}
		})
	),
	share({
		id: 'review_correction_rate',
		group: 'disputes',
		names: { zh: '复议纠错率', en: 'Review correction rate' },
		numerator: disputes(REVIEW, 'corrected'),
		denominator: decided(REVIEW),
		of: { zh: '已审结的行政复议', en: 'reconsiderations decided' },
		bridge,
		articles: '51',
		better: 'lower',
		least: LEAST_DECIDED,
		help: {
			zh: `结果纠正除以已审结(总计减尚未审结)。有的统计以全部复议为分母,数值较低,不能混用。${CORRECTED.zh}`,
			en: `Corrected over decided (total less pending). Some count over all reconsiderations, which gives less: the two must not be mixed. ${CORRECTED.en}`
		}
	}),
	share({
		id: 'review_correction_rate_all',
		group: 'disputes',
		names: { zh: '复议纠错率(占全部复议)', en: 'Review correction rate (of all reviews)' },
		numerator: disputes(REVIEW, 'corrected'),
		denominator: disputes(REVIEW, 'total'),
		of: { zh: '全部行政复议(含未审结)', en: 'all reconsiderations, pending included' },
		bridge,
		articles: '51',
		better: 'lower',
		least: LEAST_DECIDED,
		help: {
			zh: `结果纠正除以全部复议,含尚未审结的;未审结的越多,数值越低。与其他统计比较时用。${CORRECTED.zh}`,
			en: `Corrected over all reconsiderations, pending included: the more are pending the lower it is. For comparison with statistics that count so. ${CORRECTED.en}`
		}
	}),
	share({
		id: 'suit_correction_rate',
		group: 'disputes',
		names: { zh: '诉讼纠正率', en: 'Lawsuit correction rate' },
		numerator: disputes(SUITS, 'corrected'),
		denominator: decided(SUITS),
		of: { zh: '已审结的行政诉讼', en: 'lawsuits decided' },
		bridge,
		articles: '51',
		better: 'lower',
		least: LEAST_DECIDED,
		help: {
			zh: `两类诉讼的结果纠正之和,除以已审结之和,常称败诉率。${CORRECTED.zh}`,
			en: `Corrected in both kinds of lawsuit over those decided; often called the rate of lost cases. ${CORRECTED.en}`
		}
	}),
	share({
		id: 'correction_rate',
		group: 'disputes',
		names: { zh: '综合纠错率', en: 'Overall correction rate' },
		numerator: disputes(ALL, 'corrected'),
		denominator: decided(ALL),
		of: { zh: '已审结的复议与诉讼', en: 'reconsiderations and lawsuits decided' },
		bridge,
		articles: '51',
		better: 'lower',
		least: LEAST_DECIDED,
		help: {
			zh: `复议与诉讼的结果纠正之和,除以已审结之和;同一争议先复议后起诉的计为两件。${CORRECTED.zh}`,
			en: `Corrected in reconsiderations and lawsuits over those decided; a dispute that went through both counts twice. ${CORRECTED.en}`
		}
	}),
	define({
		id: 'reviews_per_100',
		group: 'disputes',
		names: { zh: '每百件申请引发复议', en: 'Reviews per 100 requests' },
		unit: 'per_hundred',
		numerator: disputes(REVIEW, 'total'),
		denominator: rows('new'),
		of: { zh: '新收的申请', en: 'requests newly received' },
		bridge: ['disputes', 'requests'],
		articles: '51',
		better: null,
		part: false,
		least: LEAST_REQUESTS,
		help: {
			zh: '行政复议总计除以新收申请,乘100。复议可能因上年的申请提起,也可能因主动公开提起,所以不是占比,可以超过100。',
			en: 'Reconsiderations over newly received requests, times 100. They may rest on last year’s requests or on proactive disclosure, so it is no share and may pass 100.'
		}
	}),
	define({
		id: 'suits_per_100',
		group: 'disputes',
		names: { zh: '每百件申请引发诉讼', en: 'Lawsuits per 100 requests' },
		unit: 'per_hundred',
		numerator: disputes(SUITS, 'total'),
		denominator: rows('new'),
		of: { zh: '新收的申请', en: 'requests newly received' },
		bridge: ['disputes', 'requests'],
		articles: '51',
		better: null,
		part: false,
		least: LEAST_REQUESTS,
		help: {
			zh: '两类行政诉讼总计之和除以新收申请,乘100。不是占比,可以超过100。',
			en: 'Both kinds of lawsuit over newly received requests, times 100. It is no share and may pass 100.'
		}
	}),
	define({
		id: 'post_review_suit_ratio',
		group: 'disputes',
		names: { zh: '复议后起诉率', en: 'Lawsuits after reconsideration per 100 decided' },
		unit: 'per_hundred',
		numerator: disputes(['suit_after_review'], 'total'),
		denominator: decided(REVIEW),
		of: { zh: '已审结的行政复议', en: 'reconsiderations decided' },
		bridge,
		articles: '51',
		better: null,
		part: false,
		least: LEAST_DECIDED,
		help: {
			zh: '复议后起诉的案件除以已审结的复议,乘100。起诉可能针对上年的复议决定,所以不是占比,可以超过100。',
			en: 'Lawsuits after reconsideration over reconsiderations decided, times 100. A lawsuit may be against last year’s decision, so it is no share and may pass 100.'
		}
	})
];
