import { availableParallelism } from 'node:os';
import { Command, CommanderError, Option } from 'commander';
import { errorLine } from './build/build-error.ts';
import { writeCells } from './synthesize/cells/command.ts';
import { FILE_KINDS, readKinds } from './synthesize/draft.ts';
import { ERROR_KINDS } from './synthesize/errors.ts';
import { MUTATIONS, readRates } from './synthesize/mutations/registry.ts';
import { readCount, readShare, readYears } from './synthesize/read-options.ts';
import { sizesFor } from './synthesize/world/world.ts';
import { writeCorpus } from './synthesize/write-corpus.ts';

interface Options {
	readonly as: 'files' | 'cells';
	readonly agencies: number;
	readonly years: string;
	readonly seed: string;
	readonly kinds: string;
	readonly mutations: string;
	readonly errors: string;
	readonly missing: number;
	readonly out: string;
	readonly list?: boolean;
}

function listNames(): void {
	for (const { name, section, rate } of MUTATIONS) console.log(`mutation\t${name}\t${rate}\tvariations.md ${section}`);
	for (const { name, rate, hard } of ERROR_KINDS) console.log(`error\t${name}\t${rate}\t${hard ? 'hard' : 'soft'}`);
}

async function main(args: readonly string[]): Promise<void> {
	const command = new Command('data:synthesize')
		.description('虚构地方的年报及其真值 / annual reports of an invented country, with what is true of them')
		.addOption(
			new Option('--as <form>', 'files:报告文件 / files of reports;cells:直接写成数据集 / straight into a dataset')
				.choices(['files', 'cells'])
				.default('files')
		)
		.option('--agencies <n>', '机关数 / agencies', (text) => readCount(text, 'agencies'), 200)
		.option('--years <a-b>', '年度 / report years', '2019-2025')
		.option('--seed <seed>', '种子 / seed', '1')
		.option('--kinds <kinds>', FILE_KINDS.join(','), 'html,docx,xlsx,txt,md,csv')
		.option('--mutations <rates>', 'default, none, all, name=rate …', 'default')
		.option('--errors <rates>', 'default, none, all, name=rate …', 'default')
		.option('--missing <rate>', '未发布的比例 / share of reports not published', readShare, 0.08)
		.option('--out <folder>', '输出文件夹 / folder to write', '.cache/synthetic')
		.option('--list', '列出变体与差错 / list mutations and errors')
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const options = command.opts<Options>();
	if (options.list) {
		listNames();
		return;
	}
	if (options.as === 'cells') {
		await writeCells({ ...options, jobs: availableParallelism(), lang: 'en' });
		return;
	}
	const said = process.stderr.isTTY;
	const { reports, unpublished, agencies } = await writeCorpus({
		seed: options.seed,
		years: readYears(options.years),
		sizes: sizesFor(options.agencies),
		agencies: options.agencies,
		kinds: readKinds(options.kinds),
		mutations: readRates(options.mutations, MUTATIONS),
		errors: readRates(options.errors, ERROR_KINDS),
		missing: options.missing,
		out: options.out,
		onReport: (written) => {
			if (said && written % 100 === 0) process.stderr.write(`\r${written}`);
		}
	});
	if (said) process.stderr.write('\r');
	console.log(`${options.out}: ${reports} reports of ${agencies} invented agencies; ${unpublished} not published`);
}

try {
	await main(process.argv.slice(2));
} catch (error) {
	if (error instanceof CommanderError) process.exitCode = error.exitCode;
	else {
		console.error(`data:synthesize: ${errorLine(error, 'en')}`);
		process.exitCode = 2;
	}
}
