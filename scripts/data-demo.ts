import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { codeVersion } from './build/code-version.ts';
import { replaceFile } from './build/publish.ts';
import { formatSeconds, ROOT, runScript } from './run/run-tool.ts';
import type { RunResult } from './run/run-tool.ts';
import { runCommand } from './run/command.ts';
import { makeParts } from './synthesize/cells/make-parts.ts';
import { ERROR_KINDS } from './synthesize/errors.ts';
import { MUTATIONS, readRates } from './synthesize/mutations/registry.ts';
import { SMALL_SIZES } from './synthesize/world/world.ts';
import type { WorldSizes } from './synthesize/world/world.ts';

// `npm run data:demo`: reports of an invented country → files in .cache/demo → the dataset static/data/demo, by the way of real reports.
// The rest of the country, some three thousand agencies, is added straight as cells.

const FOLDER = '.cache/demo';
const CORPUS = `${FOLDER}/corpus`;
const CORPUS_STAMP = join(ROOT, FOLDER, 'corpus.stamp');
const PARTS = `${FOLDER}/parts`;
const PARTS_STAMP = join(ROOT, FOLDER, 'parts.stamp');
const DATASET_STAMP = join(ROOT, FOLDER, 'dataset.stamp');
const DESCRIPTOR = join(ROOT, 'static/data/demo/datapackage.json');

const CORPUS_OPTIONS = [
	...['--agencies', '120', '--years', '2019-2025', '--seed', 'demo', '--kinds', 'html,txt,md'],
	...['--mutations', 'default', '--errors', 'default', '--missing', '0.06', '--out', CORPUS]
];

/** The files come from the first two provinces; those that follow are larger. */
const FIRST_PROVINCE = 3;
const SIZES: WorldSizes = {
	citiesOfProvince: [2, 4],
	countiesOfCity: [3, 5],
	departments: [10, 16],
	towns: [2, 4]
};
const PARTS_OPTIONS = {
	seed: 'demo',
	years: [2019, 2025],
	sizes: [SMALL_SIZES, SMALL_SIZES, SIZES],
	from: FIRST_PROVINCE,
	agencies: 3000,
	missing: 0.06
} as const;

const BUILD_OPTIONS = [
	...[
		'--reports',
		`${CORPUS}/reports`,
		'--agencies',
		`${CORPUS}/agencies.csv`,
		'--coverage',
		`${CORPUS}/coverage.csv`,
		'--parts',
		PARTS,
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

const partsStamp = async (): Promise<string> =>
	hashOf(['scripts/synthesize', 'scripts/build'], [await codeVersion(), JSON.stringify(PARTS_OPTIONS)]);

/** What decides the dataset: the corpus and the parts, the code that reads and writes it, and that it is there as it was written. */
async function datasetStamp(corpus: string, parts: string): Promise<string> {
	const built = existsSync(DESCRIPTOR) ? await readFile(DESCRIPTOR, 'utf8') : '';
	return hashOf(['scripts/build', 'src/lib/format'], [corpus, parts, await codeVersion(), built, ...BUILD_OPTIONS]);
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

async function putPartsAside(stamp: string): Promise<void> {
	if (await isStamped(PARTS_STAMP, stamp)) return;
	await rm(PARTS_STAMP, { force: true });
	await makeParts({
		...PARTS_OPTIONS,
		mutations: readRates('default', MUTATIONS),
		errors: readRates('default', ERROR_KINDS),
		out: join(ROOT, PARTS),
		jobs: availableParallelism()
	});
	await replaceFile(PARTS_STAMP, stamp);
}

async function build(): Promise<RunResult | null> {
	const corpus = await corpusStamp();
	const made = await synthesize(corpus);
	if (made !== null && made.code !== 0) return made;
	const parts = await partsStamp();
	if (await isStamped(DATASET_STAMP, await datasetStamp(corpus, parts))) return null;
	await putPartsAside(parts);
	const built = await runScript('data-build.ts', BUILD_OPTIONS);
	// 1: invented reports that are hard on purpose gave nothing; the build report says which and why.
	if (built.code > 1) return built;
	await replaceFile(DATASET_STAMP, await datasetStamp(corpus, parts));
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
