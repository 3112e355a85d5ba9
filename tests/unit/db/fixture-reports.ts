import { SEVERITIES, VERDICTS } from '../../../src/lib/core/audit/index.ts';
import type { DatasetTableName } from '../../../src/lib/core/dataset/tables.ts';
import { APPLICANT_COLUMNS, APPLICANTS, DISPUTES, RESULTS, tableThreeRows } from '../../../src/lib/core/form/index.ts';
import type { Layout } from '../../../src/lib/core/form/index.ts';

export type FixtureRow = Readonly<Record<string, string | number | null>>;

interface FixtureAgency {
	readonly agency: string;
	readonly code: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly level: string | null;
	readonly type: string;
	readonly family: string | null;
	readonly scope: string;
}

const inJia = { code: '990100', province: '虚州省', city: '甲市', county: null } as const;

/** No such places, no such figures. */
const AGENCIES: Readonly<Record<string, FixtureAgency>> = {
	'990100-government': {
		...inJia,
		agency: '甲市人民政府',
		level: 'city',
		type: 'government',
		family: null,
		scope: 'city_summary'
	},
	'990100-gov_office': {
		...inJia,
		agency: '甲市人民政府办公室',
		level: 'city',
		type: 'general_office',
		family: 'gov_office',
		scope: 'city_own'
	},
	'990200-education': {
		code: '990200',
		province: '虚州省',
		city: '乙市',
		county: null,
		agency: '乙市教育局',
		level: 'city',
		type: 'department',
		family: 'education',
		scope: 'city_own'
	},
	'990101-health': {
		code: '990101',
		province: '虚州省',
		city: '甲市',
		county: '子区',
		agency: '子区卫生健康局',
		level: 'county',
		type: 'department',
		family: 'health',
		scope: 'county_own'
	},
	'x-quotes': {
		code: null,
		province: '乌有\'省"; DROP',
		city: null,
		county: null,
		agency: '乌有\'局"; --',
		level: null,
		type: 'other',
		family: null,
		scope: 'unknown'
	}
};

type Row3 = Readonly<Record<string, number>>;

interface FixtureReport {
	readonly id: string;
	readonly year: number;
	/** Where it names itself otherwise. */
	readonly agency?: string;
	/** null: the table was not found. Rows not given are 0. */
	readonly t3: {
		readonly format: Layout | 'undetermined';
		readonly natural_person: Row3;
		readonly business?: Row3;
	} | null;
	/** Cells printed without a number. */
	readonly absent?: Readonly<Record<string, 'blank' | 'slash'>>;
	/** upheld, corrected, other, pending of each group; null: the table was not found. */
	readonly t4: readonly (readonly [number, number, number, number])[] | null;
	readonly checks?: readonly [number, number, number, number];
	readonly collected?: string;
}

const NO_CASES = [
	[0, 0, 0, 0],
	[0, 0, 0, 0],
	[0, 0, 0, 0]
] as const;

/** The outcome rows that a general office of 2019 left blank in the total column, as a real one did. */
const BLANK_TOTALS = Object.fromEntries(
	tableThreeRows('2019')
		.filter((row) => row.group !== undefined)
		.map((row) => [`t3.${row.id}.total`, 'blank' as const])
);

const REPORTS: readonly FixtureReport[] = [
	{
		id: '990100-government',
		year: 2022,
		t3: {
			format: '2021',
			natural_person: {
				new: 100,
				carried_in: 4,
				granted: 60,
				partial: 10,
				denied_process: 5,
				unable_not_held: 20,
				unprocessed_petition: 3,
				other_rest: 2,
				closed: 100,
				carried_out: 4
			}
		},
		t4: [
			[3, 1, 2, 0],
			[1, 0, 0, 0],
			[0, 0, 1, 1]
		]
	},
	{
		id: '990100-government',
		year: 2023,
		t3: {
			format: '2021',
			natural_person: {
				new: 110,
				carried_in: 4,
				granted: 50,
				partial: 10,
				denied_process: 4,
				denied_query: 2,
				unable_not_held: 30,
				unable_unclear: 2,
				unprocessed_petition: 6,
				other_no_correction: 3,
				other_rest: 1,
				closed: 108,
				carried_out: 6
			},
			business: { new: 10, granted: 7, unable_not_held: 2, other_fee_unpaid: 1, closed: 10 }
		},
		t4: [
			[5, 2, 1, 2],
			[1, 0, 1, 0],
			[2, 1, 0, 1]
		]
	},
	{
		id: '990100-gov_office',
		year: 2019,
		t3: {
			format: '2019',
			natural_person: {
				new: 20,
				granted: 8,
				partial: 4,
				denied_law: 1,
				unable_not_held: 5,
				other: 1,
				closed: 19,
				carried_out: 1
			}
		},
		absent: BLANK_TOTALS,
		t4: [
			[1, 0, 0, 0],
			[0, 0, 0, 0],
			[0, 0, 0, 0]
		],
		checks: [10, 0, 27, 0],
		collected: '2020-02-01'
	},
	{
		id: '990100-gov_office',
		year: 2022,
		t3: {
			format: '2021',
			natural_person: {
				new: 30,
				carried_in: 1,
				granted: 15,
				partial: 5,
				unable_not_held: 10,
				closed: 30,
				carried_out: 1
			}
		},
		t4: NO_CASES
	},
	{
		id: '990100-gov_office',
		year: 2023,
		t3: {
			format: '2021',
			natural_person: {
				new: 36,
				carried_in: 1,
				granted: 18,
				partial: 6,
				unable_not_held: 11,
				other_rest: 1,
				closed: 36,
				carried_out: 1
			}
		},
		t4: [
			[1, 0, 0, 1],
			[0, 0, 0, 0],
			[0, 0, 0, 0]
		]
	},
	{
		id: '990200-education',
		year: 2019,
		t3: { format: '2019', natural_person: { new: 6, granted: 3, denied_internal: 1, other: 2, closed: 6 } },
		t4: NO_CASES
	},
	{
		id: '990200-education',
		year: 2023,
		t3: { format: 'undetermined', natural_person: { new: 4, granted: 4, closed: 4 } },
		absent: { 't4.review.pending': 'slash' },
		t4: [
			[1, 0, 0, 0],
			[0, 0, 0, 0],
			[0, 0, 0, 0]
		]
	},
	{
		id: '990101-health',
		year: 2022,
		agency: '子区卫生和计生局',
		t3: { format: '2021', natural_person: {} },
		t4: NO_CASES
	},
	{
		id: '990101-health',
		year: 2023,
		t3: { format: '2021', natural_person: {} },
		absent: { 't3.new.total': 'blank' },
		t4: NO_CASES
	},
	{ id: 'x-quotes', year: 2023, t3: null, t4: null, checks: [0, 1, 0, 41] }
];

interface Cell {
	readonly key: string;
	readonly value: number | null;
	readonly raw: string;
	readonly absence: string | null;
	readonly place: readonly [table: number, row: number, col: number];
}

function tableThree({ t3, absent = {} }: FixtureReport): Cell[] {
	if (!t3) return [];
	const layouts: readonly Layout[] = t3.format === 'undetermined' ? ['2021', '2019'] : [t3.format];
	const rows = tableThreeRows(layouts[0] ?? '2021').filter((row) =>
		layouts.every((layout) => row.layouts.includes(layout))
	);
	return rows.flatMap((row, index) =>
		APPLICANT_COLUMNS.map(({ id }, col): Cell => {
			const [person, business] = [t3.natural_person[row.id] ?? 0, t3.business?.[row.id] ?? 0];
			const number =
				id === 'total' ? person + business : id === 'natural_person' ? person : id === 'business' ? business : 0;
			return cell(`t3.${row.id}.${id}`, number, absent, [2, index + 4, col + 4]);
		})
	);
}

function tableFour({ t4, absent = {} }: FixtureReport): Cell[] {
	return (t4 ?? []).flatMap((results, group) => {
		const total = results.reduce((sum, value) => sum + value, 0);
		return RESULTS.map(({ id }, col) =>
			cell(`t4.${DISPUTES[group]?.id}.${id}`, results[col] ?? total, absent, [3, 4, group * 5 + col + 1])
		);
	});
}

function cell(key: string, number: number, absent: Readonly<Record<string, string>>, place: Cell['place']): Cell {
	const absence = absent[key] ?? null;
	if (absence === null) return { key, value: number, raw: String(number), absence, place };
	return { key, value: null, raw: absence === 'slash' ? '/' : '', absence, place };
}

const sourceOf = ({ id, year }: FixtureReport): string => `invented/${id}-${year}.txt`;

/** reports, assessable, failed, unsure. */
function ruleCounts(
	year: number,
	province: string,
	scope: string,
	family: string | null,
	rule: string,
	severity: string,
	[reports, assessable, fail, unsure]: readonly [number, number, number, number]
): FixtureRow {
	return {
		...{ year, province, scope, family, rule, severity, reports },
		...{ pass: assessable - fail - unsure, fail, unsure, not_assessable: reports - assessable },
		...{ reports_assessable: assessable, reports_fail: fail, reports_unsure: unsure }
	};
}

/** The rows of every table, by column name. */
export function fixtureRows(): Partial<Record<DatasetTableName, readonly FixtureRow[]>> {
	const agencyOf = (id: string): FixtureAgency => {
		const agency = AGENCIES[id];
		if (!agency) throw new Error(`unknown agency: ${id}`);
		return agency;
	};
	const reports = REPORTS.map((report) => {
		const cells = [...tableThree(report), ...tableFour(report)];
		return { report, cells, key: { agency_id: report.id, year: report.year } };
	});
	return {
		agencies: Object.entries(AGENCIES).map(([agency_id, agency]) => {
			const years = REPORTS.filter(({ id }) => id === agency_id).map(({ year }) => year);
			return { agency_id, ...agency, first_year: Math.min(...years), last_year: Math.max(...years) };
		}),
		agency_names: [
			...Object.entries(AGENCIES).map(([agency_id, { agency }]) => ({
				...{ agency_id, agency, first_year: 2023, last_year: 2023 },
				pinyin: agency_id === '990101-health' ? 'zi qu wei sheng jian kang ju' : null
			})),
			{
				...{ agency_id: '990101-health', agency: '子区卫生和计生局', first_year: 2022, last_year: 2022 },
				pinyin: 'zi qu wei sheng he ji sheng ju'
			}
		],
		reports: reports.map(({ report, cells, key }) => {
			const [pass, fail, unsure, not] = report.checks ?? [42, 0, 0, 0];
			const printed = cells.filter(({ key: name }) => name.startsWith('t4') || name.endsWith('.total'));
			return {
				...agencyOf(report.id),
				...key,
				agency: report.agency ?? agencyOf(report.id).agency,
				format_t3: report.t3?.format ?? null,
				format_t4: report.t4 ? '2021' : null,
				...Object.fromEntries(printed.map(({ key: name, value }) => [name, value])),
				checks_pass: pass,
				checks_fail: fail,
				checks_unsure: unsure,
				checks_not_assessable: not,
				...Object.fromEntries(
					SEVERITIES.flatMap((severity) => VERDICTS.map((verdict) => [`${severity}_${verdict}`, 0]))
				),
				hard_pass: pass,
				hard_fail: fail,
				hard_unsure: unsure,
				hard_not_assessable: not,
				decisions: 0,
				problems: report.t3 ? 0 : 2,
				source: sourceOf(report),
				report: 1
			};
		}),
		requests: reports.flatMap(({ report, cells, key }) =>
			report.t3
				? APPLICANTS.map(({ id }) => ({
						...key,
						applicant: id,
						...Object.fromEntries(
							cells.flatMap(({ key: name, value }): [string, number | null][] => {
								const [table, row = '', column] = name.split('.');
								return table === 't3' && column === id ? [[row, value]] : [];
							})
						)
					}))
				: []
		),
		cells: reports.flatMap(({ cells, key }) =>
			cells.map(({ key: name, value, raw, absence, place: [table, row, col] }) => {
				return { ...key, cell: name, value, raw, absence, table, row, col, line: row };
			})
		),
		absences: reports.flatMap(({ cells, key }) =>
			cells.flatMap(({ key: name, absence, raw }) => (absence ? [{ ...key, cell: name, reason: absence, raw }] : []))
		),
		findings: [
			{
				agency_id: 'x-quotes',
				year: 2023,
				rule: 't3-balance',
				along: 'total',
				severity: 'hard',
				status: 'fail',
				left: 62,
				right: 63,
				difference: -1,
				suggestion_cell: 't3.closed.total',
				suggestion_value: 62,
				table: 2,
				row: 9,
				col: 8,
				decision: 'confirmed',
				decision_reason: 'invented',
				decided: '2024-04-01',
				cells: 't3.new.total t3.carried_in.total t3.closed.total t3.carried_out.total'
			},
			{
				agency_id: '990100-gov_office',
				year: 2023,
				rule: 'y-carry',
				along: 'natural_person',
				severity: 'definitional',
				status: 'unsure',
				reason: 'cells/blank',
				left: 2,
				right: 1,
				difference: 1,
				cells: 't3.carried_in.natural_person',
				against: 2022,
				before: 't3.carried_out.natural_person'
			}
		],
		corrections: [
			{
				agency_id: 'x-quotes',
				year: 2023,
				kind: 'republished',
				item: 't3.new.total',
				old_value: 61,
				old_raw: '61',
				new_value: 62,
				new_raw: '62',
				old_source: 'invented/old.txt',
				old_report: 1,
				new_source: 'invented/x-quotes-2023.txt',
				date: '2024-05-01'
			}
		],
		rule_counts: [
			ruleCounts(2022, '虚州省', 'city_own', 'gov_office', 't3-balance', 'hard', [1, 1, 0, 0]),
			ruleCounts(2023, '虚州省', 'city_own', 'gov_office', 't3-balance', 'hard', [1, 1, 0, 0]),
			ruleCounts(2023, '虚州省', 'city_own', 'education', 't3-balance', 'hard', [1, 1, 0, 1]),
			ruleCounts(2023, '乌有\'省"; DROP', 'unknown', null, 't3-balance', 'hard', [1, 1, 1, 0]),
			ruleCounts(2023, '虚州省', 'city_own', 'gov_office', 'y-carry', 'definitional', [1, 1, 1, 0]),
			ruleCounts(2022, '虚州省', 'city_own', 'gov_office', 'y-carry', 'definitional', [1, 0, 0, 0])
		],
		coverage: [
			{ agency_id: '990100-gov_office', year: 2020, state: 'gap' },
			{ agency_id: '990200-education', year: 2022, state: 'gap' },
			{ agency_id: '990101-health', year: 2019, state: 'before_first' },
			{ agency_id: 'x-quotes', year: 2022, state: 'before_first' }
		],
		sources: reports.map(({ report, cells, key }) => ({
			...key,
			agency: agencyOf(report.id).agency,
			source: sourceOf(report),
			report: 1,
			sha256: '0'.repeat(64),
			bytes: 1000,
			reader: 'bars',
			address: `https://example.invalid/${report.id}/${report.year}`,
			collected: report.collected ?? null,
			outcome: 'used',
			cells: cells.length,
			problems: 0
		}))
	};
}
