import type { CellKey } from '../../form/index.ts';
import { amountOf, compareAtMost, partSum } from '../amounts.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { withoutTable } from './without-table.ts';
import { keyAt } from '../sheet.ts';

/** What was issued this year is in force or was repealed already. */
export const T2_ISSUED: ReportRule = {
	id: 't2-issued',
	scope: 'report',
	severity: 'definitional',
	names: { zh: '制发的文件或有效或已废止', en: 'Issued documents are in force or repealed' },
	formula: {
		zh: '本年制发件数 ≤ 现行有效件数 + 本年废止件数',
		en: 'issued ≤ in force + repealed'
	},
	basis: { zh: '2021 版表二列名', en: 'the column heads of table two, layout 2021' },
	exceptions: [
		{
			zh: '当年制发当年失效而未计入废止;现行有效按另一口径统计',
			en: 'issued and expired within the year without repeal; in force counted by another rule'
		}
	],
	breaks: ['only-2021'],
	check: (audited) => {
		const { t2 } = audited.report.formats;
		if (t2 !== '2021') return withoutTable(T2_ISSUED, 't2', t2);
		return (['rules', 'normative'] as const).map((row) => {
			const issued: CellKey = keyAt('t2', row, 'issued');
			const others: CellKey[] = [keyAt('t2', row, 'in_force'), keyAt('t2', row, 'repealed')];
			const [left, right] = [amountOf(audited, [issued]), amountOf(audited, others)];
			const status = compareAtMost(left, right);
			return findingOf(T2_ISSUED, row, status, {
				cells: [issued, ...others],
				left: partSum(left),
				right: partSum(right),
				...(status === 'unsure' ? { reason: 'cells/blank' } : {}),
				...(status === 'not_assessable' ? { reason: 'cells/unknown' } : {})
			});
		});
	}
};
