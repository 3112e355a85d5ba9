import { describe, expect, it } from 'vitest';
import { severityOf } from '../../../src/lib/core/audit/index.ts';
import type { Finding } from '../../../src/lib/core/audit/index.ts';
import { concludes, groupFindings } from '../../../src/lib/components/check/finding-groups.ts';
import { findingRecords, RECORD_COLUMNS } from '../../../src/lib/components/check/finding-records.ts';
import { alongText, candidateText, cellName, sidesText } from '../../../src/lib/format/finding-text.ts';
import { judgedOf } from '../../../src/lib/components/check/judged.ts';
import { marksOf } from '../../../src/lib/components/check/marks.ts';
import type { DraftReport, DraftRow } from '../../../src/lib/state/check/draft.ts';
import { rowsOf } from '../../../src/lib/state/check/draft.ts';
import { readDraft } from '../../../src/lib/state/check/read-draft.ts';
import { csv } from '../../../src/lib/export/csv.ts';
import { draftHtml } from './drafts.ts';

async function rowOf(html: string): Promise<DraftRow & { found: DraftReport }> {
	const parts = await readDraft(new TextEncoder().encode(html), 'draft.html');
	const base = { id: 1, name: 'draft.html', source: new Blob(), key: null, failure: null, sameAs: null } as const;
	const [row] = rowsOf({ ...base, status: 'done', parts });
	return row as DraftRow & { found: DraftReport };
}

const WRONG = await rowOf(draftHtml({ 't3.new.total': 61 }));
const finding = (change: Partial<Finding>): Finding => ({
	rule: 't3-row',
	along: 'new',
	status: 'pass',
	cells: [],
	left: null,
	right: null,
	difference: null,
	...change
});

describe('what a report comes to', () => {
	it.each([
		['hard', [finding({ status: 'fail' }), finding({})]],
		['soft', [finding({ status: 'fail', severity: 'plausibility' }), finding({})]],
		['open', [finding({}), finding({ status: 'unsure' })]],
		['pass', [finding({}), finding({ status: 'not_assessable', severity: 'plausibility' })]],
		['none', [finding({ status: 'not_assessable' })]],
		['none', []]
	] as const)('is %s', (conclusion, findings) => {
		expect(concludes(findings)).toBe(conclusion);
	});

	it('lists what must hold first, then the rest by weight', () => {
		const groups = groupFindings([
			finding({ status: 'pass' }),
			finding({ status: 'fail', severity: 'plausibility' }),
			finding({ status: 'fail' }),
			finding({ status: 'unsure' })
		]);
		expect(groups.map(({ id }) => id)).toEqual(['hard', 'plausibility', 'unsure', 'pass']);
	});
});

describe('the marks of cells', () => {
	it('count the checks that fail there, most where they cross', () => {
		const marks = marksOf(WRONG.found.findings.filter((one) => severityOf(one) === 'hard'));
		expect(marks.get('t3.new.total')).toMatchObject({ kind: 'fail', checks: 2, suggestion: 60 });
		expect(marks.get('t3.new.business')).toMatchObject({ kind: 'fail', checks: 1, suggestion: null });
		expect(marks.has('t3.granted.total')).toBe(false);
	});

	it('are lighter where nothing hard fails', () => {
		const look = finding({ status: 'fail', severity: 'plausibility', cells: ['t2.fees.amount'] });
		expect(marksOf([look]).get('t2.fees.amount')?.kind).toBe('look');
		const both = marksOf([finding({ status: 'fail', cells: ['t2.fees.amount'] }), look]);
		expect(both.get('t2.fees.amount')).toMatchObject({ kind: 'fail', checks: 2 });
	});
});

describe('the words of a finding', () => {
	it('has the terms of both sides of an identity', () => {
		const found = WRONG.found.findings.find(({ rule, along }) => rule === 't3-balance' && along === 'total');
		const judged = found && judgedOf(WRONG.found.report, found);
		expect(judged).toMatchObject({ verdict: 'fail', left: [61, 4], right: [61, 3] });
		expect(judgedOf(WRONG.found.report, finding({ rule: 't3-le' }))).toBeNull();
	});

	it('names rows, columns, tables and places', () => {
		expect(alongText(finding({ along: 'new', cells: ['t3.new.total'] }), 'zh')).toContain('本年新收');
		expect(alongText(finding({ along: 'business', cells: ['t3.new.business'] }), 'en')).toBe('Commercial enterprises');
		expect(alongText(finding({ along: 't2' }), 'zh')).toContain('表二');
		expect(alongText(finding({ along: 's1:3:1', place: { section: 's1', line: 3 } }), 'zh')).toBe(
			'第一部分，文件第 3 行'
		);
		expect(alongText(finding({ along: 'notice' }), 'zh')).toBe('');
		expect(cellName('t4.review.total', 'en')).toBe('Administrative reconsideration · Total');
		expect(cellName('t9.x.y', 'en')).toBe('t9.x.y');
	});

	it('names what a quoted figure may mean', () => {
		const decided = { plus: ['t4.review.total'], minus: ['t4.review.pending'] } as const;
		expect(candidateText(decided, 'zh')).toBe('行政复议 · 总计 − 行政复议 · 尚未审结');
		const other = ['t3.other_no_correction.total', 't3.other_fee_unpaid.total', 't3.other_rest.total'] as const;
		expect(candidateText({ plus: ['t3.closed.total'], minus: other }, 'zh')).toMatch(/ − 其他处理$/u);
	});

	it('leaves out a side that is not known', () => {
		expect(sidesText(finding({ left: 5, right: 3 }), 'zh')).toBe('左边 5，右边 3');
		expect(sidesText(finding({ left: 5 }), 'en')).toBe('5');
		expect(sidesText(finding({}), 'en')).toBe('');
		expect(sidesText(finding({ rule: 'd-layout', left: 2019, right: 2021 }), 'en')).toBe('left 2019, right 2021');
	});
});

describe('the findings to download', () => {
	it('are one line each, with the suggestion and a sentence', () => {
		const record = findingRecords([WRONG], 'zh').find(({ rule, status }) => rule === 't3-row' && status === 'fail');
		expect(record).toMatchObject({
			file: 'draft.html',
			year: 2024,
			left: 61,
			right: 60,
			suggestedCell: 't3.new.total',
			suggestedValue: 60
		});
		expect(record?.sentence).toContain('61 ≠ 58 + 2');
	});

	it('keep a side without a number apart from zero', () => {
		const text = csv(findingRecords([WRONG], 'en'), RECORD_COLUMNS);
		expect(text.split('\r\n')[0]).toContain('left,left.status,right,right.status');
		expect(text).toMatch(/,not_assessable,,no_figure,/u);
	});

	it('have a line for a file that could not be read', () => {
		const failure = { code: 'file/empty', found: '0' };
		const [record] = findingRecords([{ ...WRONG, found: null, failure }], 'zh');
		expect(record).toMatchObject({ kind: 'problem', rule: 'file/empty', status: 'refused', left: null });
	});
});
