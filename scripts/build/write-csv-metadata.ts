import { csvMetadata, csvMetadataPath } from '../../src/lib/core/dataset/index.ts';
import type { CsvDataset, CsvFile, DataPackageReport } from '../../src/lib/core/dataset/index.ts';
import { writeBeside } from './write-beside.ts';

/** Writes what the columns of each CSV mean beside it. */
export async function writeCsvMetadata(
	csv: readonly CsvFile[],
	folder: string,
	dataset: CsvDataset
): Promise<DataPackageReport[]> {
	const written: DataPackageReport[] = [];
	for (const file of [...csv].sort((a, b) => (a.table < b.table ? -1 : 1))) {
		const path = csvMetadataPath(file.path);
		const text = `${JSON.stringify(csvMetadata(file, dataset), null, 1)}\n`;
		written.push(await writeBeside(folder, { path, mediatype: 'application/json', text }));
	}
	return written;
}
