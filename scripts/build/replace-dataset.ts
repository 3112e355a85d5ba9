import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataPackage } from '../../src/lib/core/dataset/index.ts';
import { compareDatasets } from './changes.ts';
import type { Comparison } from './changes.ts';
import { openWorkFolder, publish } from './publish.ts';
import { verifyDataset } from './verify.ts';
import type { VerifyOptions } from './verify.ts';

export interface Replaced {
	readonly folder: string;
	readonly dataset: DataPackage;
	readonly comparison: Comparison;
}

export type ReplaceStage = 'write' | 'verify' | 'compare' | 'publish';

export interface ReplaceOptions extends VerifyOptions {
	/** Folder of datasets: the dataset is its subfolder `name`. */
	readonly out: string;
	readonly name: string;
	/** Called as each stage begins; what it throws leaves the old dataset. */
	readonly onStage?: (stage: ReplaceStage) => void;
}

/** Writes a dataset in a folder beside the old one, checks it whole and puts it in its place; whatever stops it leaves the old one. */
export async function replaceDataset(
	{ out, name, onStage, ...verifying }: ReplaceOptions,
	write: (work: string) => Promise<DataPackage>
): Promise<Replaced> {
	const work = await openWorkFolder(out, name);
	try {
		onStage?.('write');
		const dataset = await write(work);
		onStage?.('verify');
		const damages = await verifyDataset(work, verifying);
		if (damages.length > 0) throw new Error(`the new dataset does not hold: ${damages.join('; ')}`);
		onStage?.('compare');
		const comparison = await compareDatasets(join(out, name), work);
		onStage?.('publish');
		await publish(work, out, name);
		return { folder: join(out, name), dataset, comparison };
	} catch (error) {
		await rm(work, { recursive: true, force: true });
		throw error;
	}
}
