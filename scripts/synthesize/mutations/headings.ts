import type { Draft, Mutation } from '../draft.ts';
import { REPORT_NAME } from '../print-report.ts';
import type { PrintedBlock, SectionName } from '../print-report.ts';
import { insertBlocks, isTable } from '../printed-texts.ts';
import { placeRows } from '../printed-table.ts';
import type { LooseCell } from '../printed-table.ts';

const NUMERALS = [...'一二三四五六七八'];

/** Other names of the sections that reports print (variations.md 2, statute.md 1.7). */
const RENAMED: Readonly<Record<string, readonly string[]>> = {
	s1: ['一、工作基本情况', '一、概述', '一、总体工作情况'],
	s2: ['二、主动公开政府信息工作情况', '二、政府信息主动公开情况'],
	s3: ['三、行政机关收到和处理政府信息公开申请情况', '三、收到和处理依申请公开政府信息情况'],
	s4: [
		'四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
		'四、复议及行政诉讼情况',
		'四、政府信息公开行政复议和行政诉讼情况'
	],
	s5: ['五、存在的主要问题及整改措施', '五、存在问题及改进情况', '五、政府信息公开工作存在的主要问题及改进情况'],
	s6: ['六、需要报告的其他事项']
};

const relabelled = (draft: Draft, section: string, text: string): void => {
	draft.relabels.push((id, printed) => (id === section ? text : printed));
};

const isHeading =
	(section: SectionName) =>
	(block: PrintedBlock): boolean =>
		block.kind === 'heading' && block.section === section;

const plainRows = (rows: readonly (readonly string[])[]): LooseCell[][] =>
	rows.map((cells, row) => cells.map((text, col) => ({ id: `other.${row}.${col}`, kind: 'label', text })));

/** Titles, headings and what stands between them. */
export const HEADING_MUTATIONS: readonly Mutation[] = [
	{
		name: 'heading-missing',
		section: '2',
		rate: 0.05,
		draft: (draft, random) => relabelled(draft, random.pick(['s1', 's2', 's3', 's4', 's5', 's6']), '')
	},
	{
		name: 'headings-missing',
		section: '2',
		rate: 0.02,
		group: 'headings',
		draft: (draft) => draft.relabels.push((id, printed) => (/^s\d$/u.test(id) ? '' : printed))
	},
	{
		name: 'headings-renumbered',
		section: '2',
		rate: 0.03,
		group: 'headings',
		draft: (draft) =>
			draft.relabels.push((id, printed) => {
				if (id === 's1') return '';
				return /^s\d$/u.test(id)
					? printed.replace(
							/^(.)、/u,
							(_, numeral: string) => `${NUMERALS[NUMERALS.indexOf(numeral) - 1] ?? numeral}、`
						)
					: printed;
			})
	},
	{
		name: 'heading-renamed',
		section: '2',
		rate: 0.1,
		draft: (draft, random) => {
			const section = random.pick(Object.keys(RENAMED));
			relabelled(draft, section, random.pick(RENAMED[section] ?? []));
		}
	},
	{
		name: 'second-numbering',
		section: '2',
		rate: 0.03,
		draft: (draft, random) => {
			const themes = ['加强组织领导', '主动公开情况', '依申请公开情况', '政府信息管理', '平台建设', '监督保障'];
			const lines = themes.flatMap((theme, index) => [
				`${NUMERALS[index] ?? ''}、${theme}`,
				`${theme}工作有序推进,全年开展活动${random.int(1, 30)}次。`
			]);
			const before = draft.prose.before ?? {};
			draft.prose = { ...draft.prose, before: { ...before, s1: [...lines, ...(before.s1 ?? [])] } };
		}
	},
	{
		name: 'instruction-left',
		section: '2',
		rate: 0.02,
		draft: (draft) => {
			const before = draft.prose.before ?? {};
			const line = ['该部分以表格形式报告。表格如下:'];
			draft.prose = { ...draft.prose, before: { ...before, s2: line, s3: line } };
		}
	},
	{
		name: 'line-after-table-two',
		section: '2',
		rate: 0.03,
		draft: (draft, random) => {
			const after = draft.prose.after ?? {};
			const line = `${draft.of.year}年本行政区域政府信息公开发布总数量:${random.pick([0, random.int(1, 9000)])}`;
			draft.prose = { ...draft.prose, after: { ...after, s2: [line] } };
		}
	},
	{
		name: 'note-under-table-four',
		section: '2',
		rate: 0.03,
		draft: (draft) => {
			const after = draft.prose.after ?? {};
			draft.prose = {
				...draft.prose,
				after: { ...after, s4: ['注:行政复议、行政诉讼数量含上年度结转数量', ...(after.s4 ?? [])] }
			};
		}
	},
	{
		name: 'table-captions',
		section: '2',
		rate: 0.03,
		blocks: (report) => {
			const caption = (text: string): PrintedBlock[] => [{ kind: 'paragraph', text }];
			const two = insertBlocks(report, 'before', isTable('t2'), caption('表二:主动公开政府信息情况'));
			const three = insertBlocks(two, 'before', isTable('t3'), caption('表三:收到和处理政府信息公开申请情况'));
			return insertBlocks(three, 'before', isTable('t4'), caption('表四:政府信息公开行政复议、行政诉讼情况'));
		}
	},
	{
		name: 'title-without-agency',
		section: '2',
		rate: 0.03,
		group: 'title',
		draft: (draft) => {
			draft.title = [`${draft.of.year}年${REPORT_NAME}`];
			draft.agencyHidden = true;
			draft.prose = { ...draft.prose, preface: [] };
		}
	},
	{
		name: 'title-without-government',
		section: '2',
		rate: 0.02,
		group: 'title',
		fits: (draft) => draft.agency.endsWith('人民政府'),
		draft: (draft) => {
			const place = draft.agency.replace(/人民政府$/u, '');
			draft.title = [`${place}${draft.of.year}年${REPORT_NAME}`];
			draft.agency = place;
			draft.prose = { ...draft.prose, preface: [] };
		}
	},
	{
		name: 'title-letters-swapped',
		section: '2',
		rate: 0.01,
		group: 'title',
		draft: (draft) => {
			draft.title = [`${draft.agency}${draft.of.year}年政府信息公开工作告年度报`];
		}
	},
	{
		name: 'title-political',
		section: '2',
		rate: 0.01,
		group: 'title',
		draft: (draft) => {
			draft.title = [`${draft.agency}${draft.of.year}年政务公开工作年度报告`];
		}
	},
	{
		name: 'table-of-page-data',
		section: '2',
		rate: 0.03,
		kinds: ['html', 'docx', 'txt', 'md'],
		blocks: (report, random, draft) => {
			const rows = [
				['索引号', `${random.int(10, 99)}-${draft.of.year + 1}-${random.int(1, 999)}`],
				['发布机构', draft.agency],
				['生成日期', `${draft.of.year + 1}-01-${random.int(10, 28)}`]
			];
			const table = placeRows('other', plainRows(rows));
			const first = report.blocks.findIndex(isHeading('s2'));
			const at = first < 0 ? report.blocks.findIndex(isTable('t2')) : first + 1;
			return { ...report, blocks: report.blocks.toSpliced(at, 0, { kind: 'table', table }) };
		}
	},
	{
		name: 'report-twice',
		section: '2',
		rate: 0.02,
		draft: (draft) => {
			draft.copies = 2;
		}
	}
];
