import type { AttributedEntry, CoverageDeclaration } from '../../../src/lib/core/dataset/index.ts';
import type { AgencyYear } from '../world/world.ts';
import { inventEntry } from './invent-entry.ts';
import type { InventOptions } from './invent-entry.ts';

/** The reports of one place that are audited together. */
export interface PlaceBatch {
	readonly entries: readonly AttributedEntry[];
	/** Of the governments one level below, already given out with their own places. */
	readonly beside: readonly AttributedEntry[];
	/** Whom the place's government sums up. */
	readonly coverage: readonly CoverageDeclaration[];
}

type Depth = 0 | 1 | 2;

/** How deep in the country the place of an agency lies: province 0, city 1, county (with its towns) 2. */
const depthOf = ({ agency }: AgencyYear): Depth => (agency.city === null ? 0 : agency.county === null ? 1 : 2);

const placeOf = ({ agency }: AgencyYear): string => [agency.province, agency.city, agency.county].join('/');

class Batch {
	readonly entries: AttributedEntry[] = [];
	readonly #declared: { from: number; to: number; readonly agency: string; readonly bodies: readonly string[] }[] = [];

	declare({ agency, year }: AgencyYear, reporting: ReadonlySet<string>): void {
		const bodies = agency.sums.filter((id) => reporting.has(`${id} ${String(year)}`));
		if (bodies.length === 0) return;
		const last = this.#declared.at(-1);
		if (last?.agency === agency.id && last.to === year - 1 && last.bodies.join(';') === bodies.join(';'))
			last.to = year;
		else this.#declared.push({ agency: agency.id, from: year, to: year, bodies });
	}

	coverage(): CoverageDeclaration[] {
		return this.#declared.map((declared, index) => ({ ...declared, line: index + 2, whole: true }));
	}
}

/**
 * The reports of agency-years in the order of a World, place by place: a county with its towns, then a city's own bodies, then a
 * province's. Only the reports of a place and of the governments right below it are in memory at a time.
 */
export function* placeBatches(years: Iterable<AgencyYear>, options: InventOptions): Generator<PlaceBatch> {
	/** Reports of governments whose government above has not come yet, by their depth. */
	const governments: [AttributedEntry[], AttributedEntry[], AttributedEntry[]] = [[], [], []];
	let reporting = new Set<string>();
	let batch = new Batch();
	let [place, depth]: [string | null, Depth] = [null, 2];
	let before: AgencyYear | null = null;
	function* finish(): Generator<PlaceBatch> {
		const beside = depth === 2 ? [] : governments[(depth + 1) as Depth].splice(0);
		if (batch.entries.length > 0) yield { entries: batch.entries, beside, coverage: batch.coverage() };
		batch = new Batch();
	}
	for (const of of years) {
		if (place !== placeOf(of)) {
			yield* finish();
			if (depth === 0) reporting = new Set();
			[place, depth] = [placeOf(of), depthOf(of)];
		}
		const previous = before?.agency === of.agency && before.year === of.year - 1 ? before : null;
		before = of;
		reporting.add(`${of.agency.id} ${String(of.year)}`);
		batch.declare(of, reporting);
		const entry = inventEntry(of, previous, options);
		if (entry === null) continue;
		batch.entries.push(entry);
		if (of.agency.type === 'government') governments[depth].push(entry);
	}
	yield* finish();
}
