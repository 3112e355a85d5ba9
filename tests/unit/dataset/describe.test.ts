import { describe, expect, it } from 'vitest';
import {
	contentLines,
	csvMetadata,
	DATASET_TABLES,
	describeDataset,
	packageText
} from '../../../src/lib/core/dataset/index.ts';
import type { DatasetFile, DatasetTable } from '../../../src/lib/core/dataset/index.ts';

const file = (table: DatasetFile['table'], year: number | null, path: string): DatasetFile => ({
	table,
	year,
	path,
	bytes: 10,
	sha256: path.repeat(3),
	rows: 2
});
const files = [
	file('reports', 2023, 'c'),
	file('sources', null, 'd'),
	file('reports', 2019, 'b'),
	file('agencies', null, 'a')
];
const description = { name: 'x', title: { zh: '甲', en: 'A' }, fictional: false, build: 'f00', files, csv: [] };

describe('describeDataset', () => {
	it('lists the files in the order of the tables, then of the years, in whatever order they come', () => {
		const dataset = describeDataset(description);
		expect(dataset.resources.map(({ name }) => name)).toEqual(['agencies', 'reports-2019', 'reports-2023', 'sources']);
		expect(describeDataset({ ...description, files: [...files].reverse() })).toEqual(dataset);
	});

	it('gives each file its size, checksum, rows, table and year', () => {
		expect(describeDataset(description).resources[1]).toMatchObject({
			name: 'reports-2019',
			type: 'table',
			path: 'b',
			format: 'parquet',
			bytes: 10,
			hash: 'sha256:bbb',
			rowCount: 2,
			'gongkai:table': 'reports',
			'gongkai:year': 2019
		});
	});

	it('gives each column its type, meanings, unit, constraints and each table its keys', () => {
		const { schema } = describeDataset(description).resources[1] ?? {};
		expect(schema?.primaryKey).toEqual(['agency_id', 'year']);
		expect(schema?.foreignKeys).toEqual([
			{ fields: ['agency_id'], reference: { resource: 'agencies', fields: ['agency_id'] } },
			{ fields: ['source', 'report'], reference: { resource: 'sources', fields: ['source', 'report'] } }
		]);
		expect(schema?.missingValues).toEqual(['']);
		expect(schema?.fields.find(({ name }) => name === 't2.fees.amount')).toEqual({
			name: 't2.fees.amount',
			type: 'number',
			title: '行政事业性收费 · 本年收费金额(万元)',
			description: 'Administrative and institutional fees · fees collected this year (10,000 yuan)',
			'gongkai:unit': 'wan_yuan'
		});
		expect(schema?.fields.find(({ name }) => name === 'scope')?.constraints).toMatchObject({
			required: true,
			enum: expect.arrayContaining(['city_own']) as string[]
		});
	});

	it('calls a key primary where none of its columns may be empty, here and for the CSV', () => {
		const all = DATASET_TABLES.map(({ name }) => file(name, null, name));
		const { resources } = describeDataset({ ...description, files: all });
		for (const [at, { key, columns }] of (DATASET_TABLES as readonly DatasetTable[]).entries()) {
			const mayBeEmpty = columns.some(({ name, required }) => key.includes(name) && required !== true);
			const { schema } = resources[at] ?? {};
			expect([schema?.primaryKey, schema?.['gongkai:key']]).toEqual(mayBeEmpty ? [undefined, key] : [key, undefined]);
			const csv = csvMetadata(all[at] as DatasetFile, description) as { tableSchema: { primaryKey?: string[] } };
			expect(csv.tableSchema.primaryKey).toEqual(mayBeEmpty ? undefined : key);
		}
		const without = resources.filter(({ schema }) => schema.primaryKey === undefined).map(({ name }) => name);
		expect(without).toEqual(expect.arrayContaining(['rule_counts', 'corrections']));
		expect(without).not.toContain('reports');
	});

	it('refers from a table of one year to the other tables of that year', () => {
		const dataset = describeDataset({ ...description, files: [file('requests', 2020, 'r')] });
		expect(dataset.resources[0]?.schema.foreignKeys?.[0]?.reference.resource).toBe('reports-2020');
	});

	it('marks invented data in the descriptor', () => {
		const dataset = describeDataset({ ...description, fictional: true });
		expect(dataset['gongkai:fictional']).toBe(true);
		expect(dataset.description).toContain('虚构');
		expect(describeDataset(description).description).not.toContain('虚构');
	});

	it('writes a text that reads back the same', () => {
		const every = DATASET_TABLES.map((table: DatasetTable) =>
			file(table.name as DatasetFile['table'], table.byYear ? 2023 : null, table.name)
		);
		const dataset = describeDataset({ ...description, files: every });
		expect(JSON.parse(packageText(dataset))).toEqual(dataset);
	});
});

it('contentLines do not depend on the order of the files', () => {
	expect(contentLines(files)).toBe(contentLines([...files].reverse()));
	expect(contentLines(files)).not.toBe(contentLines(files.slice(1)));
});
