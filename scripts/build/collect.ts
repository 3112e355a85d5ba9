import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPassedOver, MANIFEST_NAME } from '../../src/lib/core/collect/index.ts';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import { ioProblem } from './file-bytes.ts';

/** What lies in a folder of reports; paths within it, parted by `/` and sorted. */
export interface Collected {
	readonly files: readonly string[];
	/** Folders that were not gone through, with the reason. */
	readonly refused: ReadonlyMap<string, DatasetProblem>;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether an entry is a folder; a link to nothing is left to whoever opens it. */
async function isFolder(entry: Dirent, path: string): Promise<boolean> {
	if (!entry.isSymbolicLink()) return entry.isDirectory();
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);
}

/**
 * The collected files of a folder; without the manifest, READMEs, hidden files and the tracks of editors. A link to a folder is
 * followed, but no folder is gone through twice: so links that lead in a circle come to an end. Throws where the folder itself cannot be opened.
 */
export async function collectFiles(folder: string): Promise<Collected> {
	const files: string[] = [];
	const refused = new Map<string, DatasetProblem>();
	/** By the place on the disk, under which name. */
	const walked = new Map<string, string>();
	/** Links wait until all real folders are known, so that which name a folder gets does not hang on its neighbours. */
	const links: string[] = [];

	async function walk(within: string): Promise<void> {
		const here = join(folder, within);
		const real = await realpath(here);
		const before = walked.get(real);
		if (before !== undefined) {
			refused.set(within, { code: 'file/folder-again', found: before });
			return;
		}
		walked.set(real, within === '' ? '.' : within);
		const entries = await readdir(here, { withFileTypes: true });
		for (const entry of entries.sort((a, b) => byText(a.name, b.name))) {
			const path = within === '' ? entry.name : `${within}/${entry.name}`;
			if (isPassedOver(entry.name) || path === MANIFEST_NAME) continue;
			if (!(await isFolder(entry, join(folder, path)))) files.push(path);
			else if (entry.isSymbolicLink()) links.push(path);
			else await walkInto(path);
		}
	}

	async function walkInto(path: string): Promise<void> {
		await walk(path).catch((error: unknown) => refused.set(path, ioProblem(error)));
	}

	await walk('');
	for (let link = links.shift(); link !== undefined; link = links.shift()) await walkInto(link);
	return { files: files.sort(byText), refused };
}
