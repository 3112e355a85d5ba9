import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataPackageReport } from '../../src/lib/core/dataset/index.ts';
import { sha256 } from './verify.ts';

export interface TextFile extends Pick<DataPackageReport, 'path' | 'mediatype'> {
	readonly text: string;
}

/** Writes a text beside the tables of a dataset; gives what the descriptor says of it. */
export async function writeBeside(folder: string, { path, mediatype, text }: TextFile): Promise<DataPackageReport> {
	await writeFile(join(folder, path), text);
	return { path, mediatype, bytes: Buffer.byteLength(text), hash: `sha256:${sha256(text)}` };
}
