import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildDemo } from './data-demo.ts';
import { compileMessages, formatSeconds, ROOT, runScript, runTool } from './run/run-tool.ts';
import type { RunResult } from './run/run-tool.ts';
import { parseServeOptions, serve } from './serve.ts';

// `npm start`: reports → dataset → site → served on this machine. A step's own output is shown where it fails, the data build's always.

function say(step: string, result: RunResult, note = ''): void {
	console.log(`${result.code === 0 ? 'ok  ' : 'FAIL'} ${step}${note} (${formatSeconds(result.ms)})`);
	if (result.code !== 0) process.stdout.write(result.output);
}

async function buildData(): Promise<boolean> {
	const result = await runScript('data-build.ts', [], { show: true });
	// 1: some files gave no report, the others are built; the build itself has said which and why.
	if (result.code === 1 && existsSync(join(ROOT, 'static/data/datasets.json'))) {
		console.log(
			`note data (${formatSeconds(result.ms)}): not every report could be read, see above; the site is built from the others.`
		);
		return true;
	}
	say('data', result);
	return result.code === 0;
}

/** The site stands without it: a demonstration that cannot be built is said and left out. */
async function buildDemonstration(): Promise<void> {
	if ((await buildDemo()) !== 0)
		console.log('note the demonstration dataset could not be built; the site is built without it.');
}

async function buildSite(): Promise<boolean> {
	const messages = await compileMessages();
	say('messages', messages);
	if (messages.code !== 0) return false;
	const site = await runTool('vite', ['build', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } });
	say('site', site);
	return site.code === 0;
}

function fail(): void {
	console.error('Not started: the step above failed.');
	process.exitCode = 1;
}

const options = parseServeOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
	console.log(options);
	process.exitCode = 1;
} else if (await buildData()) {
	await buildDemonstration();
	if (await buildSite()) process.exitCode = await serve(options);
	else fail();
} else fail();
