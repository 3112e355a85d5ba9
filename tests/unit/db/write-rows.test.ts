import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { EngineError, EngineLostError, isEngineLost, QueryError } from '../../../src/lib/db/gate.ts';
import { writeRows } from '../../../src/lib/db/write-rows.ts';
import { typedRows } from '../../../src/lib/export/parquet-columns.ts';
import { startWasm } from './wasm-in-node.ts';

interface Line {
	readonly agency: string;
	readonly fee: number | null;
	readonly count: number | null;
}
const LINES: readonly Line[] = [
	{ agency: '乙局', fee: 12.5, count: 3 },
	{ agency: '甲局, "x"', fee: null, count: null },
	{ agency: '丙局', fee: 0, count: 0 }
];
const COLUMNS = [
	{ name: 'Ordinal', value: (line: Line) => LINES.indexOf(line) + 7 },
	{ name: 'agency', type: 'string', value: (line: Line) => line.agency },
	{
		name: 't2.fees.amount',
		type: 'number',
		value: (line: Line) => line.fee,
		absence: (line: Line) => (line.fee === null ? 'slash' : null)
	},
	{ name: 'count', value: (line: Line) => line.count },
	{ name: 'nothing', value: () => null }
] as const;

it('types columns as told, else by their values, and status columns as text', () => {
	expect(typedRows(LINES, COLUMNS).columns).toEqual([
		{ name: 'Ordinal', type: 'integer' },
		{ name: 'agency', type: 'string' },
		{ name: 't2.fees.amount', type: 'number' },
		{ name: 't2.fees.amount.status', type: 'string' },
		{ name: 'count', type: 'integer' },
		{ name: 'nothing', type: 'string' }
	]);
	const type = (value: number | string | null) =>
		typedRows([value], [{ name: 'x', value: (one) => one }]).columns[0]?.type;
	expect([2 ** 31, 0.5, 'a'].map(type)).toEqual(['number', 'number', 'string']);
});

it(
	'writes Parquet with the engine of the browser: the rows, types and order given, the same bytes each time',
	{ timeout: 90_000 },
	async () => {
		const { columns, rows } = typedRows(LINES, COLUMNS);
		const engine = await startWasm(() => Promise.reject(new Error('nothing to read')));
		const [bytes, again, none] = [
			await writeRows(engine, columns, rows),
			await writeRows(engine, columns, rows),
			await writeRows(engine, columns, [])
		];
		await engine.close();
		expect(again).toEqual(bytes);
		const folder = await mkdtemp(join(tmpdir(), 'gongkai-rows-'));
		const read = async (name: string, content: Uint8Array): Promise<unknown> => {
			await writeFile(join(folder, name), content);
			const connection = await (await DuckDBInstance.create(':memory:')).connect();
			const result = await connection.runAndReadAll(`SELECT * FROM read_parquet('${join(folder, name)}')`);
			return { names: result.columnNames(), rows: result.getRowsJson() };
		};
		const names = ['Ordinal', 'agency', 't2.fees.amount', 't2.fees.amount.status', 'count', 'nothing'];
		expect(await read('rows.parquet', bytes)).toEqual({
			names,
			rows: [
				[7, '乙局', 12.5, 'ok', 3, null],
				[8, '甲局, "x"', null, 'slash', null, null],
				[9, '丙局', 0, 'ok', 0, null]
			]
		});
		expect(await read('none.parquet', none)).toEqual({ names, rows: [] });
	}
);

it('knows an engine that is lost from a statement that failed', () => {
	expect(isEngineLost(new QueryError('SELECT 1', new EngineLostError(new Error('gone'))))).toBe(true);
	expect(isEngineLost(new QueryError('SELECT 1', new Error('memory access out of bounds')))).toBe(true);
	expect(isEngineLost(new QueryError('SELECT x', new Error('Binder Error: no column x')))).toBe(false);
	expect(isEngineLost(new EngineError(new Error('no engine')))).toBe(false);
	expect(isEngineLost('text')).toBe(false);
});
