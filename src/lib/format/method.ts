import type { Names } from '../core/form/index.ts';

export interface TextSection {
	readonly id: string;
	readonly heading: Names;
	readonly paragraphs: readonly Names[];
}

/** How figures come about, for the method page. */
export const METHOD: readonly TextSection[] = [
	{
		id: 'reading',
		heading: { zh: '怎样读', en: 'How figures are read' },
		paragraphs: [
			{
				zh: '数字只取自报告的三张法定表格（表二、表三、表四），由程序按规则读取，不用人工智能猜测；同一份文件每次得到同样的结果。',
				en: 'Figures come only from the three statutory tables of a report (two, three and four). A program reads them by rule, with no guess by a model; the same file gives the same result every time.'
			},
			{
				zh: '每一格按所在的行名和栏名定位，并记下在来源文件中的位置：第几张表、第几行、第几列。定不了位的数字不采用，作为问题列出，不猜。',
				en: 'Each cell is placed by the labels of its row and column, and its place in the source is kept: table, row, column. A figure that cannot be placed with certainty is left out and declared as a problem, never guessed.'
			},
			{
				zh: '可以读网页、Word、Excel、PDF（有文字层的）、CSV、Markdown 和纯文本。只有图片的扫描件读不了，会照实说明。',
				en: 'Web pages, Word, Excel, PDF with a text layer, CSV, Markdown and plain text are read. A scan that is only a picture cannot be, and is said to be so.'
			}
		]
	},
	{
		id: 'layouts',
		heading: { zh: '两版表式与断点', en: 'Two layouts, and the break between them' },
		paragraphs: [
			{
				zh: '2019、2020年度报告用2019版表式，2021年度起用2021版。用的是哪一版，逐表按所印的行名、栏名判断，从不按年度推断：确有混用的报告。',
				en: 'Reports for 2019 and 2020 use the layout of 2019, those from 2021 on the layout of 2021. Which one it is is told table by table from the printed labels, never from the year: reports that mix them exist.'
			},
			{
				zh: '表三、表四两版基本相同；2021版把“其他处理”分为三项，合计仍可比。表二改动大：2019版的收费是项目数，2021版是金额；“对外公开总数量”不等于“现行有效件数”。这些不相连，图上画出断点。',
				en: 'Tables three and four are much the same in both; layout 2021 parts “otherwise handled” in three, the sum is still comparable. Table two changed a lot: fees are a number of items in 2019 and an amount in 2021; “total published” is not “in force”. Those are not joined, and the break is drawn.'
			}
		]
	},
	{
		id: 'absence',
		heading: { zh: '没有数字不等于 0', en: 'Absence is not zero' },
		paragraphs: [
			{
				zh: '空白、横线、斜线、无法辨认、表中无此格、缺表、没有报告，分别记录，都不当作 0：图上留空，表中写明，下载的文件有状态栏。',
				en: 'A blank, a dash, a slash, something unreadable, a cell or table that is not printed, a report that is not there: each is kept apart and none is 0. Charts leave a gap, tables say the reason, files have a status column.'
			},
			{
				zh: '合计只加有数字的报告，并写明 N。分母为 0 的比例无从计算，不写成 0%。依据很少的比例画出区间（威尔逊95%），不排名次。',
				en: 'Sums take in the reports that give the figure, and say N. A share whose denominator is 0 is undefined, not 0%. Shares of few cases are drawn with their interval (Wilson, 95%) and not ranked.'
			}
		]
	},
	{
		id: 'scopes',
		heading: { zh: '什么可以相加', en: 'What may be added up' },
		paragraphs: [
			{
				zh: '一级政府的报告可能汇总了所属部门和下级，部门又各有自己的报告。为免重复，只在同一层级、同为全域汇总或同为机关本身的报告之间相加；不同层级不相加。',
				en: 'A government’s report may sum up its departments and the levels below, which report on their own as well. So that nothing is counted twice, sums stay among reports of one level that are all region-wide summaries or all agencies’ own; levels are never added to each other.'
			},
			{
				zh: '报告所印的合计照录；由各类申请人重新相加的合计另列，不混用。',
				en: 'Printed totals are kept as printed; totals recomputed from the kinds of applicant stand beside them and are not mixed in.'
			}
		]
	},
	{
		id: 'checks',
		heading: { zh: '怎样核对', en: 'How figures are checked' },
		paragraphs: [
			{
				zh: '每份报告按下列全部规则核对。结论有四种：相符、不符、存疑、无法核对。等式中有空白时，只有不论空白代表什么都不成立，才判不符。',
				en: 'Every report is checked against all rules below. There are four verdicts: holds, fails, unsure, cannot be assessed. Where an equation has a blank, it fails only if it fails whatever the blank stands for.'
			},
			{
				zh: '“必须成立”的规则是算术；“口径”规则有合法的例外；“合理性”规则只是提示。能指出改哪一格就全部相符时给出建议，但从不改动数据。不符不是对机关的评价。',
				en: 'Rules that must hold are arithmetic; rules of definition have lawful exceptions; rules of plausibility are hints. Where one cell would heal everything it is suggested, and the data are never changed. A failure is no judgement on the agency.'
			}
		]
	},
	{
		id: 'not',
		heading: { zh: '什么时候不读、不核对', en: 'When figures are not read or checked' },
		paragraphs: [
			{
				zh: '没有法定表格的报告（2018年度及以前）、扫描图片、机关或年度认不出的文件，不进入数据集，在构建报告里逐份说明原因。',
				en: 'Reports without the statutory tables (2018 and before), scanned pictures, and files whose agency or year cannot be told are not taken into the dataset; the build report gives the reason for each.'
			},
			{
				zh: '同一机关同一年度有几个版本时取一个，另一个列为被取代，逐格的差别记在更正表里。',
				en: 'Of several versions of one agency’s year one is used, the others are listed as superseded, and differences cell by cell are kept in the table of corrections.'
			}
		]
	},
	{
		id: 'reproduce',
		heading: { zh: '怎样重现和引用', en: 'How to reproduce and cite' },
		paragraphs: [
			{
				zh: '同样的报告和程序得到同样的构建号。每张图、每个文件都写明构建号、筛选条件和校验和；引用时请写上构建号。',
				en: 'The same reports and program give the same build id. Each figure and file states the build id, the filters and a checksum; please cite the build id.'
			},
			{
				zh: '全部计算在您的浏览器里完成，不向别处发送任何内容；核对页上的草稿不离开您的电脑。',
				en: 'All computing happens in your browser and nothing is sent anywhere; a draft on the check page does not leave your machine.'
			},
			{
				zh: '查询引擎在浏览器里最多用 1 GB 内存。要用得更多的问题不计算，页面会照实说明，并提供范围较小的问法；已有的图和筛选条件不受影响。',
				en: 'In the browser the query engine takes 1 GB of memory at most. A question that needs more is not computed: the page says so and offers a narrower one, and the figures and filters there are stay as they are.'
			}
		]
	}
];

/** What is done for readers with assistive technology, and what is not. */
export const ACCESSIBILITY: readonly TextSection[] = [
	{
		id: 'aim',
		heading: { zh: '目标', en: 'Aim' },
		paragraphs: [
			{
				zh: '本站以《Web内容无障碍指南》（WCAG）2.2 AA 级和 GB/T 37668 为目标。以下是自己核对的结果，没有经过第三方认证。',
				en: 'The site aims at WCAG 2.2 level AA and GB/T 37668. What follows is our own check; no third party has certified it.'
			}
		]
	},
	{
		id: 'done',
		heading: { zh: '已经做到', en: 'What is done' },
		paragraphs: [
			{
				zh: '全部功能可以只用键盘：跳到正文的链接、可见的焦点、图上按方向键逐年移动、对话框用 Esc 关闭；按“/”或 Ctrl-K 打开检索。',
				en: 'Everything works by keyboard alone: a link to skip to the content, a visible focus, arrow keys that walk along a chart, Esc closes dialogs; “/” or Ctrl-K opens the search.'
			},
			{
				zh: '每张图都有文字概要和同样数字的表格；颜色不单独表示意义，各色经过色觉缺陷模拟核对，与底色的对比不低于 3:1，文字不低于 4.5:1。',
				en: 'Each chart has a summary in words and a table of the same figures. Colour is never the only sign; colours were checked for colour vision deficiencies, with a contrast of at least 3:1 to the ground, text 4.5:1.'
			},
			{
				zh: '中英文都有，页面标明语言；深色、浅色随系统或自选；遵从“减少动态效果”；放大或在手机上仍可阅读，大表在自己的框里滚动。',
				en: 'Chinese and English, with the language marked; light and dark by system or choice; reduced motion is respected; it can be read enlarged and on a phone, and wide tables scroll in a box of their own.'
			},
			{
				zh: '没有脚本或查询引擎不能启动时，概览的图、表和 CSV 下载仍然可用。',
				en: 'Without scripts, or where the query engine cannot start, the figures and tables of the overview and the CSV downloads still work.'
			}
		]
	},
	{
		id: 'limits',
		heading: { zh: '已知的不足', en: 'Known limits' },
		paragraphs: [
			{
				zh: '机关名称、报告原文只有中文。来源网页不归本站管理，可能不便使用或已经失效。很大的表格用读屏软件逐格浏览较慢，下载为表格文件会更方便。',
				en: 'Names of agencies and printed texts are in Chinese only. The source pages are not ours; they may be hard to use or gone. Walking a very large table by screen reader is slow: a downloaded file may serve better.'
			},
			{
				zh: '自动检查（axe）在每次改动时运行；与各种读屏软件的组合没有逐一人工测试。',
				en: 'Automated checks (axe) run with each change; not every combination with screen readers was tried by hand.'
			}
		]
	}
];
