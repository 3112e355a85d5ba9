import type { CellKey } from '../../form/index.ts';
import { amountOf, compareAtMost, partSum } from '../amounts.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { withoutTable } from './without-table.ts';
import { keyAt } from '../sheet.ts';

const DOCUMENTS = ['rules', 'normative'] as const;
const ITEMS = ['licensing', 'other_services', 'penalty', 'coercion', 'fees'] as const;

function atMost(rule: ReportRule, along: string, left: CellKey, right: CellKey, audited: AuditedReport): Finding {
	const [a, b] = [amountOf(audited, [left]), amountOf(audited, [right])];
	const status = compareAtMost(a, b);
	return findingOf(rule, along, status, {
		cells: [left, right],
		left: partSum(a),
		right: partSum(b),
		...(status === 'not_assessable'
			? { reason: 'cells/unknown' }
			: status === 'unsure'
				? { reason: 'cells/blank' }
				: {})
	});
}

/** Newly published documents are among all that are published. */
export const T2_2019_PUBLISHED: ReportRule = {
	id: 't2-2019-published',
	scope: 'report',
	severity: 'hard',
	names: { zh: '新公开不大于公开总数', en: 'Newly published within all published' },
	formula: { zh: '本年新公开数量 ≤ 对外公开总数量', en: 'newly published ≤ published in all' },
	basis: { zh: '2019 版表二列名', en: 'the column heads of table two, layout 2019' },
	exceptions: [],
	breaks: ['only-2019'],
	check: (audited) => {
		const { t2 } = audited.report.formats;
		if (t2 !== '2019') return withoutTable(T2_2019_PUBLISHED, 't2', t2);
		return DOCUMENTS.map((row) =>
			atMost(T2_2019_PUBLISHED, row, keyAt('t2', row, 'published'), keyAt('t2', row, 'total'), audited)
		);
	}
};

/** No more items can fall away than there were. */
export const T2_2019_ITEMS: ReportRule = {
	id: 't2-2019-items',
	scope: 'report',
	severity: 'hard',
	names: { zh: '项目数不为负', en: 'Items never below zero' },
	formula: { zh: '上一年项目数量 + 本年增/减 ≥ 0', en: 'items of last year + change ≥ 0' },
	basis: { zh: '2019 版表二列名', en: 'the column heads of table two, layout 2019' },
	exceptions: [],
	breaks: ['only-2019'],
	check: (audited) => {
		const { t2 } = audited.report.formats;
		if (t2 !== '2019') return withoutTable(T2_2019_ITEMS, 't2', t2);
		return ITEMS.map((row) => {
			const cells: CellKey[] = [keyAt('t2', row, 'items_prev'), keyAt('t2', row, 'items_change')];
			const printed = audited.printedAll(cells);
			if (printed === null) return findingOf(T2_2019_ITEMS, row, 'not_assessable', { cells, reason: 'cells/unknown' });
			const left = printed.reduce((sum, value) => sum + value, 0);
			return findingOf(T2_2019_ITEMS, row, left >= 0 ? 'pass' : 'fail', { cells, left, right: 0 });
		});
	}
};

/** What was made this year is as a rule published this year. */
export const T2_2019_MADE: ReportRule = {
	id: 't2-2019-made',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '新制作是否公开', en: 'Made and published' },
	formula: { zh: '本年新制作数量 ≤ 本年新公开数量', en: 'newly made ≤ newly published' },
	basis: {
		zh: '《政府信息公开条例》第二十条第(一)项:规章、规范性文件应当主动公开',
		en: 'Regulations Art. 20(1): rules and normative documents are to be published'
	},
	exceptions: [
		{ zh: '年末制作、次年公开;依法不予公开', en: 'made in December and published in January; lawfully withheld' }
	],
	breaks: ['only-2019'],
	check: (audited) => {
		const { t2 } = audited.report.formats;
		if (t2 !== '2019') return withoutTable(T2_2019_MADE, 't2', t2);
		return DOCUMENTS.map((row) =>
			atMost(T2_2019_MADE, row, keyAt('t2', row, 'made'), keyAt('t2', row, 'published'), audited)
		);
	}
};
