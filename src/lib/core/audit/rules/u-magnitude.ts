import type { CellKey } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Body } from '../facts.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { withoutTable } from './without-table.ts';
import { keyAt } from '../sheet.ts';

const OUR_JUDGEMENT = { zh: '本项目的判断', en: 'our judgement' };

/** Fees in 万元 beyond which a slip of the unit is likelier than the figure (the largest city seen: 316,441). */
const MOST_FEES: Record<NonNullable<Body['level']>, number> = {
	central: 1e8,
	province: 1e7,
	city: 2e6,
	county: 5e5,
	township: 1e4
};
const MOST_FEES_ANYWHERE = 1e7;
const FEE_AMOUNT: CellKey = 't2.fees.amount';

export const U_FEE: ReportRule = {
	id: 'u-fee',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '收费金额的单位', en: 'Unit of the fees' },
	formula: {
		zh: '收费金额以万元计,格内不印“元”,且不超过该层级常见的数额',
		en: 'fees are in 10,000 yuan: no 元 in the cell, and no amount beyond what the level usually has'
	},
	basis: {
		zh: '2021 版表二列名“单位:万元”;数额上限为本项目所定',
		en: 'the column head 单位:万元 of layout 2021; the limits are our judgement'
	},
	exceptions: [{ zh: '一次性大额收费', en: 'a single very large charge' }],
	breaks: ['only-2021'],
	check: (audited: AuditedReport) => {
		const { t2 } = audited.report.formats;
		if (t2 !== '2021') return withoutTable(U_FEE, 'fees', t2);
		const cells = [FEE_AMOUNT];
		const left = audited.printed(FEE_AMOUNT);
		if (left === null) return [findingOf(U_FEE, 'fees', 'not_assessable', { cells, reason: 'cells/unknown' })];
		const unit = audited.report.cells[FEE_AMOUNT]?.unit;
		if (unit === '元' && left !== 0)
			return [findingOf(U_FEE, 'fees', 'fail', { cells, left, reason: 'unit/printed-otherwise' })];
		const { level } = audited.body;
		const right = level === null ? MOST_FEES_ANYWHERE : MOST_FEES[level];
		if (left > right) return [findingOf(U_FEE, 'fees', 'fail', { cells, left, right, reason: 'unit/yuan-likely' })];
		return [findingOf(U_FEE, 'fees', 'pass', { cells, left, right })];
	}
};

/** 万元 a project: beyond it a purchase is rare (our judgement). */
const MOST_A_PROJECT = 1e4;
const PURCHASE: readonly CellKey[] = ['t2.procurement.amount', 't2.procurement.projects'];

export const U_PURCHASE: ReportRule = {
	id: 'u-purchase',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '采购金额的数量级', en: 'Magnitude of procurement' },
	formula: { zh: '采购总金额 ÷ 采购项目数量 ≤ 1 亿元', en: 'procurement amount ÷ projects ≤ 100 million yuan' },
	basis: { zh: '表头没有印单位;上限为本项目所定', en: 'the form prints no unit; the limit is our judgement' },
	exceptions: [{ zh: '大型工程', en: 'large works' }],
	breaks: ['only-2019'],
	check: (audited: AuditedReport) => {
		const { t2 } = audited.report.formats;
		if (t2 !== '2019') return withoutTable(U_PURCHASE, 'procurement', t2);
		const cells = PURCHASE;
		const values = audited.printedAll(cells);
		if (values === null)
			return [findingOf(U_PURCHASE, 'procurement', 'not_assessable', { cells, reason: 'cells/unknown' })];
		const [amount = 0, projects = 0] = values;
		const unit = audited.report.cells['t2.procurement.amount']?.unit ?? '';
		const scale = unit === '元' ? 1e-4 : unit.startsWith('亿') ? 1e4 : 1;
		const left = amount === 0 ? 0 : (amount * scale) / Math.max(projects, 1);
		const details = { cells, left, right: MOST_A_PROJECT };
		if (left <= MOST_A_PROJECT) return [findingOf(U_PURCHASE, 'procurement', 'pass', details)];
		if (unit === '' && left * 1e-4 <= MOST_A_PROJECT)
			return [findingOf(U_PURCHASE, 'procurement', 'unsure', { ...details, reason: 'unit/yuan-likely' })];
		return [findingOf(U_PURCHASE, 'procurement', 'fail', { ...details, reason: 'unit/too-large' })];
	}
};

const ITEM_ROWS = ['licensing', 'other_services', 'penalty', 'coercion'] as const;

export const U_ITEMS: ReportRule = {
	id: 'u-items',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '把办件量填作项目数', en: 'Decisions entered as items' },
	formula: {
		zh: '本年增/减 ≠ 0 时,上一年项目数量 + 本年增/减 ≠ 处理决定数量',
		en: 'where 本年增/减 is not 0: items of last year + change ≠ decisions'
	},
	basis: {
		zh: '上一年项目数量是事项(目录)数,处理决定数量是办件数,两者无关;相等说明三栏填的都是办件数',
		en: 'items are entries of a catalogue, decisions are cases: equality means that all three columns hold cases'
	},
	exceptions: [{ zh: '偶然相等', en: 'chance' }],
	breaks: ['only-2019'],
	check: (audited: AuditedReport) => {
		const { t2 } = audited.report.formats;
		if (t2 !== '2019') return withoutTable(U_ITEMS, 't2', t2);
		return ITEM_ROWS.map((row) => {
			const cells: CellKey[] = [
				keyAt('t2', row, 'items_prev'),
				keyAt('t2', row, 'items_change'),
				keyAt('t2', row, 'decisions')
			];
			const values = audited.printedAll(cells);
			if (values === null) return findingOf(U_ITEMS, row, 'not_assessable', { cells, reason: 'cells/unknown' });
			const [previous = 0, change = 0, decisions = 0] = values;
			const left = previous + change;
			const same = change !== 0 && previous !== 0 && decisions !== 0 && left === decisions;
			return findingOf(U_ITEMS, row, same ? 'fail' : 'pass', { cells, left, right: decisions });
		});
	}
};

const DECISIONS: readonly CellKey[] = ['t2.licensing.decisions', 't2.penalty.decisions'];

export const U_SCOPE: ReportRule = {
	id: 'u-scope',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '全域还是本机关', en: 'Whole region or own office' },
	formula: {
		zh: '县级以上人民政府(全域)的报告:行政许可 + 行政处罚 > 0',
		en: "a government's report on its whole region (county level and above): licences + penalties > 0"
	},
	basis: OUR_JUDGEMENT,
	exceptions: [{ zh: '报告只统计政府办公室', en: 'the report covers the government office alone' }],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { t2 } = audited.report.formats;
		if (t2 === null) return withoutTable(U_SCOPE, 't2', t2);
		const { type, level } = audited.body;
		const cells = DECISIONS;
		const values = audited.printedAll(cells);
		if (values === null) return [findingOf(U_SCOPE, 't2', 'not_assessable', { cells, reason: 'cells/unknown' })];
		const left = values.reduce((sum, value) => sum + value, 0);
		if (type === 'unknown' && left === 0)
			return [findingOf(U_SCOPE, 't2', 'not_assessable', { cells, left, reason: 'body/unknown' })];
		const whole = type === 'government' && level !== 'township';
		return [findingOf(U_SCOPE, 't2', whole && left === 0 ? 'fail' : 'pass', { cells, left, right: 0 })];
	}
};

/** Requests received in a year beyond which digits have likely run together (our judgement). */
const MOST_REQUESTS: Record<NonNullable<Body['level']>, number> = {
	central: 3e5,
	province: 3e5,
	city: 1e5,
	county: 2e4,
	township: 5e3
};
const RECEIVED: CellKey = 't3.new.total';

export const U_REQUESTS: ReportRule = {
	id: 'u-requests',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '申请量的数量级', en: 'Magnitude of requests' },
	formula: {
		zh: '本年新收 ≤ 该层级的上限(乡镇 5 千、县 2 万、市 10 万、省 30 万)',
		en: 'new ≤ what its level can have (town 5,000, county 20,000, city 100,000, province 300,000)'
	},
	basis: OUR_JUDGEMENT,
	exceptions: [{ zh: '群体性申请', en: 'mass requests' }],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { t3 } = audited.report.formats;
		if (t3 === null) return withoutTable(U_REQUESTS, 'total', t3);
		const left = audited.value(RECEIVED);
		const cells = [RECEIVED];
		if (left === null) return [findingOf(U_REQUESTS, 'total', 'not_assessable', { cells, reason: 'cells/unknown' })];
		const right = MOST_REQUESTS[audited.body.level ?? 'central'];
		return [findingOf(U_REQUESTS, 'total', left <= right ? 'pass' : 'fail', { cells, left, right })];
	}
};
