import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyDataset } from '../../../scripts/build/verify.ts';
import { DATASET_TABLES, packageText } from '../../../src/lib/core/dataset/index.ts';
import type { TableRows } from '../../../src/lib/core/dataset/index.ts';
import { arrowTables } from '../../../src/lib/db/arrow-rows.ts';
import type { DatasetContents } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import { writeDataset } from '../../../src/lib/db/write-dataset.ts';
import { run, tableOf } from '../../../src/lib/queries/index.ts';
import { barText, build, figuresOf, FINANCE, HEALTH, page, tempFolder, TOWN } from '../build/fixture.ts';
import { startWasm } from './wasm-in-node.ts';

// Each starts the engine and builds a dataset.
const LIMIT = 90_000;
const TITLE = { zh: '本次会话', en: 'This session' };

async function write(tables: TableRows): Promise<DatasetContents> {
	const engine = await startWasm(() => Promise.reject(new Error('nothing to read')));
	try {
		return await writeDataset(engine, arrowTables(tables), {
			name: 'session',
			title: TITLE,
			fictional: false,
			session: true
		});
	} finally {
		await engine.close();
	}
}

async function save({ package: dataPackage, files }: DatasetContents): Promise<string> {
	const folder = join(await tempFolder(), 'session');
	await mkdir(folder);
	await writeFile(join(folder, 'datapackage.json'), packageText(dataPackage));
	for (const [path, bytes] of files) await writeFile(join(folder, path), bytes);
	return folder;
}

it('writes with the engine of the browser what the build writes, and it holds', { timeout: LIMIT }, async () => {
	const { assembled, folder: built } = await build({
		'a.html': page(figuresOf(FINANCE, 2022)),
		'b.html': page(figuresOf(FINANCE, 2023, { 't3.new.total': 6, 't2.fees.amount': '/' })),
		'c.txt': barText(figuresOf(HEALTH, 2020, {}, '2019')),
		'd.html': page(figuresOf(TOWN, 2023, { 't4.review.other': '' })),
		'e.html': page(figuresOf(TOWN, 2023)),
		'f.html': '<p>letter</p>'
	});
	const written = await write(assembled.tables);
	expect(written.package).toMatchObject({ 'gongkai:session': true, licenses: [], 'gongkai:title': TITLE });
	const folder = await save(written);
	expect(await verifyDataset(folder)).toEqual([]);
	const [mine, theirs] = [await openDataset(folder), await openDataset(built)];
	for (const { name } of DATASET_TABLES) {
		const rows = await run(theirs, tableOf(name));
		expect(rows.length).toBeGreaterThan(0);
		expect(await run(mine, tableOf(name)), name).toEqual(rows);
	}
	await Promise.all([mine.close(), theirs.close()]);
});

it(
	'writes the same bytes whatever the order of the rows, and leaves out tables without a row',
	{ timeout: LIMIT },
	async () => {
		const { assembled } = await build({
			'a.html': page(figuresOf(FINANCE, 2022)),
			'b.html': page(figuresOf(HEALTH, 2022))
		});
		const turned = Object.fromEntries(
			Object.entries(assembled.tables).map(([name, rows]) => [name, [...rows].reverse()])
		) as unknown as TableRows;
		const [one, other] = [await write(assembled.tables), await write({ ...turned, problems: [] })];
		const plain = ({ package: { resources } }: DatasetContents): string[] =>
			resources
				.filter((resource) => resource['gongkai:table'] !== 'problems')
				.map(({ path, hash }) => `${path} ${hash}`);
		expect(plain(other)).toEqual(plain(one));
		expect(other.package.resources.some((resource) => resource['gongkai:table'] === 'problems')).toBe(false);
	}
);
