import { describe, expect, it } from 'vitest';
import { findingsAt } from '../../../src/lib/components/report/kept-findings.ts';
import type { FindingRow } from '../../../src/lib/queries/index.ts';

const row = (rule: string, change: Partial<FindingRow>): FindingRow => ({
	...{ agency_id: 'a', year: 2022, rule, along: 'total', severity: 'hard', status: 'fail', reason: null },
	...{ left: null, right: null, difference: null, cells: [], against: null, before: [], candidates: [], matched: null },
	...{ suggestion: null, place: { table: null, row: null, col: null, section: null, line: null }, decision: null },
	...change
});
const rules = (findings: readonly FindingRow[], ...cells: string[]): string[] =>
	findingsAt(findings, new Set(cells), 2022).map(({ rule }) => rule);

describe('the findings at a cell', () => {
	const findings = [
		row('y-item', { status: 'not_assessable', cells: ['t3.new.total'] }),
		row('n-received', { severity: 'plausibility', cells: ['t3.new.total'] }),
		row('y-jump', { status: 'unsure', severity: 'plausibility', cells: ['t3.new.total', 't3.closed.total'] }),
		row('t3-le', { cells: ['t3.new.total'] }),
		row('t3-sum', { cells: ['t3.granted.total'], suggestion: { cell: 't3.partial.total', value: 2 } }),
		row('y-carry', { year: 2023, against: 2022, cells: ['t3.carried_in.total'], before: ['t3.carried_out.total'] })
	];

	it('are those that take it in, the gravest first', () => {
		expect(rules(findings, 't3.new.total')).toEqual(['t3-le', 'n-received', 'y-jump', 'y-item']);
		expect(rules(findings, 't3.closed.total', 't3.granted.total')).toEqual(['t3-sum', 'y-jump']);
		expect(rules(findings, 't3.other.total')).toEqual([]);
	});

	it('are also those that suspect it, and those of the next report that compare with it', () => {
		expect(rules(findings, 't3.partial.total')).toEqual(['t3-sum']);
		expect(rules(findings, 't3.carried_out.total')).toEqual(['y-carry']);
		expect(rules(findings, 't3.carried_in.total')).toEqual([]);
	});
});
