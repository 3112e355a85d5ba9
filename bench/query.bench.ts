import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Dataset } from '../src/lib/db/gate.ts';
import type { DataPackage } from '../src/lib/core/dataset/index.ts';
import { openDataset } from '../src/lib/db/node.ts';
import { openOnWasm } from '../tests/unit/db/wasm-in-node.ts';
import { textTable } from '../scripts/text-table.ts';
import { machineLine } from './machine.ts';
import { questionsOn } from './questions.ts';
import { keepResult, quantile } from './results.ts';

// `npm run bench:query [-- --data static/data/demo --runs 5]`: twenty questions of the pages on the engine of the browser (its build for
// Node) beside native DuckDB with one thread, on the same Parquet, and the first of them beside a loop over typed arrays as the limit.

const { values } = parseArgs({
	options: { data: { type: 'string', default: 'static/data/demo' }, runs: { type: 'string', default: '5' } }
});

/** Milliseconds of each of the runs, after one that is not counted. */
async function timed(runs: number, work: () => unknown): Promise<number[]> {
	await work();
	const times: number[] = [];
	for (let run = 0; run < runs; run += 1) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	return times.sort((a, b) => a - b);
}

const least = (times: readonly number[]): number => times[0] ?? Number.NaN;

/** Sums by year and scope, as fast as a loop can: what it reads stands in typed arrays already. */
async function limitOf(native: Dataset): Promise<() => Float64Array> {
	const rows = await native.query(
		`SELECT year::INTEGER AS year, dense_rank() OVER (ORDER BY scope)::INTEGER - 1 AS scope,
		"t3.new.total" AS new, "t3.carried_in.total" AS carried_in, "t3.carried_out.total" AS carried_out FROM reports`
	);
	const column = (name: string): Float64Array =>
		Float64Array.from(rows, (row) => (row[name] === null ? Number.NaN : Number(row[name])));
	const [year, scope] = [Int32Array.from(column('year')), Int32Array.from(column('scope'))];
	const figures = [column('new'), column('carried_in'), column('carried_out')];
	return () => {
		const sums = new Float64Array(16 * 16 * 7);
		for (let at = 0; at < year.length; at += 1) {
			const group = (((year[at] ?? 0) - 2019) * 16 + (scope[at] ?? 0)) * 7;
			sums[group] = (sums[group] ?? 0) + 1;
			for (const [index, figure] of figures.entries()) {
				const value = figure[at] ?? Number.NaN;
				if (Number.isNaN(value)) continue;
				sums[group + 1 + index * 2] = (sums[group + 1 + index * 2] ?? 0) + value;
				sums[group + 2 + index * 2] = (sums[group + 2 + index * 2] ?? 0) + 1;
			}
		}
		return sums;
	};
}

const runs = Number(values.runs);
const dataPackage = JSON.parse(await readFile(join(values.data, 'datapackage.json'), 'utf8')) as DataPackage;
const native = await openDataset(values.data);
const wasm = await openOnWasm(values.data);
await native.query('SET threads = 1');
await native.ensure(['reports', 'agencies']);
const [size] = await native.query('SELECT count(*)::INTEGER AS reports FROM reports');
const [first] = await native.query(
	`SELECT agency_id, province FROM agencies WHERE type = 'government' AND county IS NOT NULL ORDER BY agency_id LIMIT 1`
);
const questions = questionsOn(String(first?.['province']), String(first?.['agency_id']));
const results = [];
for (const { name, query } of questions) {
	await native.ensure(query.tables, query.years);
	await wasm.ensure(query.tables, query.years);
	const [there, here] = [await native.query(query.sql), await wasm.query(query.sql)];
	if (there.length !== here.length)
		throw new Error(`${name}: ${there.length} rows natively, ${here.length} in WebAssembly`);
	const ofNative = await timed(runs, () => native.query(query.sql));
	const ofWasm = await timed(runs, () => wasm.query(query.sql));
	results.push({
		name,
		rows: there.length,
		native: { least: least(ofNative), median: quantile(ofNative, 0.5) },
		wasm: { least: least(ofWasm), median: quantile(ofWasm, 0.5) },
		ratio: least(ofWasm) / least(ofNative)
	});
}
const loop = await timed(runs * 4, await limitOf(native));
await native.close();
await wasm.close();

const ms = (value: number): string => value.toFixed(1);
const machine = machineLine();
console.log(`${machine}\n${values.data}: ${String(size?.['reports'])} reports, ${String(runs)} runs each, warm\n`);
const header = ['question', 'rows', 'native ms, least', 'median', 'WASM ms, least', 'median', 'WASM / native'];
console.log(
	textTable(
		header,
		results.map(({ name, rows, native: one, wasm: two, ratio }) => [
			...[name, String(rows), ms(one.least), ms(one.median), ms(two.least), ms(two.median), ratio.toFixed(2)]
		])
	)
);
const ratios = results.map(({ ratio }) => ratio).sort((a, b) => a - b);
console.log(`\nratio: median ${quantile(ratios, 0.5).toFixed(2)}, largest ${(ratios.at(-1) ?? Number.NaN).toFixed(2)}`);
console.log(`the first question as a loop over typed arrays: ${least(loop).toFixed(2)} ms`);
const record = {
	machine,
	build: dataPackage['gongkai:build'],
	reports: size?.['reports'],
	runs,
	results,
	loop: least(loop)
};
console.log(keepResult(`query-${basename(values.data)}`, record));
