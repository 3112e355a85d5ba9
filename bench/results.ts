import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/run/run-tool.ts';

/** Keeps what a benchmark measured, with its machine and commit, as `bench/results/<name>.json`; gives the path. */
export function keepResult(
	name: string,
	result: { readonly machine: string } & Readonly<Record<string, unknown>>
): string {
	const folder = join(ROOT, 'bench/results');
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${name}.json`);
	writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
	return path;
}

/** Rows of a printed table by the names of their columns, to be kept. */
export const asRecords = (header: readonly string[], rows: readonly (readonly string[])[]): Record<string, string>[] =>
	rows.map((cells) => Object.fromEntries(cells.map((cell, at): [string, string] => [header[at] ?? '', cell])));

/** The value under which that share of all lies: 0.5 gives the median. */
export function quantile(all: readonly number[], share: number): number {
	const sorted = all.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
