import { describe, expect, it } from 'vitest';
import { auditWhole, auditYears, quotesOf } from '../../../../src/lib/core/audit/index.ts';
import type { Finding } from '../../../../src/lib/core/audit/index.ts';
import { numbersIn, parseNumeral } from '../../../../src/lib/core/audit/prose/numbers.ts';
import { SOME, inventReport } from './invented.ts';
import type { Invented } from './invented.ts';

describe('numbers in a sentence', () => {
	it.each([
		['一百二十三', 123],
		['两千零五', 2005],
		['十二', 12],
		['二十', 20],
		['十二万三千', 123000],
		['〇', 0],
		['二〇二三', null],
		['百', null],
		['万', null],
		['', null]
	] as const)('reads %s as %s', (text, value) => {
		expect(parseNumeral(text)).toBe(value);
	});

	it.each([
		['收到申请3119件', [3119]],
		['收到申请1,204件,答复三十五件', [1204, 35]],
		['公开5500余条', [5500]],
		['访问1.2万人次', [12000]],
		['国务院令第711号', []],
		['2023年1月1日', []],
		['申请数量为0。', [0]],
		['占33.9%', [33.9]],
		['第1件', []]
	])('finds the counts of %s', (text, values) => {
		expect(numbersIn(text).map(({ value }) => value)).toEqual(values);
	});

	it('marks round figures', () => {
		expect(numbersIn('约30件,5500余条,12件').map(({ approximate }) => approximate)).toEqual([true, true, false]);
	});
});

const quoted = (text: string, invented: Invented = {}): string[] =>
	quotesOf(inventReport({ ...invented, prose: { s1: [text] } })).map(
		({ form, kind, value }) => `${form} ${kind ?? '-'} ${value}`
	);

describe('what a quoted figure counts', () => {
	it.each([
		['收到公民、法人和其他组织的政府信息公开申请5件', ['count received 5']],
		['共受理１２件政府信息公开申请', ['count received 12']],
		[
			'全年收到申请5件,其中自然人申请4件、法人或其他组织申请1件',
			['count received 5', 'count applicant:natural_person 4', 'count applicant:organisations 1']
		],
		[
			'答复申请9件,其中予以公开3件、部分公开1件、不予公开2件、无法提供1件、不予处理1件、作其他处理(含撤回申请)1件',
			[
				'count closed 9',
				'count outcome:granted 3',
				'count outcome:partial 1',
				'count outcome:denied 2',
				'count outcome:unable 1',
				'count outcome:unprocessed 1',
				'count outcome:other 1'
			]
		],
		['办结申请9件,转下年度办理2件', ['count closed 9', 'count carried_out 2']],
		['对申请中3件予以公开,2件属于国家秘密', ['count outcome:granted 3', 'count row:denied_state_secret 2']],
		['收到行政复议申请5件', ['count review 5']],
		['受理行政许可申请50件', ['count - 50']],
		['行政复议、行政诉讼案件均为0件', ['count disputes 0']],
		['复议后提起行政诉讼2件', ['count suit_after_review 2']],
		['有1件涉及政府信息公开的行政复议', ['count review 1']],
		[
			'行政复议7件,结果维持5件;行政诉讼9件,结果维持8件',
			['count review 7', 'count result:review:upheld 5', 'count suits 9', 'count result:suits:upheld 8']
		],
		['开展培训3次,制作解读21个', ['count - 3', 'count - 21']],
		['我局未收到政府信息公开申请', ['none received 0']],
		['未发生行政复议、行政诉讼', ['none disputes 0']],
		['无行政复议案件', ['none review 0']],
		['收到申请5件,同比下降20%', ['count received 5', 'growth received -20']],
		['收到申请5件(甲镇2件、乙镇3件),同比增加1件', ['count received 5', 'count - 2', 'count - 3', 'change received 1']]
	])('%s', (text, expected) => {
		expect(quoted(text)).toEqual(expected);
	});

	it('reads over the line ends of a page and keeps the line', () => {
		const report = inventReport({ prose: { s1: ['全年共收到政府信', '息公开申请 20', '件,办结19件。'] } });
		expect(quotesOf(report).map(({ kind, value, line }) => [kind, value, line])).toEqual([
			['received', 20, 2],
			['closed', 19, 3]
		]);
	});
});

const told = (text: string, invented: Invented = {}): Pick<Finding, 'rule' | 'status' | 'reason'>[] =>
	auditWhole(inventReport({ figures: SOME, ...invented, prose: { s1: [text] } }))
		.filter(({ rule }) => rule.startsWith('n-') && rule !== 'n-blank')
		.map(({ rule, status, reason }) => ({ rule, status, ...(reason ? { reason } : {}) }));

describe('a figure that differs from the tables', () => {
	it.each([
		['of another period', '2022年收到政府信息公开申请15件。', 'quote/other-period'],
		['of half a year', '上半年收到政府信息公开申请15件。', 'quote/other-period'],
		['of another body', '丙镇收到政府信息公开申请15件。', 'quote/other-body'],
		['of the whole county in the report of a bureau', '全县共收到政府信息公开申请150件。', 'quote/other-body'],
		['of one channel', '网上收到政府信息公开申请15件。', 'quote/part'],
		['that is round', '共收到政府信息公开申请30余件。', 'quote/approximate'],
		['of loose wording', '依申请公开信息15条。', 'quote/loose-words'],
		['of other business', '办理12345热线工单,共办结300件,其中涉及信息公开。', 'quote/loose-words', 'n-closed'],
		['of a body that reviews others', '依法受理行政复议案件500件,推进政务公开。', 'quote/loose-words', 'n-review'],
		['of answers to messages', '收到申请20件。共收到网民留言50件,均已答复50件。', 'quote/loose-words', 'n-closed']
	])('is unsure where it is %s', (_, text, reason, rule = 'n-received') => {
		expect(told(text).filter(({ status }) => status !== 'pass')).toEqual([{ rule, status: 'unsure', reason }]);
	});

	it('is unsure where lines are missing before it', () => {
		const report = inventReport({ figures: SOME });
		const paragraphs = [
			{ line: 4, text: '全年共收到政府信息公开' },
			{ line: 6, text: '申请,答复的有5件。' }
		];
		const findings = auditWhole({ ...report, sections: [{ id: 's1', heading: null, paragraphs }] });
		expect(findings.find(({ rule }) => rule === 'n-closed')).toMatchObject({
			status: 'unsure',
			reason: 'quote/broken'
		});
	});

	it('fails where the words leave no doubt', () => {
		expect(told('2023年,甲县乙局共收到政府信息公开申请15件。')).toEqual([{ rule: 'n-received', status: 'fail' }]);
	});

	it('passes with the government office speaking for its report', () => {
		const office = { agency: '甲市人民政府办公室' };
		expect(told('市政府办公室代表市政府共受理政府信息公开申请20件。', office)).toEqual([
			{ rule: 'n-received', status: 'pass' }
		]);
	});
});

/** Table four of a city whose prose counts decided cases, and its requests over two years. */
const CITY: Invented = {
	agency: '甲市',
	year: 2024,
	figures: {
		't2.licensing.decisions': 900,
		't3.granted.natural_person': 3521,
		't3.carried_out.natural_person': 125,
		't3.carried_in.natural_person': 121,
		't4.review.upheld': 88,
		't4.review.corrected': 18,
		't4.review.other': 28,
		't4.review.pending': 36,
		't4.suit_direct.upheld': 7,
		't4.suit_direct.other': 11,
		't4.suit_direct.pending': 7,
		't4.suit_after_review.upheld': 33,
		't4.suit_after_review.other': 6,
		't4.suit_after_review.pending': 13
	},
	prose: {
		s1: ['全市共收办政府信息公开申请3646件,同比增长1.05%。涉及政府信息公开的行政复议134件、行政诉讼57件,均已办理。']
	}
};
const CITY_BEFORE: Invented = {
	agency: '甲市',
	year: 2023,
	figures: {
		't3.granted.natural_person': 3486,
		't3.carried_out.natural_person': 121,
		't3.carried_in.natural_person': 96
	}
};

describe('the city whose prose seems wrong', () => {
	const findings = auditWhole(inventReport(CITY));

	it('counts decided cases: 170 − 36 = 134 and 77 − 20 = 57, no error', () => {
		expect(findings.find(({ rule }) => rule === 'n-review')).toMatchObject({
			status: 'pass',
			reason: 'quote/decided-cases',
			left: 134,
			right: 134,
			matched: { id: 'decided', plus: ['t4.review.total'], minus: ['t4.review.pending'], value: 134 },
			candidates: [{ value: 170 }, { value: 134 }, { value: 170 }]
		});
		expect(findings.find(({ rule }) => rule === 'n-suit')).toMatchObject({
			status: 'pass',
			reason: 'quote/decided-cases',
			matched: { id: 'decided', value: 57 }
		});
		expect(findings.filter(({ status }) => status === 'fail')).toEqual([]);
	});

	it('gives a growth of 1.05 % that no figures yield: 1.08 % and 0.40 % and 1.00 % are what they yield', () => {
		const growth = auditYears([CITY_BEFORE, CITY].map(inventReport)).find(({ rule }) => rule === 'n-growth');
		expect(growth).toMatchObject({ status: 'fail', left: 1.05, quoted: '同比增长1.05%', year: 2024, against: 2023 });
		const yields = growth?.candidates?.map(({ id, value }) => `${id} ${(value ?? 0).toFixed(2)}`);
		expect(yields).toEqual(['new+carried_in 1.08', 'closed 1.00', 'new 0.40', 'closed+carried_out 1.08']);
	});
});

describe('what is not compared', () => {
	it('finds nothing in fees of table two beside a section six without a fee, nor the reverse', () => {
		const charged = inventReport({
			figures: { 't2.fees.amount': 59237.2449 },
			prose: { s6: ['本年度未收取政府信息公开信息处理费。'] }
		});
		const uncharged = inventReport({ prose: { s6: ['本年度对25件申请收取信息处理费2950元。'] } });
		for (const report of [charged, uncharged])
			expect(auditWhole(report).filter(({ status }) => status === 'fail' || status === 'unsure')).toEqual([]);
	});
});

describe('lists of parts', () => {
	it('adds the outcomes to what was handled, with what is carried out', () => {
		const all =
			'收办申请22件;予以公开8件、部分公开2件、不予公开2件、无法提供4件、不予处理1件、作其他处理2件、转下年度办理3件。';
		expect(told(all).filter(({ rule }) => rule === 'n-parts')).toEqual([{ rule: 'n-parts', status: 'pass' }]);
	});

	it('adds what is carried out in the sentence behind the list', () => {
		const lines = [
			'收到申请22件,上年结转0件。',
			'予以公开8件;部分公开2件;不予公开2件;无法提供4件;不予处理1件;其他处理2件。',
			'结转下年3件。'
		];
		expect(told(lines.join('')).filter(({ rule }) => rule === 'n-parts')).toEqual([
			{ rule: 'n-parts', status: 'pass' }
		]);
	});

	it('is unsure where only some outcomes are named', () => {
		const some = '答复申请19件,其中予以公开8件、部分公开2件。';
		expect(told(some).filter(({ rule }) => rule === 'n-parts')).toEqual([
			{ rule: 'n-parts', status: 'unsure', reason: 'quote/part' }
		]);
	});

	it('accepts shares that are cut off rather than rounded', () => {
		const cutOff = told('答复申请19件,其中部分公开2件,占10.52%。').find(({ rule }) => rule === 'n-share');
		expect(cutOff).toMatchObject({ status: 'pass' });
	});
});
