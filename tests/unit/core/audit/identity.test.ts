import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../../src/lib/core/audit/index.ts';
import { checkIdentity } from '../../../../src/lib/core/audit/identity.ts';
import type { Report, ReportCell } from '../../../../src/lib/core/extract/index.ts';
import { formCells, identities } from '../../../../src/lib/core/form/index.ts';
import type { CellKey, Identity } from '../../../../src/lib/core/form/index.ts';

const identity: Identity = {
	rule: 't4-sum',
	along: 'review',
	left: ['t4.review.total'],
	right: ['t4.review.upheld', 't4.review.corrected']
};
const number = (v: number): ReportCell => ({ v, raw: String(v) });
const blank: ReportCell = { v: null, raw: '', absence: 'blank' };
const text: ReportCell = { v: null, raw: '无', absence: 'text' };

function cells(
	total: ReportCell | undefined,
	upheld: ReportCell | undefined,
	corrected: ReportCell | undefined
): Report['cells'] {
	const entries = { 't4.review.total': total, 't4.review.upheld': upheld, 't4.review.corrected': corrected };
	return Object.fromEntries(Object.entries(entries).flatMap(([key, cell]) => (cell ? [[key, cell]] : [])));
}

describe('an identity', () => {
	it.each([
		['holds where both sides are printed and equal', cells(number(3), number(2), number(1)), 'pass', 0],
		['fails where both sides are printed and differ', cells(number(0), number(10), number(1)), 'fail', -11],
		['is unsure where it holds if a blank stands for zero', cells(number(2), number(2), blank), 'unsure', 0],
		['is unsure where a blank may hold the rest', cells(number(3), number(2), blank), 'unsure', 1],
		['fails where no reading of a blank can mend it', cells(number(1), number(2), blank), 'fail', -1],
		['cannot be assessed where the total is not printed', cells(blank, number(2), number(1)), 'not_assessable', null],
		['cannot be assessed where a part is unreadable', cells(number(2), number(2), text), 'not_assessable', 0],
		['cannot be assessed where a cell is missing', cells(number(2), number(2), undefined), 'not_assessable', 0],
		['cannot be assessed where nothing is printed', cells(undefined, undefined, undefined), 'not_assessable', null]
	] as const)('%s', (_, printed, status, difference) => {
		expect(checkIdentity(identity, printed)).toMatchObject({ status, difference });
	});
});

function reportOf(formats: Report['formats'], figures: ReadonlyMap<CellKey, number>): Report {
	const printed = [...figures].map(([key, v]) => [key, number(v)] as const);
	return {
		file: 'x',
		reader: 'text',
		agency: null,
		year: null,
		title: null,
		formats,
		cells: Object.fromEntries(printed),
		problems: [],
		sections: [],
		copies: 1
	};
}

describe('the audit of a report', () => {
	it('evaluates every identity of the tables it has: 39 and 3 in layout 2021', () => {
		const zeros = new Map(
			[...formCells('t3', '2021'), ...formCells('t4', '2021')].map((cell) => [cell.key, 0] as const)
		);
		const findings = auditReport(reportOf({ t2: null, t3: '2021', t4: '2021' }, zeros));
		expect(findings).toHaveLength(42);
		expect(findings.every((finding) => finding.status === 'pass')).toBe(true);
	});

	it('checks table four of undetermined layout, and not table three', () => {
		const zeros = new Map(formCells('t4', '2021').map((cell) => [cell.key, 0] as const));
		expect(
			auditReport(reportOf({ t2: null, t3: 'undetermined', t4: 'undetermined' }, zeros)).map((finding) => finding.rule)
		).toEqual(['t4-sum', 't4-sum', 't4-sum']);
	});

	it('locates one wrong leaf by its row and its column', () => {
		const figures = new Map<CellKey, number>(formCells('t3', '2021').map((cell) => [cell.key, 0]));
		figures.set('t3.granted.natural_person', 1);
		const failed = auditReport(reportOf({ t2: null, t3: '2021', t4: null }, figures)).filter(
			(finding) => finding.status === 'fail'
		);
		expect(failed.map((finding) => `${finding.rule} ${finding.along}`)).toEqual([
			't3-sum natural_person',
			't3-row granted'
		]);
		expect(identities('t3', '2021')).toHaveLength(39);
	});
});
