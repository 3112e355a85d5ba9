import { Command, CommanderError, Option } from 'commander';
import type { Names } from '../src/lib/core/form/index.ts';
import type { Locale } from '../src/lib/format/locale.ts';
import { buildDataset } from './build/build-dataset.ts';
import { describeOutcome } from './build/describe-outcome.ts';
import { outcomeRecord } from './build/outcome-record.ts';
import { readAgencyOverrides } from './build/agency-overrides.ts';
import { stepsWith } from './build/steps.ts';

interface Options {
	readonly reports: string;
	readonly out: string;
	readonly agencies: string;
	readonly name: string;
	readonly title?: string;
	readonly titleEn?: string;
	readonly fictional?: true;
	readonly lang: Locale;
	readonly json?: true;
}

const AGENCIES = 'data/agencies.csv';

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
		.option('--name <name>', '数据集名 / name of the dataset', 'real')
		.option('--title <text>', '中文标题 / title in Chinese')
		.option('--title-en <text>', '英文标题 / title in English')
		.option('--fictional', '虚构数据 / invented places and figures')
		.addOption(new Option('--lang <lang>', '输出语言 / language of the output').choices(['zh', 'en']).default('zh'))
		.option('--json', '输出 JSON / print JSON')
		.showSuggestionAfterError(false)
		.exitOverride()
		.allowExcessArguments(false)
		.parse(args, { from: 'user' })
		.opts<Options>();
	if (!/^[a-z0-9][a-z0-9_-]{0,63}$/u.test(options.name)) throw new Error(`--name ${options.name}: a-z 0-9 _ - only`);
	return options;
}

/** 0: every file gave a report. 1: some did not, the others are built. 2 (thrown): nothing was built. */
async function main(args: readonly string[]): Promise<number> {
	const options = readOptions(args);
	const { reports, out, name, lang } = options;
	const overrides = await readAgencyOverrides(options.agencies, options.agencies === AGENCIES);
	const outcome = await buildDataset(
		{ reports, out, name, title: titleOf(options), fictional: options.fictional ?? false },
		stepsWith(overrides)
	);
	process.stdout.write(
		options.json ? `${JSON.stringify(outcomeRecord(outcome), null, 2)}\n` : describeOutcome(outcome, lang)
	);
	return outcome.refused > 0 ? 1 : 0;
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (error instanceof CommanderError) {
		process.exitCode = error.exitCode === 0 ? 0 : 2;
	} else {
		console.error(`data:build: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
		process.exitCode = 2;
	}
}
