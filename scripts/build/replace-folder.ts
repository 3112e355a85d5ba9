import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Names } from '../../src/lib/core/form/index.ts';
import { BuildError } from './build-error.ts';

/** What a command writes as a folder of its own, told from other folders by a file in it. */
export interface FolderKind {
	readonly mark: string;
	/** 分片 / shard. */
	readonly is: Names;
}

/** A folder that is there and is something else is not written over: a failure of the call. */
export function checkReplaceable(out: string, { mark, is }: FolderKind): void {
	if (!existsSync(out) || existsSync(join(out, mark))) return;
	throw new BuildError({
		zh: `${out}:已有文件夹,但不是${is.zh},不覆盖`,
		en: `${out}: there is a folder that is no ${is.en}; it is not replaced`
	});
}

/** Puts a finished folder in the place of the last one of its kind. */
export async function replaceFolder(work: string, out: string, kind: FolderKind): Promise<void> {
	checkReplaceable(out, kind);
	await rm(out, { recursive: true, force: true });
	await mkdir(dirname(out), { recursive: true });
	await rename(work, out);
}
