import { eachLayout } from './each-layout.ts';
import { APPLICANT_COLUMNS, tableThreeRows } from './cells.ts';
import type { CellKey, Layout, Names, TableId } from './names.ts';
import { DISPUTES, RESULTS } from './table-four.ts';
import { APPLICANTS } from './table-three.ts';

export const IDENTITY_RULES = {
	't3-balance': {
		names: { zh: '收支平衡', en: 'Column balance' },
		formula: { zh: '本年新收 + 上年结转 = 办理结果总计 + 结转下年', en: 'new + carried in = closed + carried out' },
		basis: { zh: '印在表三左上角', en: 'printed in the corner of table three' },
		severity: 'hard',
		table: 't3'
	},
	't3-sum': {
		names: { zh: '办理结果合计', en: 'Outcome sum' },
		formula: { zh: '(七)总计 = (一)至(六)各项之和', en: 'closed = sum of all outcomes (1) to (6)' },
		basis: { zh: '行名“总计”', en: 'the row is labelled as the total' },
		severity: 'hard',
		table: 't3'
	},
	't3-row': {
		names: { zh: '申请人合计', en: 'Applicant sum' },
		formula: {
			zh: '总计 = 自然人 + 法人或其他组织五类之和',
			en: 'total = natural persons + the five kinds of organisation'
		},
		basis: { zh: '列名“总计”', en: 'the column is labelled as the total' },
		severity: 'hard',
		table: 't3'
	},
	't4-sum': {
		names: { zh: '复议诉讼合计', en: 'Review and lawsuit sum' },
		formula: {
			zh: '总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结',
			en: 'total = upheld + corrected + other + pending'
		},
		basis: { zh: '列名“总计”', en: 'the column is labelled as the total' },
		severity: 'hard',
		table: 't4'
	}
} as const satisfies Record<string, { names: Names; formula: Names; basis: Names; severity: 'hard'; table: TableId }>;
export type IdentityRule = keyof typeof IDENTITY_RULES;

/** One identity (勾稽关系) over named cells: the left cells sum to what the right cells sum to. */
export interface Identity {
	readonly rule: IdentityRule;
	/** The row or column it runs along. */
	readonly along: string;
	readonly left: readonly CellKey[];
	readonly right: readonly CellKey[];
}

function tableThreeIdentities(layout: Layout): Identity[] {
	const rows = tableThreeRows(layout);
	const outcomes = rows.filter((row) => row.group !== undefined);
	const columns = APPLICANT_COLUMNS.map((column) => column.id);
	return [
		...columns.map((column): Identity => ({
			rule: 't3-balance',
			along: column,
			left: [`t3.new.${column}`, `t3.carried_in.${column}`],
			right: [`t3.closed.${column}`, `t3.carried_out.${column}`]
		})),
		...columns.map((column): Identity => ({
			rule: 't3-sum',
			along: column,
			left: [`t3.closed.${column}`],
			right: outcomes.map((row): CellKey => `t3.${row.id}.${column}`)
		})),
		...rows.map((row): Identity => ({
			rule: 't3-row',
			along: row.id,
			left: [`t3.${row.id}.total`],
			right: APPLICANTS.map((applicant): CellKey => `t3.${row.id}.${applicant.id}`)
		}))
	];
}

const TABLE_FOUR_IDENTITIES: readonly Identity[] = DISPUTES.map((dispute) => ({
	rule: 't4-sum',
	along: dispute.id,
	left: [`t4.${dispute.id}.total`],
	right: RESULTS.filter((result) => result.id !== 'total').map((result): CellKey => `t4.${dispute.id}.${result.id}`)
}));

const TABLE_THREE_IDENTITIES = eachLayout(tableThreeIdentities);

/** The arithmetic identities inside one table: 39 for t3 of 2021, 37 of 2019, 3 for t4, none for t2 (statute.md 2.1, 2.2). */
export function identities(table: TableId, layout: Layout): readonly Identity[] {
	if (table === 't3') return TABLE_THREE_IDENTITIES[layout];
	return table === 't4' ? TABLE_FOUR_IDENTITIES : [];
}
