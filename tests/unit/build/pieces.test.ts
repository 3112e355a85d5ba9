import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOf, withDuckDB } from '../../../scripts/build/duckdb.ts';
import { PartWriter, findParts } from '../../../scripts/build/parts.ts';
import { writeTables } from '../../../scripts/build/write-tables.ts';
import type { WriteOptions } from '../../../scripts/build/write-tables.ts';
import { DATASET_TABLES } from '../../../src/lib/core/dataset/index.ts';
import type { TableRows } from '../../../src/lib/core/dataset/index.ts';
import { literal } from '../../../src/lib/db/sql.ts';
import { build, contentsOf, figuresOf, FINANCE, HEALTH, page, tempFolder, TOWN } from './fixture.ts';

const NO_ROWS = Object.fromEntries(DATASET_TABLES.map(({ name }) => [name, []])) as unknown as TableRows;

async function rowsToWrite(): Promise<TableRows> {
	const agencies = [FINANCE, HEALTH, TOWN, '虚州市丙县财政局'];
	const { assembled } = await build(
		Object.fromEntries(
			agencies.flatMap((agency, index) =>
				[2022, 2023].map((year) => [
					`${String(index)}-${String(year)}.html`,
					page(figuresOf(agency, year, { 't2.rules.issued': '/', 't3.new.total': index }))
				])
			)
		)
	);
	return assembled.tables;
}

async function write(tables: TableRows, more: Partial<WriteOptions> = {}): Promise<string> {
	const folder = await tempFolder();
	await writeTables(tables, folder, { fictional: true, ...more });
	return folder;
}

/** The rows of a table in the order in which they stand in its files. */
async function rowsIn(folder: string, table: string): Promise<unknown[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.parquet') && name.split(/[-.]/u)[0] === table);
	const files = names.sort((a, b) => (a.split('.')[0] ?? '').localeCompare(b.split('.')[0] ?? ''));
	return withDuckDB(async (connection) => {
		const all = [];
		for (const file of files)
			all.push(...(await rowsOf(connection, `FROM read_parquet(${literal(join(folder, file))})`)));
		return all;
	});
}

describe('tables of more rows than are sorted at once', () => {
	it('have the same rows in the same order, and the same bytes whatever the order at hand and the number of lanes', async () => {
		const tables = await rowsToWrite();
		const [whole, pieces] = [await write(tables), await write(tables, { rowsAtOnce: 3 })];
		for (const { name } of DATASET_TABLES) expect(await rowsIn(pieces, name), name).toEqual(await rowsIn(whole, name));
		expect((await readdir(pieces)).filter((name) => name.endsWith('.pieces'))).toEqual([]);
		const reversed = Object.fromEntries(
			Object.entries(tables).map(([name, rows]) => [name, [...rows].reverse()])
		) as unknown as TableRows;
		const again = await write(reversed, { rowsAtOnce: 3, jobs: 3 });
		expect(await contentsOf(again)).toEqual(await contentsOf(pieces));
	}, 60_000);

	it('may lie in parts, with the same bytes', async () => {
		const { cells: _, ...tables } = await rowsToWrite();
		const aside = join(await tempFolder(), 'parts');
		await mkdir(aside);
		const writer = await PartWriter.open(aside);
		const half = (which: 0 | 1): Partial<TableRows> =>
			Object.fromEntries(
				Object.entries(tables).map(([name, rows]) => [name, rows.filter((_row, at) => at % 2 === which)])
			);
		for (const which of [0, 1] as const) {
			await writer.append(half(which));
			await writer.put(String(which));
		}
		writer.close();
		const parts = await findParts(aside);
		const fromParts = await write(NO_ROWS, { parts, rowsAtOnce: 250 });
		const told = await write({ ...NO_ROWS, ...tables }, { rowsAtOnce: 250 });
		const cells = await rowsIn(fromParts, 'cells');
		expect(cells.length).toBeGreaterThan(1000);
		const without = async (folder: string): Promise<unknown> =>
			[...(await contentsOf(folder))].filter(([name]) => !/^(?:cells|summary|rule_counts)/u.test(name));
		expect(await without(fromParts)).toEqual(await without(told));
		const keys = cells.map((row) =>
			Object.values(row as object)
				.slice(0, 3)
				.join(' ')
		);
		const byYear = Map.groupBy(keys, (key) => key.split(' ')[1]);
		for (const own of byYear.values()) expect(own).toEqual(own.toSorted());
	}, 60_000);
});

describe('Parquet files', () => {
	it('hold findings of a block of agencies rule by rule, and have no Bloom filters', async () => {
		const folder = await write(await rowsToWrite());
		const found = (await rowsIn(folder, 'findings')) as Record<string, unknown>[];
		const order = (row: Record<string, unknown>): string =>
			[row['year'], row['rule'], row['along'], row['status'], row['reason'] ?? '', row['agency_id']].join('\u0000');
		const keys = found.map(order);
		expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThan(3);
		expect(keys).toEqual(keys.toSorted());
		const files = literal(join(folder, '*.parquet'));
		const filters = await withDuckDB((connection) =>
			rowsOf(
				connection,
				`SELECT count(*)::INTEGER AS n, count(bloom_filter_offset)::INTEGER AS filters FROM parquet_metadata(${files})`
			)
		);
		expect(filters).toEqual([{ n: expect.any(Number) as number, filters: 0 }]);
	}, 60_000);
});
