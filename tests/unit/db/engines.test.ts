import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { QueryError } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import { writeFixture } from './fixture.ts';
import { openOnWasm } from './wasm-in-node.ts';

let fixture: Awaited<ReturnType<typeof writeFixture>>;
beforeAll(async () => {
	fixture = await writeFixture();
});
afterAll(() => fixture.remove());

const ENGINES: [string, (folder: string) => Promise<Dataset>][] = [
	['@duckdb/node-api', openDataset],
	['DuckDB-WASM, eh', openOnWasm],
	['DuckDB-WASM, mvp', (folder) => openOnWasm(folder, 'mvp')]
];

describe.each(ENGINES)('a dataset on %s', (_, open) => {
	let dataset: Dataset;
	beforeAll(async () => {
		dataset = await open(fixture.folder);
	});
	afterAll(() => dataset.close());

	it('gives counts, sums, decimals, days and absences as plain values', async () => {
		const [row] =
			await dataset.query(`SELECT 1::BIGINT AS big, sum(x) AS sum, sum(x)::DOUBLE AS cast_sum, -2::HUGEINT AS negative,
			1.25::DECIMAL(10, 2) AS dec, -0.05::DECIMAL(10, 2) AS small, DATE '2023-02-03' AS day, TIMESTAMP '2023-02-03 04:05:06' AS instant,
			true AS yes, '甲' AS word, NULL AS nothing, 9007199254740993 AS past, NULL::DATE AS no_day, sum(NULL::INTEGER) AS no_sum,
			[1, 2] AS list FROM (VALUES (1), (2)) v(x)`);
		expect(row).toEqual({
			big: 1,
			sum: 3,
			cast_sum: 3,
			negative: -2,
			dec: 1.25,
			small: -0.05,
			day: '2023-02-03',
			instant: '2023-02-03T04:05:06.000Z',
			yes: true,
			word: '甲',
			nothing: null,
			past: '9007199254740993',
			no_day: null,
			no_sum: null,
			list: '[1,2]'
		});
	});

	it('keeps all rows of a long result, in order', async () => {
		const rows = await dataset.query('SELECT range::INTEGER AS i FROM range(10000) ORDER BY range DESC');
		expect(rows.length).toBe(10_000);
		expect(rows[0]).toEqual({ i: 9999 });
		expect(rows[9999]).toEqual({ i: 0 });
	});

	it('gives no rows for an empty result', async () => {
		expect(await dataset.query('SELECT 1 AS one WHERE false')).toEqual([]);
	});

	it('makes views of the asked years, and adds years later', async () => {
		await dataset.ensure(['reports'], [2019]);
		expect(await dataset.query('SELECT DISTINCT year FROM reports ORDER BY year')).toEqual([{ year: 2019 }]);
		await dataset.ensure(['reports'], [2023]);
		expect(await dataset.query('SELECT DISTINCT year FROM reports ORDER BY year')).toEqual([
			{ year: 2019 },
			{ year: 2023 }
		]);
		await Promise.all([dataset.ensure(['reports', 'requests']), dataset.ensure(['reports'], [2022])]);
		expect(await dataset.query('SELECT count(*)::INTEGER AS n FROM reports')).toEqual([{ n: 10 }]);
		expect(await dataset.query('SELECT count(*)::INTEGER AS n FROM requests')).toEqual([{ n: 54 }]);
	});

	it('has an empty view with the right columns where there is no file', async () => {
		await dataset.ensure(['problems', 'cells'], [1999]);
		expect(await dataset.query('SELECT source, ordinal, found FROM problems')).toEqual([]);
		expect(await dataset.query('SELECT cell, value FROM cells')).toEqual([]);
	});

	it('reads text and dates as they were written', async () => {
		await dataset.ensure(['agencies', 'sources']);
		expect(await dataset.query(`SELECT agency, code, province FROM agencies WHERE agency_id = 'x-quotes'`)).toEqual([
			{ agency: `乌有'局"; --`, code: null, province: `乌有'省"; DROP` }
		]);
		expect(await dataset.query(`SELECT collected FROM sources WHERE collected IS NOT NULL`)).toEqual([
			{ collected: '2020-02-01' }
		]);
	});

	it('keeps the SQL and the cause of a statement that fails, and goes on', async () => {
		const error = await dataset.query('SELECT nonsense FROM nowhere').catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(QueryError);
		expect((error as QueryError).sql).toBe('SELECT nonsense FROM nowhere');
		expect((error as QueryError).message).toContain('nowhere');
		expect((error as QueryError).cause).toBeInstanceOf(Error);
		expect(await dataset.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
	});

	it('lets an aborted caller go at once, and answers the next statement', async () => {
		const controller = new AbortController();
		const slow = dataset.query('SELECT sum(sqrt(range)) AS s FROM range(2000000000)', controller.signal);
		const queued = dataset.query('SELECT 2 AS two', controller.signal);
		const next = dataset.query('SELECT 3 AS three');
		setTimeout(() => controller.abort(new Error('a newer question')), 50);
		await expect(slow).rejects.toThrow('a newer question');
		await expect(queued).rejects.toThrow('a newer question');
		const start = performance.now();
		expect(await next).toEqual([{ three: 3 }]);
		expect(performance.now() - start).toBeLessThan(5000);
	});

	it('does not run a statement whose signal has aborted before', async () => {
		await expect(dataset.query('SELECT 1', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
	});

	it('rejects what still runs or waits when it is closed', async () => {
		const other = await open(fixture.folder);
		const running = other
			.query('SELECT sum(sqrt(range)) AS s FROM range(2000000000)')
			.catch((reason: unknown) => reason);
		const waiting = other.query('SELECT 1 AS one').catch((reason: unknown) => reason);
		await new Promise((done) => setTimeout(done, 50));
		await other.close();
		expect(await running).toBeInstanceOf(QueryError);
		expect(await waiting).toBeInstanceOf(QueryError);
	});

	it('means exactly the text of a literal', async () => {
		const { literal } = await import('../../../src/lib/db/sql.ts');
		for (const text of [`'`, `''; DROP VIEW reports; --`, '\\', '\n', 'a\0b', '"', '甲', '😀', '', '%_', '$$']) {
			expect(
				await dataset.query(`SELECT ${literal(text)} = ${literal(text)} AS same, length(${literal(text)}) AS n`)
			).toEqual([{ same: true, n: [...text].length }]);
			if (!text.includes('\0')) expect(await dataset.query(`SELECT ${literal(text)} AS t`)).toEqual([{ t: text }]);
		}
	});
});

describe('tables held in the memory of the engine', () => {
	it('answer the same as the files, once all of a table’s are there', async () => {
		const dataset = await openOnWasm(fixture.folder);
		const sql = 'SELECT agency_id, year, scope, "t3.new.total" FROM reports ORDER BY agency_id, year';
		await dataset.ensure(['reports'], [2019, 2023]);
		const later = (): number => 9;
		const isHeld = `SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE schema_name = 'held'`;
		expect(await dataset.query(isHeld, undefined, later)).toEqual([{ n: 0 }]);
		await dataset.ensure(['reports']);
		const fromFiles = await dataset.query(sql);
		expect(await dataset.query(isHeld, undefined, later)).toEqual([{ n: 1 }]);
		expect(fromFiles.length).toBe(10);
		expect(await dataset.query(sql)).toEqual(fromFiles);
		await dataset.close();
	});
});
