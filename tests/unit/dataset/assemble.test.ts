import { describe, expect, it } from 'vitest';
import { assemble, chooseVersion } from '../../../src/lib/core/dataset/index.ts';
import type { Entry } from '../../../src/lib/core/dataset/index.ts';
import type { Report } from '../../../src/lib/core/extract/report.ts';
import type { CellKey } from '../../../src/lib/core/form/index.ts';
import { agencyOf, entryOf, named, reportOf } from './fixture.ts';

function reasons(report: Report): Record<string, string> {
	const rows = named('absences', assemble([entryOf('a', report)]).tables.absences);
	return Object.fromEntries(rows.map((row) => [String(row['cell']), String(row['reason'])]));
}

describe('absences', () => {
	it('are none where every cell prints a number', () => {
		expect(reasons(reportOf())).toEqual({});
	});

	it('keep the printed reason and text', () => {
		const report = reportOf({
			't2.rules.issued': { v: null, raw: '', absence: 'blank' },
			't2.fees.amount': { v: null, raw: '/', absence: 'slash' }
		});
		expect(reasons(report)).toEqual({ 't2.rules.issued': 'blank', 't2.fees.amount': 'slash' });
	});

	it('tell a row that is not printed from one whose figures could not be placed', () => {
		const row = (id: string): Partial<Record<CellKey, undefined>> =>
			Object.fromEntries(
				['natural_person', 'business', 'research', 'public_interest', 'legal_service', 'other_org', 'total'].map(
					(column) => [`t3.${id}.${column}`, undefined]
				)
			);
		const found = reasons(
			reportOf(
				{ ...row('granted'), ...row('partial'), 't3.new.total': undefined },
				{
					problems: [
						{ code: 'row/not-placed', table: 't3', row: 'granted', found: '3 | 4' },
						{ code: 'row/missing', table: 't3', row: 'partial' },
						{ code: 'row/unknown', table: 't3', found: '其他主动公开文件 | 1' }
					]
				}
			)
		);
		expect(Object.keys(found)).toHaveLength(15);
		expect(found).toMatchObject({
			't3.granted.business': 'unplaced',
			't3.partial.business': 'missing',
			't3.new.total': 'missing'
		});
	});

	it('are not claimed for a table that was not found', () => {
		const cells = Object.fromEntries(Object.keys(reportOf().cells).map((key) => [key, undefined]));
		expect(reasons(reportOf(cells, { formats: { t2: null, t3: null, t4: null } }))).toEqual({});
	});

	it('are claimed only for cells common to both layouts where the layout is not known', () => {
		const found = reasons(
			reportOf(Object.fromEntries(Object.keys(reportOf().cells).map((key) => [key, undefined])), {
				formats: { t2: 'undetermined', t3: 'undetermined', t4: null }
			})
		);
		expect(Object.keys(found).filter((key) => key.startsWith('t2.'))).toEqual([
			't2.licensing.decisions',
			't2.penalty.decisions',
			't2.coercion.decisions'
		]);
		expect(Object.keys(found)).toHaveLength(3 + 22 * 7);
		expect(Object.keys(found).some((key) => key.startsWith('t3.other'))).toBe(false);
	});
});

describe('numbers that a column cannot hold', () => {
	it.each([
		['a count with a fraction', 't3.new.total', { v: 2.5, raw: '2.5' }, 'cell/fraction'],
		['a count past 32 bits', 't2.penalty.decisions', { v: 3e9, raw: '3000000000' }, 'cell/out-of-range'],
		[
			'money in yuan where 10,000 yuan is the unit',
			't2.fees.amount',
			{ v: 2950, raw: '2950元', unit: '元' },
			'cell/unit-differs'
		]
	])('%s stays in cells as printed, is absent in the wide table and declared', (_, cell, printed, code) => {
		const { tables } = assemble([entryOf('a', reportOf({ [cell]: printed }))]);
		expect(named('reports', tables.reports)[0]?.[cell]).toBeNull();
		expect(named('absences', tables.absences)).toEqual([
			expect.objectContaining({ cell, reason: 'text', raw: printed.raw })
		]);
		expect(named('cells', tables.cells).find((row) => row['cell'] === cell)).toMatchObject({
			value: printed.v,
			raw: printed.raw
		});
		expect(named('problems', tables.problems)).toEqual([
			expect.objectContaining({ code, found: printed.raw, ordinal: 1 })
		]);
	});

	it('money keeps its fraction and its own unit', () => {
		const { tables } = assemble([
			entryOf('a', reportOf({ 't2.fees.amount': { v: 59237.2449, raw: '59237.2449万元', unit: '万元' } }))
		]);
		expect(named('reports', tables.reports)[0]?.['t2.fees.amount']).toBe(59237.2449);
	});
});

describe('two reports of one agency-year', () => {
	const whole = reportOf();
	const cut = reportOf({ 't2.rules.issued': undefined });
	const problem = { code: 'row/unknown', table: 't2' } as const;

	it.each([
		['more cells placed', entryOf('b', whole), entryOf('a', cut, { collected: '2024-05-01' })],
		['fewer problems', entryOf('b', whole), entryOf('a', whole, { problems: [problem] })],
		[
			'collected later',
			entryOf('b', whole, { collected: '2024-02-01' }),
			entryOf('a', whole, { collected: '2024-01-31' })
		],
		['a date of collection at all', entryOf('b', whole, { collected: '2024-02-01' }), entryOf('a', whole)],
		['the path that comes first', entryOf('a', whole), entryOf('b', whole)]
	])('the one with %s counts, whichever comes first', (_, winner, loser) => {
		expect(chooseVersion([winner, loser]).used).toBe(winner);
		expect(chooseVersion([loser, winner]).used).toBe(winner);
	});

	it('are both in sources, and each figure that differs is named', () => {
		const { tables, versions } = assemble([
			entryOf('a', reportOf({ 't3.new.total': 5 })),
			entryOf('b', reportOf({ 't3.new.total': { v: null, raw: '/', absence: 'slash' }, 't2.rules.issued': undefined }))
		]);
		expect(versions).toHaveLength(1);
		expect(tables.reports).toHaveLength(1);
		expect(named('sources', tables.sources)).toEqual([
			expect.objectContaining({ source: 'a', outcome: 'used', superseded_by: null, cells: 200, problems: 0 }),
			expect.objectContaining({ source: 'b', outcome: 'superseded', superseded_by: 'a', cells: 199, problems: 2 })
		]);
		expect(named('problems', tables.problems)).toEqual([
			expect.objectContaining({ source: 'b', ordinal: 1, code: 'report/superseded', found: 'a' }),
			expect.objectContaining({
				source: 'b',
				ordinal: 2,
				code: 'report/versions-differ',
				table: 't3',
				row: 'new',
				column: 'total',
				found: '/',
				expected: '5'
			})
		]);
	});
});

describe('tables', () => {
	it('name an agency as in its latest year, and a report as in its own', () => {
		const old = agencyOf('虚州市经济委员会', { id: 'x', family: 'industry' });
		const renamed = agencyOf('虚州市工业和信息化局', { id: 'x', family: 'industry' });
		const { tables } = assemble([
			entryOf('b', reportOf(), { agency: renamed, year: 2023 }),
			entryOf('a', reportOf(), { agency: old, year: 2019 })
		]);
		expect(named('agencies', tables.agencies)).toEqual([
			expect.objectContaining({ agency_id: 'x', agency: renamed.name })
		]);
		expect(named('reports', tables.reports).map((row) => row['agency'])).toEqual([renamed.name, old.name]);
	});

	it('list every name of an agency with its years, spelt where the build can spell', () => {
		const old = agencyOf('虚州市经济委员会', { id: 'x', family: 'industry' });
		const renamed = agencyOf('虚州市工业和信息化局', { id: 'x', family: 'industry' });
		const entries = [
			entryOf('a', reportOf(), { agency: old, year: 2019 }),
			entryOf('c', reportOf(), { agency: renamed, year: 2023 }),
			entryOf('b', reportOf(), { agency: old, year: 2021 })
		];
		const expected = [
			{ agency_id: 'x', agency: old.name, first_year: 2019, last_year: 2021 },
			{ agency_id: 'x', agency: renamed.name, first_year: 2023, last_year: 2023 }
		];
		const rows = named('agency_names', assemble(entries).tables.agency_names);
		expect(rows).toEqual(expected.map((row) => ({ ...row, pinyin: null })));
		const spelt = assemble(entries, { spell: (name) => `<${name}>` }).tables.agency_names;
		expect(named('agency_names', spelt)).toEqual(expected.map((row) => ({ ...row, pinyin: `<${row.agency}>` })));
	});

	it('have no requests of a report whose table three was not found', () => {
		const t2 = Object.fromEntries(
			Object.keys(reportOf().cells)
				.filter((key) => !key.startsWith('t2.'))
				.map((key) => [key, undefined])
		);
		const { tables } = assemble([entryOf('a', reportOf(t2, { formats: { t2: '2021', t3: null, t4: null } }))]);
		expect(tables.requests).toEqual([]);
		expect(named('reports', tables.reports)[0]).toMatchObject({
			't2.rules.issued': 0,
			't3.new.total': null,
			format_t3: null
		});
	});

	it('sum only what is a number, say how many reports gave it, and keep scopes apart', () => {
		const blank = { v: null, raw: '', absence: 'blank' } as const;
		const { tables } = assemble([
			entryOf('a', reportOf({ 't3.new.total': 5, 't4.review.total': blank }), { agency: agencyOf('甲') }),
			entryOf('b', reportOf({ 't3.new.total': 7, 't4.review.total': blank }), { agency: agencyOf('乙') }),
			entryOf('c', reportOf({ 't3.new.total': blank, 't4.review.total': blank }), { agency: agencyOf('丙') }),
			entryOf('d', reportOf({ 't3.new.total': 9 }), { agency: agencyOf('丁', { province: null }) })
		]);
		const summary = named('summary', tables.summary);
		// Of two the closed requests do not add up; without a number of new ones that cannot be said.
		expect(summary.find((row) => row['province'] === '虚省' && row['failing'] === 0)).toMatchObject({
			reports: 1,
			't3.new.total': null,
			'without.t3.new.total': 1
		});
		expect(summary.find((row) => row['province'] === '虚省' && row['failing'] === 1)).toMatchObject({
			year: 2023,
			scope: 'city_own',
			family: 'finance',
			reports: 2,
			't3.new.total': 12,
			'without.t3.new.total': 0,
			't4.review.total': null,
			'without.t4.review.total': 2
		});
		expect(summary.find((row) => row['province'] === null)).toMatchObject({ reports: 1, 't3.new.total': 9 });
	});

	it('list a refused file with its problems', () => {
		const refused: Entry = {
			source: {
				path: 'x.pdf',
				sha256: null,
				bytes: null,
				reader: null,
				address: null,
				collected: null,
				published: null
			},
			ordinal: 1,
			agencyName: null,
			year: null,
			attributed: null,
			problems: [{ code: 'file/not-readable', found: 'EACCES' }]
		};
		const { tables } = assemble([refused]);
		expect(named('sources', tables.sources)).toEqual([
			expect.objectContaining({ source: 'x.pdf', sha256: null, outcome: 'refused', cells: 0, problems: 1 })
		]);
		expect(named('problems', tables.problems)).toEqual([
			expect.objectContaining({ source: 'x.pdf', report: 1, ordinal: 1, code: 'file/not-readable' })
		]);
		expect(tables.agencies).toEqual([]);
	});
});
