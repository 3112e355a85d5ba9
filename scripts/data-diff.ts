import { Command, Option } from 'commander';
import type { Locale } from '../src/lib/format/locale.ts';
import { BuildError } from './build/build-error.ts';
import { compareDatasets } from './build/changes.ts';
import { describeChanges } from './build/describe-changes.ts';
import { print, runCommand } from './run/command.ts';

interface Options {
	readonly lang: Locale;
	readonly json?: true;
	readonly all?: true;
}

/** 0: the same build, or the same agencies, reports and figures; 1: they differ. */
async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:diff')
		.description('两次构建之间的改动:机关、报告、数字 / what changed between two builds: agencies, reports, cells')
		.argument('<before>', '较早的数据集文件夹 / folder of the earlier dataset')
		.argument('<after>', '较晚的数据集文件夹 / folder of the later dataset')
		.option('--json', '一个 JSON 对象 / print one JSON object')
		.option('--all', '列出全部,不只前几项 / list all, not the first only')
		.addOption(new Option('--lang <lang>', '输出语言 / language of the output').choices(['zh', 'en']).default('zh'))
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const [before = '', after = ''] = command.args;
	const { lang, json, all } = command.opts<Options>();
	const comparison = await compareDatasets(before, after);
	if (comparison.kind === 'first')
		throw new BuildError({
			zh: `${before}:没有 datapackage.json,不是数据集`,
			en: `${before}: no datapackage.json, so no dataset`
		});
	if (comparison.kind === 'unreadable')
		throw new BuildError({
			zh: `无法比较:${comparison.reason}`,
			en: `cannot be compared: ${comparison.reason}`
		});
	await print(json ? `${JSON.stringify(comparison)}\n` : describeChanges(comparison, lang, all ? Infinity : undefined));
	return comparison.kind === 'changed' &&
		Object.values<readonly unknown[]>({ ...comparison.changes }).some((items) => items.length > 0)
		? 1
		: 0;
}

await runCommand('data:diff', main);
