import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { MANIFEST_NAME, NO_MANIFEST, parseManifest } from '../src/lib/core/collect/index.ts';
import type { Manifest } from '../src/lib/core/collect/index.ts';
import { severityOf } from '../src/lib/core/audit/index.ts';
import type { Locale } from '../src/lib/format/locale.ts';
import { coverageProblemSentence } from '../src/lib/format/coverage-problems.ts';
import { decisionProblemSentence } from '../src/lib/format/decisions.ts';
import { auditFiles } from './audit/audit-files.ts';
import type { AuditedFiles } from './audit/audit-files.ts';
import { reportLines, reportText } from './audit/show.ts';
import { readAgencyOverrides } from './build/agency-overrides.ts';
import { BuildError, errorLine } from './build/build-error.ts';
import { collectFiles } from './build/collect.ts';
import { withOffice } from './build/office.ts';
import { jobsOption, timeoutOption } from './build/options.ts';
import { COVERAGE, DECISIONS, readCoverage, readDecisions } from './build/read-ledgers.ts';
import { readByWorkers } from './build/reader-pool.ts';
import type { FileTask } from './build/reading.ts';
import { stepsWith } from './build/steps.ts';
import { print, problemLine, runCommand } from './run/command.ts';

const AGENCIES = 'data/agencies.csv';

interface Options {
	readonly lang: Locale;
	readonly jobs: number;
	readonly timeout: number;
	readonly agencies: string;
	readonly decisions: string;
	readonly coverage: string;
	readonly json?: true;
	readonly all?: true;
}

interface Gathered {
	readonly tasks: readonly FileTask[];
	readonly manifest: Manifest;
}

const isFolder = (path: string): Promise<boolean> =>
	stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);

/** Files as they are given, folders with all that is in them; what a folder's manifest.csv says of its files holds. */
async function gather(paths: readonly string[]): Promise<Gathered> {
	const tasks = new Map<string, FileTask>();
	const rows = new Map<string, NonNullable<ReturnType<Manifest['rows']['get']>>>();
	for (const path of paths) {
		if (!(await isFolder(path))) {
			tasks.set(path, { path, name: path });
			continue;
		}
		const { files } = await collectFiles(path);
		for (const file of files) tasks.set(join(path, file), { path: join(path, file), name: join(path, file) });
		const manifest = join(path, MANIFEST_NAME);
		if (!existsSync(manifest)) continue;
		for (const [file, row] of parseManifest(await readFile(manifest, 'utf8')).rows) rows.set(join(path, file), row);
	}
	return { tasks: [...tasks.values()], manifest: { ...NO_MANIFEST, rows } };
}

function sayProblems({ problems }: AuditedFiles, locale: Locale): void {
	for (const { file, problem } of problems) console.error(problemLine(file, problem, locale));
}

/** 0: no hard rule fails; 1: one does, or a file gave no report; 2: nothing was read, or a wrong call. */
async function audit(paths: readonly string[], options: Options): Promise<number> {
	const { lang, jobs, timeout } = options;
	const overrides = await readAgencyOverrides(options.agencies, options.agencies === AGENCIES);
	const { decisions, problems } = await readDecisions(options.decisions);
	for (const problem of problems) console.error(`${options.decisions}: ${decisionProblemSentence(problem, lang)}`);
	const declared = await readCoverage(options.coverage);
	const { tasks, manifest } = await gather(paths);
	const readFiles = withOffice(readByWorkers({ jobs, timeout, cache: null }), { cache: null });
	const audited = await auditFiles(
		tasks,
		manifest,
		{ decisions, coverage: declared.coverage },
		stepsWith(overrides, readFiles)
	);
	for (const problem of [...declared.problems, ...audited.unmetCoverage])
		console.error(`${options.coverage}: ${coverageProblemSentence(problem, lang)}`);
	sayProblems(audited, lang);
	for (const report of audited.reports)
		await print(options.json ? reportLines(report) : reportText(report, lang, options.all ?? false));
	if (audited.reports.length === 0) throw new BuildError({ zh: '没有读到任何报告', en: 'no report was read' });
	const failing = audited.reports.some(({ findings }) =>
		findings.some(({ finding }) => finding.status === 'fail' && severityOf(finding) === 'hard')
	);
	return failing || audited.unread > 0 ? 1 : 0;
}

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:audit')
		.description('校核报告,列出不符与存疑之处 / check reports and list what does not hold')
		.argument('<path...>', '报告文件、压缩包或文件夹 / report files, archives or folders')
		.addOption(jobsOption(availableParallelism()))
		.addOption(timeoutOption())
		.option('--agencies <file>', '机关对照表 / overrides for agencies', AGENCIES)
		.option('--decisions <file>', '人工决定 / decisions of people on findings', DECISIONS)
		.option('--coverage <file>', '汇总范围 / which bodies a report sums up', COVERAGE)
		.option('--json', '每条结论一行 JSON / print a line of JSON for each finding')
		.option('--all', '也列出无法核对的 / list what could not be assessed too')
		.addOption(new Option('--lang <lang>', '输出语言 / language of the output').choices(['zh', 'en']).default('zh'))
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const options = command.opts<Options>();
	try {
		return await audit(command.args, options);
	} catch (error) {
		console.error(`data:audit: ${errorLine(error, options.lang)}`);
		return 2;
	}
}

await runCommand('data:audit', main);
