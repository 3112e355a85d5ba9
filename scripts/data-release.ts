import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { verifyDataset } from './build/verify.ts';
import { membersOf } from './release/members.ts';
import { writeZip } from './release/zip-file.ts';
import { print, runCommand } from './run/command.ts';
import { ROOT } from './run/run-tool.ts';

/** 0: the zip is written; 1: the dataset is damaged, nothing is written. */
async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:release')
		.description(
			'把数据集装成一个压缩包,附说明、数据字典、校验和 / pack a dataset with README, dictionary and checksums'
		)
		.argument('<folder>', '数据集文件夹 / folder of the dataset, such as static/data/real')
		.option('--out <folder>', '写到哪里 / where to write', join(ROOT, '.cache/release'))
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const [folder = ''] = command.args;
	const { out } = command.opts<{ out: string }>();
	const damages = await verifyDataset(folder);
	if (damages.length > 0) {
		await print(
			`${folder}: 已损坏,没有装包 / damaged, nothing was packed\n${damages.map((line) => `  ${line}\n`).join('')}`
		);
		return 1;
	}
	const { name, members } = await membersOf(folder);
	await mkdir(out, { recursive: true });
	const path = join(out, `${name}.zip`);
	const { bytes, sha256: sum } = await writeZip(path, members);
	await print(`${path}: ${String(members.length)} files, ${String(bytes)} bytes\n${sum}  ${name}.zip\n`);
	return 0;
}

await runCommand('data:release', main);
