import type { Layout, TableId } from '../src/lib/core/form/index.ts';
import { REPORT_NAME } from './synthesize/print-report.ts';
import type { Printing } from './synthesize/print-report.ts';
import type { ReportFigures } from './synthesize/report-figures.ts';
import type { Shape } from './synthesize/render-report.ts';

/** One shipped transcript: which report of ../shared/reports it takes its figures from, and in which shape it prints them. */
export interface Transcript {
	/** Its name in data/reports. */
	readonly file: string;
	/** The number of the report in ../shared/reports. */
	readonly gold: string;
	/** The agency's full name. */
	readonly agency: string;
	/** Its name as the title prints it, where that is another. */
	readonly printedAgency?: string;
	/** The chain of places the agency belongs to, where its name does not hold it. */
	readonly place?: string;
	readonly shape: Shape;
	readonly printing: Printing;
	/** How often the report stands in the file. */
	readonly copies?: number;
	/** A line after each copy. */
	readonly footer?: string;
	/** Layouts that the gold leaves open (`undetermined`, or a table of which only the head stands), for the printing. */
	readonly layouts?: Partial<Record<TableId, Layout>>;
	/** Cells that the gold leaves out, as the source prints them. */
	readonly leftOut?: ReportFigures['cells'];
	readonly merged?: ReportFigures['merged'];
	readonly foreignRows?: ReportFigures['foreignRows'];
}

/** Wordings that differ from the form's, by the label's id. */
const worded =
	(words: Readonly<Record<string, string>>) =>
	(id: string, printed: string): string =>
		words[id] ?? printed;

/** Breaks a label after so many characters, as narrow columns do. */
const breakAfter = (printed: string, characters: number, mark = '\n'): string =>
	`${printed.slice(0, characters)}${mark}${printed.slice(characters)}`;

/** Both headings lose their second line: two columns of one name. */
const SAME_NAMES = { 't2.made': '本年新', 't2.published': '本年新' };

const SHANGHAI_2019_SPANS = { headings: [1, 2, 1], figures: [2, 1, 1] };
const SHANGHAI_2019_PAIR = { headings: [2, 2], figures: [2, 2] };

/** The reports of ../shared/reports whose agency is known and that print figures in tables, each in the shape it came in. */
export const TRANSCRIPTS: readonly Transcript[] = [
	{
		file: '2023-liujiang-industry-bureau.txt',
		gold: 'seed',
		agency: '柳州市柳江区工业和信息化局',
		shape: { kind: 'bars' },
		printing: {
			title: ['柳州市柳江区工业和信息化局2023年', REPORT_NAME],
			relabel: (id, printed) => {
				if (id === 't3.business' || id === 't3.research') return breakAfter(printed, 2);
				const broken = id.startsWith('t4.') && id.split('.').length === 3 && id !== 't4.review.upheld';
				return broken && printed.length === 4 ? breakAfter(printed, 2) : printed;
			}
		},
		copies: 2,
		footer: '— 1—'
	},
	{
		file: '2024-huaian-city.html',
		gold: '001',
		agency: '淮安市人民政府',
		shape: { kind: 'html' },
		printing: {
			punctuation: 'full',
			relabel: (id, printed) => {
				if (id.startsWith('t2.item.')) return breakAfter(printed, 4, ' ');
				return id.startsWith('t3.other_') ? printed.replace(/^(\d)\./u, '$1、') : printed;
			}
		}
	},
	{
		file: '2023-hongze-district.txt',
		gold: '002',
		agency: '淮安市洪泽区人民政府',
		printedAgency: '洪泽区人民政府',
		place: '江苏省淮安市洪泽区',
		shape: { kind: 'cell-lines' },
		printing: { punctuation: 'full', relabel: worded({ 't3.denied_law': '2.其他法律行政止公开' }) }
	},
	{
		file: '2023-suqian-city.txt',
		gold: '004a',
		agency: '宿迁市人民政府',
		shape: { kind: 'bars' },
		printing: {
			punctuation: 'full',
			relabel: worded({
				't3.partial': '(二)部分公开',
				't3.other_no_correction': '1.逾期不补正',
				't3.other_fee_unpaid': '2.逾期不缴费'
			})
		}
	},
	{
		file: '2024-shanghai-stcsm.md',
		gold: '007',
		agency: '上海市科学技术委员会',
		shape: { kind: 'markdown', spare: 'end' },
		printing: {
			punctuation: 'full',
			relabel: worded({
				s1: '',
				s2: '一、主动公开政府信息情况',
				s3: '二、收到和处理政府信息公开申请情况',
				s4: '三、政府信息公开行政复议、行政诉讼情况',
				s5: '',
				s6: '五、其他需要报告的事项',
				't2.normative': '规范性文件'
			})
		},
		leftOut: { 't3.carried_out.total': '' }
	},
	{
		file: '2019-shanghai-general-office.html',
		gold: '010',
		agency: '上海市人民政府办公厅',
		shape: { kind: 'html', encoding: 'gb18030', charset: 'gb2312', blank: '&nbsp;', paragraphs: true },
		printing: {
			title: [`2019年上海市人民政府办公厅${REPORT_NAME}`],
			punctuation: 'full',
			spareColumns: 1,
			tableTwoSpans: (item) => {
				if (item === '一') return { headings: [1, 2, 1], figures: [1, 2, 1] };
				return item === '五' || item === '六' ? SHANGHAI_2019_SPANS : SHANGHAI_2019_PAIR;
			},
			relabel: (id, printed) => {
				if (id === 's5') return '五、政府信息公开工作存在的主要问题及改进情况';
				return id === 't2.made' || id === 't2.published' ? breakAfter(printed, 3) : printed;
			}
		}
	},
	{
		file: '2020-weishan-liangcheng-town.txt',
		gold: 'P002',
		agency: '微山县两城镇人民政府',
		place: '山东省济宁市微山县两城镇',
		shape: { kind: 'bars' },
		printing: {
			spareColumns: 1,
			relabel: worded({ ...SAME_NAMES, s1: '一、工作基本情况' }),
			endsAfter: 't3.granted'
		},
		layouts: { t3: '2019' }
	},
	{
		file: '2021-huachuan-health-bureau.txt',
		gold: 'P005',
		agency: '桦川县卫生健康局',
		place: '黑龙江省佳木斯市桦川县',
		shape: { kind: 'cell-lines' },
		printing: {
			relabel: (id, printed) =>
				id === 't3.business' || id === 't3.research' ? breakAfter(printed, 2, '\n\n') : printed,
			endsAfter: 't3.partial.other_org'
		},
		layouts: { t3: '2021' }
	},
	{
		file: '2020-wuhan-ecology-bureau.txt',
		gold: 'P007',
		agency: '武汉市生态环境局',
		shape: { kind: 'bars' },
		printing: {
			spareColumns: 2,
			relabel: (id, printed) => {
				if (id === 's1' || id === 's2') return '';
				return id === 't2.made' || id === 't2.published' ? breakAfter(printed, 3) : printed;
			},
			endsAfter: 't2.projects'
		},
		foreignRows: [{ after: 'normative', label: '其他主动公开文件', figures: [186, 86, 255] }]
	},
	{
		file: '2022-fengshou-township.txt',
		gold: 'P008',
		agency: '丰收乡',
		shape: { kind: 'bars', lastRow: 'kept' },
		printing: {
			spareColumns: 1,
			relabel: worded({ 't2.published': '本年新\n公开数量', 't3.carried_in': '二、上年结转政府信息' }),
			endsAfter: 't3.carried_in'
		},
		layouts: { t3: '2019' }
	},
	{
		file: '2023-shijiazhuang-changan-statistics-bureau.txt',
		gold: 'P015',
		agency: '石家庄市长安区统计局',
		shape: { kind: 'cell-lines', bar: 'next-line' },
		printing: {
			spareColumns: 2,
			relabel: worded({ 't2.normative': '规范性文件', 't2.amount': '本年收费金额(单位:万' }),
			endsAfter: 't2.amount'
		}
	},
	{
		file: '2019-huangpi-civil-affairs-bureau.txt',
		gold: 'P018',
		agency: '武汉市黄陂区民政局',
		shape: { kind: 'cell-lines', bar: 'around' },
		printing: { spareColumns: 1, relabel: worded(SAME_NAMES), endsAfter: 't3.new.natural_person' },
		layouts: { t3: '2019' },
		merged: { 't3.new.natural_person': { figure: 0, columns: 7 } }
	},
	{
		file: '2019-lezhi-huilan-town.txt',
		gold: 'P021',
		agency: '乐至县回澜镇人民政府',
		place: '四川省资阳市乐至县回澜镇',
		shape: { kind: 'spaces' },
		printing: { relabel: worded({ 't2.item.八': '第二十条第(八)' }), endsAfter: 't2.item.八' }
	},
	{
		file: '2019-wangcang-forestry-bureau.txt',
		gold: 'P027',
		agency: '旺苍县林业局',
		place: '四川省广元市旺苍县',
		shape: { kind: 'cell-lines', indent: ' ' },
		printing: {
			title: ['旺苍县林业局2019年度政府信息公开工作报告'],
			relabel: worded({
				't2.made': '本年新\n制作数量',
				't2.published': '本年新\n公开数量',
				't3.identity': '(本列数据的勾稽关系为:第一项加第二'
			}),
			endsAfter: 't3.identity'
		},
		layouts: { t3: '2019' },
		merged: { 't2.fees.items_prev': { figure: 0, columns: 2 } }
	},
	{
		file: '2021-zizhou-transport-bureau.txt',
		gold: 'P030',
		agency: '子洲县交通运输局',
		place: '陕西省榆林市子洲县',
		shape: { kind: 'cell-lines' },
		printing: {
			title: ['子洲县交通运输局2021年度政府信息公开工作报告'],
			relabel: worded({ 't2.item.五': '第二十' }),
			endsAfter: 't2.item.五'
		}
	}
];

/** Why the other reports of ../shared/reports are not shipped. */
export const NOT_TRANSCRIBED: Readonly<Record<string, string>> = {
	'009': 'its name is masked',
	P003: 'its agency is not known',
	P013: 'its agency is not known',
	P014: 'the excerpt ends before the first figure',
	'012': 'it prints no tables',
	P033: 'its tables are lost',
	P037: 'a blank form of another kind',
	P041: 'a blank form'
};
