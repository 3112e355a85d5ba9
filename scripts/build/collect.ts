import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export const MANIFEST_NAME = 'manifest.csv';

/** The collected files of a folder as paths parted by `/`, sorted; without the manifest, READMEs, hidden files and the tracks of editors. */
export async function listReportFiles(folder: string): Promise<string[]> {
	const found: string[] = [];
	async function walk(within: string): Promise<void> {
		for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
			const path = within === '' ? entry.name : `${within}/${entry.name}`;
			if (isSkipped(entry.name) || path === MANIFEST_NAME) continue;
			if (entry.isDirectory()) await walk(path);
			else found.push(path);
		}
	}
	await walk('');
	return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function isSkipped(name: string): boolean {
	return name.startsWith('.') || name.startsWith('~$') || /^readme(\.|$)/iu.test(name);
}
