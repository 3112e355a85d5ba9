import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPackage } from '../scripts/build/changes.ts';
import { textTable } from '../scripts/text-table.ts';
import { SUMS_TABLES } from '../src/lib/core/dataset/index.ts';
import { resourcesOf } from '../src/lib/db/views.ts';
import { NO_FILTERS } from '../src/lib/queries/index.ts';
import { readSums } from '../src/lib/state/open-sums.ts';
import { machineLine } from './machine.ts';
import { SUMMED_QUESTIONS } from './questions.ts';
import { quantile } from './results.ts';

// `npm run -s bench:sums [-- --data FOLDER]`: milliseconds in which the tables of sums of a dataset are read, and answer each question of the overview
// for a change of the levels: the first change, for which columns are looked at for the first time, and the middle of those after it.

const { values } = parseArgs({ options: { data: { type: 'string', default: 'static/data/real' } } });
const ROUNDS = 5;

const dataPackage = await readPackage(values.data);
const began = performance.now();
const files = SUMS_TABLES.flatMap((table) => resourcesOf(dataPackage, table)).map(
	async ({ path, 'gongkai:table': table }) => [table, Uint8Array.from(await readFile(join(values.data, path)))] as const
);
const sums = await readSums(new Map(await Promise.all(files)));
const read = performance.now() - began;

const levels = [...new Set(sums.reports.column('level'))].filter((level) => typeof level === 'string');
const spent = new Map<string, number[]>(Object.keys(SUMMED_QUESTIONS).map((name) => [name, []]));
// A change that was answered before is answered from what is kept: other years make each another one.
for (let round = 0; round < ROUNDS; round += 1)
	for (const at of levels.keys()) {
		const filters = { ...NO_FILTERS, levels: levels.slice(0, at + 1), years: [2019 + round, 2024, 2023, 2022, 2021] };
		for (const [name, question] of Object.entries(SUMMED_QUESTIONS)) {
			const from = performance.now();
			question(filters).fromSums?.(sums);
			spent.get(name)?.push(performance.now() - from);
		}
	}

const rows = Array.from(spent, ([name, all]) => ({ name, first: all[0] ?? NaN, then: quantile(all.slice(1), 0.5) }));
const together = (part: 'first' | 'then'): number => rows.reduce((sum, row) => sum + row[part], 0);
console.log(machineLine());
console.log(
	`${values.data}: ${String(sums.reports.column('year').length)} rows of summary, read in ${read.toFixed(0)} ms\n`
);
console.log(
	textTable(
		['question', 'first ms', 'then ms'],
		[...rows, { name: 'together', first: together('first'), then: together('then') }].map(({ name, first, then }) => [
			name,
			first.toFixed(1),
			then.toFixed(1)
		])
	)
);
