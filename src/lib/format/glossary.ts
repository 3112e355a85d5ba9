import { TABLE_THREE_ROWS } from '../core/form/index.ts';
import type { Names } from '../core/form/index.ts';

/** Articles without a name before them are of the 2019 Regulations. */
export const REGULATIONS: Names = {
	zh: '《中华人民共和国政府信息公开条例》（2019年国务院令第711号）',
	en: 'Regulations on Government Information Disclosure (State Council Order 711, 2019)'
};

export interface Term {
	/** Its anchor. */
	readonly id: string;
	readonly names: Names;
	readonly meaning: Names;
	/** Articles of the Regulations, such as `36(1), 36(2)`; null: none says it. */
	readonly articles: string | null;
}

export interface TermGroup {
	readonly id: string;
	readonly names: Names;
	readonly terms: readonly Term[];
}

const term = (
	id: string,
	zh: string,
	en: string,
	meaningZh: string,
	meaningEn: string,
	articles: string | null = null
): Term => ({
	id,
	names: { zh, en },
	meaning: { zh: meaningZh, en: meaningEn },
	articles
});

/** What each row of table three counts, in our own words; names and articles are those of the form. */
const ROW_MEANINGS: Readonly<Record<(typeof TABLE_THREE_ROWS)[number]['id'], Names>> = {
	new: { zh: '报告年度内收到的申请。', en: 'Requests received in the report year.' },
	carried_in: {
		zh: '上一年度收到、转到本年度办理的申请；应等于上一年度报告的结转下年度。',
		en: 'Requests of the year before still to be handled; should equal what last year’s report carried forward.'
	},
	granted: {
		zh: '所申请的信息可以公开而提供，或已经公开而告知获取的方式。',
		en: 'The information could be disclosed and was provided, or was public already and the agency told where.'
	},
	partial: {
		zh: '能够区分处理的，提供可以公开的部分，对其余部分说明理由；只计入这一项。',
		en: 'What can be separated is provided, the rest is refused with reasons; counted here and nowhere else.'
	},
	denied_state_secret: { zh: '依法确定为国家秘密的信息。', en: 'Information lawfully classified as a state secret.' },
	denied_law: {
		zh: '法律、行政法规禁止公开的其他信息。',
		en: 'Other information that a law or an administrative regulation forbids to disclose.'
	},
	denied_safety: {
		zh: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息。',
		en: 'Disclosure may endanger national, public or economic security, or social stability.'
	},
	denied_third_party: {
		zh: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益；第三方同意或不公开会严重影响公共利益的除外。',
		en: 'Trade secrets, privacy and the like of third parties, unless they consent or the public interest weighs more.'
	},
	denied_internal: {
		zh: '人事管理、后勤管理、内部工作流程三类内部事务信息，可以不公开。',
		en: 'Personnel, logistics and internal workflow: three kinds of internal affairs that need not be disclosed.'
	},
	denied_process: {
		zh: '讨论记录、过程稿、磋商信函、请示报告四类过程性信息，可以不公开。',
		en: 'Records of discussion, drafts, letters of consultation, requests for instructions and reports: process information that need not be disclosed.'
	},
	denied_case_file: {
		zh: '行政执法案卷信息，可以不公开。',
		en: 'Case files of administrative enforcement, which need not be disclosed.'
	},
	denied_query: {
		zh: '工商、不动产登记等资料，法律、行政法规对其获取另有规定的，告知按规定查询。',
		en: 'Registers of business, real estate and the like, for which laws set their own way of access.'
	},
	unable_not_held: {
		zh: '经检索信息不存在，或不属于本机关负责公开。',
		en: 'A search did not find it, or another organ is in charge of disclosing it.'
	},
	unable_must_create: {
		zh: '需要对现有信息加工、分析才能提供，机关可以不予提供。',
		en: 'It would take processing or analysis of information that exists; the agency may decline.'
	},
	unable_unclear: {
		zh: '经补正，申请的内容仍不明确。',
		en: 'The request is unclear even after the applicant was asked to correct it.'
	},
	unprocessed_petition: {
		zh: '以申请公开的形式提出信访、投诉、举报，告知通过相应渠道提出。',
		en: 'A petition, complaint or tip-off in the guise of a request; the agency names the proper channel.'
	},
	unprocessed_repeat: {
		zh: '已经答复，同一申请人重复申请公开相同的信息。',
		en: 'The same applicant asks again for what was answered already.'
	},
	unprocessed_publication: {
		zh: '要求提供政府公报、报刊、书籍等公开出版物，告知获取途径。',
		en: 'Asks for gazettes, newspapers or books; the agency tells where to get them.'
	},
	unprocessed_excessive: {
		zh: '申请数量、频次明显超过合理范围，且理由不合理。',
		en: 'The number and frequency of requests clearly exceed what is reasonable, without a good reason.'
	},
	unprocessed_reconfirm: {
		zh: '要求对已经获取的信息进行确认或重新出具；见于报告格式，条例没有单独的条文。',
		en: 'Asks to confirm or issue again what the applicant has; from the format of the report, no single article says it.'
	},
	other: {
		zh: '不属于以上各项的处理；2019版只有这一行，2021版分为三项。',
		en: 'Handled in none of the ways above; layout 2019 has this one row, layout 2021 parts it in three.'
	},
	other_no_correction: {
		zh: '无正当理由逾期不补正，视为放弃申请。',
		en: 'Not corrected in time without a good reason, and so deemed abandoned.'
	},
	other_fee_unpaid: {
		zh: '收到缴纳信息处理费的通知而逾期不缴，视为放弃申请。',
		en: 'The notice of the information-handling fee was not paid in time, and so deemed abandoned.'
	},
	other_rest: { zh: '其余情形，如申请人撤回申请。', en: 'All else, such as requests that were withdrawn.' },
	closed: {
		zh: '本年度办结的申请，即以上各项结果之和。',
		en: 'Requests closed in the year: the sum of all results above.'
	},
	carried_out: {
		zh: '年底尚未办结、转到下一年度的申请。',
		en: 'Requests not closed by the end of the year, carried forward to the next.'
	}
};

const rowTerms: readonly Term[] = TABLE_THREE_ROWS.map((row) => ({
	id: row.id,
	names: row.names,
	meaning: ROW_MEANINGS[row.id],
	articles: 'articles' in row ? row.articles : null
}));

export const GLOSSARY: readonly TermGroup[] = [
	{
		id: 'law',
		names: { zh: '制度', en: 'The institution' },
		terms: [
			term(
				'annual_report',
				'政府信息公开工作年度报告',
				'Annual report on government information disclosure',
				'行政机关每年公布的法定报告：部门在1月31日前，政府在3月31日前；内容和表格由国务院办公厅统一规定。',
				'The report that each agency must publish every year: departments by 31 January, governments by 31 March; contents and tables are set for the whole country.',
				'49, 50'
			),
			term(
				'ogi_regulations',
				'政府信息公开条例',
				'Regulations on Government Information Disclosure',
				'2007年制定，2019年修订，自2019年5月15日起施行；这里引用的是修订后的条文。',
				'Made in 2007, revised in 2019, in force since 15 May 2019; the articles cited here are those of the revision.'
			),
			term(
				'agency',
				'行政机关',
				'Administrative organ (agency)',
				'报告的主体：政府、政府部门、乡镇街道，以及法律、法规授权的组织。',
				'Who reports: governments, their departments, towns and street offices, and organisations authorised by law.',
				'4, 10'
			),
			term(
				'proactive',
				'主动公开',
				'Proactive disclosure',
				'机关不待申请而公开；报告表二统计其中的规章、规范性文件、许可、处罚、强制和收费。',
				'What the agency discloses without being asked; table two counts rules, normative documents, licences, penalties, coercion and fees.',
				'19, 20'
			),
			term(
				'on_request',
				'依申请公开',
				'Disclosure upon request',
				'公民、法人或者其他组织可以申请获取政府信息；报告表三统计收到和处理的申请。',
				'Citizens, legal persons and other organisations may ask for information; table three counts requests received and handled.',
				'27'
			),
			term(
				'time_limit',
				'答复期限',
				'Time limit',
				'自收到申请之日起20个工作日内答复，经同意可以延长，不超过20个工作日；所以年底收到的申请常结转下年度。',
				'20 working days from receipt, to be extended by 20 at most; so requests of December are often carried forward.',
				'33'
			)
		]
	},
	{
		id: 'table-two',
		names: { zh: '表二：主动公开', en: 'Table two: proactive disclosure' },
		terms: [
			term(
				'rules',
				'规章',
				'Rules',
				'有规章制定权的机关所定：国务院部门、省级政府、设区的市和自治州的政府。',
				'Made by those with the power to make them: ministries, provincial governments, cities with districts and autonomous prefectures.',
				'20(1)'
			),
			term(
				'normative',
				'行政规范性文件',
				'Normative documents',
				'规章以外，涉及公众权利义务、具有普遍约束力、反复适用的文件。',
				'Documents other than rules that bind the public in general and apply again and again.',
				'20(1)'
			),
			term(
				'issued',
				'制发 / 废止 / 现行有效',
				'Issued / repealed / in force',
				'2021版的三栏：本年制发件数、本年废止件数、现行有效件数。2019版的“对外公开总数量”不是同一回事，不接成一条线。',
				'The three columns of layout 2021. The “total published” of layout 2019 is something else and is not joined to them.',
				'20(1)'
			),
			term(
				'licensing',
				'行政许可',
				'Administrative licensing',
				'本年作出的许可处理决定数量。',
				'Decisions on licences made in the year.',
				'20(5)'
			),
			term(
				'penalty',
				'行政处罚',
				'Administrative penalties',
				'本年作出的处罚决定数量。',
				'Decisions on penalties made in the year.',
				'20(6)'
			),
			term(
				'coercion',
				'行政强制',
				'Administrative coercion',
				'本年作出的强制决定数量。',
				'Decisions on compulsory measures made in the year.',
				'20(6)'
			),
			term(
				'fees',
				'行政事业性收费',
				'Administrative fees',
				'2021版为本年收费金额（万元）；2019版为项目数，两者不相连。与申请公开时的信息处理费无关。',
				'Layout 2021: the amount of the year in 10,000 yuan; layout 2019: the number of fee items; never joined. Not the fee for handling a request.',
				'20(8)'
			),
			term(
				'handling_fee',
				'信息处理费',
				'Information-handling fee',
				'申请数量、频次明显超过合理范围时可以收取的费用；写在报告第六部分。',
				'May be charged where requests clearly exceed what is reasonable; told in section six of the report.',
				'42'
			)
		]
	},
	{
		id: 'applicants',
		names: { zh: '申请人', en: 'Applicants' },
		terms: [
			term(
				'natural_person',
				'自然人',
				'Natural persons',
				'以个人身份提出的申请。',
				'Requests made by individuals.',
				'27'
			),
			term(
				'organisation',
				'法人或其他组织',
				'Legal persons or other organisations',
				'分为商业企业、科研机构、社会公益组织、法律服务机构和其他五类。',
				'Five kinds: commercial enterprises, research institutions, public-interest organisations, legal-service institutions, others.',
				'27'
			)
		]
	},
	{
		id: 'requests',
		names: { zh: '表三：申请及其结果', en: 'Table three: requests and what became of them' },
		terms: rowTerms
	},
	{
		id: 'disputes',
		names: { zh: '表四：复议与诉讼', en: 'Table four: reviews and lawsuits' },
		terms: [
			term(
				'review',
				'行政复议',
				'Administrative reconsideration (review)',
				'对机关的信息公开行为不服，向复议机关提出的复审。',
				'A review by a higher body, asked for by someone who disagrees with the agency.',
				'51'
			),
			term(
				'suit_direct',
				'未经复议直接起诉',
				'Direct litigation',
				'没有先经复议而提起的行政诉讼。',
				'A lawsuit without a review before it.',
				'51'
			),
			term(
				'suit_after_review',
				'复议后起诉',
				'Litigation after review',
				'经过复议再提起的行政诉讼。',
				'A lawsuit after a review.',
				'51'
			),
			term('upheld', '结果维持', 'Upheld', '机关的行为得到维持。', 'The agency’s act was upheld.'),
			term(
				'corrected',
				'结果纠正',
				'Corrected',
				'机关的行为被撤销、变更、确认违法或责令履行。',
				'The agency’s act was annulled, changed, found unlawful, or it was ordered to act.'
			),
			term(
				'other_result',
				'其他结果',
				'Other outcome',
				'驳回、终止、调解等。',
				'Dismissed, ended, settled and the like.'
			),
			term(
				'pending',
				'尚未审结',
				'Pending',
				'年底还没有结果；不是任何一方的胜负，计算纠错率时不在分母里。',
				'Not decided by the end of the year: nobody has won or lost, and it is no part of the denominator of correction rates.'
			)
		]
	},
	{
		id: 'site',
		names: { zh: '本站用语', en: 'Words of this site' },
		terms: [
			term(
				'identity',
				'勾稽关系',
				'Cross-check identity',
				'报告表内各数之间必须成立的等式，如 新收 + 上年结转 = 办结 + 结转下年度。',
				'An equation that must hold between the figures of a report, such as new + carried in = closed + carried forward.'
			),
			term(
				'layout',
				'表式（2019版、2021版）',
				'Layout (2019, 2021)',
				'国务院办公厅规定的两版格式。逐表按所印的行名、栏名判断，不按年度推断。',
				'The two national formats. Told table by table from the printed labels, never from the year.'
			),
			term(
				'absence',
				'无数字',
				'No number',
				'空白、横线、斜线、非数字、无此格、缺表、无报告，各自分开记录，都不当作 0。',
				'Blank, dash, slash, not a number, not printed, table missing, no report: kept apart, and none of them is 0.'
			),
			term(
				'scope',
				'可相加范围',
				'Scope',
				'同一层级，且同为政府全域汇总或同为机关本身的报告。只在一个范围内相加，免得重复计算。',
				'Reports of one level that are all region-wide summaries or all agencies’ own. Sums stay within one scope, so that nothing is counted twice.'
			),
			term(
				'n',
				'N',
				'N',
				'一个数字所依据的报告数，或比例的分母。',
				'How many reports a figure rests on, or the denominator of a share.'
			),
			term(
				'recomputed',
				'合计重算',
				'Recomputed',
				'由各类申请人的数字相加得到的合计；报告所印的合计照录，两者分开。',
				'A total added up from the kinds of applicant; the printed total is kept as printed, beside it.'
			),
			term(
				'verdict',
				'相符、不符、存疑、无法核对',
				'Holds, fails, unsure, cannot be assessed',
				'一条规则对一份报告的结论；说的是数字之间是否一致，不是对机关的评价。',
				'What a rule says of a report: whether figures agree, not how good an agency is.'
			),
			term(
				'break',
				'断点',
				'Break in series',
				'表式在某年改变，前后不可比；图上画出断点，线不相连。',
				'The layout changed and years before and after cannot be compared; the break is drawn and lines are not joined.'
			),
			term(
				'build',
				'构建号（数据版本）',
				'Build id',
				'由数据集全部文件的校验和得出；同样的报告得到同样的构建号，引用时写上它。',
				'Told from the checksums of all files of a dataset; the same reports give the same id. Cite it.'
			)
		]
	}
];

/** `36(1), 36(2)` as 第36条（1）、第36条（2） or Articles 36(1), 36(2). */
export function articlesText(articles: string, locale: 'zh' | 'en'): string {
	const each = articles.split(', ');
	if (locale === 'en') return `${each.length > 1 ? 'Articles' : 'Article'} ${each.join(', ')}`;
	return each
		.map((one) =>
			one.replace(
				/^(\d+)(?:\((\d+)\))?$/u,
				(_, article: string, item?: string) => `第${article}条${item === undefined ? '' : `（${item}）`}`
			)
		)
		.join('、');
}
