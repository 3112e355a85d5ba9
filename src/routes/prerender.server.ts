import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetEntry } from '$lib/core/dataset/tables.ts';
import type { Dataset } from '$lib/db/gate.ts';
import { openDataset } from '$lib/db/node.ts';
import { run } from '$lib/queries/index.ts';
import type { Query } from '$lib/queries/index.ts';
import type { Prerendered } from '$lib/state/query-result.svelte.ts';

const FOLDER = join(process.cwd(), 'static', 'data');

async function readDefault(): Promise<DatasetEntry> {
	const path = join(FOLDER, 'datasets.json');
	const text = await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new Error(`no built dataset: ${path} (run npm run data:build first)`, { cause });
	});
	const entries = JSON.parse(text) as DatasetEntry[];
	const entry = entries.find((candidate) => candidate.default) ?? entries[0];
	if (entry === undefined) throw new Error(`no dataset in: ${path}`);
	return entry;
}

let entry: Promise<DatasetEntry> | undefined;
let dataset: Promise<Dataset> | undefined;

/** The dataset that pages open with. */
export function defaultEntry(): Promise<DatasetEntry> {
	return (entry ??= readDefault());
}

async function openDefault(): Promise<Dataset> {
	return openDataset(join(FOLDER, (await defaultEntry()).path));
}

/** The same dataset, opened once for the whole build. */
export function defaultDataset(): Promise<Dataset> {
	return (dataset ??= openDefault());
}

/** The key under which the browser knows this dataset and its build. */
export function datasetKey({ name, build }: DatasetEntry): string {
	return `${name}:${build}`;
}

/** Answers a query at build time, by the same SQL that the browser would run. */
export async function answer<T>(query: Query<T>): Promise<Prerendered<T>> {
	return { key: datasetKey(await defaultEntry()), sql: query.sql, rows: await run(await defaultDataset(), query) };
}
