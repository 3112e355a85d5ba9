import { BOOLEAN, DATE, DOUBLE, DuckDBDataChunk, DuckDBDateValue, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { DuckDBAppender, DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
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

const toDate = (value: Value): DuckDBValue =>
	value === null ? null : new DuckDBDateValue(Date.parse(`${String(value)}T00:00:00Z`) / DAY);

function columnOf(rows: readonly Row[], at: number, type: ColumnType): DuckDBValue[] {
	const column = new Array<DuckDBValue>(rows.length);
	for (let index = 0; index < rows.length; index += 1) {
		const value = rows[index]?.[at] ?? null;
		column[index] = type === 'date' ? toDate(value) : value;
	}
	return column;
}

/** Adds rows of a table of the dataset to the table of that name, in chunks; call `end` before the table is read. */
export class RowAppender {
	readonly #table: DatasetTable;
	readonly #appender: DuckDBAppender;
	readonly #types: readonly DuckDBType[];
	#rows: Row[] = [];

	private constructor(table: DatasetTable, appender: DuckDBAppender) {
		this.#table = table;
		this.#appender = appender;
		this.#types = table.columns.map((column) => TYPES[column.type]);
	}

	static async open(connection: DuckDBConnection, table: DatasetTable): Promise<RowAppender> {
		return new RowAppender(table, await connection.createAppender(table.name));
	}

	append(rows: readonly Row[]): void {
		for (const row of rows) {
			this.#rows.push(row);
			if (this.#rows.length === CHUNK_ROWS) this.#flush();
		}
	}

	#flush(): void {
		const rows = this.#rows;
		this.#rows = [];
		const chunk = DuckDBDataChunk.create(this.#types, rows.length);
		chunk.setColumns(this.#table.columns.map(({ type }, at) => columnOf(rows, at, type)));
		this.#appender.appendDataChunk(chunk);
	}

	end(): void {
		if (this.#rows.length > 0) this.#flush();
		this.#appender.closeSync();
	}
}

export async function appendRows(
	connection: DuckDBConnection,
	table: DatasetTable,
	rows: readonly Row[]
): Promise<void> {
	const appender = await RowAppender.open(connection, table);
	appender.append(rows);
	appender.end();
}
