import type { Names } from './names.ts';

export const TABLE_FOUR_NAMES: Names = {
	zh: '政府信息公开行政复议、行政诉讼情况',
	en: 'Administrative reconsideration and litigation'
};

export interface DisputeGroup {
	readonly id: string;
	readonly names: Names;
	readonly labels: readonly string[];
	/** Printed under 行政诉讼. */
	readonly lawsuit: boolean;
}

/** The three groups of table four, in printed order. */
export const DISPUTES = [
	{
		id: 'review',
		lawsuit: false,
		names: { zh: '行政复议', en: 'Administrative reconsideration' },
		labels: ['行政复议']
	},
	{
		id: 'suit_direct',
		lawsuit: true,
		names: { zh: '未经复议直接起诉', en: 'Direct litigation without reconsideration' },
		labels: ['未经复议直接起诉', '未经复议']
	},
	{
		id: 'suit_after_review',
		lawsuit: true,
		names: { zh: '复议后起诉', en: 'Litigation after reconsideration' },
		labels: ['复议后起诉', '经复议后起诉']
	}
] as const satisfies readonly DisputeGroup[];
export type DisputeId = (typeof DISPUTES)[number]['id'];

/** The heading over both kinds of lawsuit. */
export const LAWSUITS = { names: { zh: '行政诉讼', en: 'Administrative litigation' }, labels: ['行政诉讼'] } as const;

/** The five columns of each group, in printed order; the last is the sum of the others. */
export const RESULTS = [
	{ id: 'upheld', names: { zh: '结果维持', en: 'Upheld' }, labels: ['结果维持', '维持'] },
	{ id: 'corrected', names: { zh: '结果纠正', en: 'Corrected' }, labels: ['结果纠正', '纠正'] },
	{ id: 'other', names: { zh: '其他结果', en: 'Other outcome' }, labels: ['其他结果', '其它结果'] },
	{ id: 'pending', names: { zh: '尚未审结', en: 'Pending' }, labels: ['尚未审结', '未审结'] },
	{ id: 'total', names: { zh: '总计', en: 'Total' }, labels: ['总计', '合计'], derived: true }
] as const satisfies readonly { id: string; names: Names; labels: readonly string[]; derived?: true }[];
export type ResultId = (typeof RESULTS)[number]['id'];
