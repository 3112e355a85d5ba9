import { APPLICANT_COLUMNS, DISPUTES } from '../../form/index.ts';
import type { CellKey, Layout } from '../../form/index.ts';
import { amountOf, compareAtMost, joined, partSum } from '../amounts.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import type { RuleTexts, YearPair, YearsRule } from '../rule.ts';
import { cellAmount, compareYears, lackOfPartner, partnerOf, yearFinding } from './year-pair.ts';

const BODY_CHANGES = {
	zh: '机关合并、分立、更名;上年数字事后更正',
	en: 'the body was merged, split or renamed; the earlier figures were corrected later'
};

/** The one finding where the two years use different forms of table two, or another than the rule is for. */
function withoutForm(
	rule: RuleTexts,
	pair: YearPair,
	previous: AuditedReport,
	layout: Layout
): readonly Finding[] | null {
	const [before, now] = [previous.report.formats.t2, pair.current.report.formats.t2];
	if (before === layout && now === layout) return null;
	const reason =
		now === null || before === null
			? 'table/missing'
			: now === 'undetermined' || before === 'undetermined'
				? 'layout/undetermined'
				: now === before
					? 'layout/other'
					: 'format/break';
	return [yearFinding(rule, pair, 'all', 'not_assessable', { reason })];
}

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
		return APPLICANT_COLUMNS.map(({ id }) => {
			const [now, then]: [CellKey, CellKey] = [`t3.carried_in.${id}`, `t3.carried_out.${id}`];
			return compareYears(Y_CARRY, pair, id, 'equal', {
				left: cellAmount(current, now),
				right: cellAmount(previous, then),
				cells: [now],
				before: [then]
			});
		});
	}
};

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
				const stock: CellKey = `t2.${row}.in_force`;
				const [issued, repealed]: [CellKey, CellKey] = [`t2.${row}.issued`, `t2.${row}.repealed`];
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
					`t2.${row}.in_force`,
					`t2.${row}.issued`,
					`t2.${row}.repealed`
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
				const [items, change]: [CellKey, CellKey] = [`t2.${row}.items_prev`, `t2.${row}.items_change`];
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
				const [total, published]: [CellKey, CellKey] = [`t2.${row}.total`, `t2.${row}.published`];
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

export const Y_PEND: YearsRule = {
	id: 'y-pend',
	scope: 'years',
	severity: 'plausibility',
	names: { zh: '未审结案件衔接', en: 'Pending cases from year to year' },
	formula: {
		zh: '表四总计(本年)≥ 尚未审结(上年),三组各自',
		en: 'total(t) ≥ pending(t−1), for each of the three groups'
	},
	basis: {
		zh: '设上年未审结的案件计入下一年;通知没有明文(本项目的判断)',
		en: 'assumes that pending cases are counted again next year; the notice does not say so (our judgement)'
	},
	exceptions: [BODY_CHANGES, { zh: '本年只统计新收案件', en: 'only new cases are counted' }],
	breaks: [],
	check: (pair) => {
		const partner = partnerOf(Y_PEND, pair);
		if (partner.previous === null) return partner.findings;
		const { previous } = partner;
		const { current } = pair;
		if (current.report.formats.t4 === null || previous.report.formats.t4 === null)
			return [yearFinding(Y_PEND, pair, 'all', 'not_assessable', { reason: 'table/missing' })];
		return DISPUTES.map(({ id }) => {
			const [pending, total]: [CellKey, CellKey] = [`t4.${id}.pending`, `t4.${id}.total`];
			return compareYears(Y_PEND, pair, id, 'at-most', {
				left: cellAmount(previous, pending),
				right: cellAmount(current, total),
				cells: [total],
				before: [pending]
			});
		});
	}
};

const AFTER: CellKey = 't4.suit_after_review.total';
const REVIEWS: CellKey = 't4.review.total';

export const T4_AFT: YearsRule = {
	id: 't4-aft',
	scope: 'years',
	severity: 'plausibility',
	names: { zh: '复议后起诉不多于复议', en: 'Lawsuits after review within reviews' },
	formula: {
		zh: '复议后起诉总计(本年)≤ 行政复议总计(本年)+ 行政复议总计(上年)',
		en: 'lawsuits after review(t) ≤ reviews(t) + reviews(t−1)'
	},
	basis: { zh: '先有复议才有复议后起诉', en: 'a lawsuit after review follows a review' },
	exceptions: [{ zh: '更早年度的复议', en: 'reviews of still earlier years' }],
	breaks: [],
	check: (pair) => {
		const { current } = pair;
		if (current.report.formats.t4 === null)
			return [yearFinding(T4_AFT, pair, 'suit_after_review', 'not_assessable', { reason: 'table/missing' })];
		const left = cellAmount(current, AFTER);
		const own = cellAmount(current, REVIEWS);
		const cells = [AFTER, REVIEWS];
		const alone = compareAtMost(left, own);
		const lacking = lackOfPartner(pair);
		if (alone === 'pass')
			return [
				yearFinding(T4_AFT, pair, 'suit_after_review', 'pass', { cells, left: partSum(left), right: partSum(own) })
			];
		if (lacking !== null || pair.previous === null)
			return [
				yearFinding(T4_AFT, pair, 'suit_after_review', 'not_assessable', {
					cells,
					left: partSum(left),
					reason: lacking ?? 'previous/none'
				})
			];
		return [
			compareYears(T4_AFT, pair, 'suit_after_review', 'at-most', {
				left,
				right: joined(own, cellAmount(pair.previous, REVIEWS)),
				cells,
				before: [REVIEWS]
			})
		];
	}
};
