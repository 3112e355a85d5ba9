import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble, describeDataset, packageText } from '../../src/lib/core/dataset/index.ts';
import type { Assembled, DataPackage, DatasetProblem, Entry } from '../../src/lib/core/dataset/index.ts';
import type { Names } from '../../src/lib/core/form/index.ts';
import { decodeText } from '../../src/lib/core/read/decode.ts';
import { MAX_BYTES } from '../../src/lib/core/read/index.ts';
import { compareDatasets } from './changes.ts';
import type { Comparison } from './changes.ts';
import { listReportFiles, MANIFEST_NAME } from './collect.ts';
import { NO_MANIFEST, parseManifest, plainPath } from './manifest.ts';
import type { Manifest, ManifestProblem } from './manifest.ts';
import { openWorkFolder, publish } from './publish.ts';
import { readReportFile, refusedFile } from './read-report-file.ts';
import type { Steps } from './read-report-file.ts';
import { buildId, verifyDataset } from './verify.ts';
import { writeTables } from './write-tables.ts';

export interface BuildOptions {
	/** Folder of collected reports. */
	readonly reports: string;
	/** Folder of datasets: the dataset is its subfolder `name`. */
	readonly out: string;
	readonly name: string;
	readonly title: Names;
	/** Invented places and figures. */
	readonly fictional: boolean;
	/** Called as each stage begins; what it throws stops the build and leaves the old dataset. */
	readonly onStage?: (stage: Stage) => void;
}

export const STAGES = ['collect', 'read', 'assemble', 'write', 'verify', 'compare', 'publish'] as const;
export type Stage = (typeof STAGES)[number];

export interface BuildOutcome {
	readonly entries: readonly Entry[];
	readonly assembled: Assembled;
	/** What is wrong in manifest.csv; that of a file's row is also among the file's problems. */
	readonly manifest: readonly ManifestProblem[];
	/** null where no report was read: then nothing was written and the old dataset stands. */
	readonly written: { readonly folder: string; readonly dataset: DataPackage; readonly comparison: Comparison } | null;
	/** Files that gave no report. */
	readonly refused: number;
	readonly files: number;
}

/** A failure of the machine or the call, not of a report: one line for the reader, exit status 2. */
export class BuildError extends Error {}

async function readManifest(folder: string): Promise<Manifest> {
	const path = join(folder, MANIFEST_NAME);
	if (!existsSync(path)) return NO_MANIFEST;
	const decoded = decodeText(await readFile(path));
	if (!decoded) throw new BuildError(`${path}: neither UTF-8 nor GB18030`);
	try {
		return parseManifest(decoded.text);
	} catch (error) {
		throw new BuildError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function ioProblem(error: unknown): DatasetProblem {
	const { code, message } = error as NodeJS.ErrnoException;
	return code === 'ENOENT' ? { code: 'file/not-found' } : { code: 'file/not-readable', found: code ?? message };
}

/** Problems of a file's row in the manifest, without their line: it is one of the manifest, not of the file. */
function problemsOfFile(manifest: Manifest, path: string): DatasetProblem[] {
	return manifest.problems
		.filter(({ file }) => file === plainPath(path))
		.map(({ problem: { code, column, found, expected } }) => ({
			code,
			...(column === undefined ? {} : { column }),
			...(found === undefined ? {} : { found }),
			...(expected === undefined ? {} : { expected })
		}));
}

async function readOne(folder: string, path: string, manifest: Manifest, steps: Steps): Promise<Entry[]> {
	const row = manifest.rows.get(plainPath(path)) ?? null;
	const manifestProblems = problemsOfFile(manifest, path);
	const refuse = (bytes: number | null, problem: DatasetProblem): Entry[] => [
		refusedFile(
			{ path, sha256: null, bytes, reader: null, address: row?.address ?? null, collected: row?.collected ?? null },
			row,
			[problem, ...manifestProblems]
		)
	];
	try {
		const { size } = await stat(join(folder, path));
		if (size > MAX_BYTES)
			return refuse(size, { code: 'file/too-large', found: String(size), expected: String(MAX_BYTES) });
		const bytes = await readFile(join(folder, path));
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		return await readReportFile({ path, bytes, sha256, row, manifestProblems }, steps);
	} catch (error) {
		return refuse(null, ioProblem(error));
	}
}

/** What is wrong in the manifest, and its rows whose file is not there. */
function manifestProblems(manifest: Manifest, files: readonly string[]): ManifestProblem[] {
	const there = new Set(files.map(plainPath));
	const missing = [...manifest.rows.keys()].filter((file) => !there.has(file));
	return [
		...manifest.problems,
		...missing.map((file): ManifestProblem => ({ file, problem: { code: 'manifest/file-not-there' } }))
	];
}

async function write(assembled: Assembled, options: BuildOptions, work: string): Promise<DataPackage> {
	const { name, title, fictional } = options;
	const { files, csv } = await writeTables(assembled.tables, work, fictional);
	const dataset = describeDataset({ name, title, fictional, build: buildId([...files, ...csv]), files, csv });
	await writeFile(join(work, 'datapackage.json'), packageText(dataset));
	return dataset;
}

/** Builds a dataset from a folder of reports and puts it in the place of the last one; whatever stops it leaves the last one whole. */
export async function buildDataset(options: BuildOptions, steps: Steps): Promise<BuildOutcome> {
	const { reports, out, name, onStage } = options;
	onStage?.('collect');
	const paths = await listReportFiles(reports).catch((error: unknown) => {
		throw new BuildError(`${reports}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
	});
	if (paths.length === 0) throw new BuildError(`${reports}: no file`);
	const manifest = await readManifest(reports);
	onStage?.('read');
	const entries: Entry[] = [];
	for (const path of paths) entries.push(...(await readOne(reports, path, manifest, steps)));
	onStage?.('assemble');
	const assembled = assemble(entries);
	const byFile = Map.groupBy(entries, (entry) => entry.source.path);
	const outcome = {
		entries,
		assembled,
		manifest: manifestProblems(manifest, paths),
		refused: [...byFile.values()].filter((group) => group.every((entry) => !entry.attributed)).length,
		files: paths.length
	};
	if (assembled.tables.reports.length === 0) return { ...outcome, written: null };
	const work = await openWorkFolder(out, name);
	try {
		onStage?.('write');
		const dataset = await write(assembled, options, work);
		onStage?.('verify');
		const damages = await verifyDataset(work);
		if (damages.length > 0) throw new Error(`the new dataset does not hold: ${damages.join('; ')}`);
		onStage?.('compare');
		const comparison = await compareDatasets(join(out, name), work);
		onStage?.('publish');
		await publish(work, out, name);
		return { ...outcome, written: { folder: join(out, name), dataset, comparison } };
	} catch (error) {
		await rm(work, { recursive: true, force: true });
		throw error;
	}
}
