import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const CORE = 'src/lib/core';
/** What stands between the bytes and the core. */
const BESIDE = ['scripts/build/read-content.ts', 'scripts/build/reading.ts', 'scripts/build/legacy-doc.ts'];

async function sources(root: string): Promise<string[]> {
	const entries = await readdir(join(root, CORE), { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return [...files, ...BESIDE.map((path) => join(root, path))].map((path) => path.slice(root.length + 1)).sort();
}

async function dependencies(root: string): Promise<string> {
	const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { dependencies?: unknown };
	return JSON.stringify(dependencies ?? {});
}

/**
 * The state of everything that decides what is read out of a file: the sources of `src/lib/core` and of the step that calls them, the
 * versions of the libraries, and Node's. Where one of them changes, files are read again.
 */
export async function codeVersion(root = ROOT): Promise<string> {
	const hash = createHash('sha256')
		.update(process.version)
		.update(await dependencies(root));
	for (const path of await sources(root)) {
		const content = await readFile(join(root, path)).catch(() => null);
		if (content) hash.update(`\n${path} ${String(content.length)}\n`).update(content);
	}
	return hash.digest('hex').slice(0, 16);
}
