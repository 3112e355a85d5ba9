import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeVersion } from './build/code-version.ts';
import { replaceFile } from './build/publish.ts';
import { formatSeconds, ROOT, runScript } from './run/run-tool.ts';
import type { RunResult } from './run/run-tool.ts';
import { runCommand } from './run/command.ts';

// `npm run data:demo`: reports of an invented country → files in .cache/demo → the dataset static/data/demo, by the way of real reports.

const FOLDER = '.cache/demo';
const CORPUS = `${FOLDER}/corpus`;
const CORPUS_STAMP = join(ROOT, FOLDER, 'corpus.stamp');
const DATASET_STAMP = join(ROOT, FOLDER, 'dataset.stamp');
const DESCRIPTOR = join(ROOT, 'static/data/demo/datapackage.json');

const CORPUS_OPTIONS = [
	...['--agencies', '120', '--years', '2019-2025', '--seed', 'demo', '--kinds', 'html,txt,md'],
	...['--mutations', 'default', '--errors', 'default', '--missing', '0.06', '--out', CORPUS]
];

const BUILD_OPTIONS = [
	...[
		'--reports',
		`${CORPUS}/reports`,
		'--agencies',
		`${CORPUS}/agencies.csv`,
		'--coverage',
		`${CORPUS}/coverage.csv`,
		'--cache',
		`${FOLDER}/cache`
	],
	...['--name', 'demo', '--fictional', '--brief', '--quiet']
];

/** The state of those files: their names and contents. */
async function hashOf(folders: readonly string[], more: readonly string[]): Promise<string> {
	const hash = createHash('sha256').update(JSON.stringify([process.version, ...more]));
	for (const folder of folders) {
		const names = await readdir(join(ROOT, folder), { recursive: true });
		for (const name of names.filter((each) => each.endsWith('.ts')).sort()) {
			hash.update(`\n${folder}/${name}\n`).update(await readFile(join(ROOT, folder, name)));
		}
	}
	return `${hash.digest('hex')}\n`;
}

const corpusStamp = (): Promise<string> =>
	hashOf(['scripts/synthesize', 'src/lib/core/form', 'src/lib/core/agencies'], CORPUS_OPTIONS);

/** What decides the dataset: the corpus, the code that reads and writes it, and that it is there as it was written. */
async function datasetStamp(corpus: string): Promise<string> {
	const built = existsSync(DESCRIPTOR) ? await readFile(DESCRIPTOR, 'utf8') : '';
	return hashOf(['scripts/build', 'src/lib/format'], [corpus, await codeVersion(), built, ...BUILD_OPTIONS]);
}

const isStamped = async (path: string, stamp: string): Promise<boolean> =>
	existsSync(path) && (await readFile(path, 'utf8')) === stamp;

async function synthesize(stamp: string): Promise<RunResult | null> {
	if (await isStamped(CORPUS_STAMP, stamp)) return null;
	await rm(CORPUS_STAMP, { force: true });
	const made = await runScript('data-synthesize.ts', CORPUS_OPTIONS);
	if (made.code === 0) await replaceFile(CORPUS_STAMP, stamp);
	return made;
}

async function build(): Promise<RunResult | null> {
	const corpus = await corpusStamp();
	const made = await synthesize(corpus);
	if (made !== null && made.code !== 0) return made;
	if (await isStamped(DATASET_STAMP, await datasetStamp(corpus))) return null;
	const built = await runScript('data-build.ts', BUILD_OPTIONS);
	// 1: invented reports that are hard on purpose gave nothing; the build report says which and why.
	if (built.code > 1) return built;
	await replaceFile(DATASET_STAMP, await datasetStamp(corpus));
	return { ...built, code: 0 };
}

/** Builds the demonstration dataset where it is not there as it would be built; gives 0 where it is there then. */
export async function buildDemo(): Promise<number> {
	const started = performance.now();
	const result = await build();
	const said = result === null ? ', as it was' : '';
	const code = result?.code ?? 0;
	console.log(`${code === 0 ? 'ok  ' : 'FAIL'} demo${said} (${formatSeconds(performance.now() - started)})`);
	if (result !== null) process.stdout.write(result.output);
	return code;
}

if (import.meta.main) await runCommand('data:demo', buildDemo);
