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
// Node), once the copies of its tables stand and from the files alone, beside native DuckDB with one thread, on the same Parquet; those
// that are sums over reports also by Arquero, and by a loop over typed arrays as the limit.

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

interface Cost {
	/** Milliseconds by the clock: least and median. */
	readonly least: number;
	readonly median: number;
	/** Milliseconds of the processor at least, which other work on the machine hardly changes. */
	readonly processor: number;
}

/** The same question to each engine in turn, so that what else the machine does falls on all of them; the first round is not counted. */
async function askedInTurn(engines: readonly Dataset[], sql: string, rounds: number): Promise<Cost[]> {
	const spent = engines.map((): { clock: number; processor: number }[] => []);
	for (let round = 0; round <= rounds; round += 1) {
		for (const [at, engine] of engines.entries()) {
			const [start, before] = [performance.now(), process.cpuUsage()];
			await engine.query(sql);
			const { user, system } = process.cpuUsage(before);
			if (round > 0) spent[at]?.push({ clock: performance.now() - start, processor: (user + system) / 1000 });
		}
	}
	return spent.map((each) => {
		const clock = each.map((one) => one.clock).sort((a, b) => a - b);
		const processor = Math.min(...each.map((one) => one.processor));
		return { least: least(clock), median: quantile(clock, 0.5), processor };
	});
}

const IDLE_MS = 200;
const IDLE_TIMES = 10;

/** Waits until the engine makes no more copies of tables. */
async function settled(engine: Dataset): Promise<void> {
	let [before, same] = ['', 0];
	while (same < IDLE_TIMES) {
		await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
		const now = JSON.stringify(
			await engine.query(`SELECT view_name, sql FROM duckdb_views() WHERE NOT internal ORDER BY view_name`)
		);
		[before, same] = [now, now === before ? same + 1 : 0];
	}
}

const runs = Number(values.runs);
const dataPackage = JSON.parse(await readFile(join(values.data, 'datapackage.json'), 'utf8')) as DataPackage;
const native = await openDataset(values.data);
const wasm = await openOnWasm(values.data);
const fromFiles = await openOnWasm(values.data, 'eh', 'from the files');
await native.query('SET threads = 1');
await native.ensure(['reports', 'agencies']);
const [size] = await native.query('SELECT count(*)::INTEGER AS reports FROM reports');
const [first] = await native.query(
	`SELECT agency_id, province FROM agencies WHERE type = 'government' AND county IS NOT NULL ORDER BY agency_id LIMIT 1`
);
const questions = questionsOn(String(first?.['province']), String(first?.['agency_id']));
const engines = [native, wasm, fromFiles];
for (const { query } of questions) for (const engine of engines) await engine.ensure(query.tables, query.years);
await settled(wasm);
const results = [];
for (const { name, query } of questions) {
	const [there, ...here] = await Promise.all(engines.map((engine) => engine.query(query.sql)));
	for (const rows of here)
		if (there?.length !== rows.length)
			throw new Error(`${name}: ${String(there?.length)} rows natively, ${rows.length} in WebAssembly`);
	const [one, two, three] = (await askedInTurn(engines, query.sql, runs)) as [Cost, Cost, Cost];
	const rows = there?.length ?? 0;
	const ratio = two.processor / one.processor;
	results.push({
		name,
		rows,
		native: one,
		wasm: two,
		fromFiles: three,
		ratio,
		ofFiles: three.processor / one.processor
	});
}
const beside = await sumsBeside(native, String(first?.['province']));
await native.close();
await wasm.close();
await fromFiles.close();

const ms = (value: number): string => value.toFixed(1);
const sumsOf = (name: string, wasm: number): string[] => {
	const times = beside.get(name);
	if (!times) return ['–', '–', '–'];
	return [ms(times.arquero), times.loop.toFixed(2), (wasm / times.loop).toFixed(0)];
};
const machine = machineLine();
console.log(`${machine}\n${values.data}: ${String(size?.['reports'])} reports, ${String(runs)} runs each, warm\n`);
const header = [
	...['question', 'rows', 'native ms', 'WASM ms', 'from files ms', 'WASM / native', 'files / native'],
	...['Arquero ms', 'loop ms', 'WASM / loop']
];
console.log(
	textTable(
		header,
		results.map(({ name, rows, native: one, wasm: two, fromFiles: three, ratio, ofFiles }) => [
			...[name, String(rows), ...[one, two, three].map(({ processor }) => ms(processor))],
			...[ratio.toFixed(2), ofFiles.toFixed(2), ...sumsOf(name, two.processor)]
		])
	)
);
const middle = (ratios: readonly number[]): string => {
	const sorted = [...ratios].sort((a, b) => a - b);
	return `median ${quantile(sorted, 0.5).toFixed(2)}, largest ${(sorted.at(-1) ?? Number.NaN).toFixed(2)}`;
};
console.log(`\nof the processor at least; WASM / native: ${middle(results.map(({ ratio }) => ratio))};`);
console.log(`from files: ${middle(results.map(({ ofFiles }) => ofFiles))}`);
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
