import { APPLICANT_COLUMNS } from '../../form/index.ts';
import type { CellKey } from '../../form/index.ts';
import type { YearsRule } from '../rule.ts';
import { BODY_CHANGES } from './body-changes.ts';
import { cellAmount, compareYears, partnerOf, yearFinding } from './year-pair.ts';

/** Keys made once: building them anew for every report costs more than comparing them. */
const PAIRS = APPLICANT_COLUMNS.map(
	({ id }): { readonly id: string; readonly now: CellKey; readonly then: CellKey } => ({
		id,
		now: `t3.carried_in.${id}`,
		then: `t3.carried_out.${id}`
	})
);

export const Y_CARRY: YearsRule = {
	id: 'y-carry',
	scope: 'years',
	severity: 'definitional',
	names: { zh: '上年结转衔接', en: 'Carry-over from year to year' },
	formula: {
		zh: '上年结转(本年)= 结转下年(上年),七列各自相等',
		en: 'carried in(t) = carried out(t−1), in all seven columns'
	},
	basis: { zh: '表三第二项与第四项的行名', en: 'the names of rows two and four of table three' },
	exceptions: [
		BODY_CHANGES,
		{ zh: '申请人类型重新归类;机关之间移送', en: 'applicants classed anew; requests transferred between bodies' }
	],
	breaks: ['y-gap'],
	check: (pair) => {
		const partner = partnerOf(Y_CARRY, pair);
		if (partner.previous === null) return partner.findings;
		const { previous } = partner;
		const { current } = pair;
		if (current.report.formats.t3 === null || previous.report.formats.t3 === null)
			return [yearFinding(Y_CARRY, pair, 'all', 'not_assessable', { reason: 'table/missing' })];
		return PAIRS.map(({ id, now, then }) =>
			compareYears(Y_CARRY, pair, id, 'equal', {
				left: cellAmount(current, now),
				right: cellAmount(previous, then),
				cells: [now],
				before: [then]
			})
		);
	}
};
