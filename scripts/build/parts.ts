import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DATASET_TABLES } from '../../src/lib/core/dataset/index.ts';
import type { DatasetTable, DatasetTableName, TableRows } from '../../src/lib/core/dataset/index.ts';
import { createTableSql, fileStem, fromSql } from '../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { RowAppender } from './append-rows.ts';
import { BuildError } from './build-error.ts';
import { yearsOf } from './duckdb.ts';

/** Rows of tables that were put aside as Parquet files, in no order, until the dataset is written; by table. */
export type Parts = ReadonlyMap<DatasetTableName, readonly string[]>;

/** Rows of printed cells are not put aside: they are three quarters of all values, and the other tables tell them. */
const TABLES: readonly (DatasetTable & { readonly name: DatasetTableName })[] = DATASET_TABLES.filter(
	({ name }) => name !== 'cells'
);
const NAME = /^([a-z_]+)(?:-\d{4})?\.[\w.-]+\.parquet$/u;
const OPTIONS = 'FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 122880';

/** The files that PartWriter left in a folder. */
export async function findParts(folder: string): Promise<Parts> {
	const parts = new Map<DatasetTableName, string[]>();
	const files = existsSync(folder) ? (await readdir(folder)).sort() : [];
	for (const file of files) {
		const name = NAME.exec(file)?.[1];
		const table = TABLES.find((candidate) => candidate.name === name);
		if (table === undefined) continue;
		parts.set(table.name, [...(parts.get(table.name) ?? []), join(folder, file)]);
	}
	if (parts.has('reports')) return parts;
	throw new BuildError({ zh: `${folder}:没有已整理的部分`, en: `${folder}: no parts of a dataset` });
}

/** Takes rows of all tables and puts them aside as files; memory is bounded by what is taken between two `put`s. */
export class PartWriter {
	readonly #instance: DuckDBInstance;
	readonly #connection: DuckDBConnection;
	readonly #folder: string;
	#appenders: ReadonlyMap<DatasetTableName, RowAppender> | null = null;

	private constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
		this.#instance = instance;
		this.#connection = connection;
		this.#folder = folder;
	}

	static async open(folder: string): Promise<PartWriter> {
		await mkdir(folder, { recursive: true });
		const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
		return new PartWriter(instance, await instance.connect(), folder);
	}

	async #begin(): Promise<ReadonlyMap<DatasetTableName, RowAppender>> {
		const appenders = new Map<DatasetTableName, RowAppender>();
		for (const table of TABLES) {
			await this.#connection.run(createTableSql(table));
			appenders.set(table.name, await RowAppender.open(this.#connection, table));
		}
		return appenders;
	}

	async append(tables: Partial<TableRows>): Promise<void> {
		this.#appenders ??= await this.#begin();
		for (const [name, appender] of this.#appenders) appender.append(tables[name] ?? []);
	}

	/** Writes what was taken as files that bear `part` in their names; printed cells are told by the other tables (`cellsSql`). */
	async put(part: string): Promise<void> {
		for (const appender of this.#appenders?.values() ?? []) appender.end();
		this.#appenders = null;
		for (const table of TABLES) {
			for (const year of await yearsOf(this.#connection, table)) {
				const path = join(this.#folder, `${fileStem(table, year)}.${part}.parquet`);
				await this.#connection.run(`COPY (SELECT * ${fromSql(table, year)}) TO ${literal(path)} (${OPTIONS})`);
			}
			await this.#connection.run(`DROP TABLE ${identifier(table.name)}`);
		}
	}

	close(): void {
		this.#connection.closeSync();
		this.#instance.closeSync();
	}
}
