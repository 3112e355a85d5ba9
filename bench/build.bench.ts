import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../scripts/text-table.ts';
import { makeCellsDataset } from '../scripts/synthesize/cells/make-dataset.ts';
import { ERROR_KINDS } from '../scripts/synthesize/errors.ts';
import { MUTATIONS, readRates } from '../scripts/synthesize/mutations/registry.ts';
import { FULL_SIZES } from '../scripts/synthesize/world/world.ts';
import { machineLine } from './machine.ts';
import { keepResult } from './results.ts';

// `npm run bench:build [-- --reports 10000,100000,1000000] [--keep FOLDER]`: from cells to the finished, checked dataset, each size in a process of its
// own; with --keep the datasets stay, in a folder each, for `npm run bench:page -- --data-folder`. What is measured is kept after each size, so that a
// run that is stopped keeps the sizes before; sizes of earlier runs stand beside, each with its machine and commit.

const { values } = parseArgs({
	options: {
		reports: { type: 'string', default: '10000,100000' },
		keep: { type: 'string' },
		one: { type: 'boolean', default: false }
	}
});

/** Reports that an agency of the full country gives in seven years. */
const REPORTS_AN_AGENCY = 6.534;
const STAGES = ['parts', 'write', 'verify', 'compare', 'publish'] as const;
type Stage = (typeof STAGES)[number];
type Spent = { seconds: number; cpu: number };

interface Measured extends Spent {
	/** Where and of which commit it was measured. */
	readonly machine: string;
	readonly agencies: number;
	readonly reports: number;
	readonly stages: Readonly<Partial<Record<Stage, Spent>>>;
	/** Megabytes at most, all threads together. */
	readonly memory: number;
	/** Of Parquet, by table. */
	readonly bytes: Readonly<Record<string, number>>;
}

const cpuSeconds = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};

async function measure(agencies: number): Promise<Omit<Measured, 'machine'>> {
	const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'scale-'));
	const stages: Partial<Record<Stage, Spent>> = {};
	const start = { at: performance.now(), cpu: cpuSeconds() };
	let since: { readonly at: number; readonly cpu: number; readonly stage: Stage | null } = { ...start, stage: null };
	const turn = (stage: Stage | null): void => {
		const now = { at: performance.now(), cpu: cpuSeconds() };
		if (since.stage) stages[since.stage] = { seconds: (now.at - since.at) / 1000, cpu: now.cpu - since.cpu };
		since = { ...now, stage };
	};
	try {
		const { reports, replaced } = await makeCellsDataset({
			...{ agencies, seed: 'bench', years: [2019, 2025], sizes: FULL_SIZES, missing: 0.06, jobs: 2 },
			mutations: readRates('default', MUTATIONS),
			errors: readRates('default', ERROR_KINDS),
			out: join(folder, values.keep === undefined ? 'scale' : `of-${String(agencies)}-agencies`),
			title: { zh: '测速', en: 'Bench' },
			onStage: turn
		});
		turn(null);
		const bytes: Record<string, number> = {};
		for (const { 'gongkai:table': table, bytes: own } of replaced.dataset.resources)
			bytes[table] = (bytes[table] ?? 0) + own;
		return {
			...{ agencies, reports, stages, bytes },
			seconds: (performance.now() - start.at) / 1000,
			cpu: cpuSeconds() - start.cpu,
			memory: process.resourceUsage().maxRSS / 1024
		};
	} finally {
		if (values.keep === undefined) rmSync(folder, { recursive: true });
	}
}

const HEADER = [
	...['reports', 's', 'reports/s', 'CPU ms a report', '× the first'],
	...STAGES.slice(0, 3).map((stage) => `CPU ms ${stage}`),
	...['MB at most', 'MB Parquet', 'without cells', 'bytes a report without']
];

function rowOf({ reports, seconds, cpu, stages, memory, bytes }: Measured, first: Measured): string[] {
	const sum = Object.values(bytes).reduce((all, own) => all + own, 0);
	const without = sum - (bytes['cells'] ?? 0);
	const each = (spent: number, digits = 2): string => ((spent * 1000) / reports).toFixed(digits);
	return [
		...[String(reports), seconds.toFixed(1), (reports / seconds).toFixed(0), each(cpu)],
		(cpu / reports / (first.cpu / first.reports)).toFixed(2),
		...STAGES.slice(0, 3).map((stage) => each(stages[stage]?.cpu ?? 0)),
		...[memory.toFixed(0), (sum / 1e6).toFixed(1), (without / 1e6).toFixed(1), (without / reports).toFixed(1)]
	];
}

/** Sizes measured before, each with its machine and commit: a size is measured anew where it is asked for. */
function kept(): Map<number, Measured> {
	const path = join(import.meta.dirname, 'results/build.json');
	const { measured } = existsSync(path)
		? (JSON.parse(readFileSync(path, 'utf8')) as { measured: Measured[] })
		: { measured: [] };
	return new Map(measured.map((one) => [one.agencies, one]));
}

const inOrder = (measured: ReadonlyMap<number, Measured>): Measured[] =>
	[...measured.values()].sort((a, b) => a.agencies - b.agencies);

if (values.one) console.log(JSON.stringify(await measure(Number(values.reports))));
else {
	const measured = kept();
	for (const reports of values.reports.split(',')) {
		const machine = machineLine();
		const agencies = String(Math.round(Number(reports) / REPORTS_AN_AGENCY));
		const keep = values.keep === undefined ? [] : ['--keep', values.keep];
		const run = spawnSync(process.execPath, [import.meta.filename, '--one', '--reports', agencies, ...keep], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit']
		});
		if (run.status !== 0) throw new Error(`${reports} reports: ended with ${String(run.status)}`);
		const one = { machine, ...(JSON.parse(run.stdout) as Omit<Measured, 'machine'>) };
		measured.set(one.agencies, one);
		keepResult('build', { machine, measured: inOrder(measured) });
	}
	const all = inOrder(measured);
	const [first] = all;
	if (first)
		console.log(
			`${machineLine()}\n\n${textTable(
				HEADER,
				all.map((one) => rowOf(one, first))
			)}`
		);
}
