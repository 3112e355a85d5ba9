import { parentPort, workerData } from 'node:worker_threads';
import { assemble, newSums, sumRows } from '../../../src/lib/core/dataset/index.ts';
import { PartWriter } from '../../build/parts.ts';
import { spellName } from '../../build/spell-name.ts';
import { World } from '../world/world.ts';
import type { AgencyYear, WorldOptions } from '../world/world.ts';
import type { InventOptions } from './invent-entry.ts';
import { placeBatches } from './place-batches.ts';

/** A province whose reports are to be made, and how many of its agency-years: all, but for the last of a plan. */
export interface ProvinceTask {
	readonly number: number;
	readonly years: number;
}

export interface CellsStart extends InventOptions, Pick<WorldOptions, 'years' | 'sizes'> {
	readonly out: string;
}

export type FromCellsWorker =
	{ readonly kind: 'reports'; readonly count: number } | { readonly kind: 'done'; readonly number: number };

/** Reports in memory at most, beside those of one place. */
const REPORTS_A_PART = 12_000;

/** So many agency-years from a given one on; not one more is drawn from the world. */
function* takeYears(world: Iterator<AgencyYear>, first: AgencyYear, count: number): Generator<AgencyYear> {
	yield first;
	for (let taken = 1; taken < count; taken += 1) yield world.next().value as AgencyYear;
}

/** Makes the provinces that the parent asks for, in the order of their numbers. */
export function serveProvinces(): void {
	const { out, ...options } = workerData as CellsStart;
	const { years } = options;
	const say = (message: FromCellsWorker): void => parentPort?.postMessage(message);
	let wanted = 0;
	const world = new World({ ...options, wants: (province) => province === wanted }).agencyYears();

	/** Goes on to the first agency-year of a province; those passed over come without figures. */
	const reach = (number: number): AgencyYear => {
		for (;;) {
			const of = world.next().value as AgencyYear;
			if (Number.parseInt(of.agency.id, 10) === number) return of;
		}
	};

	const make = async (task: ProvinceTask): Promise<void> => {
		wanted = task.number;
		const writer = await PartWriter.open(out);
		const province = takeYears(world, reach(task.number), task.years);
		let [held, part] = [0, 0];
		let sums = newSums();
		const put = async (): Promise<void> => {
			await writer.append(sumRows(sums));
			sums = newSums();
			await writer.put(`${String(task.number)}-${String(part)}`);
			part += 1;
			held = 0;
		};
		for (const { entries, beside, coverage } of placeBatches(province, options)) {
			const known = { coverage, beside, years, spell: spellName, printed: false, sums };
			const { tables } = assemble(entries, known);
			if (tables.problems.length > 0) throw new Error(`an invented report has problems: ${entries[0]?.source.path}`);
			await writer.append(tables);
			held += entries.length;
			say({ kind: 'reports', count: entries.length });
			if (held >= REPORTS_A_PART) await put();
		}
		if (held > 0) await put();
		writer.close();
		say({ kind: 'done', number: task.number });
	};

	parentPort?.on('message', (task: ProvinceTask) => void make(task));
}
