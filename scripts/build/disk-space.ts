import { existsSync, readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Names } from '../../src/lib/core/form/index.ts';
import { BuildError } from './build-error.ts';

/** Bytes that may still be written where a path lies or would lie. */
export type FreeBytes = (path: string) => Promise<number>;

const MB = 1024 * 1024;
/** What a build takes whatever its size. */
const BASE = 16 * MB;
/** Parquet and the report of the build, for each collected file; CSV besides, of the first so many, since longer tables have none. */
const DATASET_BYTES_A_FILE = 4096;
const CSV_BYTES_A_FILE = 32_768;
const FILES_WITH_CSV = 2000;
const CACHE_BYTES_A_FILE = 9216;

function existing(path: string): string {
	const whole = resolve(path);
	return existsSync(whole) || whole === dirname(whole) ? whole : existing(dirname(whole));
}

export const freeBytes: FreeBytes = async (path) => {
	const { bavail, bsize } = await statfs(existing(path));
	return bavail * bsize;
};

function bytesOf(folder: string): number {
	if (!existsSync(folder)) return 0;
	return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

const inMegabytes = (bytes: number): string => String(Math.ceil(bytes / MB));

export const diskFull = (path: string, more: Names = { zh: '', en: '' }): Names => ({
	zh: `${path}:磁盘空间不足${more.zh};原有数据集不变,请腾出空间后再构建`,
	en: `${path}: too little disk space${more.en}; the dataset stays as it was, free some space and build again`
});

export interface Need {
	/** The folder of the dataset that is to be replaced, which stands until the new one is whole. */
	readonly dataset: string;
	readonly cache: string | null;
	readonly files: number;
}

/** Says before the work begins that what it will write does not fit; a rough bound, from the number of files and the last dataset. */
export async function checkDiskSpace({ dataset, cache, files }: Need, free: FreeBytes = freeBytes): Promise<void> {
	const estimate = files * DATASET_BYTES_A_FILE + Math.min(files, FILES_WITH_CSV) * CSV_BYTES_A_FILE;
	const ofDataset = BASE + Math.max(estimate, bytesOf(dataset));
	const ofCache = cache === null ? 0 : files * CACHE_BYTES_A_FILE;
	const together = cache === null || statSync(existing(dataset)).dev === statSync(existing(cache)).dev;
	const needs = together
		? [{ path: dataset, bytes: ofDataset + ofCache }]
		: [
				{ path: dataset, bytes: ofDataset },
				{ path: cache, bytes: ofCache }
			];
	for (const { path, bytes } of needs) {
		const there = await free(path);
		if (there >= bytes) continue;
		const [needed, left] = [inMegabytes(bytes), inMegabytes(there)];
		throw new BuildError(
			diskFull(path, { zh: `(约需 ${needed} MB,剩 ${left} MB)`, en: ` (about ${needed} MB needed, ${left} MB free)` })
		);
	}
}

/** Whether an error says that a disk is full: Node's by its code, DuckDB's by its words. */
export function isDiskFull(error: unknown): boolean {
	const { code, message } = error as NodeJS.ErrnoException;
	return code === 'ENOSPC' || code === 'EDQUOT' || /no space left on device|disk quota exceeded/iu.test(message ?? '');
}
