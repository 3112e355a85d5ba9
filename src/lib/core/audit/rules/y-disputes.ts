import { DISPUTES } from '../../form/index.ts';
import type { CellKey } from '../../form/index.ts';
import { compareAtMost, joined, partSum } from '../amounts.ts';
import type { YearsRule } from '../rule.ts';
import { BODY_CHANGES } from './body-changes.ts';
import { cellAmount, compareYears, lackOfPartner, partnerOf, yearFinding } from './year-pair.ts';
import { keyAt } from '../sheet.ts';

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
			const [pending, total]: [CellKey, CellKey] = [keyAt('t4', id, 'pending'), keyAt('t4', id, 'total')];
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
