import type { CellKey } from '../../form/index.ts';
import { amountOf, compareAtMost, joined } from '../amounts.ts';
import type { YearsRule } from '../rule.ts';
import { BODY_CHANGES } from './body-changes.ts';
import { withoutForm } from './without-form.ts';
import { cellAmount, compareYears, partnerOf } from './year-pair.ts';
import { keyAt } from '../sheet.ts';

const DOCUMENTS = ['rules', 'normative'] as const;
const ITEM_ROWS = ['licensing', 'other_services', 'penalty', 'coercion', 'fees'] as const;

export const Y_ITEM: YearsRule = {
	id: 'y-item',
	scope: 'years',
	severity: 'definitional',
	names: { zh: '项目数量衔接', en: 'Items from year to year' },
	formula: {
		zh: '上一年项目数量(本年)= 上一年项目数量(上年)+ 本年增/减(上年)',
		en: 'items of last year(t) = items of last year(t−1) + change(t−1)'
	},
	basis: { zh: '2019 版表二列名', en: 'the column heads of table two, layout 2019' },
	exceptions: [BODY_CHANGES, { zh: '权责清单重新编制', en: 'the catalogue of items was drawn up anew' }],
	breaks: ['y-gap', 'y-fmt', 'only-2019'],
	check: (pair) => {
		const partner = partnerOf(Y_ITEM, pair);
		if (partner.previous === null) return partner.findings;
		const { previous } = partner;
		const { current } = pair;
		return (
			withoutForm(Y_ITEM, pair, previous, '2019') ??
			ITEM_ROWS.map((row) => {
				const [items, change]: [CellKey, CellKey] = [keyAt('t2', row, 'items_prev'), keyAt('t2', row, 'items_change')];
				return compareYears(Y_ITEM, pair, row, 'equal', {
					left: cellAmount(current, items),
					right: amountOf(previous, [items, change]),
					cells: [items],
					before: [items, change]
				});
			})
		);
	}
};

export const Y_TOT: YearsRule = {
	id: 'y-tot',
	scope: 'years',
	severity: 'plausibility',
	names: { zh: '对外公开总数衔接', en: 'All published from year to year' },
	formula: {
		zh: '对外公开总数量(本年)= 对外公开总数量(上年)+ 本年新公开数量 − 撤下数',
		en: 'published in all(t) = published in all(t−1) + newly published(t) − withdrawn(t)'
	},
	basis: { zh: '2019 版表二列名;撤下数不印', en: 'the column heads of layout 2019; what was withdrawn is not printed' },
	exceptions: [BODY_CHANGES, { zh: '撤下、清理文件', en: 'documents withdrawn or cleaned up' }],
	breaks: ['y-gap', 'y-fmt', 'only-2019'],
	check: (pair) => {
		const partner = partnerOf(Y_TOT, pair);
		if (partner.previous === null) return partner.findings;
		const { previous } = partner;
		const { current } = pair;
		return (
			withoutForm(Y_TOT, pair, previous, '2019') ??
			DOCUMENTS.map((row) => {
				const [total, published]: [CellKey, CellKey] = [keyAt('t2', row, 'total'), keyAt('t2', row, 'published')];
				const left = cellAmount(current, total);
				const right = joined(cellAmount(previous, total), cellAmount(current, published));
				const finding = compareYears(Y_TOT, pair, row, 'equal', {
					left,
					right,
					cells: [total, published],
					before: [total]
				});
				const fewer = finding.status === 'fail' && compareAtMost(left, right) === 'pass';
				return fewer ? { ...finding, status: 'unsure', reason: 'stock/withdrawn' } : finding;
			})
		);
	}
};
