import type { CellKey } from '../../form/index.ts';
import { amountOf, joined, partSum } from '../amounts.ts';
import type { YearsRule } from '../rule.ts';
import { BODY_CHANGES } from './body-changes.ts';
import { withoutForm } from './without-form.ts';
import { cellAmount, compareYears, partnerOf } from './year-pair.ts';
import { keyAt } from '../sheet.ts';

const DOCUMENTS = ['rules', 'normative'] as const;

export const Y_STOCK: YearsRule = {
	id: 'y-stock',
	scope: 'years',
	severity: 'definitional',
	names: { zh: '现行有效件数衔接', en: 'Stock of documents from year to year' },
	formula: {
		zh: '现行有效(本年)= 现行有效(上年)+ 本年制发 − 本年废止',
		en: 'in force(t) = in force(t−1) + issued(t) − repealed(t)'
	},
	basis: { zh: '2021 版表二列名', en: 'the column heads of table two, layout 2021' },
	exceptions: [
		BODY_CHANGES,
		{
			zh: '有效期届满自动失效未计入废止;修订计一次或两次;清理后重新统计;统计主体范围变化',
			en: 'expiry not counted as repeal; a revision counted once or twice; a clean-up or recount; another circle of publishers'
		}
	],
	breaks: ['y-fmt', 'only-2021'],
	check: (pair) => {
		const partner = partnerOf(Y_STOCK, pair);
		if (partner.previous === null) return partner.findings;
		const { previous } = partner;
		const { current } = pair;
		return (
			withoutForm(Y_STOCK, pair, previous, '2021') ??
			DOCUMENTS.map((row) => {
				const stock: CellKey = keyAt('t2', row, 'in_force');
				const [issued, repealed]: [CellKey, CellKey] = [keyAt('t2', row, 'issued'), keyAt('t2', row, 'repealed')];
				const left = amountOf(current, [stock, repealed]);
				const right = joined(cellAmount(previous, stock), cellAmount(current, issued));
				const gone = current.value(repealed);
				return compareYears(Y_STOCK, pair, row, 'equal', {
					left,
					right,
					shown: { left: current.value(stock), right: gone === null ? partSum(right) : (partSum(right) ?? 0) - gone },
					cells: [stock, issued, repealed],
					before: [stock]
				});
			})
		);
	}
};

export const Y_REPEALED: YearsRule = {
	id: 'y-repealed',
	scope: 'years',
	severity: 'definitional',
	names: { zh: '废止不多于所有', en: 'No more repealed than there were' },
	formula: {
		zh: '本年废止 ≤ 现行有效(上年)+ 本年制发',
		en: 'repealed(t) ≤ in force(t−1) + issued(t)'
	},
	basis: { zh: '2021 版表二列名', en: 'the column heads of table two, layout 2021' },
	exceptions: [BODY_CHANGES, { zh: '清理时补计往年文件', en: 'a clean-up that counts documents of earlier years' }],
	breaks: ['y-fmt', 'only-2021'],
	check: (pair) => {
		const partner = partnerOf(Y_REPEALED, pair);
		if (partner.previous === null) return partner.findings;
		const { previous } = partner;
		const { current } = pair;
		return (
			withoutForm(Y_REPEALED, pair, previous, '2021') ??
			DOCUMENTS.map((row) => {
				const [stock, issued, repealed]: [CellKey, CellKey, CellKey] = [
					keyAt('t2', row, 'in_force'),
					keyAt('t2', row, 'issued'),
					keyAt('t2', row, 'repealed')
				];
				return compareYears(Y_REPEALED, pair, row, 'at-most', {
					left: cellAmount(current, repealed),
					right: joined(cellAmount(previous, stock), cellAmount(current, issued)),
					cells: [repealed, issued],
					before: [stock]
				});
			})
		);
	}
};
