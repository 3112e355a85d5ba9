import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { describedBuildId, filesOf } from '../../src/lib/core/dataset/index.ts';
import type { DataPackage, DataPackageResource } from '../../src/lib/core/dataset/index.ts';
import { SQL_TYPES } from '../../src/lib/db/parquet-sql.ts';
import { identifier, literal } from '../../src/lib/db/sql.ts';
import { readPackage } from './changes.ts';
import { rowsOf } from './duckdb.ts';
import { inLanes } from './lanes.ts';
import type { DuckDBTask, Lanes } from './lanes.ts';
import { contradictions } from './verify-figures.ts';

export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

async function damagedFile(folder: string, path: string, bytes: number, hash: string): Promise<string | null> {
	let content: Uint8Array;
	try {
		content = await readFile(join(folder, path));
	} catch {
		return `${path}: not there or not readable`;
	}
	if (content.length !== bytes) return `${path}: ${String(content.length)} bytes, ${String(bytes)} in datapackage.json`;
	return `sha256:${sha256(content)}` === hash ? null : `${path}: its sha256 is not the one in datapackage.json`;
}

async function countOf(connection: DuckDBConnection, sql: string): Promise<number> {
	return Number((await rowsOf(connection, `SELECT count(*) AS n FROM (${sql})`))[0]?.['n']);
}

const list = (names: readonly string[]): string => names.map(identifier).join(', ');

/** How many keys stand more than once. Rows that rise strictly by key, as builds write them, need no table of all keys to tell. */
async function repeatedKeys(connection: DuckDBConnection, view: string, columns: readonly string[]): Promise<number> {
	const key = `ROW(${list(columns)})`;
	const notRising = await countOf(
		connection,
		`SELECT 1 FROM (SELECT ${key} AS key, lag(${key}) OVER () AS before FROM ${view}) WHERE before IS NOT NULL AND NOT coalesce(key > before, false)`
	);
	if (notRising === 0) return 0;
	return countOf(connection, `SELECT 1 FROM ${view} GROUP BY ${list(columns)} HAVING count(*) > 1`);
}

/** Row count, columns and types, keys, required values and enumerations of one Parquet file, which stands as a view of its name. */
async function damagedResource(connection: DuckDBConnection, resource: DataPackageResource): Promise<string[]> {
	const { name, schema, rowCount } = resource;
	const view = identifier(name);
	const damages: string[] = [];
	const found = await rowsOf(connection, `DESCRIBE ${view}`);
	const shown = found.map((column) => `${String(column['column_name'])} ${String(column['column_type'])}`).join(', ');
	const expected = schema.fields
		.map((field) => `${field.name} ${(SQL_TYPES as Readonly<Record<string, string>>)[field.type] ?? '?'}`)
		.join(', ');
	if (shown !== expected) return [`${name}: columns are ${shown}; expected ${expected}`];
	const rows = await countOf(connection, `SELECT 1 FROM ${view}`);
	if (rows !== rowCount) damages.push(`${name}: ${String(rows)} rows, ${String(rowCount)} in datapackage.json`);
	const key = schema.primaryKey ?? schema['gongkai:key'];
	if (!key) return [...damages, `${name}: no key in datapackage.json`];
	const repeated = await repeatedKeys(connection, view, key);
	if (repeated > 0) damages.push(`${name}: ${String(repeated)} keys stand more than once`);
	const wrong = schema.fields.flatMap(({ name: column, constraints }) => {
		const conditions = [
			...(constraints?.required ? [`${identifier(column)} IS NULL`] : []),
			...(constraints?.minimum === undefined ? [] : [`${identifier(column)} < ${String(constraints.minimum)}`]),
			...(constraints?.enum ? [`${identifier(column)} NOT IN (${constraints.enum.map(literal).join(', ')})`] : [])
		];
		return conditions.length === 0 ? [] : [{ column, condition: conditions.join(' OR ') }];
	});
	const counts = wrong.map(({ column, condition }) => `count(*) FILTER (${condition}) AS ${identifier(column)}`);
	const [counted] = await rowsOf(connection, `SELECT ${counts.join(', ')} FROM ${view}`);
	for (const { column } of wrong) {
		const count = Number(counted?.[column]);
		if (count > 0) damages.push(`${name}.${column}: ${String(count)} values that may not stand there`);
	}
	const year = resource['gongkai:year'];
	if (year !== null) {
		const others = await countOf(connection, `SELECT 1 FROM ${view} WHERE "year" IS DISTINCT FROM ${String(year)}`);
		if (others > 0) damages.push(`${name}: ${String(others)} rows of another year`);
	}
	return damages;
}

async function danglingReferences(
	connection: DuckDBConnection,
	resource: DataPackageResource,
	names: ReadonlySet<string>
): Promise<string[]> {
	const damages: string[] = [];
	for (const { fields, reference } of resource.schema.foreignKeys ?? []) {
		if (!names.has(reference.resource)) {
			damages.push(`${resource.name}: refers to ${reference.resource}, which is not there`);
			continue;
		}
		const on = fields.map((field, index) => `a.${identifier(field)} = b.${identifier(reference.fields[index] ?? '')}`);
		const given = fields.map((field) => `a.${identifier(field)} IS NOT NULL`);
		const count = await countOf(
			connection,
			`SELECT 1 FROM ${identifier(resource.name)} a ANTI JOIN ${identifier(reference.resource)} b ON ${on.join(' AND ')} WHERE ${given.join(' AND ')}`
		);
		if (count > 0) {
			damages.push(`${resource.name}: ${String(count)} rows refer to ${reference.resource} rows that are not there`);
		}
	}
	return damages;
}

export type VerifyOptions = Lanes;

const placeFiles = async (connection: DuckDBConnection, dataset: DataPackage, folder: string): Promise<void> => {
	for (const { name, path } of dataset.resources) {
		const file = literal(join(folder, path));
		await connection.run(`CREATE OR REPLACE VIEW ${identifier(name)} AS FROM read_parquet(${file})`);
	}
};

/** What is damaged in a built dataset, a sentence each; empty where it is whole: files, checksums, build id, columns, keys, references, figures between tables. */
export async function verifyDataset(folder: string, lanes: VerifyOptions = {}): Promise<string[]> {
	let dataset: DataPackage;
	try {
		dataset = await readPackage(folder);
	} catch (error) {
		return [`datapackage.json: ${error instanceof Error ? error.message : String(error)}`];
	}
	const damages: string[] = [];
	for (const { path, bytes, hash } of filesOf(dataset)) {
		const damage = await damagedFile(folder, path, bytes, hash);
		if (damage) damages.push(damage);
	}
	if (damages.length > 0) return damages;
	const build = describedBuildId(dataset);
	if (build !== dataset['gongkai:build']) damages.push(`datapackage.json: gongkai:build is not ${build}`);
	const names = new Set(dataset.resources.map((resource) => resource.name));
	const placed = new WeakSet<DuckDBConnection>();
	const here =
		<T>(task: DuckDBTask<T>): DuckDBTask<T> =>
		async (connection) => {
			if (!placed.has(connection)) await placeFiles(connection, dataset, folder);
			placed.add(connection);
			return task(connection);
		};
	const each = dataset.resources.map((resource) =>
		here(async (connection) => [
			...(await damagedResource(connection, resource)),
			...(await danglingReferences(connection, resource, names))
		])
	);
	const ofFiles = (await inLanes(each, lanes)).flat();
	damages.push(...ofFiles);
	if (ofFiles.length > 0) return damages;
	return [...damages, ...(await contradictions((tasks) => inLanes(tasks.map(here), lanes), dataset.resources))];
}
