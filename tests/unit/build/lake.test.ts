import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tmpdir } from 'node:os';
import { rowsOf, withDuckDB } from '../../../scripts/build/duckdb.ts';
import { isPartitioned, lakeTableSql, writeLake } from '../../../scripts/build/lake.ts';
import { DATASET_TABLES } from '../../../src/lib/core/dataset/index.ts';
import type { DatasetTable } from '../../../src/lib/core/dataset/index.ts';
import { literal } from '../../../src/lib/db/sql.ts';
import { tempFolder } from './fixture.ts';

const DATASET = 'static/data/real';
const TABLES: readonly DatasetTable[] = DATASET_TABLES;

const query = (sql: string): Promise<Record<string, unknown>[]> => withDuckDB((connection) => rowsOf(connection, sql));

async function filesOf(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('a lake of the shipped dataset', () => {
	let folder = '';
	let lake = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'lake-'));
		lake = join(folder, 'lake');
		await writeLake({ dataset: DATASET, out: lake });
		return () => rm(folder, { recursive: true });
	}, 60_000);

	const whole = (table: DatasetTable): string => {
		const files = literal(join(DATASET, `${table.name}${table.byYear ? '-*' : ''}.*.parquet`));
		return `read_parquet(${files})`;
	};

	it('is read by DuckDB as it stands, with year and province from the folders: the same rows, the same sums', async () => {
		for (const table of TABLES) {
			const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
			// A table without a row has no folder.
			if (!existsSync(join(lake, table.name))) {
				expect(await query(`FROM ${whole(table)}`), table.name).toEqual([]);
				continue;
			}
			const [own, read] = [whole(table), lakeTableSql(lake, table)].map((from) => `SELECT ${columns} FROM ${from}`);
			const differing = await query(`(${own} EXCEPT ALL ${read}) UNION ALL (${read} EXCEPT ALL ${own})`);
			expect(differing, table.name).toEqual([]);
		}
		const sums = (from: string): string =>
			`SELECT "year", province, sum("t3.new.total")::INTEGER AS new, count(*)::INTEGER AS n FROM ${from} GROUP BY ALL ORDER BY ALL`;
		const reports = TABLES.find(({ name }) => name === 'reports');
		if (!reports) throw new Error('no reports');
		const own = await query(sums(whole(reports)));
		expect(await query(sums(lakeTableSql(lake, reports)))).toEqual(own);
		expect(own.length).toBeGreaterThan(5);
		expect(own.some(({ province }) => province === null)).toBe(true);
	});

	it('lies in folders by year and province, and a filter on them opens no other file', async () => {
		const files = (await filesOf(join(lake, 'reports'))).map((path) => path.slice(lake.length));
		for (const path of files) expect(path).toMatch(/^\/reports\/year=\d{4}\/province=[^/]+\/part-0\.parquet$/u);
		expect(files.some((path) => path.includes('province=__HIVE_DEFAULT_PARTITION__'))).toBe(true);
		const [row] = await query(
			`EXPLAIN ANALYZE SELECT count(*) FROM read_parquet('${join(lake, 'reports/*/*/*.parquet')}', hive_partitioning = true) WHERE "year" = 2023`
		);
		const of2023 = files.filter((path) => path.includes('year=2023')).length;
		expect(Object.values(row ?? {}).join(' ')).toMatch(
			new RegExp(
				`Scanning Files: ${String(of2023)}/${String(files.length)}|Total Files Read: ${String(of2023)}\\b`,
				'u'
			)
		);
	});

	it('has tables without year or place in one file each', async () => {
		expect(TABLES.filter((table) => !isPartitioned(table)).map(({ name }) => name)).toEqual([
			'agencies',
			'agency_names',
			'problems',
			'sources',
			'summary_agencies'
		]);
		expect(await readdir(join(lake, 'agencies'))).toEqual(['part-0.parquet']);
	});

	it('has the same bytes when it is written again in its place', async () => {
		const contents = async (): Promise<string[]> =>
			Promise.all(
				(await filesOf(lake)).sort().map(async (path) => `${path} ${(await readFile(path)).toString('base64')}`)
			);
		const before = await contents();
		await writeLake({ dataset: DATASET, out: lake });
		expect(await contents()).toEqual(before);
		expect(await readdir(folder)).toEqual(['lake']);
	});
});

describe('a lake is not written', () => {
	it('over a folder that is none, from what is no dataset, or without room on the disk', async () => {
		const out = await tempFolder();
		await writeFile(join(out, 'mine.txt'), '');
		await expect(writeLake({ dataset: DATASET, out })).rejects.toThrow(/a folder that is no lake/u);
		expect(await readdir(out)).toEqual(['mine.txt']);
		await expect(writeLake({ dataset: out, out: join(out, 'lake') })).rejects.toThrow(/no dataset \(ENOENT\)/u);
		const small = { dataset: DATASET, out: join(out, 'lake'), freeBytes: () => Promise.resolve(1024) };
		await expect(writeLake(small)).rejects.toThrow(/too little disk space/u);
		expect(await readdir(out)).toEqual(['mine.txt']);
	});
});
