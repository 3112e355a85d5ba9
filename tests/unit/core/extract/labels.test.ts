import { describe, expect, it } from 'vitest';
import { blockColumns } from '../../../../src/lib/core/extract/columns.ts';
import {
	matchApplicant,
	matchTableFour,
	matchTableThree,
	matchTableTwoRow,
	splitLabels
} from '../../../../src/lib/core/extract/labels.ts';

describe('a label of table three', () => {
	it.each([
		['一、本年新收政府信息公开申请数量', 'new'],
		['二、上年结转政府信息公开申请数量', 'carried_in'],
		['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 'partial'],
		['(二)部分公开', 'partial'],
		['（二）部分公开（区分处理的，只计这一情', 'partial'],
		['2.其他法律行政止公开', 'denied_law'],
		['3.危及"三安全一稳定"', 'denied_safety'],
		['1、申请人无正当理由逾期不补正,行政机关不再处理其政府信息公开申请', 'other_no_correction'],
		['2.逾期不缴费', 'other_fee_unpaid'],
		['（七）总计', 'closed'],
		['四、結轉下年度繼續辦理', 'carried_out'],
		['6. 屬於四類過程性信息', 'denied_process'],
		['（六）其他处理', 'other']
	])('%s names %s', (label, row) => {
		expect(matchTableThree(label, null)).toMatchObject({ kind: 'row', row });
	});

	it.each([
		['（三）不予公开', 'denied'],
		['（ 四 ） 无法提供', 'unable'],
		['(五)不予处理', 'unprocessed']
	])('%s heads the group %s and is no row', (label, group) => {
		expect(matchTableThree(label, null)).toEqual({ kind: 'group', group });
	});

	it('tells 3.其他 only inside 其他处理', () => {
		expect(matchTableThree('3.其他', 'other')).toMatchObject({ row: 'other_rest' });
		expect(matchTableThree('其他', null)).toBeNull();
	});

	it.each(['总计', '自然人', '公开', '办理', '本单位高度重视', '三、收到和处理政府信息公开申请情况'])(
		'%s names no row',
		(label) => {
			expect(matchTableThree(label, null)).toBeNull();
		}
	);

	it('is cut where a group is glued to its first row', () => {
		expect(splitLabels('（三）不予公开1.属于国家秘密')).toEqual(['(三)不予公开', '1.属于国家秘密']);
	});
});

describe('a label of table two', () => {
	it.each([
		['规范性文件', 'normative'],
		['規章（設區的市、自治州人民政府應提供相關數據）', 'rules'],
		['其他对外管理服务事项', 'other_services'],
		['行政事业性收费', 'fees']
	])('%s names %s', (label, row) => {
		expect(matchTableTwoRow(label)).toBe(row);
	});

	it.each(['其他主动公开文件', '行政', '信息内容', '行政复议'])('%s names no row', (label) => {
		expect(matchTableTwoRow(label)).toBeNull();
	});
});

describe('the columns of a block of table two', () => {
	it.each([
		[['本年制发件数', '本年废止件数', '现行有效件数'], 'normative', '2021', ['issued', 'repealed', 'in_force']],
		[['本年制作数量', '本年废止件数', '现行有效件'], 'normative', '2021', ['issued', 'repealed', 'in_force']],
		[['本年新', '本年新', '对外公开总数量'], 'rules', '2019', ['made', 'published', 'total']],
		[['本年新', '制作数量', '本年新', '公开数量', '对外公开总数量'], 'rules', '2019', ['made', 'published', 'total']],
		[
			['上一年項目數量(指2019年事項數)', '本年增/減(減用負值表示,如-8)', '處理決定數量(指2020年辦件量)'],
			'penalty',
			'2019',
			['items_prev', 'items_change', 'decisions']
		],
		[['本年处理决定数量'], 'penalty', '2021', ['decisions']],
		[['本年收费金额（单位：万元，保留4位小数）'], 'fees', '2021', ['amount']],
		[['采购项目数量', '采购总金额', ''], 'procurement', '2019', ['projects', 'amount']]
	])('%j over %s are those of layout %s', (headers, row, layout, columns) => {
		expect(blockColumns(headers, row)).toMatchObject({ layouts: [layout], columns });
	});

	it.each([
		[['本年制发件数', '本年新公开数量', '现行有效件数'], 'rules'],
		[['数据1', '数据2', '数据3'], 'rules'],
		[['本年废止件数', '本年制发件数', '现行有效件数'], 'rules'],
		[[], 'rules']
	])('%j over %s fit no layout', (headers, row) => {
		expect(blockColumns(headers, row)).toBeNull();
	});
});

describe('headings over columns', () => {
	it('name applicants and disputes', () => {
		expect(matchApplicant('商 业 企 业')).toBe('business');
		expect(matchApplicant('总 计')).toBe('total');
		expect(matchApplicant('申请人')).toBeNull();
		expect(matchTableFour('结 果\n维持')).toEqual({ kind: 'result', id: 'upheld' });
		expect(matchTableFour('複議後起訴')).toEqual({ kind: 'dispute', id: 'suit_after_review' });
	});
});
