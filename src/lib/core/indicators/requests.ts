import { count, define, share } from './define.ts';
import { LEAST_REQUESTS } from './indicator.ts';
import type { Indicator } from './indicator.ts';
import { rows } from './measures.ts';

const handled = rows('new', 'carried_in');
const ofHandled = { zh: '新收与上年结转之和', en: 'newly received and carried over' };

/** How many requests came, and how far they were dealt with. */
export const REQUEST_INDICATORS: readonly Indicator[] = [
	count({
		id: 'new',
		group: 'requests',
		names: { zh: '新收申请', en: 'Newly received' },
		numerator: rows('new'),
		bridge: ['requests'],
		articles: '27, 29',
		help: {
			zh: '本年新收到的政府信息公开申请件数,不含上年结转。取自表三第一项的总计列。',
			en: 'Requests for government information received in the year, without those carried over. Row one of table three, total column.'
		}
	}),
	count({
		id: 'carried_in',
		group: 'requests',
		names: { zh: '上年结转', en: 'Carried over' },
		numerator: rows('carried_in'),
		bridge: ['carry_over'],
		help: {
			zh: '上年未办结、转入本年的申请件数;应等于上年报告的“结转下年度继续办理”。',
			en: 'Requests not finished last year and taken into this one; should equal what last year’s report carried forward.'
		}
	}),
	count({
		id: 'handled',
		group: 'requests',
		names: { zh: '应办申请(新收加结转)', en: 'Requests to handle (new and carried over)' },
		numerator: handled,
		bridge: ['requests', 'carry_over'],
		help: {
			zh: '新收申请与上年结转之和,即本年应办理的申请件数。应等于办结与结转下年之和。',
			en: 'Newly received and carried over together: what the year had to handle. Should equal closed and carried forward together.'
		}
	}),
	count({
		id: 'closed',
		group: 'requests',
		names: { zh: '办结', en: 'Closed' },
		numerator: rows('closed'),
		bridge: ['outcomes', 'other_handling'],
		articles: '33',
		help: {
			zh: '本年度办理结果的总计,即已作出答复或处理的申请件数。取所印总计,不另相加。',
			en: 'The total of the outcomes: requests answered or otherwise dealt with. The printed total, not summed anew.'
		}
	}),
	count({
		id: 'carried_out',
		group: 'requests',
		names: { zh: '结转下年', en: 'Carried forward' },
		numerator: rows('carried_out'),
		bridge: ['carry_over'],
		articles: '33',
		help: {
			zh: '年末尚未办结、转入下一年度的申请件数。',
			en: 'Requests still open at the end of the year, which go on into the next.'
		}
	}),
	share({
		id: 'completion_rate',
		group: 'requests',
		names: { zh: '办结率', en: 'Completion rate' },
		numerator: rows('closed'),
		denominator: handled,
		of: ofHandled,
		bridge: ['requests', 'carry_over'],
		articles: '33',
		better: 'higher',
		least: LEAST_REQUESTS,
		help: {
			zh: '办结件数除以新收与上年结转之和。临近年末收到的申请依法可在次年答复,所以达不到100%不等于逾期。',
			en: 'Closed over newly received and carried over. Requests that arrive near the end of the year may lawfully be answered in the next, so less than 100% does not mean late.'
		}
	}),
	share({
		id: 'carry_over_rate',
		group: 'requests',
		names: { zh: '结转率', en: 'Carry-over rate' },
		numerator: rows('carried_out'),
		denominator: handled,
		of: ofHandled,
		bridge: ['requests', 'carry_over'],
		articles: '33',
		better: 'lower',
		least: LEAST_REQUESTS,
		help: {
			zh: '结转下年的件数除以新收与上年结转之和。答复期限为20个工作日,可延长20个工作日,所以年末总有一些结转。',
			en: 'Carried forward over newly received and carried over. The time limit is 20 working days and may be extended by 20, so some are always carried forward.'
		}
	}),
	define({
		id: 'zero_request_share',
		group: 'requests',
		names: { zh: '零申请占比', en: 'Share of reports with no request' },
		unit: 'percent',
		numerator: { kind: 'reports', which: 'zero', of: rows('new') },
		denominator: { kind: 'reports', which: 'given', of: rows('new') },
		of: { zh: '给出新收申请数的报告', en: 'reports that give the number of new requests' },
		bridge: ['requests'],
		better: null,
		part: true,
		least: LEAST_REQUESTS,
		help: {
			zh: '新收申请为0的报告,占给出这个数字的报告的比例。只有印着0才算0;空白、斜线不算。',
			en: 'Reports that print 0 new requests, among the reports that print the number. Only a printed 0 counts; a blank or a slash does not.'
		}
	})
];
