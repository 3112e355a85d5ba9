import { csvFile } from '../src/lib/export/csv.ts';
import type { CsvColumn } from '../src/lib/export/csv.ts';

// Runs in the page of `bench:export`: rows stand in typed arrays, as an engine hands them over, and are written by the project's own export.

export interface ExportRun {
	readonly milliseconds: number;
	readonly bytes: number;
	/** Bytes of the page's heap: before, and at most while it was written. */
	readonly heapBefore: number;
	readonly heapMost: number;
	/** Milliseconds at most between two moments at which the page could draw. */
	readonly longestSlice: number;
	readonly told: number;
	readonly head: string;
}

const heap = (): number => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;

const PLACES = ['虚州省', '幻海省', '空明市', '无有市'];

/** Columns of the file: a third texts, the others figures, each second of which lacks some numbers and has its status beside it. */
function columnsOf(rows: number, wanted: number): CsvColumn<number>[] {
	const columns: CsvColumn<number>[] = [];
	for (let made = 0; made < wanted;) {
		const name = `c${String(made)}`;
		if (made % 3 === 0) {
			columns.push({ name, value: (row) => `${PLACES[(row + made) % 4] ?? ''}第${String(row % 997)}局` });
			made += 1;
			continue;
		}
		const figures = Float64Array.from({ length: rows }, (_, row) => (row * 31 + made) % 10_007);
		const lacks = made + 2 <= wanted;
		columns.push({
			name,
			value: (row) => (lacks && row % 7 === 0 ? null : (figures[row] ?? null)),
			...(lacks ? { absence: (row: number) => (row % 7 === 0 ? 'slash' : null) } : {})
		});
		made += lacks ? 2 : 1;
	}
	return columns;
}

export async function exportRows(rows: number, columns: number): Promise<ExportRun> {
	const indexes = Array.from({ length: rows }, (_, row) => row);
	const made = columnsOf(rows, columns);
	const heapBefore = heap();
	let [heapMost, longestSlice, told] = [heapBefore, 0, 0];
	const started = performance.now();
	let since = started;
	const file = await csvFile(indexes, made, {
		onRows: () => {
			told += 1;
			heapMost = Math.max(heapMost, heap());
			longestSlice = Math.max(longestSlice, performance.now() - since);
			since = performance.now();
		}
	});
	const milliseconds = performance.now() - started;
	const head = await file.slice(0, 400).text();
	return { milliseconds, bytes: file.size, heapBefore, heapMost, longestSlice, told, head };
}
