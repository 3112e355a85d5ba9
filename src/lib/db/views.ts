import type { DataPackage, DataPackageResource } from '../core/dataset/package.ts';
import { datasetTable } from '../core/dataset/rows.ts';
import type { ColumnType, DatasetTableName } from '../core/dataset/tables.ts';
import { identifier, literal } from './sql.ts';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
	string: 'VARCHAR',
	integer: 'BIGINT',
	number: 'DOUBLE',
	boolean: 'BOOLEAN',
	date: 'DATE'
};

/** The files of a table; of a by-year table those of the given years (none given: all), in order of year. */
export function resourcesOf(
	dataPackage: DataPackage,
	name: DatasetTableName,
	years: readonly number[] = []
): readonly DataPackageResource[] {
	return dataPackage.resources
		.filter((resource) => {
			const year = resource['gongkai:year'];
			return resource['gongkai:table'] === name && (year === null || years.length === 0 || years.includes(year));
		})
		.sort((a, b) => (a['gongkai:year'] ?? 0) - (b['gongkai:year'] ?? 0));
}

/** The statement that makes a table's view over exactly those files; over none, an empty one with the same columns. */
export function viewSql(name: DatasetTableName, paths: readonly string[]): string {
	const { columns } = datasetTable(name);
	const body =
		paths.length > 0
			? `SELECT ${columns.map((column) => identifier(column.name)).join(', ')} FROM read_parquet([${paths.map(literal).join(', ')}])`
			: `SELECT ${columns.map((column) => `NULL::${SQL_TYPES[column.type]} AS ${identifier(column.name)}`).join(', ')} WHERE false`;
	return `CREATE OR REPLACE VIEW ${identifier(name)} AS ${body}`;
}
