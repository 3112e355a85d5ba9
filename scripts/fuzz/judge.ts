import { parseFigure } from '../../src/lib/core/extract/index.ts';
import type { ReportCell } from '../../src/lib/core/extract/index.ts';
import { formCell } from '../../src/lib/core/form/index.ts';
import { readContent } from '../build/read-content.ts';

export interface Judged {
	/** What is wrong with how the input was read, a sentence each. */
	readonly faults: readonly string[];
	readonly ms: number;
	readonly reports: number;
	readonly cells: number;
}

/** One input may take so much of a processor; readers bound their work by size, so that a few hundred kilobytes never come near it. */
export const LIMIT_MS = 4000;

/** Time of this thread on a processor: a busy machine does not make a reader slow. */
function cpuMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype].map(
	(prototype) => [prototype, Reflect.ownKeys(prototype).length] as const
);

function wrongCell(key: string, cell: ReportCell): string | null {
	if (!formCell(key)) return `${key} is no cell of the form`;
	if (cell.v === null) return cell.absence ? null : `${key} has neither a number nor a reason`;
	if (!Number.isFinite(cell.v)) return `${key} is ${String(cell.v)}`;
	const figure = parseFigure(cell.raw);
	if (figure.kind !== 'number' || figure.v !== cell.v)
		return `${key} is ${String(cell.v)}, printed ${JSON.stringify(cell.raw.slice(0, 40))}`;
	const { at } = cell;
	return at && [at.table, at.row, at.col].every((place) => Number.isInteger(place) && place >= 1)
		? null
		: `${key} has a number without a place`;
}

/** Reads, extracts and audits hostile bytes: nothing may be thrown, hang, leave its bounds, or become a figure that is not printed. */
export async function judge(bytes: Uint8Array, name: string): Promise<Judged> {
	const faults: string[] = [];
	const before = cpuMs();
	const parts = await readContent(bytes, name);
	const ms = cpuMs() - before;
	let [reports, cells] = [0, 0];
	for (const { failure, reports: found } of parts) {
		if (failure?.code === 'file/crashed') faults.push(`crashed: ${failure.found ?? ''}`);
		for (const { report } of found) {
			reports += 1;
			for (const [key, cell] of Object.entries(report.cells)) {
				if (!cell) continue;
				if (cell.v !== null) cells += 1;
				const wrong = wrongCell(key, cell);
				if (wrong) faults.push(wrong);
			}
			if (report.year !== null && !(report.year >= 1990 && report.year <= 2100))
				faults.push(`year ${String(report.year)}`);
		}
	}
	if (ms > LIMIT_MS) faults.push(`took ${String(Math.round(ms))} ms`);
	for (const [prototype, keys] of PROTOTYPES)
		if (Reflect.ownKeys(prototype).length !== keys) faults.push('a prototype was changed');
	return { faults, ms, reports, cells };
}
