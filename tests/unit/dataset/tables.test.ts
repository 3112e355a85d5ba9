import { describe, expect, it } from 'vitest';
import { DATASET_TABLES, datasetTable, toRow } from '../../../src/lib/core/dataset/index.ts';
import type { DatasetTable } from '../../../src/lib/core/dataset/index.ts';
import { ALL_CELLS } from '../../../src/lib/core/form/index.ts';

const tables: readonly DatasetTable[] = DATASET_TABLES;
const columns = tables.flatMap((table) => table.columns.map((column) => ({ table, column })));

describe('the tables of the dataset', () => {
	it.each(columns.map(({ table, column }) => [`${table.name}.${column.name}`, column] as const))(
		'%s has a meaning in both languages',
		(_, column) => {
			expect(column.meaning.zh).toMatch(/\p{Script=Han}/u);
			expect(column.meaning.en).toMatch(/[a-z]/iu);
			expect(column.meaning.en).not.toMatch(/\p{Script=Han}/u);
		}
	);

	it.each(tables.map((table) => [table.name, table] as const))(
		'%s has a key, meanings and references that exist',
		(_, table) => {
			const names = table.columns.map((column) => column.name);
			expect(new Set(names).size).toBe(names.length);
			expect(names).toEqual(expect.arrayContaining([...table.key]));
			expect(table.meaning.zh).not.toBe('');
			expect(table.meaning.en).not.toBe('');
			for (const { columns: from, table: other, to } of table.references ?? []) {
				expect(names).toEqual(expect.arrayContaining([...from]));
				expect(datasetTable(other).key).toEqual(to);
				expect(datasetTable(other).byYear && !table.byYear).toBe(false);
			}
			if (table.byYear) expect(names).toContain('year');
		}
	);

	it('hold every cell of the form: tables two and four and the totals in reports, the applicants in requests', () => {
		const reports = new Set(datasetTable('reports').columns.map((column) => column.name));
		const requests = new Set(datasetTable('requests').columns.map((column) => column.name));
		const homeless = ALL_CELLS.filter(
			(cell) => !reports.has(cell.key) && !(cell.table === 't3' && requests.has(cell.row))
		);
		expect(homeless).toEqual([]);
	});

	it('take no unknown column and no lacking value', () => {
		expect(() => toRow('agencies', { agency_name: 'x' })).toThrow('unknown column: agencies.agency_name');
		expect(() => toRow('agencies', { agency_id: 'x' })).toThrow('value required: agencies.agency');
		expect(() => toRow('agencies', { __proto__: null, constructor: 'x' })).toThrow('unknown column');
	});
});
