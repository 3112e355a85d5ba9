import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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

// `npm run bench:scale [-- --agencies 1500,15000,150000]`: from cells to the finished, checked dataset, each size in a process of its own.

const { values } = parseArgs({
	options: { agencies: { type: 'string', default: '1500,15000' }, one: { type: 'boolean', default: false } }
});

interface Measured {
	readonly agencies: number;
	readonly reports: number;
	readonly seconds: number;
	readonly cpu: number;
	/** Megabytes at most, all threads together. */
	readonly memory: number;
	readonly bytes: number;
	/** Of them in printed grids. */
	readonly grids: number;
}

async function measure(agencies: number): Promise<Measured> {
	const folder = mkdtempSync(join(tmpdir(), 'scale-'));
	const start = performance.now();
	try {
		const { reports, replaced } = await makeCellsDataset({
			...{ agencies, seed: 'bench', years: [2019, 2025], sizes: FULL_SIZES, missing: 0.06, jobs: 2 },
			mutations: readRates('default', MUTATIONS),
			errors: readRates('default', ERROR_KINDS),
			out: join(folder, 'scale'),
			title: { zh: '测速', en: 'Bench' }
		});
		const { user, system } = process.cpuUsage();
		const sum = (table?: string): number =>
			replaced.dataset.resources
				.filter((one) => table === undefined || one['gongkai:table'] === table)
				.reduce((bytes, one) => bytes + one.bytes, 0);
		return {
			...{ agencies, reports, bytes: sum(), grids: sum('cells') },
			seconds: (performance.now() - start) / 1000,
			cpu: (user + system) / 1e6,
			memory: process.resourceUsage().maxRSS / 1024
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

if (values.one) console.log(JSON.stringify(await measure(Number(values.agencies))));
else {
	const machine = machineLine();
	const measured = values.agencies.split(',').map((agencies) => {
		const run = spawnSync(process.execPath, [import.meta.filename, '--one', '--agencies', agencies], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit']
		});
		if (run.status !== 0) throw new Error(`${agencies} agencies: ended with ${String(run.status)}`);
		return JSON.parse(run.stdout) as Measured;
	});
	const header = [
		'agencies',
		'reports',
		's',
		'reports/s',
		'CPU ms a report',
		'MB at most',
		'bytes a report',
		'of it grids'
	];
	const rows = measured.map(({ agencies, reports, seconds, cpu, memory, bytes, grids }) => [
		...[String(agencies), String(reports), seconds.toFixed(1), (reports / seconds).toFixed(0)],
		...[
			((cpu * 1000) / reports).toFixed(2),
			memory.toFixed(0),
			(bytes / reports).toFixed(1),
			(grids / reports).toFixed(1)
		]
	]);
	console.log(`${machine}\n\n${textTable(header, rows)}`);
	keepResult('scale', { machine, measured });
}
