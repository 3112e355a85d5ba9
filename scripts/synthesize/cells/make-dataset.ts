import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { buildIdOf, describeDataset, packageText } from '../../../src/lib/core/dataset/index.ts';
import type { TableRows } from '../../../src/lib/core/dataset/index.ts';
import { DATASET_TABLES } from '../../../src/lib/core/dataset/index.ts';
import type { Names } from '../../../src/lib/core/form/index.ts';
import { findParts } from '../../build/parts.ts';
import { replaceDataset } from '../../build/replace-dataset.ts';
import type { Replaced, ReplaceStage } from '../../build/replace-dataset.ts';
import { writeCsvMetadata } from '../../build/write-csv-metadata.ts';
import { writeTables } from '../../build/write-tables.ts';
import { makeParts } from './make-parts.ts';
import type { MadeParts, PartsOptions } from './make-parts.ts';

export interface CellsDatasetOptions extends PartsOptions {
	readonly title: Names;
	readonly onStage?: (stage: ReplaceStage | 'parts') => void;
	/** Told before each file is written. */
	readonly onFile?: (table: string, year: number | null) => void;
}

export interface MadeDataset extends MadeParts {
	readonly replaced: Replaced;
}

/** Memory of the databases that sort the tables, together; what does not fit goes to disk. */
const MEGABYTES = 2048;

const NO_ROWS = Object.fromEntries(DATASET_TABLES.map(({ name }) => [name, []])) as unknown as TableRows;

/** Makes a dataset of invented agencies straight from cells in the folder `out`; whatever stops it leaves the old one. */
export async function makeCellsDataset(options: CellsDatasetOptions): Promise<MadeDataset> {
	const { title, onStage, onFile, jobs } = options;
	const [folder, name] = [dirname(resolve(options.out)), basename(options.out)];
	const aside = join(folder, `.${name}.parts`);
	const room = { megabytes: MEGABYTES, spill: join(aside, 'spill') };
	try {
		onStage?.('parts');
		const made = await makeParts({ ...options, out: aside });
		const parts = await findParts(aside);
		const replaced = await replaceDataset(
			{ out: folder, name, room, jobs, ...(onStage ? { onStage } : {}) },
			async (work) => {
				const written = await writeTables(NO_ROWS, work, {
					fictional: true,
					parts,
					room,
					jobs,
					...(onFile ? { onFile } : {})
				});
				const build = buildIdOf([...written.files, ...written.csv]);
				const csvw = await writeCsvMetadata(written.csv, work, { title, fictional: true, build });
				const dataset = describeDataset({ name, title, fictional: true, build, csvw, ...written });
				await writeFile(join(work, 'datapackage.json'), packageText(dataset));
				return dataset;
			}
		);
		return { ...made, replaced };
	} finally {
		await rm(aside, { recursive: true, force: true });
	}
}
