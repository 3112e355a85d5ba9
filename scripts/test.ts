import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buildDemo } from './data-demo.ts';
import { add, countPlaywright, countVitest, filesNotRun, formatCounts, joinVitest } from './run/count-results.ts';
import type { Counts } from './run/count-results.ts';
import { namePlaywright, nameVitest } from './run/name-failures.ts';
import { ensureChineseFonts, ensureChromium } from './run/install-chromium.ts';
import { compileMessages, formatSeconds, ROOT, runTool } from './run/run-tool.ts';
import type { RunOptions, RunResult } from './run/run-tool.ts';
import { listen } from './run/site-server.ts';
import { isOver, measureSizes, sizeLine } from './run/size-budgets.ts';

// `npm test` runs every step; `node scripts/test.ts format lint` runs those named. The last line counts individual tests.

const REPORTS = join(ROOT, '.cache/test');
const TEST_FILES = ['tests/unit/**/*.test.ts', 'tests/golden/**/*.test.ts'];
const STEP_LIMIT_MS = 40 * 60_000;
const SHOWN: RunOptions = { show: true, timeout: STEP_LIMIT_MS };

const PASSED: Counts = { passed: 1, failed: 0 };
const FAILED: Counts = { passed: 0, failed: 1 };

function countOne(result: RunResult): Counts {
	return result.code === 0 ? PASSED : FAILED;
}

interface Report {
	readonly file: string;
	readonly count: (json: string, code: number) => Counts;
	readonly name: (json: string) => string[];
}

const VITEST: Report = { file: 'unit.json', count: countVitest, name: nameVitest };
const PLAYWRIGHT: Report = { file: 'e2e.json', count: countPlaywright, name: namePlaywright };

/** Printed again under the summary, so that the end of a long log says which tests failed. */
const failures: string[] = [];

/** A reporter that wrote nothing, or half a file, means that its tests did not run. */
function readReport(report: Report, code: number): Counts {
	try {
		const json = readFileSync(join(REPORTS, report.file), 'utf8');
		failures.push(...report.name(json).map((line) => line.replace(ROOT, '')));
		return report.count(json, code);
	} catch (error) {
		console.error(`No report of the tests: ${(error as Error).message}`);
		return FAILED;
	}
}

async function checkTypes(): Promise<Counts> {
	const core = await runTool('tsc', ['-p', 'src/lib/core'], SHOWN);
	const worker = await runTool('tsc', ['-p', 'src/service-worker'], SHOWN);
	const all = await runTool('svelte-check', ['--tsconfig', './tsconfig.json', '--output', 'human'], SHOWN);
	return core.code === 0 && worker.code === 0 && all.code === 0 ? PASSED : FAILED;
}

async function runVitest(report: string, files: readonly string[] = []): Promise<number> {
	const args = ['run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${join(REPORTS, report)}`];
	return (await runTool('vitest', args, SHOWN)).code;
}

/** A file whose worker never started, or died, is run once more, and named; a test that failed is not. */
async function runUnit(): Promise<Counts> {
	const path = join(REPORTS, VITEST.file);
	const code = await runVitest(VITEST.file);
	if (!existsSync(path)) return readReport(VITEST, code);
	const files = globSync(TEST_FILES, { cwd: ROOT }).map((file) => join(ROOT, file));
	const notRun = filesNotRun(readFileSync(path, 'utf8'), files);
	if (notRun.length === 0) return readReport(VITEST, code);
	console.log(`No test of these files ran, so they are run again: ${notRun.join(', ')}`);
	const again = join(REPORTS, 'unit-again.json');
	const codeAgain = await runVitest('unit-again.json', notRun);
	if (existsSync(again)) writeFileSync(path, joinVitest(readFileSync(path, 'utf8'), readFileSync(again, 'utf8')));
	return readReport(VITEST, codeAgain);
}

async function findFreePort(): Promise<number> {
	const server = createServer();
	const port = await listen(server, { host: '127.0.0.1', port: 0 });
	server.close();
	return port;
}

let siteIsBuilt = true;

async function buildSite(): Promise<Counts> {
	// Site and its tests have both datasets: the real one is in the repository, the demonstration is built.
	if ((await buildDemo()) !== 0) {
		siteIsBuilt = false;
		return FAILED;
	}
	const result = await runTool('vite', ['build', '--logLevel', 'warn'], { ...SHOWN, env: { NODE_ENV: 'production' } });
	siteIsBuilt = result.code === 0;
	return countOne(result);
}

/** Bytes are the same on every machine, so they are held; times are reported by the benchmarks alone. */
async function checkSizes(): Promise<Counts> {
	if (!siteIsBuilt) {
		console.error('Not run: the site was not built.');
		return FAILED;
	}
	const measured = await measureSizes(join(ROOT, 'build'));
	for (const one of measured) console.log(sizeLine(one));
	failures.push(...measured.filter(isOver).map(({ name }) => `over its budget of bytes: ${name}`));
	return add(measured.map((one) => (isOver(one) ? FAILED : PASSED)));
}

async function runEndToEnd(): Promise<Counts> {
	if (!siteIsBuilt) {
		console.error('Not run: the site was not built.');
		return FAILED;
	}
	const browser = await ensureChromium();
	if ('problem' in browser) {
		console.error(browser.problem);
		return FAILED;
	}
	console.log(`Browser: ${browser.path}`);
	const fonts = await ensureChineseFonts();
	if (fonts) console.warn(fonts);
	const { code } = await runTool('playwright', ['test', '--reporter=list,json'], {
		...SHOWN,
		env: {
			CHROMIUM_PATH: browser.path,
			E2E_PORT: String(await findFreePort()),
			PLAYWRIGHT_JSON_OUTPUT_FILE: join(REPORTS, PLAYWRIGHT.file)
		}
	});
	return readReport(PLAYWRIGHT, code);
}

const STEPS: Readonly<Record<string, () => Promise<Counts>>> = {
	format: async () => countOne(await runTool('prettier', ['--check', '--log-level', 'warn', '.'], SHOWN)),
	lint: async () => countOne(await runTool('eslint', ['--max-warnings', '0', '.'], SHOWN)),
	types: checkTypes,
	unit: runUnit,
	build: buildSite,
	sizes: checkSizes,
	e2e: runEndToEnd
};

/** What every step rests on: SvelteKit's generated types and the compiled messages. */
async function prepare(): Promise<boolean> {
	rmSync(REPORTS, { recursive: true, force: true });
	mkdirSync(REPORTS, { recursive: true });
	const results = [await compileMessages(), await runTool('svelte-kit', ['sync'])];
	for (const result of results) if (result.code !== 0) process.stdout.write(result.output);
	return results.every((result) => result.code === 0);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
	console.error(`unknown step: ${unknown.join(', ')} (there are ${Object.keys(STEPS).join(', ')})`);
	process.exit(1);
}

const outcome: { name: string; counts: Counts; ms: number }[] = [];
if (!(await prepare())) outcome.push({ name: 'prepare', counts: FAILED, ms: 0 });
for (const [name, step] of Object.entries(STEPS)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	console.log(`\n── ${name}`);
	const started = performance.now();
	const counts = await step();
	outcome.push({ name, counts, ms: performance.now() - started });
}

console.log('\n── summary');
for (const { name, counts, ms } of outcome) {
	const sign = counts.failed === 0 ? 'ok  ' : 'FAIL';
	console.log(`${sign} ${name.padEnd(8)} ${formatCounts(counts)} (${formatSeconds(ms)})`);
}
for (const failure of failures) console.log(`FAIL ${failure}`);
const total = add(outcome.map((one) => one.counts));
console.log(formatCounts(total));
process.exitCode = total.failed === 0 ? 0 : 1;
