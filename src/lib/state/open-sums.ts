import { datasetTable } from '../core/dataset/rows.ts';
import type { SumsTableName } from '../core/dataset/tables.ts';
import { DatasetFileError } from '../db/gate.ts';
import type { DatasetContents } from '../db/gate.ts';
import { readColumns } from '../db/parquet-columns.ts';
import type { ParquetColumn } from '../db/parquet-columns.ts';
import { sumsOf } from '../queries/sums/sums.ts';
import type { Sums } from '../queries/sums/sums.ts';

/** Columns read at once: of a million reports that takes some milliseconds. */
const COLUMNS_AT_ONCE = 24;
/** Milliseconds of reading after which the page may do something else. */
const AT_A_STRETCH = 8;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function columnsOf(name: SumsTableName, bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, ParquetColumn>> {
	const names = datasetTable(name).columns.map((column) => column.name);
	const columns = new Map<string, ParquetColumn>();
	let since = performance.now();
	for (let at = 0; at < names.length; at += COLUMNS_AT_ONCE) {
		const some = await readColumns(bytes.buffer, names.slice(at, at + COLUMNS_AT_ONCE));
		for (const [column, values] of some) columns.set(column, values);
		if (performance.now() - since < AT_A_STRETCH) continue;
		await nextTask();
		since = performance.now();
	}
	return columns;
}

/** The tables of sums from the bytes of their files, by table; fails where one is not there. */
export async function readSums(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<Sums> {
	const columns = async (table: SumsTableName): Promise<ReadonlyMap<string, ParquetColumn>> => {
		const bytes = files.get(table);
		if (!bytes) throw new DatasetFileError(table, 'not found');
		return columnsOf(table, bytes);
	};
	const [reports, pairs, agencies] = await Promise.all([
		columns('summary'),
		columns('summary_pairs'),
		columns('summary_agencies')
	]);
	return sumsOf({ reports, pairs, agencies });
}

/** The sums of a dataset at hand. */
export const sumsOfContents = ({ package: dataPackage, files }: DatasetContents): Promise<Sums> =>
	readSums(
		new Map(
			dataPackage.resources.flatMap(({ path, 'gongkai:table': table }) => {
				const bytes = files.get(path);
				return bytes ? [[table, bytes] as const] : [];
			})
		)
	);
