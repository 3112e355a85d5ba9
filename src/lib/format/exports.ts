import type { Names } from '../core/form/index.ts';

/** Words that stand in files for the reader: what a file shows, of what, and how to cite it. */
export const EXPORT_WORDS = {
	title: { zh: '标题', en: 'Title' },
	unit: { zh: '单位与范围', en: 'Unit and coverage' },
	note: { zh: '说明', en: 'Note' },
	filter: { zh: '筛选条件', en: 'Filter' },
	all: { zh: '全部', en: 'all' },
	source: { zh: '来源', en: 'Source' },
	dataset: { zh: '数据集', en: 'Dataset' },
	build: { zh: '数据版本', en: 'Dataset build' },
	link: { zh: '链接', en: 'Link' },
	rows: { zh: '行数', en: 'Rows' },
	sha256: { zh: '严格版CSV的sha256', en: 'sha256 of the strict CSV' },
	citation: { zh: '引用', en: 'Citation' },
	columns: { zh: '各栏', en: 'Columns' },
	column: { zh: '栏名', en: 'Column' },
	meaning: { zh: '含义', en: 'Meaning' },
	statuses: { zh: '状态栏的取值', en: 'Values of the status columns' },
	status: { zh: '状态', en: 'Status' },
	ok: { zh: '有数字', en: 'there is a number' },
	recomputed: {
		zh: '报告所印的合计没有数字，由各类申请人的数字相加得出',
		en: 'the printed total has no number; added up from the kinds of applicant'
	},
	statusOf: { zh: '有无数字及原因', en: 'whether there is a number, and why not' },
	data: { zh: '数据', en: 'Data' },
	fictional: { zh: '虚构数据', en: 'Fictional data' },
	session: { zh: '本次会话的数据', en: 'Data of this session' },
	definitions: { zh: '定义', en: 'Definitions' },
	licence: { zh: '许可', en: 'Licence' },
	figuresLicence: {
		zh: '数字来自依法公开的政府信息;代码采用MIT许可',
		en: 'The figures are public government information; the code is under the MIT licence'
	}
} as const satisfies Record<string, Names>;

/** What must be said on every file of data that is not the shipped reports. */
export const MARKS = {
	fictional: {
		zh: '虚构的演示数据 · fictional:机关、地名、数字均为虚构',
		en: '虚构的演示数据 · fictional: agencies, places and figures are invented'
	},
	session: {
		zh: '本次会话:读者自己的文件,未公布 · own files, not published',
		en: 'Data of this session: own files, not published · 本次会话:读者自己的文件'
	}
} as const satisfies Record<string, Names>;
