import { basename, dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { BuildError, errorLine } from './build/build-error.ts';
import { codeVersion } from './build/code-version.ts';
import { buildAndTell, checkName, withDatasetOptions } from './build/dataset-command.ts';
import type { DatasetOptions } from './build/dataset-command.ts';
import { diskFull, isDiskFull } from './build/disk-space.ts';
import { readShards } from './build/read-shards.ts';
import { runCommand } from './run/command.ts';

// `npm run data:merge -- static/data/real SHARD…`: what `data:build --shard i/n` read in n places → the dataset that one build would give.

/** 0: every file gave a report. 1: some did not, the others are built. 2: nothing was built, the last dataset stands. */
async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:merge')
		.description('由各分片合成数据集 / build a dataset from all shares of a folder')
		.argument('<dataset>', '数据集文件夹 / folder of the dataset')
		.argument('<shard...>', '全部分片 / all shards');
	withDatasetOptions(command).showSuggestionAfterError(false).exitOverride().parse(args, { from: 'user' });
	const [dataset = '', ...shards] = command.args;
	const options = command.opts<DatasetOptions>();
	const [out, name] = [dirname(resolve(dataset)), basename(resolve(dataset))];
	try {
		checkName(name, dataset);
		const { collection, readFiles } = await readShards(shards, await codeVersion());
		const place = { reports: shards[0] ?? '', collection, out, name };
		return (await buildAndTell(place, options, readFiles)).refused > 0 ? 1 : 0;
	} catch (error) {
		const told = isDiskFull(error) ? new BuildError(diskFull(dataset)) : error;
		console.error(`data:merge: ${errorLine(told, options.lang)}`);
		return 2;
	}
}

await runCommand('data:merge', main);
