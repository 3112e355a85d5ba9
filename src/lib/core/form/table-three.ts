import { LAYOUTS } from './names.ts';
import type { Layout, Names } from './names.ts';

export interface Applicant {
	readonly id: string;
	readonly names: Names;
	readonly labels: readonly string[];
	/** Printed under 法人或其他组织. */
	readonly organisation: boolean;
}

/** The six kinds of applicant, in the printed order of the columns of table three. */
export const APPLICANTS = [
	{ id: 'natural_person', names: { zh: '自然人', en: 'Natural persons' }, labels: ['自然人'], organisation: false },
	{
		id: 'business',
		names: { zh: '商业企业', en: 'Commercial enterprises' },
		labels: ['商业企业', '企业', '商业'],
		organisation: true
	},
	{
		id: 'research',
		names: { zh: '科研机构', en: 'Research institutions' },
		labels: ['科研机构', '科研'],
		organisation: true
	},
	{
		id: 'public_interest',
		names: { zh: '社会公益组织', en: 'Public-interest organisations' },
		labels: ['社会公益组织', '公益组织', '社会公益', '社会组织'],
		organisation: true
	},
	{
		id: 'legal_service',
		names: { zh: '法律服务机构', en: 'Legal-service institutions' },
		labels: ['法律服务机构', '法律服务'],
		organisation: true
	},
	{ id: 'other_org', names: { zh: '其他', en: 'Other organisations' }, labels: ['其他', '其它'], organisation: true }
] as const satisfies readonly Applicant[];
export type ApplicantId = (typeof APPLICANTS)[number]['id'];

/** The derived seventh column. */
export const APPLICANT_TOTAL = { id: 'total', names: { zh: '总计', en: 'Total' }, labels: ['总计', '合计'] } as const;

export const TABLE_THREE_NAMES: Names = {
	zh: '收到和处理政府信息公开申请情况',
	en: 'Requests received and handled'
};

export const TABLE_THREE_HEADINGS = {
	identity: '本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和',
	applicants: '申请人情况',
	organisations: '法人或其他组织',
	results: '本年度办理结果'
} as const;

export type OutcomeGroupId = 'granted' | 'partial' | 'denied' | 'unable' | 'unprocessed' | 'other';

export interface OutcomeGroup {
	readonly id: OutcomeGroupId;
	/** The Chinese numeral in brackets before it. */
	readonly ordinal: string;
	readonly names: Names;
	readonly labels: readonly string[];
}

/** The six ways a request ends; 部分公开 and 予以公开 have one row each, the others are sums of their rows. */
export const OUTCOME_GROUPS = [
	{ id: 'granted', ordinal: '一', names: { zh: '予以公开', en: 'Disclosed' }, labels: ['予以公开'] },
	{ id: 'partial', ordinal: '二', names: { zh: '部分公开', en: 'Partially disclosed' }, labels: ['部分公开'] },
	{ id: 'denied', ordinal: '三', names: { zh: '不予公开', en: 'Not disclosed' }, labels: ['不予公开'] },
	{ id: 'unable', ordinal: '四', names: { zh: '无法提供', en: 'Unable to provide' }, labels: ['无法提供'] },
	{ id: 'unprocessed', ordinal: '五', names: { zh: '不予处理', en: 'Not processed' }, labels: ['不予处理'] },
	{
		id: 'other',
		ordinal: '六',
		names: { zh: '其他处理', en: 'Otherwise handled' },
		labels: ['其他处理', '其它处理', '其他']
	}
] as const satisfies readonly OutcomeGroup[];

export interface TableThreeRow {
	readonly id: string;
	readonly names: Names;
	/** The printed label first (without its number), then variants. */
	readonly labels: readonly string[];
	/** The number before the label: 一、 (一) or 1. */
	readonly ordinal: string;
	readonly layouts: readonly Layout[];
	readonly group?: OutcomeGroupId;
	/** Articles of the 2019 Regulations (Order 711) that the outcome rests on. */
	readonly articles?: string;
	readonly derived?: true;
}

const from2021 = LAYOUTS.filter((layout) => layout >= '2021');

/** The rows of table three, in printed order: 25 in layout 2021, 23 in layout 2019 (其他处理 is one row). */
export const TABLE_THREE_ROWS = [
	{
		id: 'new',
		ordinal: '一、',
		layouts: LAYOUTS,
		names: { zh: '本年新收政府信息公开申请数量', en: 'Newly received' },
		labels: [
			'本年新收政府信息公开申请数量',
			'本年新收政府信息公开申请数',
			'本年度新收政府信息公开申请数量',
			'本年新收',
			'本年度新收',
			'本年收到政府信息公开申请数量'
		]
	},
	{
		id: 'carried_in',
		ordinal: '二、',
		layouts: LAYOUTS,
		names: { zh: '上年结转政府信息公开申请数量', en: 'Carried over from previous year' },
		labels: [
			'上年结转政府信息公开申请数量',
			'上年结转政府信息公开申请数',
			'上年度结转政府信息公开申请数量',
			'上一年结转政府信息公开申请数量',
			'上年结转',
			'上年度结转'
		]
	},
	{
		id: 'granted',
		ordinal: '(一)',
		layouts: LAYOUTS,
		group: 'granted',
		articles: '36(1), 36(2)',
		names: { zh: '予以公开', en: 'Disclosed' },
		labels: ['予以公开']
	},
	{
		id: 'partial',
		ordinal: '(二)',
		layouts: LAYOUTS,
		group: 'partial',
		articles: '37',
		names: { zh: '部分公开', en: 'Partially disclosed' },
		labels: ['部分公开(区分处理的,只计这一情形,不计其他情形)', '部分公开(区分处理)', '部分公开']
	},
	{
		id: 'denied_state_secret',
		ordinal: '1.',
		layouts: LAYOUTS,
		group: 'denied',
		articles: '14',
		names: { zh: '属于国家秘密', en: 'State secrets' },
		labels: ['属于国家秘密', '国家秘密']
	},
	{
		id: 'denied_law',
		ordinal: '2.',
		layouts: LAYOUTS,
		group: 'denied',
		articles: '14',
		names: { zh: '其他法律行政法规禁止公开', en: 'Forbidden by other laws or administrative regulations' },
		labels: ['其他法律行政法规禁止公开', '法律行政法规禁止公开', '其他法律、行政法规禁止公开']
	},
	{
		id: 'denied_safety',
		ordinal: '3.',
		layouts: LAYOUTS,
		group: 'denied',
		articles: '14',
		names: { zh: '危及“三安全一稳定”', en: 'Endangers national, public or economic security, or social stability' },
		labels: ['危及“三安全一稳定”', '三安全一稳定']
	},
	{
		id: 'denied_third_party',
		ordinal: '4.',
		layouts: LAYOUTS,
		group: 'denied',
		articles: '15, 32',
		names: { zh: '保护第三方合法权益', en: 'Protects the lawful rights of third parties' },
		labels: ['保护第三方合法权益']
	},
	{
		id: 'denied_internal',
		ordinal: '5.',
		layouts: LAYOUTS,
		group: 'denied',
		articles: '16(1)',
		names: { zh: '属于三类内部事务信息', en: 'Internal-affairs information' },
		labels: ['属于三类内部事务信息', '三类内部事务信息']
	},
	{
		id: 'denied_process',
		ordinal: '6.',
		layouts: LAYOUTS,
		group: 'denied',
		articles: '16(2)',
		names: { zh: '属于四类过程性信息', en: 'Process (deliberative) information' },
		labels: ['属于四类过程性信息', '四类过程性信息']
	},
	{
		id: 'denied_case_file',
		ordinal: '7.',
		layouts: LAYOUTS,
		group: 'denied',
		articles: '16(2)',
		names: { zh: '属于行政执法案卷', en: 'Administrative law-enforcement case files' },
		labels: ['属于行政执法案卷', '行政执法案卷']
	},
	{
		id: 'denied_query',
		ordinal: '8.',
		layouts: LAYOUTS,
		group: 'denied',
		articles: '36(7)',
		names: { zh: '属于行政查询事项', en: 'Matters for administrative query' },
		labels: ['属于行政查询事项', '行政查询事项']
	},
	{
		id: 'unable_not_held',
		ordinal: '1.',
		layouts: LAYOUTS,
		group: 'unable',
		articles: '36(4), 36(5)',
		names: { zh: '本机关不掌握相关政府信息', en: 'Not held by this organ' },
		labels: ['本机关不掌握相关政府信息', '本机关不掌握']
	},
	{
		id: 'unable_must_create',
		ordinal: '2.',
		layouts: LAYOUTS,
		group: 'unable',
		articles: '38',
		names: { zh: '没有现成信息需要另行制作', en: 'Would have to be created' },
		labels: ['没有现成信息需要另行制作', '没有现成信息']
	},
	{
		id: 'unable_unclear',
		ordinal: '3.',
		layouts: LAYOUTS,
		group: 'unable',
		articles: '30',
		names: { zh: '补正后申请内容仍不明确', en: 'Still unclear after correction' },
		labels: ['补正后申请内容仍不明确', '补正后申请内容']
	},
	{
		id: 'unprocessed_petition',
		ordinal: '1.',
		layouts: LAYOUTS,
		group: 'unprocessed',
		articles: '39(1)',
		names: { zh: '信访举报投诉类申请', en: 'Petitions, tip-offs and complaints' },
		labels: ['信访举报投诉类申请', '信访举报投诉']
	},
	{
		id: 'unprocessed_repeat',
		ordinal: '2.',
		layouts: LAYOUTS,
		group: 'unprocessed',
		articles: '36(6)',
		names: { zh: '重复申请', en: 'Repeat requests' },
		labels: ['重复申请']
	},
	{
		id: 'unprocessed_publication',
		ordinal: '3.',
		layouts: LAYOUTS,
		group: 'unprocessed',
		articles: '39(2)',
		names: { zh: '要求提供公开出版物', en: 'Asks for published material' },
		labels: ['要求提供公开出版物', '提供公开出版物']
	},
	{
		id: 'unprocessed_excessive',
		ordinal: '4.',
		layouts: LAYOUTS,
		group: 'unprocessed',
		articles: '35',
		names: { zh: '无正当理由大量反复申请', en: 'Excessive requests without reasonable cause' },
		labels: ['无正当理由大量反复申请']
	},
	{
		id: 'unprocessed_reconfirm',
		ordinal: '5.',
		layouts: LAYOUTS,
		group: 'unprocessed',
		names: {
			zh: '要求行政机关确认或重新出具已获取信息',
			en: 'Asks to confirm or re-issue information already obtained'
		},
		labels: ['要求行政机关确认或重新出具已获取信息', '要求行政机关确认或重新出具', '要求行政机关确认']
	},
	{
		id: 'other',
		ordinal: '(六)',
		layouts: ['2019'],
		group: 'other',
		names: { zh: '其他处理', en: 'Otherwise handled' },
		labels: ['其他处理', '其它处理', '其他']
	},
	{
		id: 'other_no_correction',
		ordinal: '1.',
		layouts: from2021,
		group: 'other',
		articles: '30',
		names: {
			zh: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
			en: 'Not corrected in time without reason'
		},
		labels: [
			'申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
			'申请人无正当理由逾期不补正',
			'逾期不补正',
			'申请人无正当理由逾期'
		]
	},
	{
		id: 'other_fee_unpaid',
		ordinal: '2.',
		layouts: from2021,
		group: 'other',
		articles: '42',
		names: { zh: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', en: 'Fee not paid in time' },
		labels: [
			'申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
			'申请人逾期未按收费通知要求缴纳费用',
			'申请人逾期未按收费通知',
			'逾期不缴费',
			'逾期未缴费'
		]
	},
	{
		id: 'other_rest',
		ordinal: '3.',
		layouts: from2021,
		group: 'other',
		names: { zh: '其他', en: 'Other' },
		labels: ['其他', '其它']
	},
	{
		id: 'closed',
		ordinal: '(七)',
		layouts: LAYOUTS,
		derived: true,
		names: { zh: '总计(办结)', en: 'Total closed' },
		labels: ['总计', '合计']
	},
	{
		id: 'carried_out',
		ordinal: '四、',
		layouts: LAYOUTS,
		names: { zh: '结转下年度继续办理', en: 'Carried forward to next year' },
		labels: ['结转下年度继续办理', '结转下年度', '结转下年', '结转下一年度继续办理', '结转下年继续办理']
	}
] as const satisfies readonly TableThreeRow[];
export type TableThreeRowId = (typeof TABLE_THREE_ROWS)[number]['id'];
