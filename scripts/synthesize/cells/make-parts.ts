import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { World } from '../world/world.ts';
import type { WorldOptions } from '../world/world.ts';
import type { InventOptions } from './invent-entry.ts';
import type { CellsStart, FromCellsWorker, ProvinceTask } from './serve-provinces.ts';

export interface PartsOptions extends InventOptions, Omit<WorldOptions, 'wants'> {
	/** How many agencies, at most. */
	readonly agencies: number;
	/** The first province whose agencies are wanted, from 1. */
	readonly from?: number;
	/** Folder for the parts; what is in it is removed. */
	readonly out: string;
	readonly jobs: number;
	/** Told how many reports are made so far. */
	readonly onReports?: (done: number) => void;
}

export interface PartsPlan {
	readonly provinces: readonly ProvinceTask[];
	readonly agencies: number;
	/** Agency-years, those included whose report will not be published. */
	readonly years: number;
}

/** Which provinces hold the agencies that are asked for; their figures are not drawn yet. */
export function planParts({ agencies, from = 1, ...world }: Omit<PartsOptions, 'out' | 'jobs'>): PartsPlan {
	const provinces: { number: number; years: number }[] = [];
	let [all, years, last] = [0, 0, ''];
	for (const { agency } of new World({ ...world, wants: () => false }).agencyYears()) {
		const number = Number.parseInt(agency.id, 10);
		if (number < from) continue;
		if (agency.id !== last) {
			if (all === agencies) break;
			last = agency.id;
			all += 1;
		}
		years += 1;
		const province = provinces.at(-1);
		if (province?.number === number) province.years += 1;
		else provinces.push({ number, years: 1 });
	}
	return { provinces, agencies: all, years };
}

/** One thread, which makes a province after the other, in order. */
async function makeProvinces(
	start: CellsStart,
	next: () => ProvinceTask | null,
	onReports: (count: number) => void
): Promise<void> {
	const worker = new Worker(new URL('./cells-worker.ts', import.meta.url), { workerData: start });
	try {
		await new Promise<void>((resolve, reject) => {
			const give = (): void => {
				const task = next();
				if (task === null) resolve();
				else worker.postMessage(task);
			};
			worker.on('message', (message: FromCellsWorker) => {
				if (message.kind === 'reports') onReports(message.count);
				else give();
			});
			worker.on('error', reject);
			worker.on('exit', (code) => reject(new Error(`worker ended: ${String(code)}`)));
			give();
		});
	} finally {
		worker.removeAllListeners('exit');
		await worker.terminate();
	}
}

export interface MadeParts extends PartsPlan {
	readonly reports: number;
}

/** Makes the reports of invented agencies as rows of all tables, on several threads; the same options give the same rows. */
export async function makeParts(options: PartsOptions): Promise<MadeParts> {
	const { out, jobs, onReports, seed, years, sizes, missing, mutations, errors } = options;
	const plan = planParts(options);
	await rm(out, { recursive: true, force: true });
	const tasks = [...plan.provinces];
	const start: CellsStart = { out, seed, years, sizes, missing, mutations, errors };
	let reports = 0;
	const threads = Array.from({ length: Math.min(jobs, tasks.length) }, () =>
		makeProvinces(
			start,
			() => tasks.shift() ?? null,
			(count) => {
				reports += count;
				onReports?.(reports);
			}
		)
	);
	await Promise.all(threads);
	return { ...plan, reports };
}
