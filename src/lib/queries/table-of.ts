import { datasetTable } from '../core/dataset/rows.ts';
import type { DatasetTableName } from '../core/dataset/tables.ts';
import type { Row } from '../db/gate.ts';
import { identifier } from '../db/sql.ts';
import type { Query } from './query.ts';
import { pageSql } from './report-rows.ts';
import type { Page } from './report-rows.ts';

/** Rows of one table as it stands, all columns, in key order; dates as ISO text. `years`: the files to load (none given: all). */
export function tableOf(
	name: DatasetTableName,
	page: Page & { readonly years?: readonly number[] } = { limit: null }
): Query<Row> {
	const { columns, key, byYear } = datasetTable(name);
	const years = byYear ? (page.years ?? []) : [];
	const selected = columns.map((column) =>
		column.type === 'date'
			? `t.${identifier(column.name)}::VARCHAR AS ${identifier(column.name)}`
			: `t.${identifier(column.name)}`
	);
	return {
		tables: [name],
		years,
		sql: `SELECT ${selected.join(', ')} FROM ${identifier(name)} t${years.length > 0 ? ` WHERE t.year IN (${years.map(Math.trunc).join(', ')})` : ''}
ORDER BY ${key.map((column) => `t.${identifier(column)} NULLS FIRST`).join(', ')}${pageSql(page)}`,
		parse: (rows) => [...rows]
	};
}
