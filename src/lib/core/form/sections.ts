import type { Names } from './names.ts';

/** The six sections of the report (Article 50; notices of 2019 and 2021) and the words that tell a heading of each. */
export const SECTIONS = [
	{
		id: 's1',
		ordinal: '一',
		names: { zh: '总体情况', en: 'General situation' },
		keys: ['总体情况', '工作基本情况', '概述']
	},
	{ id: 's2', ordinal: '二', names: { zh: '主动公开政府信息情况', en: 'Proactive disclosure' }, keys: ['主动公开'] },
	{
		id: 's3',
		ordinal: '三',
		names: { zh: '收到和处理政府信息公开申请情况', en: 'Requests received and handled' },
		keys: ['收到和处理']
	},
	{
		id: 's4',
		ordinal: '四',
		names: { zh: '政府信息公开行政复议、行政诉讼情况', en: 'Reconsideration and litigation' },
		keys: ['行政复议', '复议及行政诉讼']
	},
	{
		id: 's5',
		ordinal: '五',
		names: { zh: '存在的主要问题及改进情况', en: 'Main problems and improvements' },
		keys: ['主要问题', '存在问题', '存在的问题']
	},
	{ id: 's6', ordinal: '六', names: { zh: '其他需要报告的事项', en: 'Other matters to report' }, keys: ['需要报告的'] }
] as const satisfies readonly { id: string; ordinal: string; names: Names; keys: readonly string[] }[];
