import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { compressSite } from './deploy/compress.ts';
import { print, runCommand } from './run/command.ts';
import { ROOT } from './run/run-tool.ts';

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('deploy:compress')
		.description('预先压缩构建好的网站 / compress the built site beforehand: a .gz and a .br beside each file')
		.argument('[folder]', '网站文件夹 / the folder of the built site', join(ROOT, 'build'))
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const folder = command.processedArgs[0] as string;
	if (!existsSync(join(folder, 'index.html'))) throw new Error(`没有网站 / no built site: ${folder} → npm run build`);
	const { files, bytes, gzip, brotli } = await compressSite(folder, availableParallelism());
	await print(`${String(files)} 个文件 / files: ${mb(bytes)} MB → gzip ${mb(gzip)} MB, brotli ${mb(brotli)} MB\n`);
	return 0;
}

await runCommand('deploy:compress', main);
