import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_NAME, NO_MANIFEST, parseManifest } from '../../src/lib/core/collect/index.ts';
import type { Manifest } from '../../src/lib/core/collect/index.ts';
import { decodeText } from '../../src/lib/core/read/decode.ts';
import { BuildError } from './build-error.ts';
import { collectFiles } from './collect.ts';
import type { Collected } from './collect.ts';

/** The files of a folder of reports with what its manifest says of them. */
export interface Collection extends Collected {
	readonly manifest: Manifest;
}

export async function readManifest(folder: string): Promise<Manifest> {
	const path = join(folder, MANIFEST_NAME);
	if (!existsSync(path)) return NO_MANIFEST;
	const decoded = decodeText(await readFile(path));
	if (!decoded) throw new BuildError({ zh: `${path}:不是 UTF-8 或 GB18030`, en: `${path}: neither UTF-8 nor GB18030` });
	try {
		return parseManifest(decoded.text);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new BuildError({ zh: `${path}:${why}`, en: `${path}: ${why}` });
	}
}

/** Goes through a folder of reports; one without a file, or that cannot be opened, is a failure of the call. */
export async function collectFrom(folder: string): Promise<Collected> {
	let collected: Collected;
	try {
		collected = await collectFiles(folder);
	} catch (error) {
		const why = (error as NodeJS.ErrnoException).code ?? String(error);
		throw new BuildError({ zh: `${folder}: ${why}`, en: `${folder}: ${why}` });
	}
	if (collected.files.length > 0 || collected.refused.size > 0) return collected;
	throw new BuildError({ zh: `${folder}:没有文件`, en: `${folder}: no file` });
}
