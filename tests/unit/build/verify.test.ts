import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256, verifyDataset } from '../../../scripts/build/verify.ts';
import { readPackage } from '../../../scripts/build/changes.ts';
import { withDuckDB } from '../../../scripts/build/duckdb.ts';
import { literal } from '../../../src/lib/db/sql.ts';
import type { DataPackage, DataPackageResource } from '../../../src/lib/core/dataset/package.ts';
import { build, figuresOf, FINANCE, page } from './fixture.ts';

async function built(): Promise<{
	folder: string;
	resource: (name: string) => DataPackageResource;
	dataset: DataPackage;
}> {
	const { folder } = await build({ 'a.html': page(figuresOf(FINANCE, 2023, { 't2.rules.issued': '/' })) });
	const dataset = await readPackage(folder);
	const resource = (name: string): DataPackageResource => {
		const found = dataset.resources.find((candidate) => candidate.name === name);
		if (!found) throw new Error(`no resource: ${name}`);
		return found;
	};
	return { folder, resource, dataset };
}

/** Writes other rows into a file of the dataset and gives it its right checksum, so that only the rows are wrong. */
async function rewrite(name: string, sql: (from: string) => string): Promise<string[]> {
	const { folder, resource, dataset } = await built();
	const { path, hash, bytes } = resource(name);
	const file = join(folder, path);
	await withDuckDB((connection) =>
		connection.run(`COPY (${sql(`read_parquet(${literal(file)})`)}) TO ${literal(`${file}.new`)} (FORMAT parquet)`)
	);
	const content = await readFile(`${file}.new`);
	await writeFile(file, content);
	const text = JSON.stringify(dataset)
		.replace(hash, `sha256:${sha256(content)}`)
		.replace(
			`"bytes":${String(bytes)},"hash":"sha256:${sha256(content)}"`,
			`"bytes":${String(content.length)},"hash":"sha256:${sha256(content)}"`
		);
	await writeFile(join(folder, 'datapackage.json'), text);
	return (await verifyDataset(folder)).filter((damage) => !damage.includes('gongkai:build'));
}

describe('verifyDataset', () => {
	it('finds nothing in a whole dataset', async () => {
		expect(await verifyDataset((await built()).folder)).toEqual([]);
	});

	it('names a file that is cut, changed or not there', async () => {
		const { folder, resource } = await built();
		await truncate(join(folder, resource('agencies').path), 100);
		const sources = await readFile(join(folder, resource('sources').path));
		sources[40] = (sources[40] ?? 0) ^ 1;
		await writeFile(join(folder, resource('sources').path), sources);
		await rm(join(folder, resource('summary').path));
		expect(await verifyDataset(folder)).toEqual([
			expect.stringMatching(/^agencies\..*: 100 bytes, \d+ in datapackage\.json$/u),
			expect.stringMatching(/^sources\..*: its sha256 is not/u),
			expect.stringMatching(/^summary\..*: not there/u)
		]);
	});

	it.each([
		[
			'a lacking row',
			'absences',
			(from: string) => `SELECT * FROM ${from} WHERE false`,
			['absences: 0 rows, 1 in datapackage.json']
		],
		[
			'a key that stands twice',
			'agencies',
			(from: string) => `FROM ${from} UNION ALL FROM ${from}`,
			['agencies: 2 rows, 1 in datapackage.json', 'agencies: 1 keys stand more than once']
		],
		[
			'a key with an empty column that stands twice',
			'rule_counts-2023',
			(from: string) => `FROM ${from} UNION ALL FROM ${from}`,
			[
				expect.stringMatching(/^rule_counts-2023: \d+ rows, \d+ in datapackage\.json$/u),
				expect.stringMatching(/^rule_counts-2023: \d+ keys stand more than once$/u)
			]
		],
		[
			'a value that may not stand there',
			'absences',
			(from: string) => `SELECT * REPLACE ('soon' AS reason) FROM ${from}`,
			['absences.reason: 1 values that may not stand there']
		],
		[
			'a reference to nothing',
			'absences',
			(from: string) => `SELECT * REPLACE ('nobody' AS agency_id) FROM ${from}`,
			['absences: 1 rows refer to agencies rows that are not there']
		],
		[
			'a column of another type',
			'absences',
			(from: string) => `SELECT * REPLACE ("year"::VARCHAR AS "year") FROM ${from}`,
			[expect.stringMatching(/^absences: columns are agency_id VARCHAR, year VARCHAR/u)]
		]
	])('finds %s', async (_, name, sql, damages) => {
		expect(await rewrite(name, sql)).toEqual(damages);
	});

	it('says that the descriptor is not there', async () => {
		const { folder } = await built();
		await rm(join(folder, 'datapackage.json'));
		expect(await verifyDataset(folder)).toEqual([expect.stringMatching(/^datapackage\.json: ENOENT/u)]);
	});
});

describe('figures between tables', () => {
	it('finds a number in reports that cells do not have', async () => {
		expect(
			await rewrite('reports-2023', (from) => `SELECT * REPLACE ("t3.new.total" + 1 AS "t3.new.total") FROM ${from}`)
		).toEqual([
			expect.stringMatching(/^reports and cells give a cell different numbers: 1 rows$/u),
			expect.stringMatching(/^summary does not give/u)
		]);
	});

	it('finds a number in requests that cells do not have', async () => {
		expect(await rewrite('requests-2023', (from) => `SELECT * REPLACE (granted + 1 AS granted) FROM ${from}`)).toEqual([
			expect.stringMatching(/^requests and cells give a cell different numbers: \d rows$/u)
		]);
	});
});
