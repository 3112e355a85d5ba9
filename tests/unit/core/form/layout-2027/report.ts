import type { CellKey } from '../../../../../src/lib/core/form/index.ts';

const row = (...cells: readonly (string | number)[]): string =>
	`<tr>${cells.map((cell) => `<td>${String(cell)}</td>`).join('')}</tr>`;

/** Natural persons, five kinds of organisation, total. */
type Counts = readonly [number, number, number, number, number, number, number];
const none: Counts = [0, 0, 0, 0, 0, 0, 0];

/** Label and counts of table three, as an agency would write them in 2027. */
const REQUESTS: readonly (readonly [string, Counts])[] = [
	['一、本年新收政府信息公开申请数量', [40, 6, 0, 1, 2, 0, 49]],
	['二、上年结转政府信息公开申请数量', [3, 0, 0, 0, 0, 0, 3]],
	['(一)予以公开', [12, 2, 0, 1, 1, 0, 16]],
	['(二)部分公开（区分处理的，只计这一情形，不计其他情形）', [4, 1, 0, 0, 0, 0, 5]],
	['1.属于国家秘密', none],
	['2.其他法律行政法规禁止公开', none],
	['3.危及“三安全一稳定”', none],
	['4.保护第三方合法权益', [1, 0, 0, 0, 0, 0, 1]],
	['5.属于三类内部事务信息', none],
	['6.属于四类过程性信息', none],
	['7.属于行政执法案卷', [2, 0, 0, 0, 0, 0, 2]],
	['8.属于行政查询事项', none],
	['1.本机关不掌握相关政府信息', [9, 1, 0, 0, 1, 0, 11]],
	['2.没有现成信息需要另行制作', none],
	['3.补正后申请内容仍不明确', none],
	['1.信访举报投诉类申请', [2, 0, 0, 0, 0, 0, 2]],
	['2.重复申请', none],
	['3.要求提供公开出版物', none],
	['4.无正当理由大量反复申请', none],
	['5.要求行政机关确认或重新出具已获取信息', none],
	['6.使用自动程序批量生成的申请', [7, 1, 0, 0, 0, 0, 8]],
	['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', [1, 0, 0, 0, 0, 0, 1]],
	['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', none],
	['3.其他', none],
	['(七)总计', [38, 5, 0, 1, 2, 0, 46]],
	['四、结转下年度继续办理', [5, 1, 0, 0, 0, 0, 6]]
];

const GROUPS: Readonly<Record<number, string>> = {
	4: '(三)不予公开',
	12: '(四)无法提供',
	15: '(五)不予处理',
	21: '(六)其他处理'
};

const requests = REQUESTS.map(([label, counts], index) => row(GROUPS[index] ?? '', label, ...counts)).join('\n');
const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** A page as an agency might publish it under the made-up layout: written by hand, not printed from the form's data. */
const html = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>虚州市丙县民政局2027年政府信息公开工作年度报告</title>
<h1>虚州市丙县民政局2027年政府信息公开工作年度报告</h1>
<h2>二、主动公开政府信息情况</h2>
<table>
${row('第二十条第(一)项')}
${row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}
${row('规章', 0, 0, 0)}
${row('行政规范性文件', 2, 1, 17)}
${row('第二十条第(五)项')}
${row('信息内容', '本年处理决定数量', '其中网上办理数量')}
${row('行政许可', 310, 284)}
${row('第二十条第(六)项')}
${row('信息内容', '本年处理决定数量')}
${row('行政处罚', 12)}
${row('行政强制', 3)}
${row('行政检查', 95)}
${row('第二十条第(十)项')}
${row('信息内容', '本年开放数据集数量', '本年接口调用次数')}
${row('公共数据开放', 21, 4087)}
</table>
<h2>三、收到和处理政府信息公开申请情况</h2>
<table>
<tr><td colspan="2" rowspan="3">(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)</td><td colspan="7">申请人情况</td></tr>
<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
${row('商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他')}
${requests}
</table>
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>
<table>
<tr><td colspan="5" rowspan="2">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
${row(...results, ...results, ...results)}
${row(1, 0, 2, 0, 3, 0, 0, 0, 1, 1, 4, 0, 0, 0, 4)}
</table></html>`;

/** Some of its figures, with those that the layout of 2021 has no cell for. */
const values: Readonly<Partial<Record<CellKey, number>>> = {
	't2.normative.issued': 2,
	't2.normative.repealed': 1,
	't2.normative.in_force': 17,
	't2.licensing.decisions': 310,
	't2.licensing.online': 284,
	't2.penalty.decisions': 12,
	't2.coercion.decisions': 3,
	't2.inspection.decisions': 95,
	't2.public_data.opened': 21,
	't2.public_data.calls': 4087,
	't3.new.natural_person': 40,
	't3.new.total': 49,
	't3.granted.legal_service': 1,
	't3.unprocessed_petition.total': 2,
	't3.unprocessed_generated.natural_person': 7,
	't3.unprocessed_generated.business': 1,
	't3.unprocessed_generated.total': 8,
	't3.other_no_correction.total': 1,
	't3.closed.total': 46,
	't3.carried_out.total': 6,
	't4.review.total': 3,
	't4.suit_direct.pending': 1,
	't4.suit_after_review.upheld': 4
};

export const HAND_WRITTEN = { html, values } as const;
