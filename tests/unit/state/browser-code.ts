import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import type * as Harness from './harness.svelte.ts';

const here = import.meta.dirname;

/** The harness and the state it holds, compiled as for the browser: under Vitest runes compile for the server and do not react. */
export async function loadHarness(): Promise<{ harness: typeof Harness; remove: () => Promise<void> }> {
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		mode: 'test',
		plugins: [svelte({ configFile: false })],
		resolve: {
			conditions: ['browser'],
			alias: {
				'$app/navigation': resolve(here, 'app.svelte.ts'),
				'$app/state': resolve(here, 'app.svelte.ts')
			}
		},
		build: {
			write: false,
			minify: false,
			lib: { entry: resolve(here, 'harness.svelte.ts'), formats: ['es'] },
			rolldownOptions: { external: [/db\/browser\.ts$/, /open-sums\.ts$/] }
		}
	});
	const [output] = Array.isArray(built) ? built : [built];
	if (!output || !('output' in output)) throw new Error('nothing built');
	const folder = await mkdtemp(join(tmpdir(), 'gongkai-state-'));
	const file = join(folder, 'harness.mjs');
	await writeFile(file, output.output[0].code);
	const harness = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof Harness;
	return { harness, remove: () => rm(folder, { recursive: true }) };
}
