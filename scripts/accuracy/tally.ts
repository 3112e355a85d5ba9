import type { Outcome } from './compare-truth.ts';

/** Sums of outcomes. */
export interface Tally {
	files: number;
	unread: number;
	cells: number;
	right: number;
	declared: number;
	silent: number;
	wrong: number;
}

const zero = (): Tally => ({ files: 0, unread: 0, cells: 0, right: 0, declared: 0, silent: 0, wrong: 0 });

/** Outcomes summed by whatever they are told apart by, in the order in which they come. */
export class Tallies {
	readonly #byName = new Map<string, Tally>();

	add(name: readonly string[], outcome: Outcome, wasRead: boolean): void {
		const key = name.join('\t');
		const tally = this.#byName.get(key) ?? zero();
		tally.files += 1;
		if (!wasRead) tally.unread += 1;
		tally.cells += outcome.cells;
		tally.right += outcome.right;
		tally.declared += outcome.declared;
		tally.silent += outcome.silent.length;
		tally.wrong += outcome.wrong.length;
		this.#byName.set(key, tally);
	}

	/** The rows of a table, sorted by name, and their sum. */
	rows(): { readonly name: readonly string[]; readonly tally: Tally }[] {
		const sorted = [...this.#byName].sort(([a], [b]) => (a < b ? -1 : 1));
		return sorted.map(([key, tally]) => ({ name: key.split('\t'), tally }));
	}

	sum(): Tally {
		const sum = zero();
		for (const tally of this.#byName.values())
			for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
		return sum;
	}
}

const COUNTS = ['files', 'unread', 'cells', 'right', 'declared', 'silent', 'wrong'] as const;

const isWide = (character: string): boolean => /[\u2e80-\uffe6]/u.test(character);
const widthOf = (text: string): number =>
	[...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0);

/** Lines of an aligned table: names at the left, counts at the right, the sum in the last line. */
export function tableLines(heads: readonly string[], tallies: Tallies): string[] {
	const cellsOf = (tally: Tally): string[] => [
		...COUNTS.map((count) => String(tally[count])),
		tally.cells === 0 ? '-' : `${((100 * tally.declared) / tally.cells).toFixed(2)}%`
	];
	const rows = [
		[...heads, ...COUNTS, 'declared'],
		...tallies.rows().map(({ name, tally }) => [...name, ...cellsOf(tally)]),
		...(tallies.rows().length > 1 ? [['all', ...heads.slice(1).map(() => ''), ...cellsOf(tallies.sum())]] : [])
	];
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? '')))) ?? [];
	return rows.map((row) =>
		row
			.map((text, column) => {
				const gap = ' '.repeat((widths[column] ?? 0) - widthOf(text));
				return column < heads.length ? text + gap : gap + text;
			})
			.join('  ')
			.trimEnd()
	);
}
