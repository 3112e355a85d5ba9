import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { auditHard, auditReport, auditWhole } from '../src/lib/core/audit/index.ts';
import type { Finding } from '../src/lib/core/audit/index.ts';
import type { Report } from '../src/lib/core/extract/report.ts';
import { APPLICANTS, RESULTS, formCells, tableThreeRows } from '../src/lib/core/form/index.ts';
import type { CellKey } from '../src/lib/core/form/index.ts';

// `node bench/audit.bench.ts [seconds] [cores]` prints how many reports a second are audited from extracted cells. The reports are
// invented, consistent but for one in ten, and stand in memory as the extraction leaves them.

const REPORTS = 2000;
const BATCH = 500;

/** A small generator of the same numbers on every run. */
function randomFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state % below;
	};
}

function figuresOf(random: (below: number) => number): Map<CellKey, number> {
	const figures = new Map<CellKey, number>();
	const rows = tableThreeRows('2021');
	const outcomes = rows.filter((row) => row.group !== undefined);
	const columns = APPLICANTS.map((applicant) => applicant.id);
	for (const column of columns) {
		let closed = 0;
		for (const row of outcomes) {
			const value = random(6) === 0 ? random(90) : 0;
			closed += value;
			figures.set(`t3.${row.id}.${column}`, value);
		}
		const carriedOut = random(5);
		const carriedIn = Math.min(random(5), closed + carriedOut);
		figures.set(`t3.closed.${column}`, closed);
		figures.set(`t3.carried_out.${column}`, carriedOut);
		figures.set(`t3.carried_in.${column}`, carriedIn);
		figures.set(`t3.new.${column}`, closed + carriedOut - carriedIn);
	}
	for (const row of rows) {
		const total = columns.reduce((sum, column) => sum + (figures.get(`t3.${row.id}.${column}`) ?? 0), 0);
		figures.set(`t3.${row.id}.total`, total);
	}
	for (const dispute of ['review', 'suit_direct', 'suit_after_review']) {
		let total = 0;
		for (const result of RESULTS) {
			const value = result.id === 'total' ? total : random(4);
			figures.set(`t4.${dispute}.${result.id}`, value);
			total += value;
		}
	}
	for (const cell of formCells('t2', '2021')) figures.set(cell.key, cell.row === 'rules' ? 0 : random(3000));
	return figures;
}

function inventReport(random: (below: number) => number): Report {
	const figures = figuresOf(random);
	const keys = [...figures.keys()];
	const wrong = random(10) === 0 ? keys[random(keys.length)] : undefined;
	if (wrong !== undefined) figures.set(wrong, (figures.get(wrong) ?? 0) + 1);
	const cells = Object.fromEntries(
		[...figures].map(([key, v], index) => [key, { v, raw: String(v), at: { table: 1, row: index, col: 1 } }])
	);
	const received = figures.get('t3.new.total') ?? 0;
	const closed = figures.get('t3.closed.total') ?? 0;
	const text = `(二)依申请公开。2023年,我局共收到政府信息公开申请${received}件,办结${closed}件,其中予以公开${figures.get('t3.granted.total') ?? 0}件。`;
	const report: Report = {
		file: 'invented.txt',
		reader: 'text',
		agency: '甲县乙局',
		year: 2023,
		title: null,
		formats: { t2: '2021', t3: '2021', t4: '2021' },
		cells,
		problems: [],
		sections: [{ id: 's1', heading: '一、总体情况', paragraphs: [{ line: 3, text }] }],
		copies: 1
	};
	return JSON.parse(JSON.stringify(report)) as Report;
}

const TASKS: Readonly<Record<string, (report: Report) => readonly Finding[]>> = {
	'identities (auditReport)': auditReport,
	'hard rules (auditHard)': auditHard,
	'all rules, with prose (auditWhole)': auditWhole
};

/** Reports a second of one task in this thread, and the findings of a pass so that no work can be left out. */
function measure(task: string, seconds: number): { readonly rate: number; readonly findings: number } {
	const random = randomFrom(20240131);
	const reports = Array.from({ length: REPORTS }, () => inventReport(random));
	const run = TASKS[task];
	if (!run) throw new Error(`unknown task: ${task}`);
	for (const report of reports) run(report);
	const start = performance.now();
	let done = 0;
	let findings = 0;
	while (performance.now() - start < seconds * 1000) {
		for (let index = 0; index < BATCH; index += 1) {
			const report = reports[(done + index) % REPORTS];
			if (report) findings += run(report).length;
		}
		done += BATCH;
	}
	return { rate: (done * 1000) / (performance.now() - start), findings: findings / done };
}

async function measureOn(cores: number, task: string, seconds: number): Promise<{ rate: number; findings: number }> {
	const results = await Promise.all(
		Array.from(
			{ length: cores },
			() =>
				new Promise<{ rate: number; findings: number }>((resolve, reject) => {
					const worker = new Worker(new URL(import.meta.url), { workerData: { task, seconds } });
					worker.once('message', resolve);
					worker.once('error', reject);
				})
		)
	);
	return {
		rate: results.reduce((sum, { rate }) => sum + rate, 0),
		findings: results[0]?.findings ?? 0
	};
}

if (isMainThread) {
	const seconds = Number(process.argv[2] ?? 3);
	const cores = Number(process.argv[3] ?? Math.min(2, availableParallelism()));
	console.log(
		`Node ${process.version}, ${availableParallelism()} cores, load ${(loadavg()[0] ?? 0).toFixed(1)} before`
	);
	for (const task of Object.keys(TASKS)) {
		const { rate, findings } = await measureOn(cores, task, seconds);
		console.log(
			`${task.padEnd(36)} ${Math.round(rate).toLocaleString('en').padStart(9)} reports/s on ${cores} cores, ${findings.toFixed(1)} findings a report`
		);
	}
} else {
	const { task, seconds } = workerData as { task: string; seconds: number };
	parentPort?.postMessage(measure(task, seconds));
}
