import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { BuildError, errorLine } from './build/build-error.ts';
import { codeVersion } from './build/code-version.ts';
import { buildAndTell, checkName, withDatasetOptions } from './build/dataset-command.ts';
import type { DatasetOptions } from './build/dataset-command.ts';
import { diskFull, isDiskFull } from './build/disk-space.ts';
import { withOffice } from './build/office.ts';
import { jobsOption, timeoutOption } from './build/options.ts';
import { QUIET, showProgress } from './build/progress.ts';
import { readByWorkers } from './build/reader-pool.ts';
import { pruneCache } from './build/reading-cache.ts';
import type { CachePlace } from './build/reading-cache.ts';
import type { ReadFiles } from './build/reading.ts';
import { shareOption, shareText } from './build/share.ts';
import type { Share } from './build/share.ts';
import { writeShard } from './build/write-shard.ts';
import { runCommand } from './run/command.ts';

interface Options extends DatasetOptions {
	readonly reports: string;
	readonly out?: string;
	readonly name: string;
	readonly jobs: number;
	readonly timeout: number;
	readonly cache: string | false;
	readonly shard?: Share;
}

const OUT = 'static/data';
/** Readings hold the words of reports: they are not put where the site is built from. */
const SHARDS_OUT = '.cache/shards';
const CACHE = '.cache/gongkai';

function readOptions(args: readonly string[]): Options {
	const command = new Command('data:build')
		.description('由收集的报告构建数据集 / build a dataset from collected reports')
		.option('--reports <folder>', '报告文件夹 / folder of reports', 'data/reports')
		.option('--out <folder>', `输出文件夹 / folder to write to (${OUT}; --shard: ${SHARDS_OUT})`)
		.option('--name <name>', '数据集名 / name of the dataset', 'real')
		.addOption(shareOption())
		.addOption(jobsOption(availableParallelism()))
		.addOption(timeoutOption())
		.option('--cache <folder>', '已读文件的缓存 / cache of files read before', CACHE)
		.option('--no-cache', '不用缓存,全部重读 / read every file again, keep nothing');
	const options = withDatasetOptions(command)
		.showSuggestionAfterError(false)
		.exitOverride()
		.allowExcessArguments(false)
		.parse(args, { from: 'user' })
		.opts<Options>();
	checkName(options.name, `--name ${options.name}`);
	return options;
}

const outOf = ({ out, shard }: Options): string => out ?? (shard ? SHARDS_OUT : OUT);

async function putShardAside(options: Options, share: Share, code: string, readFiles: ReadFiles): Promise<number> {
	const { reports, lang, name, cache } = options;
	const progress = options.quiet ? QUIET : showProgress({ locale: lang });
	const out = join(outOf(options), `${name}.${String(share.number)}-of-${String(share.of)}`);
	const { shard, files, refused } = await writeShard(
		{ reports, share, out, code, cache: cache === false ? null : cache, onFile: progress.step },
		readFiles
	).finally(() => progress.end());
	const [own, all, unread] = [files, shard.files, refused].map(String);
	if (options.json) {
		console.log(JSON.stringify({ type: 'shard', shard: shareText(share), out, files, of: shard.files, refused }));
	} else if (lang === 'zh') {
		console.log(`${out}:第 ${shareText(share)} 份,${all} 个文件中的 ${own} 个;${unread} 个没有得到报告`);
	} else console.log(`${out}: share ${shareText(share)}, ${own} of ${all} files; ${unread} of them gave no report`);
	return refused > 0 ? 1 : 0;
}

/** 0: every file gave a report. 1: some did not, the others are built. 2 (thrown): nothing was built. */
async function build(options: Options): Promise<number> {
	const { reports, name, jobs, timeout } = options;
	const code = await codeVersion();
	const cache: CachePlace | null = options.cache === false ? null : { folder: options.cache, version: code };
	const readFiles = withOffice(readByWorkers({ jobs, timeout, cache }), { cache });
	if (options.shard) return putShardAside(options, options.shard, code, readFiles);
	const place = { reports, out: outOf(options), name, ...(cache ? { cache: cache.folder } : {}) };
	const outcome = await buildAndTell(place, options, readFiles);
	if (cache) await pruneCache(cache);
	return outcome.refused > 0 ? 1 : 0;
}

async function main(args: readonly string[]): Promise<number> {
	const options = readOptions(args);
	try {
		return await build(options);
	} catch (error) {
		const told = isDiskFull(error) ? new BuildError(diskFull(outOf(options))) : error;
		console.error(`data:build: ${errorLine(told, options.lang)}`);
		return 2;
	}
}

await runCommand('data:build', main);
