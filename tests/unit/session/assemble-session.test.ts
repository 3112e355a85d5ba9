import { describe, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { DATASET_TABLES } from '../../../src/lib/core/dataset/index.ts';
import type { Row, TableRows } from '../../../src/lib/core/dataset/index.ts';
import { assembleSession } from '../../../src/lib/state/session/assemble-session.ts';
import { rootOf, sessionFiles } from '../../../src/lib/state/session/session-files.ts';
import { barText, build, figuresOf, FINANCE, HEALTH, page, TOWN } from '../build/fixture.ts';
import { draftsOf } from './drafts-of.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const sorted = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

function tablesOf(...input: Parameters<typeof assembleSession>): TableRows {
	const assembled = assembleSession(...input);
	if (!assembled.ok) throw new Error(assembled.failure.code);
	return assembled.tables;
}

describe('a dataset of drafts', () => {
	it(
		'has the rows that the build makes of the same folder, with its manifest, but for the pinyin of names',
		{ timeout: 60_000 },
		async () => {
			const pack = zipSync({ 'x.html': strToU8(page(figuresOf(TOWN, 2021))) });
			const files = {
				'a.html': page(figuresOf(FINANCE, 2022)),
				'b/b.html': page(figuresOf(FINANCE, 2023, { 't3.new.total': 6, 't2.fees.amount': '/' })),
				'c.txt': barText(figuresOf(HEALTH, 2020, {}, '2019')),
				'copy.html': page(figuresOf(FINANCE, 2022)),
				'letter.html': '<p>letter</p>',
				'pack.zip': pack
			};
			const manifest =
				'file,agency,year,address,collected\na.html,,2022,https://gov.example/a,2023-02-01\ncopy.html,,2022,https://gov.example/a,\n';
			const { assembled } = await build({ ...files, 'manifest.csv': manifest });
			const drafts = await draftsOf(
				Object.fromEntries(Object.entries(files).map(([name, content]) => [`dropped/${name}`, content]))
			);
			const mine = tablesOf({
				files: sessionFiles(drafts, ['dropped/manifest.csv']),
				manifest: { name: 'dropped/manifest.csv', bytes: text(manifest) },
				agencies: null,
				decisions: null,
				coverage: null
			});
			const unspelt = {
				...assembled.tables,
				agency_names: assembled.tables.agency_names.map((row) => row.with(-1, null))
			};
			for (const { name } of DATASET_TABLES) expect(sorted(mine[name]), name).toEqual(sorted(unspelt[name]));
			expect(mine.reports).toHaveLength(4);
		}
	);

	it('knows of agencies what the list that came with the files says', async () => {
		const files = sessionFiles(await draftsOf({ 'a.html': page(figuresOf(HEALTH, 2023)) }), []);
		const agencies = {
			name: 'agencies.csv',
			bytes: text(`name,level,type,family,id\n${HEALTH},county,department,health,X-1\n`)
		};
		const at = DATASET_TABLES.find(({ name }) => name === 'reports')?.columns.findIndex(
			({ name }) => name === 'agency_id'
		);
		expect(tablesOf({ files, manifest: null, agencies, decisions: null, coverage: null }).reports[0]?.[at ?? -1]).toBe(
			'X-1'
		);
		expect(
			tablesOf({ files, manifest: null, agencies: null, decisions: null, coverage: null }).reports[0]?.[at ?? -1]
		).not.toBe('X-1');
	});

	it.each([
		['without a report', {}, 'session/no-report'],
		[
			'with a manifest that is none',
			{ manifest: { name: 'manifest.csv', bytes: text('a,b\n1,2\n') } },
			'session/manifest-not-understood'
		],
		[
			'with agencies that are none',
			{ agencies: { name: 'agencies.csv', bytes: text('name,level\nx,galaxy\n') } },
			'session/agencies-not-understood'
		],
		[
			'with decisions that are none',
			{ decisions: { name: 'decisions.csv', bytes: text('agency,year\nx,2023\n') } },
			'session/decisions-not-understood'
		],
		[
			'with a coverage that is none',
			{ coverage: { name: 'coverage.csv', bytes: text('agency,from_year\nx,2023\n') } },
			'session/coverage-not-understood'
		]
	])('is refused %s', async (_, more, code) => {
		const files = sessionFiles(await draftsOf({ 'letter.html': '<p>letter</p>' }), []);
		const refused = assembleSession({
			files,
			manifest: null,
			agencies: null,
			decisions: null,
			coverage: null,
			...more
		});
		expect(refused).toMatchObject({ ok: false, failure: { code } });
	});

	it('leaves out what was not read, and tells paths that came twice apart', async () => {
		const [draft] = await draftsOf({ 'a.html': page(figuresOf(FINANCE, 2022)) });
		if (!draft) throw new Error('no draft');
		const files = sessionFiles([draft, { ...draft, id: 2 }, { ...draft, id: 3, status: 'cancelled' }], []);
		expect(files.map(({ name }) => name)).toEqual(['a.html', 'a (2).html']);
	});
});

it.each([
	[['x/a.html', 'x/b/c.html'], [], 'x/'],
	[['x/a.html', 'b.html'], [], ''],
	[['a.html'], [], ''],
	[['x/reports/a.html'], ['x/agencies.csv', 'x/reports/manifest.csv'], 'x/reports/']
])('paths of %j, with %j, are told from %j', (names, ledgers, root) => {
	expect(rootOf(names, ledgers)).toBe(root);
});
