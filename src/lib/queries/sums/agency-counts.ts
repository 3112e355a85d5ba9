import type { ParquetColumn } from '../../db/parquet-columns.ts';
import type { Filters } from '../filters.ts';
import { SumTable } from './sum-table.ts';

export type AgencyDimension = 'year' | 'province' | 'level' | 'family' | 'scope';

function yearsIn(column: ParquetColumn): (readonly number[])[] {
	// Few texts, in many rows.
	const known = new Map<unknown, readonly number[]>();
	return column.map((text) => {
		const years = known.get(text) ?? String(text).split(' ').filter(Boolean).map(Number);
		known.set(text, years);
		return years;
	});
}

/** How many agencies have a report: numbers by dimensions and years, and apart those agencies whose dimensions change. */
export class AgencyCounts {
	readonly #table: SumTable;
	readonly #years: readonly (readonly number[])[];
	readonly #passing: readonly (readonly number[])[];

	constructor(columns: ReadonlyMap<string, ParquetColumn>) {
		this.#table = new SumTable(columns, {
			provinces: ['province'],
			levels: ['level'],
			families: ['family'],
			scopes: ['scope']
		});
		this.#years = yearsIn(this.#table.column('years'));
		this.#passing = yearsIn(this.#table.column('years_passing'));
	}

	/** Agencies with a report that the filters choose, each once. */
	count(filters: Filters): number {
		return this.#counts(filters, () => [null]).get(null) ?? 0;
	}

	/** The same by the values of a dimension: an agency that has reports under several is counted under each. */
	countBy(filters: Filters, dimension: AgencyDimension): ReadonlyMap<unknown, number> {
		if (dimension === 'year') return this.#counts(filters, (_, years) => years);
		const column = this.#table.column(dimension);
		return this.#counts(filters, (row) => [column[row]]);
	}

	#counts(
		filters: Filters,
		keysOf: (row: number, years: readonly number[]) => readonly unknown[]
	): ReadonlyMap<unknown, number> {
		const [agencies, ids] = [this.#table.column('agencies'), this.#table.column('agency_id')];
		const years = filters.withoutFailing ? this.#passing : this.#years;
		const counts = new Map<unknown, number>();
		const seen = new Map<unknown, Set<unknown>>();
		const add = (key: unknown, count: number): void => void counts.set(key, (counts.get(key) ?? 0) + count);
		for (const row of this.#table.rows(filters)) {
			const own = years[row] ?? [];
			const chosen = filters.years.length === 0 ? own : own.filter((year) => filters.years.includes(year));
			if (chosen.length === 0) continue;
			const id = ids[row] ?? null;
			for (const key of keysOf(row, chosen)) {
				if (id === null) {
					add(key, Number(agencies[row]));
					continue;
				}
				const known = seen.get(key) ?? new Set();
				if (known.has(id)) continue;
				seen.set(key, known.add(id));
				add(key, 1);
			}
		}
		return counts;
	}
}
