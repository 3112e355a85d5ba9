import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { replaceFile } from './build/publish.ts';
import { caddyConfig } from './deploy/caddy.ts';
import { nginxConfig } from './deploy/nginx.ts';
import { EXAMPLE_PLACE } from './deploy/place.ts';
import { staticHostHeaders } from './deploy/static-host.ts';
import { print, runCommand } from './run/command.ts';
import { ROOT } from './run/run-tool.ts';

/** Folders of pages, as the routes have them. */
async function pageFolders(): Promise<string[]> {
	const entries = await readdir(join(ROOT, 'src/routes/[[lang=lang]]'), { withFileTypes: true });
	return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.includes('.') ? [entry.name] : [])).sort();
}

/** The configurations of deploy/ by file name. */
export async function deployConfigs(place = EXAMPLE_PLACE): Promise<Record<string, string>> {
	return {
		'nginx.conf': nginxConfig(place),
		Caddyfile: caddyConfig(place),
		_headers: staticHostHeaders(await pageFolders())
	};
}

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('deploy:config')
		.description('写出 nginx、Caddy、静态托管的配置 / write the configurations for nginx, Caddy and static hosts')
		.option('--out <folder>', '写到哪里 / where to write', join(ROOT, 'deploy'))
		.option('--root <folder>', '网站文件夹 / the folder that holds the built site', EXAMPLE_PLACE.root)
		.option('--port <number>', '端口 / port', String(EXAMPLE_PLACE.port))
		.option('--brotli', 'nginx 有 brotli_static 模块 / nginx has the module brotli_static')
		.option('--check', '只核对 / only compare, exit status 1 if a file differs')
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const options = command.opts<{ out: string; root: string; port: string; brotli?: true; check?: true }>();
	const port = Number(options.port);
	if (!/^\d+$/u.test(options.port) || port < 1 || port > 65_535)
		throw new Error(`不是端口 / not a port: ${options.port}`);
	if (/[\s;{}"'$\\#]/u.test(options.root))
		throw new Error(`文件夹名有配置文件的记号 / a mark of the configuration in the folder's name: ${options.root}`);
	const configs = await deployConfigs({ root: options.root, port, brotli: options.brotli ?? false });
	let stale = false;
	await mkdir(options.out, { recursive: true });
	for (const [name, text] of Object.entries(configs)) {
		const path = join(options.out, name);
		if (options.check) {
			const same = (await readFile(path, 'utf8').catch(() => '')) === text;
			if (!same) await print(`${path}: 过时 / out of date\n`);
			stale ||= !same;
			continue;
		}
		await replaceFile(path, text);
		await print(`${path}\n`);
	}
	return stale ? 1 : 0;
}

if (import.meta.main) await runCommand('deploy:config', main);
