import { describe, expect, it } from 'vitest';
import { disputePanels } from '$lib/components/figures/disputes.ts';
import { joinedCounts, joinedYears } from '$lib/components/figures/continuity.ts';
import { chosenBasis, drawnOutcomes, outcomePanels } from '$lib/components/figures/outcomes.ts';
import { withLeftOut } from '$lib/components/figures/scope-panel.ts';
import { volumePanels } from '$lib/components/figures/volumes.ts';
import { DISPUTES, OUTCOME_GROUPS, RESULTS } from '$lib/core/form/index.ts';
import type { ResultId } from '$lib/core/form/index.ts';
import type { DisputeTotal, OutcomeTotal, RequestVolume } from '$lib/queries/index.ts';

const volume = (
	year: number,
	value: number | null,
	reports = 1,
	scope: RequestVolume['scope'] = 'city_summary'
): RequestVolume => ({
	year,
	scope,
	reports,
	again: 0,
	new: { value, n: value === null ? 0 : 1 },
	carried_in: { value: 0, n: 1 },
	carried_out: { value: null, n: 0 }
});
const never = () => false;

describe('volumes', () => {
	it('have a panel for each scope and never a sum over scopes', () => {
		const panels = volumePanels([volume(2023, 3511), volume(2023, 0, 1, 'county_own')], [], never, 'zh');
		expect(panels.map((panel) => [panel.scope, panel.series[0]?.values.map((one) => one.value)])).toEqual([
			['city_summary', [3511]],
			['county_own', [0]]
		]);
	});

	it('share one axis of years, with a word where a scope has no report', () => {
		const panels = volumePanels([volume(2021, 5), volume(2023, 7, 1, 'county_own')], [], never, 'zh');
		expect(panels[0]?.years.map((year) => year.gap)).toEqual([null, '无报告', '无报告']);
		expect(panels[1]?.years.map((year) => year.gap)).toEqual(['无报告', '无报告', null]);
	});

	it('tell a report without the figure from a year without a report, and zero from both', () => {
		const [panel] = volumePanels([volume(2021, null), volume(2022, 0)], [2021, 2023], never, 'en');
		expect(panel?.years.map((year) => year.gap)).toEqual(['no figure', null, 'no report']);
		expect(panel?.years[1]?.lines[0]?.text).toBe('0');
	});

	it('say how many reports give a figure where not all do', () => {
		const [panel] = volumePanels([volume(2023, 9, 4)], [], never, 'zh');
		expect(panel?.years[0]?.lines[0]?.note).toBe('4 份报告中 1 份有此数');
	});
});

describe('joined years', () => {
	it('need four in five of the same agencies', () => {
		const same = joinedYears([
			...Array.from({ length: 4 }, () => ({ scope: 'county_own' as const, years: [2022, 2023] })),
			{ scope: 'county_own' as const, years: [2023] }
		]);
		expect(same('county_own', 2023)).toBe(true);
		const other = joinedYears([
			{ scope: 'city_summary', years: [2023] },
			{ scope: 'city_summary', years: [2024] }
		]);
		expect(other('city_summary', 2024)).toBe(false);
	});

	it('are the same from counts of reports and of agencies that report again', () => {
		const row = (year: number, reports: number, again: number): RequestVolume => ({
			...volume(year, 1, reports, 'county_own'),
			again
		});
		const joined = joinedCounts([row(2022, 4, 0), row(2023, 5, 4), row(2024, 10, 5)]);
		expect([2022, 2023, 2024, 2025].map((year) => joined('county_own', year))).toEqual([false, true, false, false]);
		expect(joined('city_own', 2023)).toBe(false);
	});
});

const outcomes = (
	basis: OutcomeTotal['basis'],
	values: readonly (number | null)[],
	closed: number | null
): OutcomeTotal[] =>
	OUTCOME_GROUPS.map(({ id }, index) => {
		const value = values[index] ?? null;
		const whole = values.every((one) => one !== null) ? closed : null;
		return {
			year: 2019,
			scope: 'province_own',
			group: id,
			basis,
			reports: 1,
			total: { value, n: value === null ? 0 : 1 },
			share: { numerator: whole === null ? null : value, denominator: whole, n: whole === null ? 0 : 1 }
		};
	});

describe('outcomes', () => {
	const blank = outcomes('printed', [null, null, null, null, null, null], 862);
	const summed = outcomes('recomputed', [10, 5, 3, 2, 1, 0], 21);

	it('take the printed figures, and sums of applicants only where the printed total is blank', () => {
		expect(chosenBasis([...summed, ...outcomes('printed', [1, 1, 1, 1, 1, 1], 6)])).toBe('printed');
		expect(chosenBasis([...blank, ...summed])).toBe('recomputed');
		expect(drawnOutcomes([...blank, ...summed]).every((row) => row.basis === 'recomputed')).toBe(true);
	});

	it('put a word where the report does not break its cases down', () => {
		const [panel] = outcomePanels(blank, [], 'count', 'zh');
		expect([panel?.years[0]?.gap, panel?.columns]).toEqual(['结果未列', []]);
	});

	it('have undefined shares where nothing was closed, and zeros in counts', () => {
		const nothing = outcomes('printed', [0, 0, 0, 0, 0, 0], 0);
		expect(outcomePanels(nothing, [], 'share', 'zh')[0]?.years[0]?.gap).toBe('无从计算');
		expect(outcomePanels(nothing, [], 'count', 'zh')[0]?.columns[0]?.parts.map((part) => part.value)).toEqual([
			0, 0, 0, 0, 0, 0
		]);
	});

	it('keep a part without a figure apart from a zero', () => {
		const parts = outcomePanels(outcomes('printed', [4, null, 0, 0, 0, 0], 4), [], 'count', 'en')[0]?.columns[0]?.parts;
		expect(parts?.map((part) => part.value)).toEqual([4, null, 0, 0, 0, 0]);
	});
});

const disputes = (values: Partial<Record<string, Partial<Record<ResultId, number>>>>): DisputeTotal[] =>
	[...DISPUTES.map((dispute) => dispute.id), 'suits' as const].flatMap((dispute) =>
		RESULTS.map((result) => {
			const value = values[dispute]?.[result.id] ?? null;
			return {
				year: 2023,
				scope: 'city_summary' as const,
				dispute,
				result: result.id,
				reports: 1,
				total: { value, n: value === null ? 0 : 1 }
			};
		})
	);

describe('disputes', () => {
	it('draw the four results and leave the printed total to the tooltip', () => {
		const rows = disputes({ review: { upheld: 309, corrected: 17, other: 88, pending: 26, total: 440 } });
		const [panel] = disputePanels(
			rows.filter((row) => row.dispute === 'review'),
			[],
			'review',
			'zh'
		);
		expect(panel?.columns[0]?.parts.map((part) => part.value)).toEqual([309, 17, 88, 26]);
		expect(panel?.years[0]?.lines.map((line) => line.text)).toEqual(['309', '17', '88', '26', '440']);
	});

	it('draw lawsuits over the reports that give both kinds, and tell each kind apart', () => {
		const rows = disputes({
			suit_direct: { upheld: 1, corrected: 1 },
			suit_after_review: { upheld: 13 },
			suits: { upheld: 14 }
		});
		const [panel] = disputePanels(rows, [], 'suits', 'zh');
		expect(panel?.columns[0]?.parts.map((part) => part.value)).toEqual([14, null, null, null]);
		expect(panel?.years[0]?.lines[0]?.note).toContain('未经复议直接起诉 1 + 复议后起诉 13');
	});
});

describe('reports left out', () => {
	it('are told in their year, and a year without others is not called a year without reports', () => {
		const panels = volumePanels([volume(2021, 5), volume(2023, 7)], [], never, 'zh');
		const leftOut = [
			{ scope: 'city_summary' as const, year: 2022, reports: 2 },
			{ scope: 'city_summary' as const, year: 2023, reports: 1 },
			{ scope: 'county_own' as const, year: 2021, reports: 9 }
		];
		const [panel] = withLeftOut(panels, leftOut, 'zh');
		expect(panel?.years.map(({ gap, note }) => [gap, note])).toEqual([
			[null, undefined],
			['均未计入', '2 份未计入（核对不符）'],
			[null, '1 份未计入（核对不符）']
		]);
	});
});
