import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetTable } from '../../../src/lib/core/dataset/index.ts';
import { readColumns } from '../../../src/lib/db/parquet-columns.ts';
import { copyQuerySql } from '../../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../../src/lib/db/sql.ts';
import { writeFixture } from './fixture.ts';
import { startWasm } from './wasm-in-node.ts';

const ROWS = 5000;
/** A column of each kind that the build writes, and what makes each encoding: few values, many, none, the same, in order. */
const COLUMNS: Readonly<Record<string, string>> = {
	few: 'i % 7',
	few_or_none: 'CASE WHEN i % 3 > 0 THEN i % 400 END',
	many: 'CASE WHEN i % 5 > 0 THEN (hash(i) % 2000000000)::INTEGER - 1000000000 END',
	in_order: 'i::INTEGER',
	the_same: '7',
	nothing: 'NULL::INTEGER',
	nothing_at_first: 'CASE WHEN i > 2500 THEN i END',
	edges: '(CASE i % 3 WHEN 0 THEN 2147483647 WHEN 1 THEN -2147483648 END)::INTEGER',
	small: '(i % 100)::TINYINT',
	wide: 'CASE WHEN i % 4 > 0 THEN (i - 4000) * 2001599834386 END',
	wide_few: '((i % 3) - 1) * 9007199254740991',
	sums: 'CASE WHEN i % 4 > 0 THEN i::HUGEINT * 1000003 END',
	fractions: 'CASE WHEN i % 2 > 0 THEN i / 7 END',
	few_fractions: '(i % 5) / 8',
	yes: 'i % 3 = 0',
	yes_or_none: 'CASE WHEN i % 5 > 0 THEN i % 2 = 0 END',
	always: 'true',
	words: `CASE WHEN i % 6 > 0 THEN '部门' || (i % 11) END`,
	many_words: `'地名' || (i % 3000)`,
	names: `CASE WHEN i % 10 > 0 THEN '虚州市第' || i || '局' END`,
	odd_words: `CASE i % 5 WHEN 0 THEN '' WHEN 1 THEN ' x' WHEN 2 THEN '𠮷,"' || chr(10) WHEN 3 THEN 'é' END`,
	no_words: 'NULL::VARCHAR'
};
const NAMES = Object.keys(COLUMNS);
const tableSql = (rows: number): string =>
	`SELECT ${NAMES.map((name) => `${String(COLUMNS[name])} AS ${name}`).join(', ')} FROM range(${rows}) t(i) ORDER BY i`;

let folder: string;
let connection: DuckDBConnection;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongkai-columns-'));
	connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});
afterAll(async () => {
	connection.closeSync();
	await rm(folder, { recursive: true });
});

async function bytesOf(path: string): Promise<ArrayBuffer> {
	return new Uint8Array(await readFile(path)).buffer;
}

const OPTIONS = 'COMPRESSION zstd, COMPRESSION_LEVEL 19';

async function written(query: string, options = OPTIONS): Promise<{ path: string; bytes: ArrayBuffer }> {
	const path = join(folder, 'one.parquet');
	await connection.run(`COPY (${query}) TO ${literal(path)} (FORMAT parquet, ${options})`);
	return { path, bytes: await bytesOf(path) };
}

/** The columns of a file as the engine reads them. */
async function byEngine(path: string, names: readonly string[]): Promise<Map<string, unknown[]>> {
	const listed = names.map(identifier).join(', ');
	const read = await connection.runAndReadAll(`SELECT ${listed} FROM read_parquet(${literal(path)})`);
	const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
	const columns = read.getColumns();
	return new Map(names.map((name, at) => [name, (columns[at] ?? []).map(plain)]));
}

const GROUPS = 'ROW_GROUP_SIZE 2048';
it.each([
	['as the build writes it', OPTIONS],
	['of several row groups', `${OPTIONS}, ${GROUPS}`],
	['of the second version', `COMPRESSION zstd, ${GROUPS}, PARQUET_VERSION v2`],
	['of the second version without dictionaries', 'COMPRESSION zstd, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1'],
	['without dictionaries', 'COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 1'],
	['packed with snappy', `COMPRESSION snappy, ${GROUPS}`],
	['not packed', `COMPRESSION uncompressed, ${GROUPS}`]
])('reads what the engine reads of a file %s', async (_, options) => {
	const { path, bytes } = await written(tableSql(ROWS), options);
	const columns = await readColumns(bytes, NAMES);
	expect([...columns.keys()]).toEqual(NAMES);
	for (const [name, values] of await byEngine(path, NAMES)) {
		expect(values.length).toBe(ROWS);
		expect(columns.get(name), name).toEqual(values);
	}
});

it('reads a table without a row, and columns in the order asked for', async () => {
	const { bytes } = await written(tableSql(0));
	expect(await readColumns(bytes, ['names', 'few'])).toEqual(
		new Map([
			['names', []],
			['few', []]
		])
	);
	expect((await readColumns(bytes, [])).size).toBe(0);
});

it('keeps a byte order mark, which is part of a text', async () => {
	const { bytes } = await written(`SELECT chr(65279) || 'x' AS word`);
	expect((await readColumns(bytes, ['word'])).get('word')).toEqual(['\ufeffx']);
});

it('reads every file of a dataset as the engine does', async () => {
	const fixture = await writeFixture();
	for (const resource of fixture.package.resources) {
		const path = join(fixture.folder, resource.path);
		const { columns } = datasetTable(resource['gongkai:table']);
		const names = columns.filter(({ type }) => type !== 'date').map(({ name }) => name);
		expect(await readColumns(await bytesOf(path), names), resource.path).toEqual(await byEngine(path, names));
	}
	await fixture.remove();
});

it('reads what the engine of the browser writes', { timeout: 90_000 }, async () => {
	const engine = await startWasm(() => Promise.reject(new Error('nothing to read')));
	try {
		const written = await engine.write(copyQuerySql(tableSql(3000), 'of-browser.parquet'), 'of-browser.parquet');
		const path = join(folder, 'of-browser.parquet');
		await writeFile(path, written);
		expect(await readColumns(written.buffer, NAMES)).toEqual(await byEngine(path, NAMES));
	} finally {
		await engine.close();
	}
});

it.each([
	['unknown column: no_such', 'no_such', 'SELECT 1 AS one'],
	['column of a type that is not read: day', 'day', `SELECT DATE '2023-01-02' AS day`],
	['column of a type that is not read: instant', 'instant', `SELECT TIMESTAMP '2023-01-02 03:04:05' AS instant`],
	['column of a type that is not read: fee', 'fee', 'SELECT 1.25::DECIMAL(10, 2) AS fee'],
	['column of a type that is not read: unsigned', 'unsigned', 'SELECT 18446744073709551615::UBIGINT AS unsigned'],
	['column of a type that is not read: raw', 'raw', `SELECT 'ab'::BLOB AS raw`],
	['column of a type that is not read: list', 'list', 'SELECT [1, 2] AS list'],
	['column of a type that is not read: part', 'part', `SELECT {'x': 1} AS part`],
	['column that cannot be read: wide', 'wide', 'SELECT 9007199254740993 AS wide']
])('says: %s', async (message, name, query) => {
	const { bytes } = await written(query);
	await expect(readColumns(bytes, [name])).rejects.toThrow(message);
});

describe('of damaged bytes', () => {
	it.each([
		['of no file', () => new ArrayBuffer(0)],
		['of another file', () => new TextEncoder().encode('<!doctype html><title>404</title>').buffer],
		['cut at the end', (whole: ArrayBuffer) => whole.slice(0, -1)],
		['cut at the start', (whole: ArrayBuffer) => whole.slice(100)]
	])('tells those %s', async (_, damage) => {
		const { bytes } = await written(tableSql(500));
		await expect(readColumns(damage(bytes), NAMES)).rejects.toThrow(/Parquet|cannot be read|type that is not read/u);
	});

	it('gives an error, or as many values as there are rows, whichever bit is turned', { timeout: 60_000 }, async () => {
		const { bytes } = await written(tableSql(500));
		let errors = 0;
		for (let at = 0; at < bytes.byteLength; at += 97) {
			const turned = bytes.slice(0);
			new Uint8Array(turned)[at] = (new Uint8Array(turned)[at] ?? 0) ^ (1 << (at % 8));
			try {
				for (const values of (await readColumns(turned, NAMES)).values())
					expect(values.includes(undefined as never)).toBe(false);
			} catch (error) {
				expect(error).toBeInstanceOf(Error);
				errors += 1;
			}
		}
		expect(errors).toBeGreaterThan(0);
	});
});
