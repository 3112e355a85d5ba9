import { describe, expect, it } from 'vitest';
import { parseCoverage } from '../../../src/lib/core/collect/index.ts';
import { assemble, COVERAGE_PROBLEM_CODES } from '../../../src/lib/core/dataset/index.ts';
import type { AttributedEntry, CoverageDeclaration } from '../../../src/lib/core/dataset/index.ts';
import { coverageProblemSentence } from '../../../src/lib/format/coverage-problems.ts';
import { agencyOf, entryOf, named, reportOf } from '../dataset/fixture.ts';

const HEADER = 'agency,from_year,to_year,bodies,whole,note\n';
const GOOD = '甲县人民政府,2021,2023,甲县财政局;甲县教育局,yes,\n';

describe('coverage.csv', () => {
	it('gives a declaration a row', () => {
		expect(parseCoverage(`${HEADER}${GOOD}乙县人民政府,2022,2022,all_below,否,未收乡镇\n`)).toEqual({
			coverage: [
				{
					...{ line: 2, agency: '甲县人民政府', from: 2021, to: 2023 },
					...{ bodies: ['甲县财政局', '甲县教育局'], whole: true }
				},
				{ line: 3, agency: '乙县人民政府', from: 2022, to: 2022, bodies: 'all_below', whole: false }
			],
			problems: []
		});
		expect(parseCoverage('')).toEqual({ coverage: [], problems: [] });
	});

	it.each([
		['no agency', GOOD.replace('甲县人民政府', ''), { code: 'agency-missing', found: '' }],
		['a year that is none', GOOD.replace('2021', '21'), { code: 'years-not-understood', found: '21–2023' }],
		['years the wrong way round', GOOD.replace('2021', '2024'), { code: 'years-reversed', found: '2024–2023' }],
		['no bodies', GOOD.replace('甲县财政局;甲县教育局', ' ; '), { code: 'bodies-missing', found: '' }],
		['itself as a body', GOOD.replace('甲县财政局', '甲县人民政府'), { code: 'body-itself', found: '甲县人民政府' }],
		['neither yes nor no', GOOD.replace('yes', 'maybe'), { code: 'whole-not-understood', found: 'maybe' }],
		['too many fields', GOOD.replace(';', ','), { code: 'row-ragged', found: '7' }]
	])('does not use a row with %s, and says so with its line', (_, row, problem) => {
		const { coverage, problems } = parseCoverage(HEADER + row + GOOD);
		expect(problems).toEqual([{ ...problem, line: 2 }]);
		expect(coverage.map(({ line }) => line)).toEqual([3]);
	});

	it('uses nothing where a column is missing', () => {
		expect(parseCoverage('agency,bodies,who\n甲,乙,x\n')).toEqual({
			coverage: [],
			problems: [
				{ code: 'column-unknown', line: 1, found: 'who' },
				{ code: 'column-missing', line: 1, found: 'from_year, to_year, whole' }
			]
		});
	});

	it.each(COVERAGE_PROBLEM_CODES)('has a sentence in both languages for %s', (code) => {
		expect(coverageProblemSentence({ code, line: 3, found: 'x' }, 'zh')).toMatch(/^第 3 行:.*[\u4e00-\u9fa5].*:x$/u);
		expect(coverageProblemSentence({ code, line: 3, found: 'x' }, 'en')).toMatch(/^line 3: [^\u4e00-\u9fa5]+: x$/u);
	});
});

describe('a declared coverage', () => {
	const place = { province: '虚省', city: '虚州市', county: '甲县', level: 'county' } as const;
	const body = (name: string, requests: number, year = 2023): AttributedEntry => {
		const report = reportOf({ 't3.new.total': requests, 't4.review.pending': requests }, { year });
		return entryOf(`${name}${String(year)}`, report, { agency: agencyOf(name, place), year, scope: 'county_own' });
	};
	const summary = (requests: number, year = 2023): AttributedEntry => {
		const agency = agencyOf('甲县人民政府', { ...place, type: 'government', family: null });
		const report = reportOf({ 't3.new.total': requests, 't4.review.pending': requests }, { year });
		return entryOf(`s${String(year)}`, report, { agency, year, scope: 'county_summary' });
	};
	const finance = body('甲县财政局', 3);
	const bodies = [finance, body('甲县教育局', 4)];
	const declare = (more: Partial<CoverageDeclaration> = {}): CoverageDeclaration => ({
		...{ line: 2, agency: '甲县人民政府', from: 2023, to: 2023 },
		...{ bodies: ['甲县财政局', 'id-甲县教育局'], whole: true, ...more }
	});
	function audit(entries: readonly AttributedEntry[], ...coverage: readonly CoverageDeclaration[]) {
		const { tables, unmetCoverage } = assemble(entries, { coverage });
		const rows = [...named('findings', tables.findings)].filter(({ rule }) => String(rule).startsWith('a-'));
		const counts = named('rule_counts', tables.rule_counts).filter(({ rule }) => String(rule).startsWith('a-'));
		const passed = counts.filter(({ pass }) => Number(pass) > 0).map(({ rule }) => rule);
		return {
			passed: passed.toSorted(),
			others: rows.map(({ rule, along, status, reason }) => [rule, along, status, reason]),
			rows,
			unmet: unmetCoverage.map(({ code, line }) => [code, line])
		};
	}

	it.each([
		['names the bodies', {}],
		['takes all below', { bodies: 'all_below' as const }]
	])('that %s and is whole lets every sum be compared', (_, more) => {
		const { passed, others, unmet } = audit([...bodies, summary(7)], declare(more));
		expect({ passed, others, unmet }).toEqual({ passed: ['a-min', 'a-sum', 'a-t2', 'a-t4'], others: [], unmet: [] });
	});

	it('tells a summary that is one short, with both sides', () => {
		const { rows, others } = audit([...bodies, summary(6)], declare());
		expect(others).toEqual([
			['a-sum', 'new.total', 'fail', null],
			['a-t4', 'review.pending', 'fail', null],
			['a-min', 't3.new.total', 'fail', null],
			['a-min', 't4.review.pending', 'fail', null]
		]);
		expect(rows[0]).toMatchObject({ agency_id: 'id-甲县人民政府', left: 6, right: 7, difference: -1 });
	});

	it('tells a summary above its bodies by the sum alone', () => {
		const { others } = audit([...bodies, summary(8)], declare());
		expect(others.map(([rule, , status]) => [rule, status])).toEqual([
			['a-sum', 'fail'],
			['a-t4', 'fail']
		]);
	});

	const incomplete = (['a-sum', 'a-t4', 'a-t2'] as const).map((rule) => [
		...[rule, 'all', 'not_assessable', 'coverage/incomplete']
	]);
	it.each([
		['says that it is not whole', bodies, { whole: false }, []],
		['names a body of which there is no report', [finance], {}, [['body-unknown', 2]]],
		['has a body with a report in another year only', [finance, body('甲县教育局', 4, 2022)], {}, []],
		[
			'takes all below, one of which has no report in that year',
			[finance, body('甲县教育局', 4, 2022)],
			{ bodies: 'all_below' as const, from: 2022 },
			[]
		]
	])('that %s compares no sums', (_, at, more, unmet) => {
		const result = audit([...at, summary(7)], declare(more));
		expect(result.others).toEqual(incomplete);
		expect(result.passed).toEqual(['a-min']);
		expect(result.unmet).toEqual(unmet);
	});

	it('holds for its years alone', () => {
		const { others } = audit([...bodies, summary(7), body('甲县财政局', 9, 2022), summary(8, 2022)], declare());
		expect(others.map(([rule, , status, reason]) => [rule, status, reason])).toEqual([
			['a-sum', 'not_assessable', 'coverage/unknown'],
			['a-t4', 'not_assessable', 'coverage/unknown'],
			['a-t2', 'not_assessable', 'coverage/unknown'],
			['a-min', 'unsure', 'coverage/unknown'],
			['a-min', 'unsure', 'coverage/unknown']
		]);
	});

	it.each([
		['an agency that is not there', [declare({ agency: '乙县人民政府' })], [['agency-unknown', 2]]],
		['years without a report', [declare({ from: 2019, to: 2020 })], [['no-report', 2]]],
		['itself by its id', [declare({ bodies: ['id-甲县人民政府'] })], [['body-itself', 2]]],
		['the region of a body', [declare({ agency: '甲县财政局', bodies: 'all_below' })], [['no-region', 2]]],
		[
			'years twice, once by name and once by id',
			[declare(), declare({ line: 3, agency: 'id-甲县人民政府', from: 2020 })],
			[['years-overlap', 3]]
		]
	])('of %s is named with its line', (_, coverage, unmet) => {
		expect(audit([...bodies, summary(7)], ...coverage).unmet).toEqual(unmet);
	});
});
