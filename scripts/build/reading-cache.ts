import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Where readings are kept, and of which state of the code they are. */
export interface CachePlace {
	readonly folder: string;
	/** See `codeVersion`. */
	readonly version: string;
}

const READINGS = 'readings';
const DIGEST_BYTES = 32;
const DAY = 86_400_000;
/** An entry that no build asked for in so many days is removed. */
const KEPT_DAYS = 90;
/** States of the code whose entries are kept, the one in use among them: enough to go back and forth between two branches. */
const KEPT_VERSIONS = 3;

const digest = (sha256: string, payload: Uint8Array): Buffer =>
	createHash('sha256').update(sha256).update(payload).digest();

/**
 * Readings by the sha256 of a file's bytes and the state of the code that read them. An entry is written whole or not at all and
 * carries a checksum; a damaged one counts as not there. That nothing can be kept (disk full) does not stop a build.
 */
export class ReadingCache {
	readonly #folder: string;
	#serial = 0;

	constructor({ folder, version }: CachePlace) {
		this.#folder = join(folder, READINGS, version);
		try {
			mkdirSync(this.#folder, { recursive: true });
		} catch {
			// As good as empty.
		}
	}

	#path(sha256: string): string {
		return join(this.#folder, sha256.slice(0, 2), sha256);
	}

	get(sha256: string): string | null {
		const path = this.#path(sha256);
		try {
			const entry = readFileSync(path);
			const payload = entry.subarray(DIGEST_BYTES);
			if (!digest(sha256, payload).equals(entry.subarray(0, DIGEST_BYTES))) return null;
			const text = zstdDecompressSync(payload).toString('utf8');
			if (Date.now() - statSync(path).mtimeMs > DAY) utimesSync(path, new Date(), new Date());
			return text;
		} catch {
			return null;
		}
	}

	put(sha256: string, text: string): void {
		const path = this.#path(sha256);
		this.#serial += 1;
		const unfinished = `${path}.${[process.pid, threadId, this.#serial].join('-')}.tmp`;
		try {
			const payload = zstdCompressSync(text);
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(unfinished, Buffer.concat([digest(sha256, payload), payload]));
			renameSync(unfinished, path);
		} catch {
			this.#discard(unfinished);
		}
	}

	#discard(path: string): void {
		try {
			rmSync(path, { force: true });
		} catch {
			// Pruning takes it away later.
		}
	}
}

/** Folders of other states of the code beyond the latest few. */
async function pruneVersions(root: string, current: string): Promise<void> {
	const versions = await Promise.all(
		(await readdir(root)).map(async (name) => ({ name, used: (await stat(join(root, name))).mtimeMs }))
	);
	const others = versions.filter(({ name }) => name !== current).sort((a, b) => b.used - a.used);
	for (const { name } of others.slice(KEPT_VERSIONS - 1)) await rm(join(root, name), { recursive: true, force: true });
}

/** Entries not asked for in `KEPT_DAYS`, and what killed builds left half written. */
async function pruneEntries(folder: string, now: number): Promise<void> {
	for (const shelf of await readdir(folder, { withFileTypes: true })) {
		if (!shelf.isDirectory()) continue;
		const path = join(folder, shelf.name);
		for (const name of await readdir(path)) {
			const age = now - (await stat(join(path, name))).mtimeMs;
			if (age > KEPT_DAYS * DAY || (name.endsWith('.tmp') && age > DAY)) await rm(join(path, name), { force: true });
		}
		await rmdir(path).catch(() => undefined);
	}
}

/** Removes what no build will ask for; entries are looked through at most once a day. Never fails: it may be done next time. */
export async function pruneCache({ folder, version }: CachePlace, now = Date.now()): Promise<void> {
	const own = join(folder, READINGS, version);
	const stamp = join(own, 'pruned');
	try {
		await utimes(own, new Date(now), new Date(now));
		await pruneVersions(join(folder, READINGS), version);
		const last = await stat(stamp).catch(() => null);
		if (last && now - last.mtimeMs < DAY) return;
		if (last) await pruneEntries(own, now);
		await writeFile(stamp, '');
		await utimes(stamp, new Date(now), new Date(now));
		await utimes(own, new Date(now), new Date(now));
	} catch {
		return;
	}
}
