import type { Layout, Names, Unit } from './names.ts';

export interface TableTwoColumn {
	readonly id: string;
	readonly names: Names;
	/** The printed label first, then variants that reports print. */
	readonly labels: readonly string[];
	readonly unit: Unit;
	/** The figure may be negative (本年增/减). */
	readonly signed?: true;
}

export interface TableTwoRow {
	readonly id: string;
	readonly names: Names;
	readonly labels: readonly string[];
}

/** A part of table two under one item of Article 20: a header row of its own, then its rows. */
export interface TableTwoBlock {
	/** The item of Article 20 of the Regulations on Government Information Disclosure, as a Chinese numeral. */
	readonly item: string;
	readonly columns: readonly TableTwoColumn[];
	readonly rows: readonly TableTwoRow[];
}

export const TABLE_TWO_NAMES: Names = {
	zh: '主动公开政府信息情况',
	en: 'Proactive disclosure of government information'
};

/** The label over the row labels of table two. */
export const TABLE_TWO_CORNER = '信息内容';

const column = {
	issued: {
		id: 'issued',
		names: { zh: '本年制发件数', en: 'issued this year' },
		labels: [
			'本年制发件数',
			'制发件数',
			'本年制发',
			'本年制发数',
			'本年制发数量',
			'本年制作件数',
			'本年制作数量',
			'本年度制发件数'
		],
		unit: 'piece'
	},
	repealed: {
		id: 'repealed',
		names: { zh: '本年废止件数', en: 'repealed this year' },
		labels: ['本年废止件数', '废止件数', '本年废止', '本年废止数', '本年废止数量', '本年度废止件数'],
		unit: 'piece'
	},
	in_force: {
		id: 'in_force',
		names: { zh: '现行有效件数', en: 'in force' },
		labels: ['现行有效件数', '现行有效', '现行有效件', '现行有效数', '现行有效数量'],
		unit: 'piece'
	},
	decisions: {
		id: 'decisions',
		names: { zh: '本年处理决定数量', en: 'decisions this year' },
		labels: ['本年处理决定数量', '本年度处理决定数量', '处理决定数量', '本年处理决定数', '处理决定数'],
		unit: 'piece'
	},
	amount_wan: {
		id: 'amount',
		names: { zh: '本年收费金额(万元)', en: 'fees collected this year (10,000 yuan)' },
		labels: ['本年收费金额(单位:万元)', '本年收费金额(万元)', '本年收费金额', '收费金额', '本年度收费金额'],
		unit: 'wan_yuan'
	},
	made: {
		id: 'made',
		names: { zh: '本年新制作数量', en: 'newly made this year' },
		labels: ['本年新制作数量', '新制作数量', '本年度新制作数量', '本年新制作'],
		unit: 'piece'
	},
	published: {
		id: 'published',
		names: { zh: '本年新公开数量', en: 'newly published this year' },
		labels: ['本年新公开数量', '新公开数量', '本年度新公开数量', '本年新公开'],
		unit: 'piece'
	},
	total: {
		id: 'total',
		names: { zh: '对外公开总数量', en: 'published in all' },
		labels: ['对外公开总数量', '公开总数量', '对外公开总数'],
		unit: 'piece'
	},
	items_prev: {
		id: 'items_prev',
		names: { zh: '上一年项目数量', en: 'kinds of items, last year' },
		labels: ['上一年项目数量', '上年项目数量', '上一年度项目数量', '上一年项目数'],
		unit: 'item'
	},
	items_change: {
		id: 'items_change',
		names: { zh: '本年增/减', en: 'change in kinds of items' },
		labels: ['本年增/减', '本年增减', '本年增', '本年增/', '本年度增/减'],
		unit: 'item',
		signed: true
	},
	projects: {
		id: 'projects',
		names: { zh: '采购项目数量', en: 'procurement projects' },
		labels: ['采购项目数量', '采购项目数'],
		unit: 'item'
	},
	amount_procured: {
		id: 'amount',
		names: { zh: '采购总金额', en: 'procurement amount (unit as printed)' },
		labels: ['采购总金额', '采购金额', '采购总额'],
		unit: 'as_printed'
	}
} as const satisfies Record<string, TableTwoColumn>;

const row = {
	rules: { id: 'rules', names: { zh: '规章', en: 'Rules' }, labels: ['规章'] },
	normative: {
		id: 'normative',
		names: { zh: '行政规范性文件', en: 'Administrative normative documents' },
		labels: ['行政规范性文件', '规范性文件']
	},
	licensing: { id: 'licensing', names: { zh: '行政许可', en: 'Administrative licensing' }, labels: ['行政许可'] },
	other_services: {
		id: 'other_services',
		names: { zh: '其他对外管理服务事项', en: 'Other public services and regulation' },
		labels: ['其他对外管理服务事项', '其他对外服务管理事项', '其它对外管理服务事项']
	},
	penalty: { id: 'penalty', names: { zh: '行政处罚', en: 'Administrative penalties' }, labels: ['行政处罚'] },
	coercion: {
		id: 'coercion',
		names: { zh: '行政强制', en: 'Administrative coercion' },
		labels: ['行政强制', '行政强制措施']
	},
	fees: {
		id: 'fees',
		names: { zh: '行政事业性收费', en: 'Administrative and institutional fees' },
		labels: ['行政事业性收费', '行政事业收费']
	},
	procurement: {
		id: 'procurement',
		names: { zh: '政府集中采购', en: 'Centralised government procurement' },
		labels: ['政府集中采购', '集中采购']
	}
} as const satisfies Record<string, TableTwoRow>;

const c = column;

/** Table two by layout: the printed blocks in their order. It has no derived cell. */
export const TABLE_TWO = {
	'2021': [
		{ item: '一', columns: [c.issued, c.repealed, c.in_force], rows: [row.rules, row.normative] },
		{ item: '五', columns: [c.decisions], rows: [row.licensing] },
		{ item: '六', columns: [c.decisions], rows: [row.penalty, row.coercion] },
		{ item: '八', columns: [c.amount_wan], rows: [row.fees] }
	],
	'2019': [
		{ item: '一', columns: [c.made, c.published, c.total], rows: [row.rules, row.normative] },
		{ item: '五', columns: [c.items_prev, c.items_change, c.decisions], rows: [row.licensing, row.other_services] },
		{ item: '六', columns: [c.items_prev, c.items_change, c.decisions], rows: [row.penalty, row.coercion] },
		{ item: '八', columns: [c.items_prev, c.items_change], rows: [row.fees] },
		{ item: '九', columns: [c.projects, c.amount_procured], rows: [row.procurement] }
	]
} as const satisfies Record<Layout, readonly TableTwoBlock[]>;

/** Rows that real reports add to table two and that have no cell of the form; they must not be read into another row. */
export const TABLE_TWO_FOREIGN_ROWS: readonly string[] = ['其他主动公开文件', '其他文件'];
