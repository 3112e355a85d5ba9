import type { Row } from '../core/dataset/rows.ts';
import { arrowStream } from './arrow-rows.ts';
import type { TypedColumn } from './arrow-rows.ts';
import { createColumnsSql, copyRowsSql } from './parquet-sql.ts';
import { identifier } from './sql.ts';
import type { WritingEngine } from './write-dataset.ts';

const ROWS = 'extract';
const FILE = 'extract.parquet';

/** Rows as the bytes of one Parquet file, in the order given: the same rows give the same bytes with the same engine. */
export async function writeRows(
	engine: WritingEngine,
	columns: readonly TypedColumn[],
	rows: readonly Row[]
): Promise<Uint8Array<ArrayBuffer>> {
	const ordinal = freeName(columns);
	const all: readonly TypedColumn[] = [{ name: ordinal, type: 'integer' }, ...columns];
	await engine.run(createColumnsSql(ROWS, all));
	if (rows.length > 0) {
		const numbered = rows.map((row, index) => [index, ...row]);
		await engine.insert(ROWS, arrowStream(all, numbered));
	}
	const bytes = await engine.write(copyRowsSql(ROWS, columns, ordinal, FILE), FILE);
	await engine.run(`DROP TABLE ${identifier(ROWS)}`);
	return bytes;
}

/** A name that no column bears, told apart from them without regard to case, as the engine does. */
function freeName(columns: readonly TypedColumn[]): string {
	const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
	let name = 'ordinal';
	while (taken.has(name)) name += '_';
	return name;
}
