import { describe, expect, it } from 'vitest';
import { inColumn, yearPair } from '../../../src/lib/components/compare/year-pair.ts';
import type { PairReport, PairRow } from '../../../src/lib/components/compare/year-pair.ts';
import type { CellRow } from '../../../src/lib/queries/index.ts';

const cell = (key: string, value: number | null, absence: CellRow['absence'] = null): CellRow => ({
	cell: key,
	value,
	absence,
	raw: value === null ? '/' : String(value),
	...{ unit: null, table: 1, row: 1, col: 1, line: null }
});
const report = (layout: '2019' | '2021', ...cells: CellRow[]): PairReport => ({
	formats: { t2: layout, t3: layout, t4: layout },
	cells
});
const row = (rows: readonly PairRow[], id: string): PairRow => {
	const found = rows.find((one) => one.id === id);
	if (!found) throw new Error(`no row ${id}`);
	return found;
};

describe('two years of one layout', () => {
	const rows = yearPair(
		report('2021', cell('t3.new.total', 40), cell('t3.granted.total', 0), cell('t3.partial.total', null, 'blank')),
		report('2021', cell('t3.new.total', 50), cell('t3.granted.total', 3), cell('t3.partial.total', 2))
	);

	it('gives the change, and its share only of what was not zero', () => {
		expect(row(rows, 't3.new.total')).toMatchObject({ change: 10, share: 0.25, comparable: 'yes' });
		expect(row(rows, 't3.granted.total')).toMatchObject({ change: 3, share: null });
	});

	it('takes no blank for a zero', () => {
		expect(row(rows, 't3.partial.total')).toMatchObject({
			first: { value: null, absence: 'blank' },
			second: { value: 2 },
			change: null
		});
		expect(row(rows, 't3.closed.total').first.absence).toBe('missing');
	});

	it('has no row of the other layout', () => {
		expect(rows.some(({ id }) => id === 't3.other.total' || id.startsWith('bridge.'))).toBe(false);
	});
});

describe('over the change of layout', () => {
	const rows = yearPair(
		report(
			'2019',
			...[
				cell('t3.other.total', 7),
				cell('t3.new.total', 5),
				cell('t2.normative.made', 2),
				cell('t2.fees.items_prev', 9)
			],
			cell('t2.licensing.decisions', 100)
		),
		report(
			'2021',
			...[
				cell('t3.other_no_correction.total', 1),
				cell('t3.other_fee_unpaid.total', 0),
				cell('t3.other_rest.total', 9)
			],
			...[
				cell('t3.new.total', 6),
				cell('t2.normative.issued', 3),
				cell('t2.fees.amount', 12),
				cell('t2.licensing.decisions', 90)
			]
		)
	);

	it('compares 其他处理 by its subtotal, not by its rows', () => {
		expect(row(rows, 'bridge.other_handling.total')).toMatchObject({
			first: { value: 7 },
			second: { value: 10 },
			change: 3,
			comparable: 'yes'
		});
		expect(row(rows, 't3.other_rest.total')).toMatchObject({
			first: { value: null, absence: 'other_layout' },
			second: { value: 9 },
			change: null,
			comparable: 'never'
		});
	});

	it('compares near concepts with care, and never the kinds of fees with their amount', () => {
		expect(row(rows, 'bridge.normative_issued')).toMatchObject({ change: 1, comparable: 'with_care' });
		expect(row(rows, 't2.fees.items_prev')).toMatchObject({ change: null, comparable: 'never' });
		expect([row(rows, 't2.fees.items_prev').joined, row(rows, 't2.normative.made').joined]).toEqual([false, true]);
		expect(row(rows, 't2.fees.items_prev').note?.en).toContain('fee items');
		expect(rows.some(({ id }) => id.startsWith('bridge.fees'))).toBe(false);
	});

	it('compares what both layouts print alike', () => {
		expect(row(rows, 't3.new.total').change).toBe(1);
		expect(row(rows, 't2.licensing.decisions').change).toBe(-10);
	});

	it('a subtotal with a part without a number has none', () => {
		expect(row(rows, 'bridge.other_handling.business').second).toMatchObject({ value: null, absence: 'missing' });
	});

	it('shows one column of table three, and the other tables whole', () => {
		const shown = inColumn(rows, 'total');
		expect(shown.filter(({ table }) => table === 't3').every(({ id }) => id.endsWith('.total'))).toBe(true);
		expect(shown.filter(({ table }) => table !== 't3')).toEqual(rows.filter(({ table }) => table !== 't3'));
		expect(inColumn(rows, 'all')).toEqual(rows);
	});
});

it('a table that was not found is said to be missing, cell by cell', () => {
	const one = report('2021', cell('t3.new.total', 4));
	const rows = yearPair({ ...one, formats: { ...one.formats, t3: null }, cells: [] }, one);
	expect(row(rows, 't3.new.total')).toMatchObject({
		first: { absence: 'table_missing' },
		second: { value: 4 },
		change: null
	});
});
