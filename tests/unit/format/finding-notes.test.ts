import { describe, expect, it } from 'vitest';
import { correctedItem, correctionChange } from '../../../src/lib/format/corrections.ts';
import {
	candidateIdText,
	comparedYears,
	decisionText,
	healingText,
	keptSides,
	reasonText
} from '../../../src/lib/format/finding-notes.ts';
import type { KeptFinding } from '../../../src/lib/format/finding-notes.ts';

const kept = (change: Partial<KeptFinding>): KeptFinding => ({
	...{ rule: 'y-carry', status: 'fail', reason: null, year: 2023, left: 7, right: 3, difference: 4 },
	...{ against: null, candidates: [], suggestion: null, decision: null },
	...change
});

describe('a finding of the dataset in words', () => {
	it('tells both sides, how far apart, and the years compared', () => {
		expect(keptSides(kept({}), 'zh')).toBe('左边 7，右边 3，相差 4');
		expect(keptSides(kept({ status: 'unsure' }), 'en')).toBe('left 7, right 3');
		// A rule that fails where both are the same: items printed as decisions.
		expect(keptSides(kept({ rule: 'u-items', left: 8, right: 8, difference: 0 }), 'zh')).toBe('左边 8，右边 8');
		expect(keptSides(kept({ left: null, difference: null }), 'zh')).toBe('左边 ?，右边 3');
		expect(keptSides(kept({ left: null, right: null }), 'zh')).toBe('');
		expect(comparedYears(kept({ against: 2022 }), 'zh')).toBe('2023 年度与 2022 年度比');
		expect(comparedYears(kept({}), 'en')).toBe('');
	});

	it('prints years of rules on dates as years, without a difference', () => {
		expect(keptSides(kept({ rule: 'd-layout', left: 2019, right: 2021, difference: -2 }), 'en')).toBe(
			'left 2019, right 2021'
		);
	});

	it('names what a quoted figure may mean', () => {
		const candidates = [
			{ id: 'new', value: 134 },
			{ id: 'new+carried_in', value: null }
		];
		expect(keptSides(kept({ rule: 'n-received', left: 57, right: 134, candidates }), 'zh')).toBe(
			'文中 57；表中 本年新收政府信息公开申请数量 134、本年新收政府信息公开申请数量 + 上年结转政府信息公开申请数量 ?'
		);
		expect(candidateIdText('closed-other', 'n-closed', 'en')).toContain(' − ');
		expect(candidateIdText('other', 'n-result', 'zh')).toBe('其他结果');
		expect(candidateIdText('other', 'n-outcome', 'zh')).toBe('其他处理');
		expect(candidateIdText('issued', 'n-documents', 'zh')).toBe('本年制发件数');
		expect(candidateIdText('no such thing', 'n-x', 'zh')).toBe('no such thing');
	});

	it('suggests without changing anything, and gives the reason', () => {
		const finding = kept({ reason: 'identity/one-cell', suggestion: { cell: 't3.closed.business', value: 62 } });
		expect(healingText(finding, 'zh')).toMatch(/^建议核实“.+商业企业”：如为 62，.+；未改动$/u);
		expect(healingText(finding, 'en')).toContain('Nothing was changed');
		expect(healingText(kept({}), 'zh')).toBe('');
		expect(reasonText(finding, 'zh')).toBe('改正一格即全部成立');
	});

	it('tells a decision with reason and date', () => {
		const decision = { kind: 'lawful_exception', reason: '机关合并', date: '2024-04-01', by: null } as const;
		expect(decisionText(kept({ decision }), 'zh')).toBe('人工决定：合法例外；理由：机关合并（2024-04-01）');
		expect(decisionText(kept({ decision: { ...decision, reason: null, by: 'A' } }), 'en')).toBe(
			'Decided by a person: lawful exception (2024-04-01, A)'
		);
		expect(decisionText(kept({}), 'zh')).toBe('');
	});

	it('tells a correction from the earlier figure to the later', () => {
		const [old, blank] = [
			{ value: 3, raw: '3' },
			{ value: null, raw: '' }
		];
		expect(correctionChange({ old, new: { value: 5, raw: '5' } }, 'zh')).toBe('3 → 5');
		expect(correctionChange({ old: blank, new: old }, 'zh')).toBe('空白或没有这一格 → 3');
		expect(correctionChange({ old: { value: null, raw: '3?' }, new: old }, 'en')).toBe('“3?” (no figure) → 3');
		expect(correctedItem('y-carry business', 'zh')).toBe('上年结转衔接 business');
	});
});
