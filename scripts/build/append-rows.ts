import { BOOLEAN, DATE, DOUBLE, DuckDBDataChunk, DuckDBDateValue, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { ColumnType, DatasetTable, Row, Value } from '../../src/lib/core/dataset/index.ts';

const TYPES: Record<ColumnType, DuckDBType> = {
	string: VARCHAR,
	integer: INTEGER,
	number: DOUBLE,
	boolean: BOOLEAN,
	date: DATE
};
const CHUNK_ROWS = 2048;
const DAY = 86_400_000;

function toDuckDB(value: Value, type: ColumnType): DuckDBValue {
	return value !== null && type === 'date'
		? new DuckDBDateValue(Date.parse(`${String(value)}T00:00:00Z`) / DAY)
		: value;
}

/** Adds rows of a table of the dataset to the table of that name. */
export async function appendRows(
	connection: DuckDBConnection,
	table: DatasetTable,
	rows: readonly Row[]
): Promise<void> {
	const appender = await connection.createAppender(table.name);
	const types = table.columns.map((column) => TYPES[column.type]);
	for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
		const part = rows.slice(start, start + CHUNK_ROWS);
		const chunk = DuckDBDataChunk.create(types, part.length);
		chunk.setColumns(table.columns.map(({ type }, index) => part.map((row) => toDuckDB(row[index] ?? null, type))));
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}
