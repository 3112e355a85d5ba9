import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface Member {
	readonly path: string;
	/** Asked for when its turn comes, so that one file at a time is in memory. */
	readonly content: () => Promise<Uint8Array>;
}

/** What a zip without the extension for large files can hold. */
const MOST_BYTES = 0xffff_ffff;
/** Pressed already. */
const PRESSED = /\.(?:parquet|zip)$/u;

/** The same in every time zone: a zip keeps the hour of the wall clock. */
const earliest = (): Date => new Date(1980, 0, 1);

/** Writes a zip whole or not at all, with no clock in it: the same members give the same bytes. */
export async function writeZip(
	path: string,
	members: readonly Member[]
): Promise<{ readonly bytes: number; readonly sha256: string }> {
	const unfinished = `${path}.${String(process.pid)}.tmp`;
	const file = openSync(unfinished, 'w');
	const hash = createHash('sha256');
	let bytes = 0;
	let failure: Error | null = null;
	const zip = new Zip((error, chunk) => {
		if (error) {
			failure ??= error;
			return;
		}
		for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at);
		hash.update(chunk);
		bytes += chunk.length;
	});
	try {
		try {
			for (const member of members) {
				const entry = PRESSED.test(member.path)
					? new ZipPassThrough(member.path)
					: new ZipDeflate(member.path, { level: 9 });
				entry.mtime = earliest();
				entry.os = 3;
				zip.add(entry);
				entry.push(await member.content(), true);
				if (bytes > MOST_BYTES) throw new Error('too large for one zip (4 GB)');
			}
			zip.end();
			if (failure) throw failure as Error;
		} finally {
			closeSync(file);
		}
		await rename(unfinished, path);
	} catch (error) {
		zip.terminate();
		await rm(unfinished, { force: true });
		throw error;
	}
	return { bytes, sha256: hash.digest('hex') };
}
