import type { Names } from '../form/index.ts';

/** Why a verdict is not simply pass or fail, or what kind of failure it is. */
export const REASONS = {
	'table/missing': { zh: '报告没有该表', en: 'the report lacks the table' },
	'layout/undetermined': { zh: '无法判定该表的版式', en: 'the layout of the table cannot be told' },
	'layout/other': { zh: '该规则不适用于此版式', en: 'the rule is not for this layout' },
	'cells/unknown': { zh: '所需的格空缺或读不准', en: 'cells it needs are missing or unreadable' },
	'cells/blank': { zh: '空白格可能代表 0', en: 'blank cells may stand for zero' },
	'identity/one-cell': { zh: '改正一格即全部成立', en: 'one cell changed would heal every failed check' },
	'identity/shifted': {
		zh: '相邻两列差数相反,疑似串列',
		en: 'neighbouring columns differ by opposite amounts: a shifted value?'
	},
	'prose/none': { zh: '没有读到所需的文字', en: 'the text it needs was not found' },
	'year/unknown': { zh: '报告年度不明', en: 'the year of the report is not known' },
	'body/unknown': { zh: '机关的层级或类型不明', en: 'level or kind of the body is not known' },
	'body/provincial-department': {
		zh: '省级部门是否计入政府规章,口径不一',
		en: 'provincial departments may count the rules of their government'
	},
	'fee/none-stated': { zh: '第六部分写明未收取', en: 'section six says that none was collected' },
	'fee/count-missing': { zh: '写了收费金额,没有写件数', en: 'gives the amount but no number of cases' },
	'fee/not-stated': { zh: '第六部分没有写收费情况', en: 'section six says nothing of the fee' },
	'fee/before-2021': { zh: '收费办法 2021 年起施行', en: 'the fee exists from 2021 only' },
	'fee/not-in-tariff': { zh: '金额不合收费标准', en: 'the amount does not fit the tariff' },
	'unit/printed-otherwise': { zh: '格内印着另一单位', en: 'the cell prints another unit' },
	'unit/yuan-likely': { zh: '可能以元为单位', en: 'the figure is probably in yuan' },
	'unit/too-large': { zh: '数额超出常见范围', en: 'the amount is beyond what is usual' },
	'quote/approximate': { zh: '文字为约数', en: 'the text gives a round figure' },
	'quote/other-period': { zh: '文字所述时段不是本年度', en: 'the text speaks of another period' },
	'quote/other-body': {
		zh: '文字所述主体可能不是本报告的全部范围',
		en: 'the text may speak of another body or a part'
	},
	'quote/part': { zh: '文字所述可能只是一部分', en: 'the text may give a part only' },
	'quote/loose-words': { zh: '文字口径不明确', en: 'the wording does not say exactly what is counted' },
	'quote/broken': { zh: '数字在换行处断开', en: 'the figure is cut by a line end' },
	'quote/decided-cases': { zh: '文字只计已审结的', en: 'the text counts decided cases only' },
	'candidate/unknown': { zh: '部分可比的表内数未知', en: 'some of the table figures it may mean are not known' },
	'date/mark-lost': { zh: '日期缺“年”“月”等字', en: 'a date lacks its 年 or 月' },
	'date/impossible': { zh: '不存在的日期', en: 'no such date' },
	'date/number-bracket': { zh: '文号括号残缺', en: 'the bracket of a document number is lost' },
	'date/from-address': { zh: '发布日期由网址推断', en: 'the date was taken from the address' },
	'deadline/none-set': {
		zh: '法规未规定乡镇街道的期限',
		en: 'the Regulations set no date for towns and street offices'
	},
	'deadline/depends': {
		zh: '机关类型不明,期限为1月31日或3月31日',
		en: 'due 31 January or 31 March, by the kind of body'
	},
	'notice/old': { zh: '引用 2019 年的通知', en: 'cites the notice of 2019' },
	'notice/not-yet': { zh: '引用当时尚未印发的通知', en: 'cites a notice that was not yet out' },
	'notice/mixed': { zh: '通知名称与文号不符', en: 'title and number of the notice do not belong together' },
	'text/last-year': { zh: '以上一年度开头的陈述', en: 'speaks of the year before as its own' },
	'text/plan-of-this-year': { zh: '把本年度写作计划', en: 'speaks of its own year as a plan' },
	'text/maybe-dropped': { zh: '小标题可能未读入', en: 'a bare heading may not have been read' },
	'previous/none': { zh: '没有上一年度的报告', en: 'there is no report of an earlier year' },
	'previous/year-missing': { zh: '中间缺少年度', en: 'a year between is missing' },
	'gap/2018': { zh: '2018年度没有结转数', en: 'reports of 2018 carry nothing over' },
	'format/break': { zh: '版式更换,口径不连续', en: 'the form changed: the series breaks' },
	'agency/renamed': { zh: '机关更名', en: 'the body was renamed' },
	'agency/merged': { zh: '机关合并', en: 'bodies were merged' },
	'agency/split': { zh: '机关分立', en: 'the body was split' },
	'agency/scope-changed': { zh: '统计范围有变', en: 'the scope of the report changed' },
	'agency/corrected': { zh: '上一年度的数字后来更正', en: 'the earlier figures were corrected later' },
	'stock/withdrawn': { zh: '可能有撤下的文件', en: 'documents may have been withdrawn' },
	'coverage/unknown': { zh: '所辖机关范围不明', en: 'it is not known which bodies the summary covers' },
	'coverage/incomplete': { zh: '所辖机关的报告不全', en: 'not every body in scope is at hand' },
	'coverage/not-declared': { zh: '未确认公开渠道已收全', en: 'it is not known whether all was collected' },
	'group/body-silent': { zh: '有机关的该格未知', en: 'the cell of some body is not known' },
	'group/joint-documents': { zh: '联合发文可能重复计算', en: 'joint documents may be counted twice' }
} as const satisfies Record<string, Names>;
export type Reason = keyof typeof REASONS;
