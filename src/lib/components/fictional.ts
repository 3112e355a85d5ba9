import type { CsvColumn } from '$lib/export/csv.ts';
import { datasets } from '$lib/state/datasets.svelte.ts';

/** What stands on everything that is made of an invented dataset, in both languages at once. */
export const FICTIONAL = '虚构的演示数据 · fictional';

/** The mark of the dataset that is shown; null for a real one. */
export function fictionalMark(): string | null {
	return datasets.shown.fictional ? FICTIONAL : null;
}

/** A line of a figure, such as its source, with the mark before it. */
export function marked(line: string): string {
	const mark = fictionalMark();
	return mark === null ? line : `${mark} · ${line}`;
}

/** The name of a file taken from the shown dataset: `gongkai-volumes.csv`, of an invented one `gongkai-demo-fictional-volumes.csv`. */
export function exportName(name: string, extension: string): string {
	const { fictional, name: dataset } = datasets.shown;
	const of = fictional ? `${dataset}-fictional-` : datasets.param === null ? '' : `${dataset}-`;
	return `gongkai-${of}${name}.${extension}`;
}

/** The columns of such a file: of an invented dataset, every row says what it is. */
export function exportColumns<T>(columns: readonly CsvColumn<T>[]): readonly CsvColumn<T>[] {
	const mark = fictionalMark();
	return mark === null ? columns : [{ name: 'dataset', value: () => mark }, ...columns];
}
