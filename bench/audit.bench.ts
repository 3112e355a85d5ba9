import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { auditAgency, auditHard, auditReport } from '../src/lib/core/audit/index.ts';
import { auditAll } from '../src/lib/core/dataset/audit-all.ts';
import { RuleCounts } from '../src/lib/core/dataset/verdicts.ts';
import type { Report } from '../src/lib/core/extract/report.ts';
import { textTable } from '../scripts/text-table.ts';
import { inventAgencies } from './audit-samples.ts';
import type { Sample } from './audit-samples.ts';
import { machineLine } from './machine.ts';

// `npm run bench:audit [-- --seconds 3] [--cores 2]`: how many reports a second are audited from extracted cells, on worker threads. The
// agencies are invented, five years each, consistent but for one report in ten, and stand in memory as the extraction leaves them.

interface Task {
	readonly name: string;
	/** Audits one agency; gives how many verdicts came of it. */
	readonly run: (sample: Sample) => number;
}

const each =
	(audit: (report: Report) => readonly unknown[]) =>
	(sample: Sample): number =>
		sample.reports.reduce((sum, report) => sum + audit(report).length, 0);

function verdictsOf({ reports, facts }: Sample): number {
	let sum = 0;
	for (const findings of auditAgency(reports, facts).values()) sum += findings.length;
	return sum;
}

const TASKS: readonly Task[] = [
	{ name: 'identities, tables three and four', run: each(auditReport) },
	{ name: 'hard rules', run: each(auditHard) },
	{ name: 'all rules, years included', run: ({ bare, ...rest }) => verdictsOf({ ...rest, bare, reports: bare }) },
	{ name: 'all rules, prose as well', run: verdictsOf },
	{
		name: 'all rules, findings and counts as rows',
		run: ({ entries }) => auditAll(entries, new RuleCounts(), []).findings.length
	}
];

interface Measured {
	readonly reports: number;
	readonly seconds: number;
	/** Seconds that this thread was on a processor: less than `seconds` where the machine has other work. */
	readonly cpu: number;
	readonly verdicts: number;
}

function measure(name: string, seconds: number): Measured {
	const samples = inventAgencies();
	const task = TASKS.find((one) => one.name === name);
	if (!task) throw new Error(`unknown task: ${name}`);
	for (const sample of samples) task.run(sample);
	const [start, cpu] = [performance.now(), process.threadCpuUsage()];
	let [reports, verdicts] = [0, 0];
	for (let index = 0; performance.now() - start < seconds * 1000; index += 1) {
		const sample = samples[index % samples.length];
		if (!sample) throw new Error('no sample');
		verdicts += task.run(sample);
		reports += sample.reports.length;
	}
	const used = process.threadCpuUsage(cpu);
	return { reports, seconds: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6, verdicts };
}

function onWorker(task: string, seconds: number): Promise<Measured> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL(import.meta.url), { workerData: { task, seconds } });
		worker.once('message', resolve);
		worker.once('error', reject);
	});
}

const rate = (value: number): string => Math.round(value).toLocaleString('en');

if (isMainThread) {
	const { values } = parseArgs({ options: { seconds: { type: 'string', default: '3' }, cores: { type: 'string' } } });
	const seconds = Number(values.seconds);
	const cores = Number(values.cores ?? Math.min(2, availableParallelism()));
	console.log(`${machineLine()}\n`);
	const rows: string[][] = [];
	for (const { name } of TASKS) {
		const all = await Promise.all(Array.from({ length: cores }, () => onWorker(name, seconds)));
		const sum = (of: (one: Measured) => number): number => all.reduce((total, one) => total + of(one), 0);
		const reports = sum((one) => one.reports);
		rows.push([
			name,
			rate(sum((one) => one.reports / one.seconds)),
			rate((cores * reports) / sum((one) => one.cpu)),
			(sum((one) => one.verdicts) / reports).toFixed(1)
		]);
	}
	console.log(
		textTable(['task', `reports/s on ${String(cores)} threads`, `of ${String(cores)} whole cores`, 'verdicts'], rows)
	);
	console.log(
		'\n"whole cores" counts only the time that the threads were given: what other work on the machine takes is left out.'
	);
} else {
	const { task, seconds } = workerData as { task: string; seconds: number };
	parentPort?.postMessage(measure(task, seconds));
}
