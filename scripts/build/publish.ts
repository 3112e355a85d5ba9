import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SUMS_TABLES, filesOf, plainFilesOf } from '../../src/lib/core/dataset/index.ts';
import type { DataPackage, DatasetEntry, SumsFiles } from '../../src/lib/core/dataset/index.ts';
import { resourcesOf } from '../../src/lib/db/views.ts';
import { readPackage } from './changes.ts';

const DESCRIPTOR = 'datapackage.json';
const LISTING = 'datasets.json';
const DEFAULT = 'real';

const workFolder = (name: string, process: number): string => `.${name}.${String(process)}.tmp`;

function isRunning(process_: number): boolean {
	try {
		process.kill(process_, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** A fresh folder beside the dataset to build in; those that killed builds left behind are removed. */
export async function openWorkFolder(out: string, name: string): Promise<string> {
	await mkdir(out, { recursive: true });
	for (const entry of await readdir(out)) {
		const left = /\.(\d+)\.tmp$/u.exec(entry);
		if (left && (Number(left[1]) === process.pid || !isRunning(Number(left[1])))) {
			await rm(join(out, entry), { recursive: true, force: true });
		}
	}
	const folder = join(out, workFolder(name, process.pid));
	await mkdir(folder);
	return folder;
}

/** Sets a file in the place of another; one of the same content is left as it is, so that only what changed is written, copied and fetched again. */
async function putInPlace(from: string, to: string): Promise<void> {
	if (existsSync(to) && (await readFile(to)).equals(await readFile(from))) return;
	await rename(from, to);
}

/**
 * Puts a finished and verified build in the place of the dataset. Parquet files carry their content's hash in their names, so the new
 * ones are set beside the old; the rename of datapackage.json is the moment of change; CSV and the report of the build follow, then
 * what no file names any more is removed. Killed before that moment the old dataset stands whole, after it the new one.
 */
export async function publish(work: string, out: string, name: string): Promise<void> {
	const target = join(out, name);
	const dataset = await readPackage(work);
	await mkdir(target, { recursive: true });
	for (const { path } of dataset.resources) await putInPlace(join(work, path), join(target, path));
	await rename(join(work, DESCRIPTOR), join(target, DESCRIPTOR));
	for (const { path } of plainFilesOf(dataset)) await putInPlace(join(work, path), join(target, path));
	const kept = new Set([DESCRIPTOR, ...filesOf(dataset).map((file) => file.path)]);
	for (const entry of await readdir(target)) {
		if (!kept.has(entry) && /\.(?:parquet|csv|csv-metadata\.json)$/u.test(entry)) await rm(join(target, entry));
	}
	await rm(work, { recursive: true, force: true });
	await writeListing(out);
}

/** None where a table is not one file, as in datasets of before there were these tables. */
function sumsOf(dataset: DataPackage): Pick<DatasetEntry, 'sums'> {
	const files = SUMS_TABLES.flatMap((table) => {
		const own = resourcesOf(dataset, table);
		return own.length === 1 ? own.map(({ path, bytes, hash }) => [table, { path, bytes, hash }] as const) : [];
	});
	return files.length === SUMS_TABLES.length ? { sums: Object.fromEntries(files) as unknown as SumsFiles } : {};
}

export function listed(name: string, dataset: DataPackage, isDefault: boolean): DatasetEntry {
	return {
		name,
		title: dataset['gongkai:title'],
		fictional: dataset['gongkai:fictional'],
		path: name,
		build: dataset['gongkai:build'],
		default: isDefault,
		...sumsOf(dataset)
	};
}

/** Writes `datasets.json` anew from the descriptors of the folders beside it, without those that cannot be read. The default is `real`, or the first. */
export async function writeListing(out: string): Promise<void> {
	const datasets: { name: string; dataset: DataPackage }[] = [];
	for (const entry of (await readdir(out)).sort()) {
		if (entry.startsWith('.') || !existsSync(join(out, entry, DESCRIPTOR))) continue;
		const dataset = await readPackage(join(out, entry)).catch(() => null);
		if (dataset) datasets.push({ name: entry, dataset });
	}
	const preferred = datasets.find(({ name }) => name === DEFAULT) ?? datasets[0];
	const entries = datasets.map((each) => listed(each.name, each.dataset, each === preferred));
	await replaceFile(join(out, LISTING), `${JSON.stringify(entries, null, 2)}\n`);
}

/** Writes a file whole or not at all; an unchanged one is left alone. */
export async function replaceFile(path: string, content: string): Promise<void> {
	if (existsSync(path) && (await readFile(path, 'utf8')) === content) return;
	const unfinished = `${path}.${String(process.pid)}.tmp`;
	await writeFile(unfinished, content);
	await rename(unfinished, path);
}
