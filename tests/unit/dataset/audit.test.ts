import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/lib/core/dataset/index.ts';
import type { Value } from '../../../src/lib/core/dataset/index.ts';
import type { AttributedEntry } from '../../../src/lib/core/dataset/index.ts';
import type { Report } from '../../../src/lib/core/extract/report.ts';
import { agencyOf, entryOf, named, reportOf } from './fixture.ts';

const BLANK = { v: null, raw: '', absence: 'blank' } as const;
const year = (at: number, report: Report, more: Parameters<typeof entryOf>[2] = {}): AttributedEntry =>
	entryOf(`${more.agency?.id ?? 'a'}-${String(at)}`, { ...report, year: at }, { ...more, year: at });

function verdicts(entries: readonly AttributedEntry[], rule: string): Record<string, Value>[] {
	return named('findings', assemble(entries).tables.findings).filter((row) => row['rule'] === rule);
}

describe('verdicts of every rule', () => {
	const wrong = reportOf({ 't3.granted.natural_person': 5, 't3.closed.natural_person': 5, 't3.closed.total': 5 });

	it('are counted by severity in the report, identities once more by themselves', () => {
		const [sound] = named('reports', assemble([year(2023, reportOf())]).tables.reports);
		expect(sound).toMatchObject({ checks_pass: 42, checks_fail: 0, hard_fail: 0, definitional_fail: 0 });
		const [row] = named('reports', assemble([year(2023, wrong)]).tables.reports);
		// new + carried in = 0 in both columns, and the row granted has no total
		expect(row).toMatchObject({ checks_pass: 38, checks_fail: 4 });
		expect(Number(row?.['hard_fail'])).toBeGreaterThan(4);
	});

	it('other than pass are listed with both sides, cells, place and the cell that would heal them', () => {
		const place = { table: 2, row: 9, col: 4 };
		const cells = {
			't3.new.natural_person': 3,
			't3.new.total': 3,
			't3.closed.total': 3,
			't3.closed.natural_person': 3
		};
		const report = reportOf({
			...cells,
			't3.granted.natural_person': { v: 2, raw: '2', at: place },
			't3.granted.total': 3
		});
		expect(verdicts([year(2023, report)], 't3-row')).toEqual([
			expect.objectContaining({
				along: 'granted',
				severity: 'hard',
				status: 'fail',
				reason: 'identity/one-cell',
				left: 3,
				right: 2,
				difference: 1,
				suggestion_cell: 't3.granted.natural_person',
				suggestion_value: 3,
				...place,
				decision: null
			})
		]);
	});

	it('over years name the earlier one, and a changed name leaves them unsure', () => {
		const before = year(
			2022,
			reportOf({
				't3.new.total': 4,
				't3.new.natural_person': 4,
				't3.carried_out.total': 4,
				't3.carried_out.natural_person': 4
			})
		);
		const after = year(2023, reportOf());
		expect(verdicts([after, before], 'y-carry')).toContainEqual(
			expect.objectContaining({
				year: 2023,
				against: 2022,
				along: 'total',
				status: 'fail',
				left: 0,
				right: 4,
				before: 't3.carried_out.total'
			})
		);
		const renamed = { ...after, agencyName: '虚州市财政金融局' };
		expect(verdicts([renamed, before], 'y-carry')).toContainEqual(
			expect.objectContaining({ along: 'total', status: 'unsure', reason: 'agency/renamed' })
		);
	});

	it('take the year that the manifest files a report under, and say where the report bears another', () => {
		const entry = entryOf('a', reportOf({}, { year: 2022 }), { year: 2023 });
		const filed = { ...entry, attributed: { ...entry.attributed, filedYear: 2023 } };
		expect(verdicts([filed], 'd-year')).toEqual([
			expect.objectContaining({ year: 2023, status: 'fail', left: 2022, right: 2023 })
		]);
		expect(verdicts([entry], 'd-year')).toEqual([expect.objectContaining({ status: 'not_assessable' })]);
	});

	it('on a date of publication rest on the manifest', () => {
		const late = year(2023, reportOf(), { published: '2024-02-05' });
		expect(verdicts([late], 'd-late')).toEqual([expect.objectContaining({ status: 'fail', left: 36, right: 31 })]);
		expect(verdicts([year(2023, reportOf(), { published: '2024-01-31' })], 'd-late')).toEqual([]);
	});

	it('on a summary compare the bodies of its place and year, and fail for none while its scope is not declared', () => {
		const place = { province: '虚省', city: '虚州市', county: '甲县' };
		const body = agencyOf('甲县财政局', { ...place, level: 'county' });
		const government = agencyOf('甲县人民政府', { ...place, level: 'county', type: 'government', family: null });
		const own = year(2023, reportOf({ 't3.new.total': 3 }), { agency: body });
		const whole = year(2023, reportOf({ 't3.new.total': 2 }), { agency: government });
		const entries = [
			{ ...own, attributed: { ...own.attributed, scope: 'county_own' as const } },
			{ ...whole, attributed: { ...whole.attributed, scope: 'county_summary' as const } }
		];
		expect(verdicts(entries, 'a-min')).toEqual([
			expect.objectContaining({
				agency_id: government.id,
				along: 't3.new.total',
				status: 'unsure',
				reason: 'coverage/unknown',
				left: 2,
				right: 3
			})
		]);
		expect(verdicts(entries, 'a-sum')).toEqual([expect.objectContaining({ status: 'not_assessable' })]);
	});

	it('hold no words of the report', () => {
		const prose = [
			{ id: 's1', heading: '一、总体情况', paragraphs: [{ line: 3, text: '全年共收到政府信息公开申请9件。' }] }
		] as const;
		const rows = verdicts([year(2023, reportOf({}, { sections: prose }))], 'n-received');
		expect(rows).toEqual([
			expect.objectContaining({
				status: 'fail',
				left: 9,
				right: 0,
				section: 's1',
				line: 3,
				candidates: 'new=0 new+carried_in=0 closed+carried_out=0'
			})
		]);
		expect(JSON.stringify(rows)).not.toMatch(/收到/u);
	});
});

describe('counts by rule', () => {
	it('have every verdict, also those that pass, by group', () => {
		const blank = reportOf({ 't3.granted.total': BLANK });
		const { tables } = assemble([
			year(2023, reportOf(), { agency: agencyOf('甲') }),
			year(2023, blank, { agency: agencyOf('乙') })
		]);
		const rows = named('rule_counts', tables.rule_counts).filter((row) => row['rule'] === 't3-row');
		expect(rows).toEqual([
			{
				...{ year: 2023, province: '虚省', scope: 'city_own', family: 'finance', rule: 't3-row', severity: 'hard' },
				...{ pass: 49, fail: 0, unsure: 0, not_assessable: 1 },
				...{ reports: 2, reports_assessable: 2, reports_fail: 0, reports_unsure: 0 }
			}
		]);
	});
});

describe('coverage', () => {
	it('tells a gap between two reports from years before the first and after the last', () => {
		const agency = agencyOf('甲');
		const { tables } = assemble([
			year(2020, reportOf(), { agency }),
			year(2022, reportOf(), { agency }),
			year(2019, reportOf(), { agency: agencyOf('乙') }),
			year(2023, reportOf(), { agency: agencyOf('乙') })
		]);
		const rows = named('coverage', tables.coverage).filter((row) => row['agency_id'] === agency.id);
		expect(rows.map((row) => [row['year'], row['state']])).toEqual([
			[2019, 'before_first'],
			[2021, 'gap'],
			[2023, 'after_last']
		]);
		expect(named('agencies', tables.agencies).find((row) => row['agency_id'] === agency.id)).toMatchObject({
			first_year: 2020,
			last_year: 2022
		});
	});
});

describe('corrections', () => {
	const one = reportOf({ 't3.new.total': 5, 't2.rules.issued': BLANK });
	const other = reportOf({ 't3.new.total': 6 });
	const changed = { 't3.new.total': [5, 6], 't2.rules.issued': [null, 0] };

	it('go cell by cell from the earlier to the later version', () => {
		const { tables } = assemble([
			entryOf('new', other, { published: '2024-03-01' }),
			entryOf('old', one, { published: '2024-01-20' })
		]);
		const rows = named('corrections', tables.corrections);
		expect(Object.fromEntries(rows.map((row) => [row['item'], [row['old_value'], row['new_value']]]))).toEqual(changed);
		expect(rows[0]).toMatchObject({ kind: 'republished', old_source: 'old', new_source: 'new', date: '2024-03-01' });
	});

	it('do not claim an order where no dates tell it', () => {
		const { tables } = assemble([entryOf('b', other), entryOf('a', one)]);
		expect(named('corrections', tables.corrections).map((row) => [row['kind'], row['date']])).toEqual([
			['versions', null],
			['versions', null]
		]);
	});
});
