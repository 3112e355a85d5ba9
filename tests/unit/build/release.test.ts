import { readdir, readFile, readlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPackage } from '../../../scripts/build/changes.ts';
import { extractLines } from '../../../scripts/build/extract-lines.ts';
import { fileReader, readHere } from '../../../scripts/build/read-file.ts';
import { sha256, verifyDataset } from '../../../scripts/build/verify.ts';
import { membersOf } from '../../../scripts/release/members.ts';
import { writeZip } from '../../../scripts/release/zip-file.ts';
import { DATASET_TABLES, extractSchema } from '../../../src/lib/core/dataset/index.ts';
import type { DatasetTable } from '../../../src/lib/core/dataset/index.ts';
import { ALL_CELLS } from '../../../src/lib/core/form/index.ts';
import { barText, build, figuresOf, FINANCE, HEALTH, page, reportsFolder, tempFolder } from './fixture.ts';

const FILES = {
	'a.html': page(figuresOf(FINANCE, 2023, { 't2.rules.issued': '/', 't3.granted.total': 4 })),
	'b.txt': barText(figuresOf(HEALTH, 2020, {}, '2019')),
	'c.txt': 'no report'
};

describe('a released dataset', () => {
	it('is a zip of the same bytes whenever it is packed, in which every file has its checksum', async () => {
		const { folder } = await build(FILES);
		const out = await tempFolder();
		const { name, members } = await membersOf(folder);
		const written = await writeZip(join(out, 'a.zip'), members);
		expect(await writeZip(join(out, 'b.zip'), [...(await membersOf(folder)).members])).toEqual(written);
		const zip = await readFile(join(out, 'a.zip'));
		expect({ bytes: zip.length, sha256: sha256(zip) }).toEqual(written);
		const files = Object.entries(unzipSync(zip)).map(
			([path, content]) => [path.replace(`${name}/`, ''), content] as const
		);
		const sums = files.find(([path]) => path === 'SHA256SUMS')?.[1] ?? new Uint8Array();
		expect(Buffer.from(sums).toString().trim().split('\n').sort()).toEqual(
			files
				.filter(([path]) => path !== 'SHA256SUMS')
				.map(([path, content]) => `${sha256(content)}  ${path}`)
				.sort()
		);
		const text = (path: string): string => Buffer.from(files.find(([one]) => one === path)?.[1] ?? []).toString();
		const columns = (DATASET_TABLES as readonly DatasetTable[]).flatMap((table) =>
			table.columns.map((column) => `${table.name},${column.name},`)
		);
		const dictionary = text('dictionary.csv').split('\r\n').slice(1, -1);
		expect(dictionary).toHaveLength(columns.length);
		columns.forEach((column, at) => expect(dictionary[at]?.startsWith(column)).toBe(true));
		expect(text('README.md')).toContain((await readPackage(folder))['gongkai:build']);
		expect(text('codes.csv')).toContain('absence,slash,');
		expect(JSON.parse(text('extract.schema.json'))).toEqual(extractSchema());
	});

	it.runIf(process.platform === 'linux')('is closed and taken away where it comes to nothing', async () => {
		const out = await tempFolder();
		const lost = { path: 'lost.csv', content: () => Promise.reject(new Error('lost')) };
		await expect(writeZip(join(out, 'a.zip'), [lost])).rejects.toThrow('lost');
		const handles = await readdir('/proc/self/fd');
		const held = await Promise.all(handles.map((one) => readlink(`/proc/self/fd/${one}`).catch(() => '')));
		expect(held.filter((path) => path.startsWith(out))).toEqual([]);
		expect(await readdir(out)).toEqual([]);
	});

	it('describes each CSV column by column, and a lost description is a damage', async () => {
		const { folder } = await build(FILES);
		const dataset = await readPackage(folder);
		expect(dataset['gongkai:csvw']).toHaveLength(dataset['gongkai:csv'].length);
		for (const { path } of dataset['gongkai:csv']) {
			const described = JSON.parse(await readFile(join(folder, `${path}-metadata.json`), 'utf8')) as {
				url: string;
				tableSchema: { columns: { titles: string; 'dc:description': { '@language': string }[] }[] };
			};
			const [header] = (await readFile(join(folder, path), 'utf8')).split('\r\n');
			expect(described.url).toBe(path);
			expect(described.tableSchema.columns.map(({ titles }) => titles).join()).toBe(header);
			for (const { 'dc:description': meaning } of described.tableSchema.columns)
				expect(meaning.map((each) => each['@language'])).toEqual(['zh', 'en']);
		}
		expect(dataset).toMatchObject({
			version: `1.0.0+${dataset['gongkai:build']}`,
			contributors: [{ title: expect.any(String) as string, roles: ['author', 'wrangler'] }]
		});
		await truncate(join(folder, 'agencies.csv-metadata.json'), 9);
		expect(await verifyDataset(folder)).toEqual([expect.stringContaining('agencies.csv-metadata.json: 9 bytes')]);
	});
});

describe('the schema of the JSON of a report', () => {
	const validate = new Ajv({ allErrors: true }).compile(extractSchema());

	it('holds for what is read: figures, absences, findings, problems, files without a report', async () => {
		const folder = await reportsFolder({ ...FILES, 'empty.html': '', 'wrong.pdf': '%PDF-1.7' });
		const names = ['a.html', 'b.txt', 'c.txt', 'empty.html', 'wrong.pdf'];
		let at = 0;
		const shown: unknown[] = [];
		for await (const outcome of readHere(fileReader(null))(names.map((name) => ({ path: join(folder, name), name })))) {
			for (const line of extractLines(names[at] ?? '', outcome).lines) {
				const plain: unknown = JSON.parse(JSON.stringify(line));
				shown.push(validate(plain), validate.errors ?? null);
			}
			at += 1;
		}
		expect(shown).toEqual(names.flatMap(() => [true, null]));
	});

	it.each([
		['a cell that the form does not have', { cells: { 't2.rules.nothing': { v: 1, raw: '1' } } }],
		['a number with a reason for its absence', { cells: { 't2.rules.issued': { v: 1, raw: '1', absence: 'slash' } } }],
		['no number and no reason', { cells: { 't2.rules.issued': { v: null, raw: '/' } } }],
		['a layout that is none', { formats: { t2: '2020', t3: null, t4: null } }],
		[
			'a rule that is none',
			{ findings: [{ rule: 'x', along: '', status: 'pass', cells: [], left: 1, right: 1, difference: 0 }] }
		]
	])('refuses %s', (_, changed) => {
		const good = {
			file: 'a',
			agency: null,
			year: 2023,
			formats: { t2: '2021', t3: null, t4: null },
			cells: { [ALL_CELLS[0]?.key ?? '']: { v: 0, raw: '0' } },
			findings: [],
			problems: []
		};
		expect(validate(good)).toBe(true);
		expect(validate({ ...good, ...changed })).toBe(false);
	});
});
