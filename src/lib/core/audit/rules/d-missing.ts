import type { YearsRule } from '../rule.ts';
import { yearFinding } from './year-pair.ts';

/** The report years between two reports of an agency, each of which should have one. */
export const D_MISSING: YearsRule = {
	id: 'd-missing',
	scope: 'years',
	severity: 'definitional',
	names: { zh: '缺少年度报告', en: 'A year without a report' },
	formula: {
		zh: '两份报告之间的每个年度都有报告(结论记在缺少的年度)',
		en: 'every year between two reports has one (the finding bears the missing year)'
	},
	basis: { zh: '《政府信息公开条例》第四十九条', en: 'Regulations Art. 49' },
	exceptions: [
		{ zh: '该年度未收集到;机关当年新设或停设', en: 'it was not collected; the body did not exist in that year' }
	],
	breaks: [],
	check: (pair) => {
		const { year, previousYear, collectedWhole } = pair;
		if (previousYear === null)
			return [yearFinding(D_MISSING, pair, 'report', 'not_assessable', { reason: 'previous/none' })];
		const missing = Array.from({ length: year - previousYear - 1 }, (_, index) => previousYear + 1 + index);
		if (missing.length === 0) return [yearFinding(D_MISSING, pair, 'report', 'pass')];
		return missing.map((gap) => ({
			...yearFinding(D_MISSING, pair, 'report', collectedWhole ? 'fail' : 'unsure', {
				...(collectedWhole ? {} : { reason: 'coverage/not-declared' })
			}),
			year: gap
		}));
	}
};
