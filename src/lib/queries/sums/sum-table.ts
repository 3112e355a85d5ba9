import type { ParquetColumn, ParquetValue } from '../../db/parquet-columns.ts';
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

/** The values of a column, and of each row which of them it has. */
interface Coded {
	readonly values: readonly ParquetValue[];
	readonly places: Int32Array;
}

function codedOf(column: ParquetColumn): Coded {
	const known = new Map<ParquetValue, number>();
	const places = new Int32Array(column.length);
	for (let row = 0; row < column.length; row += 1) {
		const value = column[row] ?? null;
		let place = known.get(value);
		if (place === undefined) known.set(value, (place = known.size));
		places[row] = place;
	}
	return { values: [...known.keys()], places };
}

/** Chosen rows that are parted into groups: a column is added up for all groups at once. */
class Grouping {
	readonly keys: readonly SumGroup['key'][];
	readonly #rows: Int32Array;
	readonly #groups: Int32Array;
	readonly #sums = new Map<string, readonly (number | null)[]>();

	constructor(rows: Int32Array, by: ReadonlyMap<string, Coded>) {
		const known = new Map<number, number>();
		const keys: SumGroup['key'][] = [];
		this.#rows = rows;
		this.#groups = rows.map((row) => {
			let code = 0;
			for (const { values, places } of by.values()) code = code * values.length + (places[row] ?? 0);
			let group = known.get(code);
			if (group === undefined) {
				known.set(code, (group = keys.length));
				const values = Array.from(by, ([name, coded]): [string, ParquetValue] => [
					name,
					coded.values[coded.places[row] ?? 0] ?? null
				]);
				keys.push(Object.fromEntries(values) as SumGroup['key']);
			}
			return group;
		});
		this.keys = keys;
	}

	/** The sum of a column in each group; null where none of its rows has a number. */
	sumsOf(name: string, numbers: Float64Array): readonly (number | null)[] {
		let sums = this.#sums.get(name);
		if (!sums) {
			const added = new Float64Array(this.keys.length);
			const given = new Uint8Array(this.keys.length);
			for (let at = 0; at < this.#rows.length; at += 1) {
				const value = numbers[this.#rows[at] ?? 0] ?? NaN;
				if (Number.isNaN(value)) continue;
				const group = this.#groups[at] ?? 0;
				added[group] = (added[group] ?? 0) + value;
				given[group] = 1;
			}
			sums = Array.from(added, (sum, group) => (given[group] === 1 ? sum : null));
			this.#sums.set(name, sums);
		}
		return sums;
	}
}

/** Groupings that are kept: the figures of a page ask for the same ones. */
const KEPT = 8;

/** Rows of sums at hand, which filters choose from and groups add up. */
export class SumTable {
	readonly #columns: ReadonlyMap<string, ParquetColumn>;
	readonly #filteredBy: FilteredBy;
	readonly #rowsCounted: string;
	readonly #told: ReadonlyMap<string, ToldColumn>;
	readonly #numbers = new Map<string, Float64Array>();
	readonly #coded = new Map<string, Coded>();
	readonly #grouped = new Map<string, Grouping>();

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
			const column = this.column(name);
			numbers = new Float64Array(column.length);
			for (let row = 0; row < column.length; row += 1) {
				const value = column[row];
				numbers[row] = typeof value === 'number' ? value : NaN;
			}
			this.#numbers.set(name, numbers);
		}
		return numbers;
	}

	#codes(name: string): Coded {
		let coded = this.#coded.get(name);
		if (!coded) this.#coded.set(name, (coded = codedOf(this.column(name))));
		return coded;
	}

	/** The rows that the filters choose, as far as they hold of columns. */
	rows(filters: Filters): Int32Array {
		const among = (name: string, chosen: readonly unknown[]): { allowed: Uint8Array; places: Int32Array } => {
			const { values, places } = this.#codes(name);
			return { allowed: Uint8Array.from(values, (value) => Number(chosen.includes(value))), places };
		};
		const wanted = Object.entries(this.#filteredBy).flatMap(([filter, columns]) => {
			const chosen = filters[filter as keyof FilteredBy];
			return chosen.length === 0 ? [] : columns.map((name) => among(name, chosen));
		});
		if (filters.withoutFailing && this.#columns.has('failing')) wanted.push(among('failing', [0]));
		const [first] = this.#columns.values();
		const rows = new Int32Array(first?.length ?? 0);
		let count = 0;
		for (let row = 0; row < rows.length; row += 1) {
			let isChosen = true;
			for (const { allowed, places } of wanted) isChosen &&= allowed[places[row] ?? 0] === 1;
			if (isChosen) rows[count++] = row;
		}
		return rows.subarray(0, count);
	}

	/** The chosen rows, grouped by columns. */
	groups(filters: Filters, by: readonly string[]): SumGroup[] {
		const asked = JSON.stringify([filters, by]);
		let grouped = this.#grouped.get(asked);
		if (!grouped) {
			grouped = new Grouping(this.rows(filters), new Map(by.map((name) => [name, this.#codes(name)])));
			const [oldest] = this.#grouped.keys();
			if (this.#grouped.size >= KEPT && oldest !== undefined) this.#grouped.delete(oldest);
			this.#grouped.set(asked, grouped);
		}
		const grouping = grouped;
		return grouping.keys.map((key, group) => ({
			key,
			sum: (name) => this.#toldSum(name, grouping, group),
			count: (name) => this.#count(name, grouping, group)
		}));
	}

	/** `n.<group>` is told by what lacks. */
	#count(name: string, grouping: Grouping, group: number): number {
		if (!name.startsWith('n.')) return this.#sum(name, grouping, group) ?? 0;
		const all = this.#sum(this.#rowsCounted, grouping, group) ?? 0;
		return all - (this.#sum(`without.${name.slice(2)}`, grouping, group) ?? 0);
	}

	#toldSum(name: string, grouping: Grouping, group: number): number | null {
		const told = this.#told.get(name);
		if (!told) return this.#sum(name, grouping, group);
		if (this.#count(`n.${told.group}`, grouping, group) === 0) return null;
		return (this.#sum(told.of, grouping, group) ?? 0) - (this.#sum(`apart.${name}`, grouping, group) ?? 0);
	}

	#sum(name: string, grouping: Grouping, group: number): number | null {
		return grouping.sumsOf(name, this.#of(name))[group] ?? null;
	}
}
