import { define } from './define.ts';
import { LEAST_REQUESTS } from './indicator.ts';
import type { Indicator } from './indicator.ts';

/** How far the reports' own figures agree. */
export const QUALITY_INDICATORS: readonly Indicator[] = [
	define({
		id: 'identity_pass_rate',
		group: 'quality',
		names: { zh: '勾稽通过率', en: 'Identity pass rate' },
		unit: 'percent',
		numerator: { kind: 'checks', verdicts: ['pass'] },
		denominator: { kind: 'checks', verdicts: ['pass', 'fail', 'unsure'] },
		of: { zh: '可以核对的勾稽关系', en: 'identities that can be checked' },
		bridge: {
			how: 'with_care',
			note: { zh: '2019版的勾稽关系少两条', en: 'layout 2019 has two identities less' }
		},
		better: 'higher',
		part: true,
		least: LEAST_REQUESTS,
		help: {
			zh: '勾稽关系相符的条数,除以相符、不符、存疑之和;缺数字而无法核对的不计。取决于空白怎样理解的算存疑,不算相符。',
			en: 'Identities that hold, over those that hold, fail, or depend on what a blank stands for; those that lack figures are left out. What depends on a blank does not count as holding.'
		}
	})
];
