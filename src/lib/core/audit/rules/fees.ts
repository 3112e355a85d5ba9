import { formCell, isLayout } from '../../form/index.ts';
import type { CellKey } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { feeStatement, hasSectionSix } from '../prose/fee.ts';
import type { FeeStatement } from '../prose/fee.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { withoutTable } from './without-table.ts';

const UNPAID: CellKey = 't3.other_fee_unpaid.total';
const EXCESSIVE: CellKey = 't3.unprocessed_excessive.total';

const FEE_RULES = {
	zh: '《政府信息公开信息处理费管理办法》(国办函〔2020〕109号,2020-11-17)',
	en: 'Measures on the information-handling fee (Guobanhan〔2020〕109, 17 November 2020)'
};

function placed(fee: FeeStatement | null): Partial<Finding> {
	return fee === null ? {} : { place: { section: 's6', line: fee.line }, quoted: fee.words };
}

/** A fee that was not paid presupposes that fees could be asked, and section six reports them. */
export const T3_FEE: ReportRule = {
	id: 't3-fee',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '逾期未缴费与收费说明', en: 'Unpaid fees and the fee statement' },
	formula: {
		zh: '“逾期未按收费通知要求缴纳费用” > 0 ⇒ 年度 ≥ 2021 且第六部分写到收费',
		en: 'fee not paid in time > 0 ⇒ year ≥ 2021 and section six speaks of the fee'
	},
	basis: FEE_RULES,
	exceptions: [{ zh: '收费情况写在其他部分', en: 'the fee is reported in another section' }],
	breaks: ['only-2021'],
	check: (audited: AuditedReport) => {
		const { t3 } = audited.report.formats;
		if (t3 !== '2021') return withoutTable(T3_FEE, 'total', t3);
		const left = audited.value(UNPAID);
		const cells = [UNPAID];
		if (left === null) return [findingOf(T3_FEE, 'total', 'not_assessable', { cells, reason: 'cells/unknown' })];
		if (left === 0) return [findingOf(T3_FEE, 'total', 'pass', { cells, left })];
		const { year } = audited.report;
		if (year !== null && year < 2021)
			return [findingOf(T3_FEE, 'total', 'fail', { cells, left, right: 0, reason: 'fee/before-2021' })];
		if (!hasSectionSix(audited.prose))
			return [findingOf(T3_FEE, 'total', 'not_assessable', { cells, left, reason: 'prose/none' })];
		const fee = feeStatement(audited.prose);
		if (fee === null) return [findingOf(T3_FEE, 'total', 'fail', { cells, left, reason: 'fee/not-stated' })];
		return [findingOf(T3_FEE, 'total', 'pass', { cells, left, ...placed(fee) })];
	}
};

/** Excessive requests are what the fee is for: section six says what became of it. 未收取 is lawful and only noted. */
export const X_4: ReportRule = {
	id: 'x-4',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '大量反复申请与收费说明', en: 'Excessive requests and the fee statement' },
	formula: {
		zh: '“无正当理由大量反复申请” + “逾期未缴费” > 0 ⇒ 第六部分写明收费情况',
		en: 'excessive requests + fee not paid > 0 ⇒ section six states the fee'
	},
	basis: {
		zh: `《政府信息公开条例》第三十五条、第四十二条;${FEE_RULES.zh}`,
		en: `Regulations Art. 35, 42; ${FEE_RULES.en}`
	},
	exceptions: [
		{ zh: '要求说明理由后不予处理,未发收费通知', en: 'refused after asking for reasons, without a fee notice' }
	],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { t3 } = audited.report.formats;
		if (!isLayout(t3)) return withoutTable(X_4, 'total', t3);
		const cells = [EXCESSIVE, UNPAID].filter((cell) => formCell(cell)?.layouts.includes(t3));
		const values = audited.valuesOf(cells);
		if (values === null) return [findingOf(X_4, 'total', 'not_assessable', { cells, reason: 'cells/unknown' })];
		const left = values.reduce((sum, value) => sum + value, 0);
		if (left === 0) return [findingOf(X_4, 'total', 'pass', { cells, left })];
		if (!hasSectionSix(audited.prose))
			return [findingOf(X_4, 'total', 'not_assessable', { cells, left, reason: 'prose/none' })];
		const fee = feeStatement(audited.prose);
		if (fee === null) return [findingOf(X_4, 'total', 'fail', { cells, left, reason: 'fee/not-stated' })];
		const details = { cells, left, ...placed(fee) };
		if (fee.says === 'none') return [findingOf(X_4, 'total', 'unsure', { ...details, reason: 'fee/none-stated' })];
		return [findingOf(X_4, 'total', 'pass', details)];
	}
};

/** 100 yuan a request above ten a month, or 10 yuan a page above thirty: every fee is a multiple of 10. */
const SMALLEST_FEE = 10;

export const X_5: ReportRule = {
	id: 'x-5',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '信息处理费金额', en: 'Amount of the information-handling fee' },
	formula: {
		zh: '第六部分的收费金额(元)是 10 的倍数,且 ≥ 10 × 件数;金额与件数并列',
		en: 'the amount in section six (yuan) is a multiple of 10 and ≥ 10 × cases; amount and cases stand together'
	},
	basis: {
		zh: `${FEE_RULES.zh}:按件每月超过10件起每件100元递增,按量超过30页起每页10、20、40元`,
		en: `${FEE_RULES.en}: 100 yuan a request from the 11th a month, rising; or 10, 20, 40 yuan a page from the 31st`
	},
	exceptions: [{ zh: '含邮寄等其他费用', en: 'postage or other costs included' }],
	breaks: [],
	check: (audited: AuditedReport) => {
		if (!hasSectionSix(audited.prose)) return [findingOf(X_5, 's6', 'not_assessable', { reason: 'prose/none' })];
		const fee = feeStatement(audited.prose);
		const amount = fee?.amount ?? null;
		if (fee === null || amount === null)
			return [findingOf(X_5, 's6', 'not_assessable', { ...placed(fee), reason: 'fee/not-stated' })];
		const details = { left: amount, ...placed(fee) };
		if (fee.says === 'none') return [findingOf(X_5, 's6', 'pass', details)];
		const fits = amount % SMALLEST_FEE === 0 && amount >= SMALLEST_FEE * (fee.cases ?? 0);
		if (!fits) return [findingOf(X_5, 's6', 'fail', { ...details, reason: 'fee/not-in-tariff' })];
		if (fee.cases === null) return [findingOf(X_5, 's6', 'unsure', { ...details, reason: 'fee/count-missing' })];
		return [findingOf(X_5, 's6', 'pass', { ...details, right: SMALLEST_FEE * fee.cases })];
	}
};
