import type { CsvColumn } from '$lib/export/csv.ts';
import { datasets } from '$lib/state/datasets.svelte.ts';

/** What stands on everything that is made of an invented dataset, in both languages at once. */
export const FICTIONAL = '虚构的演示数据 · fictional';

/** What stands on everything that is made of the reader's own files. */
export const OF_SESSION = '本次会话：读者自己的文件，未公布 · own files, not published';

/** The mark of the dataset that is shown; null for one of published reports. */
export function datasetMark(): string | null {
	const { fictional, session } = datasets.shown;
	const marks = [...(fictional ? [FICTIONAL] : []), ...(session ? [OF_SESSION] : [])];
	return marks.length === 0 ? null : marks.join(' · ');
}

/** A line of a figure, such as its source, with the mark before it. */
export function marked(line: string): string {
	const mark = datasetMark();
	return mark === null ? line : `${mark} · ${line}`;
}

/** The name of a file taken from the shown dataset: `gongkai-volumes.csv`, of an invented one `gongkai-demo-fictional-volumes.csv`. */
export function exportName(name: string, extension: string): string {
	const { fictional, name: dataset } = datasets.shown;
	const of = fictional ? `${dataset}-fictional-` : datasets.param === null ? '' : `${dataset}-`;
	return `gongkai-${of}${name}.${extension}`;
}

/** The columns of such a file: of an invented dataset, and of one of the reader's own files, every row says what it is. */
export function exportColumns<T>(columns: readonly CsvColumn<T>[]): readonly CsvColumn<T>[] {
	const mark = datasetMark();
	return mark === null ? columns : [{ name: 'dataset', value: () => mark }, ...columns];
}
