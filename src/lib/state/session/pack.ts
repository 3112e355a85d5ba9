import { strToU8, zipSync } from 'fflate';
import { csvText, DATASET_TABLES, packageText } from '../../core/dataset/index.ts';
import type { Value } from '../../core/dataset/index.ts';
import type { Dataset, DatasetContents } from '../../db/gate.ts';
import { run, tableOf } from '../../queries/index.ts';
import { DESCRIPTOR } from './saved-dataset.ts';

/** The oldest day that a zip can tell: no clock, so that the same dataset gives the same bytes. */
const NO_DAY = new Date(1980, 0, 1);
const README = 'README.txt';

const pack = (members: Parameters<typeof zipSync>[0], readme: string): Uint8Array<ArrayBuffer> =>
	zipSync({ [README]: strToU8(`\ufeff${readme}`), ...members }, { mtime: NO_DAY });

/** A dataset as one zip: its descriptor, its Parquet files, and a text that says what it is. The same dataset gives the same bytes. */
export function packDataset({ package: dataPackage, files }: DatasetContents, readme: string): Uint8Array<ArrayBuffer> {
	// Parquet is packed already.
	const stored = [...files].map(([path, bytes]) => [path, [bytes, { level: 0 }]] as const);
	return pack({ [DESCRIPTOR]: strToU8(packageText(dataPackage)), ...Object.fromEntries(stored) }, readme);
}

/** Every table as CSV, as the build writes it, in one zip; closes the dataset. */
export async function packCsv(dataset: Dataset, readme: string): Promise<Uint8Array<ArrayBuffer>> {
	try {
		const members: Record<string, Uint8Array> = {};
		for (const { name, columns } of DATASET_TABLES) {
			const names = columns.map((column) => column.name);
			const rows = await run(dataset, tableOf(name));
			const values = rows.map((row) => names.map((column) => (row[column] ?? null) as Value));
			members[`${name}.csv`] = strToU8(csvText(names, values));
		}
		return pack(members, readme);
	} finally {
		await dataset.close();
	}
}
