import { REPORT_NAME } from './print-report.ts';
import type { Random } from './random.ts';
import type { Furniture } from './render-html.ts';

export interface PageFacts {
	readonly agency: string;
	readonly year: number;
	readonly place: string;
}

const reportOf = (agency: string, year: number): string => `${agency}${year}年${REPORT_NAME}`;

/** What an invented site prints around a report. */
export function drawFurniture(random: Random, { agency, year, place }: PageFacts): Furniture {
	const data = random.chance(0.4)
		? [
				['索引号', `${random.int(100_000, 999_999)}/${year + 1}-${random.int(10, 99_999)}`, '发布机构', agency],
				['公开方式', '主动公开', '发布日期', `${year + 1}-01-${random.int(10, 30)}`],
				['文号', '无', '有效性', '有效']
			]
		: [];
	return {
		...(random.chance(0.3)
			? { pageTitle: random.pick([`${place}人民政府门户网站`, '政府信息公开年报', `${agency} 年度报告`]) }
			: {}),
		above: [
			`当前位置:首页 > 政务公开 > 政府信息公开年报`,
			...(random.chance(0.6)
				? [`发布日期:${year + 1}-01-${random.int(10, 30)} 浏览次数:${random.int(1, 900)} 来源:${agency}`]
				: []),
			...(random.chance(0.4) ? ['字号:[ 大 中 小 ] 打印 关闭'] : [])
		],
		data,
		links: [],
		linksFirst: false,
		below: [
			...(random.chance(0.5) ? ['分享到:微信 微博'] : []),
			...(random.chance(0.4) ? [`上一篇:${place}政府信息公开指南`, '下一篇:没有了'] : []),
			`主办:${place}人民政府 备案号:00000000 网站标识码:0000000000`
		]
	};
}

/** The list of other years' reports that many sites print beside one. */
export function yearLinks(agency: string, year: number): string[] {
	return [1, 2, 3].map((before) => reportOf(agency, year - before));
}
