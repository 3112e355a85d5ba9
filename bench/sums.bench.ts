import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPackage } from '../scripts/build/changes.ts';
import { textTable } from '../scripts/text-table.ts';
import { APPLICANT_INDICATORS } from '../src/lib/core/indicators/index.ts';
import {
	carryOver,
	countReports,
	disputeFunnel,
	disputesByResult,
	filterOptions,
	headFigures,
	headTrends,
	indicatorValues,
	leftOut,
	NO_FILTERS,
	outcomesByYear,
	reasonTotals,
	requestVolumes
} from '../src/lib/queries/index.ts';
import type { Filters, Query } from '../src/lib/queries/index.ts';
import { readSums } from '../src/lib/state/open-sums.ts';
import { machineLine } from './machine.ts';
import { quantile } from './results.ts';

// `npm run -s bench:sums [-- --data FOLDER]`: milliseconds in which the tables of sums of a dataset are read, and answer each question of the overview
// for a change of the levels: the first change, for which columns are looked at for the first time, and the middle of those after it.

const { values } = parseArgs({ options: { data: { type: 'string', default: 'static/data/real' } } });
const ROUNDS = 5;

const QUESTIONS: Readonly<Record<string, (filters: Filters) => Query<unknown>>> = {
	countReports,
	headFigures,
	headTrends,
	requestVolumes,
	outcomesByYear,
	leftOut,
	carryOver,
	disputeFunnel,
	disputesByResult,
	'reasonTotals, denied': (filters) => reasonTotals(filters, 'denied'),
	'reasonTotals, unable': (filters) => reasonTotals(filters, 'unable'),
	'indicatorValues of applicants': (filters) => indicatorValues(APPLICANT_INDICATORS, filters),
	filterOptions
};

const { resources } = await readPackage(values.data);
const began = performance.now();
const sums = await readSums(async (table) => {
	const found = resources.find((resource) => resource['gongkai:table'] === table);
	if (!found) throw new Error(`no table of sums in ${values.data}: ${table}`);
	return Uint8Array.from(await readFile(join(values.data, found.path)));
});
const read = performance.now() - began;

const levels = [...new Set(sums.reports.column('level'))].filter((level) => typeof level === 'string');
const spent = new Map<string, number[]>(Object.keys(QUESTIONS).map((name) => [name, []]));
// A change that was answered before is answered from what is kept: other years make each another one.
for (let round = 0; round < ROUNDS; round += 1)
	for (const at of levels.keys()) {
		const filters = { ...NO_FILTERS, levels: levels.slice(0, at + 1), years: [2019 + round, 2024, 2023, 2022, 2021] };
		for (const [name, question] of Object.entries(QUESTIONS)) {
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
