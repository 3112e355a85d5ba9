import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import type { Names } from '../src/lib/core/form/index.ts';
import type { Locale } from '../src/lib/format/locale.ts';
import { readAgencyOverrides } from './build/agency-overrides.ts';
import { buildDataset } from './build/build-dataset.ts';
import type { FileDone } from './build/build-dataset.ts';
import { BuildError, errorLine } from './build/build-error.ts';
import { codeVersion } from './build/code-version.ts';
import { describeOutcome } from './build/describe-outcome.ts';
import { diskFull, isDiskFull } from './build/disk-space.ts';
import { jobsOption, timeoutOption } from './build/options.ts';
import { fileRecord, summaryRecord } from './build/outcome-record.ts';
import { QUIET, showProgress } from './build/progress.ts';
import { withOffice } from './build/office.ts';
import { COVERAGE, DECISIONS, readCoverage, readDecisions } from './build/read-ledgers.ts';
import { findParts } from './build/parts.ts';
import { readByWorkers } from './build/reader-pool.ts';
import { pruneCache } from './build/reading-cache.ts';
import type { CachePlace } from './build/reading-cache.ts';
import { stepsWith } from './build/steps.ts';
import { runCommand } from './run/command.ts';

interface Options {
	readonly reports: string;
	readonly out: string;
	readonly agencies: string;
	readonly decisions: string;
	readonly coverage: string;
	readonly parts?: string;
	readonly name: string;
	readonly title?: string;
	readonly titleEn?: string;
	readonly fictional?: true;
	readonly lang: Locale;
	readonly jobs: number;
	readonly timeout: number;
	readonly cache: string | false;
	readonly quiet?: true;
	readonly json?: true;
	readonly brief?: true;
}

const AGENCIES = 'data/agencies.csv';
const CACHE = '.cache/gongkai';

const TITLES: Readonly<Record<string, Names>> = {
	real: { zh: '收录的真实报告', en: 'Collected real reports' },
	demo: { zh: '演示数据(虚构)', en: 'Demonstration data (fictional)' }
};

function titleOf({ name, title, titleEn }: Options): Names {
	const known = TITLES[name];
	return { zh: title ?? known?.zh ?? name, en: titleEn ?? title ?? known?.en ?? name };
}

function readOptions(args: readonly string[]): Options {
	const options = new Command('data:build')
		.description('由收集的报告构建数据集 / build a dataset from collected reports')
		.option('--reports <folder>', '报告文件夹 / folder of reports', 'data/reports')
		.option('--out <folder>', '数据集文件夹 / folder of datasets', 'static/data')
		.option('--agencies <file>', '机关对照表 / overrides for agencies', AGENCIES)
		.option('--decisions <file>', '人工决定 / decisions of people on findings', DECISIONS)
		.option('--coverage <file>', '汇总范围 / which bodies a report sums up', COVERAGE)
		.option('--parts <folder>', '并入已整理的部分 / rows of agencies put aside as cells, to be taken in')
		.option('--name <name>', '数据集名 / name of the dataset', 'real')
		.option('--title <text>', '中文标题 / title in Chinese')
		.option('--title-en <text>', '英文标题 / title in English')
		.option('--fictional', '虚构数据 / invented places and figures')
		.addOption(jobsOption(availableParallelism()))
		.addOption(timeoutOption())
		.option('--cache <folder>', '已读文件的缓存 / cache of files read before', CACHE)
		.option('--no-cache', '不用缓存,全部重读 / read every file again, keep nothing')
		.addOption(new Option('--lang <lang>', '输出语言 / language of the output').choices(['zh', 'en']).default('zh'))
		.option('--quiet', '不显示进度 / show no progress')
		.option('--brief', '只报数目,不逐个文件列出 / tell counts, not file by file')
		.option('--json', '输出 JSON:每个文件一行,最后一行为总计 / print JSON: a line for each file, the last one sums up')
		.showSuggestionAfterError(false)
		.exitOverride()
		.allowExcessArguments(false)
		.parse(args, { from: 'user' })
		.opts<Options>();
	if (!/^[a-z0-9][a-z0-9_-]{0,63}$/u.test(options.name)) throw new Error(`--name ${options.name}: a-z 0-9 _ - only`);
	return options;
}

const cachePlace = async ({ cache }: Options): Promise<CachePlace | null> =>
	cache === false ? null : { folder: cache, version: await codeVersion() };

/** 0: every file gave a report. 1: some did not, the others are built. 2 (thrown): nothing was built. */
async function build(options: Options): Promise<number> {
	const { reports, out, name, lang, jobs, timeout } = options;
	const overrides = await readAgencyOverrides(options.agencies, options.agencies === AGENCIES);
	const decisions = await readDecisions(options.decisions);
	const coverage = await readCoverage(options.coverage);
	const cache = await cachePlace(options);
	const progress = options.quiet ? QUIET : showProgress({ locale: lang });
	const say = (record: Record<string, unknown>): void => void process.stdout.write(`${JSON.stringify(record)}\n`);
	const outcome = await buildDataset(
		{
			...{ reports, out, name, title: titleOf(options), fictional: options.fictional ?? false },
			...(cache ? { cache: cache.folder } : {}),
			...(options.parts === undefined ? {} : { parts: await findParts(options.parts) }),
			decisions,
			coverage,
			onFile: (file: FileDone) => {
				progress.step(file);
				if (options.json) say(fileRecord(file));
			},
			onStage: (stage) => {
				if (stage === 'assemble') progress.end();
			}
		},
		stepsWith(overrides, withOffice(readByWorkers({ jobs, timeout, cache }), { cache }))
	).finally(() => progress.end());
	if (cache) await pruneCache(cache);
	if (options.json) say(summaryRecord(outcome));
	else process.stdout.write(describeOutcome(outcome, lang, options.brief));
	return outcome.refused > 0 ? 1 : 0;
}

async function main(args: readonly string[]): Promise<number> {
	const options = readOptions(args);
	try {
		return await build(options);
	} catch (error) {
		const told = isDiskFull(error) ? new BuildError(diskFull(options.out)) : error;
		console.error(`data:build: ${errorLine(told, options.lang)}`);
		return 2;
	}
}

await runCommand('data:build', main);
