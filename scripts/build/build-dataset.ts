import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entriesOf, NO_COVERAGE, NO_DECISIONS, plainPath, unreadPart } from '../../src/lib/core/collect/index.ts';
import type {
	CollectedFile,
	Manifest,
	ManifestProblem,
	ReadCoverage,
	ReadDecisions
} from '../../src/lib/core/collect/index.ts';
import { assemble, buildIdOf, describeDataset, packageText } from '../../src/lib/core/dataset/index.ts';
import type {
	Assembled,
	CoverageProblem,
	DataPackage,
	DataPackageReport,
	DatasetProblem,
	DecisionProblem,
	Entry
} from '../../src/lib/core/dataset/index.ts';
import type { Names } from '../../src/lib/core/form/index.ts';
import { buildReportPage } from './build-report-page.ts';
import { buildReportText, reportBuild } from './build-report.ts';
import { collectFrom, readManifest } from './collection.ts';
import type { Collection } from './collection.ts';
import type { Collected } from './collect.ts';
import { checkDiskSpace } from './disk-space.ts';
import type { FreeBytes } from './disk-space.ts';
import { stampOf } from './file-bytes.ts';
import { checkMemory } from './memory.ts';
import type { Progress } from './progress.ts';
import type { Parts } from './parts.ts';
import { parseReading } from './reading.ts';
import { replaceDataset } from './replace-dataset.ts';
import type { Replaced } from './replace-dataset.ts';
import type { FileOutcome } from './reading.ts';
import { spellName } from './spell-name.ts';
import type { BuildSteps } from './steps.ts';
import { writeCsvMetadata } from './write-csv-metadata.ts';
import { writeBeside } from './write-beside.ts';
import { writeTables } from './write-tables.ts';

/** What came of one file, as it goes. */
export interface FileDone extends Progress {
	readonly file: string;
	readonly sha256: string | null;
	readonly cached: boolean;
	readonly entries: readonly Entry[];
}

export interface BuildOptions {
	/** Folder of collected reports. */
	readonly reports: string;
	/** What lies in that folder, where it was gone through elsewhere: then `readFiles` of the steps has its files, and the folder is not opened. */
	readonly collection?: Collection;
	/** Folder of datasets: the dataset is its subfolder `name`. */
	readonly out: string;
	readonly name: string;
	readonly title: Names;
	/** Invented places and figures. */
	readonly fictional: boolean;
	/** What people decided of findings. */
	readonly decisions?: ReadDecisions;
	/** Which bodies reports sum up. */
	readonly coverage?: ReadCoverage;
	/** Rows made elsewhere that the dataset takes in, of agencies of which no report is read here. */
	readonly parts?: Parts;
	/** Folder of the cache that the steps read from, to see whether it has room. */
	readonly cache?: string;
	/** Called as each stage begins; what it throws stops the build and leaves the old dataset. */
	readonly onStage?: (stage: Stage) => void;
	/** Called once for each file, in order; again for one that changed meanwhile and is read anew. */
	readonly onFile?: (file: FileDone) => void;
	readonly freeBytes?: FreeBytes;
}

export const STAGES = ['collect', 'read', 'assemble', 'write', 'verify', 'compare', 'publish'] as const;
export type Stage = (typeof STAGES)[number];

export interface BuildOutcome {
	readonly entries: readonly Entry[];
	readonly assembled: Assembled;
	/** What is wrong in manifest.csv; that of a file's row is also among the file's problems. */
	readonly manifest: readonly ManifestProblem[];
	/** What is wrong in decisions.csv, and decisions that met no finding. */
	readonly decisions: readonly DecisionProblem[];
	/** What is wrong in coverage.csv, and what of it meets no report. */
	readonly coverage: readonly CoverageProblem[];
	/** Groups of collected files whose bytes are the same. */
	readonly sameContent: readonly (readonly string[])[];
	/** null where no report was read: then nothing was written and the old dataset stands. */
	readonly written: Replaced | null;
	/** Files that gave no report. */
	readonly refused: number;
	readonly files: number;
	/** Files whose reading came from the cache. */
	readonly cached: number;
}

/** What is kept of a file between its reading and the assembling. */
interface ReadFile {
	readonly entries: readonly Entry[];
	readonly sha256: string | null;
	readonly stamp: string | null;
	readonly cached: boolean;
}

/** A file that was read in a state in which it is no more, or that changed while it was read. */
function hasChanged(path: string, { entries, stamp }: ReadFile): boolean {
	if (entries.some(({ problems }) => problems.some(({ code }) => code === 'file/changed'))) return true;
	return stamp !== null && stampOf(path) !== stamp;
}

const collectedFile = (outcome: FileOutcome): CollectedFile => ({
	sha256: outcome.sha256,
	bytes: outcome.bytes,
	parts: outcome.ok ? parseReading(outcome.reading) : [unreadPart(outcome.problem)]
});

const unread = (problem: DatasetProblem): CollectedFile => ({
	sha256: null,
	bytes: null,
	parts: [unreadPart(problem)]
});

/**
 * Reads all files, and those that changed meanwhile once more: the dataset shows them as they were when the reading ended. One that
 * changes again is refused.
 */
async function readAll(
	{ files, refused }: Collected,
	manifest: Manifest,
	{ reports, onFile }: BuildOptions,
	steps: BuildSteps
): Promise<ReadonlyMap<string, ReadFile>> {
	const read = new Map<string, ReadFile>();
	const take = async (paths: readonly string[]): Promise<void> => {
		const tasks = paths.map((name) => ({ path: join(reports, name), name }));
		let done = 0;
		for await (const outcome of steps.readFiles(tasks)) {
			const file = paths[done] ?? '';
			const { sha256, stamp } = outcome;
			const entries = entriesOf(file, collectedFile(outcome), manifest, steps);
			const cached = outcome.ok && outcome.cached;
			read.set(file, { entries, sha256, stamp, cached });
			done += 1;
			onFile?.({ file, sha256, cached, entries, done, total: paths.length });
		}
	};
	const changed = (): string[] =>
		files.filter((name) => {
			const file = read.get(name);
			return file !== undefined && hasChanged(join(reports, name), file);
		});
	await take(files);
	const again = changed();
	if (again.length > 0) {
		await take(again);
		for (const name of changed()) {
			const entries = entriesOf(name, unread({ code: 'file/changed' }), manifest, steps);
			read.set(name, { entries, sha256: null, stamp: null, cached: false });
		}
	}
	for (const [name, problem] of refused) {
		read.set(name, {
			entries: entriesOf(name, unread(problem), manifest, steps),
			sha256: null,
			stamp: null,
			cached: false
		});
	}
	return read;
}

/** What is wrong in the manifest, and its rows whose file is not there. */
function manifestProblems(manifest: Manifest, files: readonly string[], entries: readonly Entry[]): ManifestProblem[] {
	const there = new Set([...files, ...entries.map(({ source }) => source.path)].map(plainPath));
	const missing = [...manifest.rows.keys()].filter((file) => !there.has(file));
	return [
		...manifest.problems,
		...missing.map((file): ManifestProblem => ({ file, problem: { code: 'manifest/file-not-there' } }))
	];
}

function sameContent(read: ReadonlyMap<string, ReadFile>): string[][] {
	const groups = Map.groupBy(
		[...read].filter(([, { sha256 }]) => sha256 !== null),
		([, { sha256 }]) => sha256
	);
	return [...groups.values()].filter((group) => group.length > 1).map((group) => group.map(([name]) => name));
}

async function read(
	options: BuildOptions,
	steps: BuildSteps,
	collected: Collected
): Promise<Omit<BuildOutcome, 'written'>> {
	const manifest = options.collection?.manifest ?? (await readManifest(options.reports));
	options.onStage?.('read');
	const files = await readAll(collected, manifest, options, steps);
	const entries = [...files.values()].flatMap((file) => file.entries);
	options.onStage?.('assemble');
	const { decisions, problems } = options.decisions ?? NO_DECISIONS;
	const declared = options.coverage ?? NO_COVERAGE;
	const assembled = assemble(entries, { decisions, coverage: declared.coverage, spell: spellName });
	const bySource = Map.groupBy(entries, (entry) => entry.source.path);
	return {
		entries,
		assembled,
		manifest: manifestProblems(manifest, collected.files, entries),
		decisions: [...problems, ...assembled.unmetDecisions],
		coverage: [...declared.problems, ...assembled.unmetCoverage],
		sameContent: sameContent(files),
		refused: [...bySource.values()].filter((group) => group.every((entry) => !entry.attributed)).length,
		files: bySource.size,
		cached: [...files.values()].filter((file) => file.cached).length
	};
}

async function write(
	outcome: Omit<BuildOutcome, 'written'>,
	{ name, title, fictional, parts }: BuildOptions,
	work: string
): Promise<DataPackage> {
	const tables = outcome.assembled.tables;
	const { files, csv } = await writeTables(tables, work, { fictional, ...(parts ? { parts } : {}) });
	const build = buildIdOf([...files, ...csv]);
	const report = reportBuild(outcome, { name, title, fictional, build });
	const pages = [
		{ path: 'build-report.html', mediatype: 'text/html', text: buildReportPage(report) },
		{ path: 'build-report.json', mediatype: 'application/json', text: buildReportText(report) }
	] as const;
	const reports: DataPackageReport[] = [];
	for (const page of pages) reports.push(await writeBeside(work, page));
	const csvw = await writeCsvMetadata(csv, work, { title, fictional, build });
	const dataset = describeDataset({ name, title, fictional, build, files, csv, csvw, reports });
	await writeFile(join(work, 'datapackage.json'), packageText(dataset));
	return dataset;
}

/** Builds a dataset from a folder of reports and puts it in the place of the last one; whatever stops it leaves the last one whole. */
export async function buildDataset(options: BuildOptions, steps: BuildSteps): Promise<BuildOutcome> {
	const { reports, out, name, cache = null, onStage, freeBytes } = options;
	onStage?.('collect');
	const collected = options.collection ?? (await collectFrom(reports));
	await checkDiskSpace({ dataset: join(out, name), cache, files: collected.files.length }, freeBytes);
	checkMemory(collected.files.length);
	const outcome = await read(options, steps, collected);
	if (outcome.assembled.tables.reports.length === 0) return { ...outcome, written: null };
	const replaced = await replaceDataset({ out, name, ...(onStage ? { onStage } : {}) }, (work) =>
		write(outcome, options, work)
	);
	return { ...outcome, written: replaced };
}
