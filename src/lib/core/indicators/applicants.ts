import { APPLICANTS } from '../form/index.ts';
import { share } from './define.ts';
import { LEAST_REQUESTS } from './indicator.ts';
import type { Indicator } from './indicator.ts';
import { rows, sum } from './measures.ts';

/** Who asks: each kind of applicant among the newly received. */
export const APPLICANT_INDICATORS: readonly Indicator[] = APPLICANTS.map(({ id, names }) =>
	share({
		id: `${id}_share`,
		group: 'applicants',
		names: {
			zh: `申请人:${id === 'other_org' ? '其他组织' : names.zh}`,
			en: `Applicants: ${names.en.slice(0, 1).toLowerCase()}${names.en.slice(1)}`
		},
		numerator: sum(`t3.new.${id}`),
		denominator: rows('new'),
		of: { zh: '新收的申请', en: 'requests newly received' },
		bridge: ['requests'],
		least: LEAST_REQUESTS,
		help: {
			zh: `新收申请中由“${id === 'other_org' ? '其他法人或组织' : names.zh}”提出的比例。以律师名义提出的个人申请通常计入自然人。`,
			en: `Share of the newly received requests made by ${names.en.toLowerCase()}. Requests that lawyers make in their own name usually count as natural persons.`
		}
	})
);
