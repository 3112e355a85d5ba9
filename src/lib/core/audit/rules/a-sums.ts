import { ALL_CELLS, LAYOUTS, formCells, isLayout } from '../../form/index.ts';
import type { CellKey, TableId } from '../../form/index.ts';
import { amountOf, compareAtMost, compareEqual, joined, partSum } from '../amounts.ts';
import type { Amount } from '../amounts.ts';
import type { Finding } from '../finding.ts';
import type { Reason } from '../reasons.ts';
import { findingOf } from '../rule.ts';
import type { AuditedGroup, GroupRule, RuleTexts } from '../rule.ts';

const NOTHING: Amount = { sum: 0, known: 0, open: 0, unknown: 0 };

const alongOf = (cell: CellKey): string => cell.slice(cell.indexOf('.') + 1);

/** The cell summed over the bodies. */
function total({ bodies }: AuditedGroup, cell: CellKey): Amount {
	return bodies.map((body) => amountOf(body, [cell])).reduce(joined, NOTHING);
}

/** What keeps a whole sum from being compared; null where every body in scope is at hand. */
function lackOfCover({ coverage, bodies }: AuditedGroup): Reason | null {
	if (coverage.scope === 'unknown') return 'coverage/unknown';
	return coverage.complete && bodies.length > 0 ? null : 'coverage/incomplete';
}

function cellsOf(group: AuditedGroup, table: TableId, isAdditive: (cell: CellKey) => boolean): readonly CellKey[] {
	const found = group.summary.report.formats[table];
	if (found === null) return [];
	return formCells(table, isLayout(found) ? found : '2021').flatMap(({ key }) => (isAdditive(key) ? [key] : []));
}

/** Rows of table three that all layouts have: bodies may use another layout. */
const SHARED: ReadonlySet<string> = new Set(
	ALL_CELLS.flatMap((cell) => (cell.layouts.length === LAYOUTS.length ? [cell.key] : []))
);

function compareSum(rule: RuleTexts, group: AuditedGroup, cell: CellKey): Finding {
	const left = amountOf(group.summary, [cell]);
	const right = total(group, cell);
	const status = compareEqual(left, right);
	const joint = status === 'fail' && cell.startsWith('t2.normative');
	return findingOf(rule, alongOf(cell), joint ? 'unsure' : status, {
		cells: [cell],
		left: partSum(left),
		right: partSum(right),
		...(status === 'not_assessable' ? { reason: 'group/body-silent' } : {}),
		...(status === 'unsure' ? { reason: 'cells/blank' } : {}),
		...(joint ? { reason: 'group/joint-documents' } : {})
	});
}

function sumRule(
	table: TableId,
	texts: Pick<RuleTexts, 'id' | 'names' | 'formula'>,
	isAdditive: (cell: CellKey) => boolean
): GroupRule {
	const rule: GroupRule = {
		...texts,
		scope: 'group',
		severity: 'definitional',
		basis: {
			zh: '人民政府的年度报告汇总全域;仅在范围已知且所辖机关的报告齐全时比较',
			en: "a government's report sums up its region; compared only where its scope is known and every body is at hand"
		},
		exceptions: [
			{
				zh: '垂直管理机关是否计入各地不一;部分“政府”报告只统计政府办公室,或不含乡镇',
				en: 'vertical bodies are counted here or elsewhere; some reports cover the government office alone, or leave out towns'
			},
			{
				zh: '汇总后个别机关更正;联合发文重复计算',
				en: 'a body corrected its figures later; joint documents counted twice'
			}
		],
		breaks: [],
		check: (group) => {
			const reason = lackOfCover(group) ?? (group.summary.report.formats[table] === null ? 'table/missing' : null);
			if (reason !== null) return [findingOf(rule, 'all', 'not_assessable', { reason })];
			return cellsOf(group, table, isAdditive).map((cell) => compareSum(rule, group, cell));
		}
	};
	return rule;
}

export const A_SUM = sumRule(
	't3',
	{
		id: 'a-sum',
		names: { zh: '表三汇总', en: 'Table three summed up' },
		formula: {
			zh: '汇总报告的每一格 = 所辖各机关同一格之和(含结转)',
			en: 'each cell of the summary = the sum over its bodies, carry-over included'
		}
	},
	(cell) => SHARED.has(cell)
);
export const A_T4 = sumRule(
	't4',
	{
		id: 'a-t4',
		names: { zh: '表四汇总', en: 'Table four summed up' },
		formula: {
			zh: '汇总报告表四的每一格 = 各机关之和',
			en: 'each cell of table four of the summary = the sum over its bodies'
		}
	},
	() => true
);

const ADDITIVE =
	/^t2\.(?:(?:licensing|penalty|coercion)\.decisions|fees\.amount|normative\.(?:issued|repealed|in_force))$/u;

export const A_T2 = sumRule(
	't2',
	{
		id: 'a-t2',
		names: { zh: '表二汇总', en: 'Table two summed up' },
		formula: {
			zh: '许可、处罚、强制、收费、规范性文件 = 各机关之和(规范性文件不符时仅存疑)',
			en: 'licences, penalties, coercion, fees, normative documents = the sum over the bodies (documents that differ are unsure only)'
		}
	},
	(cell) => ADDITIVE.test(cell)
);

function lowerBound(rule: RuleTexts, group: AuditedGroup, cell: CellKey): Finding | null {
	const known = group.bodies.map((body) => amountOf(body, [cell])).filter(({ known }) => known > 0);
	if (known.length === 0) return null;
	const left = amountOf(group.summary, [cell]);
	const right = known.reduce(joined, NOTHING);
	const status = compareAtMost({ ...right, open: 0, unknown: 0 }, left);
	const doubtful = status === 'fail' && group.coverage.scope === 'unknown';
	return findingOf(rule, alongOf(cell), doubtful ? 'unsure' : status, {
		cells: [cell],
		left: partSum(left),
		right: partSum(right),
		...(doubtful ? { reason: 'coverage/unknown' } : {}),
		...(status === 'unsure' ? { reason: 'cells/blank' } : {}),
		...(status === 'not_assessable' ? { reason: 'cells/unknown' } : {})
	});
}

function boundRule(
	texts: Pick<RuleTexts, 'id' | 'names' | 'formula' | 'severity'>,
	parts: 'bodies' | 'regions'
): GroupRule {
	const rule: GroupRule = {
		...texts,
		scope: 'group',
		basis: {
			zh: '汇总不小于其中任何一部分;范围不明时只存疑',
			en: 'a whole is not less than its parts; where the scope is not known it is only unsure'
		},
		exceptions: [
			{
				zh: '垂直管理机关可能计入上级系统而不计入当地汇总',
				en: 'vertical bodies may be counted with their own system and not in the region'
			}
		],
		breaks: [],
		check: (group) => {
			if ((group.coverage.parts ?? 'bodies') !== parts) return [];
			const cells = [
				...cellsOf(group, 't3', (cell) => SHARED.has(cell)),
				...cellsOf(group, 't4', () => true),
				...cellsOf(group, 't2', (cell) => ADDITIVE.test(cell) && !cell.includes('normative'))
			];
			const findings = cells.flatMap((cell) => lowerBound(rule, group, cell) ?? []);
			if (findings.length > 0)
				return findings.map((finding) => ({ ...finding, along: finding.cells[0] ?? finding.along }));
			return [findingOf(rule, 'all', 'not_assessable', { reason: 'coverage/incomplete' })];
		}
	};
	return rule;
}

export const A_MIN = boundRule(
	{
		id: 'a-min',
		severity: 'hard',
		names: { zh: '汇总不小于已知各机关', en: 'Summary at least its known bodies' },
		formula: {
			zh: '汇总报告的每一格 ≥ 已收集的所辖机关之和(因而 ≥ 其中最大者)',
			en: 'each cell of the summary ≥ the sum over the bodies at hand, and so ≥ the largest of them'
		}
	},
	'bodies'
);
export const A_LEVEL = boundRule(
	{
		id: 'a-level',
		severity: 'definitional',
		names: { zh: '上级不小于下级汇总', en: 'A region at least its parts' },
		formula: {
			zh: '省 ≥ 各市之和,市 ≥ 各县之和,县 ≥ 各乡镇与部门之和',
			en: 'province ≥ its cities, city ≥ its counties, county ≥ its towns and departments'
		}
	},
	'regions'
);
