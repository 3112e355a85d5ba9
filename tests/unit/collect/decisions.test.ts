import { describe, expect, it } from 'vitest';
import { parseDecisions } from '../../../src/lib/core/collect/index.ts';
import { assemble, DECISION_PROBLEM_CODES } from '../../../src/lib/core/dataset/index.ts';
import type { Decision } from '../../../src/lib/core/dataset/index.ts';
import { decisionProblemSentence } from '../../../src/lib/format/decisions.ts';
import { agencyOf, entryOf, named, reportOf } from '../dataset/fixture.ts';

const HEADER = 'agency,year,rule,along,decision,reason,date,by\n';
const GOOD = '虚州市财政局,2023,t3-row,granted,confirmed,来电核实,2024-05-01,甲\n';

describe('decisions.csv', () => {
	it('gives a decision a row', () => {
		expect(parseDecisions(HEADER + GOOD)).toEqual({
			decisions: [
				{
					...{ line: 2, agency: '虚州市财政局', year: 2023, rule: 't3-row', along: 'granted' },
					...{ decision: 'confirmed', reason: '来电核实', date: '2024-05-01', by: '甲' }
				}
			],
			problems: []
		});
		expect(parseDecisions('')).toEqual({ decisions: [], problems: [] });
	});

	it.each([
		['a rule that is not known', GOOD.replace('t3-row', 't9-row'), { code: 'rule-unknown', line: 2, found: 't9-row' }],
		[
			'a date that is none',
			GOOD.replace('05-01', '02-30'),
			{ code: 'date-not-understood', line: 2, found: '2024-02-30' }
		],
		['a year that is none', GOOD.replace('2023', '23'), { code: 'year-not-understood', line: 2, found: '23' }],
		['another decision', GOOD.replace('confirmed', 'ok'), { code: 'decision-unknown', line: 2, found: 'ok' }],
		['no agency', GOOD.replace('虚州市财政局', ''), { code: 'agency-missing', line: 2, found: '' }],
		['no reason', GOOD.replace('来电核实', ' '), { code: 'reason-missing', line: 2, found: '' }],
		['too many fields', GOOD.replace('来电核实', '来电,核实'), { code: 'row-ragged', line: 2, found: '9' }]
	])('does not use a row with %s, and says so with its line', (_, row, problem) => {
		const { decisions, problems } = parseDecisions(HEADER + row + GOOD.replace('granted', 'closed'));
		expect(problems).toEqual([problem]);
		expect(decisions.map(({ line, along }) => [line, along])).toEqual([[3, 'closed']]);
	});

	it('uses the first of two rows on one finding', () => {
		const { decisions, problems } = parseDecisions(HEADER + GOOD + GOOD.replace('confirmed', 'corrected'));
		expect(decisions.map(({ decision }) => decision)).toEqual(['confirmed']);
		expect(problems).toEqual([{ code: 'row-repeated', line: 3, found: '虚州市财政局 2023 t3-row granted' }]);
	});

	it('uses nothing where a column is missing, and passes over one that it does not know', () => {
		expect(parseDecisions('agency,year,rule,note\n甲,2023,t3-row,x\n')).toEqual({
			decisions: [],
			problems: [
				{ code: 'column-unknown', line: 1, found: 'note' },
				{ code: 'column-missing', line: 1, found: 'decision, reason, date' }
			]
		});
	});

	it.each(DECISION_PROBLEM_CODES)('has a sentence in both languages for %s', (code) => {
		expect(decisionProblemSentence({ code, line: 3, found: 'x' }, 'zh')).toMatch(/^第 3 行:.*[\u4e00-\u9fa5].*:x$/u);
		expect(decisionProblemSentence({ code, line: 3, found: 'x' }, 'en')).toMatch(/^line 3: [^\u4e00-\u9fa5]+: x$/u);
	});
});

describe('decisions in the dataset', () => {
	const decide = (more: Partial<Decision> = {}): Decision => ({
		...{ line: 2, agency: '虚州市财政局', year: 2023, rule: 't3-row', along: 'granted' },
		...{ decision: 'confirmed', reason: '来电核实', date: '2024-05-01', by: null },
		...more
	});
	const entry = entryOf('a', reportOf({ 't3.granted.total': 4 }, { year: 2023 }));
	const findingsWith = (decision: Decision) => assemble([entry], { decisions: [decision] });

	it('stand at the finding, are counted, and change no figure and no verdict', () => {
		const { tables, unmetDecisions } = findingsWith(decide());
		expect(unmetDecisions).toEqual([]);
		expect(named('findings', tables.findings).filter((row) => row['decision'] !== null)).toEqual([
			expect.objectContaining({
				...{ rule: 't3-row', along: 'granted', status: 'fail', decision: 'confirmed' },
				...{ decision_reason: '来电核实', decided: '2024-05-01', decided_by: null }
			})
		]);
		const plain = assemble([entry]).tables;
		expect(tables.cells).toEqual(plain.cells);
		expect(named('reports', tables.reports)).toEqual([{ ...named('reports', plain.reports)[0], decisions: 1 }]);
	});

	it.each([
		['the agency’s id', { agency: 'id-虚州市财政局' }],
		['no row or column: all findings of the rule', { along: null }]
	])('may name %s', (_, more) => {
		const { tables } = findingsWith(decide(more));
		expect(named('findings', tables.findings).some((row) => row['decision'] === 'confirmed')).toBe(true);
	});

	it.each([
		['a finding that is gone', { along: 'partial' }, 'stale'],
		['a year without a report', { year: 2020 }, 'stale'],
		['an agency that is not there', { agency: '虚州市审计局' }, 'agency-unknown']
	])('on %s are listed and not used', (_, more, code) => {
		const { tables, unmetDecisions } = findingsWith(decide(more));
		expect(unmetDecisions).toEqual([expect.objectContaining({ code, line: 2 })]);
		expect(named('findings', tables.findings).some((row) => row['decision'] !== null)).toBe(false);
	});

	it('on one of several agencies of a name ask for its id', () => {
		const twin = entryOf('b', reportOf(), { agency: agencyOf('虚州市财政局', { id: 'other' }) });
		const { unmetDecisions } = assemble([entry, twin], { decisions: [decide()] });
		expect(unmetDecisions).toEqual([expect.objectContaining({ code: 'agency-ambiguous' })]);
	});

	it('of a correction go into the log of corrections', () => {
		const { tables } = findingsWith(decide({ decision: 'corrected', by: '甲' }));
		expect(named('corrections', tables.corrections)).toEqual([
			expect.objectContaining({
				...{ year: 2023, kind: 'decision', item: 't3-row granted', date: '2024-05-01', reason: '来电核实', by: '甲' }
			})
		]);
	});
});
