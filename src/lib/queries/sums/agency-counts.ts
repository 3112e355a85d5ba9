import type { ParquetColumn } from '../../db/parquet-columns.ts';
import type { Filters } from '../filters.ts';
import { SumTable } from './sum-table.ts';

const yearsIn = (column: ParquetColumn): Set<number>[] =>
	column.map((text) => new Set(String(text).split(' ').filter(Boolean).map(Number)));

/** How many agencies have a report: numbers by dimensions and years, and apart those agencies whose dimensions change. */
export class AgencyCounts {
	readonly #table: SumTable;
	readonly #years: readonly ReadonlySet<number>[];
	readonly #passing: readonly ReadonlySet<number>[];

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
		const [agencies, ids] = [this.#table.column('agencies'), this.#table.column('agency_id')];
		const years = filters.withoutFailing ? this.#passing : this.#years;
		const single = new Set<unknown>();
		let sum = 0;
		for (const row of this.#table.rows(filters)) {
			const own = years[row];
			const chosen = filters.years.length === 0 ? (own?.size ?? 0) > 0 : filters.years.some((year) => own?.has(year));
			if (!chosen) continue;
			if (ids[row] === null) sum += Number(agencies[row]);
			else single.add(ids[row]);
		}
		return sum + single.size;
	}
}
