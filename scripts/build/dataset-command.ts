import { Option } from 'commander';
import type { Command } from 'commander';
import type { Names } from '../../src/lib/core/form/index.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import { readAgencyOverrides } from './agency-overrides.ts';
import { buildDataset } from './build-dataset.ts';
import type { BuildOptions, BuildOutcome, FileDone } from './build-dataset.ts';
import { describeOutcome } from './describe-outcome.ts';
import { fileRecord, summaryRecord } from './outcome-record.ts';
import { findParts } from './parts.ts';
import { QUIET, showProgress } from './progress.ts';
import { COVERAGE, DECISIONS, readCoverage, readDecisions } from './read-ledgers.ts';
import type { ReadFiles } from './reading.ts';
import { stepsWith } from './steps.ts';

/** What may be told of a dataset that is built, from wherever its readings come. */
export interface DatasetOptions {
	readonly agencies: string;
	readonly decisions: string;
	readonly coverage: string;
	readonly parts?: string;
	readonly title?: string;
	readonly titleEn?: string;
	readonly fictional?: true;
	readonly lang: Locale;
	readonly quiet?: true;
	readonly json?: true;
	readonly brief?: true;
}

const AGENCIES = 'data/agencies.csv';

const TITLES: Readonly<Record<string, Names>> = {
	real: { zh: '收录的真实报告', en: 'Collected real reports' },
	demo: { zh: '演示数据(虚构)', en: 'Demonstration data (fictional)' }
};

export const langOption = (): Option =>
	new Option('--lang <lang>', '输出语言 / language of the output').choices(['zh', 'en']).default('zh');

export const withDatasetOptions = (command: Command): Command =>
	command
		.option('--agencies <file>', '机关对照表 / overrides for agencies', AGENCIES)
		.option('--decisions <file>', '人工决定 / decisions of people on findings', DECISIONS)
		.option('--coverage <file>', '汇总范围 / which bodies a report sums up', COVERAGE)
		.option('--parts <folder>', '并入已整理的部分 / rows of agencies put aside as cells, to be taken in')
		.option('--title <text>', '中文标题 / title in Chinese')
		.option('--title-en <text>', '英文标题 / title in English')
		.option('--fictional', '虚构数据 / invented places and figures')
		.addOption(langOption())
		.option('--quiet', '不显示进度 / show no progress')
		.option('--brief', '只报数目,不逐个文件列出 / tell counts, not file by file')
		.option('--json', '输出 JSON:每个文件一行,最后一行为总计 / print JSON: a line for each file, the last one sums up');

/** A dataset's name is part of addresses and paths. */
export function checkName(name: string, said: string): void {
	if (!/^[a-z0-9][a-z0-9_-]{0,63}$/u.test(name)) throw new Error(`${said}: a-z 0-9 _ - only`);
}

function titleOf(name: string, { title, titleEn }: DatasetOptions): Names {
	const known = TITLES[name];
	return { zh: title ?? known?.zh ?? name, en: titleEn ?? title ?? known?.en ?? name };
}

/** Where a dataset comes from and goes to. */
export type Place = Pick<BuildOptions, 'reports' | 'collection' | 'out' | 'name' | 'cache'>;

/** Builds a dataset as a command does: with progress, and printing what came of it. */
export async function buildAndTell(place: Place, options: DatasetOptions, readFiles: ReadFiles): Promise<BuildOutcome> {
	const { lang } = options;
	const overrides = await readAgencyOverrides(options.agencies, options.agencies === AGENCIES);
	const decisions = await readDecisions(options.decisions);
	const coverage = await readCoverage(options.coverage);
	const progress = options.quiet ? QUIET : showProgress({ locale: lang });
	const say = (record: Record<string, unknown>): void => void process.stdout.write(`${JSON.stringify(record)}\n`);
	const outcome = await buildDataset(
		{
			...{ ...place, title: titleOf(place.name, options), fictional: options.fictional ?? false },
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
		stepsWith(overrides, readFiles)
	).finally(() => progress.end());
	if (options.json) say(summaryRecord(outcome));
	else process.stdout.write(describeOutcome(outcome, lang, options.brief));
	return outcome;
}
