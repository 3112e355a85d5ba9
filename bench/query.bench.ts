import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Dataset } from '../src/lib/db/gate.ts';
import type { DataPackage } from '../src/lib/core/dataset/index.ts';
import { openDataset } from '../src/lib/db/node.ts';
import { openOnWasm } from '../tests/unit/db/wasm-in-node.ts';
import { textTable } from '../scripts/text-table.ts';
import { machineLine } from './machine.ts';
import { asArquero, asLoop, columnsOf, groupSumsOn, toldByDuckDB } from './group-sums.ts';
import type { Told } from './group-sums.ts';
import { questionsOn } from './questions.ts';
import { keepResult, quantile } from './results.ts';

// `npm run bench:query [-- --data static/data/demo --runs 5]`: twenty questions of the pages on the engine of the browser (its build for
// Node) beside native DuckDB with one thread, on the same Parquet; those that are sums over reports also by Arquero, and by a loop over
// typed arrays as the limit.

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

/** The same groups and sums by Arquero and by a loop, in milliseconds at least; all three must give the same figures. */
async function sumsBeside(native: Dataset, province: string): Promise<Map<string, { arquero: number; loop: number }>> {
	const all = groupSumsOn(province);
	const columns = await columnsOf(native, all);
	const arquero = asArquero(columns);
	const times = new Map<string, { arquero: number; loop: number }>();
	for (const sums of all) {
		const [byArquero, byLoop] = [arquero(sums), asLoop(columns, sums)];
		const told = JSON.stringify([await toldByDuckDB(native, sums), byArquero(), byLoop()]);
		const [first, second, third] = JSON.parse(told) as Told[];
		const same = (other: Told | undefined): boolean =>
			other?.groups === first?.groups &&
			other?.count === first?.count &&
			Math.abs((other?.sum ?? Number.NaN) - (first?.sum ?? 0)) < 1e-6 * Math.abs(first?.sum ?? 0) + 1e-9;
		if (!same(second) || !same(third)) throw new Error(`${sums.question}: other sums: ${told}`);
		times.set(sums.question, {
			arquero: least(await timed(runs, byArquero)),
			loop: least(await timed(runs * 4, byLoop))
		});
	}
	return times;
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
const beside = await sumsBeside(native, String(first?.['province']));
await native.close();
await wasm.close();

const ms = (value: number): string => value.toFixed(1);
const sumsOf = (name: string, wasm: number): string[] => {
	const times = beside.get(name);
	if (!times) return ['–', '–', '–'];
	return [ms(times.arquero), times.loop.toFixed(2), (wasm / times.loop).toFixed(0)];
};
const machine = machineLine();
console.log(`${machine}\n${values.data}: ${String(size?.['reports'])} reports, ${String(runs)} runs each, warm\n`);
const header = [
	...['question', 'rows', 'native ms, least', 'median', 'WASM ms, least', 'median', 'WASM / native'],
	...['Arquero ms', 'loop ms', 'WASM / loop']
];
console.log(
	textTable(
		header,
		results.map(({ name, rows, native: one, wasm: two, ratio }) => [
			...[name, String(rows), ms(one.least), ms(one.median), ms(two.least), ms(two.median), ratio.toFixed(2)],
			...sumsOf(name, two.least)
		])
	)
);
const ratios = results.map(({ ratio }) => ratio).sort((a, b) => a - b);
console.log(`\nratio: median ${quantile(ratios, 0.5).toFixed(2)}, largest ${(ratios.at(-1) ?? Number.NaN).toFixed(2)}`);
console.log(
	'Arquero and loop: the sums that the question rests on, from columns that stand in memory; –: no sums over reports'
);
const record = {
	machine,
	build: dataPackage['gongkai:build'],
	reports: size?.['reports'],
	runs,
	results: results.map((one) => ({ ...one, ...beside.get(one.name) }))
};
console.log(keepResult(`query-${basename(values.data)}`, record));
