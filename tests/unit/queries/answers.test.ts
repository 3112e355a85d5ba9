import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import {
	agencyOptions,
	cellsOf,
	compareAgencies,
	correctionsOf,
	countReports,
	disputesByResult,
	filterOptions,
	findingsOf,
	headFigures,
	laterFindingsOf,
	NO_FILTERS,
	outcomesByYear,
	placeOptions,
	reportRows,
	requestVolumes,
	run,
	sourcesOf,
	tableOf
} from '../../../src/lib/queries/index.ts';
import { writeFixture } from '../db/fixture.ts';

// Expected values are worked out by hand from tests/unit/db/fixture-reports.ts.

let fixture: Awaited<ReturnType<typeof writeFixture>>;
let dataset: Dataset;
beforeAll(async () => {
	fixture = await writeFixture();
	dataset = await openDataset(fixture.folder);
});
afterAll(async () => {
	await dataset.close();
	await fixture.remove();
});

describe('head figures', () => {
	it('stand for the newest chosen year of each scope, scopes apart, in the order of SCOPES', async () => {
		const rows = await run(dataset, headFigures(NO_FILTERS));
		expect(rows.map(({ scope, year, reports, previousReports }) => [scope, year, reports, previousReports])).toEqual([
			['city_summary', 2023, 1, 1],
			['city_own', 2023, 2, 1],
			['county_own', 2023, 1, 1],
			['unknown', 2023, 1, 0]
		]);
	});

	it('compare with the year before among the agencies that report in both', async () => {
		const own = (await run(dataset, headFigures(NO_FILTERS))).find(({ scope }) => scope === 'city_own');
		// 2023: 36 + 4; 2022: 30, of the one agency that also reports 2023 with 36.
		expect(own?.figures.new).toEqual({
			current: { value: 40, n: 2 },
			previous: { value: 30, n: 1 },
			matched: { value: 36, previous: 30, n: 1 }
		});
	});

	it('take the previous year whether it is chosen or not', async () => {
		const [summary] = await run(dataset, headFigures({ ...NO_FILTERS, years: [2023], scopes: ['city_summary'] }));
		expect(summary?.figures).toEqual({
			new: {
				current: { value: 120, n: 1 },
				previous: { value: 100, n: 1 },
				matched: { value: 120, previous: 100, n: 1 }
			},
			closed: {
				current: { value: 118, n: 1 },
				previous: { value: 100, n: 1 },
				matched: { value: 118, previous: 100, n: 1 }
			},
			review: { current: { value: 10, n: 1 }, previous: { value: 6, n: 1 }, matched: { value: 10, previous: 6, n: 1 } },
			suits: { current: { value: 6, n: 1 }, previous: { value: 3, n: 1 }, matched: { value: 6, previous: 3, n: 1 } }
		});
		// (57 + 10) / 118 and (60 + 10) / 100
		const [current, previous] = [
			{ numerator: 67, denominator: 118, n: 1 },
			{ numerator: 70, denominator: 100, n: 1 }
		];
		expect(summary?.disclosed).toEqual({ current, previous, matched: { current, previous } });
	});

	it('leave a blank figure out and say how many reports give it', async () => {
		const county = (await run(dataset, headFigures(NO_FILTERS))).find(({ scope }) => scope === 'county_own');
		expect(county?.figures.new).toEqual({
			current: { value: null, n: 0 },
			previous: { value: 0, n: 1 },
			matched: { value: null, previous: null, n: 0 }
		});
		expect(county?.figures.closed.current).toEqual({ value: 0, n: 1 });
	});

	it('ask only for the files of the chosen years and those before them', () => {
		expect(headFigures({ ...NO_FILTERS, years: [2023, 2020] }).years).toEqual([2019, 2020, 2022, 2023]);
		expect(headFigures(NO_FILTERS).years).toEqual([]);
	});
});

describe('request volumes', () => {
	it('are sums by year and scope with N, absent where no report gives the figure', async () => {
		const rows = await run(dataset, requestVolumes({ ...NO_FILTERS, years: [2023] }));
		expect(rows).toEqual([
			{
				year: 2023,
				scope: 'city_summary',
				reports: 1,
				again: 0,
				new: { value: 120, n: 1 },
				carried_in: { value: 4, n: 1 },
				carried_out: { value: 6, n: 1 }
			},
			{
				year: 2023,
				scope: 'city_own',
				reports: 2,
				again: 0,
				new: { value: 40, n: 2 },
				carried_in: { value: 1, n: 2 },
				carried_out: { value: 1, n: 2 }
			},
			{
				year: 2023,
				scope: 'county_own',
				reports: 1,
				again: 0,
				new: { value: null, n: 0 },
				carried_in: { value: 0, n: 1 },
				carried_out: { value: 0, n: 1 }
			},
			{
				year: 2023,
				scope: 'unknown',
				reports: 1,
				again: 0,
				new: { value: null, n: 0 },
				carried_in: { value: null, n: 0 },
				carried_out: { value: null, n: 0 }
			}
		]);
	});
});

describe('outcomes by year', () => {
	const of = async (year: number, scope: string, basis: string): Promise<Record<string, unknown>> => {
		const rows = await run(dataset, outcomesByYear({ ...NO_FILTERS, years: [year] }));
		const chosen = rows.filter((row) => row.year === year && row.scope === scope && row.basis === basis);
		return Object.fromEntries(chosen.map(({ group, total, share }) => [group, { total, share }]));
	};

	it('sum the rows of each group, and share one denominator', async () => {
		const share = (numerator: number): object => ({ numerator, denominator: 118, n: 1 });
		expect(await of(2023, 'city_summary', 'printed')).toEqual({
			granted: { total: { value: 57, n: 1 }, share: share(57) },
			partial: { total: { value: 10, n: 1 }, share: share(10) },
			denied: { total: { value: 6, n: 1 }, share: share(6) },
			unable: { total: { value: 34, n: 1 }, share: share(34) },
			unprocessed: { total: { value: 6, n: 1 }, share: share(6) },
			other: { total: { value: 5, n: 1 }, share: share(5) }
		});
	});

	it('leave a report out of the printed figures where its totals are blank, and give them recomputed apart', async () => {
		// Two reports of 2019: one gives 3/0/1/0/0/2 of 6; the other left the total column blank: 8/4/1/5/0/1 of 19.
		const printed = await of(2019, 'city_own', 'printed');
		expect(printed['granted']).toEqual({ total: { value: 3, n: 1 }, share: { numerator: 3, denominator: 6, n: 1 } });
		expect(printed['other']).toEqual({ total: { value: 2, n: 1 }, share: { numerator: 2, denominator: 6, n: 1 } });
		const recomputed = await of(2019, 'city_own', 'recomputed');
		expect(recomputed['granted']).toEqual({
			total: { value: 11, n: 2 },
			share: { numerator: 11, denominator: 25, n: 2 }
		});
		expect(recomputed['other']).toEqual({ total: { value: 3, n: 2 }, share: { numerator: 3, denominator: 25, n: 2 } });
	});

	it('count a report of undetermined layout in all groups but the one whose rows depend on it', async () => {
		// 2023: the office gives 18/6/0/11/0/1 of 36; the bureau gives 4/0/0/0/0 and no telling of other.
		const printed = await of(2023, 'city_own', 'printed');
		expect(printed['granted']).toEqual({ total: { value: 22, n: 2 }, share: { numerator: 18, denominator: 36, n: 1 } });
		expect(printed['other']).toEqual({ total: { value: 1, n: 1 }, share: { numerator: 1, denominator: 36, n: 1 } });
	});

	it('are absent, not zero, where no report has the table', async () => {
		expect((await of(2023, 'unknown', 'printed'))['denied']).toEqual({
			total: { value: null, n: 0 },
			share: { numerator: null, denominator: null, n: 0 }
		});
		expect((await of(2023, 'unknown', 'recomputed'))['denied']).toEqual({
			total: { value: null, n: 0 },
			share: { numerator: null, denominator: null, n: 0 }
		});
	});

	it('are zero where reports print zero', async () => {
		expect((await of(2022, 'county_own', 'printed'))['denied']).toEqual({
			total: { value: 0, n: 1 },
			share: { numerator: 0, denominator: 0, n: 1 }
		});
	});

	it('do not load the applicants for the printed figures alone', () => {
		expect(outcomesByYear(NO_FILTERS, ['printed']).tables).toEqual(['reports']);
	});
});

describe('disputes by result', () => {
	it('are the cells of table four with the printed total', async () => {
		const rows = await run(dataset, disputesByResult({ ...NO_FILTERS, years: [2023], scopes: ['city_summary'] }));
		const values = rows.map(({ dispute, result, total }) => [dispute, result, total.value]);
		expect(values).toEqual([
			...[
				['review', 'upheld', 5],
				['review', 'corrected', 2],
				['review', 'other', 1],
				['review', 'pending', 2],
				['review', 'total', 10]
			],
			...[
				['suit_direct', 'upheld', 1],
				['suit_direct', 'corrected', 0],
				['suit_direct', 'other', 1],
				['suit_direct', 'pending', 0],
				['suit_direct', 'total', 2]
			],
			...[
				['suit_after_review', 'upheld', 2],
				['suit_after_review', 'corrected', 1],
				['suit_after_review', 'other', 0],
				['suit_after_review', 'pending', 1],
				['suit_after_review', 'total', 4]
			],
			...[
				['suits', 'upheld', 3],
				['suits', 'corrected', 1],
				['suits', 'other', 1],
				['suits', 'pending', 1],
				['suits', 'total', 6]
			]
		]);
	});

	it('count only the reports that give the cell', async () => {
		const rows = await run(dataset, disputesByResult({ ...NO_FILTERS, years: [2023], scopes: ['city_own'] }));
		const of = (result: string): unknown =>
			rows.find((row) => row.dispute === 'review' && row.result === result)?.total;
		expect(of('upheld')).toEqual({ value: 2, n: 2 });
		expect(of('pending')).toEqual({ value: 1, n: 1 });
	});
});

describe('report rows', () => {
	it('give each figure, or why it is absent', async () => {
		const [row] = await run(dataset, reportRows({ ...NO_FILTERS, years: [2019], agencies: ['990100-gov_office'] }));
		expect(row).toMatchObject({
			agency: '甲市人民政府办公室',
			year: 2019,
			scope: 'city_own',
			family: 'gov_office',
			formats: { t2: null, t3: '2019', t4: '2021' },
			checks: { pass: 10, fail: 0, unsure: 27, not_assessable: 0 },
			source: 'invented/990100-gov_office-2019.txt',
			report: 1,
			address: 'https://example.invalid/990100-gov_office/2019',
			collected: '2020-02-01'
		});
		expect(row?.figures.new).toEqual({ value: 20, absences: [] });
		expect(row?.figures.denied).toEqual({ value: null, absences: ['blank'] });
		expect(row?.figures.other).toEqual({ value: null, absences: ['blank'] });
		expect(row?.figures.suits).toEqual({ value: 0, absences: [] });
	});

	it('say when the table or its layout is what is missing', async () => {
		const rows = await run(dataset, reportRows({ ...NO_FILTERS, years: [2023] }));
		const of = (id: string) => rows.find((row) => row.agency_id === id)?.figures;
		expect(of('x-quotes')?.new).toEqual({ value: null, absences: ['table_missing'] });
		expect(of('990200-education')?.other).toEqual({ value: null, absences: ['layout_undetermined'] });
		expect(of('990200-education')?.granted).toEqual({ value: 4, absences: [] });
	});

	it('come in pages, in one order', async () => {
		const all = await run(dataset, reportRows(NO_FILTERS));
		expect(all.map(({ agency_id, year }) => `${agency_id} ${year}`)).toEqual([
			'990100-government 2022',
			'990100-government 2023',
			'990200-education 2019',
			'990200-education 2023',
			'990100-gov_office 2019',
			'990100-gov_office 2022',
			'990100-gov_office 2023',
			'990101-health 2022',
			'990101-health 2023',
			'x-quotes 2023'
		]);
		expect(await run(dataset, reportRows(NO_FILTERS, { limit: 3, offset: 2 }))).toEqual(all.slice(2, 5));
		expect(await run(dataset, countReports(NO_FILTERS))).toEqual([{ reports: 10, agencies: 5, failing: 1 }]);
	});
});

describe('compared agencies', () => {
	it('stand in the order asked for, then by year', async () => {
		const rows = await run(
			dataset,
			compareAgencies(['990200-education', '990100-gov_office'], { years: [2019, 2023] })
		);
		expect(rows.map(({ agency_id, year }) => `${agency_id} ${year}`)).toEqual([
			'990200-education 2019',
			'990200-education 2023',
			'990100-gov_office 2019',
			'990100-gov_office 2023'
		]);
	});

	it('keep printed and recomputed outcomes apart', async () => {
		const [row] = await run(dataset, compareAgencies(['990100-gov_office'], { years: [2019] }));
		expect(row?.figures.granted.value).toBeNull();
		expect(row?.recomputed).toEqual({
			granted: 8,
			partial: 4,
			denied: 1,
			unable: 5,
			unprocessed: 0,
			other: 1,
			closed: 19
		});
	});

	it('give every cell of table four, or why it is absent', async () => {
		const [row] = await run(dataset, compareAgencies(['990200-education'], { years: [2023] }));
		expect(row?.disputes.review).toEqual({
			upheld: { value: 1, absences: [] },
			corrected: { value: 0, absences: [] },
			other: { value: 0, absences: [] },
			pending: { value: null, absences: ['slash'] },
			total: { value: 1, absences: [] }
		});
	});

	it('are none where none is asked for', async () => {
		expect(await run(dataset, compareAgencies([]))).toEqual([]);
	});
});

describe('options', () => {
	it('list what there is, with counts', async () => {
		const rows = [...(await run(dataset, filterOptions())), ...(await run(dataset, placeOptions()))];
		const of = (dimension: string): unknown =>
			rows
				.filter((row) => row.dimension === dimension)
				.map(({ value, reports, agencies }) => [value, reports, agencies]);
		expect(of('year')).toEqual([
			['2019', 2, 2],
			['2022', 3, 3],
			['2023', 5, 5]
		]);
		expect(of('city')).toEqual([
			['乙市', 2, 1],
			['甲市', 7, 3]
		]);
		expect(of('level')).toEqual([
			['city', 7, 3],
			['county', 2, 1]
		]);
		expect(rows.find((row) => row.dimension === 'county')).toEqual({
			dimension: 'county',
			value: '子区',
			province: '虚州省',
			city: '甲市',
			reports: 2,
			agencies: 1
		});
	});

	it('count each filter under the others', async () => {
		const filters = { ...NO_FILTERS, years: [2019], cities: ['乙市'] };
		const rows = [...(await run(dataset, filterOptions(filters))), ...(await run(dataset, placeOptions(filters)))];
		const of = (dimension: string): unknown =>
			rows.filter((row) => row.dimension === dimension).map(({ value, reports }) => [value, reports]);
		expect(of('year')).toEqual([
			['2019', 1],
			['2023', 1]
		]);
		expect(of('city')).toEqual([
			['乙市', 1],
			['甲市', 1]
		]);
		expect(of('scope')).toEqual([['city_own', 1]]);
	});

	it('name an agency as its newest report does, with its former names, their pinyin and its years', async () => {
		const rows = await run(dataset, agencyOptions());
		expect(rows.find((row) => row.agency_id === '990101-health')).toEqual({
			agency_id: '990101-health',
			agency: '子区卫生健康局',
			names: ['子区卫生健康局', '子区卫生和计生局'],
			pinyin: ['zi qu wei sheng jian kang ju', 'zi qu wei sheng he ji sheng ju'],
			province: '虚州省',
			city: '甲市',
			county: '子区',
			level: 'county',
			family: 'health',
			scope: 'county_own',
			years: [2022, 2023]
		});
	});
});

describe('tracing', () => {
	it('gives every cell of a report in the order of the form, with its place', async () => {
		const rows = await run(dataset, cellsOf('990100-gov_office', 2019));
		expect(rows).toHaveLength(161 + 15);
		expect(rows[0]).toEqual({
			cell: 't3.new.natural_person',
			value: 20,
			raw: '20',
			absence: null,
			unit: null,
			table: 2,
			row: 4,
			col: 4,
			line: 4
		});
		expect(rows.find(({ cell }) => cell === 't3.granted.total')).toMatchObject({
			value: null,
			raw: '',
			absence: 'blank',
			row: 6,
			col: 10
		});
		expect(rows.at(-1)?.cell).toBe('t4.suit_after_review.total');
	});

	it('gives findings with both sides and their cells', async () => {
		expect(await run(dataset, findingsOf('x-quotes', 2023))).toEqual([
			{
				agency_id: 'x-quotes',
				year: 2023,
				rule: 't3-balance',
				along: 'total',
				severity: 'hard',
				status: 'fail',
				reason: null,
				left: 62,
				right: 63,
				difference: -1,
				cells: ['t3.new.total', 't3.carried_in.total', 't3.closed.total', 't3.carried_out.total'],
				against: null,
				before: [],
				candidates: [],
				matched: null,
				suggestion: { cell: 't3.closed.total', value: 62 },
				place: { table: 2, row: 9, col: 8, section: null, line: null },
				decision: { kind: 'confirmed', reason: 'invented', date: '2024-04-01', by: null }
			}
		]);
		expect(await run(dataset, findingsOf('x-quotes', 2022))).toEqual([]);
	});

	it('gives the findings of the next report that compare with it, and no other', async () => {
		expect(await run(dataset, laterFindingsOf('990100-gov_office', 2022))).toMatchObject([
			{ rule: 'y-carry', year: 2023, against: 2022, before: ['t3.carried_out.natural_person'], reason: 'cells/blank' }
		]);
		expect(await run(dataset, laterFindingsOf('x-quotes', 2022))).toEqual([]);
		expect(await run(dataset, laterFindingsOf('990100-gov_office', 2023))).toEqual([]);
	});

	it('gives the corrections of a report from the earlier figure to the later', async () => {
		expect(await run(dataset, correctionsOf('x-quotes', 2023))).toEqual([
			{
				kind: 'republished',
				item: 't3.new.total',
				old: { value: 61, raw: '61', source: 'invented/old.txt' },
				new: { value: 62, raw: '62', source: 'invented/x-quotes-2023.txt' },
				date: '2024-05-01',
				reason: null,
				by: null
			}
		]);
		expect(await run(dataset, correctionsOf('x-quotes', 2022))).toEqual([]);
	});

	it('gives the files of a report', async () => {
		expect(await run(dataset, sourcesOf('990100-gov_office', 2019))).toMatchObject([
			{ source: 'invented/990100-gov_office-2019.txt', collected: '2020-02-01', outcome: 'used', cells: 176 }
		]);
	});

	it('gives a table as it stands, dates as text', async () => {
		const rows = await run(dataset, tableOf('sources', { limit: 3 }));
		expect(rows).toHaveLength(3);
		expect(rows.map((row) => row['source'])).toEqual([
			'invented/990100-gov_office-2019.txt',
			'invented/990100-gov_office-2022.txt',
			'invented/990100-gov_office-2023.txt'
		]);
		expect(rows[0]?.['collected']).toBe('2020-02-01');
	});
});
