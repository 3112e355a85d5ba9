import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataPackage } from '../../../src/lib/core/dataset/package.ts';
import { METHOD } from '../../../src/lib/format/method.ts';
import { isEngineLost, isTooLarge, MEMORY_GB } from '../../../src/lib/db/gate.ts';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { narrowerViews } from '../../../src/lib/components/figure/narrower.ts';
import { writeFixture } from './fixture.ts';
import { openOnWasm } from './wasm-in-node.ts';

let fixture: Awaited<ReturnType<typeof writeFixture>>;
let dataset: Dataset;
beforeAll(async () => {
	fixture = await writeFixture();
	dataset = await openOnWasm(fixture.folder);
});
afterAll(async () => {
	await dataset.close();
	await fixture.remove();
});

const LARGE = 'SELECT list(i) AS all_of_them FROM range(40000000) t(i)';
const refusal = (): Promise<unknown> => dataset.query(LARGE).catch((error: unknown) => error);

describe('the memory of the engine in the browser', () => {
	it('is bounded, and the bound is said on the method page', async () => {
		expect(await dataset.query(`SELECT value FROM duckdb_settings() WHERE name = 'memory_limit'`)).toEqual([
			{ value: `${MEMORY_GB}.0GB` }
		]);
		const words = METHOD.flatMap(({ paragraphs }) => paragraphs);
		expect(words.filter(({ zh, en }) => zh.includes(`${MEMORY_GB} GB`) && en.includes(`${MEMORY_GB} GB`)).length).toBe(
			1
		);
	});

	it('is not exceeded: the question is refused, copies of tables are let go, and the engine goes on', async () => {
		await dataset.ensure(['reports']);
		const held = `SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE schema_name = 'held'`;
		expect(await dataset.query(held, undefined, () => 9)).toEqual([{ n: 1 }]);
		await dataset.query(`SET memory_limit = '40MB'`);
		const error = await refusal();
		expect(isTooLarge(error)).toBe(true);
		expect(isEngineLost(error)).toBe(false);
		expect(await dataset.query(held)).toEqual([{ n: 0 }]);
		await dataset.query(`SET memory_limit = '${MEMORY_GB}GB'`);
		expect(await dataset.query('SELECT count(*)::INTEGER AS n FROM reports')).toEqual([{ n: 10 }]);
	});

	it('offers the newest years of the same view, as far as these are fewer', () => {
		const resources = [2019, 2020, 2021, 2022, 2023].map((year) => ({
			'gongkai:table': 'reports',
			'gongkai:year': year
		}));
		const dataPackage = { resources } as unknown as DataPackage;
		const years = (search: string): (readonly number[])[] => narrowerViews(dataPackage, search).map((one) => one.years);
		expect(years('')).toEqual([[2021, 2022, 2023], [2023]]);
		expect(years('?year=2019-2021')).toEqual([[2023]]);
		expect(years('?year=2022')).toEqual([]);
		const [first] = narrowerViews(dataPackage, '?province=甲&outcomes=share');
		expect(Object.fromEntries(new URLSearchParams(first?.search))).toEqual({
			province: '甲',
			outcomes: 'share',
			year: '2021-2023'
		});
	});
});
