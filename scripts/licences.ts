import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { print, runCommand } from './run/command.ts';
import { ROOT } from './run/run-tool.ts';

export interface Licensed {
	readonly name: string;
	readonly version: string;
	/** SPDX expression; null where the package names none. */
	readonly licence: string | null;
	/** Whether it is used while building and testing only. */
	readonly dev: boolean;
	/** Its content is fixed by a checksum of the lock file. */
	readonly fixed: boolean;
}

/** Licences under which the site may be built and passed on by anybody, also inside a closed network. */
const KNOWN = [
	...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'CC0-1.0', 'CC-BY-4.0', 'Unlicense'],
	...['BlueOak-1.0.0', 'Python-2.0', 'Zlib', 'WTFPL', 'MPL-2.0']
];

/** Packages whose manifest names no licence, or not by its identifier: what the LICENSE file beside it says. */
const READ_FROM_FILE: Readonly<Record<string, string>> = {
	duck: 'BSD-2-Clause',
	'json-bignum': 'MIT',
	'sqlite-wasm-kysely': 'MIT',
	'svelte-toolbelt': 'MIT'
};

/** Whether the expression leaves a way that is known: `(MIT OR GPL-3.0)` does, `MIT AND GPL-3.0` does not. */
export function isKnown(expression: string | null): boolean {
	if (expression === null) return false;
	const plain = expression.replaceAll(/[()]/gu, ' ').trim();
	return plain.split(/\s+OR\s+/u).some((way) => way.split(/\s+AND\s+/u).every((one) => KNOWN.includes(one.trim())));
}

type Locked = Readonly<Record<string, unknown>>;

/** Every package of the lock file but those of other systems that this one may lack. */
export function licensedPackages(lock: string): Licensed[] {
	const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, Locked>> };
	return Object.entries(packages)
		.filter(([path]) => path !== '')
		.map(([path, locked]) => {
			const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
			return {
				name,
				version: String(locked['version']),
				licence: READ_FROM_FILE[name] ?? (typeof locked['license'] === 'string' ? locked['license'] : null),
				dev: locked['dev'] === true || locked['devOptional'] === true,
				fixed: typeof locked['integrity'] === 'string'
			};
		})
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('licences')
		.description('列出依赖的许可证 / list the licences of the dependencies, as the lock file has them')
		.option('--all', '也列构建和测试用的 / with those used for building and testing only')
		.option('--json', '每个一行 JSON / print a line of JSON for each')
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const { all, json } = command.opts<{ all?: true; json?: true }>();
	const packages = licensedPackages(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
	const shown = packages.filter(({ dev }) => all === true || !dev);
	for (const one of shown) {
		const { name, version, licence } = one;
		await print(json ? `${JSON.stringify(one)}\n` : `${name}\t${version}\t${licence ?? '?'}\n`);
	}
	const unknown = packages.filter(({ licence }) => !isKnown(licence));
	for (const { name, licence } of unknown)
		console.error(`许可证待核 / licence to be looked at: ${name}: ${licence ?? '?'}`);
	const loose = packages.filter(({ fixed }) => !fixed);
	for (const { name } of loose) console.error(`锁定文件无校验和 / without a checksum in the lock file: ${name}`);
	return unknown.length + loose.length > 0 ? 1 : 0;
}

if (import.meta.main) await runCommand('licences', main);
