import { cp, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeVersion } from '../../../scripts/build/code-version.ts';
import { readContent } from '../../../scripts/build/read-content.ts';
import { fileReader, readHere } from '../../../scripts/build/read-file.ts';
import { pruneCache, ReadingCache } from '../../../scripts/build/reading-cache.ts';
import type { CachePlace } from '../../../scripts/build/reading-cache.ts';
import type { ReadFiles } from '../../../scripts/build/reading.ts';
import {
	build,
	contentsOf,
	figuresOf,
	FINANCE,
	HEALTH,
	page,
	reportsFolder,
	tempFolder,
	TOWN,
	writeFiles
} from './fixture.ts';

const DAY = 86_400_000;
const KEY = 'a'.repeat(64);

const place = async (version = 'one'): Promise<CachePlace> => ({ folder: await tempFolder(), version });

/** Reads by way of a cache, and notes which files were read indeed. */
function noting(cache: CachePlace): { readonly readFiles: ReadFiles; readonly read: string[] } {
	const read: string[] = [];
	const reader = fileReader(cache, (bytes, name) => {
		read.push(name);
		return readContent(bytes, name);
	});
	return { readFiles: readHere(reader), read };
}

async function entries(folder: string): Promise<string[]> {
	const found = await readdir(folder, { recursive: true, withFileTypes: true });
	return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const FILES = {
	'a.html': page(figuresOf(FINANCE, 2023)),
	'b/two.html': page(figuresOf(HEALTH, 2022)),
	'empty.txt': '',
	'prose.txt': '没有表格'
};

describe('a build with a cache', () => {
	it('reads no unchanged file again, whatever it is called, and the same dataset comes of it', async () => {
		const cache = await place();
		const first = noting(cache);
		const { out } = await build(FILES, { readFiles: first.readFiles });
		expect(first.read).toEqual(['a.html', 'b/two.html', 'empty.txt', 'prose.txt']);
		const second = noting(cache);
		const again = await build(FILES, { readFiles: second.readFiles });
		expect(second.read).toEqual([]);
		expect(again.cached).toBe(4);
		expect(await contentsOf(again.out)).toEqual(await contentsOf(out));
		const moved = noting(cache);
		const renamed = await build({ 'x/y.html': FILES['a.html'] }, { readFiles: moved.readFiles });
		expect(moved.read).toEqual([]);
		expect(await contentsOf(renamed.out)).toEqual(await contentsOf((await build({ 'x/y.html': FILES['a.html'] })).out));
	});

	it('reads again the one file that changed, and nothing when the manifest alone does', async () => {
		const cache = await place();
		await build(FILES, { readFiles: noting(cache).readFiles });
		const changed = noting(cache);
		await build({ ...FILES, 'a.html': page(figuresOf(TOWN, 2023)) }, { readFiles: changed.readFiles });
		expect(changed.read).toEqual(['a.html']);
		const told = noting(cache);
		const outcome = await build(
			{ ...FILES, 'manifest.csv': 'file,year\na.html,2021\n' },
			{ readFiles: told.readFiles }
		);
		expect(told.read).toEqual([]);
		expect(outcome.entries[0]?.year).toBe(2021);
		expect(outcome.entries[0]?.problems.map(({ code }) => code)).toContain('manifest/year-differs');
	});

	it('reads every file again once the code is another', async () => {
		const cache = await place('one');
		await build(FILES, { readFiles: noting(cache).readFiles });
		const second = noting({ ...cache, version: 'two' });
		await build(FILES, { readFiles: second.readFiles });
		expect(second.read).toHaveLength(4);
	});

	it.each([
		['cut short', (entry: Buffer) => entry.subarray(0, 60)],
		['empty', () => Buffer.alloc(0)],
		['changed in one byte', (entry: Buffer) => entry.map((byte, index) => (index === 50 ? byte ^ 1 : byte))],
		['that of another file', (_: Buffer, other: Buffer) => other]
	])('reads a file again whose entry is %s', async (_, damage) => {
		const cache = await place();
		const files = { 'a.html': FILES['a.html'], 'b.html': FILES['b/two.html'] };
		const { out } = await build(files, { readFiles: noting(cache).readFiles });
		const [first = '', second = ''] = await entries(cache.folder);
		await writeFile(first, damage(await readFile(first), await readFile(second)));
		const again = noting(cache);
		const outcome = await build(files, { readFiles: again.readFiles });
		expect(again.read).toHaveLength(1);
		expect(await contentsOf(outcome.out)).toEqual(await contentsOf(out));
		const third = noting(cache);
		await build(files, { readFiles: third.readFiles });
		expect(third.read).toEqual([]);
	});

	it.each([
		['that crashed', { code: 'file/crashed' as const, found: 'x' }],
		['of a kind that a converter reads', { code: 'file/unknown-kind' as const, found: 'RTF' }]
	])('does not keep the failure of a file %s', async (_, failure) => {
		const cache = await place();
		const reader = fileReader(cache, async () => [{ member: null, reader: null, failure, reports: [] }]);
		const folder = await reportsFolder({ 'a.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]) });
		const task = { path: join(folder, 'a.doc'), name: 'a.doc' };
		await reader(task);
		expect(await reader(task)).toMatchObject({ ok: true, cached: false });
	});

	it('works without one where the folder cannot be written', async () => {
		const folder = await reportsFolder({ file: 'x' });
		const noted = noting({ folder: join(folder, 'file'), version: 'one' });
		expect((await build(FILES, { readFiles: noted.readFiles })).cached).toBe(0);
		expect(noted.read).toHaveLength(4);
	});
});

describe('pruneCache', () => {
	const later = (days: number): number => Date.now() + days * DAY;

	it('keeps the states of the code used last', async () => {
		const { folder } = await place();
		for (const [index, version] of ['one', 'two', 'three', 'four'].entries()) {
			new ReadingCache({ folder, version }).put(KEY, '[]');
			await pruneCache({ folder, version }, later(index));
		}
		expect((await readdir(join(folder, 'readings'))).sort()).toEqual(['four', 'three', 'two']);
		expect(new ReadingCache({ folder, version: 'two' }).get(KEY)).toBe('[]');
	});

	it('removes what nobody asked for in three months and what was left half written, and looks once a day', async () => {
		const cache = await place();
		const kept = new ReadingCache(cache);
		const [old, used] = ['b'.repeat(64), KEY];
		kept.put(old, '[]');
		kept.put(used, '[]');
		await pruneCache(cache, Date.now() - 2 * DAY);
		const path = (key: string): string => join(cache.folder, 'readings', 'one', key.slice(0, 2), key);
		const age = (key: string): Promise<void> => utimes(path(key), new Date(later(-91)), new Date(later(-91)));
		await age(old);
		await age(used);
		await writeFile(`${path(used)}.1-0-1.tmp`, 'x');
		await utimes(`${path(used)}.1-0-1.tmp`, new Date(later(-2)), new Date(later(-2)));
		expect(kept.get(used)).toBe('[]');
		await pruneCache(cache);
		expect((await entries(cache.folder)).map((name) => name.split('/').at(-1)).sort()).toEqual([used, 'pruned']);
		await age(used);
		await pruneCache(cache);
		expect((await stat(path(used))).size).toBeGreaterThan(0);
	});

	it('says nothing where there is no cache', async () => {
		const { folder } = await place();
		await expect(pruneCache({ folder: join(folder, 'no'), version: 'one' })).resolves.toBeUndefined();
	});
});

describe('codeVersion', () => {
	const copy = async (): Promise<string> =>
		writeFiles(await tempFolder(), {
			'package.json': '{"dependencies":{"parse5":"8.1.1"},"scripts":{}}',
			'src/lib/core/read/html.ts': 'export const a = 1;',
			'src/lib/core/form/index.ts': '',
			'scripts/build/read-content.ts': 'x'
		});

	it('is the same for the same sources, wherever they are', async () => {
		const root = await copy();
		const other = join(await tempFolder(), 'copy');
		await cp(root, other, { recursive: true });
		await writeFile(join(other, 'package.json'), '{"dependencies":{"parse5":"8.1.1"},"scripts":{"a":"b"}}');
		expect(await codeVersion(other)).toBe(await codeVersion(root));
		expect(await codeVersion()).toMatch(/^[0-9a-f]{16}$/u);
	});

	it.each([
		['a source of the core', 'src/lib/core/read/html.ts', 'export const a = 2;'],
		['a new source', 'src/lib/core/read/pdf.ts', ''],
		['the step that calls it', 'scripts/build/read-content.ts', 'y'],
		['the version of a library', 'package.json', '{"dependencies":{"parse5":"8.1.2"}}']
	])('is another with another %s', async (_, file, text) => {
		const root = await copy();
		const before = await codeVersion(root);
		await mkdir(dirname(join(root, file)), { recursive: true });
		await writeFile(join(root, file), text);
		expect(await codeVersion(root)).not.toBe(before);
	});

	it('takes in every source that decides what is read', async () => {
		const beside = new Set(
			await readFile('scripts/build/code-version.ts', 'utf8').then((text) => text.match(/scripts\/build\/[\w-]+\.ts/gu))
		);
		const wanted = ['scripts/build/read-content.ts'];
		for (const path of wanted) {
			const text = await readFile(path, 'utf8').catch(() => '');
			for (const [, specifier = ''] of text.matchAll(/from '(\.[^']+)'/gu)) {
				const imported = join(dirname(path), specifier);
				if (!imported.startsWith('src/lib/core/') && !wanted.includes(imported)) wanted.push(imported);
			}
		}
		expect([...beside]).toEqual(expect.arrayContaining(wanted));
	});
});
