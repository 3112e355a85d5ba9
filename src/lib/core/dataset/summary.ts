import { REPORT_CELLS } from './tables.ts';
import { toRow } from './rows.ts';
import type { Row, Value } from './rows.ts';

const SUMMED = REPORT_CELLS.filter((cell) => cell.table !== 't2').map((cell) => cell.key);
const DIMENSIONS = ['year', 'province', 'scope', 'family'] as const;

type Values = Readonly<Record<string, Value>>;

interface Group {
	readonly dimensions: Values;
	reports: number;
	/** NULL, not 0, where no report gives the figure. */
	readonly sums: (number | null)[];
	readonly counts: number[];
}

/** Sums up the figures that are numbers, with how many reports give each: the table `summary`. Takes rows of `reports` by column name. */
export class Summary {
	readonly #groups = new Map<string, Group>();

	add(report: Values): void {
		const key = JSON.stringify(DIMENSIONS.map((dimension) => report[dimension] ?? null));
		let group = this.#groups.get(key);
		if (!group) {
			const dimensions = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, report[dimension] ?? null]));
			group = { dimensions, reports: 0, sums: SUMMED.map(() => null), counts: SUMMED.map(() => 0) };
			this.#groups.set(key, group);
		}
		group.reports += 1;
		for (const [at, cell] of SUMMED.entries()) {
			const value = report[cell];
			if (typeof value !== 'number') continue;
			group.sums[at] = (group.sums[at] ?? 0) + value;
			group.counts[at] = (group.counts[at] ?? 0) + 1;
		}
	}

	rows(): Row[] {
		return [...this.#groups.values()].map(({ dimensions, reports, sums, counts }) => {
			const values: Record<string, Value> = { ...dimensions, reports };
			for (const [at, cell] of SUMMED.entries()) {
				values[cell] = sums[at] ?? null;
				values[`n.${cell}`] = counts[at] ?? 0;
			}
			return toRow('summary', values);
		});
	}
}
