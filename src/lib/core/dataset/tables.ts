import { LEVELS, UNIT_TYPES } from '../agencies/agency.ts';
import { DECISIONS } from './decision.ts';
import { keptColumn, PAIRED_GROUPS, summedGroups } from './summed-figures.ts';
import type { SummedFigure, SummedGroup } from './summed-figures.ts';
import { SEVERITIES, VERDICTS } from '../audit/finding.ts';
import type { Severity, Verdict } from '../audit/finding.ts';
import { ABSENCE_REASONS } from '../extract/report.ts';
import { ALL_CELLS, APPLICANTS, LAYOUTS, TABLE_THREE_ROWS } from '../form/index.ts';
import type { FormCell, Names, Unit } from '../form/index.ts';

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

export interface DatasetColumn {
	readonly name: string;
	readonly type: ColumnType;
	readonly meaning: Names;
	readonly unit?: Unit;
	/** Never NULL. */
	readonly required?: true;
	/** The values it may take, where they are few. */
	readonly values?: readonly string[];
}

export interface DatasetTable {
	readonly name: string;
	readonly meaning: Names;
	/** One file per report year (`reports-2023.<hash>.parquet`), or one file for all. */
	readonly byYear: boolean;
	readonly key: readonly string[];
	/** In which order the rows of a block of agencies lie in its Parquet files, where that is not the order of the key (decision 11). */
	readonly blockOrder?: readonly string[];
	readonly references?: readonly DatasetReference[];
	readonly columns: readonly DatasetColumn[];
}

/** Columns that, where none of them is NULL, point to a row of another table (of the same year, if that table is by year). */
export interface DatasetReference {
	readonly columns: readonly string[];
	readonly table: string;
	readonly to: readonly string[];
}

/** Reports that may be summed with each other: one level, and either governments' region-wide summaries or bodies' own figures. */
export const SCOPES = {
	central_own: { zh: '中央部门(本机关)', en: 'Central departments (own)' },
	province_summary: { zh: '省级政府(全域汇总)', en: 'Provincial governments (whole region)' },
	province_own: { zh: '省级机关(本机关)', en: 'Provincial bodies (own)' },
	city_summary: { zh: '地市政府(全域汇总)', en: 'City governments (whole region)' },
	city_own: { zh: '地市机关(本机关)', en: 'City bodies (own)' },
	county_summary: { zh: '区县政府(全域汇总)', en: 'County governments (whole region)' },
	county_own: { zh: '区县机关(本机关)', en: 'County bodies (own)' },
	township_own: { zh: '乡镇街道', en: 'Towns and street offices' },
	unknown: { zh: '层级未定', en: 'Level not known' }
} as const satisfies Record<string, Names>;
export type Scope = keyof typeof SCOPES;

const text = (name: string, zh: string, en: string, more: Partial<DatasetColumn> = {}): DatasetColumn => ({
	name,
	type: 'string',
	meaning: { zh, en },
	...more
});
const count = (name: string, zh: string, en: string, more: Partial<DatasetColumn> = {}): DatasetColumn => ({
	name,
	type: 'integer',
	meaning: { zh, en },
	...more
});

const agencyId = text('agency_id', '机关编号(跨更名不变)', 'agency id (stable across renames)', { required: true });
const year = count('year', '报告年度', 'report year', { required: true });
const source = text('source', '来源文件(相对于报告文件夹的路径)', 'source file (path within the folder of reports)', {
	required: true
});
const ordinalInSource = count('report', '该文件中的第几份报告', 'which report of that file, from 1', {
	required: true
});

const FOUND_LAYOUTS: readonly string[] = [...LAYOUTS, 'undetermined'];

const toAgency: DatasetReference = { columns: ['agency_id'], table: 'agencies', to: ['agency_id'] };
const toReport: DatasetReference = { columns: ['agency_id', 'year'], table: 'reports', to: ['agency_id', 'year'] };
const toSource: DatasetReference = { columns: ['source', 'report'], table: 'sources', to: ['source', 'report'] };

const dimensions: readonly DatasetColumn[] = [
	text('code', '行政区划代码(报告年度有效)', 'division code valid in the report year'),
	text('province', '省级行政区', 'province'),
	text('city', '地级行政区', 'prefecture-level city'),
	text('county', '县级行政区', 'county or district'),
	text('township', '乡镇街道', 'town or street'),
	text('level', '层级', 'level', { values: Object.keys(LEVELS) }),
	text('type', '单位类型', 'unit type', { required: true, values: Object.keys(UNIT_TYPES) }),
	text('family', '部门类别', 'department family'),
	text('scope', '可相加范围:同层级且同为全域汇总或本机关', 'scope within which figures may be summed', {
		required: true,
		values: Object.keys(SCOPES)
	})
];

function cellColumn(cell: FormCell): DatasetColumn {
	return {
		name: cell.key,
		type: cell.unit === 'wan_yuan' || cell.unit === 'as_printed' ? 'number' : 'integer',
		unit: cell.unit,
		meaning: { zh: `${cell.rowNames.zh} · ${cell.columnNames.zh}`, en: `${cell.rowNames.en} · ${cell.columnNames.en}` }
	};
}

/** The cells that a row of `reports` carries: all of tables two and four, the total column of table three. */
export const REPORT_CELLS: readonly FormCell[] = ALL_CELLS.filter(
	(cell) => cell.table !== 't3' || cell.column === 'total'
);

const SEVERITY_WORDS: Record<Severity, Names> = {
	hard: { zh: '必须成立的规则', en: 'rules that must hold' },
	definitional: { zh: '口径规则', en: 'rules of definition' },
	plausibility: { zh: '合理性规则', en: 'rules of plausibility' }
};
const VERDICT_WORDS: Record<Verdict, Names> = {
	pass: { zh: '相符', en: 'hold' },
	fail: { zh: '不符', en: 'fail' },
	unsure: { zh: '存疑', en: 'are unsure' },
	not_assessable: { zh: '无法核对', en: 'cannot be assessed' }
};

/** How many verdicts of each severity and kind a report has: `hard_fail` and so on. */
const verdictCounts: readonly DatasetColumn[] = SEVERITIES.flatMap((severity) =>
	VERDICTS.map((verdict) => {
		const [rules, came] = [SEVERITY_WORDS[severity], VERDICT_WORDS[verdict]];
		const zh = `${rules.zh}:${came.zh}的结论数`;
		return count(`${severity}_${verdict}`, zh, `verdicts of ${rules.en} that ${came.en}`, { required: true });
	})
);

/** Why an agency has no report of a year of the dataset. */
export const COVERAGE_STATES = {
	gap: { zh: '前后年度都有报告,该年度没有', en: 'there is none, between years that have one' },
	before_first: {
		zh: '早于该机关的第一份报告,当时是否设立不明',
		en: 'before its first report: whether it existed is not known'
	},
	after_last: {
		zh: '晚于该机关的最后一份报告,是否存续不明',
		en: 'after its last report: whether it still existed is not known'
	}
} as const satisfies Record<string, Names>;
export type CoverageState = keyof typeof COVERAGE_STATES;

/** How a correction is known. */
export const CORRECTION_KINDS = {
	republished: { zh: '后来的版本数字不同', en: 'a later version has another figure' },
	versions: { zh: '两个版本数字不同,先后不明', en: 'two versions differ, which came first is not known' },
	decision: { zh: '人工记录:机关已更正', en: 'a person noted that the agency corrected it' }
} as const satisfies Record<string, Names>;
export type CorrectionKind = keyof typeof CORRECTION_KINDS;

/** The cells that are summed one by one: table two has them in other units. */
export const SUMMED_CELLS = REPORT_CELLS.filter((cell) => cell.table !== 't2');

/** What a row of `summary` sums up. */
export const SUMMED_GROUPS = summedGroups(SUMMED_CELLS);

const summaryDimensions: readonly DatasetColumn[] = [
	year,
	text('province', '省级行政区', 'province'),
	text('scope', '可相加范围', 'scope', { required: true, values: Object.keys(SCOPES) }),
	text('level', '层级', 'level', { values: Object.keys(LEVELS) }),
	text('family', '部门类别', 'department family'),
	count('failing', '1:有不符的必须成立的规则;0:没有', '1: a rule that must hold fails; 0: none does', {
		required: true
	})
];
const SUMMARY_KEY = ['year', 'province', 'scope', 'level', 'family', 'failing'];

/** What may differ between the two reports of a pair; one of them fails a hard rule: the pair does. */
export const BEFORE_DIMENSIONS = [
	{
		name: 'before.province',
		of: 'province',
		zh: '上年报告的省级行政区',
		en: 'province of the report of the year before'
	},
	{ name: 'before.level', of: 'level', zh: '上年报告的层级', en: 'level of the report of the year before' },
	{
		name: 'before.family',
		of: 'family',
		zh: '上年报告的部门类别',
		en: 'department family of the report of the year before'
	}
] as const;
const PAIRS_KEY = [...SUMMARY_KEY, ...BEFORE_DIMENSIONS.map(({ name }) => name)];

const sumColumn = (figure: SummedFigure): DatasetColumn => ({
	name: keptColumn(figure),
	type: 'number',
	unit: 'piece',
	meaning:
		figure.of === undefined
			? figure.names
			: {
					zh: `${figure.of} 中来自未给全该组数字的报告的部分:${figure.names.zh}`,
					en: `of ${figure.of}, what comes from reports that do not give the whole group: ${figure.names.en}`
				}
});
const sumBefore = (figure: SummedFigure): DatasetColumn => ({
	...sumColumn(figure),
	meaning: { zh: `上年报告:${figure.names.zh}`, en: `the year before: ${figure.names.en}` }
});
const countOf = (prefix: string, { id, names }: Pick<SummedGroup, 'id' | 'names'>, what: Names): DatasetColumn =>
	count(`${prefix}${id}`, `${what.zh}:${names.zh}`, `${what.en}: ${names.en}`, { required: true });
const LACKING: Names = {
	zh: '没有给出全部所需数字、不在合计之内的报告数',
	en: 'reports that do not give every figure it needs and are not in the sum'
};
const OLD: Names = { zh: '合计之内用2019版表式的报告数', en: 'reports in the sum that are in layout 2019' };
const PAIRS_LACKING: Names = {
	zh: '未两年都给出所需数字、不在合计之内的对数',
	en: 'pairs in which not both give the figures, and that are not in the sum'
};
const PAIRS_EQUAL: Names = { zh: '合计之内两数相同的对数', en: 'pairs in the sum in which both are the same number' };

export const DATASET_TABLES = [
	{
		name: 'agencies',
		meaning: { zh: '机关', en: 'Agencies' },
		byYear: false,
		key: ['agency_id'],
		columns: [
			agencyId,
			text('agency', '机关名称', 'name of the agency', { required: true }),
			...dimensions,
			count('first_year', '有报告的最早年度', 'first year with a report', { required: true }),
			count('last_year', '有报告的最晚年度', 'last year with a report', { required: true })
		]
	},
	{
		name: 'agency_names',
		meaning: { zh: '机关在其报告中的各个名称', en: 'Every name an agency has in its reports' },
		byYear: false,
		key: ['agency_id', 'agency'],
		references: [toAgency],
		columns: [
			agencyId,
			text('agency', '名称', 'name', { required: true }),
			count('first_year', '用此名称的最早年度', 'first year with a report under it', { required: true }),
			count('last_year', '用此名称的最晚年度', 'last year with a report under it', { required: true }),
			text(
				'pinyin',
				'拼音:去空格后每字一个音节,空格分隔,ü 作 v;供检索,多音字可能有误;会话数据集为空',
				'pinyin for searching: a syllable for each character but spaces, parted by spaces, ü as v; characters with several readings may be wrong; NULL in a session dataset'
			)
		]
	},
	{
		name: 'reports',
		meaning: {
			zh: '一个机关一个年度的报告:维度、表式、表二表四全部数字、表三总计列、校核结果',
			en: 'An agency-year: dimensions, layouts, every figure of tables two and four, the total column of table three, check results'
		},
		byYear: true,
		key: ['agency_id', 'year'],
		references: [toAgency, toSource],
		columns: [
			agencyId,
			text(
				'agency',
				'该年度的机关名称:清单所写,无则报告所印',
				'name of the agency in that year: the manifest’s, else as printed',
				{ required: true }
			),
			year,
			...dimensions,
			text('format_t2', '表二表式;空为未见此表', 'layout of table two; NULL: not found', { values: FOUND_LAYOUTS }),
			text('format_t3', '表三表式;空为未见此表', 'layout of table three; NULL: not found', { values: FOUND_LAYOUTS }),
			text('format_t4', '表四表式;空为未见此表', 'layout of table four; NULL: not found', { values: FOUND_LAYOUTS }),
			...REPORT_CELLS.map(cellColumn),
			count('checks_pass', '相符的勾稽关系数', 'printed identities of tables three and four that hold', {
				required: true
			}),
			count('checks_fail', '不符的勾稽关系数', 'identities that fail', { required: true }),
			count('checks_unsure', '存疑的勾稽关系数', 'identities that hold only if blanks are zero, or may fail', {
				required: true
			}),
			count('checks_not_assessable', '无法核对的勾稽关系数', 'identities that cannot be assessed', { required: true }),
			...verdictCounts,
			count('decisions', '有人工决定的结论数', 'verdicts on which a person decided', { required: true }),
			count('problems', '声明的读取问题数', 'declared reading problems', { required: true }),
			source,
			ordinalInSource
		]
	},
	{
		name: 'requests',
		meaning: { zh: '一个机关一个年度一类申请人:表三各行', en: 'Agency-year by applicant: the rows of table three' },
		byYear: true,
		key: ['agency_id', 'year', 'applicant'],
		references: [toReport],
		columns: [
			agencyId,
			year,
			text('applicant', '申请人类别', 'kind of applicant', {
				required: true,
				values: APPLICANTS.map((applicant) => applicant.id)
			}),
			...TABLE_THREE_ROWS.map((row) => count(row.id, row.names.zh, row.names.en, { unit: 'piece' }))
		]
	},
	{
		name: 'cells',
		meaning: { zh: '报告所印的每一格及其在来源中的位置', en: 'Every printed cell with its place in the source' },
		byYear: true,
		key: ['agency_id', 'year', 'cell'],
		references: [toReport],
		columns: [
			agencyId,
			year,
			text('cell', '格名:表.行.列', 'cell: table.row.column', { required: true }),
			{ name: 'value', type: 'number', meaning: { zh: '数字;空见 absence', en: 'the number; NULL: see absence' } },
			text('raw', '原文', 'text as printed', { required: true }),
			text('absence', '无数字的原因', 'why there is no number', { values: ABSENCE_REASONS }),
			text('unit', '格内所印单位', 'unit printed in the cell'),
			count('table', '来源文件中第几张表', 'number of the table in the source'),
			count('row', '该表第几行', 'row of that table'),
			count('col', '该表第几列', 'column of that table'),
			count('line', '来源文本第几行', 'line of the source text')
		]
	},
	{
		name: 'absences',
		meaning: { zh: '没有数字的格及原因', en: 'Cells without a number, and why' },
		byYear: false,
		key: ['agency_id', 'year', 'cell'],
		references: [toAgency],
		columns: [
			agencyId,
			year,
			text('cell', '格名', 'cell', { required: true }),
			text('reason', '原因', 'reason', { required: true, values: ABSENCE_REASONS }),
			text('raw', '原文', 'text as printed', { required: true })
		]
	},
	{
		name: 'findings',
		meaning: {
			zh: '校核结论(相符者除外)及人工决定',
			en: 'Verdicts of rules other than pass, with what a person decided'
		},
		byYear: true,
		key: ['agency_id', 'year', 'rule', 'along'],
		blockOrder: ['rule', 'along', 'status', 'reason', 'agency_id', 'year'],
		references: [toAgency],
		columns: [
			agencyId,
			year,
			text('rule', '规则', 'rule', { required: true }),
			text(
				'along',
				'所沿的行或列,或区分同一规则各结论的标记',
				'the row or column it runs along, or what tells verdicts apart',
				{
					required: true
				}
			),
			text('severity', '性质', 'severity', { required: true, values: SEVERITIES }),
			text('status', '结论', 'verdict', { required: true, values: ['fail', 'unsure', 'not_assessable'] }),
			text('reason', '原因', 'why it is not simply pass or fail, or what kind of failure it is'),
			{
				name: 'left',
				type: 'number',
				meaning: { zh: '等式左边;文字规则为文中的数', en: 'left side; for rules on text the quoted figure' }
			},
			{ name: 'right', type: 'number', meaning: { zh: '等式右边', en: 'right side' } },
			{ name: 'difference', type: 'number', meaning: { zh: '左减右', en: 'left minus right' } },
			text('cells', '所涉各格,空格分隔', 'cells it takes in, parted by spaces', { required: true }),
			count('against', '所比较的较早年度', 'the earlier year it was compared with'),
			text('before', '较早年度所涉各格,空格分隔', 'cells of that year’s report, parted by spaces'),
			text(
				'candidates',
				'文中的数可能对应的表内数:名=值,空格分隔',
				'values of the tables that a quoted figure may mean: id=value, parted by spaces'
			),
			text('matched', '其中相符的一个', 'which of them agrees'),
			text(
				'suggestion_cell',
				'改正后全部成立的一格(仅为建议)',
				'the one cell whose change would heal all failed identities; a suggestion only'
			),
			{ name: 'suggestion_value', type: 'number', meaning: { zh: '该格的建议数', en: 'the value that heals them' } },
			count(
				'table',
				'位置:来源文件中第几张表(建议格,否则第一格)',
				'place: number of the table in the source (of the suggested cell, else the first)'
			),
			count('row', '位置:该表第几行', 'place: row of that table'),
			count('col', '位置:该表第几列', 'place: column of that table'),
			text('section', '位置:正文部分', 'place: section of the text'),
			count('line', '位置:来源文本第几行', 'place: line of the source text'),
			text('decision', '人工决定', 'what a person decided', { values: Object.keys(DECISIONS) }),
			text('decision_reason', '决定的理由', 'reason of the decision'),
			{ name: 'decided', type: 'date', meaning: { zh: '决定日期', en: 'date of the decision' } },
			text('decided_by', '决定人', 'who decided')
		]
	},
	{
		name: 'rule_counts',
		meaning: {
			zh: '年度 × 省 × 可相加范围 × 类别 × 规则的结论数',
			en: 'Verdicts by year, province, scope, family and rule'
		},
		byYear: true,
		key: ['year', 'province', 'scope', 'family', 'rule'],
		columns: [
			year,
			text('province', '省级行政区', 'province'),
			text('scope', '可相加范围', 'scope', { required: true, values: Object.keys(SCOPES) }),
			text('family', '部门类别', 'department family'),
			text('rule', '规则', 'rule', { required: true }),
			text('severity', '性质', 'severity', { required: true, values: SEVERITIES }),
			...VERDICTS.map((verdict) => {
				const came = VERDICT_WORDS[verdict];
				return count(verdict, `${came.zh}的结论数`, `verdicts that ${came.en}`, { required: true });
			}),
			count('reports', '有结论的报告数', 'reports on which the rule gave a verdict', { required: true }),
			count('reports_assessable', '能核对的报告数', 'reports on which some verdict could be given', { required: true }),
			count('reports_fail', '有不符的报告数', 'reports on which it fails', { required: true }),
			count('reports_unsure', '无不符但有存疑的报告数', 'reports on which it is unsure and does not fail', {
				required: true
			})
		]
	},
	{
		name: 'coverage',
		meaning: { zh: '没有报告的机关年度', en: 'Agency-years without a report' },
		byYear: false,
		key: ['agency_id', 'year'],
		references: [toAgency],
		columns: [
			agencyId,
			year,
			text('state', '情形', 'what is known of it', { required: true, values: Object.keys(COVERAGE_STATES) })
		]
	},
	{
		name: 'corrections',
		meaning: {
			zh: '更正记录:同一年度报告的不同版本逐格比较,及人工记录的更正',
			en: 'Corrections: versions of one report compared cell by cell, and corrections that a person noted'
		},
		byYear: false,
		key: ['agency_id', 'year', 'kind', 'item', 'old_source', 'old_report'],
		references: [toAgency],
		columns: [
			agencyId,
			year,
			text('kind', '来由', 'how it is known', { required: true, values: Object.keys(CORRECTION_KINDS) }),
			text('item', '格名;人工记录者为“规则 所沿”', 'cell; of a person’s note: rule and along', { required: true }),
			{ name: 'old_value', type: 'number', meaning: { zh: '原数', en: 'figure before' } },
			text('old_raw', '原文', 'text before'),
			{ name: 'new_value', type: 'number', meaning: { zh: '现数', en: 'figure now' } },
			text('new_raw', '现文', 'text now'),
			text('old_source', '原版本来源文件', 'source of the earlier version'),
			count('old_report', '该文件中的第几份报告', 'which report of that file'),
			text('new_source', '现版本来源文件', 'source of the later version'),
			{
				name: 'date',
				type: 'date',
				meaning: { zh: '现版本的日期,或记录日期', en: 'date of the later version, or of the note' }
			},
			text('reason', '理由', 'reason'),
			text('by', '记录人', 'who noted it')
		]
	},
	{
		name: 'problems',
		meaning: { zh: '读取时声明的问题', en: 'Declared reading problems' },
		byYear: false,
		key: ['source', 'ordinal'],
		references: [toSource, toAgency],
		columns: [
			source,
			ordinalInSource,
			count('ordinal', '问题在该文件中的序号', 'ordinal of the problem in the file', { required: true }),
			text('agency_id', '机关编号', 'agency id'),
			count('year', '报告年度', 'report year'),
			text('code', '问题类型', 'kind of problem', { required: true }),
			text('table', '表', 'table'),
			text('row', '行', 'row'),
			text('column', '列', 'column'),
			count('line', '来源文本第几行', 'line of the source text'),
			text('found', '所见', 'what was found'),
			text('expected', '应有', 'what was expected')
		]
	},
	{
		name: 'sources',
		meaning: { zh: '来源文件及其去向', en: 'Source files and what became of them' },
		byYear: false,
		key: ['source', 'report'],
		references: [toAgency],
		columns: [
			source,
			ordinalInSource,
			text('sha256', '内容校验和;文件打不开则空', 'sha256 of the bytes; NULL: the file could not be opened'),
			count('bytes', '字节数', 'bytes'),
			text('reader', '读取方式', 'reader'),
			text('address', '原网页地址', 'address it was collected from'),
			{ name: 'collected', type: 'date', meaning: { zh: '采集日期', en: 'date collected' } },
			{
				name: 'published',
				type: 'date',
				meaning: { zh: '发布日期(清单所写)', en: 'date published, as the manifest says' }
			},
			text('agency', '机关名称;未能认出则空', 'name of the agency; NULL: not found'),
			text('agency_id', '机关编号', 'agency id'),
			count('year', '报告年度', 'report year'),
			text('outcome', '结果:used、superseded、refused', 'what became of it', {
				required: true,
				values: ['used', 'superseded', 'refused']
			}),
			text('superseded_by', '由哪个文件取代', 'the file whose report is used instead'),
			count('cells', '读出的格数', 'cells read', { required: true }),
			count('problems', '问题数', 'problems', { required: true })
		]
	},
	{
		name: 'summary',
		meaning: {
			zh: '年度 × 省 × 可相加范围 × 层级 × 类别 × 是否有不符的必须规则的合计:每个合计只含给出该数字的报告',
			en: 'Sums by year, province, scope, level, family and whether a hard rule fails; each sum is over the reports that give the figure'
		},
		byYear: false,
		key: SUMMARY_KEY,
		columns: [
			...summaryDimensions,
			count('reports', '报告数', 'reports', { required: true }),
			...SUMMED_GROUPS.flatMap((group): DatasetColumn[] => [
				...group.figures.map(sumColumn),
				countOf('without.', group, LACKING),
				...(group.old ? [countOf('old.', group, OLD)] : [])
			])
		]
	},
	{
		name: 'summary_pairs',
		meaning: {
			zh: '同一机关相邻两年报告(范围相同)的合计:本年与上年',
			en: 'Sums over pairs: an agency’s report of a year and its report of the year before, of the same scope'
		},
		byYear: false,
		key: PAIRS_KEY,
		columns: [
			...summaryDimensions,
			...BEFORE_DIMENSIONS.map(({ name, zh, en }) => text(name, zh, en)),
			count('pairs', '对数', 'pairs', { required: true }),
			...PAIRED_GROUPS.flatMap((group): DatasetColumn[] => [
				...group.now.map(sumColumn),
				...group.before.map(sumBefore),
				countOf('without.', group, PAIRS_LACKING),
				...(group.equal ? [countOf('equal.', group, PAIRS_EQUAL)] : [])
			])
		]
	},
	{
		name: 'summary_agencies',
		meaning: {
			zh: '机关数:按维度与有报告的年度;维度在各年度间有变的机关单列,以机关编号区分',
			en: 'Numbers of agencies by their dimensions and the years of their reports; an agency whose dimensions change over the years has rows of its own, told by its id'
		},
		byYear: false,
		key: ['province', 'scope', 'level', 'family', 'years', 'years_passing', 'agency_id'],
		columns: [
			...summaryDimensions.filter(({ name }) => name !== 'year' && name !== 'failing'),
			text('years', '有报告的年度,空格分隔', 'years with a report, parted by spaces', { required: true }),
			text(
				'years_passing',
				'其中没有不符的必须规则的年度,空格分隔',
				'those of them whose report fails no hard rule, parted by spaces',
				{ required: true }
			),
			text('agency_id', '机关编号;空为维度不变的机关', 'agency id; NULL: agencies whose dimensions do not change'),
			count('agencies', '机关数', 'agencies', { required: true })
		]
	}
] as const satisfies readonly DatasetTable[];
export type DatasetTableName = (typeof DATASET_TABLES)[number]['name'];

/** The tables of sums. */
export const SUMS_TABLES = [
	'summary',
	'summary_pairs',
	'summary_agencies'
] as const satisfies readonly DatasetTableName[];
export type SumsTableName = (typeof SUMS_TABLES)[number];

/** A file as a list of datasets names it, relative to the dataset's folder. */
export interface ListedFile {
	readonly path: string;
	readonly bytes: number;
	/** `sha256:` and 64 hexadecimal digits. */
	readonly hash: string;
}
export type SumsFiles = Readonly<Record<SumsTableName, ListedFile>>;

/** The entry of `static/data/datasets.json` for one dataset. */
export interface DatasetEntry {
	readonly name: string;
	readonly title: Names;
	readonly fictional: boolean;
	/** Folder of the dataset, relative to datasets.json. */
	readonly path: string;
	/** Short content hash over all its files: the build id. No clock: the same reports give the same id. */
	readonly build: string;
	readonly default: boolean;
	/** The tables of sums: a page reads them before descriptor and engine are there. */
	readonly sums?: SumsFiles;
	/** The reader's own files, open in this browser only; its path leads nowhere. */
	readonly session?: true;
}

/** One file of a table, as `datapackage.json` lists it. */
export interface DatasetFile {
	readonly table: DatasetTableName;
	readonly year: number | null;
	readonly path: string;
	readonly bytes: number;
	readonly sha256: string;
	readonly rows: number;
}
