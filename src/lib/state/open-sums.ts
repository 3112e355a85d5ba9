import type { DataPackage, DataPackageResource } from '../core/dataset/package.ts';
import { datasetTable } from '../core/dataset/rows.ts';
import type { DatasetTableName } from '../core/dataset/tables.ts';
import { downloadPackage, downloadResource, folderUrl } from '../db/download.ts';
import { DatasetFileError } from '../db/gate.ts';
import type { DatasetContents } from '../db/gate.ts';
import { readColumns } from '../db/parquet-columns.ts';
import type { ParquetColumn } from '../db/parquet-columns.ts';
import { resourcesOf } from '../db/views.ts';
import { sumsOf } from '../queries/sums/sums.ts';
import type { Sums } from '../queries/sums/sums.ts';

/** Columns read at once; of a million reports that takes some milliseconds, and the page may do something else before the next. */
const COLUMNS_AT_ONCE = 24;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function columnsOf(name: DatasetTableName, bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, ParquetColumn>> {
	const names = datasetTable(name).columns.map((column) => column.name);
	const columns = new Map<string, ParquetColumn>();
	for (let at = 0; at < names.length; at += COLUMNS_AT_ONCE) {
		const some = await readColumns(bytes.buffer, names.slice(at, at + COLUMNS_AT_ONCE));
		for (const [column, values] of some) columns.set(column, values);
		await nextTask();
	}
	return columns;
}

/** Reads the tables of sums; fails where the dataset lacks one. */
async function readSums(
	dataPackage: DataPackage,
	read: (resource: DataPackageResource) => Promise<Uint8Array<ArrayBuffer>>
): Promise<Sums> {
	const table = async (name: DatasetTableName): Promise<ReadonlyMap<string, ParquetColumn>> => {
		const [resource] = resourcesOf(dataPackage, name);
		if (!resource) throw new Error(`no table of sums: ${name}`);
		return columnsOf(name, await read(resource));
	};
	const [reports, pairs, agencies] = await Promise.all([
		table('summary'),
		table('summary_pairs'),
		table('summary_agencies')
	]);
	return sumsOf({ reports, pairs, agencies });
}

/** The sums of the dataset at an address (its folder), of that build where one is asked for. */
export async function openSums(place: string, build?: string, signal?: AbortSignal): Promise<Sums> {
	const base = folderUrl(place);
	const dataPackage = await downloadPackage(base, build, signal);
	return readSums(dataPackage, (resource) => downloadResource(base, resource, () => undefined, signal));
}

/** The sums of a dataset at hand. */
export const sumsOfContents = ({ package: dataPackage, files }: DatasetContents): Promise<Sums> =>
	readSums(dataPackage, async ({ path }) => {
		const bytes = files.get(path);
		if (!bytes) throw new DatasetFileError(path, 'not found');
		return bytes;
	});
