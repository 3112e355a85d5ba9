import { expect, it } from 'vitest';
import { yearJoins } from '../../../src/lib/components/report/continuity.ts';

type Report = Parameters<typeof yearJoins>[0][number];

const report = (year: number, carried_in: number | null, carried_out: number | null, t3 = '2021'): Report => {
	const figure = (value: number | null) => ({ value, absences: value === null ? (['blank'] as const) : [] });
	return { year, formats: { t3 }, figures: { carried_in: figure(carried_in), carried_out: figure(carried_out) } };
};

it('joins where a year carries in what the year before carried out, in whatever order the reports come', () => {
	const joins = yearJoins([report(2022, 12, 3), report(2020, 0, 7, '2019'), report(2021, 7, 12)]);
	expect(joins.map(({ year, difference, layoutChange }) => [year, difference, layoutChange])).toEqual([
		[2021, 0, true],
		[2022, 0, false]
	]);
});

it('tells by how many it does not join, with the sign of what is carried in', () => {
	expect(yearJoins([report(2021, 0, 12), report(2022, 10, 0)])[0]?.difference).toBe(-2);
});

it('judges nothing where a number or a report is not there', () => {
	const joins = yearJoins([report(2019, 0, 4), report(2020, null, 5), report(2022, 5, 0)]);
	expect(joins.map(({ year, difference, out, in: into }) => [year, difference, out?.value, into?.value])).toEqual([
		[2020, null, 4, null],
		[2021, null, 5, undefined],
		[2022, null, undefined, 5]
	]);
	expect(yearJoins([])).toEqual([]);
	expect(yearJoins([report(2023, 1, 1)])).toEqual([]);
});
