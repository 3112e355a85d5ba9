import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditGroup, auditHard, auditReport, auditYears } from '../../../../src/lib/core/audit/index.ts';
import type { Finding } from '../../../../src/lib/core/audit/index.ts';
import { APPLICANTS, LAYOUTS, formCells, tableThreeRows } from '../../../../src/lib/core/form/index.ts';
import type { CellKey, Layout } from '../../../../src/lib/core/form/index.ts';
import { SOME, inventReport } from './invented.ts';

const failed = (findings: readonly Finding[]): Finding[] => findings.filter(({ status }) => status === 'fail');

/** Leaves of tables three and four, from which all sums follow. */
function figuresFor(layout: Layout): fc.Arbitrary<Record<CellKey, number>> {
	const rows = tableThreeRows(layout).filter(
		(row) => row.id !== 'new' && row.id !== 'closed' && row.id !== 'carried_in'
	);
	const leaves = rows.flatMap((row) => APPLICANTS.map(({ id }): CellKey => `t3.${row.id}.${id}`));
	const disputes = formCells('t4', layout).flatMap(({ key, derived }) => (derived ? [] : [key]));
	const keys = [...leaves, ...disputes];
	return fc
		.tuple(
			fc.array(fc.oneof(fc.constant(0), fc.nat(40)), { minLength: keys.length, maxLength: keys.length }),
			fc.array(fc.nat(3), { minLength: 6, maxLength: 6 })
		)
		.map(([values, carried]) => {
			const figures = Object.fromEntries(keys.map((key, index) => [key, values[index] ?? 0])) as Record<
				CellKey,
				number
			>;
			// No column carries in more than it has to deal with.
			APPLICANTS.forEach(({ id }, index) => {
				figures[`t3.carried_in.${id}`] = Math.min(carried[index] ?? 0, figures[`t3.carried_out.${id}`] ?? 0);
			});
			return figures;
		});
}

describe.each(LAYOUTS)('hard rules in layout %s', (layout) => {
	const report = (figures: Record<CellKey, number>, printed: Partial<Record<CellKey, number | null>> = {}) =>
		inventReport({ year: Number(layout), t2: layout, t3: layout, t4: layout, figures, printed });

	it('find nothing in figures that add up', () => {
		fc.assert(
			fc.property(figuresFor(layout), (figures) => {
				const findings = auditHard(report(figures));
				expect(findings.filter(({ status }) => status !== 'pass').map(({ rule }) => rule)).toEqual(
					layout === '2019' ? [] : ['t2-2019-published', 't2-2019-items']
				);
			}),
			{ numRuns: 60 }
		);
	});

	it('find every single wrong cell of table three, and say which it is and what heals it', () => {
		const cells = formCells('t3', layout).map(({ key }) => key);
		fc.assert(
			fc.property(
				figuresFor(layout),
				fc.constantFrom(...cells),
				fc.integer({ min: 1, max: 9 }),
				(figures, cell, by) => {
					const right = report(figures).cells[cell]?.v ?? 0;
					const findings = failed(auditReport(report(figures, { [cell]: right + by })));
					expect(findings.length).toBeGreaterThanOrEqual(2);
					for (const finding of findings) {
						expect(finding.suggestion).toEqual({ cell, value: right });
						expect(finding.reason).toBe('identity/one-cell');
					}
				}
			),
			{ numRuns: 150 }
		);
	});

	it('find every single wrong cell of table four', () => {
		const cells = formCells('t4', layout).map(({ key }) => key);
		fc.assert(
			fc.property(figuresFor(layout), fc.constantFrom(...cells), (figures, cell) => {
				const right = report(figures).cells[cell]?.v ?? 0;
				const findings = failed(auditHard(report(figures, { [cell]: right + 1 })));
				expect(findings.map(({ rule, along }) => `${rule} ${along}`)).toEqual([`t4-sum ${cell.split('.')[1] ?? ''}`]);
				expect(findings[0]?.suggestion).toBeUndefined();
			}),
			{ numRuns: 40 }
		);
	});

	it('fail nothing where true zeros are left blank', () => {
		fc.assert(
			fc.property(figuresFor(layout), (figures) => {
				const whole = report(figures);
				const zeros = Object.keys(whole.cells).filter((key) => whole.cells[key as CellKey]?.v === 0);
				const blanks = Object.fromEntries(zeros.map((key) => [key, null]));
				expect(failed(auditHard(report(figures, blanks)))).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('a suggestion', () => {
	it('is not made where two cells are wrong', () => {
		const findings = failed(
			auditReport(
				inventReport({ figures: SOME, printed: { 't3.granted.business': 3, 't3.partial.natural_person': 5 } })
			)
		);
		expect(findings).toHaveLength(4);
		expect(findings.some(({ suggestion }) => suggestion !== undefined)).toBe(false);
	});

	it('is not made where only the sums of one column fail', () => {
		const findings = failed(
			auditReport(inventReport({ figures: SOME, printed: { 't3.closed.total': 18, 't3.closed.business': 0 } }))
		);
		expect(findings.length).toBeGreaterThan(0);
		expect(findings.some(({ suggestion }) => suggestion !== undefined)).toBe(false);
	});

	it('never asks for a negative figure', () => {
		const printed = { 't3.granted.business': 0, 't3.closed.business': 5, 't3.closed.total': 23 } as const;
		for (const { suggestion } of auditReport(inventReport({ figures: SOME, printed })))
			expect(suggestion?.value ?? 0).toBeGreaterThanOrEqual(0);
	});

	it('says that a value may stand one column too far', () => {
		const printed = { 't3.unable_not_held.natural_person': 0, 't3.unable_not_held.business': 4 } as const;
		const findings = failed(auditReport(inventReport({ figures: SOME, printed })));
		expect(findings.map(({ along, reason }) => [along, reason])).toEqual([
			['natural_person', 'identity/shifted'],
			['business', 'identity/shifted']
		]);
	});
});

describe('years', () => {
	it('do not carry over from 2018, nor over a missing year', () => {
		const reasonOf = (first: number, second: number): unknown =>
			auditYears([inventReport({ year: first }), inventReport({ year: second })]).findLast(
				({ rule }) => rule === 'y-carry'
			)?.reason;
		expect(reasonOf(2018, 2019)).toBe('gap/2018');
		expect(reasonOf(2019, 2021)).toBe('previous/year-missing');
	});

	it('carry over from 2020 to 2021, while stocks break', () => {
		const before = inventReport({
			year: 2020,
			t2: '2019',
			t3: '2019',
			figures: { 't3.granted.natural_person': 2, 't3.carried_out.natural_person': 2 }
		});
		const findings = auditYears([inventReport({ year: 2021, figures: SOME }), before]);
		const latest = findings.filter(({ year }) => year === 2021);
		expect(latest.filter(({ rule }) => rule === 'y-carry').map(({ status }) => status)).toEqual(
			Array.from({ length: 7 }, () => 'pass')
		);
		for (const rule of ['y-stock', 'y-repealed', 'y-item', 'y-tot'])
			expect(latest.find((finding) => finding.rule === rule)).toMatchObject({ status: 'not_assessable' });
		expect(latest.find(({ rule }) => rule === 'y-stock')?.reason).toBe('format/break');
	});

	it('hold over three years of a stock: 597 + 50 − 227 = 420, 420 + 61 − 59 = 422', () => {
		const stocks = [
			[2023, 109, 489, 597],
			[2024, 50, 227, 420],
			[2025, 61, 59, 422]
		] as const;
		const reports = stocks.map(([year, issued, repealed, inForce]) =>
			inventReport({
				year,
				figures: {
					't2.normative.issued': issued,
					't2.normative.repealed': repealed,
					't2.normative.in_force': inForce
				}
			})
		);
		const along = auditYears(reports).filter(({ rule, along }) => rule === 'y-stock' && along === 'normative');
		expect(along.map(({ status, left, right }) => [status, left, right])).toEqual([
			['pass', 420, 420],
			['pass', 422, 422]
		]);
	});

	it('excuse a broken chain where the body is known to have changed, and say why', () => {
		const findings = auditYears([inventReport({ year: 2022 }), inventReport({ figures: SOME })], {
			changes: [{ year: 2023, kind: 'renamed' }]
		});
		expect(findings.find(({ rule, along }) => rule === 'y-carry' && along === 'total')).toMatchObject({
			status: 'unsure',
			reason: 'agency/renamed',
			left: 2,
			right: 0
		});
	});

	it('flag reviews that fall from 440 to 170, beyond chance', () => {
		const of = (year: number, upheld: number) => inventReport({ year, figures: { 't4.review.upheld': upheld } });
		const verdict = (a: number, b: number): unknown =>
			auditYears([of(2023, a), of(2024, b)]).findLast(({ rule, along }) => rule === 'y-jump' && along === 'review')
				?.status;
		expect(verdict(440, 170)).toBe('fail');
		expect(verdict(60, 35)).toBe('pass');
	});
});

describe('a summary and its bodies', () => {
	const parts = { figures: SOME } as const;

	it('is compared cell by cell where scope and cover are known', () => {
		const findings = auditGroup(inventReport(parts), [inventReport(parts), inventReport()], {
			scope: 'known',
			complete: true
		});
		expect(failed(findings)).toEqual([]);
		expect(findings.filter(({ rule }) => rule === 'a-sum').length).toBe(21 * 7 + 7);
	});

	it('never fails while its scope is unknown', () => {
		const findings = auditGroup(inventReport(), [inventReport(parts)], { scope: 'unknown', complete: false });
		expect(failed(findings)).toEqual([]);
		expect(findings.some(({ status, reason }) => status === 'unsure' && reason === 'coverage/unknown')).toBe(true);
	});
});
