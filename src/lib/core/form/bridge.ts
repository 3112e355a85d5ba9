import { eachLayout } from './each-layout.ts';
import type { CellKey, Layout, Names } from './names.ts';

/** How far one concept's figures of layout 2019 may be set beside those of 2021. */
export type Comparability = 'yes' | 'with_care' | 'never';

export interface BridgedConcept {
	readonly id: string;
	readonly names: Names;
	readonly comparable: Comparability;
	/** The cells whose sum is the concept, by layout; `*` stands for each applicant and the total. Empty: the layout lacks it. */
	readonly cells: Readonly<Record<Layout, readonly (CellKey | `t3.${string}.*`)[]>>;
	readonly note: Names;
}

const same = <const K extends CellKey | `t3.${string}.*`>(...cells: K[]): Record<Layout, K[]> =>
	eachLayout(() => cells);

/** The bridge between the layouts: what may be joined over 2020 → 2021, and what never. */
export const BRIDGE = [
	{
		id: 'requests',
		names: { zh: '新收申请', en: 'Requests received' },
		comparable: 'yes',
		cells: same('t3.new.*'),
		note: { zh: '两版口径一致', en: 'the same in both layouts' }
	},
	{
		id: 'carry_over',
		names: { zh: '结转', en: 'Carry-over' },
		comparable: 'yes',
		cells: same('t3.carried_in.*', 't3.carried_out.*'),
		note: { zh: '2019年起设此项', en: 'exists from 2019' }
	},
	{
		id: 'outcomes',
		names: { zh: '办理结果(一)至(五)', en: 'Outcomes (1) to (5)' },
		comparable: 'yes',
		cells: same('t3.granted.*', 't3.partial.*'),
		note: { zh: '各子项两版相同', en: 'the rows are the same in both layouts' }
	},
	{
		id: 'other_handling',
		names: { zh: '其他处理', en: 'Otherwise handled' },
		comparable: 'yes',
		cells: { '2019': ['t3.other.*'], '2021': ['t3.other_no_correction.*', 't3.other_fee_unpaid.*', 't3.other_rest.*'] },
		note: { zh: '2019版一行,2021版三行,只可比小计', en: 'one row in 2019, three in 2021: only the subtotal compares' }
	},
	{
		id: 'disputes',
		names: { zh: '复议诉讼', en: 'Reviews and lawsuits' },
		comparable: 'yes',
		cells: same('t4.review.total', 't4.suit_direct.total', 't4.suit_after_review.total'),
		note: { zh: '两版相同', en: 'the same in both layouts' }
	},
	{
		id: 'normative_issued',
		names: { zh: '规范性文件制发', en: 'Normative documents issued' },
		comparable: 'with_care',
		cells: { '2019': ['t2.normative.made'], '2021': ['t2.normative.issued'] },
		note: { zh: '“新制作”与“制发”近似', en: '“made” and “issued” are near, not equal' }
	},
	{
		id: 'normative_stock',
		names: { zh: '规范性文件存量', en: 'Stock of normative documents' },
		comparable: 'never',
		cells: { '2019': ['t2.normative.total'], '2021': ['t2.normative.in_force'] },
		note: { zh: '“对外公开总数量”不是“现行有效件数”', en: '“published in all” is not “in force”' }
	},
	{
		id: 'decisions',
		names: { zh: '许可、处罚、强制', en: 'Licences, penalties, coercion' },
		comparable: 'yes',
		cells: same('t2.licensing.decisions', 't2.penalty.decisions', 't2.coercion.decisions'),
		note: { zh: '处理决定数量,两版一致', en: 'numbers of decisions in both' }
	},
	{
		id: 'fees',
		names: { zh: '行政事业性收费', en: 'Administrative fees' },
		comparable: 'never',
		cells: { '2019': ['t2.fees.items_prev'], '2021': ['t2.fees.amount'] },
		note: { zh: '2019版是项目数,2021版是金额(万元)', en: '2019 counts fee items, 2021 gives money (10,000 yuan)' }
	},
	{
		id: 'procurement',
		names: { zh: '政府集中采购', en: 'Centralised procurement' },
		comparable: 'never',
		cells: { '2019': ['t2.procurement.projects', 't2.procurement.amount'], '2021': [] },
		note: { zh: '2021版取消', en: 'dropped in 2021' }
	}
] as const satisfies readonly BridgedConcept[];
