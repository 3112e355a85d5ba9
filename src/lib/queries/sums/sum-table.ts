import type { ParquetColumn } from '../../db/parquet-columns.ts';
import type { Filters } from '../filters.ts';

/** A column that is not kept but told by others: the sum over the reports of a group. */
export interface ToldColumn {
	/** What `without.<group>` is counted of. */
	readonly group: string;
	/** The column that sums it over all reports that give it. */
	readonly of: string;
}

/** Which filter holds of which columns; none given: it holds of none. */
export type FilteredBy = Readonly<
	Partial<Record<'years' | 'provinces' | 'levels' | 'families' | 'scopes', readonly string[]>>
>;

/** Rows that agree in some columns. */
export interface SumGroup {
	readonly key: Readonly<Record<string, string | number | null>>;
	/** The sum of a column; null where none of the rows has a number. */
	sum(column: string): number | null;
	/** The sum of a column of counts. */
	count(column: string): number;
}

/** Rows of sums at hand, which filters choose from and groups add up. */
export class SumTable {
	readonly #columns: ReadonlyMap<string, ParquetColumn>;
	readonly #filteredBy: FilteredBy;
	readonly #rowsCounted: string;
	readonly #told: ReadonlyMap<string, ToldColumn>;
	readonly #numbers = new Map<string, Float64Array>();
	/** The rows of the groups asked for last: the figures of a page ask for the same ones. */
	readonly #grouped = new Map<string, readonly { readonly key: SumGroup['key']; readonly rows: readonly number[] }[]>();

	/** `counted`: the column that counts what a row sums up, of which `n.<group>` is all but `without.<group>`. */
	constructor(
		columns: ReadonlyMap<string, ParquetColumn>,
		filteredBy: FilteredBy,
		counted = '',
		told: ReadonlyMap<string, ToldColumn> = new Map()
	) {
		this.#columns = columns;
		this.#filteredBy = filteredBy;
		this.#rowsCounted = counted;
		this.#told = told;
	}

	column(name: string): ParquetColumn {
		const column = this.#columns.get(name);
		if (!column) throw new Error(`unknown column of sums: ${name}`);
		return column;
	}

	/** The numbers of a column; NaN where there is none. */
	#of(name: string): Float64Array {
		let numbers = this.#numbers.get(name);
		if (!numbers) {
			numbers = Float64Array.from(this.column(name), (value) => (typeof value === 'number' ? value : NaN));
			this.#numbers.set(name, numbers);
		}
		return numbers;
	}

	/** The rows that the filters choose, as far as they hold of columns. */
	rows(filters: Filters): readonly number[] {
		const wanted = Object.entries(this.#filteredBy).flatMap(([filter, columns]) => {
			const chosen = filters[filter as keyof FilteredBy];
			return chosen.length === 0
				? []
				: columns.map((name) => ({ column: this.column(name), chosen: new Set<unknown>(chosen) }));
		});
		const failing = filters.withoutFailing ? this.#columns.get('failing') : undefined;
		const [first] = this.#columns.values();
		const rows: number[] = [];
		for (let row = 0; row < (first?.length ?? 0); row += 1) {
			if (failing && failing[row] !== 0) continue;
			if (wanted.every(({ column, chosen }) => chosen.has(column[row]))) rows.push(row);
		}
		return rows;
	}

	/** The chosen rows, grouped by columns. */
	groups(filters: Filters, by: readonly string[]): SumGroup[] {
		const asked = JSON.stringify([filters, by]);
		let grouped = this.#grouped.get(asked);
		if (!grouped) {
			grouped = this.#group(filters, by);
			if (this.#grouped.size >= 8) this.#grouped.clear();
			this.#grouped.set(asked, grouped);
		}
		return grouped.map(({ key, rows }) => ({
			key,
			sum: (name) => this.#toldSum(name, rows),
			count: (name) => this.#count(name, rows)
		}));
	}

	#group(filters: Filters, by: readonly string[]): { key: SumGroup['key']; rows: number[] }[] {
		const columns = by.map((name) => this.column(name));
		const groups = new Map<string, { key: SumGroup['key']; rows: number[] }>();
		for (const row of this.rows(filters)) {
			const values = columns.map((column) => column[row] ?? null);
			const text = values.join('\u0000');
			let group = groups.get(text);
			if (!group) {
				group = {
					key: Object.fromEntries(by.map((name, at) => [name, values[at] as string | number | null])),
					rows: []
				};
				groups.set(text, group);
			}
			group.rows.push(row);
		}
		return [...groups.values()];
	}

	/** `n.<group>` is told by what lacks. */
	#count(name: string, rows: readonly number[]): number {
		if (!name.startsWith('n.')) return this.#sum(name, rows) ?? 0;
		return (this.#sum(this.#rowsCounted, rows) ?? 0) - (this.#sum(`without.${name.slice(2)}`, rows) ?? 0);
	}

	#toldSum(name: string, rows: readonly number[]): number | null {
		const told = this.#told.get(name);
		if (!told) return this.#sum(name, rows);
		if (this.#count(`n.${told.group}`, rows) === 0) return null;
		return (this.#sum(told.of, rows) ?? 0) - (this.#sum(`apart.${name}`, rows) ?? 0);
	}

	#sum(name: string, rows: readonly number[]): number | null {
		const numbers = this.#of(name);
		let [sum, any] = [0, false];
		for (const row of rows) {
			const value = numbers[row] ?? NaN;
			if (Number.isNaN(value)) continue;
			sum += value;
			any = true;
		}
		return any ? sum : null;
	}
}
