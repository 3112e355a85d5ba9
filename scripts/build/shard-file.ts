import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_NAME } from '../../src/lib/core/collect/index.ts';
import type { DatasetColumn, DatasetProblem, DatasetTable } from '../../src/lib/core/dataset/index.ts';
import { BuildError } from './build-error.ts';

/** What a share of the collected files is called in its folder, beside its Parquet files and the manifest. */
export const SHARD = 'shard.json';
export const SHARD_FORMAT = 1;

/** What a shard says of itself. */
export interface ShardFile {
	readonly format: typeof SHARD_FORMAT;
	readonly share: number;
	readonly of: number;
	/** Hash of the whole folder of reports as it was listed: every path and size, what was not gone through, the manifest. */
	readonly input: string;
	/** The state of the code that read the files, see `codeVersion`. */
	readonly code: string;
	/** Files of the whole folder. */
	readonly files: number;
	/** Folders that were not gone through. */
	readonly refused: readonly (readonly [path: string, problem: DatasetProblem])[];
	readonly parts: readonly { readonly path: string; readonly rows: number; readonly sha256: string }[];
}

const column = (name: string, type: DatasetColumn['type']): DatasetColumn => ({
	name,
	type,
	meaning: { zh: name, en: name }
});

/** The rows of a shard: what came of reading each file, with its place in the list of all files and its size when they were listed. */
export const READINGS = {
	name: 'readings',
	meaning: { zh: '读出的内容', en: 'What was read' },
	byYear: false,
	key: ['ordinal'],
	columns: [
		column('ordinal', 'integer'),
		column('file', 'string'),
		column('size', 'integer'),
		column('sha256', 'string'),
		column('bytes', 'integer'),
		column('reading', 'string'),
		column('problem', 'string')
	]
} as const satisfies DatasetTable;

export async function manifestBytes(folder: string): Promise<Uint8Array | null> {
	const path = join(folder, MANIFEST_NAME);
	return existsSync(path) ? readFile(path) : null;
}

export interface ListedFile {
	readonly path: string;
	/** -1 where it could not be told. */
	readonly size: number;
}

export function inputHash(
	files: readonly ListedFile[],
	refused: ShardFile['refused'],
	manifest: Uint8Array | null
): string {
	const hash = createHash('sha256');
	for (const { path, size } of files) hash.update(`${String(size)} ${path}\n`);
	hash.update(JSON.stringify(refused)).update(manifest === null ? 'no manifest' : 'manifest\n');
	if (manifest) hash.update(manifest);
	return hash.digest('hex').slice(0, 16);
}

export async function readShardFile(folder: string): Promise<ShardFile> {
	const refuse = (zh: string, en: string): BuildError =>
		new BuildError({ zh: `${folder}:不是一份分片(${zh})`, en: `${folder}: no shard (${en})` });
	const text = await readFile(join(folder, SHARD), 'utf8').catch(() => null);
	if (text === null) throw refuse(`没有 ${SHARD}`, `there is no ${SHARD}`);
	let shard: ShardFile;
	try {
		shard = JSON.parse(text) as ShardFile;
	} catch {
		throw refuse(`${SHARD} 不是 JSON`, `${SHARD} is not JSON`);
	}
	if ((shard.format as unknown) === SHARD_FORMAT && Array.isArray(shard.parts)) return shard;
	throw refuse(`${SHARD} 的格式不是 ${String(SHARD_FORMAT)}`, `the format of ${SHARD} is not ${String(SHARD_FORMAT)}`);
}
