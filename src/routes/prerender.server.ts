import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetEntry } from '$lib/core/dataset/tables.ts';
import type { Dataset } from '$lib/db/gate.ts';
import { openDataset } from '$lib/db/node.ts';
import { run } from '$lib/queries/index.ts';
import type { Query } from '$lib/queries/index.ts';
import { datasetKey } from '$lib/state/dataset-key.ts';
import type { Prerendered } from '$lib/state/query-result.svelte.ts';

const FOLDER = join(process.cwd(), 'static', 'data');

async function readListed(): Promise<DatasetEntry[]> {
	const path = join(FOLDER, 'datasets.json');
	const text = await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new Error(`no built dataset: ${path} (run npm run data:build first)`, { cause });
	});
	const entries = JSON.parse(text) as DatasetEntry[];
	if (entries.length === 0) throw new Error(`no dataset in: ${path}`);
	return entries;
}

let listed: Promise<DatasetEntry[]> | undefined;
let dataset: Promise<Dataset> | undefined;

/** The datasets that are built. */
export function listedDatasets(): Promise<readonly DatasetEntry[]> {
	return (listed ??= readListed());
}

/** The dataset that pages open with. */
async function defaultEntry(): Promise<DatasetEntry> {
	const entries = await listedDatasets();
	return entries.find((entry) => entry.default) ?? (entries[0] as DatasetEntry);
}

async function openDefault(): Promise<Dataset> {
	return openDataset(join(FOLDER, (await defaultEntry()).path));
}

/** The same dataset, opened once for the whole build. */
export function defaultDataset(): Promise<Dataset> {
	return (dataset ??= openDefault());
}

/** Answers a query at build time, by the same SQL that the browser would run. */
export async function answer<T>(query: Query<T>): Promise<Prerendered<T>> {
	return { key: datasetKey(await defaultEntry()), sql: query.sql, rows: await run(await defaultDataset(), query) };
}

/** Rows of a list to choose from that a page carries; of more the list is asked for when it is opened. */
const ROWS_IN_PAGE = 1000;

/** The same, unless the answer is longer than a page should carry before its first chart: of a whole country the lists are. */
export async function answerIfShort<T>(query: Query<T>): Promise<Prerendered<T> | undefined> {
	const answered = await answer(query);
	return answered.rows.length <= ROWS_IN_PAGE ? answered : undefined;
}
