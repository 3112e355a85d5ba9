import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Kinds of files that grow smaller. Parquet, fonts and pictures are compressed as they are. */
const COMPRESSIBLE = /\.(?:html|js|mjs|css|json|csv|svg|txt|md|wasm|bcmap)$/u;
const FEWEST_BYTES = 1024;
/** From this size on Brotli's last two levels cost minutes for a few per cent. */
export const LARGE = 4 * 1024 * 1024;

const WAYS = {
	'.gz': (content: Buffer) => promisify(gzip)(content, { level: 9 }),
	'.br': (content: Buffer) => {
		const quality = content.length > LARGE ? 9 : 11;
		const { BROTLI_PARAM_QUALITY: level, BROTLI_PARAM_SIZE_HINT: hint } = constants;
		return promisify(brotliCompress)(content, { params: { [level]: quality, [hint]: content.length } });
	}
} as const;

/** Bytes of a file as a server sends it: in Brotli, where that is smaller. */
export const brotliBytes = async (content: Buffer): Promise<number> =>
	content.length < FEWEST_BYTES ? content.length : Math.min(content.length, (await WAYS['.br'](content)).length);

export interface Compressed {
	readonly files: number;
	readonly bytes: number;
	readonly gzip: number;
	readonly brotli: number;
}

/** Sets `.gz` and `.br` beside each file of the folder that grows smaller; one that is newer than its file is left alone, as are those of more bytes than `most`. */
export async function compressSite(folder: string, jobs: number, most = Infinity): Promise<Compressed> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	const total = { files: 0, bytes: 0, gzip: 0, brotli: 0 };
	const next = paths[Symbol.iterator]();
	const work = async (): Promise<void> => {
		for (const path of next) {
			const content = await readFile(path);
			if (content.length < FEWEST_BYTES || content.length > most) continue;
			const { mtimeMs } = await stat(path);
			const sizes = { '.gz': 0, '.br': 0 };
			for (const [end, compress] of Object.entries(WAYS) as ['.gz' | '.br', (typeof WAYS)['.gz']][]) {
				const there = await stat(path + end).catch(() => null);
				if (there && there.mtimeMs >= mtimeMs) {
					sizes[end] = there.size;
					continue;
				}
				const smaller = await compress(content);
				sizes[end] = Math.min(smaller.length, content.length);
				if (smaller.length >= content.length) continue;
				const unfinished = `${path}${end}.tmp`;
				await writeFile(unfinished, smaller);
				await rename(unfinished, path + end);
			}
			total.files += 1;
			total.bytes += content.length;
			total.gzip += sizes['.gz'];
			total.brotli += sizes['.br'];
		}
	};
	await Promise.all(Array.from({ length: jobs }, work));
	return total;
}
