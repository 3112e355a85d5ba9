import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvMetadata, csvMetadataPath } from '../../src/lib/core/dataset/index.ts';
import type { CsvDataset, CsvFile, DataPackageReport } from '../../src/lib/core/dataset/index.ts';
import { sha256Of } from './write-tables.ts';

/** Writes what the columns of each CSV mean beside it. */
export async function writeCsvMetadata(
	csv: readonly CsvFile[],
	folder: string,
	dataset: CsvDataset
): Promise<DataPackageReport[]> {
	const written: DataPackageReport[] = [];
	for (const file of [...csv].sort((a, b) => (a.table < b.table ? -1 : 1))) {
		const path = csvMetadataPath(file.path);
		await writeFile(join(folder, path), `${JSON.stringify(csvMetadata(file, dataset), null, 1)}\n`);
		const { sha256, bytes } = await sha256Of(join(folder, path));
		written.push({ path, mediatype: 'application/json', bytes, hash: `sha256:${sha256}` });
	}
	return written;
}
