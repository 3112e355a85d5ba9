import type { CellKey } from '../../form/index.ts';
import { DISPUTES } from '../../form/index.ts';
import { amountOf, wholeSum } from '../amounts.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding, Verdict } from '../finding.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { withoutTable } from './without-table.ts';

const TOTALS = DISPUTES.map((dispute): CellKey => `t4.${dispute.id}.total`);
const RECEIVED: readonly CellKey[] = ['t3.new.total', 't3.carried_in.total'];
const CELLS = [...TOTALS, ...RECEIVED];

function compare(
	rule: ReportRule,
	audited: AuditedReport,
	judge: (disputes: number, received: number) => Verdict
): readonly Finding[] {
	const { t3, t4 } = audited.report.formats;
	if (t3 === null || t4 === null) return withoutTable(rule, 'total', null);
	const left = wholeSum(amountOf(audited, TOTALS));
	const right = wholeSum(amountOf(audited, RECEIVED));
	if (left === null || right === null)
		return [findingOf(rule, 'total', 'not_assessable', { cells: CELLS, left, right, reason: 'cells/unknown' })];
	return [findingOf(rule, 'total', judge(left, right), { cells: CELLS, left, right })];
}

const exceptions = [
	{ zh: '争议涉及往年的申请;以“不作为”为由起诉', en: 'disputes over requests of earlier years, or over silence' }
];

export const X_1: ReportRule = {
	id: 'x-1',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '无申请而有争议', en: 'Disputes without requests' },
	formula: {
		zh: '本年新收 + 上年结转 = 0 ⇒ 表四各总计之和 = 0',
		en: 'new + carried in = 0 ⇒ the totals of table four are 0'
	},
	basis: { zh: '本项目的判断', en: 'our judgement' },
	exceptions,
	breaks: [],
	check: (audited) => compare(X_1, audited, (disputes, received) => (received === 0 && disputes > 0 ? 'fail' : 'pass'))
};

export const X_2: ReportRule = {
	id: 'x-2',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '争议多于申请', en: 'More disputes than requests' },
	formula: {
		zh: '本年新收 + 上年结转 > 0 时,表四各总计之和 ≤ 本年新收 + 上年结转',
		en: 'where new + carried in > 0: the totals of table four together ≤ new + carried in'
	},
	basis: { zh: '本项目的判断', en: 'our judgement' },
	exceptions: [
		...exceptions,
		{ zh: '同一申请先复议后诉讼,各计一次', en: 'one request counted as a review and as a lawsuit' }
	],
	breaks: [],
	check: (audited) =>
		compare(X_2, audited, (disputes, received) => (received > 0 && disputes > received ? 'fail' : 'pass'))
};

/**
 * X-3 is no rule. Table two counts all administrative charges, section six the fee for handling information: neither says anything
 * about the other, so fees in table two with 未收取 in section six are no finding (statute.md 2.4).
 */
export const NOT_LINKED = {
	id: 'x-3',
	cells: ['t2.fees.amount', 't2.fees.items_prev'],
	section: 's6',
	note: {
		zh: '表二的行政事业性收费是全部收费,第六部分只报告信息处理费,两者不作勾稽',
		en: 'table two counts all administrative fees, section six only the information-handling fee: the two are never compared'
	}
} as const;
