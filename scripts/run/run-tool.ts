import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RunOptions {
	/** Print what the tool prints; otherwise it is kept in `output`. */
	readonly show?: boolean;
	readonly env?: Readonly<Record<string, string>>;
	/** Milliseconds after which the tool is ended. */
	readonly timeout?: number;
}

export interface RunResult {
	/** Exit status; 1 where the command could not be started or was ended by a signal. */
	readonly code: number;
	readonly output: string;
	readonly ms: number;
}

/** Runs a command from the project's root, without standard input. Never throws. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
	const started = performance.now();
	const { promise, resolve } = Promise.withResolvers<RunResult>();
	const chunks: Buffer[] = [];
	const child = spawn(command, args, {
		cwd: ROOT,
		env: { ...process.env, ...options.env },
		stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
		...(options.timeout ? { timeout: options.timeout } : {})
	});
	const end = (code: number, last = '') => {
		resolve({ code, output: Buffer.concat(chunks).toString('utf8') + last, ms: performance.now() - started });
	};
	child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
	child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
	child.on('error', (error) => end(1, `${command}: ${error.message}\n`));
	child.on('close', (code, signal) => end(code ?? 1, signal ? `${command}: ended by ${signal}\n` : ''));
	return promise;
}

/** The script behind a package's command (`node_modules/.bin/<name>`), so that every system starts it the same way. */
function findBin(packageName: string, bin: string): string {
	const require = createRequire(join(ROOT, 'package.json'));
	const paths = require.resolve.paths(packageName) ?? [];
	for (const folder of paths.map((path) => join(path, packageName))) {
		try {
			const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
			const entry = (manifest as { bin?: string | Record<string, string> }).bin;
			const file = typeof entry === 'string' ? entry : entry?.[bin];
			if (file) return join(folder, file);
		} catch {
			continue;
		}
	}
	throw new Error(`unknown command: ${bin} of ${packageName} (was "npm ci" run?)`);
}

const PACKAGE_OF = {
	prettier: 'prettier',
	eslint: 'eslint',
	tsc: 'typescript',
	vite: 'vite',
	vitest: 'vitest',
	playwright: '@playwright/test',
	'svelte-kit': '@sveltejs/kit',
	'svelte-check': 'svelte-check',
	'paraglide-js': '@inlang/paraglide-js'
} as const;
export type Tool = keyof typeof PACKAGE_OF;

export function runTool(tool: Tool, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
	return run(process.execPath, [findBin(PACKAGE_OF[tool], tool), ...args], options);
}

export function runScript(script: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
	return run(process.execPath, [join(ROOT, 'scripts', script), ...args], options);
}

/** What `npm run i18n` does; the same options stand in vite.config.ts. */
export function compileMessages(): Promise<RunResult> {
	return runTool('paraglide-js', [
		...['compile', '--silent', '--project', './project.inlang', '--outdir', './src/lib/paraglide'],
		...['--strategy', 'globalVariable', 'baseLocale']
	]);
}

export function formatSeconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}
