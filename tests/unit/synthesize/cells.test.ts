import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { withDuckDB, rowsOf } from '../../../scripts/build/duckdb.ts';
import { verifyDataset } from '../../../scripts/build/verify.ts';
import { cellsSql, OWN_TABLES } from '../../../scripts/build/cells-sql.ts';
import { appendRows } from '../../../scripts/build/append-rows.ts';
import { checkMemoryOf, checkRoom } from '../../../scripts/synthesize/cells/command.ts';
import { inventEntry } from '../../../scripts/synthesize/cells/invent-entry.ts';
import type { InventOptions } from '../../../scripts/synthesize/cells/invent-entry.ts';
import { makeCellsDataset } from '../../../scripts/synthesize/cells/make-dataset.ts';
import { planParts } from '../../../scripts/synthesize/cells/make-parts.ts';
import { placeBatches } from '../../../scripts/synthesize/cells/place-batches.ts';
import { numberedYears } from '../../../scripts/synthesize/corpus.ts';
import { ERROR_KINDS } from '../../../scripts/synthesize/errors.ts';
import { MUTATIONS, readRates } from '../../../scripts/synthesize/mutations/registry.ts';
import { SMALL_SIZES } from '../../../scripts/synthesize/world/world.ts';
import { assemble, DATASET_TABLES, datasetTable, SUM_TABLES } from '../../../src/lib/core/dataset/index.ts';
import type { AttributedEntry, DataPackage, Row, TableRows } from '../../../src/lib/core/dataset/index.ts';
import { createTableSql } from '../../../src/lib/db/parquet-sql.ts';

const INVENT: InventOptions = {
	seed: 'test',
	missing: 0.1,
	mutations: readRates('all', MUTATIONS),
	errors: readRates('all', ERROR_KINDS)
};
const YEARS = [2020, 2022] as const;
const WORLD = { seed: 'test', years: YEARS, sizes: SMALL_SIZES } as const;
/** Ends within the second province, so that one is whole and one is not. */
const AGENCIES = 90;

const given = [...numberedYears({ ...WORLD, agencies: AGENCIES })];
const sorted = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** All at once, as data:build assembles the reports of files. */
function assembledAtOnce(): TableRows {
	const batches = [
		...placeBatches(
			given.map(({ of }) => of),
			INVENT
		)
	];
	return assemble(
		batches.flatMap(({ entries }) => entries),
		{ coverage: batches.flatMap(({ coverage }) => coverage), years: YEARS }
	).tables;
}

describe('reports as cells', () => {
	const whole = assembledAtOnce();

	it('say that no file holds them', () => {
		const columns = datasetTable('sources').columns.map(({ name }) => name);
		const sources = whole.sources.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
		expect(sources.length).toBeGreaterThan(180);
		for (const source of sources)
			expect(source).toMatchObject({ reader: 'cells', sha256: null, bytes: null, address: null, outcome: 'used' });
	});

	it('come in both layouts, with marks in place of numbers and with findings', () => {
		const reports = whole.reports.map((row) =>
			Object.fromEntries(datasetTable('reports').columns.map(({ name }, at) => [name, row[at]]))
		);
		expect(new Set(reports.map((report) => report['format_t3']))).toEqual(new Set(['2019', '2021']));
		const reasons = new Set(whole.absences.map((row) => row[3]));
		expect([...reasons].sort()).toEqual(['blank', 'dash', 'slash', 'text']);
		expect(reports.some((report) => Number(report['hard_fail']) > 0)).toBe(true);
		expect(reports.some((report) => report['hard_fail'] === 0)).toBe(true);
		expect(whole.coverage.length).toBeGreaterThan(10);
	});

	it('are the same one by one as among others', () => {
		const batches = [
			...placeBatches(
				given.map(({ of }) => of),
				INVENT
			)
		];
		const among = batches.flatMap(({ entries }) => entries).at(150);
		const alone = given.find(({ of }) => of.agency.id === among?.attributed.agency.id && of.year === among.year);
		expect(among).toBeDefined();
		expect(alone && inventEntry(alone.of, alone.previous, INVENT)).toEqual(among);
	});

	it('give the same rows place by place as all at once', () => {
		const parts = [
			...placeBatches(
				given.map(({ of }) => of),
				INVENT
			)
		].map(
			({ entries, beside, coverage }) =>
				assemble(entries as AttributedEntry[], { coverage, beside, years: YEARS }).tables
		);
		expect(parts.length).toBeGreaterThan(6);
		for (const { name } of DATASET_TABLES) {
			// Sums of groups that lie in several places are added up by the writer.
			if ((SUM_TABLES as readonly string[]).includes(name)) continue;
			expect(sorted(parts.flatMap((tables) => tables[name])), name).toEqual(sorted(whole[name]));
		}
	});

	it('have the printed cells that the other tables tell', async () => {
		const rows = await withDuckDB(async (connection) => {
			for (const name of ['reports', 'requests', 'absences'] as const) {
				await connection.run(createTableSql(datasetTable(name)));
				await appendRows(connection, datasetTable(name), whole[name]);
			}
			return rowsOf(connection, cellsSql(OWN_TABLES));
		});
		const told = rows.map((row) => Object.values(row) as Row);
		expect(sorted(told)).toEqual(sorted(whole.cells));
	});
});

describe('a dataset from cells', () => {
	const options = { ...INVENT, ...WORLD, agencies: AGENCIES, title: { zh: '试', en: 'test' } };
	let folder = '';
	let dataset: DataPackage;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'cells-'));
		const { replaced, reports } = await makeCellsDataset({ ...options, out: join(folder, 'a'), jobs: 2 });
		expect(reports).toBe(assembledAtOnce().reports.length);
		dataset = replaced.dataset;
		return () => rm(folder, { recursive: true });
	}, 300_000);

	it('holds every row that data:build would give, and leaves nothing else behind', async () => {
		const whole = assembledAtOnce();
		for (const { name } of DATASET_TABLES) {
			const rows = dataset.resources
				.filter((one) => one['gongkai:table'] === name)
				.reduce((sum, one) => sum + one.rowCount, 0);
			expect(rows, name).toBe(whole[name].length);
		}
		expect((await readdir(folder)).sort()).toEqual(['a', 'datasets.json']);
		expect(dataset['gongkai:fictional']).toBe(true);
	});

	it('has the same bytes with any number of threads', async () => {
		const { replaced } = await makeCellsDataset({ ...options, out: join(folder, 'b'), jobs: 1 });
		expect(replaced.dataset['gongkai:build']).toBe(dataset['gongkai:build']);
		const descriptor = async (name: string): Promise<string> =>
			(await readFile(join(folder, name, 'datapackage.json'), 'utf8')).replace(`"name": "${name}"`, '');
		expect(await descriptor('b')).toBe(await descriptor('a'));
	}, 300_000);

	it('agrees between its tables', async () => {
		const damages = await verifyDataset(join(folder, 'a'));
		expect(damages).toEqual([]);
	});

	it('goes on from another province with other agencies of the same country', () => {
		const plan = planParts({ ...options, agencies: 500, from: 3 });
		expect(plan.provinces[0]?.number).toBe(3);
		expect(plan.agencies).toBe(500);
		expect(plan.provinces.reduce((sum, { years }) => sum + years, 0)).toBe(plan.years);
	});

	it('says before it begins that the disk is too small', async () => {
		await expect(checkRoom(folder, 1_050_000, () => Promise.resolve(1e9))).rejects.toThrow(/too little disk space/u);
		await expect(checkRoom(folder, 1_050_000, () => Promise.resolve(1e10))).resolves.toBeUndefined();
	});

	it('says before it begins that the machine has too little memory, which does not grow with the country', () => {
		expect(() => checkMemoryOf(1_050_000, 2, 2 ** 31)).toThrow(
			/1050000 reports need about 3300 MB of memory, this machine has 2048 MB free; the dataset stays/u
		);
		for (const reports of [500, 1_050_000, 10_500_000]) expect(() => checkMemoryOf(reports, 2, 4e9)).not.toThrow();
		expect(() => checkMemoryOf(1_050_000, 8, 4e9)).toThrow(/need about 6900 MB/u);
	});
});
