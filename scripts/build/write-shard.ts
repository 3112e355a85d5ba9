import { statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasTable, MANIFEST_NAME } from '../../src/lib/core/collect/index.ts';
import type { Row } from '../../src/lib/core/dataset/index.ts';
import { copySql, createTableSql } from '../../src/lib/db/parquet-sql.ts';
import { appendRows } from './append-rows.ts';
import { BuildError } from './build-error.ts';
import { collectFrom, readManifest } from './collection.ts';
import { checkDiskSpace } from './disk-space.ts';
import type { FreeBytes } from './disk-space.ts';
import { withDuckDB } from './duckdb.ts';
import { stampOf } from './file-bytes.ts';
import type { Progress } from './progress.ts';
import { openWorkFolder } from './publish.ts';
import { parseReading } from './reading.ts';
import type { FileOutcome, ReadFiles } from './reading.ts';
import { checkReplaceable, replaceFolder } from './replace-folder.ts';
import { inputHash, manifestBytes, READINGS, SHARD, SHARD_FORMAT } from './shard-file.ts';
import type { ListedFile, ShardFile } from './shard-file.ts';
import { shareOf } from './share.ts';
import type { Share } from './share.ts';
import { sha256Of } from './write-tables.ts';

export interface ShardOptions {
	/** Folder of collected reports, the same for every share. */
	readonly reports: string;
	readonly share: Share;
	/** Folder of the shard; one that is there is replaced. */
	readonly out: string;
	/** See `codeVersion`. */
	readonly code: string;
	readonly cache?: string | null;
	readonly onFile?: (progress: Progress) => void;
	readonly freeBytes?: FreeBytes;
}

export interface WrittenShard {
	readonly shard: ShardFile;
	/** Files of this share. */
	readonly files: number;
	/** Files of this share that gave no report; the shard says why. */
	readonly refused: number;
}

const SHARD_FOLDER = { mark: SHARD, is: { zh: '分片', en: 'shard' } } as const;

/** What is held in memory before it is put aside. */
const ROWS_A_PART = 500;
const BYTES_A_PART = 8 * 1024 * 1024;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? -1;

const changed = (files: readonly string[]): BuildError => {
	const [first = ''] = files;
	const count = String(files.length);
	return new BuildError({
		zh: `读取期间文件有变(${first} 等 ${count} 个):没有写出分片,请在文件不再变动后再运行`,
		en: `files changed while they were read (${first}, ${count} in all): no shard was written, run it again once they stay as they are`
	});
};

const gaveReport = (outcome: FileOutcome): boolean =>
	outcome.ok && parseReading(outcome.reading).some(({ reports }) => reports.some(({ report }) => hasTable(report)));

function rowOf(ordinal: number, { path, size }: ListedFile, outcome: FileOutcome): Row {
	const { sha256, bytes } = outcome;
	const [reading, problem] = outcome.ok ? [outcome.reading, null] : [null, JSON.stringify(outcome.problem)];
	return [ordinal, path, size, sha256, bytes, reading, problem];
}

/** Puts rows aside as Parquet files, in their order, some hundreds at a time: whoever joins shards has one such file of each in memory. */
class ReadingsWriter {
	readonly #folder: string;
	readonly parts: { path: string; rows: number; sha256: string }[] = [];
	#rows: Row[] = [];
	#held = 0;

	constructor(folder: string) {
		this.#folder = folder;
	}

	async add(row: Row, bytes: number): Promise<void> {
		this.#rows.push(row);
		this.#held += bytes;
		if (this.#rows.length >= ROWS_A_PART || this.#held >= BYTES_A_PART) await this.end();
	}

	async end(): Promise<void> {
		const rows = this.#rows;
		[this.#rows, this.#held] = [[], 0];
		if (rows.length === 0) return;
		const path = `readings-${String(this.parts.length).padStart(4, '0')}.parquet`;
		await withDuckDB(async (connection) => {
			await connection.run(createTableSql(READINGS));
			await appendRows(connection, READINGS, rows);
			await connection.run(copySql(READINGS, null, join(this.#folder, path)));
		});
		this.parts.push({ path, rows: rows.length, sha256: (await sha256Of(join(this.#folder, path))).sha256 });
	}
}

/**
 * Reads one share of the files of a folder and puts what was read aside, for `readShards`. Written whole or not at all; memory does not
 * grow with the number of files.
 */
export async function writeShard(options: ShardOptions, readFiles: ReadFiles): Promise<WrittenShard> {
	const { reports, share, out, code, cache = null, onFile, freeBytes } = options;
	checkReplaceable(out, SHARD_FOLDER);
	const collected = await collectFrom(reports);
	await readManifest(reports);
	const listed = collected.files.map((path): ListedFile => ({ path, size: sizeOf(join(reports, path)) }));
	const own = [...listed.entries()].filter(([, { path }]) => shareOf(path, share.of) === share.number);
	await checkDiskSpace({ dataset: out, cache, files: own.length }, freeBytes);
	const manifest = await manifestBytes(reports);
	const work = await openWorkFolder(dirname(out), basename(out));
	try {
		const writer = new ReadingsWriter(work);
		const stamps = new Map<string, string>();
		const unsteady: string[] = [];
		let [done, refused] = [0, 0];
		for await (const outcome of readFiles(own.map(([, { path }]) => ({ path: join(reports, path), name: path })))) {
			const [ordinal, file] = own[done] as [number, ListedFile];
			if (outcome.stamp !== null) stamps.set(file.path, outcome.stamp);
			if (!gaveReport(outcome)) refused += 1;
			if (!outcome.ok && outcome.problem.code === 'file/changed') unsteady.push(file.path);
			await writer.add(rowOf(ordinal, file, outcome), outcome.ok ? outcome.reading.length : 0);
			done += 1;
			onFile?.({ done, total: own.length });
		}
		await writer.end();
		for (const [path, stamp] of stamps) if (stampOf(join(reports, path)) !== stamp) unsteady.push(path);
		if (unsteady.length > 0) throw changed(unsteady);
		const skipped = [...collected.refused];
		const shard: ShardFile = {
			format: SHARD_FORMAT,
			...{ share: share.number, of: share.of, input: inputHash(listed, skipped, manifest), code },
			...{ files: listed.length, refused: skipped, parts: writer.parts }
		};
		if (manifest) await writeFile(join(work, MANIFEST_NAME), manifest);
		await writeFile(join(work, SHARD), `${JSON.stringify(shard, null, '\t')}\n`);
		await replaceFolder(work, out, SHARD_FOLDER);
		return { shard, files: own.length, refused };
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}
