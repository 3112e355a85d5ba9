import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import { literal } from '../../src/lib/db/sql.ts';
import { BuildError } from './build-error.ts';
import { readManifest } from './collection.ts';
import type { Collection } from './collection.ts';
import { openDuckDB, rowsOf, withDuckDB } from './duckdb.ts';
import type { FileOutcome, FileTask, ReadFiles } from './reading.ts';
import { inputHash, manifestBytes, readShardFile } from './shard-file.ts';
import type { ListedFile, ShardFile } from './shard-file.ts';
import { shareOf } from './share.ts';
import { sha256Of } from './write-tables.ts';

/** The files of a folder of reports, as its shards have read them. */
export interface JoinedShards {
	readonly collection: Collection;
	readonly readFiles: ReadFiles;
}

interface Shard extends ShardFile {
	readonly folder: string;
}

const fail = (zh: string, en: string): BuildError => new BuildError({ zh, en });

/** Shares that belong together, in the order of their numbers; says which is missing, there twice, or of another folder or code. */
function inOrder(shards: readonly Shard[], code: string): Shard[] {
	const [first, ...others] = shards;
	if (!first) throw fail('没有分片', 'no shards');
	for (const shard of others) {
		const [zh, en] =
			shard.of !== first.of
				? [
						`共 ${String(shard.of)} 份,不是 ${String(first.of)} 份`,
						`one of ${String(shard.of)}, not of ${String(first.of)}`
					]
				: shard.input !== first.input
					? ['所读的文件夹不同(文件、大小或清单有别)', 'read from another folder (files, sizes or manifest differ)']
					: shard.code !== first.code
						? ['由另一版程序读出', 'read by another version of the program']
						: [null, null];
		if (zh !== null)
			throw fail(
				`${shard.folder} 与 ${first.folder} 合不到一起:${zh}`,
				`${shard.folder} does not belong to ${first.folder}: ${en}`
			);
	}
	if (first.code !== code)
		throw fail(
			'分片由另一版程序读出:请重新读出',
			'the shards were read by another version of the program: read them again'
		);
	const byNumber = Map.groupBy(shards, ({ share }) => share);
	const numbers = Array.from({ length: first.of }, (_, index) => index + 1);
	const missing = numbers.filter((number) => !byNumber.has(number));
	const shown = missing.map((number) => `${String(number)}/${String(first.of)}`).join(', ');
	if (missing.length > 0) throw fail(`缺少分片 ${shown}`, `shards missing: ${shown}`);
	for (const [share, same] of byNumber) {
		if (same.length === 1) continue;
		const folders = same.map(({ folder }) => folder).join(', ');
		const which = `${String(share)}/${String(first.of)}`;
		throw fail(`分片 ${which} 给了不止一次:${folders}`, `shard ${which} is given more than once: ${folders}`);
	}
	return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

const damaged = (folder: string, what: string): BuildError =>
	fail(`${folder}:分片已损坏(${what}),请重新读出`, `${folder}: the shard is damaged (${what}), read it again`);

async function checkParts({ folder, parts }: Shard): Promise<void> {
	for (const { path, sha256 } of parts) {
		const found = await sha256Of(join(folder, path)).catch(() => null);
		if (found?.sha256 !== sha256) throw damaged(folder, path);
	}
}

const pathsOf = ({ folder, parts }: Shard): string => parts.map(({ path }) => literal(join(folder, path))).join(', ');

/** All files of the folder, in the order in which a whole build takes them. */
async function listFiles(connection: DuckDBConnection, shards: readonly Shard[]): Promise<ListedFile[]> {
	const all = shards.filter(({ parts }) => parts.length > 0).map(pathsOf);
	if (all.length === 0) return [];
	const rows = await rowsOf(
		connection,
		`SELECT ordinal, file, size FROM read_parquet([${all.join(', ')}]) ORDER BY ordinal`
	);
	return rows.map(({ file, size }) => ({ path: String(file), size: Number(size) }));
}

interface ReadingRow {
	readonly file: string;
	readonly sha256: string | null;
	readonly bytes: number | null;
	readonly reading: string | null;
	readonly problem: string | null;
}

/** The rows of a shard, in its order; one of its parts is in memory at a time. */
async function* rowsOfShard(connection: DuckDBConnection, { folder, parts }: Shard): AsyncGenerator<ReadingRow> {
	for (const { path } of parts) {
		const from = `read_parquet(${literal(join(folder, path))})`;
		const rows = await rowsOf(connection, `SELECT file, sha256, bytes, reading, problem FROM ${from} ORDER BY ordinal`);
		for (const row of rows) yield row as unknown as ReadingRow;
	}
}

function outcomeOf({ sha256, bytes, reading, problem }: ReadingRow): FileOutcome {
	const facts = { sha256, bytes, stamp: null };
	return reading === null
		? { ...facts, ok: false, problem: JSON.parse(problem ?? '') as DatasetProblem }
		: { ...facts, ok: true, reading, cached: false };
}

async function* readAll(shards: readonly Shard[], tasks: readonly FileTask[]): AsyncGenerator<FileOutcome> {
	const database = await openDuckDB();
	try {
		const rows = shards.map((shard) => rowsOfShard(database.connection, shard));
		for (const { name } of tasks) {
			const at = shareOf(name, shards.length) - 1;
			const next = await rows[at]?.next();
			if (!next || next.done || next.value.file !== name) throw damaged(shards[at]?.folder ?? '', name);
			yield outcomeOf(next.value);
		}
	} finally {
		database.close();
	}
}

/** Joins the shares of one folder, all of them, each once. Give the state of the code that builds, which must be that which read them. */
export async function readShards(folders: readonly string[], code: string): Promise<JoinedShards> {
	const shards: Shard[] = [];
	for (const folder of folders) shards.push({ ...(await readShardFile(folder)), folder });
	const all = inOrder(shards, code);
	for (const shard of all) await checkParts(shard);
	const [first] = all as [Shard];
	const files = await withDuckDB((connection) => listFiles(connection, all));
	for (const shard of all) {
		const manifest = await manifestBytes(shard.folder);
		if (inputHash(files, shard.refused, manifest) !== shard.input) throw damaged(shard.folder, 'input');
	}
	return {
		collection: {
			files: files.map(({ path }) => path),
			refused: new Map(first.refused),
			manifest: await readManifest(first.folder)
		},
		readFiles: (tasks) => readAll(all, tasks)
	};
}
