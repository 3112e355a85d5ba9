import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { deployConfigs } from '../../../scripts/deploy-config.ts';
import { compressSite } from '../../../scripts/deploy/compress.ts';
import { isKnown, licensedPackages } from '../../../scripts/licences.ts';

it('the configurations in deploy/ are those of the rules', async () => {
	for (const [name, text] of Object.entries(await deployConfigs()))
		expect(await readFile(join('deploy', name), 'utf8'), `${name}: run npm run deploy:config`).toBe(text);
});

it('no path of a static host gets a header twice: two policies would hold both', async () => {
	const { _headers: text = '' } = await deployConfigs();
	const blocks = text.split('\n\n').slice(1);
	const names = (block = ''): string[] => [...block.matchAll(/^ {2}([\w-]+):/gmu)].map((match) => match[1] ?? '');
	const always = new Set(names(blocks[0]));
	expect(blocks[0]).toMatch(/^\/\*\n/u);
	for (const block of blocks.slice(1)) expect(names(block).filter((name) => always.has(name))).toEqual([]);
	const paths = blocks.map((block) => block.split('\n')[0]);
	expect(new Set(paths).size).toBe(paths.length);
	expect(text).toMatch(/^\/en\/embed\/\n {2}Content-Security-Policy: .*frame-ancestors \*\n {2}Cache-Control/mu);
});

it('sets a packed file beside each that grows smaller, once', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'gongkai-compress-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const text = 'export const a = 1;\n'.repeat(200);
	await writeFile(join(folder, 'a.js'), text);
	await writeFile(join(folder, 'small.js'), 'a');
	await writeFile(join(folder, 'b.parquet'), 'PAR1'.repeat(1000));
	expect(await compressSite(folder, 2)).toMatchObject({ files: 1, bytes: 4000 });
	expect((await readdir(folder)).sort()).toEqual(['a.js', 'a.js.br', 'a.js.gz', 'b.parquet', 'small.js']);
	expect(gunzipSync(await readFile(join(folder, 'a.js.gz'))).toString()).toBe(text);
	expect(brotliDecompressSync(await readFile(join(folder, 'a.js.br'))).toString()).toBe(text);
	const { mtimeMs } = await stat(join(folder, 'a.js.br'));
	await compressSite(folder, 2);
	expect((await stat(join(folder, 'a.js.br'))).mtimeMs).toBe(mtimeMs);
});

it('every dependency has a licence under which anybody may pass the site on, and a checksum', async () => {
	const packages = licensedPackages(await readFile('package-lock.json', 'utf8'));
	expect(packages.length).toBeGreaterThan(300);
	expect(packages.filter(({ licence, fixed }) => !isKnown(licence) || !fixed)).toEqual([]);
});

it.each([
	['(MIT OR GPL-3.0-or-later)', true],
	['MIT AND GPL-3.0-only', false],
	['GPL-3.0-only', false],
	[null, false]
])('the licence %s is known: %s', (expression, known) => {
	expect(isKnown(expression)).toBe(known);
});
